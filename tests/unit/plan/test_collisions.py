"""Two for one address, and addresses that cannot be."""

from typing import Any

import pytest

from llmtimeline.plan.collisions import fold, not_possible
from llmtimeline.values.diagnostics import Severity
from llmtimeline.values.outputs import Copied
from llmtimeline.values.posts import Node
from tests.unit.plan.builders import EN, a_config, a_plan, a_post, a_tree, codes_of, output_at, paths_of, view_at


def test_two_posts_with_one_address_are_an_error_that_names_both() -> None:
    checked = a_plan([a_post("post/a", url="/x/"), a_post("post/b", url="/x/")])
    (found,) = checked.diagnostics
    assert found.code == "LT501"
    assert found.message == "two pages want the address `/x/`"
    assert [related.span.path for related in found.related] == ["content/post/a.zh.md", "content/post/b.zh.md"]
    assert view_at(checked, "x/index.html").title == "a"


def test_the_same_url_in_two_languages_is_an_error() -> None:
    assert codes_of(a_plan([a_post("archive", "zh", url="/x/"), a_post("archive", "en", url="/x/")])) == ["LT501"]


def test_a_file_with_and_one_without_the_default_language_are_two_for_one_address() -> None:
    posts = [a_post("post/a", "zh", path="content/post/a.md"), a_post("post/a", "zh", path="content/post/a.zh.md")]
    assert codes_of(a_plan(posts)) == ["LT501"]


def test_files_that_differ_in_case_only_want_one_address() -> None:
    assert codes_of(a_plan([a_post("docs/D"), a_post("docs/d")])) == ["LT501"]
    assert codes_of(a_plan([a_post("docs/D"), a_post("docs/d")], config=a_config(lower_paths=False))) == ["LT502"]


def test_addresses_in_two_normal_forms_are_one_file_on_many_systems() -> None:
    assert fold("caf\u00e9/A") == fold("CAFE\u0301/a")
    assert codes_of(a_plan([a_post("a", url="/straße/"), a_post("b", url="/STRASSE/")])) == ["LT502"]


def test_ours_gives_way_to_a_page_of_the_site() -> None:
    checked = a_plan([a_post("timeline"), a_post("tags"), a_post("post")])
    assert codes_of(checked) == ["LT505", "LT505"]
    assert view_at(checked, "timeline/index.html").kind == "post"
    assert {diagnostic.severity for diagnostic in checked.diagnostics} == {Severity.NOTE}


def test_ours_can_be_moved_or_turned_off() -> None:
    from llmtimeline.values.config import TimelineSettings

    settings = TimelineSettings(timeline="releases", models=None, vendors=None, data=None, archives=None)
    paths = paths_of(a_plan([a_post("post/a")], config=a_config(timeline=settings)))
    assert "releases/index.html" in paths
    assert not [path for path in paths if path.startswith(("models", "vendors", "data", "archives", "timeline"))]


def test_a_taxonomy_of_the_site_takes_the_place_of_our_vendors() -> None:
    post = a_post("post/a", terms=(("vendors", ("OpenAI",)),))
    checked = a_plan([post], config=a_config(taxonomies=(("vendor", "vendors"),)))
    assert view_at(checked, "vendors/index.html").kind == "terms"
    assert view_at(checked, "vendors/openai/index.html").kind == "list"
    assert set(codes_of(checked)) == {"LT505"}


def test_an_alias_over_a_page_is_not_used() -> None:
    checked = a_plan([a_post("post/a", aliases=("/post/b/",)), a_post("post/b")])
    (found,) = checked.diagnostics
    assert (found.code, found.related[0].span.path) == ("LT506", "content/post/b.zh.md")
    assert view_at(checked, "post/b/index.html").title == "b"


def test_two_pages_with_one_alias_are_an_error() -> None:
    assert codes_of(a_plan([a_post("post/a", aliases=("/old/",)), a_post("post/b", aliases=("/old/",))])) == ["LT501"]


def test_a_static_file_where_a_page_stands_is_an_error() -> None:
    assert codes_of(a_plan([a_post("post/a")], tree=a_tree("post/a/index.html"))) == ["LT501"]


def test_a_static_file_takes_the_place_of_one_that_we_only_make_for_want_of_it() -> None:
    checked = a_plan(tree=a_tree("robots.txt", "404.html"))
    assert isinstance(output_at(checked, "robots.txt").body, Copied)
    assert codes_of(checked) == ["LT505", "LT505"]


