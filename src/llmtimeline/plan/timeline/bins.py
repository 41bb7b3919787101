"""Releases by stretches of time, where there are too many to mark each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from llmtimeline.plan.timeline.scale import Scale
from llmtimeline.values.dates import PartialDate
from llmtimeline.values.views import ReleaseRow, StripBar, StripBin

# Lengths of a stretch, in months: within a year, or whole years.
_LENGTHS = (1, 3, 6, 12, 24, 60, 120, 240, 600)

_Stretch = tuple[int, int]  # (its first month, counted from the year 0; its length in months)
_Binned = Mapping[str, Mapping[_Stretch, list[ReleaseRow]]]


def bin_lanes(
    lanes: Mapping[str, Sequence[ReleaseRow]], scale: Scale, places: Mapping[str, str], most: int
) -> Mapping[str, tuple[StripBin, ...]]:
    """The bins of each lane, oldest first: by month, or by the shortest stretch that makes no more than `most` in all.

    A release of which only the year is known is counted in that year as a whole.
    """
    binned, fullest = _in_stretches(lanes, most)
    return {
        lane: tuple(_bin(stretch, rows, scale, places, fullest) for stretch, rows in sorted(stretches.items()))
        for lane, stretches in binned.items()
    }


def lane_bars(lanes: Mapping[str, Sequence[ReleaseRow]], scale: Scale, most: int) -> Mapping[str, tuple[StripBar, ...]]:
    """How full each lane is, oldest first: by month, or by the shortest stretch that makes no more than `most` bars.
    Releases of which only the year is known have no bar; the bins count them."""
    dated = {lane: [row for row in rows if row.date.month] for lane, rows in lanes.items()}
    binned, fullest = _in_stretches(dated, most)
    return {
        lane: tuple(_bar(stretch, rows, scale, fullest) for stretch, rows in sorted(stretches.items()))
        for lane, stretches in binned.items()
    }


def bin_months(rows: Sequence[ReleaseRow], scale: Scale, places: Mapping[str, str], most: int) -> tuple[StripBin, ...]:
    """The bars for narrow screens: as many releases as have a month, all vendors together."""
    return bin_lanes({"": [row for row in rows if row.date.month]}, scale, places, most)[""]


def _in_stretches(lanes: Mapping[str, Sequence[ReleaseRow]], most: int) -> tuple[_Binned, int]:
    """The shortest stretches that make no more than `most`, and how many releases the fullest of them has."""
    binned: _Binned = {}
    for length in _LENGTHS:
        binned = {lane: _binned(rows, length) for lane, rows in lanes.items()}
        if sum(map(len, binned.values())) <= most:
            break
    return binned, max((len(rows) for stretches in binned.values() for rows in stretches.values()), default=1)


def _binned(rows: Sequence[ReleaseRow], length: int) -> Mapping[_Stretch, list[ReleaseRow]]:
    found: dict[_Stretch, list[ReleaseRow]] = {}
    for row in rows:
        long = length if row.date.month else max(length, 12)
        month = row.date.year * 12 + (row.date.month or 1) - 1
        found.setdefault((month - month % long, long), []).append(row)
    return found


def _bin(
    stretch: _Stretch, rows: Sequence[ReleaseRow], scale: Scale, places: Mapping[str, str], fullest: int
) -> StripBin:
    first, last = _ends(stretch, scale)
    start, end = _span(stretch, scale)
    share = round(len(rows) / fullest, 4)
    return StripBin(first, last, len(rows), places[rows[0].id], start, end, share)


def _bar(stretch: _Stretch, rows: Sequence[ReleaseRow], scale: Scale, fullest: int) -> StripBar:
    return StripBar(*_span(stretch, scale), round(len(rows) / fullest, 4))


def _ends(stretch: _Stretch, scale: Scale) -> tuple[PartialDate, PartialDate]:
    """Of years that the scale does not reach, those at its ends are left out."""
    first, last = _month(stretch[0]), _month(stretch[0] + stretch[1] - 1)
    if stretch[1] % 12:
        return first, last
    return PartialDate(max(first.year, scale.first)), PartialDate(min(last.year, scale.last))


def _span(stretch: _Stretch, scale: Scale) -> tuple[float, float]:
    first, last = _ends(stretch, scale)
    return scale.span(first)[0], min(1.0, scale.span(last)[1])


def _month(number: int) -> PartialDate:
    return PartialDate(number // 12, number % 12 + 1)
