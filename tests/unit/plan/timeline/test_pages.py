"""The timeline's pages: whole, by year, by sort; and what stands on which."""

from __future__ import annotations

from typing import Any

import pytest

from llmtimeline.plan.timeline import parts
from llmtimeline.values.config import TimelineSettings
from llmtimeline.values.facts import Modalities
from llmtimeline.values.posts import Node

from ..builders import (
    a_claim,
    a_config,
    a_plan,
    a_post,
    a_registry,
    a_release,
    a_section,
    codes_of,
    content_at,
    paths_of,
    view_at,
)

RELEASES = [
    a_release("year", "2023"),
    a_release("month", "2023-05"),
    a_release("day", "2023-05-10"),
    a_release("late", "2023-06-01"),
    a_release("old", "2020"),
]


def shape_of(content: Any) -> list[tuple[int, int, list[tuple[int | None, list[str]]]]]:
    return [
        (year.year, year.count, [(month.month, [row.id for row in month.releases]) for month in year.months])
        for year in content.years
    ]


def test_a_date_without_a_month_comes_last_in_its_year() -> None:
    content = content_at(a_plan(registry=a_registry(RELEASES)), "timeline/index.html")
    months = [(6, ["late"]), (5, ["day", "month"]), (None, ["year"])]
    assert shape_of(content) == [(2023, 4, months), (2020, 1, [(None, ["old"])])]
    assert [(year.url, year.share) for year in content.years] == [("/timeline/2023/", 1.0), ("/timeline/2020/", 0.25)]
    assert (content.count, content.shown, content.older, content.whole_url) == (5, 5, (), "/timeline/")


def test_a_years_page_shows_that_year_and_the_rail_all() -> None:
    view = view_at(a_plan(registry=a_registry(RELEASES)), "en/timeline/2020/index.html")
    content = view.content
    assert (content.year, content.count, [year.year for year in content.years]) == (2020, 1, [2020])
    assert [year.year for year in content.rail] == [2023, 2020]
    assert not any(month.releases for year in content.rail for month in year.months)
    assert (view.title, view.breadcrumbs[-1].text) == ("", "@timeline")
    assert content.strip.lanes[0].marks[0].url == "#old"


SORTED = [
    a_release("open", "2023-05-10", claims=(a_claim("open", "weights", "open"),), importance=3),
    a_release("shut", "2022-05-10", claims=(a_claim("shut", "weights", "closed"),)),
    a_release("seer", "2021-05", claims=(a_claim("seer", "modalities", Modalities(("image", "smell"), ("text",))),)),
]


def test_each_sort_that_has_releases_has_a_page_in_every_language() -> None:
    checked = a_plan(registry=a_registry(SORTED))
    found = {
        path.split("/")[-2] for path in paths_of(checked) if path.startswith("en/timeline/") and path[-5:] == ".html"
    }
    assert found == {"timeline", "2021", "2022", "2023", "important", "open", "closed", "image", "text"}
    view = view_at(checked, "en/timeline/open/index.html")
    assert shape_of(view.content) == [(2023, 1, [(5, ["open"])])]
    assert (view.content.slice, view.content.year, view.content.count) == ("open", None, 1)
    assert [crumb.text for crumb in view.breadcrumbs] == ["@home", "@timeline"]
    assert [each.url for each in view.translations] == ["/timeline/open/", "/en/timeline/open/"]
    assert "https://ex.org/en/timeline/open/" in {
        entry.permalink for entry in view_at(checked, "en/sitemap.xml").entries
    }


def test_the_rail_of_a_sort_has_its_own_years() -> None:
    releases = [*SORTED, a_release("shut-2", "2020", claims=(a_claim("shut-2", "weights", "closed"),))]
    content = content_at(a_plan(registry=a_registry(releases)), "timeline/closed/index.html")
    assert [(year.year, year.count, year.url) for year in content.rail] == [
        (2022, 1, "/timeline/closed/#y2022"),
        (2020, 1, "/timeline/closed/#y2020"),
    ]


def test_a_file_of_the_site_introduces_a_sort() -> None:
    own = a_post("timeline/open", "en", [a_section("", "Weights for all.")], node=Node.BRANCH, title="For all")
    checked = a_plan([own], a_registry(SORTED))
    view = view_at(checked, "en/timeline/open/index.html")
    assert (view.title, view.content.intro_html) == ("For all", "<p>Weights for all.</p>")
    assert codes_of(checked) == []


def test_without_the_timeline_there_are_no_parts_of_it() -> None:
    checked = a_plan(registry=a_registry(SORTED), config=a_config(timeline=TimelineSettings(timeline=None)))
    assert not [path for path in paths_of(checked) if path.startswith("timeline")]


