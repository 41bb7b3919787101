"""Sections, lists and what sections give to their pages, as Hugo had them."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest

from llmtimeline.values.diagnostics import Severity
from llmtimeline.values.outputs import Rendered
from llmtimeline.values.views import PageView
from tests.hugo.sites import BARE, NOW, a_site, codes_of, output_at, page, paths_of, titles_at, urls_at, vector, view_at

BLOG = {
    "_index.md": page("HOME", "homebody"),
    "blog/_index.md": page("博客", "B", cascade="{params: {x: 1}}"),
    "blog/2024/a.md": page("A"),
    "blog/sub/_index.md": page("S"),
    "blog/sub/b.md": page("B"),
    "c.md": page("C"),
}


def above(title: str, path: str) -> list[str]:
    view = view_at(a_site("", BLOG), path)
    assert view.title == title
    return [link.url for link in view.breadcrumbs]


def test_a_first_folder_is_a_section_and_a_deeper_one_only_with_a_file_of_its_own() -> None:
    site = a_site("", BLOG)
    assert {"blog/2024/a/index.html", "blog/sub/b/index.html", "blog/sub/index.html", "c/index.html"} <= paths_of(site)
    assert "blog/2024/index.html" not in paths_of(site)
    assert titles_at(site, "blog/index.html") == ["A"]
    assert [(link.url, link.text) for link in view_at(site, "blog/index.html").content.sections] == [
        ("/blog/sub/", "S")
    ]
    assert titles_at(site, "blog/sub/index.html") == ["B"]
    assert titles_at(site, "index.html") == ["A", "B"]


def test_breadcrumbs_name_the_sections_above() -> None:
    assert above("A", "blog/2024/a/index.html") == ["/", "/blog/"]
    assert above("B", "blog/sub/b/index.html") == ["/", "/blog/", "/blog/sub/"]
    assert above("C", "c/index.html") == ["/"]


def test_a_sections_own_file_gives_title_and_introduction() -> None:
    site = a_site("", BLOG)
    assert view_at(site, "blog/index.html").title == "博客"
    assert view_at(site, "blog/index.html").content.intro_html.strip() == "<p>B</p>"
    assert "homebody" in view_at(site, "index.html").content.intro_html


def test_the_pages_of_the_section_are_those_that_hugo_wrote() -> None:
    block = vector("misc.txt").split("### sections/_index/cascade\n")[1]
    rows = dict(re.findall(r"^(\S+\.html) :: (.*)$", block, re.MULTILINE))
    site = a_site("", BLOG)
    assert set(rows) - paths_of(site) == set()
    for path, row in rows.items():
        if "x=1" in row:
            assert view_at(site, path).params["x"] == 1
        elif path == "c/index.html":
            assert "x" not in view_at(site, path).params


@pytest.mark.parametrize(
    ("folder", "title"),
    [
        ("post", "Posts"),
        ("weekly", "Weeklies"),
        ("news", "News"),
        ("ai", "AIs"),
        ("box", "Boxes"),
        ("class", "Classes"),
        ("person", "People"),
        ("llm", "LLMs"),
        ("my post", "My Posts"),
        ("周报", "周报"),  # Hugo: 周报s
        ("AI 周报", "AI 周报"),
    ],
)
def test_a_section_without_a_file_is_called_as_its_folder(folder: str, title: str) -> None:
    path = folder.lower().replace(" ", "-")
    assert view_at(a_site("", {f"{folder}/a.md": page()}), f"{path}/index.html").title == title


def test_lists_go_by_weight_then_date_then_title_and_end_with_the_undated() -> None:
    content = {
        "post/new.md": page("new", date="2024-02-01"),
        "post/old.md": page("old", date="2023-02-01"),
        "post/same.md": page("Same", date="2023-02-01"),
        "post/pinned.md": page("pinned", date="2020-01-01", weight="1"),
        "post/first.md": page("first", weight="-1"),
        "post/undated.md": page("undated"),
    }
    site = a_site("", content)
    wanted = ["first", "pinned", "new", "old", "Same", "undated"]
    assert titles_at(site, "index.html") == titles_at(site, "post/index.html") == wanted


def test_a_link_title_is_what_lists_and_menus_say() -> None:
    site = a_site(
        "", {"post/a.md": page("A very long title", linkTitle="Short"), "post/_index.md": page("P", linkTitle="p")}
    )
    assert view_at(site, "post/a/index.html").title == "A very long title"
    assert [link.text for link in view_at(site, "post/a/index.html").breadcrumbs][-1] == "p"


def test_lists_are_dated_by_their_newest_member() -> None:
    content = {
        "post/a.md": page("a", date="2024-01-02", tags="[t]"),
        "post/b.md": page("b", date="2024-01-01", lastmod="2024-03-01", tags="[t]"),
    }
    site = a_site("", content)
    for path in ("index.html", "post/index.html", "tags/index.html", "tags/t/index.html"):
        view = view_at(site, path)
        assert view.date == datetime(2024, 1, 2, tzinfo=UTC), path
        assert view.lastmod == datetime(2024, 3, 1, tzinfo=UTC), path


def test_home_lists_the_largest_section_unless_the_config_names_others() -> None:
    content = {"post/a.md": page("A"), "post/b.md": page("B"), "note/c.md": page("C"), "about.md": page("About")}
    assert titles_at(a_site("", content), "index.html") == ["A", "B"]
    assert titles_at(a_site("mainSections: [note]\n", content), "index.html") == ["C"]
    assert titles_at(a_site("params: {mainSections: [note, post]}\n", content), "index.html") == ["A", "B", "C"]
    assert titles_at(a_site("mainSections: [page]\n", content), "index.html") == ["About"]


def test_a_type_counts_in_place_of_the_section() -> None:
    content = {"post/a.md": page("A", type="note"), "post/b.md": page("B"), "note/c.md": page("C")}
    assert titles_at(a_site("", content), "index.html") == ["B"]
    assert titles_at(a_site("mainSections: [note]\n", content), "index.html") == ["A", "C"]
    assert titles_at(a_site("", content), "post/index.html") == ["A", "B"]


def test_an_empty_list_is_a_page_and_its_first_page_redirects() -> None:
    site = a_site("", {"empty/_index.md": page("E")})
    assert titles_at(site, "empty/index.html") == []
    assert view_at(site, "empty/page/1/index.html").permalink == "https://ex.org/empty/"
    assert "empty/page/2/index.html" not in paths_of(site)


def test_lists_are_cut_in_pages_at_hugos_addresses() -> None:
    content = {f"post/{n}.md": page(str(n), date=f"2024-01-0{n}", tags="[t]") for n in range(1, 6)}
    site = a_site("pagination: {pagerSize: 2, path: seite}\n", content)
    for folder in ("", "post/", "tags/t/"):
        assert {f"{folder}seite/{n}/index.html" for n in (1, 2, 3)} <= paths_of(site)
        assert f"{folder}seite/4/index.html" not in paths_of(site)
        second, third = (view_at(site, f"{folder}seite/{n}/index.html").content.pager for n in (2, 3))
        assert (second.newer_url, second.older_url) == (f"/{folder}", f"/{folder}seite/3/")
        assert third.older_url == ""
    off = paths_of(a_site("pagination: {disableAliases: true}\n", content))
    assert not [path for path in off if "page/1/" in path]


@pytest.mark.parametrize(
    ("front", "file", "listed"),
    [
        ({}, True, True),
        ({"build": "{list: never}"}, True, False),
        ({"_build": "{list: never}"}, True, False),
        ({"build": "{list: local}"}, True, True),
        ({"build": "{render: never}"}, False, False),
        ({"_build": "{render: never, list: never}"}, False, False),
        ({"build": "{render: link}"}, False, False),
        ({"headless": "true"}, False, False),
        ({"draft": "true"}, False, False),
        ({"draft": '"true"'}, False, False),
        ({"date": "2099-01-01"}, False, False),
        ({"date": "2099-01-01", "publishDate": "2020-01-01"}, True, True),
        ({"expiryDate": "2024-05-01"}, False, False),
        ({"expiryDate": "2024-07-01"}, True, True),
    ],
)
def test_front_matter_says_whether_a_page_is_written_and_listed(
    front: dict[str, str], *, file: bool, listed: bool
) -> None:
    site = a_site("", {"post/a/index.md": page("A", **front), "post/b.md": page("B")})
    assert ("post/a/index.html" in paths_of(site)) is file
    assert ("A" in titles_at(site, "post/index.html")) is listed
    assert codes_of(site) == []


def test_a_clock_and_the_settings_let_them_in() -> None:
    content = {"post/a.md": page("A", date="2024-05-01", expiryDate="2024-05-20"), "post/d.md": page("D", draft="true")}
    assert titles_at(a_site("", content, now=datetime(2024, 5, 10, tzinfo=UTC)), "post/index.html") == ["A"]
    early = a_site("", content, now=datetime(2024, 4, 1, tzinfo=UTC))
    assert titles_at(early, "post/index.html") == []  # the section is there before its posts are out
    assert titles_at(a_site("buildDrafts: true\nbuildExpired: true\n", content, now=NOW), "post/index.html") == [
        "A",
        "D",
    ]
    assert titles_at(a_site("", content, drafts=True), "post/index.html") == ["D"]


@pytest.mark.parametrize(
    ("front", "published"),
    [
        ("headless: true", True),
        ("build: {render: never}", True),
        ("build: {render: link}", True),
        ("build: {publishResources: false}", False),
        ("headless: true\nbuild: {publishResources: false}", False),
        ("draft: true", False),
    ],
)
def test_the_files_of_a_bundle_outlive_its_page_as_in_hugo(front: str, *, published: bool) -> None:
    site = a_site("", {"post/b/index.md": f"---\ntitle: b\n{front}\n---\n", "post/b/a.png": ""})
    assert ("post/b/a.png" in paths_of(site)) is published


def test_the_files_of_a_bundle_go_where_its_page_goes() -> None:
    content = {
        "post/b/index.md": page("b", url="/x/y/"),
        "post/b/a.png": "",
        "post/c/index.md": page("c", url="/x/z.html"),
        "post/c/Ä B.png": "",
        "post/d/index.md": page("ddd"),
        "post/d/sub/a.png": "",
    }
    paths = paths_of(a_site("permalinks: {post: '/:slug/'}\n", content))
    assert {"x/y/a.png", "x/z/Ä B.png", "ddd/sub/a.png"} <= paths


def test_markdown_inside_a_bundle_is_part_of_it_and_no_page() -> None:
    content = {
        "post/b/index.md": page("b"),
        "post/b/note.md": page("n"),
        "post/b/in/index.md": page("in"),
        "post/bc.md": page("bc"),
    }
    site = a_site("", content)
    assert urls_at(site, "post/index.html") == ["/post/b/", "/post/bc/"]
    assert not {"post/b/note/index.html", "post/b/in/index.html"} & paths_of(site)


def test_files_beside_posts_are_published_in_their_section() -> None:
    paths = paths_of(a_site("", {"post/a.md": page(), "post/README.txt": "", "post/sub/x.txt": "", "a.txt": ""}))
    assert {"post/README.txt", "post/sub/x.txt", "a.txt"} <= paths
    # A folder that is no section keeps its name as written; one that is has the section's.
    paths = paths_of(a_site("", {"Notes/file.txt": "", "My Post/a.md": page(), "My Post/Sub A/X.txt": ""}))
    assert {"Notes/file.txt", "my-post/Sub A/X.txt"} <= paths


def test_what_a_system_leaves_behind_is_not_published() -> None:
    site = a_site(
        "", {"post/a.md": page()}, static=[".DS_Store", "images/.DS_Store", "images/Thumbs.db", "images/a.png"]
    )
    assert {path for path in paths_of(site) if path.startswith(("images", ".DS"))} == {"images/a.png"}


# Kind in `disableKinds` -> a file that goes, and one that stays.
KINDS = {
    "page": ("post/a/index.html", "about.txt"),
    "home": ("index.html", "post/a/index.html"),
    "section": ("post/index.html", "post/a/index.html"),
    "taxonomy": ("tags/index.html", "tags/t/index.html"),
    "term": ("tags/t/index.html", "tags/index.html"),
    "RSS": ("index.xml", "index.html"),
    "sitemap": ("sitemap.xml", "index.html"),
    "robotsTXT": ("robots.txt", "index.html"),
    "404": ("404.html", "index.html"),
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("spelled", [str, str.upper, str.lower])
def test_each_kind_of_page_can_be_turned_off_however_it_is_spelled(kind: str, spelled: type[str]) -> None:
    content = {"post/a.md": page("A", tags="[t]"), "about.txt": ""}
    goes, stays = KINDS[kind]
    assert {goes, stays} <= paths_of(a_site("", content))
    site = a_site(f"disableKinds: ['{spelled(kind)}']\n", content)
    assert codes_of(site) == []
    assert goes not in paths_of(site)
    assert stays in paths_of(site)
    assert not [
        path for path in paths_of(site) if path.startswith(f"{goes.removesuffix('index.html')}page/") and kind != "page"
    ]


def test_nothing_links_to_a_list_that_is_turned_off() -> None:
    site = a_site("disableKinds: [section, taxonomy]\n", {"post/a.md": page("A", tags="[t]")})
    view = view_at(site, "post/a/index.html")
    assert [link.url for link in view.breadcrumbs] == ["/"]
    assert view.site.tags_url == ""
    assert [link.url for link in view_at(site, "tags/t/index.html").breadcrumbs] == ["/"]


# What is given to many ---------------------------------------------------------------------------------------------


def params(config: str, content: dict[str, str]) -> dict[str, object]:
    """The parameter x of each page, by its path."""
    site = a_site(config, content)
    assert codes_of(site) == []
    found = {}
    for output in site.value.outputs:
        if isinstance(output.body, Rendered) and isinstance(output.body.view, PageView):
            given = output.body.view.params
            if "x" in given:
                found[output.path.removesuffix("index.html")] = given["x"]
    return found


def test_the_nearest_section_gives_what_a_post_does_not_say_itself() -> None:
    content = {
        "_index.md": page("H", cascade="{x: home}"),
        "post/_index.md": page("P", cascade="{x: post}", x="own"),
        "post/a.md": page("A"),
        "post/b.md": page("B", x="2"),
        "post/sub/_index.md": page("S", cascade="{x: sub}"),
        "post/sub/c.md": page("C"),
        "post/bun/index.md": page("bun"),
        "note/d.md": page("D"),
    }
    found = params("pagination: {disableAliases: true}\n", content)
    assert found == {
        "": "home",
        "post/": "own",
        "post/a/": "post",
        "post/b/": 2,
        "post/sub/": "sub",
        "post/sub/c/": "sub",
        "post/bun/": "post",
        "note/d/": "home",
    }


def test_of_several_the_first_that_fits_counts_and_the_config_comes_last() -> None:
    config = "cascade: [{x: cfg, _target: {path: '/post/b*'}}, {target: {kind: section}, x: sec}]\n"
    cascade = "[{_target: {path: '/post/a*', kind: page}, x: first}, {x: second, target: {path: '{/post/a,/post/d}'}}]"
    content = {
        "post/_index.md": page("P", cascade=cascade),
        "post/a.md": page("A"),
        "post/b.md": page("B"),
        "post/d.md": page("D"),
        "other/_index.md": page("O"),
        "other/e.md": page("E"),
    }
    assert params(config, content) == {
        "post/": "sec",
        "other/": "sec",
        "post/a/": "first",
        "post/b/": "cfg",
        "post/d/": "second",
    }


@pytest.mark.parametrize(
    ("pattern", "fits"),
    [
        ("/post/*", {"post/a/", "post/b/"}),
        ("/post/**", {"post/a/", "post/b/", "post/sub/c/"}),
        ("/post/?", {"post/a/", "post/b/"}),
        ("/post/[a]", {"post/a/"}),
        ("/post/[!a]", {"post/b/"}),
        ("/{post,note}/a", {"post/a/"}),
        ("**/c", {"post/sub/c/"}),
        ("/POST/A", {"post/a/"}),
        ("/post/", set()),
        ("(", set()),
    ],
)
def test_a_target_is_a_pattern_of_paths(pattern: str, fits: set[str]) -> None:
    content = {f"post/{name}.md": page(name) for name in ("a", "b", "sub/c")}
    assert set(params(f"cascade: {{x: 1, target: {{path: '{pattern}'}}}}\n", content)) == fits


def test_a_target_may_be_a_language() -> None:
    config = "defaultContentLanguage: zh\nlanguages: {zh: {weight: 1}, en: {weight: 2}}\n"
    config += "cascade: {x: 1, target: {lang: en}}\n"
    content = {"post/_index.zh.md": page("P", cascade="{x: 2}"), "post/a.zh.md": page(), "post/a.en.md": page()}
    assert params(config, content) == {"post/": 2, "post/a/": 2, "en/post/a/": 1}


def test_draft_dates_lists_and_addresses_are_given_too() -> None:
    content = {
        "post/_index.md": page(
            "P", cascade="[{target: {path: '/post/d'}, draft: true}, {date: 2020-01-01, slug: ':x'}]"
        ),
        "post/d.md": page("D"),
        "note/_index.md": page(
            "N", cascade="{build: {list: never}, tags: [t], weight: 3, description: D, slug: s, type: post}"
        ),
        "note/a.md": page("A"),
        "note/b.md": page("B", slug="b", build="{list: always}", tags="[u]", description="own"),
    }
    site = a_site("", content)
    assert "post/d/index.html" not in paths_of(site)
    assert {"note/s/index.html", "note/b/index.html", "tags/t/index.html", "tags/u/index.html"} <= paths_of(site)
    assert titles_at(site, "note/index.html") == ["B"]
    assert view_at(site, "note/s/index.html").description == "D"
    assert view_at(site, "note/b/index.html").description == "own"


def test_a_mistake_in_a_cascade_is_told_once_at_its_place() -> None:
    content = {
        "post/_index.md": "---\ntitle: P\ncascade:\n  draft: flase\n  target: {pth: /a}\n---\n",
        "post/a.md": page(),
        "post/b.md": page(),
    }
    found = a_site("", content).diagnostics
    told = sorted((each.code, each.span.path, each.span.line, each.span.column) for each in found if each.span)
    assert told == [("LT105", "content/post/_index.md", 5, 12), ("LT106", "content/post/_index.md", 4, 10)]
    (found_in_config,) = a_site("cascade: [1]\n", {}).diagnostics
    assert (found_in_config.code, found_in_config.severity) == ("LT106", Severity.ERROR)


# Aliases ------------------------------------------------------------------------------------------------------------


def test_aliases_stand_where_hugo_put_them() -> None:
    content = {
        "_index.md": page("H", aliases="[/old-home/]"),
        "post/_index.md": page("P", aliases="[/old-post/, rel]"),
        "post/a.md": page("A", aliases="[a1, ../a2, /x/y.html, 'sp ace', UPPER]"),
    }
    site = a_site(BARE, content)
    redirects = {
        "old-home/index.html": "/",
        "old-post/index.html": "/post/",
        "rel/index.html": "/post/",
        "post/a1/index.html": "/post/a/",
        "a2/index.html": "/post/a/",
        "x/y.html": "/post/a/",
        "post/sp ace/index.html": "/post/a/",
        "post/UPPER/index.html": "/post/a/",
    }
    assert {path: view_at(site, path).permalink for path in redirects} == {
        path: f"https://ex.org{url}" for path, url in redirects.items()
    }
    assert {output_at(site, path).label for path in redirects} == {"alias"}


def test_a_relative_alias_of_a_page_at_the_root_stays_at_the_root() -> None:
    assert view_at(a_site("", {"a.md": page("A", aliases="[../up]")}), "up/index.html").permalink == "https://ex.org/a/"


def test_ugly_addresses_hold_for_aliases_terms_and_further_pages() -> None:
    content = {"post/a.md": page("a", tags="[t]", aliases="[/o/, ../up, UPPER/]"), "post/b.md": page("b", tags="[t]")}
    site = a_site("uglyURLs: true\npagination: {pagerSize: 1}\n", content)
    wanted = {
        *(
            "post/a.html",
            "post/index.html",
            "post/index.xml",
            "o.html",
            "up.html",
            "post/UPPER.html",
            "tags/index.html",
        ),
        *("post/page/1/index.html", "post/page/2/index.html", "tags/t.html", "tags/t/index.xml", "tags/t/page/1.html"),
        "tags/t/page/2.html",
    }
    assert wanted - paths_of(site) == set()
    assert view_at(site, "tags/t/page/2.html").content.pager.newer_url == "/tags/t.html"


def test_permalinks_hold_for_sections_taxonomies_and_terms_by_kind() -> None:
    config = """
