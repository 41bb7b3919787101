"""Every feed, calendar and Markdown twin of whole sites, read by others: of our own site and of a hostile one."""

from __future__ import annotations

import copy
import json
import posixpath
import re
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import feedparser
import pytest
from click.testing import CliRunner
from icalendar import Calendar
from lxml import html
from markdown_it import MarkdownIt

from llmtimeline.shell.cli import main

ROOT = Path(__file__).parents[1]
READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
CONFIG = """\
baseURL: https://ex.org/sub/
title: 'Time <b> & "line"'
defaultContentLanguage: zh
languages:
  zh: {locale: zh-Hans, label: 中文, weight: 1, title: 时间线}
  en: {locale: en, label: English, weight: 2}
params: {ShowFullTextinRSS: true}
"""
HOSTILE = """\
---
title: 'a | b <script> [x](y) # `c` ]]> 🙂'
date: 2023-09-07T10:00:00+08:00
lastmod: 2023-09-09T10:00:00+08:00
tags: ['a & b', '通义，千问; "q"']
---

Opening with a [link](./b.md#wen-xin "t"), `a | b`, **中文。**后 and <https://x.org/a_(b)>.

## Falcon 180B | <i>x</i> 🦅, 2023/09/06, TII

```release
params: 180B
license: {name: 'a | b ]]> <x>', url: 'https://x.org/l|c'}
summary: 'One | line, with [a](javascript:x) ; and \\n & 很长的一行很长的一行很长的一行很长的一行很长的一行很长的一行🙂'
```

| a | b |
|---|--:|
| `x\\|y` | [l](https://x.org/t) |

```text
## no heading


after two blank lines
```

### Inner # heading

> quoted

1. one
2. two
    - three

Footnote[^1]. {{< figure src="https://x.org/p.png" alt="pic" caption="cap" >}}

[^1]: The [note](https://x.org/note).

## Month only，2023/05，OpenAI

Words.

## A year, 2020, OpenAI

Words.
"""
SECOND = "---\ntitle: 乙\ndate: 2023-10-01\ntags: ['a & b']\n---\n\n## Wen xin\n\nWords.\n"


def built(source: Path, output: Path) -> Path:
    arguments = ["build", "-s", str(source), "-d", str(output), "--clock", "2024-06-01T00:00:00+00:00", "--quiet"]
    result = CliRunner().invoke(main, arguments)
    assert output.exists(), result.output
    return output


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("hostile")
    files = {"llmtimeline.yaml": CONFIG, "content/post/a.zh.md": HOSTILE, "content/post/b.zh.md": SECOND}
    files["content/post/a.en.md"] = HOSTILE
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return built(root, root / "public")


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(ROOT, tmp_path_factory.mktemp("ours") / "public")


@pytest.fixture(params=["hostile", "ours"])
def site(request: pytest.FixtureRequest) -> Path:
    found: Path = request.getfixturevalue(request.param)
    return found


def found(site: Path, pattern: str) -> list[Path]:
    paths = sorted(site.rglob(pattern))
    assert paths
    return paths


def test_every_rss_and_atom_feed_is_read(site: Path) -> None:
    for path in found(site, "index.xml") + found(site, "atom.xml"):
        feed: Any = feedparser.parse(path.read_bytes())
        assert not feed.bozo, path
        assert feed.version == ("atom10" if path.name == "atom.xml" else "rss20")
        links = [link.href for link in feed.feed.links if link.rel == "self"]
        assert [urlsplit(link).path.endswith(f"/{path.name}") for link in links] == [True]
        ids = [entry.id for entry in feed.entries]
        assert len(ids) == len(set(ids)), path
        assert all(entry.title and urlsplit(entry.link).scheme == "https" for entry in feed.entries)
        if path.name == "atom.xml":
            assert feed.entries, f"{path} is empty"
            assert feed.feed.id
            assert feed.feed.updated
            assert all(entry.updated_parsed for entry in feed.entries)