def test_nothing_is_a_file_and_a_folder() -> None:
    assert codes_of(a_plan([a_post("post/a")], tree=a_tree("post/a"))) == ["LT501"]


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("a/con/index.html", "`con` names a device on Windows"),
        ("a/Aux.html", "`Aux.html` names a device on Windows"),
        ("a/b?c/index.html", "`?` may not be in it"),
        ("a/b\\c", "`\\` may not be in it"),
        ("a/\x07", "`U+0007` may not be in it"),
        ("a/\u202eb", "`U+202E` may not be in it"),
        ("a./index.html", "`a.` ends in a dot"),
        ("a /index.html", "`a ` ends in a space"),
        ("../a", "it leaves the site"),
        ("/a", "it leaves the site"),
        ("a//b", "it leaves the site"),
        ("", "it leaves the site"),
        ("中" * 81 + "/index.html", f"`{'中' * 20}…` is longer than 240 bytes"),
        ("a/" * 121, "it is longer than 240 characters"),
        ("posts/中文-x/c#/v1.0/index.html", ""),
        ("console/com10/index.html", ""),
    ],
)
def test_a_path_must_be_a_file_on_every_system(path: str, reason: str) -> None:
    assert not_possible(path) == reason


@pytest.mark.parametrize(
    ("front", "code"),
    [
        ({"url": "/a?b/"}, "LT503"),
        ({"url": "https://ex.org/a/"}, "LT503"),
        ({"slug": "nul"}, "LT503"),
        ({"slug": "x" * 300}, "LT503"),
        ({"aliases": ("/a:b/",)}, "LT503"),
        ({"url": "/CNAME"}, "LT504"),
        ({"url": "/_redirects.html"}, None),
        ({"aliases": ("/_redirects",)}, "LT504"),
        ({"url": "/.git/config.html"}, "LT504"),
        ({"aliases": ("/.well-known/x.json",)}, "LT504"),
    ],
)
def test_a_post_may_not_write_everything(front: dict[str, Any], code: str | None) -> None:
    assert codes_of(a_plan([a_post("post/a", **front)])) == ([code] if code else [])


def test_static_files_may_steer_the_host_and_bad_names_are_warnings() -> None:
    assert codes_of(a_plan(tree=a_tree("CNAME", ".well-known/security.txt", "_redirects"))) == []
    checked = a_plan(tree=a_tree("what?.png"))
    assert [(found.code, found.severity) for found in checked.diagnostics] == [("LT503", Severity.WARNING)]
    assert "what?.png" in paths_of(checked)


def test_what_systems_leave_behind_is_not_published() -> None:
    tree = a_tree(".DS_Store", "images/Thumbs.db", "images/._a.png", "images/a.png", resources=["post/.DS_Store"])
    paths = paths_of(a_plan([a_post("post/a")], tree=tree))
    assert [path for path in paths if "images" in path or "Store" in path] == ["images/a.png"]


def test_a_term_without_a_letter_has_no_address() -> None:
    (found,) = a_plan([a_post("post/a", tags=["！！", "GPT"])]).diagnostics
    assert (found.code, found.message) == ("LT503", "nothing of `！！` can stand in an address")


def test_an_index_for_a_model_that_nobody_knows_is_reported() -> None:
    (found,) = a_plan([a_post("models/gtp-4", node=Node.BRANCH)]).diagnostics
    assert (found.code, found.severity) == ("LT309", Severity.WARNING)


def test_outputs_are_sorted_and_each_path_stands_once() -> None:
    paths = paths_of(a_plan([a_post("post/a"), a_post("Post/A", "en")], config=a_config()))
    assert paths == sorted(set(paths))
    assert paths_of(a_plan(config=a_config(EN)))


@pytest.mark.parametrize("url", ["/sitemap.xml", "/robots.txt", "/llms.txt", "/index.xml", "/en/index.xml"])
def test_a_post_may_not_be_what_machines_read(url: str) -> None:
    assert codes_of(a_plan([a_post("post/a", url=url), a_post("post/b", "en")])) == ["LT504"]


@pytest.mark.parametrize("name", ["CNAME", "_headers", "_redirects", "sw.js", "robots.txt", "sitemap.xml", "index.xml"])
def test_nor_may_a_file_beside_posts(name: str) -> None:
    (found,) = a_plan([a_post("post/a")], tree=a_tree(resources=[name])).diagnostics
    assert (found.code, found.hint) == ("LT504", "move the file into the static folder")


def test_a_post_does_not_take_the_place_of_the_home_page_by_its_url() -> None:
    checked = a_plan([a_post("post/a", url="/")])
    assert codes_of(checked) == ["LT501"]
