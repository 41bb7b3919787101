"""Home, sections, terms and archives: what they hold, in which order."""

from typing import Any

import pytest

from llmtimeline.plan.collation import sort_key
from llmtimeline.plan.routing.titles import section_title
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
    codes_of,
    content_at,
    covered,
    paths_of,
    view_at,
)


def titles(posts: Any) -> list[str]:
    return [card.title for card in posts]


def test_lists_go_by_weight_then_date_then_title() -> None:
    posts = [
        a_post("post/old", date="2023-01-01"),
        a_post("post/new", date="2023-02-01"),
        a_post("post/undated"),
        a_post("post/b", date="2023-01-15"),
        a_post("post/A", date="2023-01-15"),
        a_post("post/pinned", weight=2, date="2020-01-01"),
        a_post("post/first", weight=-1),
    ]
    shown = titles(content_at(a_plan(posts), "post/index.html").posts)
    assert shown == ["first", "pinned", "new", "A", "b", "old", "undated"]


def test_home_shows_the_section_with_the_most_posts() -> None:
    posts = [a_post("post/a"), a_post("post/b"), a_post("notes/x"), a_post("about")]
    checked = a_plan(posts)
    assert titles(content_at(checked, "index.html").posts) == ["a", "b"]
    checked = a_plan(posts, config=a_config(main_sections=("notes",)))
    assert titles(content_at(checked, "index.html").posts) == ["x"]
    assert titles(content_at(a_plan([a_post("b/x"), a_post("a/y")]), "index.html").posts) == ["y"]


@pytest.mark.parametrize(
    ("front", "home", "section", "term"),
    [
        ({"params": {"hiddeninhomelist": "true"}}, False, True, True),
        ({"params": {"hiddeninhomelist": True}}, False, True, True),
        ({"list": "never"}, False, False, False),
        ({"list": "local"}, False, True, True),
        ({"render": "never"}, False, False, False),
    ],
)
def test_a_post_can_be_kept_out_of_lists(front: dict[str, Any], *, home: bool, section: bool, term: bool) -> None:
    checked = a_plan([a_post("post/a", tags=["GPT"], **front), a_post("post/b", tags=["GPT"])])
    assert ("a" in titles(content_at(checked, "index.html").posts)) is home
    assert ("a" in titles(content_at(checked, "post/index.html").posts)) is section
    assert ("a" in titles(content_at(checked, "tags/gpt/index.html").posts)) is term
    assert ("post/a/index.html" in paths_of(checked)) is (front.get("render") != "never")


def test_lists_are_cut_in_pages() -> None:
    posts = [a_post(f"post/{n}", date=f"2023-01-0{n}") for n in range(1, 6)]
    checked = a_plan(posts, config=a_config(pager_size=2))
    assert titles(content_at(checked, "page/2/index.html").posts) == ["3", "2"]
    pager = content_at(checked, "post/page/2/index.html").pager
    assert (pager.number, pager.total, pager.newer_url, pager.older_url) == (2, 3, "/post/", "/post/page/3/")
    assert "post/page/4/index.html" not in paths_of(checked)
    assert view_at(checked, "post/page/1/index.html").permalink == "https://ex.org/post/"


def test_a_list_without_posts_is_still_a_page() -> None:
    checked = a_plan([a_post("post", node=Node.BRANCH)])
    assert content_at(checked, "post/index.html").pager.total == 1
    assert content_at(checked, "index.html").posts == ()


def test_home_holds_the_newest_twelve_releases_on_its_first_page_only() -> None:
    posts = [a_post(f"post/{n}", "zh", [a_section(f"M{n}")], date="2023-01-01") for n in range(14)]
    releases = [a_release(f"m{n}", f"2023-01-{n + 1:02d}", covered(post)) for n, post in enumerate(posts)]
    checked = a_plan(posts, a_registry(releases))
    home = content_at(checked, "index.html")
    assert [row.id for row in home.releases] == [f"m{n}" for n in range(13, 1, -1)]
    assert home.counts == {"releases": 14, "models": 14, "vendors": 1, "posts": 14}
    assert [(year.year, year.count, year.months[0].releases) for year in home.years] == [(2023, 14, ())]
    assert content_at(checked, "page/2/index.html").releases == ()


