"""Which feeds a site has, and whether its pages stand as Markdown."""

from __future__ import annotations

import pytest

from llmtimeline.parse.config.site import parse_config
from llmtimeline.values.config import FEED_FORMATS, TimelineSettings
from llmtimeline.values.sources import Source

BASE = "baseURL: https://example.org/\n"


def settings(text: str) -> TimelineSettings:
    checked = parse_config(Source("llmtimeline.yaml", BASE + text))
    assert checked.diagnostics == ()
    return checked.value.timeline


@pytest.mark.parametrize(
    ("written", "feeds"),
    [
        ("", FEED_FORMATS),
        ("timeline: {feeds: [ICS, rss]}", ("ics", "rss")),
        ("timeline: {feeds: atom}", ("atom",)),
        ("timeline: {feeds: []}", ()),
    ],
)
def test_a_site_chooses_its_formats(written: str, feeds: tuple[str, ...]) -> None:
    assert settings(written).feeds == feeds


def test_twins_in_markdown_can_be_turned_off() -> None:
    assert settings("").markdown
    assert not settings("timeline: {markdown: no}").markdown


def test_an_unknown_format_is_told_at_its_place() -> None:
    (found,) = parse_config(Source("llmtimeline.yaml", f"{BASE}timeline:\n  feeds: [rss, atum]\n")).diagnostics
    assert (found.code, found.span and (found.span.line, found.span.column)) == ("LT108", (3, 16))
    assert found.hint == "it takes `rss`, `atom`, `json`, `ics`"
