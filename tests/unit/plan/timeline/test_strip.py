"""The strip: places on a scale that bends, marks that can be told apart, bins where there are too many."""

from __future__ import annotations

from itertools import pairwise

import pytest

from llmtimeline.plan.timeline.scale import NARROWEST, Scale
from llmtimeline.plan.timeline.strip import BARS, BINS, LANE_BARS, LEVELS
from llmtimeline.values.dates import PartialDate
from llmtimeline.values.views import Strip, StripMark

from ..builders import a_plan, a_registry, a_release, content_at
from .big import many_releases


def strip_of(*releases: object, page: str = "timeline/index.html") -> Strip:
    strip = content_at(a_plan(registry=a_registry(releases)), page).strip  # type: ignore[arg-type]
    assert isinstance(strip, Strip)
    return strip


def marks_of(strip: Strip) -> dict[str, StripMark]:
    return {mark.id: mark for lane in strip.lanes for mark in lane.marks}


def test_a_year_is_as_wide_as_the_root_of_its_releases() -> None:
    scale = Scale([2020, *[2022] * 4, *[2023] * 16])
    starts = [start for _, start in scale.years]
    whole = 0.25 + NARROWEST + 0.5 + 1
    assert starts == pytest.approx([0, 0.25 / whole, (0.25 + NARROWEST) / whole, (0.75 + NARROWEST) / whole], abs=1e-5)
    assert scale.bends


def test_years_without_releases_share_the_room_of_one() -> None:
    starts = dict(Scale([1950, 2023]).years)
    assert starts[2023] - starts[1951] == pytest.approx(NARROWEST / (2 + NARROWEST), abs=1e-5)


def test_a_scale_that_does_not_bend_does_not_say_so() -> None:
    assert not Scale([2022, 2023]).bends
    assert strip_of(a_release("a", "2022-01-01"), a_release("b", "2023-01-01")).bends is False


def test_a_scale_grows_with_the_date() -> None:
    scale = Scale([2019, 2023, 2023, 2023, 2024], 3)
    places = [(year, month, day) for year in (2019, 2020, 2023) for month in (1, 2, 3, 12) for day in (1, 28)]
    places += [(2024, 1, 1), (2024, 2, 29), (2024, 3, 31)]
    points = [scale.span(PartialDate(*place))[0] for place in places]
    assert points == sorted(points)
    assert 0 <= points[0] < points[-1] < scale.span(PartialDate(2024, 3))[1] == 1


def test_the_strip_ends_with_the_last_month() -> None:
    ends = strip_of(a_release("a", "2022-02"), a_release("b", "2023-06"))
    assert marks_of(ends)["b"].end == 1
    whole = strip_of(a_release("a", "2022-02"), a_release("b", "2023-06"), a_release("c", "2023"))
    assert (marks_of(whole)["b"].end < 0.9, marks_of(whole)["c"].end) == (True, 1)


def test_names_of_years_have_room_and_the_newest_one_always() -> None:
    ticks = strip_of(*(a_release(f"m{year}", f"{year}-01-01") for year in range(1960, 2024))).ticks
    assert ticks[-1].year == 2023
    assert all(later.start - tick.start >= 0.05 for tick, later in pairwise(ticks))
    on_phones = [tick for tick in ticks if tick.narrow]
    assert all(later.start - tick.start >= 0.09 for tick, later in pairwise(on_phones))
    assert on_phones[-1].last


def test_the_strip_of_one_year_names_its_months() -> None:
    ticks = strip_of(a_release("m", "2023-03"), page="timeline/2023/index.html").ticks
    assert [(tick.year, tick.month) for tick in ticks] == [(2023, month) for month in range(1, 13)]