permalinks:
  page: {posts: "/p/:sections[1:]/:sectionslug/:sectionslugs/:slug/"}
  section: {posts: /arts/:sections/}
  taxonomy: {tags: "/tt/:slug/"}
  term: {tags: "/t/:slug/x"}
"""
    content = {
        "posts/_index.md": page("Ps", slug="pslug"),
        "posts/sub/_index.md": page("Sub", slug="subslug"),
        "posts/sub/deep/_index.md": page("Deep"),
        "posts/sub/deep/a.md": page("x", tags="[Big GPT]"),
    }
    wanted = {
        "arts/posts/index.html",
        "arts/posts/index.xml",
        "arts/posts/sub/index.html",
        "arts/posts/sub/deep/index.html",
        "p/sub/deep/pslug/pslug/subslug/deep/x/index.html",
        "tt/tags/index.html",
        "t/big-gpt/x/index.html",
        "t/big-gpt/x/index.xml",
    }
    site = a_site(config, content)
    assert codes_of(site) == []
    assert wanted - paths_of(site) == set()
    assert "tags/index.html" not in paths_of(site)


def test_a_pattern_of_no_kind_holds_for_terms_too() -> None:
    paths = paths_of(a_site("permalinks: {tags: '/t/:slug/'}\n", {"posts/a.md": page(tags="[Big GPT]")}))
    assert {"t/big-gpt/index.html", "tags/index.html"} <= paths


@pytest.mark.parametrize(
    ("cut", "path"),
    [
        ("[0]", "posts/"),
        ("[last]", "deep/"),
        ("[1]", "sub/"),
        ("[:last]", "posts/sub/"),
        ("[1:last]", "sub/"),
        ("[:1]", "posts/"),
        ("[5]", ""),
        ("[1:9]", "sub/deep/"),
        ("[1:]", "sub/deep/"),
    ],
)
def test_some_of_the_sections_can_be_taken(cut: str, path: str) -> None:
    content = {
        "posts/sub/_index.md": page("S"),
        "posts/sub/deep/_index.md": page("D"),
        "posts/sub/deep/a.md": page("x"),
    }
    site = a_site(f"permalinks: {{posts: '/p/:sections{cut}/:slug/'}}\n", content)
    assert f"p/{path}x/index.html" in paths_of(site)


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("C++", "c-"),
        ("C#", "c"),
        ("c#6", "c#6"),
        ("c++&c#", "c-c"),
        ("a+b", "a-b"),
        ("a+ b", "a-b"),
        ("++a", "-a"),
        ("a - - b", "a--b"),
        ("50% off", "50-off"),
        ("（括号） x", "括号-x"),
    ],
)
def test_a_pattern_takes_names_for_addresses(name: str, address: str) -> None:
    site = a_site(
        "permalinks: {post: '/p/:slug/', tags: '/t/:slug/'}\n",
        {"post/a.md": page(tags=f'["{name}"]', slug=f'"{name}"')},
    )
    assert {f"p/{address}/index.html", f"t/{address}/index.html"} <= paths_of(site)


def test_file_names_are_made_addresses_as_hugo_makes_them() -> None:
    names = {"a & b": "a--b", "a - b": "a---b", "C:D": "cd", "c  d": "c--d"}
    paths = paths_of(a_site("", {f"post/{name}.md": page() for name in names}))
    assert {f"post/{name}/index.html" for name in names.values()} <= paths
    assert "post/a-b/index.html" in paths_of(a_site("", {"post/x.md": page(slug='"a & b"')}))
    assert "post/a-b/index.html" in paths_of(a_site("disablePathToLower: true\n", {"post/a & b.md": page()}))


def test_a_site_below_a_path_keeps_it_in_links_and_pictures() -> None:
    body = "![a](/images/a.png) [l](/post/b/) [m](b.md) [n](/post/b.md) ![r](rel.png)"
    content = {
        "post/a/index.md": page("A", body.replace("(b.md)", "(../b.md)")),
        "post/a/rel.png": "",
        "post/b.md": page("B"),
    }
    site = a_site("", content, static=["images/a.png"])
    assert codes_of(site) == []
    below = a_site("baseURL: https://ex.org/sub/\ntitle: t\n", content, static=["images/a.png"])
    html = view_at(below, "post/a/index.html").content.sections[0].html
    assert re.findall(r'(?:src|href)="([^"]+)"', html) == [
        "/sub/images/a.png",
        "/sub/post/b/",
        "/sub/post/b/",
        "/sub/post/b/",
        "/sub/post/a/rel.png",
    ]


@pytest.mark.parametrize("setting", ["relativeURLs: true", "canonifyURLs: true"])
def test_settings_that_rewrite_links_are_told_to_have_no_effect(setting: str) -> None:
    assert codes_of(a_site(setting + "\n", {"post/a.md": page()})) == ["LT115"]
