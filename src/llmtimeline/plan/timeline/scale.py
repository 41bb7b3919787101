"""From dates to places along the strip, on a scale that bends."""

from __future__ import annotations

from calendar import isleap
from collections import Counter
from collections.abc import Sequence
from math import sqrt

from llmtimeline.values.dates import PartialDate
from llmtimeline.values.views import StripTick

# A year is as wide as the square root of its releases, so that the years in which everything happened get the room
# and quiet ones still differ. None is narrower than this part of the fullest; years without any release share as much
# as one such year.
NARROWEST = 0.14
# Names of years stand this far apart, as a part of the whole: where lanes are drawn, and on a phone.
_APART, _APART_ON_PHONES = 0.058, 0.1
_DAYS_BEFORE = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365)


class Scale:
    """Dates to places from 0 to 1: linear within a year, years of different widths."""

    def __init__(self, years: Sequence[int], until: int = 12) -> None:
        """`years` holds the year of each release; years between without any count as well. `until` is the last month
        of the last year that there is a place for."""
        counts = Counter(years)
        self.first, self.last = min(years, default=1), max(years, default=1)
        widths = _widths([counts.get(year, 0) for year in range(self.first, self.last + 1)])
        self._days_at_end = _days_before(self.last, until + 1)
        self.bends = max(widths) > 1.1 * min(widths)  # less is nothing that anyone sees
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
        """The place after so many days of a year."""
        start, end = self._starts[year - self.first], self._starts[year - self.first + 1]
        length = self._days_at_end if year == self.last else _length(year)
        return _rounded(start + (end - start) * days / length)

    def span(self, date: PartialDate) -> tuple[float, float]:
        """Start and end of what a date may mean; a day is one point."""
        if date.month is None:
            return self.at(date.year, 0), self.at(date.year, _length(date.year))
        if date.day is None:
            return self.month(date.year, date.month)
        point = self.at(date.year, _days_before(date.year, date.month) + date.day - 1)
        return point, point

    def month(self, year: int, month: int) -> tuple[float, float]:
        """Start and end of a month."""
        return self.at(year, _days_before(year, month)), self.at(year, _days_before(year, month + 1))

    def ticks(self) -> tuple[StripTick, ...]:
        """The beginnings that have room for their name: of years, or of the months of a single year."""
        if self.first == self.last:
            places: list[tuple[float, int, int | None]] = [
                (self.month(self.first, month)[0], self.first, month) for month in range(1, 13)
            ]
        else:
            places = [(start, year, None) for year, start in self.years]
        return _with_room(places)


def _widths(counts: Sequence[int]) -> list[float]:
    fullest = max(counts, default=1) or 1
    widths = [max(NARROWEST, sqrt(count / fullest)) for count in counts]
    start = 0
    for place, count in enumerate([*counts, 1]):
        if count:
            for empty in range(start, place):
                widths[empty] = NARROWEST / (place - start)
            start = place + 1
    return widths


def _with_room(places: Sequence[tuple[float, int, int | None]]) -> tuple[StripTick, ...]:
    """From the end, since the newest are what most readers look for."""
    found: list[StripTick] = []
    wide = narrow = 1.0
    for start, year, month in reversed(places):
        last = not found and wide - start < _APART
        if not last and wide - start < _APART:
            continue
        has_room = last or narrow - start >= _APART_ON_PHONES
        # A name that stands before its place needs room there.
        wide = start - _APART if last else start
        narrow = start - _APART_ON_PHONES if last else start if has_room else narrow
        found.append(StripTick(start, year, month, has_room, last))
    return tuple(reversed(found))


def _length(year: int) -> int:
    return 366 if isleap(year) else 365


def _days_before(year: int, month: int) -> int:
    return _DAYS_BEFORE[month - 1] + (1 if month > 2 and isleap(year) else 0)


def _rounded(position: float) -> float:
    return round(position, 6)
