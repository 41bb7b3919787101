"""The head of every page: authors, previews on other sites, translations, the first publication."""

from dataclasses import replace
from typing import Any

import pytest

from llmtimeline.plan.head.locales import og_locale
from llmtimeline.values.config import Config
from llmtimeline.values.places import Span
from llmtimeline.values.views import HeadView, OriginView
from tests.unit.plan.builders import EN, ZH, a_config, a_plan, a_post, a_tree, codes_of, view_at

HOSTILE = "\"><script>alert(1)</script>'\n{{ 7 * 7 }}"


def with_params(**params: Any) -> Config:
    return a_config(replace(ZH, params=params), replace(EN, params=params), params=params)


def head_of(post: Any, config: Config | None = None, **more: Any) -> HeadView:
    head = view_at(a_plan([post], config=config, **more), f"{post.key.id}/index.html").head
    assert isinstance(head, HeadView)
    return head


@pytest.mark.parametrize(
    ("tag", "locale"),
    [
        ("zh", "zh_CN"),
        ("zh-Hans", "zh_CN"),
        ("zh-Hant", "zh_TW"),
        ("zh-Hans-SG", "zh_SG"),
        ("zh_cn", "zh_CN"),
        ("en", "en_US"),
        ("en-gb", "en_GB"),
        ("ja", "ja_JP"),
        ("eo", "eo"),
        ("", ""),
        ("中文", ""),
        ('zh" onload=', ""),
    ],
)
def test_a_language_tag_gets_the_territory_that_previews_want(tag: str, locale: str) -> None:
    assert og_locale(tag) == locale


def test_a_page_names_its_own_language_and_those_of_its_translations() -> None:
    checked = a_plan([a_post("post/a"), a_post("post/a", "en"), a_post("post/b")])
    head = view_at(checked, "post/a/index.html").head
    assert (head.locale, head.other_locales) == ("zh_CN", ("en_US",))
    assert head.alternates == (
        ("zh-CN", "https://ex.org/post/a/"),
        ("en-US", "https://ex.org/en/post/a/"),
        ("x-default", "https://ex.org/post/a/"),
    )
    alone = view_at(checked, "post/b/index.html").head
    assert (alone.locale, alone.other_locales, alone.alternates) == ("zh_CN", (), ())
    assert view_at(checked, "404.html").head.alternates == ()


def test_head_and_sitemap_name_the_same_alternates() -> None:
    checked = a_plan([a_post("post/a"), a_post("post/a", "en")], config=a_config(replace(ZH, locale="zh-Hans"), EN))
    entries = {entry.permalink: entry for entry in view_at(checked, "en/sitemap.xml").entries}
    page = view_at(checked, "en/post/a/index.html")
    assert entries["https://ex.org/en/post/a/"].alternates == page.head.alternates
    assert page.head.alternates[0][0] == view_at(checked, "post/a/index.html").site.locale == "zh-Hans"


def test_a_page_may_give_another_locale() -> None:
    assert head_of(a_post("post/a", params={"locale": "zh-TW"})).locale == "zh_TW"
    assert head_of(a_post("post/a", params={"locale": HOSTILE})).locale == "zh_CN"


@pytest.mark.parametrize(
    ("site", "page", "authors"),
    [
        (None, (), ()),
        ("Me", (), ("Me",)),
        (("Me", "You"), (), ("Me", "You")),
        ({"name": "Me", "email": "me@ex.org"}, (), ("Me",)),
        ({"email": "me@ex.org"}, (), ()),
        ("Me", ("David",), ("David",)),
        (3, (), ()),
    ],
)
def test_authors_are_the_posts_else_the_sites(site: object, page: tuple[str, ...], authors: tuple[str, ...]) -> None:
    assert head_of(a_post("post/a", authors=page), with_params(author=site)).authors == authors


@pytest.mark.parametrize(
    ("front", "images"),
    [
        ({"params": {"cover": {"image": "/a.png", "hidden": True}}, "images": ("/b.png",)}, ["a"]),
        ({"images": ("/b.png", "/a.png")}, ["b", "a"]),
        ({"params": {"cover": {"image": "<image path/url>"}}, "images": ("/b.png",)}, ["b"]),
        ({"images": ("<link or path of image for opengraph, twitter-cards>",)}, ["site"]),
        ({"images": ("javascript:alert(1)", "data:image/png;base64,AA==", "//host/x.png")}, ["site"]),
        ({}, ["site"]),
    ],
)
def test_pictures_are_the_cover_else_the_posts_else_the_sites(front: Any, images: list[str]) -> None:
    tree = a_tree("a.png", "b.png", "site.png")
    checked = a_plan([a_post("post/a", **front)], config=with_params(images=("/site.png",)), tree=tree)
    view = view_at(checked, "post/a/index.html")
    assert view.head.images == tuple(f"https://ex.org/{name}.png" for name in images)
    assert (view.image, codes_of(checked)) == (view.head.images[0], [])


def test_at_most_six_of_each_kind_are_named() -> None:
    names = tuple(f"https://cdn.ex/{number}.png" for number in range(9))
    head = head_of(a_post("post/a", images=names, params={"audio": names, "videos": names}))
    assert head.images == head.audio == head.videos == names[:6]


