"""Where pages stand. (tests/hugo holds the whole trees that Hugo wrote.)"""

from typing import Any

import pytest

from llmtimeline.plan.routing.routes import Routes, encode_fragment
from llmtimeline.values.config import PERMALINK_TOKENS
from tests.unit.plan.builders import EN, a_config, a_plan, a_post, a_tree, codes_of, paths_of, view_at


@pytest.mark.parametrize(
    ("pattern", "front", "path"),
    [
        ("/:year/:month/:day/:slug/", {"title": "Hello World"}, "2024/02/03/hello-world/index.html"),
        ("/:year/:month/:day/:slug/", {"title": "中文标题"}, "2024/02/03/中文标题/index.html"),
        ("/:year/:month/:day/:slug/", {"slug": "My Slug"}, "2024/02/03/my-slug/index.html"),
        ("/:year/:month/:day/:slug/", {"date": "", "title": "x"}, "1/01/01/x/index.html"),
        ("/:sections/:slugorfilename/", {}, "posts/c-c/index.html"),
        ("/:section/:yearday-:monthname-:weekdayname-:weekday/", {}, "posts/34-february-saturday-6/index.html"),
        (":title", {"title": "A & B"}, "a-b/index.html"),
    ],
)
def test_a_pattern_of_the_section_is_filled(pattern: str, front: dict[str, Any], path: str) -> None:
    post = a_post("posts/deep/c++&c#", "en", **{"date": "2024-02-03", **front})
    checked = a_plan([post], config=a_config(EN, permalinks={"posts": pattern}))
    assert path in paths_of(checked)


def test_an_unknown_token_is_reported_with_the_address() -> None:
    checked = a_plan([a_post("posts/a", "en")], config=a_config(EN, permalinks={"posts": "/:era/:slug/"}))
    assert codes_of(checked) == ["LT503"]


def test_a_relative_alias_stands_beside_the_page_that_a_pattern_moved() -> None:
    post = a_post("posts/a", "en", aliases=("rel-alias",), date="2024-02-03")
    checked = a_plan([post], config=a_config(EN, permalinks={"posts": "/:year/:month/:day/:slug/"}))
    assert "2024/02/03/rel-alias/index.html" in paths_of(checked)


def test_an_address_is_encoded_in_upper_case_and_the_path_is_not() -> None:
    address = Routes(a_config(EN)).at("posts/中文/c#/index.html")
    assert address.path == "posts/中文/c#/index.html"
    assert address.url == "/posts/%E4%B8%AD%E6%96%87/c%23/"
    assert address.permalink == "https://ex.org/posts/%E4%B8%AD%E6%96%87/c%23/"


def test_a_site_below_a_path_keeps_it_in_every_address() -> None:
    routes = Routes(a_config(EN, base_url="https://ex.org/sub/"))
    assert routes.at("a/index.html").url == "/sub/a/"
    assert routes.at("index.html").permalink == "https://ex.org/sub/"


def test_anchors_are_encoded() -> None:
    assert encode_fragment("多 a#b") == "%E5%A4%9A%20a%23b"


@pytest.mark.parametrize(
    ("url", "zh", "en"),
    [
        ("/archive/", "archive/index.html", "archive/index.html"),
        ("archive/", "archive/index.html", "en/archive/index.html"),
    ],
)
def test_only_a_url_without_a_leading_slash_gets_the_language(url: str, zh: str, en: str) -> None:
    assert zh in paths_of(a_plan([a_post("a", "zh", url=url)]))
    assert en in paths_of(a_plan([a_post("a", "en", url=url)]))


def test_an_alias_gets_the_language() -> None:
    checked = a_plan([a_post("post/a", "zh", aliases=("/old/",)), a_post("post/a", "en", aliases=("/old/", "rel"))])
    assert {"old/index.html", "en/old/index.html", "en/post/rel/index.html"} <= set(paths_of(checked))
    assert view_at(checked, "en/old/index.html").permalink == "https://ex.org/en/post/a/"
    assert checked.value.totals.aliases == 3


def test_aliases_can_be_turned_off_but_the_first_page_still_redirects() -> None:
    config = a_config(EN, disable_aliases=True)
    paths = paths_of(a_plan([a_post("post/a", "en", aliases=("/old/",))], config=config))
    assert "old/index.html" not in paths
    assert "post/page/1/index.html" in paths
    config = a_config(EN, pager_aliases=False)
    assert "post/page/1/index.html" not in paths_of(a_plan([a_post("post/a", "en")], config=config))


@pytest.mark.parametrize("front", [{"url": "/../etc/"}, {"slug": "../../etc"}, {"aliases": ("/../../etc/",)}])
def test_what_climbs_out_of_the_site_is_an_error_at_its_place(front: dict[str, Any]) -> None:
    checked = a_plan([a_post("post/a", **front)])
    assert codes_of(checked) == ["LT503"]
    assert checked.diagnostics[0].span is not None
    assert all(".." not in path for path in paths_of(checked))


def test_a_draft_bundle_takes_its_neighbours_with_it() -> None:
    tree = a_tree(resources=["post/secret/plan.png", "post/README.txt"], content=["post/secret/index.md", "post/a.md"])
    paths = paths_of(a_plan([a_post("post/a")], tree=tree))
    assert "post/secret/plan.png" not in paths
    assert "post/README.txt" in paths


def test_every_token_that_a_config_may_hold_is_filled() -> None:
    post = a_post("post/sub/a", "en", date="2024-02-03", slug="s", title="T")
    config = a_config(EN, permalinks={"post": "/" + "/".join(f":{token}" for token in PERMALINK_TOKENS) + "/"})
    checked = a_plan([post], config=config)
    assert codes_of(checked) == []
    assert "2024/02/february/03/6/saturday/34/post/post/post/post/t/s/s/a/a/s/index.html" in paths_of(checked), (
        paths_of(checked)
    )
