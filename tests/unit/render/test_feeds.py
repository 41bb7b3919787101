"""Atom, JSON Feed and calendars, read by others' programs as they were meant."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import feedparser
import pytest
from icalendar import Calendar
from lxml import etree

from llmtimeline.render.templates import open_theme
from llmtimeline.values.dates import PartialDate
from llmtimeline.values.outputs import Output, Rendered
from llmtimeline.values.sources import Theme
from llmtimeline.values.views import (
    CalendarContent,
    CalendarEvent,
    FeedContent,
    FeedItem,
    PlainContent,
    ReleaseRow,
    VendorChip,
)

from .themes import built_in_theme, built_in_words

HOME = "https://example.org/"
ADDED = datetime(2023, 9, 7, 2, 0, tzinfo=UTC)
HOSTILE = 'Falcon, 180B; \\n <b>&amp;</b> ]]> "文心\x00\x0b\ufffe\n一言" 🦅 \u2028END:VEVENT'
SHOWN = HOSTILE.replace("\x00", "").replace("\x0b", "").replace("\ufffe", "")
MAY = ReleaseRow(
    id="falcon",
    anchor="falcon",
    name="Falcon",
    url="/models/falcon/",
    date=PartialDate(2023, 5),
    vendors=(VendorChip("tii", "阿联酋，TII", "/vendors/tii/"), VendorChip("x", "X; Y, Z", "")),
    summary="一行。",
    weights="open",
    sizes=("7B", "40B"),
)
RELEASE = FeedItem(
    title="Falcon · 2023-05",
    permalink=f"{HOME}post/a/#falcon",
    date=ADDED,
    summary_html="<p>一行 &amp; more</p>",
    guid=f"{HOME}#release:falcon",
    updated=datetime(2023, 10, 1, tzinfo=UTC),
    tags=("阿联酋，TII",),
    release=MAY,
)
POST = FeedItem("a & b", f"{HOME}post/a/", None, "", f"{HOME}post/a/")
FEED = FeedContent(
    title="时间线 <1>",
    description="",
    permalink=f"{HOME}timeline/",
    self_url=f"{HOME}timeline/atom.xml",
    locale="zh-Hans",
    updated=datetime(2023, 10, 1, tzinfo=UTC),
    items=(RELEASE, POST),
    by="李",
    of_releases=True,
)
EVENT = CalendarEvent("falcon@example.org", RELEASE.permalink, MAY, ADDED, datetime(2023, 10, 1, tzinfo=UTC), 23)
CALENDAR = CalendarContent(
    "时间线", "", f"{HOME}timeline/", f"{HOME}timeline/releases.ics", "zh-Hans", EVENT.updated, (EVENT,), 1
)


@pytest.fixture(scope="module")
def renderer() -> Any:
    known = built_in_theme().templates
    wanted = {name: known[name] for name in known if name.startswith(("feeds/", "macros/"))}
    return open_theme(Theme(wanted), built_in_words()).value


def drawn(renderer: Any, template: str, content: PlainContent, language: str = "zh") -> bytes:
    checked = renderer.render(Output("x", Rendered(template, content, language)))
    assert checked.diagnostics == ()
    return bytes(checked.value)


def test_atom_is_read_as_it_was_meant(renderer: Any) -> None:
    text = drawn(renderer, "feeds/atom.xml", FEED)
    feed: Any = feedparser.parse(text)
    assert not feed.bozo
    assert feed.version == "atom10"
    assert (feed.feed.title, feed.feed.id, feed.feed.author) == ("时间线 <1>", f"{HOME}timeline/", "李")
    first, second = feed.entries
    assert (first.id, first.link) == (RELEASE.guid, RELEASE.permalink)
    assert (first.published[:10], first.updated[:10]) == ("2023-09-07", "2023-10-01")
    assert "2023年5月（日期未给出）" in first.summary
    assert "一行 &amp; more" in first.summary
    assert first.release_date == "2023-05"
    assert second.updated.startswith("1970-01-01")
    root = etree.fromstring(text)
    ids = [each.text for each in root.iter("{http://www.w3.org/2005/Atom}id")]
    assert len(ids) == len(set(ids)) == 3


def test_rss_tells_the_release_date_as_data(renderer: Any) -> None:
    feed: Any = feedparser.parse(drawn(renderer, "feeds/rss.xml", replace(FEED, self_url=f"{HOME}index.xml"), "en"))
    assert not feed.bozo
    first, _ = feed.entries
    assert (first.release_id, first.release_date, first.release_event) == ("falcon", "2023-05", "release")
    assert first.published == "Thu, 07 Sep 2023 02:00:00 +0000"
    assert "May 2023 (day not given)" in first.summary
    assert [tag.term for tag in first.tags] == ["阿联酋，TII"]


def test_a_later_event_says_what_it_is(renderer: Any) -> None:
    later = replace(RELEASE, release=replace(MAY, event="open-weights"))
    for name in ("atom.xml", "rss.xml"):
        feed: Any = feedparser.parse(drawn(renderer, f"feeds/{name}", replace(FEED, items=(later,)), "en"))
        assert feed.entries[0].title == "Falcon · 2023-05 (weights opened)"
    shown = json.loads(drawn(renderer, "feeds/feed.json", replace(FEED, items=(later,)), "en"))
    assert shown["items"][0]["title"] == "Falcon · 2023-05 (weights opened)"


def test_json_feed_has_what_its_version_asks_for(renderer: Any) -> None:
    feed = json.loads(drawn(renderer, "feeds/feed.json", replace(FEED, self_url=f"{HOME}timeline/feed.json")))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert (feed["title"], feed["home_page_url"]) == ("时间线 <1>", f"{HOME}timeline/")
    assert (feed["feed_url"], feed["language"]) == (f"{HOME}timeline/feed.json", "zh-Hans")
    assert feed["authors"] == [{"name": "李"}]
    first, second = feed["items"]
    assert isinstance(first["id"], str)
    assert first["content_html"].endswith("<p>一行 &amp; more</p>")
    assert (first["date_published"], first["date_modified"]) == (
        "2023-09-07T02:00:00+00:00",
        "2023-10-01T00:00:00+00:00",
    )
    about = first["_llmtimeline"]
    assert (about["release"], about["date"], about["precision"], about["vendors"]) == (
        "falcon",
        "2023-05",
        "month",
        ["tii", "x"],
    )
    assert second["content_text"] == "a & b"
    assert "_llmtimeline" not in second
    assert json.loads(drawn(renderer, "feeds/feed.json", replace(FEED, items=())))["items"] == []


def test_a_calendar_is_read_as_it_was_meant(renderer: Any) -> None:
    text = drawn(renderer, "feeds/releases.ics", CALENDAR)
    calendar: Any = Calendar.from_ical(text)
    assert (str(calendar["NAME"]), str(calendar["X-WR-CALNAME"])) == ("时间线", "时间线")
    assert str(calendar["METHOD"]) == "PUBLISH"
    assert calendar["REFRESH-INTERVAL"].dt.days == 1
    (event,) = calendar.walk("VEVENT")
    assert not event.errors
    assert str(event["UID"]) == "falcon@example.org"
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2023, 5, 1), date(2023, 6, 1))
    assert event["DTSTAMP"].dt == ADDED
    assert event["LAST-MODIFIED"].dt == datetime(2023, 10, 1, tzinfo=UTC)
    assert int(event["SEQUENCE"]) == 23
    assert str(event["SUMMARY"]) == "Falcon"
    assert str(event["DESCRIPTION"]).splitlines()[:3] == [
        "发布日期：2023年5月（日期未给出）",
        "阿联酋，TII、X; Y, Z",
        "一行。",
    ]
    assert [str(each) for each in event["CATEGORIES"].cats] == ["阿联酋，TII", "X; Y, Z"]
    assert (str(event["TRANSP"]), str(event["STATUS"])) == ("TRANSPARENT", "CONFIRMED")


def test_a_year_spans_the_year_and_doubt_is_tentative(renderer: Any) -> None:
    doubtful = replace(EVENT, release=replace(MAY, date=PartialDate(2020, uncertain=True)))
    (event,) = Calendar.from_ical(
        drawn(renderer, "feeds/releases.ics", replace(CALENDAR, events=(doubtful,)), "en")
    ).walk("VEVENT")
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2020, 1, 1), date(2021, 1, 1))
    assert str(event["STATUS"]) == "TENTATIVE"
    assert "2020 (month not given)" in str(event["DESCRIPTION"])


def test_a_calendar_that_leaves_some_out_says_so(renderer: Any) -> None:
    text = drawn(renderer, "feeds/releases.ics", replace(CALENDAR, total=5000), "en")
    assert str(Calendar.from_ical(text)["DESCRIPTION"]).startswith("The latest 1 of 5,000 releases.")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_that_an_author_writes_breaks_a_feed(renderer: Any, language: str) -> None:
    row = replace(
        MAY, name=HOSTILE, summary=HOSTILE, sizes=(HOSTILE,), vendors=(VendorChip("v", HOSTILE, ""),), event=HOSTILE
    )
    item = replace(RELEASE, title=HOSTILE, tags=(HOSTILE,), release=row)
    feed = replace(FEED, title=HOSTILE, description=HOSTILE, by=HOSTILE, copyright=HOSTILE, items=(item,))
    for name in ("rss.xml", "atom.xml"):
        root = etree.fromstring(drawn(renderer, f"feeds/{name}", feed, language))
        assert len(root.findall(".//{*}entry") + root.findall(".//item")) == 1
        assert SHOWN in "".join(root.itertext())
    read = json.loads(drawn(renderer, "feeds/feed.json", feed, language))
    assert read["title"] == SHOWN
    assert read["items"][0]["tags"] == [SHOWN]
    event = replace(EVENT, uid=HOSTILE, release=row)
    calendar = replace(CALENDAR, title=HOSTILE, description=HOSTILE, events=(event, EVENT))
    text = drawn(renderer, "feeds/releases.ics", calendar, language)
    found: Any = Calendar.from_ical(text)
    assert len(found.walk("VEVENT")) == 2
    assert str(found.walk("VEVENT")[0]["SUMMARY"]).startswith("Falcon, 180B; \\n <b>&amp;</b> ]]>")
    assert all(len(line) <= 75 for line in text.split(b"\r\n"))
    assert b"\n" not in text.replace(b"\r\n", b"")


def test_long_chinese_lines_fold_between_characters(renderer: Any) -> None:
    long = "通义千问🙂的权重按规模逐步开放，基座版与对话版并列；" * 12
    event = replace(EVENT, release=replace(MAY, name=long, summary=long))
    text = drawn(renderer, "feeds/releases.ics", replace(CALENDAR, events=(event,)))
    for line in text.split(b"\r\n"):
        assert len(line) <= 75
        line.decode("utf-8")
    (read,) = Calendar.from_ical(text).walk("VEVENT")
    assert str(read["SUMMARY"]) == long
