"""Where posts stand: the cases of Hugo's measured table, one site a configuration."""

from typing import Any

import pytest

from llmtimeline.plan.routes import Routes, encode_fragment
from llmtimeline.values.config import PERMALINK_TOKENS
from llmtimeline.values.posts import Node

from .builders import EN, a_config, a_plan, a_post, a_tree, codes_of, paths_of, view_at


def posts_of_the_table() -> list[Any]:
    named = [
        "2024-05-01-datefile", "a.b.c", "c++&c#", "Café", "emoji😀", "full，width！", "GPT-4.5 说明", "hello-world",
        "Branch/child", "sub/deep", "under_score--dd", "UPPER-Case_File", "中文 文件 名",
    ]  # fmt: skip
    posts = [a_post(f"posts/{name}", "en", path=f"content/posts/{name}.md") for name in named]
    return [
        *posts,
        a_post("posts", "en", node=Node.BRANCH),
        a_post("posts/Branch", "en", node=Node.BRANCH),
        a_post("posts/bundle", "en", node=Node.BUNDLE),
        a_post("posts/aliased", "en", aliases=("/old/path/", "rel-alias", "/old.html", "/中文 别名/")),
        a_post("posts/slugged", "en", slug="My Slug/中文 X"),
        a_post("posts/url1", "en", url="/Custom/Path/"),
        a_post("posts/url2", "en", url="custom2/rel.html"),
        a_post("posts/url3", "en", url="custom3/:year/:slug", slug="x", date="2024-02-03"),
        a_post("Root-Page", "en"),
    ]


DEFAULT = (
    "Custom/Path/index.html",
    "custom2/rel.html",
    "custom3/2024/x/index.html",
    "old.html",
    "old/path/index.html",
    "posts/2024-05-01-datefile/index.html",
    "posts/a.b.c/index.html",
    "posts/aliased/index.html",
    "posts/branch/child/index.html",
    "posts/branch/index.html",
    "posts/bundle/data.txt",
    "posts/bundle/index.html",
    "posts/c++c#/index.html",
    "posts/café/index.html",
    "posts/emoji/index.html",
    "posts/fullwidth/index.html",
    "posts/gpt-4.5-说明/index.html",
    "posts/hello-world/index.html",
    "posts/index.html",
    "posts/my-slug/中文-x/index.html",
    "posts/rel-alias/index.html",
    "posts/sub/deep/index.html",
    "posts/under_score--dd/index.html",
    "posts/upper-case_file/index.html",
    "posts/中文-文件-名/index.html",
    "root-page/index.html",
    "中文 别名/index.html",
)

UGLY = (
    "Custom/Path/index.html",
    "custom2/rel.html",
    "custom3/2024/x/index.html",
    "old.html",
    "old/path.html",
    "posts/2024-05-01-datefile.html",
    "posts/a.b.c.html",
    "posts/aliased.html",
    "posts/branch/child.html",
    "posts/branch/index.html",
    "posts/bundle.html",
    "posts/bundle/data.txt",
    "posts/c++c#.html",
    "posts/café.html",
    "posts/emoji.html",
    "posts/fullwidth.html",
    "posts/gpt-4.5-说明.html",
    "posts/hello-world.html",
    "posts/index.html",
    "posts/my-slug/中文-x.html",
    "posts/rel-alias.html",
    "posts/sub/deep.html",
    "posts/under_score--dd.html",
    "posts/upper-case_file.html",
    "posts/中文-文件-名.html",
    "root-page.html",
    "中文 别名.html",
)

OURS = (
    "404",
    "archives",
    "categories",
    "data",
    "index",
    "models",
    "page",
    "robots",
    "sitemap",
    "tags",
    "timeline",
    "vendors",
)


def planned(**settings: Any) -> list[str]:
    tree = a_tree(resources=["posts/bundle/data.txt"])
    checked = a_plan(posts_of_the_table(), config=a_config(EN, **settings), tree=tree)
    assert codes_of(checked) == []
    return [
        path
        for path in paths_of(checked)
        if not path.startswith(OURS) and "/page/" not in path and not path.endswith(".xml")
    ]


def test_posts_stand_where_hugo_puts_them() -> None:
    assert planned() == sorted(DEFAULT)


def test_ugly_addresses_are_files_but_sections_stay_folders() -> None:
    assert planned(ugly_urls=True) == sorted(UGLY)


def test_accents_go_where_the_config_says_so() -> None:
    assert "posts/cafe/index.html" in planned(remove_accents=True)


def test_case_stays_where_the_config_says_so() -> None:
    paths = planned(lower_paths=False)
    for path in ("posts/Branch/child/index.html", "posts/GPT-4.5-说明/index.html", "posts/UPPER-Case_File/index.html"):
        assert path in paths


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
