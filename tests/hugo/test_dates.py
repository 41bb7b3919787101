"""Dates of front matter and of file names, against every row of what Hugo made of them."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any
from urllib.parse import unquote

import pytest

from llmtimeline.parse.config.site import parse_config
from llmtimeline.parse.posts import parse_post
from llmtimeline.values.config import Config
from llmtimeline.values.posts import Post
from llmtimeline.values.sources import ContentFile, Source

from .sites import a_site, vector, view_at

# The front matter of each probe, by the name of its file.
PROBES = {
    "ymd": "date: 2024-01-02",
    "ymdq": 'date: "2024-01-02"',
    "ymdhm": "date: 2024-01-02 10:30",
    "ymdhms": "date: 2024-01-02 10:30:00",
    "Tnozone": "date: 2024-01-02T10:30:00",
    "Tz": "date: 2024-01-02T10:30:00+08:00",
    "Z": "date: 2024-01-02T10:30:00Z",
    "spacezone": "date: 2024-01-02 10:30:00 +0800",
    "slash": "date: 2024/01/02",
    "slashq": 'date: "2024/01/02"',
    "ymd1": "date: 2024-1-2",
    "rfc": "date: Tue, 02 Jan 2024 10:30:00 +0800",
    "long": "date: January 2, 2024",
    "zh": "date: 2024年1月2日",
    "int": "date: 1704189000",
    "ym": "date: 2024-01",
    "y": "date: 2024",
    "empty": "date:",
    "str": "date: soon",
    "dmy": "date: 02 Jan 2024",
    "lastmod": "date: 2024-01-02\nlastmod: 2024-02-03",
    "modified": "modified: 2024-02-03",
    "pubdate": "pubdate: 2024-02-03",
    "published": "published: 2024-02-03",
    "publishdate": "publishdate: 2024-02-03",
    "updated": "date: 2024-01-01\nupdated: 2024-02-03",
    "onlylast": "lastmod: 2024-02-03",
    "exp": "date: 2024-01-02\nexpiryDate: 2099-01-01",
    "unpublishdate": "date: 2024-01-02\nunpublishdate: 2099-01-01",
    "2024-05-06-post-name": "",
    "2024-05-06 中文名": "",
    "2024-05-06": "",
    "20240506-x": "",
    "2024-05-06-both": "date: 2020-01-01",
}
CONFIGS = {
    "dates": "",
    "dates tz Asia/Shanghai": "timeZone: Asia/Shanghai\n",
    "filename default": "",
    "filename :filename": 'frontmatter: {date: [":filename", ":default"]}\n',
}
# What Hugo refuses with neither line nor value, and the hint that we give with both.
HINTS = {
    "ymdhm": "write 2024-01-02T10:30:00",
    "slash": "write 2024-01-02",
    "slashq": "write 2024-01-02",
    "ymd1": "write 2024-01-02",
    "long": "write 2024-01-02",
    "zh": "write 2024-01-02",
    "ym": "write the day, too: 2024-01-…",
    "y": "write 2023-09-29 or 2023-09-29T09:54:54+08:00",
    "str": "write 2023-09-29 or 2023-09-29T09:54:54+08:00",
}


def config(section: str) -> Config:
    checked = parse_config(Source("hugo.yaml", f"baseURL: https://ex.org/\ntitle: HOME\n{CONFIGS[section]}"))
    assert checked.diagnostics == ()
    return checked.value


def content(name: str) -> str:
    return f"---\ntitle: x\n{PROBES[name]}\n---\ntext\n"


def rows(section: str) -> list[tuple[str, dict[str, Any] | None]]:
    """Name and what Hugo gave, None where it refused; the page that it wrote all the same is no row of its own."""
    text = vector("dates.txt").split(f"##### {section}\n")[1].split("#####")[0]
    found: dict[str, dict[str, Any] | None] = {}
    for line in text.splitlines():
        name, space, outcome = line.removeprefix("-- ").partition(" LOG " if " LOG " in line else " {")
        found.setdefault(name, None if space == " LOG " else json.loads("{" + outcome))
    return list(found.items())


def moments(post: Post) -> dict[str, datetime | None]:
    front = post.front
    return {"date": front.date, "lastmod": front.lastmod, "pub": front.publish_date, "exp": front.expiry_date}


@pytest.mark.parametrize("section", CONFIGS)
def test_every_row_comes_out_as_in_hugo_or_is_told(section: str) -> None:
    seen = 0
    for name, outcome in rows(section):
        checked = parse_post(
            ContentFile(Source(f"content/post/{name}.md", content(name)), f"post/{name}.md"), config(section)
        )
        if outcome is None:
            (told,) = checked.diagnostics
            assert told.span is not None
            assert (told.code, told.span.line, told.hint) == ("LT107", 3, HINTS[name]), name
            assert PROBES[name].removeprefix("date: ").strip('"') in told.message
        else:
            # Hugo's year 1 is no date at all.
            expected = {
                key: None if outcome[key].startswith("0001") else datetime.fromisoformat(outcome[key])
                for key in ("date", "lastmod", "pub", "exp")
            }
            assert moments(checked.value) == expected, name
        seen += 1
    assert seen >= 5


@pytest.mark.parametrize("section", ["filename default", "filename :filename"])
def test_dated_names_give_the_addresses_that_hugo_gives(section: str) -> None:
    for name, outcome in rows(section):
        assert outcome is not None
        site = a_site(CONFIGS[section], {f"post/{name}.md": content(name)})
        own = unquote(outcome["rel"]).strip("/") + "/index.html"
        assert view_at(site, own).url == outcome["rel"]


@pytest.mark.parametrize(
    ("name", "dates"),
    [
        ("Tz", ("2024-01-02T10:30:00+08:00", "2024-01-02T10:30:00+08:00", "2024-01-02T10:30:00+08:00", None)),
        ("ymd", ("2024-01-02T00:00:00+08:00", "2024-01-02T00:00:00+08:00", "2024-01-02T00:00:00+08:00", None)),
        ("Z", ("2024-01-02T10:30:00+00:00", "2024-01-02T10:30:00+00:00", "2024-01-02T10:30:00+00:00", None)),
        ("onlylast", ("2024-02-03T00:00:00+08:00", "2024-02-03T00:00:00+08:00", "2024-02-03T00:00:00+08:00", None)),
        ("lastmod", ("2024-01-02T00:00:00+08:00", "2024-02-03T00:00:00+08:00", "2024-01-02T00:00:00+08:00", None)),
        ("updated", ("2024-01-01T00:00:00+08:00", "2024-01-01T00:00:00+08:00", "2024-01-01T00:00:00+08:00", None)),
        ("exp", ("2024-01-02T00:00:00+08:00",) * 3 + ("2099-01-01T00:00:00+08:00",)),
        ("empty", (None, None, None, None)),
    ],
)
def test_dates_without_a_zone_are_in_the_sites_and_stand_in_for_each_other(
    name: str, dates: tuple[str | None, ...]
) -> None:
    file = ContentFile(Source("content/post/a.md", content(name)), "post/a.md")
    found = moments(parse_post(file, config("dates tz Asia/Shanghai")).value)
    assert tuple(moment.isoformat() if moment else None for moment in found.values()) == dates


@pytest.mark.parametrize("name", HINTS)
def test_what_hugo_refuses_is_told_at_its_place_with_a_hint(name: str) -> None:
    file = ContentFile(Source("content/post/a.md", content(name)), "post/a.md")
    (told,) = parse_post(file, config("dates")).diagnostics
    assert told.span is not None
    assert (told.code, told.span.path, told.span.line, told.hint) == ("LT107", "content/post/a.md", 3, HINTS[name])


def test_published_is_a_date() -> None:
    file = ContentFile(Source("content/post/a.md", "---\ntitle: x\npublished: false\n---\n"), "post/a.md")
    (told,) = parse_post(file, config("dates")).diagnostics
    assert (told.code, told.hint) == ("LT107", "`published` is a date; to hide a post write `draft: true`")


def test_lists_are_dated_by_their_newest_member_and_undated_posts_come_last() -> None:
    files = {
        "post/a.md": "---\ntitle: b\ndate: 2024-01-02\ntags: [x]\n---\n",
        "post/b.md": "---\ntitle: a\ndate: 2024-01-02\nlastmod: 2024-03-04\ntags: [x]\n---\n",
        "post/c.md": "---\ntitle: c\n---\n",
        "post/d.md": "---\ntitle: d\nweight: 5\n---\n",
        "post/e.md": "---\ntitle: e\nweight: -1\ndate: 2020-01-01\n---\n",
    }
    site = a_site("", files)
    assert [card.title for card in view_at(site, "post/index.html").content.posts] == ["e", "d", "a", "b", "c"]
    newest = {
        path: view_at(site, path) for path in ("index.html", "post/index.html", "tags/x/index.html", "tags/index.html")
    }
    assert {str(view.date)[:10] for view in newest.values()} == {"2024-01-02"}
    assert {str(view.lastmod)[:10] for view in newest.values()} == {"2024-03-04"}
