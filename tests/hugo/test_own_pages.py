"""Our own pages give way to the site's: the addresses that a site has published stay what they were."""

from __future__ import annotations

import pytest

from llmtimeline.values.diagnostics import Checked, Severity
from llmtimeline.values.outputs import Copied, Plan, Rendered, Text
from tests.hugo.sites import a_site, codes_of, output_at, page, paths_of, titles_at, urls_at, view_at

LANGUAGES = "defaultContentLanguage: zh\nlanguages: {zh: {weight: 1}, en: {weight: 2}}\n"
OURS = ("timeline", "models", "vendors", "lineage", "charts", "compare", "data", "archives", "search")
RELEASES = {
    "post/r.zh.md": page("周报", "## GPT-4, 2023/03/14, OpenAI\n\n正文\n"),
    "post/r.en.md": page("Weekly", "## GPT-4, 2023/03/14, OpenAI\n\nText\n"),
}
# How a site may have its own page at one of our addresses.
AS_PAGE = {"leaf": "{name}.zh.md", "bundle": "{name}/index.zh.md", "section": "{name}/mine.zh.md"}


def header_and_footer(site: Checked[Plan], path: str) -> set[str]:
    """The addresses that every page links to."""
    frame = view_at(site, path).site
    named = tuple(getattr(frame, f"{name}_url") for name in OURS)
    return {url for url in (*named, *(link.url for link in frame.menu)) if url}


def links_are_whole(site: Checked[Plan]) -> bool:
    """Whether everything that breadcrumbs, menus and footers link to is there."""
    found = {output.path for output in site.value.outputs}
    for output in site.value.outputs:
        if isinstance(output.body, Rendered) and hasattr(output.body.view, "breadcrumbs"):
            view = output.body.view
            urls = {link.url for link in view.breadcrumbs} | header_and_footer(site, output.path)
            if any(f"{url.lstrip('/')}index.html" not in found for url in urls):
                return False
    return True


def note_of(site: Checked[Plan]) -> tuple[str, Severity, str]:
    (found,) = site.diagnostics
    return found.code, found.severity, found.hint


@pytest.mark.parametrize("name", OURS)
@pytest.mark.parametrize("form", AS_PAGE)
def test_ours_gives_way_to_a_page_or_a_section(name: str, form: str) -> None:
    site = a_site(LANGUAGES, {**RELEASES, AS_PAGE[form].format(name=name): page("Mine")})
    code, severity, hint = note_of(site)
    assert (code, severity) == ("LT505", Severity.NOTE)
    assert hint == f"`timeline: {{{name}: …}}` in the config gives ours another address"
    view = view_at(site, f"{name}/index.html")
    if form == "section":
        assert view.kind == "list"
        assert urls_at(site, f"{name}/index.html") == [f"/{name}/mine/"]
        assert {f"{name}/index.xml", f"{name}/mine/index.html"} <= paths_of(site)
    else:
        assert (view.kind, view.title) == ("post", "Mine")
    assert view_at(site, f"en/{name}/index.html").kind == name
    assert f"/{name}/" not in header_and_footer(site, "index.html")
    assert f"/en/{name}/" in header_and_footer(site, "en/index.html")
    assert links_are_whole(site)


@pytest.mark.parametrize("name", OURS)
def test_ours_gives_way_to_a_static_file(name: str) -> None:
    site = a_site(LANGUAGES, RELEASES, static=[f"{name}/index.html"])
    assert note_of(site)[:2] == ("LT505", Severity.NOTE)
    (found,) = site.diagnostics
    assert found.span is not None
    assert found.span.path == f"static/{name}/index.html"
    assert isinstance(output_at(site, f"{name}/index.html").body, Copied)
    assert f"/{name}/" not in header_and_footer(site, "index.html")
    assert view_at(site, f"en/{name}/index.html").kind == name
    assert links_are_whole(site)


