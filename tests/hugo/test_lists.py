"""What lists hold, in which order, and when they are from, as the real Hugo has it for the same content."""

from __future__ import annotations

from datetime import datetime

import pytest

from tests.hugo.sites import a_site, page, paths_of, titles_at, view_at

TREE = {
    "_index.md": page("Welcome", tags="[onhome]"),
    "blog/_index.md": page("Blog", tags="[shared, section only]"),
    "blog/a.md": page("a", date="2020-01-01", tags="[shared]"),
    "blog/in/_index.md": page("In"),
    "blog/in/b.md": page("b", date="2023-01-01", publishDate="2023-01-05", categories="[c1, c2]"),
    "blog/in/deeper/c.md": page("c", date="2024-01-01", lastmod="2024-02-01", categories="[c1]"),
    "log/_index.md": page("Log", date="2001-01-01"),
    "log/x.md": page("x", date="2022-01-01", tags="[old]"),
    "tags/old/_index.md": page("Old", lastmod="2002-02-02"),
    "about.md": page("about", date="2024-03-01", tags="[kept]", build="{list: never}"),
    "near.md": page("near", date="2024-03-02", tags="[near]", build="{list: local}"),
    "blog/draft.md": page("draft", date="2024-05-01", draft="true"),
    "blog/later.md": page("later", date="2030-01-01"),
}
# Path of a list, its date, its change: those of the deepest posts, and its own where `_index.md` has one.
DATES = (
    ("blog/index.html", "2024-01-01", "2024-02-01"),
    ("blog/in/index.html", "2024-01-01", "2024-02-01"),
    ("log/index.html", "2001-01-01", "2001-01-01"),
    ("categories/index.html", "2024-01-01", "2024-02-01"),
    ("categories/c2/index.html", "2023-01-01", "2023-01-01"),
    ("tags/old/index.html", "2002-02-02", "2002-02-02"),
    ("tags/near/index.html", "2024-03-02", "2024-03-02"),
    ("tags/section-only/index.html", "2024-01-01", "2024-02-01"),
)


def day(moment: datetime | None) -> str | None:
    return moment.date().isoformat() if moment else None


@pytest.mark.parametrize(("path", "date", "lastmod"), DATES)
def test_a_list_is_as_new_as_what_is_below_it_unless_it_says_so_itself(
    path: str, date: str | None, lastmod: str | None
) -> None:
    view = view_at(a_site("", TREE), path)
    assert (day(view.date), day(view.lastmod)) == (date, lastmod)


def test_drafts_and_posts_of_the_future_date_no_list() -> None:
    """Hugo dates home and section by them, and so tells of them."""
    site = a_site("", TREE)
    assert day(view_at(site, "blog/index.html").date) == day(view_at(site, "index.html").date) == "2024-01-01"
    only = {"post/a.md": page("a", date="2024-05-01", draft="true"), "post/b.md": page("b")}
    assert view_at(a_site("", only), "post/index.html").lastmod is None


def test_the_list_of_a_taxonomy_without_terms_has_no_date() -> None:
    view = view_at(a_site("", {"post/a.md": page("a", date="2024-01-01")}), "tags/index.html")
    assert (view.date, view.lastmod) == (None, None)


def test_terms_of_sections_and_of_the_home_page_have_pages_and_feeds() -> None:
    site = a_site("", TREE)
    for term in ("onhome", "section-only", "shared"):
        assert {f"tags/{term}/{name}" for name in ("index.html", "index.xml", "page/1/index.html")} <= paths_of(site)
    assert titles_at(site, "tags/shared/index.html") == ["a", "Blog"]
    assert titles_at(site, "tags/section-only/index.html") == ["Blog"]
    assert [item.title for item in view_at(site, "tags/section-only/index.xml").items] == ["Blog"]
    counts = {term.name: term.count for term in view_at(site, "tags/index.html").content.terms}
    assert (counts["Shared"], counts["Section Only"]) == (2, 1)


def test_local_pages_are_in_the_lists_of_their_terms_and_not_in_the_sitemap() -> None:
    site = a_site("", TREE)
    assert titles_at(site, "tags/near/index.html") == ["near"]
    assert titles_at(site, "tags/kept/index.html") == []
    listed = [entry.permalink for entry in view_at(site, "sitemap.xml").entries]
    assert "https://ex.org/blog/a/" in listed
    assert not {"https://ex.org/near/", "https://ex.org/about/"} & set(listed)


SAME_DAY = {"a": ("阿里", "Éclair"), "b": ("字节", "zoo"), "c": ("apple", "apple 9"), "d": ("Banana", "Apple 10")}


@pytest.mark.parametrize(
    ("language", "order"),
    [("zh", ["apple", "Banana", "阿里", "字节"]), ("en", ["Apple 10", "apple 9", "Éclair", "zoo"])],
)
def test_posts_of_one_day_go_by_title_in_the_order_of_the_language(language: str, order: list[str]) -> None:
    titles = {name: both[language == "en"] for name, both in SAME_DAY.items()}
    content = {f"post/{name}.md": page(title, date="2024-01-20") for name, title in titles.items()}
    site = a_site(f"defaultContentLanguage: {language}\nlanguages: {{{language}: {{weight: 1}}}}\n", content)
    assert titles_at(site, "post/index.html") == order
    assert [item.title for item in view_at(site, "index.xml").items] == order


def test_the_feed_of_a_taxonomy_goes_by_weight_date_and_name_and_says_when_its_terms_came_out() -> None:
    content = {
        "post/1.md": page("1", date="2024-01-05", lastmod="2024-02-01", tags="[多模态, 开源]"),
        "post/2.md": page("2", date="2024-01-12", publishDate="2024-01-13", tags="[百度, Zeta, 阿里]"),
        "post/3.md": page("3", date="2024-01-19", tags="[多模态]"),
        "post/4.md": page("4", date="2019-01-01", tags="[first]"),
        "tags/first/_index.md": page("First", weight="1"),
    }
    site = a_site("defaultContentLanguage: zh\nlanguages: {zh: {weight: 1}}\n", content)
    feed = view_at(site, "tags/index.xml")
    assert [(item.title, day(item.date)) for item in feed.items] == [
        ("First", "2019-01-01"),
        ("多模态", "2024-01-19"),
        ("Zeta", "2024-01-13"),
        ("阿里", "2024-01-13"),
        ("百度", "2024-01-13"),
        ("开源", "2024-01-05"),
    ]
    assert day(feed.updated) == "2024-02-01"


def test_search_engines_hear_when_a_post_came_out_and_readers_when_it_was_written() -> None:
    site = a_site("", {"post/a.md": page("a", date="2024-01-12", publishDate="2024-01-13")})
    view = view_at(site, "post/a/index.html")
    assert (day(view.date), day(view.published)) == ("2024-01-12", "2024-01-13")
    assert day(view_at(site, "index.xml").items[0].date) == "2024-01-13"
    article = next(thing for thing in view.json_ld if thing["@type"] == "BlogPosting")
    assert str(article["datePublished"]).startswith("2024-01-13")