def test_an_index_file_gives_title_and_introduction() -> None:
    ref = a_ref("a.md", "content/post/_index.zh.md")
    index = a_post("post", "zh", [a_section("Über uns", "", ref)], node=Node.BRANCH, title="更新", description="d")
    checked = a_plan([index, a_post("post/a")])
    view = view_at(checked, "post/index.html")
    assert (view.title, view.description) == ("更新", "d")
    assert view.content.intro_html == '<h2 id="über-uns">Über uns</h2>\n/post/a/'
    assert view_at(checked, "post/a/index.html").breadcrumbs[1].text == "更新"
    assert view.site.menu[-2].text == "更新"


def test_index_files_introduce_generated_pages_too() -> None:
    post = a_post("post/a", "zh", [a_section("GPT-4")])
    names = (
        "models",
        "models/gpt-4",
        "vendors/openai",
        "timeline",
        "timeline/2023",
        "tags",
        "tags/gpt",
        "data",
        "archives",
    )
    indexes = [
        a_post(name, "zh", [a_section("", f"about {name}")], node=Node.BRANCH, title=f"T {name}") for name in names
    ]
    checked = a_plan([post, *indexes], a_registry([a_release("gpt-4", "2023-03-14", covered(post))]))
    assert codes_of(checked) == []
    for name in names:
        view = view_at(checked, f"{name}/index.html")
        assert (view.title, view.content.intro_html) == (f"T {name}", f"<p>about {name}</p>")
    assert view_at(checked, "en/models/index.html").title == ""


def test_only_first_folders_and_those_with_an_index_are_sections() -> None:
    posts = [
        a_post("blog/2024/a"),
        a_post("blog/sub/b"),
        a_post("blog/sub", node=Node.BRANCH, title="S"),
        a_post("c"),
    ]
    checked = a_plan(posts)
    assert titles(content_at(checked, "blog/index.html").posts) == ["a"]
    assert titles(content_at(checked, "blog/sub/index.html").posts) == ["b"]
    assert [link.text for link in content_at(checked, "blog/index.html").sections] == ["S"]
    assert "blog/2024/index.html" not in paths_of(checked)
    assert [link.text for link in view_at(checked, "blog/sub/b/index.html").breadcrumbs] == ["@home", "@blog", "S"]
    assert view_at(checked, "blog/sub/b/index.html").section == "blog"


@pytest.mark.parametrize(
    ("folder", "title"),
    [
        ("post", "Posts"),
        ("weekly", "Weeklies"),
        ("ai", "AIs"),
        ("news", "News"),
        ("周报", "周报"),
        ("tags", "Tags"),
        ("box", "Boxes"),
        ("llm-note", "LLM Notes"),
    ],
)
def test_a_folder_names_its_section(folder: str, title: str) -> None:
    assert section_title(folder, a_config()) == title


def test_titles_stay_as_they_are_where_the_config_says_so() -> None:
    assert section_title("post", a_config(capitalize_titles=False, pluralize_titles=False)) == "post"


def test_spellings_of_a_term_share_one_page_with_the_usual_one_as_title() -> None:
    posts = [a_post(f"post/{n}", tags=[tag]) for n, tag in enumerate(["gpt", "Gpt", "GPT", "GPT", "LLaMa", "llama"])]
    for given in (posts, posts[::-1]):
        checked = a_plan(given)
        assert view_at(checked, "tags/gpt/index.html").title == "GPT"
        assert view_at(checked, "tags/llama/index.html").title == "LLaMa"
        assert [term.count for term in content_at(checked, "tags/index.html").terms] == [4, 2]
    posts = [a_post(f"post/{n}", tags=[tag]) for n, tag in enumerate(["GPT", "gpt", "gpt"])]
    assert view_at(a_plan(posts), "tags/gpt/index.html").title == "Gpt"


def test_terms_come_in_the_order_of_the_language() -> None:
    tags = ["阿里巴巴", "字节", "百度", "智谱", "月之暗面", "腾讯", "GPT", "école", "emoji😀", "alpha", "2024", "zeta"]
    posts = [a_post("post/a", "zh", tags=tags), a_post("post/a", "en", tags=tags)]
    checked = a_plan(posts)
    latin = ["2024", "Alpha", "École", "Emoji😀", "GPT", "Zeta"]
    shown = [term.name for term in content_at(checked, "tags/index.html").terms]
    assert shown == [*latin, "阿里巴巴", "百度", "腾讯", "月之暗面", "智谱", "字节"]
    shown = [term.name for term in content_at(checked, "en/tags/index.html").terms]
    assert shown == [*latin, "字节", "智谱", "月之暗面", "百度", "腾讯", "阿里巴巴"]


