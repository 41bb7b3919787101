"""Dates of a page from its file's name and from git."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from llmtimeline.parse.config.site import parse_config
from llmtimeline.parse.posts import parse_post
from llmtimeline.values.diagnostics import Checked
from llmtimeline.values.posts import FrontMatter, Post
from llmtimeline.values.sources import ContentFile, Source

BASE = "baseURL: https://example.org/\n"
NAMED = "frontmatter: {date: [':filename', ':default']}\n"
COMMITTED = datetime(2024, 5, 5, tzinfo=UTC)


def parse(config: str, inner: str, front: str = "title: x", committed: datetime | None = None) -> Checked[Post]:
    settings = parse_config(Source("hugo.yaml", BASE + config))
    assert settings.diagnostics == ()
    source = Source(f"content/{inner}", f"---\n{front}\n---\n")
    return parse_post(ContentFile(source, inner, committed=committed), settings.value)


def front(config: str, inner: str, text: str = "title: x", committed: datetime | None = None) -> FrontMatter:
    found = parse(config, inner, text, committed)
    assert found.diagnostics == ()
    return found.value.front


def day(when: datetime | None) -> str:
    return when.date().isoformat() if when else ""


@pytest.mark.parametrize(
    ("inner", "date", "slug"),
    [
        ("post/2024-05-01-post-name.md", "2024-05-01", "post-name"),
        ("post/2024-05-01-中文名.zh.md", "2024-05-01", "中文名.zh"),
        ("post/2024-05-01_under score.md", "2024-05-01", "under score"),
        ("post/2024-05-01.md", "2024-05-01", ""),
        ("post/2024-05-01-bundle/index.md", "2024-05-01", "bundle"),
        ("2024-05-01-section/_index.md", "", ""),
        ("post/20240506-x.md", "", ""),
        ("post/2024-13-01-x.md", "", ""),
        ("post/24-05-01-x.md", "", ""),
    ],
)
def test_a_file_name_may_hold_the_date(inner: str, date: str, slug: str) -> None:
    found = front(NAMED, inner)
    assert (day(found.date), found.slug) == (date, slug)


def test_without_being_asked_the_name_says_nothing() -> None:
    found = front("", "post/2024-05-01-x.md")
    assert (found.date, found.slug) == (None, "")


def test_the_names_date_comes_before_the_front_matters_and_its_slug_after() -> None:
    found = front(NAMED, "post/2024-05-01-x.md", "date: 2023-01-01\nslug: mine")
    assert (day(found.date), day(found.publish_date), found.slug) == ("2024-05-01", "2023-01-01", "mine")
    last = front("frontmatter: {date: [date, ':filename']}\n", "post/2024-05-01-x.md", "date: 2023-01-01")
    assert (day(last.date), last.slug) == ("2023-01-01", "")


def test_the_names_day_is_in_the_sites_time_zone() -> None:
    found = front("timeZone: Asia/Shanghai\n" + NAMED, "2024-05-01-x.md")
    assert found.date is not None
    assert found.date.isoformat() == "2024-05-01T00:00:00+08:00"


def test_git_wins_over_lastmod() -> None:
    text = "date: 2024-01-01\nlastmod: 2024-02-02"
    assert day(front("enableGitInfo: true\n", "a.md", text, COMMITTED).lastmod) == "2024-05-05"
    assert day(front("enableGitInfo: true\n", "a.md", text).lastmod) == "2024-02-02"
    assert day(front("enableGitInfo: true\n", "a.md", text, COMMITTED).date) == "2024-01-01"
    order = "enableGitInfo: true\nfrontmatter: {lastmod: [lastmod, ':git']}\n"
    assert day(front(order, "a.md", text, COMMITTED).lastmod) == "2024-02-02"


def test_a_page_without_front_matter_has_the_dates_of_its_file() -> None:
    settings = parse_config(Source("hugo.yaml", BASE + "enableGitInfo: true\n" + NAMED)).value
    file = ContentFile(Source("content/2024-05-01-x.md", "words\n"), "2024-05-01-x.md", committed=COMMITTED)
    found = parse_post(file, settings).value.front
    assert (day(found.date), day(found.lastmod), found.slug) == ("2024-05-01", "2024-05-05", "x")


def test_any_key_may_date_a_page() -> None:
    text = "Written: 2022-03-04\npubdate: 2022-05-06"
    found = front("frontmatter: {date: [written], publishDate: [publishDate]}\n", "a.md", text)
    assert (day(found.date), day(found.publish_date)) == ("2022-03-04", "2022-05-06")
    (finding,) = parse("frontmatter: {date: [written]}\n", "a.md", "written: soon").diagnostics
    assert (finding.code, finding.span and finding.span.column) == ("LT107", 10)


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        (
            "{lastmod: [':fileModTime']}",
            "LT115 2:25 `:fileModTime` has no effect: every checkout changes the files' times",
        ),
        ("{date: [':filname']}", "LT108 2:22 no source of dates is named `:filname`"),
        ("{dat: [date]}", "LT105 2:15 unknown key `frontmatter.dat`"),
        ("[date]", "LT106 2:14 `frontmatter` takes a mapping, not a list"),
        ("{date: {a: b}}", "LT106 2:21 `frontmatter.date` takes a list of keys"),
    ],
)
def test_mistakes_have_their_place(text: str, finding: str) -> None:
    found = parse_config(Source("hugo.yaml", f"{BASE}frontmatter: {text}\n")).diagnostics
    assert [f"{d.code} {d.span.line}:{d.span.column} {d.message}" for d in found if d.span] == [finding]
