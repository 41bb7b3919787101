"""Names beside marks, where they cover nothing: greedy, the notable ones first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from llmtimeline.plan.charts.room import FONT, NARROW, WIDE, Box
from llmtimeline.plan.measure import text_width
from llmtimeline.values.views.charts import Point, PointLabel, YearOfPoints

HEIGHT = 320.0
"""Of the plot, in pixels; the style sheet gives it as 20rem."""

_MOST = {NARROW: 5, WIDE: 16}  # labels at that width
_RADIUS, _GAP = 5.0, 3.0
_MARGIN = 12.0  # that a label may reach beyond the plot, at its end and its top
_DOWN = FONT * 0.36  # from the middle of a line of text to its baseline
_LONGEST = 26  # characters; a longer name would push others away


@dataclass(frozen=True, slots=True)
class _Wish:
    """Where a label might stand."""

    label: PointLabel
    box: Box


def with_labels(
    points: Sequence[Point], years: Sequence[YearOfPoints]
) -> tuple[tuple[Point, ...], tuple[YearOfPoints, ...]]:
    """The points and years with a label where one has room on the narrowest plot, and on the narrowest that is wide.

    The greatest and the least come first, then those that reach above all before them, then the others from the
    greatest down. Of the years only the newest median is named.
    """
    taken = [box for point in points for box in _boxes(point)]
    taken += [Box((year.start, 0), (year.end, 0), _y(year.at) - 2, _y(year.at) + 2) for year in years if year.drawn]
    labels: dict[int, PointLabel] = {}
    years = _with_median(years, taken)
    order = _notable(points)
    for width, most in _MOST.items():
        for place in order:
            if place in labels or len(labels) >= most:
                continue
            for wish in _wishes(points[place]):
                if _has_room(wish.box, taken, width):
                    labels[place] = replace(wish.label, roomy=width > NARROW)
                    taken.append(wish.box)
                    break
    named = tuple(replace(point, label=labels.get(place)) for place, point in enumerate(points))
    return named, tuple(years)


def label_box(point: Point) -> Box | None:
    """The room that the label of a point takes; None when it has none."""
    return _box_of(point, point.label) if point.label else None


def _with_median(years: Sequence[YearOfPoints], taken: list[Box]) -> list[YearOfPoints]:
    """The newest drawn median gets its label at the end of its line, outside of the plot, where nothing else stands."""
    drawn = [place for place, year in enumerate(years) if year.drawn]
    named = list(years)
    if drawn:
        year = named[drawn[-1]]
        above = Box((year.end, -64), (year.end, _MARGIN), _y(year.at) - FONT - 4, _y(year.at))
        below = Box((year.end, -64), (year.end, _MARGIN), _y(year.at), _y(year.at) + FONT + 4)
        for box, dy in ((above, -5.0), (below, FONT + 2)):
            if _has_room(box, [other for other in taken if not _is_line(other, year)], NARROW):
                taken.append(box)
                named[drawn[-1]] = replace(year, label=PointLabel("", "end", _MARGIN, dy))
                break
    return named


def _is_line(box: Box, year: YearOfPoints) -> bool:
    return box.top == _y(year.at) - 2 and box.left == (year.start, 0)


def _notable(points: Sequence[Point]) -> list[int]:
    amounts = [point.dots[0].value.amount or 0 for point in points]
    least = [point.dots[-1].value.amount or 0 for point in points]
    if not points:
        return []
    ends = {amounts.index(max(amounts)), least.index(min(least))}
    records, highest = set(), 0.0
    for place, amount in enumerate(amounts):
        if amount > highest:
            records.add(place)
            highest = amount
    places = range(len(points))
    return sorted(places, key=lambda place: (place not in ends, place not in records, -amounts[place], place))


def _boxes(point: Point) -> Iterator[Box]:
    for dot in point.dots:
        yield Box((point.start, -_RADIUS), (point.end, _RADIUS), _y(dot.at) - _RADIUS, _y(dot.at) + _RADIUS)
    if len(point.dots) > 1:
        middle = (point.start + point.end) / 2
        yield Box((middle, -1), (middle, 1), _y(point.dots[0].at), _y(point.dots[-1].at))


def _wishes(point: Point) -> Iterator[_Wish]:
    text = point.name if len(point.name) <= _LONGEST else point.name[: _LONGEST - 1].rstrip() + "…"
    beside = _RADIUS + _GAP
    for anchor, dx, dy in (
        ("start", beside, _DOWN),
        ("end", -beside, _DOWN),
        ("middle", 0.0, -beside),
        ("start", 0.0, -beside),
        ("end", 0.0, -beside),
        ("middle", 0.0, beside + FONT * 0.8),
        ("start", 0.0, beside + FONT * 0.8),
        ("end", 0.0, beside + FONT * 0.8),
    ):
        label = PointLabel(text, anchor, dx, round(dy, 2))
        yield _Wish(label, _box_of(point, label))


def _box_of(point: Point, label: PointLabel) -> Box:
    width = text_width(label.text, FONT)
    at = {"start": point.end, "middle": (point.start + point.end) / 2, "end": point.start}[label.anchor]
    if label.dy != round(_DOWN, 2):
        at = (point.start + point.end) / 2
    left = label.dx - {"start": 0, "middle": width / 2, "end": width}[label.anchor]
    baseline = _y(point.dots[0].at) + label.dy
    return Box((at, left), (at, left + width), baseline - FONT * 0.85, baseline + FONT * 0.25)


def _has_room(box: Box, taken: Sequence[Box], width: float) -> bool:
    return box.is_within(width, HEIGHT, _MARGIN) and all(box.is_clear_of(other, width) for other in taken)


def _y(share: float) -> float:
    return share * HEIGHT
