"""PaperMod's parameters as a reader sees them: tiny sites, built whole, page by page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import html

from llmtimeline.build import build
from llmtimeline.values.diagnostics import Diagnostic
from llmtimeline.values.request import Request

BODY = "One *two* three.\n\n## A **b** `c` [d](https://d.org/)\n\nText.\n\n### E\n\nMore.\n"
POST = "post/a/index.html"

Pages = dict[str, html.HtmlElement]
Draw = Callable[..., Pages]


def site(
    root: Path,
    params: dict[str, Any],
    front: dict[str, Any] | None = None,
    files: dict[str, str] | None = None,
    **more: Any,
) -> tuple[Pages, tuple[Diagnostic, ...]]:
    """The pages of a site of two languages: its parameters, one post's front matter, other files and settings."""
    languages = {"zh": {"weight": 1, "title": "站"}, "en": {"weight": 2, "title": "Site"}}
    settings = {"baseURL": "https://ex.org/", "defaultContentLanguage": "zh", "languages": languages}
    settings |= {"params": params, "timeline": {"builtinCatalog": False}, **more}
    own = {"title": "A & <b>", "date": "2023-05-06", "tags": ["t"], **(front or {})}
    content = {
        "hugo.yaml": yaml.safe_dump(settings, allow_unicode=True),
        **{f"content/post/a.{key}.md": f"---\n{yaml.safe_dump(own)}---\n{BODY}" for key in languages},
        **{f"content/post/b.{key}.md": "---\ntitle: B\ndate: 2022-01-01\n---\nText.\n" for key in languages},
        **(files or {}),
    }
    for path, text in content.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    found = build(Request(str(root), datetime(2024, 1, 1, tzinfo=UTC), jobs=1))
    public = root / "public"
    pages = {
        path.relative_to(public).as_posix(): html.document_fromstring(path.read_text("utf-8"))
        for path in public.rglob("*.html")
    }
    return pages, found.diagnostics


@pytest.fixture
def told() -> list[Diagnostic]:
    """What the sites that a test draws are told."""
    return []


@pytest.fixture
def draw(tmp_path: Path, told: list[Diagnostic]) -> Draw:
    def drawn(params: dict[str, Any] | None = None, front: dict[str, Any] | None = None, **more: Any) -> Pages:
        pages, diagnostics = site(tmp_path / "site", params or {}, front, **more)
        told.extend(diagnostics)
        return pages

    return drawn


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


# Name, page, what to look for, and how often it is there when the parameter is unset, true, false.
FLAGS: tuple[tuple[str, str, str, tuple[int, int, int]], ...] = (
    ("ShowToc", POST, "//details[@class='toc folded']", (0, 1, 0)),
    ("TocOpen", POST, "//details[@open]", (0, 1, 0)),
    ("ShowBreadCrumbs", POST, "//nav[@class='crumbs']", (1, 1, 0)),
    ("ShowBreadCrumbs", "tags/t/index.html", "//nav[@class='crumbs']", (1, 1, 0)),
    ("ShowPostNavLinks", POST, "//nav[@class='neighbours']", (1, 1, 0)),
    ("hideMeta", POST, "//header/p[@class='meta']/time", (1, 0, 1)),
    ("hideMeta", "post/index.html", "//article/p[@class='meta']", (2, 0, 2)),
    ("hideSummary", "post/index.html", "//p[@class='summary']", (2, 0, 2)),
    ("hideFooter", POST, "//body/footer", (1, 0, 1)),
    ("hideFooter", "models/index.html", "//body/footer", (1, 0, 1)),
    ("disableAnchoredHeadings", POST, "//h2/a[@class='hash']", (1, 0, 1)),
    ("ShowCodeCopyButtons", POST, "//article[@data-copy]", (1, 1, 0)),
    ("ShowShareButtons", POST, "//ul[@class='icons share']/li", (0, 7, 0)),
    ("disableScrollToTop", POST, "//footer//a[@href='#']", (1, 0, 1)),
    ("disableLangToggle", POST, "//nav[@class='languages']", (1, 0, 1)),
    ("disableSpecial1stPost", "index.html", "//article[@class='card first']", (1, 0, 1)),
    ("ShowRssButtonInSectionTermList", "post/index.html", "//main//a[contains(@href, 'index.xml')]", (0, 1, 0)),
    ("ShowRssButtonInSectionTermList", "tags/t/index.html", "//main//a[contains(@href, 'index.xml')]", (1, 1, 0)),
    ("ShowRssButtonInSectionTermList", "archives/index.html", "//main//a[contains(@href, 'index.xml')]", (0, 1, 0)),
)


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> tuple[Pages, ...]:
    """Sites in which no flag, every flag, and the contrary of every flag is set."""
    names = dict.fromkeys(name for name, *_ in FLAGS)
    given: tuple[dict[str, bool], ...] = ({}, dict.fromkeys(names, True), dict.fromkeys(names, False))
    return tuple(site(tmp_path_factory.mktemp("site"), params)[0] for params in given)


