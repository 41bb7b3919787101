"""What a reader of a site taken over from PaperMod meets: titles, dates and colours of whole pages."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from llmtimeline.build import build
from llmtimeline.values.request import Request

from .test_paper_params import Pages, site, words

MANY = {f"content/post/{name}.zh.md": f"---\ntitle: {name}\ndate: 2021-02-03\n---\nText.\n" for name in "cdef"}


def drawn(root: Path, params: dict[str, Any] | None = None, **more: Any) -> Pages:
    return site(root, params or {}, **more)[0]


def test_a_section_has_its_word_in_title_head_breadcrumbs_and_feed(tmp_path: Path) -> None:
    pages = drawn(tmp_path)
    for prefix, word, name in (("", "文章", "站"), ("en/", "Posts", "Site")):
        page = pages[f"{prefix}post/index.html"]
        assert page.findtext(".//title") == f"{word} · {name}"
        assert words(page.xpath("//h1")[0]) == word
        assert word in page.xpath("//meta[@name='description']/@content")[0]
        assert words(pages[f"{prefix}post/a/index.html"].xpath("//nav[@class='crumbs']//li[2]")[0]) == word
        feed = (tmp_path / f"public/{prefix}post/index.xml").read_text("utf-8")
        assert f"<title>{word} · {name}</title>" in feed
        assert "@posts" not in feed


def test_the_pages_of_a_list_differ_in_their_titles(tmp_path: Path) -> None:
    pages = drawn(tmp_path, files=MANY, pagination={"pagerSize": 2})
    assert pages["index.html"].findtext(".//title") == "站"
    assert pages["page/2/index.html"].findtext(".//title") == "站 · 第 2 / 3 页"
    assert pages["post/page/3/index.html"].findtext(".//title") == "文章 · 站 · 第 3 / 3 页"


def test_the_home_page_keeps_no_column_free_for_years_that_it_does_not_show(tmp_path: Path) -> None:
    """A site without releases, and the second page of one with them."""
    front = "---\ntitle: C\ndate: 2023-09-30\n---\n## GPT-4, 2023/03/14, OpenAI\n\nText.\n"
    pages = drawn(tmp_path / "with", files={**MANY, "content/post/g.zh.md": front}, pagination={"pagerSize": 2})
    assert len(pages["index.html"].xpath("//div[@class='railed']/nav")) == 1
    assert pages["page/2/index.html"].xpath("//div[@class='railed']") == []
    without = drawn(tmp_path / "without")
    assert without["index.html"].xpath("//div[@class='railed']") == []
    assert without["timeline/index.html"].xpath("//div[@class='railed'] | //ul[@class='legend']") == []


def test_a_site_without_posts_says_so(tmp_path: Path) -> None:
    (tmp_path / "hugo.yaml").write_text("title: 空\ndefaultContentLanguage: zh\nlanguageCode: zh-CN\n", "utf-8")
    (tmp_path / "content").mkdir()
    assert build(Request(str(tmp_path), datetime(2024, 1, 1, tzinfo=UTC), jobs=1)).destination
    page = html.document_fromstring((tmp_path / "public/index.html").read_text("utf-8"))
    assert words(page.xpath("//p[@class='empty']")[0]) == "这里还没有文章。"


def test_menu_and_breadcrumbs_call_a_section_the_same(tmp_path: Path) -> None:
    files = {"content/blog/x.zh.md": "---\ntitle: X\ndate: 2023-08-01\n---\nText.\n"}
    pages = drawn(tmp_path, {"mainSections": ["blog"]}, files=files)
    page = pages["blog/x/index.html"]
    assert words(page.xpath("//nav[@class='crumbs']//li[2]")[0]) == "博客"
    assert "博客" in [words(link) for link in page.xpath("//nav[@class='menu']//a")]


@pytest.mark.parametrize("layout", ["archives", "search"])
def test_a_summary_does_not_stand_below_the_title_and_a_description_does(tmp_path: Path, layout: str) -> None:
    """PaperMod's guide writes `summary: archives` into the page; it is for search engines."""
    page = "---\ntitle: All\nlayout: {}\n{}: of old\n---\n"
    files = {
        f"content/{layout}.zh.md": page.format(layout, "summary"),
        f"content/{layout}.en.md": page.format(layout, "description"),
    }
    pages = drawn(tmp_path, files=files)
    assert pages[f"{layout}/index.html"].xpath("//p[@class='lede']") == []
    assert pages[f"{layout}/index.html"].xpath("//meta[@name='description']/@content") == ["of old"]
    assert words(pages[f"en/{layout}/index.html"].xpath("//p[@class='lede']")[0]) == "of old"


def test_below_a_year_dates_leave_it_out_whatever_their_format(tmp_path: Path) -> None:
    pages = drawn(tmp_path, {"DateFormat": "January 2, 2006"})
    assert words(pages["archives/index.html"].xpath("//ul[@class='lines']//time")[0]) == "5 月 6 日"
    assert words(pages["en/archives/index.html"].xpath("//ul[@class='lines']//time")[0]) == "May 6"
    assert "May 6, 2023" in words(pages["en/post/a/index.html"].xpath("//header/p[@class='meta']")[0])


@pytest.mark.parametrize(
    ("theme", "scheme", "colours"),
    [
        ("auto", "light dark", ["#fbfaf6", "#161618"]),
        ("dark", "dark", ["#161618"]),
        ("light", "light", ["#fbfaf6"]),
    ],
)
def test_the_browser_knows_the_colours_before_it_has_the_style(
    tmp_path: Path, theme: str, scheme: str, colours: list[str]
) -> None:
    page = drawn(tmp_path, {"defaultTheme": theme})["index.html"]
    assert page.xpath("//meta[@name='color-scheme']/@content") == [scheme]
    assert page.xpath("//meta[@name='theme-color']/@content") == colours


def test_an_arrow_keeps_its_distance_from_the_name(tmp_path: Path) -> None:
    menus = {"main": [{"name": "away", "url": "https://o.org/"}]}
    page = drawn(tmp_path, menus=menus)["index.html"]
    assert page.xpath("//nav[@class='menu']//a")[0].text_content() == "away\u00a0↗"
