"""The head of a page as browsers, search engines and other sites read it."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache

import pytest
from lxml import html

from llmtimeline.render.templates import Renderer, open_theme
from llmtimeline.values.outputs import Output, Rendered
from llmtimeline.values.views import AnalyticsView, PageView

from . import sample_pages
from .sample_head import full_head
from .themes import built_in_theme, built_in_words

HOSTILE = "</title><script>alert(1)</script>\" onload='x' {{ 7 * 7 }}\njavascript:alert(1)"


@cache
def theme() -> Renderer:
    return open_theme(built_in_theme(), built_in_words()).value


def drawn(view: PageView) -> html.HtmlElement:
    checked = theme().render(Output("x.html", Rendered("pages/post.html", view, view.site.language)))
    assert checked.diagnostics == ()
    return html.document_fromstring(checked.value.decode())


def a_post(language: str = "zh", word: str = "word", **more: object) -> PageView:
    view = sample_pages.post(language)
    return replace(view, head=full_head(language, "post/2023-09/", word), **more)


def content_of(tree: html.HtmlElement, name: str) -> list[str]:
    return tree.xpath("//meta[@name=$name or @property=$name]/@content", name=name)


def test_other_sites_are_told_what_their_previews_show() -> None:
    tree = drawn(a_post())
    assert content_of(tree, "og:type") == ["article"]
    assert content_of(tree, "og:site_name") == ["word"]
    assert content_of(tree, "og:locale") == ["zh_CN"]
    assert content_of(tree, "og:locale:alternate") == ["en_US"]
    assert content_of(tree, "og:image") == ["https://example.org/a.png", "https://example.org/b.png"]
    assert content_of(tree, "og:image:alt") == ["word"]
    assert content_of(tree, "og:audio") == ["https://example.org/a.mp3"]
    assert content_of(tree, "og:video") == ["https://example.org/a.mp4"]
    assert content_of(tree, "og:see_also") == ["https://example.org/post/part-2/"]
    assert content_of(tree, "fb:app_id") == ["word"]
    assert content_of(tree, "article:section") == ["post"]
    assert content_of(tree, "article:tag") == ["Falcon"]
    assert content_of(tree, "twitter:card") == ["summary_large_image"]
    assert content_of(tree, "twitter:image") == ["https://example.org/a.png"]
    assert content_of(tree, "twitter:site") == ["@llmtimeline"]
    assert content_of(tree, "twitter:title") == content_of(tree, "og:title")
    assert content_of(tree, "twitter:description") == content_of(tree, "description")
    assert content_of(tree, "fediverse:creator") == ["@a@example.social"]


def test_a_page_without_a_picture_has_a_small_card() -> None:
    view = a_post()
    tree = drawn(replace(view, head=replace(view.head, images=())))
    assert content_of(tree, "twitter:card") == ["summary"]
    assert content_of(tree, "twitter:image") == content_of(tree, "og:image") == []


def test_search_engines_find_their_codes_and_the_authors() -> None:
    tree = drawn(a_post())
    assert content_of(tree, "google-site-verification") == ["abc_123"]
    assert content_of(tree, "msvalidate.01") == ["0123"]
    assert content_of(tree, "author") == ["word, B"]
    assert content_of(tree, "robots") == ["index, follow"]
    assert content_of(drawn(a_post(index=False)), "robots") == ["noindex, nofollow"]


def test_icons_stand_in_their_order_and_colours_are_the_sites() -> None:
    tree = drawn(a_post())
    links = tree.xpath("//link[contains(@rel, 'icon')]")
    assert [(link.get("rel"), link.get("href"), link.get("type"), link.get("sizes")) for link in links] == [
        ("icon", "/favicon.ico", None, None),
        ("icon", "https://cdn.example.org/16.png", "image/png", "16x16"),
        ("apple-touch-icon", "/apple-touch-icon.png", None, None),
        ("mask-icon", "/safari-pinned-tab.svg", None, None),
    ]
    assert content_of(tree, "theme-color") == content_of(tree, "msapplication-TileColor") == ["word"]
    assert len(content_of(drawn(sample_pages.post("zh")), "theme-color")) == 2


def test_visits_are_counted_only_for_readers_who_do_not_object() -> None:
    view = a_post()
    (script,) = drawn(view).xpath("//script[contains(., 'gtag')]/text()")
    assert "navigator.doNotTrack" in script
    assert 'gtag("config", "G-1A2B3C4D5E")' in script
    assert "gtag/js?id=G-1A2B3C4D5E" in script
    shared = replace(view.head.site, analytics=AnalyticsView("G-1A2B3C4D5E", respects_dnt=False))
    (script,) = drawn(replace(view, head=replace(view.head, site=shared))).xpath("//script[contains(., 'gtag')]/text()")
    assert "doNotTrack" not in script


def test_a_preview_tells_nobody_and_counts_nobody() -> None:
    view = a_post(json_ld=({"@type": "BlogPosting"},))
    tree = drawn(replace(view, site=replace(view.site, production=False)))
    assert tree.xpath("//script[@type or contains(., 'gtag')]") == []
    assert tree.xpath("//meta/@property") == []
    assert content_of(tree, "google-site-verification") == content_of(tree, "twitter:card") == []
    assert content_of(tree, "robots") == ["noindex, nofollow"]


@pytest.mark.parametrize(("language", "words"), [("zh", "首发于"), ("en", "Originally published at")])
def test_the_place_of_first_publication_is_shown_below_the_title(language: str, words: str) -> None:
    view = a_post(language)
    (note,) = drawn(view).xpath("//p[contains(@class, 'origin')]")
    assert note.text_content() == "word elsewhere.example"
    assert note.xpath("a/@href") == ["https://elsewhere.example/a/"]
    assert view.head.origin is not None
    unworded = replace(view, head=replace(view.head, origin=replace(view.head.origin, text="")))
    (note,) = drawn(unworded).xpath("//p[contains(@class, 'origin')]")
    assert note.text_content() == f"{words} elsewhere.example"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_that_is_written_leaves_its_attribute(language: str) -> None:
    view = a_post(language, HOSTILE, title=HOSTILE, description=HOSTILE, keywords=(HOSTILE,), json_ld=({"x": HOSTILE},))
    tree = drawn(view)
    assert len(tree.xpath("//script[not(@src)]")) == 3  # the record, the counter and the line for colours
    assert tree.xpath("//*[@onload]") == []
    assert tree.xpath("//*[starts-with(@href, 'javascript') or starts-with(@src, 'javascript')]") == []
    for name in ("og:site_name", "theme-color", "fb:app_id", "og:image:alt", "og:title", "description", "keywords"):
        assert content_of(tree, name) == [HOSTILE]


@pytest.mark.parametrize(
    ("language", "names"), [("zh", ["首页", "模型", "GPT-4"]), ("en", ["Home", "Models", "GPT-4"])]
)
def test_the_way_from_home_is_told_in_words(language: str, names: list[str]) -> None:
    steps = [{"@type": "ListItem", "name": name} for name in ("@home", "@models", "GPT-4")]
    (record,) = drawn(a_post(language, json_ld=({"itemListElement": steps},))).xpath("//script[@type]/text()")
    assert [step["name"] for step in json.loads(record)["itemListElement"]] == names