@pytest.mark.parametrize("language", ["", "en/"])
@pytest.mark.parametrize("row", FLAGS, ids=lambda row: f"{row[0]} in {row[1].partition('/')[0]}")
def test_a_flag_of_the_site(
    three: tuple[Pages, ...], row: tuple[str, str, str, tuple[int, int, int]], language: str
) -> None:
    _, page, path, counts = row
    assert tuple(len(pages[language + page].xpath(path)) for pages in three) == counts


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("ShowBreadCrumbs", "//nav[@class='crumbs']"),
        ("ShowPostNavLinks", "//nav[@class='neighbours']"),
        ("ShowToc", "//details"),
        ("ShowShareButtons", "//ul[@class='icons share']"),
    ],
)
def test_a_page_beats_the_site(draw: Draw, name: str, path: str) -> None:
    assert len(draw({name: False}, {name: True})[POST].xpath(path)) == 1
    assert draw({name: True}, {name: False})[POST].xpath(path) == []


def test_the_line_below_the_title(draw: Draw) -> None:
    def line(params: dict[str, Any], front: dict[str, Any] | None = None) -> str:
        return words(draw(params, front)["en/" + POST].xpath("//header/p[@class='meta']")[0])

    assert "AnnBo" in line({"author": ["Ann", "Bo"]})
    assert "Bo" not in line({"author": "Bo"}, {"author": "Cy"})
    assert "Cy" in line({"author": "Bo"}, {"author": "Cy"})
    assert "Bo" not in line({"author": "Bo", "hideAuthor": True})
    assert "words" in line({})
    assert "words" not in line({"ShowWordCount": False})
    assert "min" not in line({"ShowReadingTime": False})


def test_a_table_of_contents_keeps_emphasis_and_no_links(draw: Draw) -> None:
    link = draw({"ShowToc": True, "TocOpen": True})[POST].xpath("//details[@open]//a")[0]
    assert html.tostring(link, encoding="unicode", with_tail=False).endswith(
        "A <strong>b</strong> <code>c</code> d</a>"
    )
    headings = "# H1\n\n## H2\n\n#### H4\n"
    files = {f"content/post/a.{key}.md": f"---\ntitle: A\n---\n{headings}" for key in ("zh", "en")}

    def entries(params: dict[str, Any], **more: Any) -> list[str]:
        return [
            words(each) for each in draw({"ShowToc": True, **params}, files=files, **more)[POST].xpath("//details//a")
        ]

    assert entries({}) == ["H2"]
    assert entries({"UseHugoToc": True}) == ["H2"]
    assert entries({"UseHugoToc": False}) == ["H1", "H2", "H4"]
    assert entries({}, markup={"tableOfContents": {"startLevel": 1, "endLevel": 4}}) == ["H1", "H2", "H4"]
    assert entries({}, markup={"tableOfContents": {"endLevel": -1}}) == ["H2", "H4"]


@pytest.mark.parametrize(
    ("site", "page", "post", "lists"),
    [
        ({}, {}, 1, 1),
        ({"hidden": True}, {}, 0, 0),
        ({"hidden": True}, {"hidden": False}, 1, 1),
        ({"hiddenInList": True}, {}, 1, 0),
        ({"hiddenInSingle": True}, {}, 0, 1),
        ({"hidden": True}, {"hiddenInList": False}, 0, 1),
    ],
)
def test_where_a_cover_is_shown(
    draw: Draw, site: dict[str, bool], page: dict[str, bool], post: int, lists: int
) -> None:
    files = {"static/c.png": ""}
    pages = draw({"cover": site}, {"cover": {"image": "c.png", **page}}, files=files)
    assert [len(pages[path].xpath("//figure/img")) for path in (POST, "post/index.html", "tags/t/index.html")] == [
        post,
        lists,
        lists,
    ]


def test_a_cover_has_description_and_caption(draw: Draw) -> None:
    cover = {"image": "/c.png", "alt": 'a "b"', "caption": "*x* [y](/post/b/) <i>z</i>"}
    page = draw({"cover": {"linkFullImages": True}}, {"cover": cover}, files={"static/c.png": ""})["en/" + POST]
    (image,) = page.xpath("//figure/a[@href='/c.png']/img")
    assert (image.get("src"), image.get("alt"), image.get("loading")) == ("/c.png", 'a "b"', None)
    assert page.xpath("//figcaption//a/@href") == ["/en/post/b/"]
    assert page.xpath("//figcaption//i") == []