@pytest.mark.parametrize(
    ("dates", "levels"),
    [
        (("2023-08-22", "2023-08-24"), [0, 1]),
        (("2023-08-22", "2023-08-22", "2023-08-22"), [0, 1, 2]),
        (("2023-01-22", "2023-08-24"), [0, 0]),
        (("2023-08", "2023-08"), [0, 1]),
        (("2023-08", "2023-08-15"), [0, 1]),
        (("2023-07", "2023-08"), [0, 0]),
        (("2023", "2023-08", "2023-08-15"), [0, 1, 2]),
    ],
)
def test_no_mark_covers_another(dates: tuple[str, ...], levels: list[int]) -> None:
    strip = strip_of(a_release("first", "2022-01-01"), *(a_release(f"m{n}", date) for n, date in enumerate(dates)))
    found = marks_of(strip)
    assert sorted(mark.level for mark in found.values() if mark.id != "first") == levels
    assert (strip.lanes[0].levels, strip.steps) == (max(levels) + 1, max(levels) + 2)


def test_small_vendors_share_the_last_lane() -> None:
    releases = [
        a_release(f"m{n}-{k}", f"2023-{k + 1:02}-01", vendors=[f"v{n}"]) for n in range(11) for k in range(12 - n)
    ]
    releases.append(a_release("joint", "2023-12-31", vendors=["v10", "v0"]))
    lanes = strip_of(*releases).lanes
    assert [lane.name for lane in lanes] == [*(f"v{n}" for n in range(8)), ""]
    assert (lanes[0].url, lanes[-1].url) == ("/vendors/v0/", "")
    assert sum(len(lane.marks) for lane in lanes) == len(releases)
    assert "joint" in {mark.id for mark in lanes[0].marks}
    assert [lane.top for lane in lanes] == [sum(one.levels + 1 for one in lanes[:n]) for n in range(9)]


def test_a_lane_that_is_too_crowded_is_drawn_by_month() -> None:
    crowd = [a_release(f"m{n}", "2023-08-22", vendors=["meta"]) for n in range(LEVELS + 1)]
    strip = strip_of(*crowd, a_release("x", "2023-01-01", vendors=["meta"]), a_release("y", "2022-05", vendors=["tii"]))
    meta, tii = strip.lanes
    assert (meta.marks, len(tii.marks), tii.bins) == ((), 1, ())
    assert [(str(one.first.month), one.count, one.share) for one in meta.bins] == [("1", 1, 0.1667), ("8", 6, 1.0)]
    assert meta.bins[1].url == "#m0"
    assert [bar.share for bar in meta.bars] == [0.1667, 1.0]


def test_many_releases_are_counted_in_stretches_that_stay_few() -> None:
    strip = strip_of(*many_releases(2000, vendors=40))
    assert not any(lane.marks for lane in strip.lanes)
    assert len(strip.lanes) == 9
    assert sum(len(lane.bins) for lane in strip.lanes) <= BINS
    assert sum(one.count for lane in strip.lanes for one in lane.bins) == 2000
    assert all(0 <= one.start < one.end <= 1 for lane in strip.lanes for one in lane.bins)
    assert 100 < sum(len(lane.bars) for lane in strip.lanes) <= LANE_BARS
    assert len(strip.bars) <= BARS
    assert sum(one.count for one in strip.bars) == 2000 - 20  # of one in a hundred no month is known
    for lane in strip.lanes:
        assert [one.start for one in lane.bins] == sorted(one.start for one in lane.bins)


def test_a_stretch_of_years_ends_where_the_timeline_does() -> None:
    releases = [a_release(f"m{n}", f"{1800 + n % 224}", vendors=[f"v{n % 9}"]) for n in range(2000)]
    bins = [one for lane in strip_of(*releases).lanes for one in lane.bins]
    assert len(bins) <= BINS
    assert {one.first.year for one in bins} >= {1800}
    assert max(one.last.year for one in bins) == 2023


def test_bars_are_months_and_only_of_what_has_one() -> None:
    bars = strip_of(a_release("a", "2023-05"), a_release("b", "2023-05-10"), a_release("c", "2023")).bars
    assert [(one.first, one.last, one.count, one.share) for one in bars] == [
        (PartialDate(2023, 5), PartialDate(2023, 5), 2, 1.0)
    ]


def test_major_releases_are_known_in_the_strip() -> None:
    marks = marks_of(strip_of(a_release("a", "2023-05", importance=3), a_release("b", "2023-08")))
    assert (marks["a"].importance, marks["b"].importance) == (3, 2)


def test_no_releases_no_strip() -> None:
    assert content_at(a_plan(), "timeline/index.html").strip is None
