"""The overview above a timeline: lanes of vendors over years."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from llmtimeline.plan.timeline.bins import bin_lanes, bin_months, lane_bars
from llmtimeline.plan.timeline.scale import Scale
from llmtimeline.values.views import ReleaseRow, Strip, StripLane, StripMark, VendorChip

LANES = 8
# Releases that are marked one by one, and links to stretches of time where there are more. A mark is 150 to 250 bytes
# of SVG, which may be 40 kB.
MARKS = 130
BINS = 90
# Bars in all lanes; each is but 20 bytes.
LANE_BARS = 700
# Bars for narrow screens: no more than are wider than two pixels there.
BARS = 100
# Marks above each other in a lane; a lane that needs more is drawn by bins.
LEVELS = 5
# A dot with the air around it, as a part of the strip at the narrowest width at which lanes are drawn.
_DOT = 0.017


def build_strip(rows: Sequence[ReleaseRow], places: Mapping[str, str]) -> Strip | None:
    """The strip of some releases, newest first; None without any. `places` are the addresses of their rows.

    A release stands in one lane, that of the first of its vendors that has one; the last lane, without a name, holds
    the rest.
    """
    if not rows:
        return None
    scale = Scale([row.date.year for row in rows], _last_month(rows))
    chips, groups = _lanes(rows)
    marked = _marked(groups, scale, places) if len(rows) <= MARKS else {}
    crowded = {vendor: group for vendor, group in groups.items() if vendor not in marked}
    bins, bars = bin_lanes(crowded, scale, places, BINS), lane_bars(crowded, scale, LANE_BARS)
    lanes, top = [], 0
    for vendor in groups:
        marks = marked.get(vendor, ())
        levels = max((mark.level + 1 for mark in marks), default=1)
        chip = chips.get(vendor)
        name, url = (chip.name, chip.url) if chip else ("", "")
        lanes.append(StripLane(name, url, marks, bins.get(vendor, ()), top, levels, bars.get(vendor, ())))
        top += levels + 1
    return Strip(
        ticks=scale.ticks(),
        lanes=tuple(lanes),
        bars=bin_months(rows, scale, places, BARS),
        steps=top,
        bends=scale.bends,
    )


def _last_month(rows: Sequence[ReleaseRow]) -> int:
    """The month with which the strip ends: the last one that has a release, but of a single year the whole, as where
    only the year is known."""
    years = {row.date.year for row in rows}
    last = max(years)
    months = [row.date.month for row in rows if row.date.year == last]
    return 12 if len(years) == 1 else max(month or 12 for month in months)


def _lanes(rows: Sequence[ReleaseRow]) -> tuple[Mapping[str, VendorChip], Mapping[str, list[ReleaseRow]]]:
    """The vendors, and the releases of each lane: most releases first, the one without a vendor last; none empty."""
    chips = {chip.id: chip for row in rows for chip in row.vendors}
    counts = Counter(chip.id for row in rows for chip in row.vendors)
    chosen = sorted(counts, key=lambda vendor: (-counts[vendor], vendor))
    lanes: dict[str, list[ReleaseRow]] = {vendor: [] for vendor in chosen[:LANES]}
    lanes[""] = []
    for row in rows:
        lanes[next((chip.id for chip in row.vendors if chip.id in lanes), "")].append(row)
    return chips, {vendor: group for vendor, group in lanes.items() if group}


def _marked(
    lanes: Mapping[str, Sequence[ReleaseRow]], scale: Scale, places: Mapping[str, str]
) -> Mapping[str, tuple[StripMark, ...]]:
    """The marks of the lanes that are not too crowded for them."""
    stacked = {vendor: _stacked([_mark(row, scale, places) for row in rows]) for vendor, rows in lanes.items()}
    return {vendor: marks for vendor, marks in stacked.items() if max(mark.level for mark in marks) < LEVELS}


def _mark(row: ReleaseRow, scale: Scale, places: Mapping[str, str]) -> StripMark:
    start, end = scale.span(row.date)
    return StripMark(row.id, row.name, places[row.id], row.date, start, end, importance=row.importance)


def _stacked(marks: Sequence[StripMark]) -> tuple[StripMark, ...]:
    """The marks of a lane in order of time, each on the first level where nothing is in its way."""
    taken: list[float] = []
    found = []
    for mark in sorted(marks, key=lambda mark: (mark.start, mark.end, mark.id)):
        air = max(0.0, _DOT - (mark.end - mark.start)) / 2
        level = next((level for level, end in enumerate(taken) if end <= mark.start - air), len(taken))
        taken[level : level + 1] = [mark.end + air]
        found.append(replace(mark, level=level))
    return tuple(found)