@pytest.mark.parametrize("name", OURS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_ours_gives_way_in_each_language_by_itself(name: str, language: str) -> None:
    site = a_site(LANGUAGES, {**RELEASES, f"{name}.{language}.md": page("Mine")})
    assert codes_of(site) == ["LT505"]
    kinds = {key: view_at(site, f"{prefix}{name}/index.html").kind for key, prefix in (("zh", ""), ("en", "en/"))}
    assert kinds == {"zh": name, "en": name} | {language: "post"}
    # The switch leads from the one to the other all the same.
    other = next(each for each in view_at(site, f"{name}/index.html").translations if each.language == "en")
    assert (other.url, other.exact) == (f"/en/{name}/", True)


@pytest.mark.parametrize("name", OURS)
def test_ours_can_be_moved_or_turned_off(name: str) -> None:
    mine = {**RELEASES, f"{name}/mine.zh.md": page("Mine")}
    moved = a_site(LANGUAGES + f"timeline: {{{name}: wo/{name}}}\n", mine)
    assert codes_of(moved) == []
    assert view_at(moved, f"wo/{name}/index.html").kind == name
    assert view_at(moved, f"{name}/index.html").kind == "list"
    assert links_are_whole(moved)
    off = a_site(LANGUAGES + f"timeline: {{{name}: false}}\n", RELEASES)
    assert codes_of(off) == []
    assert not [path for path in paths_of(off) if path.removeprefix("en/").startswith(f"{name}/")]
    assert links_are_whole(off)


def test_the_introduction_alone_does_not_make_a_section() -> None:
    site = a_site(LANGUAGES, {**RELEASES, "models/_index.zh.md": page("Our models", "Hello")})
    assert codes_of(site) == []
    view = view_at(site, "models/index.html")
    assert (view.kind, view.title, view.content.intro_html.strip()) == ("models", "Our models", "<p>Hello</p>")


def test_a_section_with_a_file_of_its_own_keeps_its_title_and_posts() -> None:
    content = {"models/_index.zh.md": page("Reviews"), "models/a.zh.md": page("A"), "models/b.zh.md": page("B")}
    site = a_site(LANGUAGES + "pagination: {pagerSize: 1}\n", {**RELEASES, **content})
    assert codes_of(site) == ["LT505"]
    assert view_at(site, "models/index.html").title == "Reviews"
    assert titles_at(site, "models/page/2/index.html") == ["B"]


def test_of_a_family_only_the_members_give_way_whose_address_is_taken() -> None:
    body = "## GPT-4, 2023/03/14, OpenAI\n\n文\n\n## Claude 2, 2023/07/11, Anthropic\n\n文\n"
    content = {"post/r.zh.md": page("R", body), "models/gpt-4.zh.md": page("My review of GPT-4")}
    site = a_site(LANGUAGES, content)
    told = [(each.code, each.message) for each in site.diagnostics]
    assert sorted(told) == [
        ("LT505", "a post stands at `/models/gpt-4/`; the model's page was left out"),
        ("LT505", "the section stands at `/models/`; the list of models was left out"),
    ]
    assert view_at(site, "models/gpt-4/index.html").title == "My review of GPT-4"
    assert view_at(site, "en/models/gpt-4/index.html").kind == "model"
    (claude,) = [path for path in paths_of(site) if path.startswith("models/claude-2")]
    assert view_at(site, claude).kind == "model"
    assert [link.url for link in view_at(site, claude).breadcrumbs] == ["/", "/models/"]
    assert links_are_whole(site)


def test_a_taxonomy_of_vendors_takes_the_place_of_ours() -> None:
    config = LANGUAGES + "taxonomies: {vendor: vendors}\n"
    content = {
        "post/r.zh.md": page(
            "R", "## GPT-4, 2023/03/14, OpenAI\n\n文\n\n## Claude 2, 2023/07/11, Anthropic\n", vendors="[OpenAI]"
        ),
        "vendors/_index.zh.md": page("厂商"),
    }
    site = a_site(config, content)
    assert {each.code for each in site.diagnostics} == {"LT505"}
    assert view_at(site, "vendors/index.html").title == "厂商"
    assert view_at(site, "vendors/index.html").kind == "terms"
    assert urls_at(site, "vendors/openai/index.html") == ["/post/r/"]
    assert view_at(site, "vendors/anthropic/index.html").kind == "vendor"
    assert links_are_whole(site)


def test_files_of_the_dataset_stand_beside_a_section_called_data() -> None:
    site = a_site(LANGUAGES, {**RELEASES, "data/report.zh.md": page("Report")})
    assert {"data/report/index.html", "data/v1/releases.json"} <= paths_of(site)
    assert codes_of(site) == ["LT505"]


# Pages by layout ----------------------------------------------------------------------------------------------------

POSTS = {
    "post/a.md": page("A", date="2024-01-02"),
    "post/b.md": page("B", date="2023-05-02"),
    "note/c.md": page("C", date="2024-03-02"),
    "post/undated.md": page("U"),
}


def years(site: Checked[Plan], path: str) -> list[tuple[int, list[str]]]:
    content = view_at(site, path).content
    return [(year, [card.title for month in months for card in month.posts]) for year, _, months in content.years]


@pytest.mark.parametrize("path", ["search", "find/here"])
def test_a_search_page_lists_every_post_by_year_without_scripts(path: str) -> None:
    site = a_site("", {**POSTS, f"{path}.md": page("Find", layout="search", summary="s", placeholder="type")})
    assert view_at(site, f"{path}/index.html").title == "Find"
    groups = view_at(site, f"{path}/index.html").content.groups
    posts = [(group.label, [entry.link.text for entry in group.entries]) for group in groups if group.kind == "post"]
    assert posts == [("2024", ["C", "A"]), ("2023", ["B"]), ("", ["U"])]
    assert codes_of(site) == []


def test_search_and_archives_pages_are_in_no_list_and_no_feed() -> None:
    content = {**POSTS, "post/search.md": page("Find", layout="search"), "post/all.md": page("All", layout="archives")}
    site = a_site("outputs: {home: [HTML, RSS, JSON]}\n", content)
    assert titles_at(site, "index.html") == ["A", "B", "U"]
    feed = [item.title for item in view_at(site, "index.xml").items]
    assert sorted(feed) == ["A", "B", "C", "U"]
    body = output_at(site, "index.json").body
    assert isinstance(body, Text)
    assert '"A"' in body.text
    assert '"Find"' not in body.text
    assert '"All"' not in body.text


def test_archives_list_the_main_sections_or_all_where_asked() -> None:
    content = {**POSTS, "all.md": page("All", layout="archives")}
    assert years(a_site("", content), "all/index.html") == [(2024, ["A"]), (2023, ["B"])]
    site = a_site("params: {ShowAllPagesInArchive: true}\n", content)
    assert years(site, "all/index.html") == [(2024, ["C", "A"]), (2023, ["B"])]


def test_the_sites_own_archives_take_the_place_of_ours_without_a_word() -> None:
    site = a_site("", {**POSTS, "archives.md": page("Archive", layout="archives")})
    assert codes_of(site) == []
    assert view_at(site, "archives/index.html").title == "Archive"
    assert view_at(site, "index.html").site.archives_url == "/archives/"
