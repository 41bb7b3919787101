"""Time cut into months, quarters or years, as wide as the number of columns asks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from llmtimeline.plan.charts.room import labelled
from llmtimeline.plan.charts.scales import rounded
from llmtimeline.values.dates import PartialDate
from llmtimeline.values.views.charts import Period, TimeMark

YEARS = 60
"""A chart reaches at most so far back from its newest release; one odd date must not make a thousand columns."""

_MONTHS_OF = {"month": 1, "quarter": 3, "year": 12}
_NAMED_MONTHS = 36  # columns: beyond, months between the years have no labels
_MONTH_LABEL, _YEAR_LABEL = 40.0, 38.0  # pixels, with the space after them


@dataclass(frozen=True, slots=True)
class Axis:
    """Periods of one span, one after another without a gap."""

    span: str  # "month", "quarter" or "year"
    first: int  # number of the first period, counted from the year 0
    size: int

    def number(self, date: PartialDate) -> int | None:
        """The place of a date's period on the axis; None when the date does not tell it, or lies before."""
        if date.month is None and self.span != "year":
            return None
        place = _number(date, self.span) - self.first
        return place if 0 <= place < self.size else None

    def period(self, place: int) -> Period:
        """The period at a place."""
        per_year = 12 // _MONTHS_OF[self.span]
        year, within = divmod(self.first + place, per_year)
        if self.span == "year":
            return Period(PartialDate(year))
        month = within * _MONTHS_OF[self.span] + 1
        return Period(PartialDate(year, month), within + 1 if self.span == "quarter" else 0)

    def start(self, place: int) -> float:
        """Where a period begins, from 0 to 1."""
        return rounded(place / self.size)

    def years(self) -> tuple[TimeMark, ...]:
        """Where each year begins, or its part on the axis."""
        places = [place for place in range(self.size) if place == 0 or self._begins_year(place)]
        return self._marks(places, _YEAR_LABEL, lambda place: Period(PartialDate(self.period(place).date.year)))

    def months(self) -> tuple[TimeMark, ...]:
        """Each quarter, or the first month of it; none where columns are years or many."""
        if self.span == "year" or self.size > _NAMED_MONTHS:
            return ()
        per_quarter = 3 // _MONTHS_OF[self.span]
        places = [place for place in range(self.size) if (self.first + place) % per_quarter == 0]
        return self._marks(places, _MONTH_LABEL, self.period)

    def _begins_year(self, place: int) -> bool:
        return (self.first + place) % (12 // _MONTHS_OF[self.span]) == 0

    def _marks(self, places: Sequence[int], width: float, named: Callable[[int], Period]) -> tuple[TimeMark, ...]:
        starts = [self.start(place) for place in places]
        labels = labelled(starts, width)
        marks = zip(places, starts, labels, strict=True)
        return tuple(TimeMark(start, named(place), label) for place, start, label in marks)


def axis_of(dates: Iterable[PartialDate], most: Mapping[str, int]) -> Axis | None:
    """The axis for some dates: the finest span that `most` names of which it takes no more than that many columns.

    Only dates that know their month count, unless none does; then years are the span. None without any date.
    """
    every = list(dates)
    exact = [date for date in every if date.month is not None]
    if not every:
        return None
    for span in ("month", "quarter"):
        if exact and span in most:
            numbers = [_number(date, span) for date in exact]
            size = max(numbers) - min(numbers) + 1
            if size <= most[span]:
                return Axis(span, min(numbers), size)
    years = recent([date.year for date in every])
    return Axis("year", years[0], years[-1] - years[0] + 1)


def recent(years: Iterable[int]) -> list[int]:
    """The years, sorted, without those too far before the last."""
    ordered = sorted(years)
    return [year for year in ordered if year > ordered[-1] - YEARS]


def by_year(dates: Iterable[PartialDate]) -> tuple[tuple[int, int], ...]:
    """How many dates fall in each year, oldest first."""
    return tuple(sorted(Counter(date.year for date in dates).items()))


def _number(date: PartialDate, span: str) -> int:
    return (date.year * 12 + (date.month or 1) - 1) // _MONTHS_OF[span]