def test_a_rare_character_has_a_place_too() -> None:
    assert sort_key("\U00020000", "zh") > sort_key("字", "zh") > sort_key("z", "zh")


def test_a_term_without_posts_has_a_page_where_an_index_asks_for_it() -> None:
    checked = a_plan([a_post("tags/unused", node=Node.BRANCH, title="未使用")])
    assert view_at(checked, "tags/unused/index.html").title == "未使用"
    assert [(term.name, term.count) for term in content_at(checked, "tags/index.html").terms] == [("未使用", 0)]


def test_taxonomies_of_the_config_replace_the_usual_ones() -> None:
    post = a_post("post/a", terms=(("courses", ("Long Read",)), ("tags", ("GPT",))))
    checked = a_plan([post], config=a_config(taxonomies=(("course", "courses"),)))
    assert view_at(checked, "courses/index.html").title == "Courses"
    assert "tags/index.html" not in paths_of(checked)
    assert [plural for plural, _ in content_at(checked, "post/a/index.html").terms] == ["courses"]


@pytest.mark.parametrize(
    ("kinds", "gone"),
    [
        (("taxonomy",), "tags/index.html"),
        (("RSS",), "index.xml"),
        (("sitemap",), "sitemap.xml"),
        (("404",), "404.html"),
        (("robotsTXT",), "robots.txt"),
    ],
)
def test_kinds_can_be_turned_off(kinds: tuple[str, ...], gone: str) -> None:
    assert gone not in paths_of(a_plan([a_post("post/a", tags=["GPT"])], config=a_config(disabled_kinds=kinds)))


def test_robots_txt_is_left_out_where_the_config_says_so() -> None:
    assert "robots.txt" in paths_of(a_plan([a_post("post/a")]))
    assert "robots.txt" not in paths_of(a_plan([a_post("post/a")], config=a_config(robots_txt=False)))


def test_archives_go_by_year_and_month_of_the_date() -> None:
    posts = [
        a_post("post/a", date="2023-05-01"),
        a_post("post/b", date="2023-05-20", weight=-5),
        a_post("post/c", date="2022-01-01"),
        a_post("post/undated"),
        a_post("notes/x", date="2023-01-01"),
    ]
    content = content_at(a_plan(posts), "archives/index.html")
    months = [(year, count, [(m.month, titles(m.posts)) for m in each]) for year, count, each in content.years]
    assert months == [(2023, 2, [(5, ["b", "a"])]), (2022, 1, [(1, ["c"])])]


def test_archives_of_all_sections_where_the_site_says_so() -> None:
    from dataclasses import replace

    zh = replace(ZH, params={"showallpagesinarchive": True})
    posts = [a_post("post/a", date="2023-05-01"), a_post("post/b"), a_post("notes/x", date="2023-01-01")]
    content = content_at(a_plan(posts, config=a_config(zh, EN)), "archives/index.html")
    assert [count for _, count, _ in content.years] == [2]


def test_an_own_archives_page_shows_the_archives_and_ours_stays_away() -> None:
    page = a_post("archives", "zh", title="存档", layout="archives")
    checked = a_plan([page, a_post("post/a", date="2023-05-01")])
    view = view_at(checked, "archives/index.html")
    assert (view.kind, view.title, len(view.content.years)) == ("archives", "存档", 1)
    assert codes_of(checked) == []
    assert titles(content_at(checked, "index.html").posts) == ["a"]


def test_lists_are_as_new_as_their_newest_post() -> None:
    posts = [a_post("post/a", date="2023-05-01"), a_post("post/b", date="2023-01-01", tags=["GPT"])]
    checked = a_plan(posts)
    assert str(view_at(checked, "post/index.html").date)[:10] == "2023-05-01"
    assert str(view_at(checked, "tags/gpt/index.html").lastmod)[:10] == "2023-01-01"
