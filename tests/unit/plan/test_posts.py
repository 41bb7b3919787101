"""A post's page, and the head that every page has."""

import json
from dataclasses import replace
from typing import Any

import pytest

from llmtimeline.plan.tables import entry_html, table_of_contents
from llmtimeline.values.config import TimelineSettings
from llmtimeline.values.menus import MenuItem
from llmtimeline.values.posts import Node

from .builders import (
    EN,
    ZH,
    a_config,
    a_plan,
    a_post,
    a_ref,
    a_registry,
    a_release,
    a_section,
    a_tree,
    codes_of,
    content_at,
    covered,
    view_at,
)


def with_params(**params: Any) -> Any:
    return a_config(replace(ZH, params=params), EN)


def outline(headings: Any) -> Any:
    return [(heading.id, outline(heading.children)) for heading in headings]


@pytest.mark.parametrize(
    ("levels", "nested"),
    [
        ("2 3 3 2", [("0", [("1", []), ("2", [])]), ("3", [])]),
        ("2 4 2", [("0", [("1", [])]), ("2", [])]),
        ("3 2 3", [("0", []), ("1", [("2", [])])]),
        ("4 3 2", [("0", []), ("1", []), ("2", [])]),
        ("", []),
    ],
)
def test_the_table_of_contents_has_no_empty_entries(levels: str, nested: Any) -> None:
    entries = [(int(level), str(number), "x") for number, level in enumerate(levels.split())]
    assert outline(table_of_contents(entries)) == nested


@pytest.mark.parametrize(
    ("html", "entry"),
    [
        ("a &amp; b", "a &amp; b"),
        ('<strong>b</strong> <code class="x">c</code>', "<strong>b</strong> <code>c</code>"),
        ('<a href="/x/">l</a>', "l"),
        ('<img src="/a.png" alt="一图" loading="lazy">', "一图"),
        ('t<sup id="fnref:1"><a href="#fn:1">1</a></sup>', "t"),
        ("<b onclick=x><script>y</script></b>", "<b>y</b>"),
    ],
)
def test_an_entry_may_stand_inside_a_link(html: str, entry: str) -> None:
    assert entry_html(html) == entry


def test_only_the_levels_of_the_config_are_in_the_table() -> None:
    from llmtimeline.values.config import MarkupSettings
    from llmtimeline.values.places import Span
    from llmtimeline.values.posts import Heading

    headings = tuple(Heading(level, f"h{level}", f"H{level}", (f"H{level}",), Span("x")) for level in (1, 2, 3, 4))
    post = a_post("post/a", body={"headings": headings})
    assert outline(content_at(a_plan([post], config=with_params(showtoc=True)), "post/a/index.html").toc) == [
        ("h2", [("h3", [])])
    ]
    config = replace(with_params(showtoc=True), markup=MarkupSettings(toc_end=4))
    assert outline(content_at(a_plan([post], config=config), "post/a/index.html").toc) == [
        ("h2", [("h3", [("h4", [])])])
    ]


def test_a_post_knows_its_newer_and_older_neighbours() -> None:
    posts = [a_post(f"post/{n}", date=f"2023-01-0{n}") for n in (1, 2, 3)]
    checked = a_plan([*posts, a_post("about")])
    content = content_at(checked, "post/2/index.html")
    assert (content.newer.text, content.older.text) == ("3", "1")
    assert content_at(checked, "post/3/index.html").newer is None
    about = content_at(checked, "about/index.html")
    assert (about.newer, about.older, about.parts.meta) == (None, None, False)


def test_a_card_holds_what_lists_show() -> None:
    post = a_post(
        "post/a",
        "zh",
        [a_section("GPT-4")],
        tags=["GPT", "多模态"],
        date="2023-03-14",
        authors=("某人",),
        link_title="短",
        body={"summary_text": "摘要", "truncated": True, "words": 1200, "minutes": 3},
    )
    checked = a_plan([post], a_registry([a_release("gpt-4", "2023-03-14", covered(post))]))
    card = content_at(checked, "index.html").posts[0]
    assert (card.title, card.url, card.permalink) == ("短", "/post/a/", "https://ex.org/post/a/")
    assert (card.summary, card.truncated, card.words, card.minutes, card.authors) == ("摘要", True, 1200, 3, ("某人",))
    assert [row.id for row in card.releases] == ["gpt-4"]
    assert [tag.text for tag in card.tags] == ["GPT", "多模态"]
    assert view_at(checked, "post/a/index.html").title == "a"


