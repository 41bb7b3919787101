"""Many points as fewer marks: those that would cover each other become one, as large as they are many."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from llmtimeline.plan.charts.scales import rounded
from llmtimeline.values.quantities import Quantity
from llmtimeline.values.views.charts import Cell, Point

_ACROSS, _DOWN = 36, 18  # so at most 648 marks, however many points there are
_SIZES = 5


def cells_of(points: Sequence[Point]) -> tuple[Cell, ...]:
    """A mark for each piece of the plot that holds an amount, from the left and the top; one of a year stands in the
    middle of it."""
    found: dict[tuple[int, int], list[Quantity]] = {}
    for point in points:
        x = (point.start + point.end) / 2
        for dot in point.dots:
            place = min(int(x * _ACROSS), _ACROSS - 1), min(int(dot.at * _DOWN), _DOWN - 1)
            found.setdefault(place, []).append(dot.value)
    most = max(map(len, found.values()), default=1)
    return tuple(_cell(place, found[place], most) for place in sorted(found))


def _cell(place: tuple[int, int], values: Sequence[Quantity], most: int) -> Cell:
    across, down = place
    return Cell(
        x=rounded((across + 0.5) / _ACROSS),
        y=rounded((down + 0.5) / _DOWN),
        count=len(values),
        size=max(1, round(_SIZES * sqrt(len(values) / most))),
        low=min(values, key=_amount),
        high=max(values, key=_amount),
    )


def _amount(value: Quantity) -> int | float:
    return value.amount or 0
