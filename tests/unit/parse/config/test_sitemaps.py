"""`sitemap` of a config and of front matter."""

from __future__ import annotations

import pytest

from llmtimeline.parse.config.site import parse_config
from llmtimeline.parse.posts import parse_post
from llmtimeline.values.config import Config
from llmtimeline.values.sitemap import SitemapSettings
from llmtimeline.values.sources import ContentFile, Source


def settings(text: str) -> tuple[SitemapSettings, list[str]]:
    checked = parse_config(Source("hugo.yaml", f"baseURL: https://example.org/\n{text}"))
    return checked.value.sitemap, [
        f"{told.code} {told.span.line}:{told.span.column}" for told in checked.diagnostics if told.span
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", SitemapSettings()),
        ("sitemap: {changeFreq: weekly, priority: 0.5}", SitemapSettings(changefreq="weekly", priority=0.5)),
        ("sitemap: {changefreq: '', filename: sitemap.xml, priority: -1}", SitemapSettings()),
        ("sitemap: {disable: true, filename: map.xml}", SitemapSettings(disabled=True, filename="map.xml")),
    ],
)
def test_a_sites_settings_are_read(text: str, expected: SitemapSettings) -> None:
    assert settings(text) == (expected, [])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("sitemap: {priority: 2}", "LT108 2:21"),
        ("sitemap: {changefreq: often}", "LT108 2:23"),
        ("sitemap: {filename: ../x.xml}", "LT108 2:21"),
        ("sitemap: {filename: map.html}", "LT108 2:21"),
        ("sitemap: {prority: 1}", "LT105 2:11"),
    ],
)
def test_a_mistake_is_told_at_its_place_and_says_nothing(text: str, told: str) -> None:
    assert settings(text) == (SitemapSettings(), [told])


def test_a_page_may_say_something_else() -> None:
    text = "---\ntitle: x\nsitemap: {disable: true, changefreq: daily, priority: 3}\n---\n"
    checked = parse_post(ContentFile(Source("content/a.md", text), "a.md"), Config("", languages=()))
    assert checked.value.front.params["sitemap"] == {"disable": True, "changefreq": "daily", "priority": 3}
    (told,) = checked.diagnostics
    assert told.span is not None
    assert (told.code, told.span.line, told.span.column) == ("LT108", 3, 55)
