"""The plan as a whole: what depends on what, and where the catalog and the posts of our own site lead."""

import pickle

from llmtimeline.values.outputs import Plan

from .builders import a_plan, a_post, a_registry, a_release, a_section, a_tree, covered, output_at, paths_of

A = a_post("post/a", "zh", [a_section("GPT-4", "来了。")], tags=["GPT"], date="2023-03-20")
NEW = a_post("post/new", "zh", [a_section("Falcon", "也来了。")], tags=["Falcon"], date="2023-05-01")


def test_an_empty_site_is_whole() -> None:
    checked = a_plan()
    assert checked.diagnostics == ()
    assert {"index.html", "en/index.html", "404.html", "robots.txt", "sitemap.xml"} <= set(paths_of(checked))


def test_a_new_post_leaves_the_pages_that_it_does_not_touch_as_they_are() -> None:
    about = a_post("about", "zh", [a_section("关于")])
    gpt = a_release("gpt-4", "2022-03-14", covered(A))
    falcon = a_release("falcon", "2023-05-01", covered(NEW), vendors=["tii"])
    before = a_plan([A, about], a_registry([gpt]))
    after = a_plan([A, about, NEW], a_registry([gpt, falcon]))
    untouched = (
        "about/index.html",
        "404.html",
        "en/404.html",
        "models/gpt-4/index.html",
        "vendors/openai/index.html",
        "vendors/openai/index.xml",
        "tags/gpt/index.html",
        "robots.txt",
        "data/v1/schema/releases.schema.json",
    )
    for path in untouched:
        assert output_at(before, path) == output_at(after, path), path
    assert output_at(before, "index.html") != output_at(after, "index.html")


def test_a_plan_travels_between_processes() -> None:
    checked = a_plan([A], a_registry([a_release("gpt-4", "2023-03-14", covered(A))]), tree=a_tree("css/site.css"))
    plan: Plan = pickle.loads(pickle.dumps(checked.value))
    assert plan == checked.value


def test_a_release_whose_post_is_not_published_has_no_address_there() -> None:
    hidden = a_post("post/hidden", "zh", [a_section("GPT-4", "来了。")], render="never")
    for posts in ([hidden], []):
        checked = a_plan(posts, a_registry([a_release("gpt-4", "2023-03-14", covered(hidden))]))
        content = output_at(checked, "models/gpt-4/index.html").body.view.content  # type: ignore[union-attr]
        assert content.releases[0].post_url == ""
        assert content.coverage == ()


def test_a_post_in_a_language_that_the_site_has_not_is_left_alone() -> None:
    assert paths_of(a_plan([a_post("post/a", "fr")])) == paths_of(a_plan())
