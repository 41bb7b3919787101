"""The search page: for readers without scripts the index of the whole site, and the site's own page in its place."""

from typing import Any

from llmtimeline.plan.search.page import MOST_LINES
from llmtimeline.values.config import TimelineSettings
from llmtimeline.values.names import Names
from llmtimeline.values.posts import Node

from ..builders import (
    EN,
    ZH,
    a_config,
    a_model,
    a_plan,
    a_post,
    a_registry,
    a_section,
    codes_of,
    content_at,
    paths_of,
    view_at,
)


def told(content: Any) -> list[tuple[str, str, list[str]]]:
    return [(group.kind, group.label, [entry.link.text for entry in group.entries]) for group in content.groups]


def test_everything_stands_there_by_kind_year_and_letter() -> None:
    posts = [
        a_post("post/a", date="2023-01-01", sections=[a_section("One", ""), a_section("Two", "")]),
        a_post("post/b", date="2022-01-01"),
        a_post("about"),
    ]
    names = ["Qwen", "4chan-GPT", "falcon", "通义", *(f"M{n}" for n in range(9))]
    models = [a_model(f"m{n}", names=Names((("", name),))) for n, name in enumerate(names)]
    content = content_at(a_plan(posts, a_registry(models=models)), "search/index.html")
    assert told(content) == [
        ("post", "2023", ["a"]),
        ("post", "2022", ["b"]),
        ("page", "", ["about"]),
        ("model", "#", ["4chan-GPT"]),
        ("model", "F", ["falcon"]),
        ("model", "M", [f"M{n}" for n in range(9)]),
        ("model", "Q", ["Qwen"]),
        ("model", "汉", ["通义"]),
    ]
    assert [link.url for link in content.groups[0].entries[0].sections] == ["/post/a/#one", "/post/a/#two"]
    assert [(jump.kind, [link.text for link in jump.links]) for jump in content.jumps] == [
        ("post", ["2023", "2022"]),
        ("page", [""]),
        ("model", ["#", "F", "M", "Q", "汉"]),
    ]
    assert [link.url for link in content.jumps[0].links] == ["#posts:2023", "#posts:2022"]


def test_a_large_index_is_cut_in_pages_with_links_to_each_beginning() -> None:
    models = [a_model(f"{letter}{n:03}") for letter in "abc" for n in range(400)]
    plan = a_plan(registry=a_registry(models=models), config=a_config(EN))
    pages = [path for path in paths_of(plan) if path.startswith("search/") and path.endswith("/index.html")]
    assert pages == ["search/index.html", "search/page/2/index.html", "search/page/3/index.html"]
    contents = [content_at(plan, path) for path in pages]
    entries = [[entry.link.text for group in content.groups for entry in group.entries] for content in contents]
    assert max(map(len, entries)) <= MOST_LINES
    assert [entry for page in entries for entry in page] == [model.id for model in models]
    assert [(group.label, group.begins, group.continued) for group in contents[1].groups] == [
        ("B", True, True),
        ("C", False, False),
    ]
    assert [link.url for link in contents[0].jumps[0].links] == ["#models:A", "#models:B", "/search/page/2/#models:C"]
    assert contents[1].pager.newer_url == "/search/"


def test_an_own_search_page_stands_for_ours_at_whichever_address() -> None:
    posts = [
        a_post("suche", "en", layout="search", title="Find", sections=[a_section("", "Hello")]),
        a_post("post/a", "en", date="2023-01-01"),
    ]
    plan = a_plan(posts, config=a_config(ZH, EN))
    assert "en/search/index.html" not in paths_of(plan)
    view = view_at(plan, "en/suche/index.html")
    assert view.kind == "search"
    assert view.title == "Find"
    assert view.site.search_url == "/en/suche/"
    assert view_at(plan, "search/index.html").translations[1].url == "/en/suche/"
    assert view.translations[0].url == "/search/"
    assert codes_of(plan) == []


def test_an_own_search_page_at_our_address_wins_without_a_word() -> None:
    plan = a_plan([a_post("search", layout="search", title="找")], config=a_config(ZH))
    assert view_at(plan, "search/index.html").title == "找"
    assert codes_of(plan) == []


def test_an_introduction_is_no_page_of_its_own() -> None:
    post = a_post("search", node=Node.BRANCH, title="找", sections=[a_section("", "怎么找")])
    plan = a_plan([post], config=a_config(ZH))
    assert view_at(plan, "search/index.html").title == "找"
    assert content_at(plan, "search/index.html").intro_html


def test_an_own_page_is_the_search_also_where_ours_is_turned_off() -> None:
    config = a_config(ZH, timeline=TimelineSettings(search=None))
    plan = a_plan([a_post("find", layout="search")], config=config)
    view = view_at(plan, "find/index.html")
    assert view.kind == "search"
    assert view.site.search_url == "/find/"
    assert "search.zh.json" in paths_of(plan)
