"""What a search finds, held against the site itself: every section that says the word, or another name of what it
names, and nothing else. The truth is worked out here from the built pages and the data files, not by the program."""

from __future__ import annotations

import functools
import importlib.util
import json
import re
import threading
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

import pytest
import yaml
from click.testing import CliRunner
from lxml import html

from .conftest import ROOT, QuietHandler, QuietServer

ZH = (
    *(
        "多模态",
        "开源",
        "插件",
        "通义千问",
        "千问",
        "Qwen",
        "智能体",
        "月之暗面",
        "ChatGLM",
        "清华",
        "清华大学",
        "THUDM",
    ),
    *(
        "Facebook",
        "千亿",
        "context",
        "商用",
        "上下文",
        "脸书",
        "讯飞",
        "科大讯飞",
        "百度",
        "Baidu",
        "谷歌",
        "微软 开源",
    ),
    *("羊驼", "Alpaca", "骆驼", "LLaMA 2", "GPT-4", "Stability AI", "Segment Anything", "稳定扩散", "飞桨", "GLM 商用"),
    *("9月", "许可证", "Technology Innovation Institute", "PaddlePaddle", "文心一言", "“开放权重”", "ｌｌａｍａ"),
)
EN = (
    *(
        "通义千问",
        "Qwen",
        "Tongyi Qianwen",
        "清华",
        "Tsinghua University",
        "Facebook",
        "context",
        "plugins",
        "commercial",
    ),
    *("open weights", "Claude", "multimodal", "Falcon 180B", "LLAMA", "科大讯飞", "iFlytek", "Baidu", "谷歌", "Google"),
    *(
        "Hugging Face",
        "licence",
        "ChatGLM",
        "Segment Anything",
        "文心一言",
        "agents",
        "Midjourney",
        "trillion",
        "Alibaba",
    ),
)


@dataclass(frozen=True)
class Told:
    """A place that can be found: an address, and what a reader finds there."""

    url: str
    title: str  # of the page
    text: str  # all else, title of the page included where it is the beginning of one
    is_first: bool


def folded(text: str) -> str:
    text = re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text).casefold()).strip()
    han = "\u2e80-\u9fff\uf900-\ufaff"
    return re.sub(f"(?<=[{han}]) (?=[^{han}])|(?<=[^{han}]) (?=[{han}])", "", text)


def squashed(name: str) -> str:
    return re.sub(r"[ ._\-–]+", "", folded(name))


@functools.cache
def groups() -> tuple[tuple[str, ...], ...]:
    """The names of each vendor and model in our data files."""
    found = []
    for file in ("vendors", "models"):
        for entry in yaml.safe_load((ROOT / f"data/{file}.yaml").read_text("utf-8")).values():
            name = entry["name"]
            first = name.values() if isinstance(name, dict) else [name]
            found.append((*first, *entry.get("aliases", ()), *entry.get("former", ())))
    return tuple(found)


def words_of(query: str) -> list[str]:
    """The words that must all be found: a name of several words is one, and so is what stands in quotation marks."""
    if query.startswith("“"):
        return [query.strip("“”")]
    known = {squashed(name) for names in groups() for name in names}
    return [query] if squashed(query) in known else query.split()


def says(text: str, raw: str, word: str, engine: str) -> bool:
    """Whether a text holds the word, or another name of what it names as a whole.

    Our own engine finds a word inside others (`llama` in `codellama`). Pagefind knows whole words only, of letters: we
    part them from digits and Chinese.
    """
    wanted = folded(word)
    if engine == "own" and wanted in text:
        return True
    before, after = "(?<![a-z])" * wanted[0].isascii(), "(?![a-z])" * wanted[-1].isascii()
    if engine == "pagefind" and re.search(before + re.escape(wanted) + after, text):
        return True
    names = [name for group in groups() if squashed(word) in map(squashed, group) for name in group]
    return any(_names(text, raw, name, wanted) for name in names)


def _names(text: str, raw: str, name: str, wanted: str) -> bool:
    plain = folded(name)
    if wanted in plain or (plain in wanted and re.search(r"\d", wanted.replace(plain, "", 1))):
        return False
    if re.fullmatch(r"[A-Z]{2,4}", name):  # SAM is not Sam
        return re.search(rf"(?<![A-Za-z0-9]){name}(?![A-Za-z])", raw) is not None
    after = r"(?!\.?\d)" if plain[-1].isdigit() else "(?![a-z])" if plain[-1].isascii() else ""
    before = "(?<![a-z0-9])" if plain[0].isascii() else ""
    others = [
        folded(other)
        for group in groups()
        if name not in group
        for other in group
        if not plain.isascii() and folded(other).endswith(plain) and not folded(other)[-len(plain) - 1 :][0].isascii()
    ]
    for other in others:  # 羊驼 is not 小羊驼
        text = text.replace(other, "")
    return re.search(before + re.escape(plain) + after, text) is not None