def test_a_file_that_is_not_there_is_told_at_its_place() -> None:
    places = {"images.1": Span("content/post/a.zh.md", 4, 9), "audio.0": Span("content/post/a.zh.md", 5, 9)}
    post = a_post("post/a", images=("/a.png", "/none.png"), params={"audio": ("/none.mp3",)}, places=places)
    config = replace(with_params(images=("/gone.png",)), places={"params.images.0": Span("hugo.yaml", 9, 12)})
    checked = a_plan([post], config=config, tree=a_tree("a.png"))
    assert [(d.code, d.span.path, d.span.line, d.message) for d in checked.diagnostics if d.span] == [
        ("LT203", "content/post/a.zh.md", 4, "no image `/none.png` in the site"),
        ("LT203", "content/post/a.zh.md", 5, "no file `/none.mp3` in the site"),
        ("LT203", "hugo.yaml", 9, "no image `/gone.png` in the site"),
    ]


def test_an_address_of_another_host_is_encoded() -> None:
    head = head_of(a_post("post/a", images=('https://cdn.ex/图 1.png?a=b&c="',)))
    assert head.images == ("https://cdn.ex/%E5%9B%BE%201.png?a=b&c=%22",)


def test_the_cover_is_described() -> None:
    cover = {"image": "https://cdn.ex/a.png", "alt": "a cat\non a mat"}
    assert head_of(a_post("post/a", params={"cover": cover})).image_alt == "a cat on a mat"
    assert head_of(a_post("post/a", params={"cover": {"alt": "x"}})).image_alt == ""


def test_posts_of_one_series_name_each_other() -> None:
    posts = [a_post(f"post/{n}", date=f"2023-01-0{n}", params={"series": ("GPT",)}) for n in range(1, 9)]
    posts.append(a_post("post/term", terms=(("series", ("gpt",)),), date="2022-01-01"))
    posts += [a_post("post/other", params={"series": "别的"}), a_post("post/1", "en", params={"series": ("GPT",)})]
    checked = a_plan(posts)
    seen = [url.split("/")[4] for url in view_at(checked, "post/8/index.html").head.see_also]
    assert seen == ["7", "6", "5", "4", "3", "2"]
    assert "https://ex.org/post/8/" in view_at(checked, "post/term/index.html").head.see_also
    assert view_at(checked, "post/other/index.html").head.see_also == ()
    assert view_at(checked, "en/post/1/index.html").head.see_also == ()


@pytest.mark.parametrize(
    ("page", "site", "origin"),
    [
        ({"showcanonicallink": True}, {}, OriginView("https://Else.where/a/", "else.where")),
        ({}, {"showcanonicallink": True}, OriginView("https://Else.where/a/", "else.where")),
        (
            {"showcanonicallink": True, "canonicallinktext": "转载自"},
            {"canonicallinktext": "x"},
            OriginView("https://Else.where/a/", "else.where", "转载自"),
        ),
        (
            {"showcanonicallink": True},
            {"canonicallinktext": "From"},
            OriginView("https://Else.where/a/", "else.where", "From"),
        ),
        ({"showcanonicallink": False}, {"showcanonicallink": True}, None),
        ({}, {}, None),
    ],
)
def test_the_first_publication_is_named_where_asked(page: Any, site: Any, origin: OriginView | None) -> None:
    post = a_post("post/a", params={"canonicalurl": "https://Else.where/a/", **page})
    assert head_of(post, with_params(**site)).origin == origin


@pytest.mark.parametrize("given", [None, "", "/post/b/", "javascript:alert(1)", "data:text/html,x", "https://", 7])
def test_without_a_whole_address_the_page_is_its_own_first_place(given: object) -> None:
    post = a_post("post/a", params={"canonicalurl": given, "showcanonicallink": True})
    view = view_at(a_plan([post]), "post/a/index.html")
    assert (view.canonical, view.head.origin) == ("https://ex.org/post/a/", None)


@pytest.mark.parametrize(
    ("page", "site", "shown"),
    [
        (None, "@a@ex.social", "@a@ex.social"),
        ("b@ex.social", "@a@ex.social", "@b@ex.social"),
        (HOSTILE, "", ""),
        (None, None, ""),
    ],
)
def test_the_account_in_the_fediverse_is_the_pages_first(page: Any, site: Any, shown: str) -> None:
    post = a_post("post/a", params={"social": {"fediverse_creator": page}} if page else {})
    assert head_of(post, with_params(social={"fediverse_creator": site})).fediverse_creator == shown


def test_every_post_is_an_article_and_a_page_at_the_root_is_none() -> None:
    posts = [
        a_post("post/a"),
        a_post("post/b"),
        a_post("notes/a", date="2023-01-02"),
        a_post("about", date="2023-01-03"),
    ]
    checked = a_plan(posts)
    note, about = view_at(checked, "notes/a/index.html"), view_at(checked, "about/index.html")
    assert (note.is_article, note.date.day) == (True, 2)
    assert (about.is_article, about.date.day) == (False, 3)  # the sitemap knows its date


@pytest.mark.parametrize(
    ("front", "keywords"),
    [
        ({"keywords": ("a", "b"), "terms": (("tags", ("GPT",)),)}, ("a", "b")),
        ({"terms": (("tags", ("GPT", "开源")),)}, ("GPT", "开源")),
        ({}, ()),
    ],
)
def test_keywords_are_given_or_the_tags(front: Any, keywords: tuple[str, ...]) -> None:
    checked = a_plan([a_post("post/a", **front)], config=with_params(keywords=("Blog",)))
    assert view_at(checked, "post/a/index.html").keywords == keywords
    assert view_at(checked, "index.html").keywords == ("Blog",)
