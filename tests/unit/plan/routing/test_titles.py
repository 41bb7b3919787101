"""What sections and taxonomies are called that nobody has named."""

from __future__ import annotations

import pytest

from llmtimeline.plan.routing.titles import section_label, taxonomy_label
from llmtimeline.values.posts import Node

from ..builders import EN, a_config, a_plan, a_post, content_at, paths_of, view_at


@pytest.mark.parametrize(
    ("folder", "locale", "label"),
    [
        ("post", "zh-Hans", "@posts"),
        ("Posts", "zh-CN", "@posts"),
        ("articles", "zh", "@posts"),
        ("blog", "zh-TW", "@blog"),
        ("weekly", "zh", "Weeklies"),
        ("post", "en", "Posts"),
        ("post", "fr", "Posts"),
    ],
)
def test_the_usual_folders_have_chinese_words_on_chinese_pages(folder: str, locale: str, label: str) -> None:
    assert section_label(folder, "Weeklies" if folder == "weekly" else "Posts", locale) == label


@pytest.mark.parametrize(
    ("plural", "locale", "label"),
    [("tags", "en", "@tags"), ("series", "zh", "@series"), ("series", "en", "Series"), ("topics", "zh", "Series")],
)
def test_the_usual_taxonomies_have_words(plural: str, locale: str, label: str) -> None:
    assert taxonomy_label(plural, "Series", locale) == label


def test_each_language_calls_the_section_in_its_own_words_at_the_same_address() -> None:
    checked = a_plan([a_post("post/a"), a_post("post/a", "en")])
    assert (view_at(checked, "post/index.html").title, view_at(checked, "en/post/index.html").title) == (
        "@posts",
        "Posts",
    )
    assert [link.text for link in view_at(checked, "post/a/index.html").breadcrumbs] == ["@home", "@posts"]
    assert [link.text for link in view_at(checked, "en/post/a/index.html").breadcrumbs] == ["@home", "Posts"]


def test_a_name_of_ones_own_and_the_settings_of_english_titles_hold() -> None:
    named = a_plan([a_post("post", node=Node.BRANCH, title="周报"), a_post("post/a")])
    assert view_at(named, "post/index.html").title == "周报"
    plain = a_plan([a_post("post/a", "en")], config=a_config(EN, pluralize_titles=False))
    assert view_at(plain, "post/index.html").title == "Post"


def test_addresses_are_made_of_the_title_not_of_the_word() -> None:
    config = a_config(list_permalinks={"section": {"post": "/:title/"}})
    assert "posts/index.html" in paths_of(a_plan([a_post("post/a")], config=config))


def test_a_term_index_with_a_word_still_knows_its_taxonomy() -> None:
    post = a_post("post/a", terms=(("series", ("入门",)),))
    checked = a_plan([post], config=a_config(taxonomies=(("series", "series"),)))
    assert view_at(checked, "series/index.html").title == ""
    assert content_at(checked, "series/index.html").taxonomy == "series"