# How much fits


@pytest.fixture
def small_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten rows a page."""
    monkeypatch.setattr(parts, "ROWS", 10)


def in_year(year: int, count: int, month: int | None = None) -> list[Any]:
    """So many releases, one a month from December down unless all are of one month."""
    return [
        a_release(f"m{year}-{month or ''}-{n:02}", f"{year}-{month or 12 - n % 12:02}-{28 - n:02}")
        for n in range(count)
    ]


def test_the_whole_timeline_holds_the_newest_years_that_fit(small_pages: None) -> None:
    releases = [*in_year(2023, 6), *in_year(2022, 4), *in_year(2021, 3), *in_year(2019, 1)]
    content = content_at(a_plan(registry=a_registry(releases)), "timeline/index.html")
    assert [(year.year, year.count) for year in content.years] == [(2023, 6), (2022, 4)]
    assert (content.count, content.shown, content.whole_url) == (14, 10, "")
    assert [(year.year, year.count, year.url) for year in content.older] == [
        (2021, 3, "/timeline/2021/"),
        (2019, 1, "/timeline/2019/"),
    ]
    assert [year.year for year in content.rail] == [2023, 2022, 2021, 2019]


def test_of_a_year_that_does_not_fit_whole_months_stand_there(small_pages: None) -> None:
    content = content_at(a_plan(registry=a_registry(in_year(2023, 24))), "timeline/index.html")
    assert [(year.count, [month.month for month in year.months]) for year in content.years] == [
        (24, [12, 11, 10, 9, 8])
    ]
    assert content.shown == 10
    assert [year.year for year in content.older] == [2023]


def test_of_a_month_that_does_not_fit_the_newest_stand_there(small_pages: None) -> None:
    content = content_at(a_plan(registry=a_registry(in_year(2023, 15, 5))), "timeline/index.html")
    assert content.shown == sum(len(month.releases) for year in content.years for month in year.months) == 10


def test_a_full_year_goes_on_from_page_to_page(small_pages: None) -> None:
    checked = a_plan(registry=a_registry([*in_year(2023, 24), *in_year(2022, 1)]))
    pages = [content_at(checked, f"timeline/2023/{part}index.html") for part in ("", "page/2/", "page/3/")]
    assert [content.shown for content in pages] == [10, 10, 4]
    assert [content.pager.older_url for content in pages] == ["/timeline/2023/page/2/", "/timeline/2023/page/3/", ""]
    assert [bool(content.strip) for content in pages] == [True, False, False]
    assert {content.count for content in pages} == {content.years[0].count for content in pages} == {24}
    ids = [row.id for content in pages for month in content.years[0].months for row in month.releases]
    assert len(ids) == len(set(ids)) == 24
    assert "/timeline/2023/page/2/" not in " ".join(e.permalink for e in view_at(checked, "zh/sitemap.xml").entries)


def test_every_mark_leads_to_where_its_row_stands(small_pages: None) -> None:
    checked = a_plan(registry=a_registry([*in_year(2023, 24), *in_year(2022, 11)]))
    anchors = {
        view_at(checked, path).url + "#" + row.anchor
        for path in paths_of(checked)
        if path.startswith("timeline/") and path.endswith("/index.html")
        for year in content_at(checked, path).years
        for month in year.months
        for row in month.releases
    }
    for path in ("timeline/index.html", "timeline/2023/index.html", "timeline/2022/index.html"):
        strip, url = content_at(checked, path).strip, view_at(checked, path).url
        marks = [
            *(mark.url for lane in strip.lanes for mark in (*lane.marks, *lane.bins)),
            *(b.url for b in strip.bars),
        ]
        assert marks
        assert {url + mark if mark.startswith("#") else mark for mark in marks} <= anchors


def test_a_sort_that_does_not_fit_says_where_each_year_begins(small_pages: None) -> None:
    releases = [
        a_release(f"m{n}", f"{2023 - n // 9}-01-{28 - n % 9:02}", claims=(a_claim(f"m{n}", "weights", "open"),))
        for n in range(27)
    ]
    content = content_at(a_plan(registry=a_registry(releases)), "timeline/open/page/2/index.html")
    assert [year.url for year in content.rail] == [
        "/timeline/open/#y2023",
        "/timeline/open/#y2022",
        "/timeline/open/page/2/#y2021",
    ]
    assert [year.year for year in content.years] == [2022, 2021]


def test_where_the_timeline_is_cut_filters_lead_to_built_pages_only(small_pages: None) -> None:
    checked = a_plan(registry=a_registry(in_year(2023, 24)))
    assert {content_at(checked, f"timeline/{part}index.html").whole_url for part in ("", "2023/")} == {""}