@pytest.mark.parametrize(
    ("site", "page", "url"),
    [
        ({"url": "https://git/x/", "appendfilepath": True}, {}, "https://git/x/post/%E5%91%A8%20%E6%8A%A5.zh.md"),
        ({"url": "https://git/x"}, {}, "https://git/x"),
        ({"url": "https://git/x"}, {"url": "https://other"}, "https://other"),
        ({"url": "https://git/x"}, {"disabled": True}, ""),
        ({"url": "https://git/<path_to_repo>", "appendfilepath": True}, {}, ""),
        ({"url": "javascript:alert(1)"}, {}, ""),
        ({}, {}, ""),
    ],
)
def test_a_post_can_be_edited_where_the_site_says(site: Any, page: Any, url: str) -> None:
    post = a_post("post/周 报", params={"editpost": page} if page else {})
    config = with_params(editpost=site)
    assert content_at(a_plan([post], config=config), "post/周-报/index.html").edit_url == url
    closed = replace(config, timeline=TimelineSettings(open_edit=False))
    assert content_at(a_plan([post], config=closed), "post/周-报/index.html").edit_url == ""


def test_terms_come_in_the_order_of_the_front_matter() -> None:
    post = a_post("post/a", terms=(("categories", ("周报",)), ("tags", ("B", "A", "b"))))
    terms = content_at(a_plan([post]), "post/a/index.html").terms
    assert [(plural, [(link.text, link.url) for link in links]) for plural, links in terms] == [
        ("categories", [("周报", "/categories/%E5%91%A8%E6%8A%A5/")]),
        ("tags", [("B", "/tags/b/"), ("A", "/tags/a/")]),
    ]


@pytest.mark.parametrize(
    ("front", "summary", "description"),
    [
        ({"description": "一 \n 二"}, "摘要。", "一 二"),
        ({}, "摘要。" * 30, "摘要。" * 20),
        ({}, "", "网站"),
    ],
)
def test_a_description_is_given_or_the_summary_or_the_sites(front: Any, summary: str, description: str) -> None:
    post = a_post("post/a", body={"summary_text": summary}, **front)
    checked = a_plan([post], config=with_params(description="网站"))
    assert view_at(checked, "post/a/index.html").description == description
    assert view_at(checked, "index.html").description == "网站"


def test_robots_are_kept_out_where_they_should_be() -> None:
    posts = [a_post("post/a"), a_post("post/b", params={"robotsnoindex": True})]
    checked = a_plan(posts)
    assert [view_at(checked, f"post/{name}/index.html").index for name in "ab"] == [True, False]
    checked = a_plan(posts, config=a_config(environment="development"))
    assert not view_at(checked, "post/a/index.html").index
    assert not view_at(checked, "post/a/index.html").site.production


@pytest.mark.parametrize(
    ("front", "image", "codes"),
    [
        ({"params": {"cover": {"image": "/images/a.png"}}}, "https://ex.org/images/a.png", []),
        ({"params": {"cover": {"image": "images/a.png"}}}, "https://ex.org/images/a.png", []),
        ({"images": ("https://cdn/x.png",)}, "https://cdn/x.png", []),
        ({"params": {"cover": {"image": "/images/none.png"}}}, "https://ex.org/images/site.png", ["LT203"]),
        ({"params": {"cover": {"image": "<image path/url>"}}}, "https://ex.org/images/site.png", []),
        ({"images": ("javascript:x",)}, "https://ex.org/images/site.png", []),
        ({}, "https://ex.org/images/site.png", []),
    ],
)
def test_the_picture_of_a_page_is_its_own_or_the_sites(front: Any, image: str, codes: list[str]) -> None:
    config = with_params(images=["/images/site.png"])
    checked = a_plan([a_post("post/a", **front)], config=config, tree=a_tree("images/a.png", "images/site.png"))
    assert (view_at(checked, "post/a/index.html").image, codes_of(checked)) == (image, codes)


def test_structured_data_can_be_serialised_and_never_holds_the_text() -> None:
    post = a_post("post/a", "zh", [a_section("标题", "正文在此")], date="2023-03-14", tags=["GPT"], authors=("某人",))
    config = with_params(author=["甲", "乙"], description="说明")
    checked = a_plan([post], a_registry([a_release("gpt-4", "2023-03-14", covered(post))]), config)
    kinds = {}
    for output in checked.value.outputs:
        view = getattr(output.body, "view", None)
        for record in getattr(view, "json_ld", ()):
            assert "正文在此" not in json.dumps(record, ensure_ascii=False)
            kinds.setdefault(record["@type"], []).append(record)
    about = {"WebSite", "Organization", "BreadcrumbList", "BlogPosting", "Dataset", "SoftwareApplication"}
    assert set(kinds) == about
    (article,) = kinds["BlogPosting"]
    assert (article["headline"], article["datePublished"][:10], article["author"][0]["name"]) == (
        "a",
        "2023-03-14",
        "某人",
    )
    assert kinds["Dataset"][0]["creator"]["name"] == "甲, 乙"
    steps = view_at(checked, "models/gpt-4/index.html").json_ld[-1]["itemListElement"]
    assert [step["name"] for step in steps] == ["@home", "@models", "gpt-4"]
    assert [step["item"] for step in steps][1:] == ["https://ex.org/models/", "https://ex.org/models/gpt-4/"]


