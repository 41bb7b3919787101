"""Feeds, sitemaps and llms.txt as other programs read them."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from llmtimeline.render.elsewhere import absolute, cdata
from llmtimeline.render.markdown import one_line as markdown_line
from llmtimeline.render.templates import open_theme
from llmtimeline.values.outputs import Output, Rendered
from llmtimeline.values.sources import Theme
from llmtimeline.values.views import (
    FeedContent,
    FeedItem,
    LlmsContent,
    LlmsLink,
    PlainContent,
    RobotsContent,
    SitemapContent,
    SitemapEntry,
)

from .themes import built_in_theme, built_in_words

PAGE = "https://example.org/post/a/"
CHINA = timezone(timedelta(hours=8))
MOMENT = datetime(2023, 9, 29, 9, 54, 54, tzinfo=CHINA)
ITEM = FeedItem(
    "Falcon & \x0b百川 <1>",
    PAGE,
    MOMENT,
    '<p><a href="/post/b/?x=1&amp;y=2">乙</a><img src="pic.png"></p>',
    PAGE,
    "<h2>全文</h2><p>]]> & <a href='#note'>注</a>\x08</p>",
)
FEED = FeedContent(
    title="@tags · 大模型 <时间线>",
    description="",
    permalink="https://example.org/tags/",
    self_url="https://example.org/tags/index.xml",
    locale="zh-CN",
    updated=MOMENT,
    items=(ITEM, FeedItem("b", "https://example.org/b/", None, "", "https://example.org/b/#x")),
    copyright="© 2023 [我](https://example.org/)",
    image="https://example.org/pic.png",
    author="li@example.org (李 雷)",
)


def drawn(template: str, content: PlainContent, language: str = "zh") -> str:
    """One of our templates, with the macros that it may take."""
    known = built_in_theme().templates
    templates = {name: known[name] for name in known if name == template or name.startswith("macros/")}
    checked = open_theme(Theme(templates), built_in_words()).value.render(
        Output("x", Rendered(template, content, language))
    )
    assert checked.diagnostics == ()
    return checked.value.decode()


def test_a_feed_is_read_as_it_was_meant() -> None:
    feed: Any = feedparser.parse(drawn("feeds/rss.xml", FEED).encode())
    assert not feed.bozo
    assert feed.version == "rss20"
    channel = feed.feed
    assert (channel.title, channel.language, channel.generator) == ("标签 · 大模型 <时间线>", "zh-CN", "llmtimeline")
    assert channel.image.href == "https://example.org/pic.png"
    assert (channel.author_detail.email, channel.author_detail.name) == ("li@example.org", "李 雷")
    assert channel.rights == "© 2023 我"
    assert channel.updated == "Fri, 29 Sep 2023 09:54:54 +0800"
    assert [link.href for link in channel.links if link.rel == "self"] == ["https://example.org/tags/index.xml"]
    first, second = feed.entries
    assert (first.title, first.id, first.link) == ("Falcon & 百川 <1>", PAGE, PAGE)
    assert first.published == "Fri, 29 Sep 2023 09:54:54 +0800"
    assert (second.id, second.link, second.get("published")) == (
        "https://example.org/b/#x",
        "https://example.org/b/",
        None,
    )


def test_what_a_feed_holds_is_named_in_full() -> None:
    root = etree.fromstring(drawn("feeds/rss.xml", FEED).encode())
    summary, content = (
        root.findtext(f"channel/item/{name}")
        for name in ("description", "{http://purl.org/rss/1.0/modules/content/}encoded")
    )
    assert summary == (
        '<p><a href="https://example.org/post/b/?x=1&amp;y=2">乙</a><img src="https://example.org/post/a/pic.png"></p>'
    )
    assert content == f"<h2>全文</h2><p>]]> & <a href='{PAGE}#note'>注</a></p>"
    assert len(root.findall("channel/item/description")) == 1


def test_a_feed_of_little_has_only_what_it_has() -> None:
    root = etree.fromstring(drawn("feeds/rss.xml", FeedContent("t", "d", PAGE, PAGE, "en", None, ())).encode())
    names = [etree.QName(element).localname for element in root[0]]
    assert names == ["title", "link", "description", "generator", "language", "link"]


def test_the_sitemap_says_what_it_knows() -> None:
    entries = (
        SitemapEntry(PAGE, MOMENT, (("zh-CN", PAGE), ("x-default", PAGE)), "weekly", 0.5),
        SitemapEntry("https://example.org/b/", None),
    )
    root = etree.fromstring(drawn("feeds/sitemap.xml", SitemapContent(entries)).encode())
    first, second = ([etree.QName(part).localname for part in url] for url in root)
    assert first == ["loc", "lastmod", "changefreq", "priority", "link", "link"]
    assert [part.text for part in root[0]][1:4] == ["2023-09-29T09:54:54+08:00", "weekly", "0.5"]
    assert second == ["loc"]


def test_robots_are_kept_out_of_previews() -> None:
    assert drawn("feeds/robots.txt", RobotsContent(allow=False, sitemap="")) == "User-agent: *\nDisallow: /\n"


@pytest.mark.parametrize(("language", "data"), [("zh", "数据"), ("en", "Data")])
def test_language_models_get_plain_markdown(language: str, data: str) -> None:
    content = LlmsContent(
        "LLM [时间线]",
        "一行",
        (LlmsLink("@timeline", "https://example.org/timeline/", "@description_timeline"),),
        (("@home", (LlmsLink("a ](javascript:x) <b>", PAGE, "两\n行"), LlmsLink("c", PAGE))),),
    )
    words = built_in_words()[language].texts
    assert drawn("feeds/llms.txt", content, language) == (
        f"# LLM \\[时间线\\]\n\n> 一行\n\n## {data}\n\n"
        f"- [{words['title_timeline']}](https://example.org/timeline/): {words['description_timeline']}\n"
        f"\n## {words['home']}\n\n- [a \\](javascript:x) \\<b>]({PAGE}): 两 行\n- [c]({PAGE})\n"
    )


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ('<a href="b/">', f'<a href="{PAGE}b/">'),
        ('<a class="x" href = "../b/">', '<a class="x" href = "https://example.org/post/b/">'),
        (
            "<video poster='/a.png' src='/a.mp4'>",
            "<video poster='https://example.org/a.png' src='https://example.org/a.mp4'>",
        ),
        ('<a href="//cdn.org/x">', '<a href="https://cdn.org/x">'),
        ('<a href="mailto:a@b.org">', '<a href="mailto:a@b.org">'),
        ('<a href="it\'s">', f'<a href="{PAGE}it\'s">'),
        ("<a href='//['>", "<a href='//['>"),
        ('<a href="">', '<a href="">'),
        ('<code>src="/a"</code> href="/b"', '<code>src="/a"</code> href="/b"'),
        ('<a title="a src=\'/x\'" data-src="/y">', '<a title="a src=\'/x\'" data-src="/y">'),
    ],
)
def test_addresses_get_scheme_and_host(html: str, shown: str) -> None:
    assert absolute(html, PAGE) == shown


@given(st.text() | st.lists(st.sampled_from(["]]", "]]>", ">", "<![CDATA[", "a", "\x00", "文"])).map("".join))
def test_any_text_fits_into_cdata(text: str) -> None:
    # XML reads both other ends of lines as "\n".
    root = etree.fromstring(f"<a>{cdata(text)}</a>".encode("utf-8", "replace"))
    kept = "".join(c for c in text if c in "\t\n\r" or (ord(c) >= 32 and not 0xD800 <= ord(c) < 0xE000))
    kept = "".join(c for c in kept if c not in "\ufffe\uffff").replace("\r\n", "\n").replace("\r", "\n")
    assert (root.text or "") == kept


@given(st.text() | st.text("<a href=\"'/>#[:] "))
def test_any_text_may_be_made_absolute(text: str) -> None:
    assert isinstance(absolute(text, PAGE), str)
    assert "\n" not in markdown_line(text)
