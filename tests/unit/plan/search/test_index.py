"""What readers' searches look in: the files of a language's index."""

import json
from dataclasses import replace
from typing import Any

import pytest

from llmtimeline.plan.search.documents import KINDS
from llmtimeline.plan.search.shards import MOST_BYTES
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
    a_release,
    a_section,
    a_vendor,
    covered,
    output_at,
    paths_of,
    text_at,
    view_at,
)

HOSTILE = "<img src=x onerror=alert(1)> \"'</script>\u2028"


def index_of(plan: Any, path: str = "search.zh.json") -> Any:
    return json.loads(text_at(plan, path))


def pages_of(plan: Any, path: str = "search.zh.json") -> dict[str, list[Any]]:
    return {page[1]: page for page in index_of(plan, path)["pages"]}


def test_a_post_is_found_by_section_and_leads_to_its_heading() -> None:
    post = a_post(
        "post/a", sections=[a_section("", "前言"), a_section("GPT 5", "正文")], date="2025-08-07", title="八月"
    )
    pages = pages_of(a_plan([post]))
    assert pages["/post/a/"] == [
        *(0, "/post/a/", "八月", "2025-08-07", []),
        [["", "", "前言"], ["gpt-5", "GPT 5", "正文"]],
    ]


def test_a_section_that_tells_a_release_has_its_date_as_precisely_as_it_is_known() -> None:
    post = a_post("post/a", sections=[a_section("Qwen", "x")], date="2023-09-30")
    pages = pages_of(a_plan([post], a_registry([a_release("qwen", "2023-08", covered(post))])))
    assert pages["/post/a/"][5][1] == ["qwen", "Qwen", "x", "2023-08"]


def test_each_language_has_its_own_pages_and_the_names_of_all() -> None:
    posts = [a_post("post/a", "zh", title="甲"), a_post("post/a", "en", title="A")]
    model = a_model("qwen", names=Names((("zh", "通义千问"), ("en", "Qwen"))), aliases=("千问",), typos=("Qwem",))
    meta = a_vendor("meta", en="Meta", zh="Meta", former=("Facebook",), typos=("Mata", "Facebook"))
    plan = a_plan(posts, a_registry(models=[model], vendors=[meta]), a_config(ZH, EN))
    zh, en = index_of(plan), index_of(plan, "en/search.en.json")
    assert zh["names"] == en["names"] == [["Meta", "Facebook"], ["通义千问", "Qwen", "千问"]]
    assert zh["slips"] == [["Mata", "Meta"], ["Qwem", "通义千问"]]  # `Facebook` is right as well
    assert en["slips"] == [["Mata", "Meta"], ["Qwem", "Qwen"]]
    assert [page[2] for page in zh["pages"]] == ["Meta", "通义千问", "甲"]
    assert [page[2] for page in en["pages"]] == ["Meta", "Qwen", "A"]
    assert en["pages"][1][4] == ["通义千问", "千问"]


def test_a_name_of_several_words_is_known_though_it_is_the_only_one() -> None:
    models = [a_model("falcon-180b", names=Names((("", "Falcon 180B"),))), a_model("bert")]
    assert index_of(a_plan(registry=a_registry(models=models)))["names"] == [["Falcon 180B"]]


def test_families_vendors_terms_and_plain_pages_are_found() -> None:
    posts = [
        a_post("post/a", tags=["Qwen"], date="2023-01-01"),
        a_post("about"),
        a_post("post", node=Node.BRANCH, title="更新", sections=[a_section("", "每月")]),
    ]
    registry = a_registry(models=[a_model("qwen", kind="family")], vendors=[a_vendor("alibaba")])
    kinds = {page[1]: KINDS[page[0]] for page in index_of(a_plan(posts, registry))["pages"]}
    assert kinds == {
        "/vendors/alibaba/": "vendor",
        "/models/qwen/": "family",
        "/tags/qwen/": "term",
        "/post/a/": "post",
        "/post/": "page",
        "/about/": "page",
    }


@pytest.mark.parametrize(
    "front",
    [
        {"draft": True},
        {"params": {"searchhidden": True}},
        {"params": {"searchhidden": "true"}},
        {"params": {"robotsnoindex": True}},
        {"list": "never"},
        {"layout": "archives"},
    ],
)
def test_some_pages_do_not_want_to_be_found(front: dict[str, Any]) -> None:
    plan = a_plan([a_post("post/a", **front), a_post("post/b")])
    assert set(pages_of(plan)) == {"/post/b/"}
    assert [
        entry.link.url for group in view_at(plan, "search/index.html").content.groups for entry in group.entries
    ] == ["/post/b/"]