def test_every_json_feed_has_what_the_specification_asks_for(site: Path) -> None:
    for path in found(site, "feed.json"):
        feed = json.loads(path.read_bytes())
        assert feed["version"] == "https://jsonfeed.org/version/1.1"
        assert isinstance(feed["title"], str)
        assert feed["title"]
        assert feed["items"], f"{path} is empty"
        assert urlsplit(feed["feed_url"]).path.endswith("/feed.json")
        for item in feed["items"]:
            assert isinstance(item["id"], str)
            assert item["id"]
            assert ("content_html" in item) != ("content_text" in item)
            assert all(re.match(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+Z-]", item[key]) for key in item if "date_" in key)


def test_the_formats_of_a_feed_tell_the_same(site: Path) -> None:
    for path in found(site, "atom.xml"):
        atom: Any = feedparser.parse(path.read_bytes())
        rss: Any = feedparser.parse(path.with_name("index.xml").read_bytes())
        shown = json.loads(path.with_name("feed.json").read_bytes())
        assert [entry.id for entry in atom.entries] == [entry.id for entry in rss.entries]
        assert [entry.id for entry in atom.entries] == [item["id"] for item in shown["items"]]
        assert [entry.title for entry in atom.entries] == [entry.title for entry in rss.entries]


def test_every_calendar_is_read(site: Path) -> None:
    for path in found(site, "releases.ics"):
        text = path.read_bytes()
        assert text.endswith(b"END:VCALENDAR\r\n")
        assert b"\n" not in text.replace(b"\r\n", b"")
        assert all(len(line) <= 75 and line.decode("utf-8") is not None for line in text.split(b"\r\n"))
        calendar: Any = Calendar.from_ical(text)
        events = calendar.walk("VEVENT")
        assert events, f"{path} is empty"
        assert not [event.errors for event in events if event.errors]
        uids = [str(event["UID"]) for event in events]
        assert len(uids) == len(set(uids))
        assert uids == [uid for _, uid in sorted((event["DTSTART"].dt, str(event["UID"])) for event in events)]
        assert all(event["DTEND"].dt > event["DTSTART"].dt for event in events)
        assert all(event["LAST-MODIFIED"].dt >= event["DTSTAMP"].dt for event in events)
        assert all(event["DTSTAMP"].dt.year < 2024 for event in events)  # of the posts, not of the build


def test_months_and_years_are_spans(hostile: Path) -> None:
    calendar: Any = Calendar.from_ical((hostile / "timeline/releases.ics").read_bytes())
    spans = {str(e["UID"]): (str(e["DTSTART"].dt), str(e["DTEND"].dt)) for e in calendar.walk("VEVENT")}
    assert sorted(spans.values()) == [
        ("2020-01-01", "2021-01-01"),
        ("2023-05-01", "2023-06-01"),
        ("2023-09-06", "2023-09-07"),
    ]
    assert all(uid.endswith("@ex.org") for uid in spans)
    assert {int(event["SEQUENCE"]) for event in calendar.walk("VEVENT")} == {2}


def test_every_feed_that_a_page_names_is_there(site: Path) -> None:
    for path in found(site, "index.html"):
        page = page_at(path)
        for link in page.iterfind(".//link[@rel='alternate']"):
            if link.get("type"):
                assert file_of(site, link.get("href")).is_file(), (path, link.get("href"))
        for link in page.iterfind(".//p[@class='meta feeds']/a"):
            assert file_of(site, link.get("href")).is_file(), (path, link.get("href"))


@cache
def page_at(path: Path) -> Any:
    return html.parse(str(path)).getroot()


def file_of(site: Path, url: str) -> Path:
    path = unquote(urlsplit(url).path)
    return site / path.removeprefix("/sub/" if "hostile" in str(site) else "/").lstrip("/")


def words(text: str) -> str:
    return " ".join(text.split())


def parts(markdown: str) -> tuple[list[str], list[str]]:
    """Headings and addresses of a file of Markdown."""
    tree = html.fromstring(f"<div>{READER.render(markdown)}</div>")
    headings = [words(h.text_content()) for h in tree.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    return headings, [address for a in tree.iter("a") if (address := a.get("href"))]


def test_a_posts_twin_has_the_headings_and_links_of_the_post(site: Path) -> None:
    paths = [path for path in found(site, "index.md") if "post" in path.parts]
    checked = 0
    for path in paths:
        page = page_at(path.with_name("index.html"))
        shown = page.find(".//article//div[@class='prose']")
        if shown is None:
            continue
        prose = copy.deepcopy(shown)
        checked += 1
        base = page.find(".//link[@rel='canonical']").get("href")
        headings, links = parts(path.read_text("utf-8"))
        for away in [*prose.iterfind(".//a[@class='hash']"), *prose.iterfind(".//p[@class='hash']")]:
            away.drop_tree()
        inside = [words(h.text_content()) for h in prose.iter("h2", "h3", "h4", "h5", "h6")]
        assert headings[1:] == inside, path
        assert words(page.findtext(".//h1")) == headings[0]
        said = {plain(urljoin(base, a.get("href"))) for a in prose.iter("a") if "footnote-backref" not in a.classes}
        assert said - {plain(link) for link in links} == set(), path
    assert checked


def plain(url: str) -> str:
    parsed = urlsplit(url)
    return unquote(
        f"{parsed.scheme}://{parsed.netloc}{posixpath.normpath(parsed.path)}?{parsed.query}#{parsed.fragment}"
    )


def test_every_twin_names_only_what_its_page_names(site: Path) -> None:
    for path in found(site, "*.md"):
        beside = path.with_suffix(".html")
        if not beside.exists():
            continue
        page = page_at(beside)
        base = page.find(".//link[@rel='canonical']").get("href")
        headings, links = parts(path.read_text("utf-8"))
        assert headings
        assert words(page.findtext(".//h1") or page.find(".//h1").text_content()) == headings[0], path
        known = {plain(urljoin(base, a.get("href"))) for a in page.iter("a", "link") if a.get("href")}
        assert {plain(link) for link in links} - known == set(), path
        assert not [link for link in links if urlsplit(link).scheme not in ("http", "https", "mailto", "tel")]


def test_listings_keep_their_blank_lines_and_tables_their_cells(hostile: Path) -> None:
    text = (hostile / "post/a/index.md").read_text("utf-8")
    assert "```text\n## no heading\n\n\nafter two blank lines\n```" in text
    assert "![pic](https://x.org/p.png)" in text
    tree = html.fromstring(f"<div>{READER.render(text)}</div>")
    widths = [{len(row) for row in table.iter("tr")} for table in tree.iter("table")]
    assert widths == [{3}, {2}]
    assert [words(cell.text_content()) for cell in tree.findall(".//table")[-1].iter("td")] == ["x|y", "l"]


def test_language_models_find_every_post(site: Path) -> None:
    for name in ("llms.txt", "en/llms.txt", "llms-full.txt", "en/llms-full.txt"):
        headings, links = parts((site / name).read_text("utf-8"))
        assert len(headings) > 1
        for link in links:
            if name.endswith("llms.txt"):
                target = file_of(site, link)
                assert target.is_file() or (target / "index.html").is_file(), link