@pytest.mark.parametrize("image", ["<image path/url>", "/gone.png"])
def test_a_cover_that_is_none_is_not_shown(draw: Draw, told: list[Diagnostic], image: str) -> None:
    assert draw({}, {"cover": {"image": image}})[POST].xpath("//figure") == []
    assert {each.code for each in told} & {"LT117", "LT203"}


def test_the_list_of_services_is_the_authors(draw: Draw, told: list[Diagnostic]) -> None:
    params = {"ShowShareButtons": True, "ShareButtons": ["weibo", "twitter", "x", "email"]}
    links = draw(params, {"title": 'A & "b" 中'})["en/" + POST].xpath("//ul[@class='icons share']//a")
    assert [words(link) for link in links] == ["Share on Weibo", "Share on X", "Share by email"]
    assert {link.get("rel") for link in links} == {"nofollow noopener"}
    assert links[1].get("href") == (
        "https://x.com/intent/tweet?text=A%20%26%20%22b%22%20%E4%B8%AD&url=https%3A%2F%2Fex.org%2Fen%2Fpost%2Fa%2F"
    )
    assert draw(params, {"disableShare": True})[POST].xpath("//ul[@class='icons share']") == []
    draw({"ShareButtons": ["facebok"]})
    assert told[-1].code == "LT108"


def test_home_info_takes_the_place_of_title_and_description_on_the_first_page(draw: Draw) -> None:
    params = {
        "description": "old",
        "homeInfoParams": {"Title": "*Hi*", "Content": "One.\n\n[two](/post/b/)", "AlignSocialIconsTo": "center"},
        "socialIcons": [{"name": "GitHub", "url": "https://github.com/a"}, {"name": "rss", "url": "/index.xml"}],
    }
    pages = draw(params, pagination={"pagerSize": 1})
    home, second = pages["en/index.html"], pages["en/page/2/index.html"]
    assert html.tostring(home.xpath("//h1")[0], encoding="unicode", with_tail=False) == "<h1><em>Hi</em></h1>"
    assert home.xpath("//header//p/a/@href") == ["/en/post/b/"]
    icons = home.xpath("//ul[@class='icons to-center']//a")
    assert [(words(link), link.get("href")) for link in icons] == [
        ("GitHub", "https://github.com/a"),
        ("RSS", "/index.xml"),
    ]
    assert words(second.xpath("//h1")[0]) == "Site"
    assert home.xpath("//article[@class='card first']") == []


def test_a_profile_takes_the_place_of_the_lists(draw: Draw) -> None:
    profile = {
        "enabled": True,
        "title": "Ann",
        "subtitle": "*x*",
        "imageUrl": "p.png",
        "imageWidth": 120,
        "buttons": [{"name": "Posts", "url": "post"}, {"name": "Out", "url": "https://o.org/"}],
    }
    pages = draw({"profileMode": profile}, files={"static/p.png": ""}, pagination={"pagerSize": 1})
    home = pages["en/index.html"]
    assert words(home.xpath("//h1")[0]) == "Ann"
    assert home.xpath("//article") == []
    assert "en/page/2/index.html" not in pages
    (image,) = home.xpath("//main//img")
    assert (image.get("src"), image.get("width"), image.get("height")) == ("/p.png", "120", "150")
    assert home.xpath("//ul[@class='buttons']//a/@href") == ["/en/post/", "https://o.org/"]
    assert "en/post/a/index.html" in pages
    assert draw({"profileMode": {**profile, "enabled": False}})["index.html"].xpath("//article")


def test_the_header_and_the_colours(draw: Draw, told: list[Diagnostic]) -> None:
    label = {"text": "Name", "icon": "/i.png", "iconHeight": 20}
    params = {"label": label, "defaultTheme": "dark", "displayFullLangName": False}
    home = draw(params, files={"static/i.png": ""})["index.html"]
    assert words(home.xpath("//a[@class='brand']")[0]) == "Name"
    assert home.xpath("//a[@class='brand']/img/@height") == ["20"]
    assert home.get("data-theme") == "dark"
    assert [words(link) for link in home.xpath("//nav[@class='languages']//a")] == ["En"]
    assert draw({"label": {"iconSVG": "<svg id='mine'></svg>"}})["index.html"].xpath("//a/svg/@id") == ["mine"]
    usual = draw({"defaultTheme": "auto", "label": {"icon": "/gone.png"}})["index.html"]
    assert usual.get("data-theme") is None
    assert len(usual.xpath("//a[@class='brand']/svg")) == 1
    assert [each.span.path for each in told if each.code == "LT203"] == ["hugo.yaml"]