def told_by(folder: Path, language: str) -> list[Told]:
    """Every place of a language, read from the built pages and, for the names of things, from the dataset."""
    base, prefix = (folder / "en", "/en/") if language == "en" else (folder, "/")
    found: list[Told] = []
    names = {kind: _names_in(folder, kind) for kind in ("models", "vendors")}
    for kind in ("post", "about", "models", "vendors", "tags", "categories"):
        for file in sorted(base.glob(f"{kind}/**/index.html")):
            inner = file.parent.relative_to(base).as_posix()
            if "/page/" in inner or inner in ("models", "vendors", "tags", "categories"):
                continue
            document = html.fromstring(file.read_text("utf-8"))
            if document.xpath("//meta[@http-equiv='refresh']"):
                continue
            further = names.get(kind, {}).get(inner.rpartition("/")[2], ())
            found += _places(f"{prefix}{inner}/", document, further)
    return found


def _names_in(folder: Path, kind: str) -> dict[str, tuple[str, ...]]:
    entries = json.loads((folder / f"data/v1/{kind}.json").read_text("utf-8"))
    rows = entries if isinstance(entries, list) else entries[kind]
    return {row["id"]: (*row["names"].values(), *row.get("aliases", ()), *row.get("former", ())) for row in rows}


def _places(url: str, document: Any, further: Sequence[str]) -> Iterator[Told]:
    title = _text(document.xpath("//h1")[0])
    description = document.xpath("//meta[@name='description']/@content")
    opening = [
        _text(each)
        for each in document.xpath(
            "//header[contains(@class, 'opening')]/*[self::p[@class='lede'] or contains(@class, 'intro')]"
        )
    ]
    sections = document.xpath("//div[contains(@class, 'prose')]/*[self::section or @class = 'foreword']")
    lead = [_text(each) for each in sections if not each.xpath("h2")]
    if sections:
        opening += description
    yield Told(url, title, " ¶ ".join([title, *further, *opening, *lead]), is_first=True)
    for section in sections:
        for heading in section.xpath("h2"):
            yield Told(f"{url}#{heading.get('id')}", title, _text(section), is_first=False)


_BLOCKS = ("p", "li", "td", "th", "h2", "h3", "h4", "pre", "blockquote", "figure", "tr", "br")


def _text(element: Any) -> str:
    """What an element says; blocks are parted, and the table of facts and the links to headings say nothing."""
    copy = html.fromstring(html.tostring(element, encoding="unicode"))
    for block in copy.iter(*_BLOCKS):
        block.tail = " " + (block.tail or "")
    for silent in copy.xpath(
        ".//*[contains(@class, 'specimen') or contains(@class, 'hash') or contains(@class, 'vh')]"
    ):
        silent.drop_tree()
    return " ".join(copy.text_content().split())


def truth(places: Sequence[Told], query: str, engine: str) -> set[str]:
    """The addresses that a query should find: all words in one place; the title of its page may hold all but one."""
    words, found = words_of(query), set()
    for place in places:
        text, title = folded(place.text), folded(place.title)
        inside = [says(text, place.text, word, engine) for word in words]
        beside = [engine == "own" and folded(word) in title for word in words]
        if any(inside) and all(a or b for a, b in zip(inside, beside, strict=True)):
            found.add(place.url)
    return found


@dataclass(frozen=True)
class Served:
    """A site that is built and served."""

    url: str
    folder: Path
    engine: str


@pytest.fixture(scope="module", params=["own", "pagefind"])
def served(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Our own site with each engine."""
    from llmtimeline.shell.cli import main

    if request.param == "pagefind" and importlib.util.find_spec("pagefind_bin") is None:
        pytest.skip("Pagefind is not installed")
    folder = tmp_path_factory.mktemp(request.param) / "public"
    server = QuietServer(("127.0.0.1", 0), functools.partial(QuietHandler, directory=str(folder)))
    url = f"http://127.0.0.1:{server.server_address[1]}"
    arguments = ["build", "-s", str(ROOT), "-d", str(folder), "-b", url + "/", "--quiet"]
    result = CliRunner().invoke(main, arguments, env={"HUGO_TIMELINE_SEARCHENGINE": request.param})
    assert result.exit_code == 0, result.output
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield Served(url, folder, request.param)
    server.shutdown()
    thread.join()
    server.server_close()


def found_by(page: Any, address: str, query: str) -> list[str]:
    """The addresses of all results, in their order."""
    page.goto(f"{address}?q={quote(query)}")
    page.locator(".search-status", has_text=re.compile("[0-9]|没有|Nothing")).wait_for()
    count = int(re.sub(r"\D", "", page.locator(".search-status").inner_text().split("“")[0]) or 0)
    while page.locator(".search-more").count():
        before = page.locator("[role=option]").count()
        page.locator(".search-more").click()
        page.locator("[role=option]").nth(before).wait_for()
    links = page.eval_on_selector_all("[role=option]", "all => all.map(each => each.getAttribute('href'))")
    assert len(links) == count
    return [unquote(link) for link in links]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_search_finds_all_that_is_there_and_nothing_else(browser: Any, served: Served, language: str) -> None:
    places = told_by(served.folder, language)
    assert len(places) > 300
    page = browser.new_page()
    address = served.url + ("/en/search/" if language == "en" else "/search/")
    wrong = {}
    for query in ZH if language == "zh" else EN:
        found, wanted = found_by(page, address, query), truth(places, query, served.engine)
        assert len(found) == len(set(found)), query
        if set(found) != wanted:
            wrong[query] = {"missed": sorted(wanted - set(found)), "too many": sorted(set(found) - wanted)}
    page.close()
    assert wrong == {}
