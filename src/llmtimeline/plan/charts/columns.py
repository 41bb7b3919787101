"""Counts over time: a column a month, or as wide as the years ask."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from llmtimeline.plan.charts.periods import Axis, axis_of, by_year
from llmtimeline.plan.charts.room import FONT, NARROW, WIDE
from llmtimeline.plan.charts.scales import Linear, linear, rounded
from llmtimeline.plan.measure import text_width
from llmtimeline.values.dates import PartialDate
from llmtimeline.values.views.charts import OPENNESS, Column, ColumnChart, Part

BY_MONTH: Mapping[str, int] = {"month": 72, "quarter": 80}
BY_QUARTER: Mapping[str, int] = {"quarter": 24}
"""How many columns of a span a chart takes before it goes to the next wider one."""

_FILLED = 0.76  # of a column's room


@dataclass(frozen=True, slots=True)
class Dated:
    """A release as the counts need it."""

    date: PartialDate
    weights: str = ""  # one of OPENNESS, or ""


def column_chart(releases: Sequence[Dated], most: Mapping[str, int], *, stacked: bool = False) -> ColumnChart | None:
    """The columns of some releases; None without any. `stacked` parts each by how open the weights are."""
    axis = axis_of((release.date for release in releases), most)
    if axis is None:
        return None
    piles: list[Counter[str]] = [Counter() for _ in range(axis.size)]
    apart, earlier = [], 0
    for release in releases:
        place = axis.number(release.date)
        if place is not None:
            piles[place][openness_of(release.weights) if stacked else ""] += 1
        elif release.date.month is None and axis.span != "year":
            apart.append(release.date)
        else:
            earlier += 1
    counts = [pile.total() for pile in piles]
    scale = linear(max(counts))
    return ColumnChart(
        span=axis.span,
        columns=tuple(_columns(axis, piles, scale)),
        ticks=scale.ticks(),
        years=axis.years(),
        months=axis.months(),
        fullest=tuple(axis.period(place) for place, count in enumerate(counts) if count == max(counts)),
        most=max(counts),
        count=sum(counts),
        apart=by_year(apart),
        earlier=earlier,
    )


def openness_of(weights: str) -> str:
    """One of OPENNESS for what a release says of its weights; a word that is none of them, and none at all, tell
    nothing."""
    return weights if weights in OPENNESS else "unknown"


def pieces(pile: Mapping[str, int], whole: float) -> tuple[Part, ...]:
    """The parts of a pile side by side, the first kind first, as shares of `whole`."""
    found, before = [], 0
    for key in ("", *OPENNESS):
        if pile.get(key):
            found.append(Part(key, pile[key], rounded(before / whole), rounded(pile[key] / whole)))
            before += pile[key]
    return tuple(found)


def _columns(axis: Axis, piles: Sequence[Counter[str]], scale: Linear) -> Iterator[Column]:
    most, slot = max(pile.total() for pile in piles), 1 / axis.size
    for place, pile in enumerate(piles):
        count = pile.total()
        # A pile grows upwards, and a part begins at its upper edge.
        parts = [
            Part(part.key, part.count, rounded(1 - part.start - part.length), part.length)
            for part in pieces(pile, scale.top)
        ]
        yield Column(
            period=axis.period(place),
            start=rounded((place + (1 - _FILLED) / 2) * slot),
            width=rounded(slot * _FILLED),
            count=count,
            parts=tuple(parts),
            label=_label(count, most, slot),
            is_fullest=count == most,
        )


def _label(count: int, most: int, slot: float) -> str:
    """Counts stand above their columns where all of them have room; that of the fullest stands in any case."""
    if not count:
        return ""
    needed = text_width(str(most), FONT) + 2
    if count == most or needed <= slot * NARROW:
        return "always"
    return "roomy" if needed <= slot * WIDE else ""