def test_the_footer(draw: Draw) -> None:
    def line(params: dict[str, Any], **config: Any) -> str:
        return words(draw(params, **config)["en/index.html"].xpath("//body/footer//p")[0])

    assert line({}).startswith("© 2023 Site")
    assert line({}, copyright="by *me*").startswith("by me")
    assert "©" not in line({"footer": {"hideCopyright": True}})
    assert "seen" in line({"footer": {"text": "**seen**"}})


def test_months_of_the_archives_have_papermods_anchors(draw: Draw) -> None:
    pages = draw()
    assert pages["archives/index.html"].xpath("//section//@id") == ["2023", "2023-五月", "2022", "2022-一月"]
    assert pages["en/archives/index.html"].xpath("//section//@id") == ["2023", "2023-May", "2022", "2022-January"]


@pytest.mark.parametrize(("value", "shown"), [(None, "Page 1 of 2"), (True, "Page 1 of 21 / 2"), (False, None)])
def test_the_number_of_the_page(draw: Draw, value: bool | None, shown: str | None) -> None:
    page = draw({} if value is None else {"ShowPageNums": value}, pagination={"pagerSize": 1})["en/post/index.html"]
    assert [words(each) for each in page.xpath("//span[@class='where']")] == ([shown] if shown else [])


def test_the_link_to_the_source(draw: Draw) -> None:
    params = {"editPost": {"URL": "https://g.org/tree", "Text": "Suggest <x>", "appendFilePath": True}}
    (link,) = draw(params)["en/" + POST].xpath("//p[@class='edit']/a")
    assert (words(link), link.get("href")) == ("Suggest <x>", "https://g.org/tree/post/a.en.md")
    (link,) = draw(params, {"editPost": {"Text": "改"}})[POST].xpath("//p[@class='edit']/a")
    assert (words(link), link.get("href")) == ("改", "https://g.org/tree/post/a.zh.md")
    assert draw(params, {"editPost": {"disabled": True}})[POST].xpath("//p[@class='edit']") == []


def test_one_taxonomy_may_stand_below_posts(draw: Draw) -> None:
    front = {"categories": ["c"]}
    assert len(draw({}, front)[POST].xpath("//dl[@class='terms']/div")) == 2
    shown = draw({"taxonomies": {"tag": "categories"}}, front)[POST].xpath("//dl[@class='terms']//a/@href")
    assert shown == ["/categories/c/"]


def test_a_sites_own_comments(draw: Draw) -> None:
    files = {"templates/partials/comments.html": "<div id='talk'>{{ page.title }}</div>"}
    assert draw({"comments": True}, files=files)[POST].xpath("//div[@id='talk']")
    assert draw({"comments": True}, {"comments": False}, files=files)[POST].xpath("//div[@id='talk']") == []


def test_the_sheet_is_linked_where_it_is_used(draw: Draw) -> None:
    def sheets(params: dict[str, Any]) -> list[str]:
        pages = draw(params)
        return [path for path, page in sorted(pages.items()) if page.xpath("//link[contains(@href, 'blog.css')]")]

    assert sheets({}) == []
    assert sheets({"ShowShareButtons": True}) == [
        f"{language}post/{post}/index.html" for language in ("en/", "") for post in ("a", "b")
    ]


HOSTILE = '"><script>alert(1)</script>{{ 7*7 }}'


def test_hostile_words_stay_words(draw: Draw) -> None:
    front = {
        "title": HOSTILE,
        "author": HOSTILE,
        "cover": {"image": "/c.png", "alt": HOSTILE, "caption": HOSTILE},
        "editPost": {"Text": HOSTILE, "URL": "https://g.org/"},
    }
    page = draw({"ShowShareButtons": True}, front, files={"static/c.png": ""})[POST]
    assert [script for script in page.iter("script") if "alert" in (script.text or "") and not script.get("type")] == []
    assert [name for element in page.iter() for name in element.attrib if name.startswith("on")] == []
    assert "49" not in words(page.xpath("//main")[0])


@pytest.mark.parametrize(
    ("params", "shown"), [("", True), ("disableThemeToggle: false", True), ("disableThemeToggle: true", False)]
)
def test_the_switch_between_light_and_dark_can_be_left_out(tmp_path: Path, params: str, shown: bool) -> None:
    config = f"baseURL: https://x.example/\ntitle: t\nparams: {{{params}}}\n"
    (tmp_path / "hugo.yaml").write_text(config, "utf-8")
    (tmp_path / "content").mkdir()
    assert build(Request(str(tmp_path), datetime(2024, 1, 1, tzinfo=UTC))).destination
    text = (tmp_path / "public/index.html").read_text("utf-8")
    assert ("theme-switch" in text) is shown
    assert ("pref-theme" in text) is shown
