"""llms.txt names the pages as Markdown, and llms-full.txt holds the posts, both also at the root."""

from __future__ import annotations

from llmtimeline.plan.feeds import llms
from llmtimeline.values.sources import TemplateSource, Theme, Tree
from tests.unit.plan.builders import a_config, a_plan, a_post, a_section, a_tree, paths_of, view_at

TWINS = Tree(
    (), (), (), Theme({name: TemplateSource(name, "") for name in ("markdown/post.md", "markdown/timeline.md")})
)
A = a_post("post/a", "zh", [a_section("甲", "文" * 30)], date="2023-03-20")
B = a_post("post/b", "zh", [a_section("乙", "文" * 30)], date="2023-03-21")
C = a_post("post/c", "zh", [a_section("丙", "文" * 5)], date="2023-03-22")


def test_pages_are_named_as_markdown_where_they_stand_as_such() -> None:
    view = view_at(a_plan([A], tree=TWINS), "llms.txt")
    assert view.sections[0][1][0].permalink == "https://ex.org/post/a/index.md"
    assert [page.permalink for page in view.pages][:2] == ["https://ex.org/timeline/index.md", "https://ex.org/models/"]
    assert view_at(a_plan([A]), "llms.txt").sections[0][1][0].permalink == "https://ex.org/post/a/"


def test_the_full_text_holds_posts_newest_first_and_names_what_it_leaves_out() -> None:
    whole = view_at(a_plan([A, B, C]), "llms-full.txt")
    assert [page.permalink for page in whole.posts] == [f"https://ex.org/post/{name}/" for name in "cba"]
    assert whole.left_out == ()
    assert view_at(a_plan([A]), "llms.txt").full_url == "https://ex.org/llms-full.txt"


def test_the_full_text_is_bounded() -> None:
    long = "文" * (llms.MOST_TEXT - 20)
    posts = [a_post("post/long", "zh", [a_section("长", long)], date="2023-03-21"), A, C]
    view = view_at(a_plan(posts), "llms-full.txt")
    assert [page.title for page in view.posts] == ["c", "long"]
    assert [link.text for link in view.left_out] == ["a"]
    alone = [a_post("post/long", "zh", [a_section("长", long * 2)], date="2023-03-21")]
    assert len(view_at(a_plan(alone), "llms-full.txt").posts) == 1


def test_both_stand_at_the_root_too_where_the_default_language_has_a_folder() -> None:
    found = paths_of(a_plan([A], config=a_config(default_in_subdir=True)))
    assert {"llms.txt", "llms-full.txt", "zh/llms.txt", "zh/llms-full.txt", "en/llms.txt"} <= set(found)
    assert "en/llms-full.txt" not in found  # no post
    checked = a_plan([A], config=a_config(default_in_subdir=True))
    assert view_at(checked, "llms.txt") == view_at(checked, "zh/llms.txt")


def test_a_file_of_the_site_keeps_the_root() -> None:
    checked = a_plan([A], config=a_config(default_in_subdir=True), tree=a_tree("llms.txt"))
    assert checked.diagnostics == ()
