"""The overview above a timeline: lanes of vendors over years, on a scale that bends."""

from __future__ import annotations

from calendar import isleap
from collections import Counter
from collections.abc import Callable, Sequence

from llmtimeline.values.dates import PartialDate
from llmtimeline.values.views import ReleaseRow, Strip, StripLane, StripMark

LANES = 8
# A year is as wide as its share of releases, but never narrower than this part of the fullest year: early years with
# two releases would otherwise take as much room as the year in which everything happened.
NARROWEST = 0.35
_DAYS_BEFORE = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365)


class Scale:
    """Dates to positions from 0 to 1: linear within a year, years of different widths."""

    def __init__(self, years: Sequence[int]) -> None:
        """`years` holds the year of each release; years between without any count as well."""
        counts = Counter(years)
        fullest = max(counts.values(), default=1)
        self.first, self.last = min(years, default=1), max(years, default=1)
        widths = [max(NARROWEST, counts.get(year, 0) / fullest) for year in range(self.first, self.last + 1)]
        whole, start = sum(widths), 0.0
        self._starts: list[float] = []
        for width in widths:
            self._starts.append(start / whole)
            start += width
        self._starts.append(1.0)

    @property
    def years(self) -> tuple[tuple[int, float], ...]:
        """Each year with its start."""
        return tuple((year, _rounded(self._starts[year - self.first])) for year in range(self.first, self.last + 1))

    def at(self, year: int, days: int) -> float:
        """The position after so many days of a year."""
        start, end = self._starts[year - self.first], self._starts[year - self.first + 1]
        return _rounded(start + (end - start) * days / (366 if isleap(year) else 365))

    def span(self, date: PartialDate) -> tuple[float, float]:
        """Start and end of what a date may mean; a day is one point."""
        if date.month is None:
            return self.at(date.year, 0), self.at(date.year, 366 if isleap(date.year) else 365)
        if date.day is None:
            return self.month(date.year, date.month)
        point = self.at(date.year, _days_before(date.year, date.month) + date.day - 1)
        return point, point

    def month(self, year: int, month: int) -> tuple[float, float]:
        """Start and end of a month."""
        return self.at(year, _days_before(year, month)), self.at(year, _days_before(year, month + 1))


def build_strip(rows: Sequence[ReleaseRow], url: str) -> Strip | None:
    """The strip of some releases; None without any. `url` is that of the page whose list holds their rows.

    A release stands in one lane, that of the first of its vendors that has one; the last lane, without a name, holds
    the rest.
    """
    if not rows:
        return None
    scale = Scale([row.date.year for row in rows])
    months = Counter((row.date.year, row.date.month) for row in rows if row.date.month is not None)
    narrowest = min((scale.month(year, 1) for year, _ in scale.years), key=lambda span: span[1] - span[0])
    return Strip(
        years=scale.years,
        lanes=_lanes(rows, scale, lambda row: f"{url}#{row.anchor}"),
        months=tuple(
            (year, month, scale.month(year, month)[0], count)
            for (year, month), count in sorted((place, n) for place, n in months.items() if place[1] is not None)
        ),
        width_of_month=_rounded(narrowest[1] - narrowest[0]),
    )


def _lanes(rows: Sequence[ReleaseRow], scale: Scale, link: Callable[[ReleaseRow], str]) -> tuple[StripLane, ...]:
    chips = {chip.id: chip for row in rows for chip in row.vendors}
    counts = Counter(chip.id for row in rows for chip in row.vendors)
    chosen = sorted(counts, key=lambda vendor: (-counts[vendor], vendor))
    lanes: dict[str, list[ReleaseRow]] = {vendor: [] for vendor in chosen[:LANES]}
    lanes[""] = []
    for row in rows:
        lanes[next((chip.id for chip in row.vendors if chip.id in lanes), "")].append(row)
    views = []
    for vendor, group in lanes.items():
        if group:
            chip = chips.get(vendor)
            marks = [_mark(row, scale, link) for row in group]
            marks.sort(key=lambda mark: (mark.start, mark.end, mark.id))
            views.append(StripLane(chip.name if chip else "", chip.url if chip else "", tuple(marks)))
    return tuple(views)


def _mark(row: ReleaseRow, scale: Scale, link: Callable[[ReleaseRow], str]) -> StripMark:
    start, end = scale.span(row.date)
    return StripMark(row.id, row.name, link(row), row.date, start, end)


def _days_before(year: int, month: int) -> int:
    return _DAYS_BEFORE[month - 1] + (1 if month > 2 and isleap(year) else 0)


def _rounded(position: float) -> float:
    return round(position, 6)