def test_a_hostile_title_stays_a_text() -> None:
    post = a_post("post/a", title=HOSTILE, sections=[a_section("", HOSTILE)])
    assert pages_of(a_plan([post]))["/post/a/"][2] == HOSTILE


def many(count: int = 40, size: int = 30_000) -> list[Any]:
    return [
        a_post(f"post/{n:03}", date=f"{2023 + n % 3}-01-{1 + n % 28:02}", sections=[a_section("", "字" * size)])
        for n in range(count)
    ]


def test_a_large_index_is_cut_by_year_the_newest_first() -> None:
    plan = a_plan([*many(), a_post("about")], a_registry(models=[a_model("qwen", date=None)]))
    manifest = index_of(plan)
    assert "pages" not in manifest
    urls = [url.partition("?v=") for url in manifest["shards"]]
    assert [url for url, _, _ in urls] == [
        "/search.zh.names.json",
        "/search.zh.2025.json",
        "/search.zh.2024.json",
        "/search.zh.2023.json",
    ]
    assert all(len(digest) == 8 for _, _, digest in urls)
    found = [page[1] for url, _, _ in urls for page in json.loads(text_at(plan, url[1:]))]
    assert found[:2] == ["/models/qwen/", "/about/"]
    assert len(found) == len(set(found)) == 42
    assert all(len(text_at(plan, url[1:]).encode()) <= MOST_BYTES for url, _, _ in urls)


def test_a_year_that_is_too_large_is_cut_again() -> None:
    posts = [replace(post, front=replace(post.front, date=many(1)[0].front.date)) for post in many()]
    names = [url.partition("?")[0] for url in index_of(a_plan(posts))["shards"]]
    assert names == ["/search.zh.2023.json", "/search.zh.2023-2.json", "/search.zh.2023-3.json"]


def test_a_digest_changes_with_its_shard_alone() -> None:
    posts = many()
    before = index_of(a_plan(posts))["shards"]
    posts[0] = replace(posts[0], front=replace(posts[0].front, title="neu"))  # of 2023
    after = index_of(a_plan(posts))["shards"]
    assert [old == new for old, new in zip(before, after, strict=True)] == [True, True, False]


def test_the_order_of_files_changes_nothing() -> None:
    posts = many(8, 10)
    assert text_at(a_plan(posts), "search.zh.json") == text_at(a_plan(posts[::-1]), "search.zh.json")


def test_pages_stay_as_they_are_when_the_index_changes() -> None:
    posts = [a_post("post/a"), a_post("post/b")]
    site = view_at(a_plan(posts), "post/a/index.html").site
    assert site == view_at(a_plan([*posts, a_post("post/c")]), "post/a/index.html").site
    assert site.search.index_url == "/search.zh.json"


def test_without_the_page_there_is_no_search() -> None:
    plan = a_plan([a_post("about")], config=a_config(timeline=TimelineSettings(search=None)))
    assert not [path for path in paths_of(plan) if "search" in path]
    assert view_at(plan, "about/index.html").site.search is None


def test_pagefind_gets_a_record_for_each_section_cut_in_words() -> None:
    post = a_post("post/a", title="八月", sections=[a_section("GPT 5", f"开源 {HOSTILE}")], date="2025-08-07")
    plan = a_plan([post], config=a_config(ZH, timeline=TimelineSettings(search_engine="pagefind")))
    assert "pages" not in index_of(plan)
    first, second = plan.value.records
    assert (first.language, first.name) == ("zh", "000000.html")
    assert "<h2>gpt 5 llmtimelineend</h2>" in second.html
    assert "开 源 img src x onerror alert 1 script" in second.html
    assert 'title="/post/a/#gpt-5"' in second.html
    assert "<img" not in second.html
    assert view_at(plan, "post/a/index.html").site.search.engine_url == "/pagefind/zh/"
    assert output_at(plan, "search.zh.json")


def test_the_field_says_what_the_config_says() -> None:
    zh = replace(ZH, params={"placeholder": "找找看"})
    assert view_at(a_plan(config=a_config(zh)), "index.html").site.search.placeholder == "找找看"
