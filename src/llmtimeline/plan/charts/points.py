"""Amounts over time: a dot an amount, a hairline from the least size of a model to its greatest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from statistics import median_low

from llmtimeline.plan.charts.amounts import Amounts, Left, read_amounts, weights_of
from llmtimeline.plan.charts.cells import cells_of
from llmtimeline.plan.charts.labels import with_labels
from llmtimeline.plan.charts.periods import recent
from llmtimeline.plan.charts.room import labelled
from llmtimeline.plan.charts.scales import Logarithmic, logarithmic, rounded
from llmtimeline.plan.edition import Edition
from llmtimeline.plan.timeline.scale import Scale
from llmtimeline.values.dates import PartialDate, Precision
from llmtimeline.values.quantities import Quantity
from llmtimeline.values.views.charts import Dot, Period, Point, PointChart, TimeMark, YearOfPoints

MOST_POINTS = 160  # models that are drawn one by one; beyond, amounts near each other are one mark
MOST_LISTED = 80  # rows of the table; beyond, it has one row a year
_FEWEST = 3  # amounts of a year of which a median says something
_YEAR_LABEL = 40.0  # pixels


def point_chart(edition: Edition, field: str, unit: str) -> PointChart | None:
    """The chart of one field of all models, in one unit; None where no model with a date gives an amount."""
    reading = read_amounts(edition.index.registry, field, unit)
    if not reading.drawn:
        return None
    years = set(recent(each.date.year for each in reading.drawn))
    shown = [each for each in reading.drawn if each.date.year in years]
    values = sorted((value for each in shown for value in each.values), key=_amount)
    time, scale = Scale([each.date.year for each in shown]), logarithmic([_amount(value) for value in values])
    points = tuple(_points(edition, shown, time, scale))
    by_year = tuple(_by_year(shown, time, scale))
    few = len(points) <= MOST_POINTS
    if few:
        points, by_year = with_labels(points, by_year)
    greatest = _amount(values[-1])
    drawn = len({each.model.id for each in shown})
    all_drawn = len({each.model.id for each in reading.drawn})
    return PointChart(
        field=field,
        points=points if few else (),
        cells=() if few else cells_of(points),
        ticks=scale.ticks(),
        unit=unit,
        years=_year_marks(time),
        by_year=by_year,
        low=values[0],
        high=values[-1],
        median=_median(values),
        amounts=len(values),
        models=drawn,
        given=reading.asked - reading.count(Left.NOTHING_GIVEN),
        asked=reading.asked,
        undated=reading.count(Left.UNDATED),
        unsure=reading.count(Left.UNSURE),
        other_unit=reading.count(Left.OTHER_UNIT),
        earlier=all_drawn - drawn,
        highest=tuple(point for point in points if _amount(point.dots[0].value) == greatest),
        bends=time.bends,
        listed=len(points) <= MOST_LISTED,
    )


def _points(edition: Edition, shown: Sequence[Amounts], time: Scale, scale: Logarithmic) -> Iterator[Point]:
    """Oldest first. Models of one month whose day nobody gave share the room of that month evenly."""
    ordered = sorted(shown, key=lambda each: (*each.date.timeline_key(), _amount(each.values[0]), each.model.id))
    months: dict[PartialDate, int] = {}
    for each in ordered:
        months[each.date] = months.get(each.date, 0) + 1
    seen: dict[PartialDate, int] = {}
    for each in ordered:
        seen[each.date] = seen.get(each.date, 0) + 1
        start, end = time.span(each.date)
        if each.date.precision is Precision.MONTH:
            start = end = start + (end - start) * seen[each.date] / (months[each.date] + 1)
        chip = edition.cards.model(each.model.id)
        dots = tuple(Dot(scale.at(_amount(value)), value) for value in reversed(each.values))
        yield Point(
            id=each.model.id,
            name=chip.name,
            url=chip.url,
            date=each.date,
            start=rounded(start),
            end=rounded(end),
            dots=dots,
            weights=weights_of(each.model),
        )


def _by_year(shown: Iterable[Amounts], time: Scale, scale: Logarithmic) -> Iterator[YearOfPoints]:
    years: dict[int, list[Quantity]] = {}
    for each in shown:
        years.setdefault(each.date.year, []).extend(each.values)
    for year, values in sorted(years.items()):
        ordered = sorted(values, key=_amount)
        middle = _median(ordered)
        start, end = time.span(PartialDate(year))
        yield YearOfPoints(
            year=year,
            count=len(ordered),
            low=ordered[0],
            median=middle,
            high=ordered[-1],
            start=rounded(start),
            end=rounded(end),
            at=scale.at(_amount(middle)),
            drawn=len(ordered) >= _FEWEST,
        )


def _year_marks(time: Scale) -> tuple[TimeMark, ...]:
    marks = time.years
    labels = labelled([start for _, start in marks], _YEAR_LABEL)
    return tuple(
        TimeMark(rounded(start), Period(PartialDate(year)), label)
        for (year, start), label in zip(marks, labels, strict=True)
    )


def _median(values: Sequence[Quantity]) -> Quantity:
    """The lower of the two in the middle, so that it is an amount that somebody gave; as a plain number."""
    return replace(values[0], text="", amount=median_low([_amount(value) for value in values]))


def _amount(value: Quantity) -> int | float:
    return value.amount or 0
