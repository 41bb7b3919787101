"""Every link of a built site leads somewhere: to a file that is there and, where it names a place, to that place.

Read are all pages, feeds, calendars, Markdown files, indexes and manifests, with everything at its default, at an
address below the root, in one language, and with each kind of page turned off.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote, unquote, urljoin, urlsplit

import pytest
from click.testing import CliRunner

from llmtimeline.shell.cli import main

HEAD = "baseURL: {base}\ntitle: T\nparams: {{defaultTheme: auto, ShowShareButtons: true, ShowBreadCrumbs: true}}\n"
BOTH = "languages: {zh: {weight: 1}, en: {weight: 2}}\ndefaultContentLanguage: zh\n"
POST = """\
---
title: Week {number}
date: 2023-0{number}-11
tags: [GPT, 开源]
categories: [Weekly]
series: [One]
---
Prose with a [link](/post/week-1/) and what became of GPT-4.

## Alpha-{number}, 2023/0{number}/03, OpenAI

```release
params: [7B, {number}0B]
context: 8K
weights: open
base: [llama (finetune){base}]
links: [{{url: "https://arxiv.org/abs/1234.5678", kind: paper}}]
```

It is new.

## Beta-{number}, 2022, Nobody known

Little is said.
"""
FAMILY = """\
alpha: {name: Alpha, kind: family, vendors: [openai]}
alpha-1: {name: Alpha-1, family: alpha}
alpha-2: {name: Alpha-2, family: alpha}
alpha-3: {name: Alpha-3, family: alpha}
"""
EVERYTHING_OFF = (
    "timeline: false, models: false, vendors: false, data: false, archives: false, lineage: false, charts: false, "
    "compare: false, search: false, feeds: [], markdown: false, images: false, cards: false"
)
OFF = [part.strip() for part in re.split(r",\s+(?=\w+:)", EVERYTHING_OFF)]
SITES = {
    "as it is": BOTH,
    "both below their key": BOTH + "defaultContentLanguageInSubdir: true\n",
    "one language": "languages: {en: {}}\ndefaultContentLanguage: en\n",
    "a language without words": "languages: {fr: {weight: 1}, en: {weight: 2}}\ndefaultContentLanguage: fr\n",
    "ugly": BOTH + "uglyURLs: true\n",
    "nothing of Hugo's": BOTH + "disableKinds: [taxonomy, term, section, RSS, sitemap, robotsTXT, '404']\n",
    "no home": BOTH + "disableKinds: [home]\n",
    "search as PaperMod's": BOTH + "outputs: {home: [HTML, RSS, JSON]}\n",
    "few formats": BOTH + "outputs: {home: [HTML], section: [HTML], taxonomy: [HTML], term: [HTML]}\n",
    "no archives": BOTH + "outputs: {page: [HTML]}\ntimeline: {archives: false}\n",
    "moved": BOTH + "timeline: {timeline: 时间线, models: m/x, vendors: v, data: d, charts: 图, search: find}\n",
    **{f"without {part}": BOTH + f"timeline: {{{part}}}\n" for part in OFF},
    "without all": BOTH + f"timeline: {{{EVERYTHING_OFF}}}\n",
    "only models": BOTH + f"timeline: {{{EVERYTHING_OFF.replace('models: false, ', '')}}}\n",
    "only lineage": BOTH + f"timeline: {{{EVERYTHING_OFF.replace('lineage: false, ', '')}}}\n",
    "only feeds": BOTH + f"timeline: {{{EVERYTHING_OFF.replace('feeds: [], ', '')}}}\n",
    "only search": BOTH + f"timeline: {{{EVERYTHING_OFF.replace('search: false, ', '')}}}\n",
    "only data": BOTH + f"timeline: {{{EVERYTHING_OFF.replace('data: false, ', '')}}}\n",
}


@pytest.mark.parametrize("settings", SITES.values(), ids=SITES.keys())
def test_every_link_leads_somewhere(settings: str, tmp_path: Path) -> None:
    """The base is below the root, so an address that forgets that leads out of the site."""
    base = "https://example.org/sub/"
    files = {"llmtimeline.yaml": HEAD.format(base=base) + settings, "content/about.md": "---\ntitle: About\n---\nUs.\n"}
    files["data/models.yaml"] = FAMILY
    if "[home]" in settings:  # it brings its own
        files |= {"static/index.html": "<h1>T</h1>", "static/en/index.html": "<h1>T</h1>"}
    for number in range(1, 4):
        for suffix in ("", ".en")[: settings.count("weight:") or 1]:
            files[f"content/post/week-{number}{suffix}.md"] = POST.format(
                number=number, base=", alpha-1" if number > 1 else ""
            )
    if not settings.rpartition("cards:")[2].startswith(" false"):  # they take long to draw
        files["llmtimeline.yaml"] = _without_cards(files["llmtimeline.yaml"])
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    built = CliRunner().invoke(main, ["build", "-s", str(tmp_path), "--jobs", "1", "--quiet"], catch_exceptions=False)
    assert built.exit_code == 0, built.output
    lost = leading_nowhere(tmp_path / "public", base)
    assert not lost, "\n".join(lost)


def _without_cards(settings: str) -> str:
    if "timeline: {" in settings:
        return settings.replace("timeline: {", "timeline: {cards: false, ")
    return settings + "timeline: {cards: false}\n"


def leading_nowhere(root: Path, base: str) -> list[str]:
    """`page: address` of each link in the files below `root` that names a file or a place which is not there."""
    files = {path.relative_to(root).as_posix(): path for path in root.rglob("*") if path.is_file()}
    pages = {name: _Page(path.read_text("utf-8")) for name, path in files.items() if name.endswith(".html")}
    lost = []
    for name in sorted(files):
        at = urljoin(base, quote(name.removesuffix("index.html")))
        addresses = pages[name].addresses if name in pages else list(_named_in(name, files[name], base))
        lost += [
            f"{name}: {address}" for address in addresses if not _is_there(urljoin(at, address), base, files, pages)
        ]
    return lost


def _is_there(address: str, base: str, files: dict[str, Path], pages: dict[str, _Page]) -> bool:
    parts, own = urlsplit(address), urlsplit(base)
    if parts.scheme not in ("http", "https") or parts.netloc != own.netloc:
        return True
    if not parts.path.startswith(own.path):
        return False
    path = unquote(parts.path.removeprefix(own.path))
    if not path or path.endswith("/"):
        path += "index.html"
    page = pages.get(path)
    return path in files and (not parts.fragment or page is None or unquote(parts.fragment) in page.ids)


class _Page(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.addresses: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if "id" in given:
            assert given["id"] not in self.ids, f"two of {given['id']}"
            self.ids.add(given["id"])
        names = ("href", "src", "poster", "action", "data-index", "data-script", "data-sheet", "data-engine")
        self.addresses += [given[name] for name in names if given.get(name)]
        self.addresses += [part.split()[0] for part in given.get("srcset", "").split(",") if part.strip()]
        if (given.get("property") or given.get("name")) in ("og:image", "og:url", "og:see_also", "twitter:image"):
            self.addresses.append(given["content"])


def _named_in(name: str, path: Path, base: str) -> Iterator[str]:
    """The addresses in a file that is no page. What only tells items of a feed apart is none."""
    if path.suffix not in (".xml", ".ics", ".md", ".txt", ".json", ".jsonld", ".webmanifest", ".cff"):
        return
    text = path.read_bytes().decode("utf-8")
    if path.suffix == ".xml":
        text = unescape(unescape(text))
    if path.suffix == ".ics":
        text = text.replace("\r\n ", "").replace("\\n", "\n").replace("\\", "")
    if path.suffix == ".md":
        text = text.replace("\\", "")
    if path.suffix in (".json", ".webmanifest", ".jsonld"):
        words = list(_words(json.loads(text)))
        yield from (word for word in words if re.match(r"/[^/]", word) and " " not in word)
        text = "\n".join(words)
    for address in re.findall(re.escape(base) + r"[^\s\"'<>)\]]*", text):
        if "#release:" not in address and not address.endswith("/v1/"):
            yield unescape(address)


def _words(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for each in value.values():
            yield from _words(each)
    elif isinstance(value, list):
        for each in value:
            yield from _words(each)
    elif isinstance(value, str):
        yield value