def test_a_canonical_address_can_be_given() -> None:
    post = a_post("post/a", params={"canonicalurl": "https://other/x/"})
    assert view_at(a_plan([post]), "post/a/index.html").canonical == "https://other/x/"
    bad = a_post("post/a", params={"canonicalurl": "javascript:x"})
    assert view_at(a_plan([bad]), "post/a/index.html").canonical == "https://ex.org/post/a/"


def test_generated_pages_leave_their_titles_to_the_templates() -> None:
    checked = a_plan([a_post("post/a", tags=["GPT"])])
    for path in ("timeline", "models", "vendors", "tags", "categories", "archives", "data"):
        assert view_at(checked, f"{path}/index.html").title == ""
    assert view_at(checked, "404.html").title == ""
    assert view_at(checked, "index.html").title == ""


def test_the_usual_menu_names_the_main_pages() -> None:
    menu = view_at(a_plan([a_post("post/a")]), "en/index.html").site.menu
    assert [(link.url, link.text) for link in menu] == [
        ("/en/timeline/", "@timeline"),
        ("/en/models/", "@models"),
        ("/en/vendors/", "@vendors"),
        ("/en/tags/", "@tags"),
    ]


def test_the_sites_own_menu_is_resolved_in_its_language() -> None:
    items = (
        MenuItem("标签", "/tags/", weight=1),
        MenuItem("文章", "", page_ref="/post", weight=2),
        MenuItem("站", "https://ex.org", weight=3),
        MenuItem("外", "https://other.org/x", weight=4),
        MenuItem("", "/nowhere/", identifier="gone"),
    )
    checked = a_plan([a_post("post/a", "en")], config=a_config(ZH, replace(EN, menu=items)))
    links = view_at(checked, "en/index.html").site.menu
    assert [(link.text, link.url, link.external) for link in links] == [
        ("标签", "/en/tags/", False),
        ("文章", "/en/post/", False),
        ("站", "/en/", False),
        ("外", "https://other.org/x", True),
        ("gone", "/en/nowhere/", False),
    ]
    (found,) = checked.diagnostics
    assert (found.code, found.span.path) == ("LT201", "hugo.yaml")


def test_the_menu_marks_the_page_or_the_section_that_it_is_in() -> None:
    checked = a_plan([a_post("post/a"), a_post("about")], a_registry([a_release("gpt-4", "2023-03-14")]))

    def current(path: str) -> list[str]:
        return [link.text for link in view_at(checked, path).site.menu if link.current]

    assert current("post/a/index.html") == ["@posts"]
    assert current("models/gpt-4/index.html") == ["@models"]
    assert current("timeline/2023/index.html") == ["@timeline"]
    assert current("about/index.html") == []
    assert view_at(checked, "about/index.html").site is view_at(checked, "index.html").site


def test_a_menu_entry_for_home_is_marked_at_home_only() -> None:
    zh = replace(ZH, menu=(MenuItem("首页", "/", weight=1), MenuItem("搬走", "", page_ref="/post/a")))
    checked = a_plan([a_post("post/a", url="/elsewhere/"), a_post("post/b")], config=a_config(zh, EN))
    assert codes_of(checked) == []
    marked = {
        path: [link.current for link in view_at(checked, path).site.menu]
        for path in ("index.html", "post/b/index.html", "elsewhere/index.html")
    }
    assert list(marked.values()) == [[True, False], [False, False], [False, True]]


def test_assets_are_linked_with_their_digest() -> None:
    site = view_at(
        a_plan(tree=a_tree("css/site.css"), config=a_config(base_url="https://ex.org/sub/")), "index.html"
    ).site
    assert site.assets == {"css/site.css": "/sub/css/site.css?v=1a2b3c4d"}
    assert (site.home_url, site.feed_url) == ("/sub/", "/sub/index.xml")


def test_a_post_without_a_title_is_named_after_its_file() -> None:
    checked = a_plan([a_post("post/week-1", title="")])
    assert view_at(checked, "post/week-1/index.html").title == "week-1"


def test_endnotes_and_headings_have_their_links_filled() -> None:
    post = a_post("post/a", body={"endnotes": ("<ol>", a_ref("b.md"), "</ol>")})
    assert content_at(a_plan([post, a_post("post/b")]), "post/a/index.html").endnotes_html == "<ol>/post/b/</ol>"


def test_the_root_bundle_takes_the_place_of_the_home_page() -> None:
    checked = a_plan([a_post("", node=Node.BUNDLE, title="Start")])
    assert view_at(checked, "index.html").title == "Start"
