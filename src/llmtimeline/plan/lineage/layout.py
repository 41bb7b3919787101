"""Where everything stands in a drawing of lineage.

Time gives x, so no engine is needed. From above to below: a model, what continues in its row, and what hangs below it;
what descends from a model stands in rows of its own below it and to the right of it. So no line of a tree crosses a
label or another line. Only lines to further parents may, and they are drawn lightly and below the words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby, takewhile

from llmtimeline.plan.lineage.items import LABEL, Item, all_items, make_items
from llmtimeline.plan.lineage.paths import HALF, edges_of, rounded, tree_paths
from llmtimeline.plan.lineage.scale import Scale
from llmtimeline.values.views.lineage import (
    LineageFigure,
    LineageFold,
    LineageMark,
    LineageNode,
    LineageTick,
)

WIDTH = 1120  # of the page's column on a desktop
STEP = 30  # a model stands at least so far to the right of the one above it
ROW, TALL_ROW, BUS = 28, 46, 12  # heights: a row, one with sources below a name, the line above columns
SCALE_HEIGHT = 30
_SIDE = 8
_NARROWEST_SCALE = 160
_WIDEST_MONTH = 240
_BEFORE_HEIR = 32  # the shortest line between a label and the mark that continues in its row
_MANY = 8  # so many undated leaves of one sort stand in columns
_BETWEEN_TREES = 14
_CONTINUES = ("successor", "upgrade", "version")


def draw(roots: Iterable[LineageNode], width: float = WIDTH) -> LineageFigure:
    """A drawing of some trees, one below the other on one scale. It becomes wider than asked where it must."""
    items = make_items(roots)
    every = all_items(items)
    scale = Scale(item.node.date for item in every if item.node.date and not item.is_fold)
    for item in every:
        if item.node.date and not item.is_fold:
            item.time = scale.at(item.node.date)
    start, length = _place(every, scale, width)
    rows, count = _Rows(every, width), 0
    for item in items:
        count = rows.add(item, count)
    top = 0 if scale.is_empty else SCALE_HEIGHT
    centres, height = _heights(every, count, {item.row for item in items[1:]}, top)
    paths, ticks = tree_paths(every, centres), scale.ticks(length)
    return LineageFigure(
        width=rounded(max(width, *(item.end + _SIDE for item in every)) if every else width),
        height=rounded(height),
        top=top,
        ticks=tuple(
            LineageTick(rounded(start + at * length), year, month, is_year) for at, year, month, is_year in ticks
        ),
        edges=edges_of(every, paths, centres),
        marks=tuple(_mark(item, centres) for item in every if not item.is_fold),
        folds=tuple(
            LineageFold(rounded(i.x), centres[i.row], i.node.hidden, i.node.hidden_url, paths[i])
            for i in every
            if i.is_fold
        ),
    )


def _mark(item: Item, centres: Sequence[float]) -> LineageMark:
    return LineageMark(item.node, rounded(item.x), centres[item.row], item.name, item.by, item.sources)


def _place(every: Sequence[Item], scale: Scale, width: float) -> tuple[float, float]:
    """Gives each item its x; start and length of the scale. Labels at the right decide how long it may be."""
    if scale.is_empty:
        _along(every, _SIDE + HALF, 0.0)
        return 0.0, 0.0
    length = min(width - 2 * _SIDE, scale.months * _WIDEST_MONTH)
    for _ in range(6):  # models that stand to the right of their time only because of others do not move in step
        start = _begin(every, length)
        over = max(item.end for item in every) + start + _SIDE - width
        if over <= 0 or length <= _NARROWEST_SCALE:
            break
        length = max(_NARROWEST_SCALE, length - over)
    start = _begin(every, length)
    _along(every, start, length)
    return start, length


def _begin(every: Sequence[Item], length: float) -> float:
    """Where a scale must begin for undated models to have room to the left of it; places all as if at 0."""
    _along(every, 0.0, length)
    return _SIDE + HALF - min(0.0, *(item.x for item in every))


def _along(every: Sequence[Item], start: float, length: float) -> None:
    latest: dict[Item, float] = {}  # where an undated model must stand for what comes from it to stand at its time
    for item in reversed(every):
        own = latest.get(item) if item.time is None else start + item.time * length
        if own is not None and item.above is not None:
            latest[item.above] = min(latest.get(item.above, own - STEP), own - STEP)
    for item in every:
        after = item.above.x + STEP if item.above else None
        own = start + item.time * length if item.time is not None else None
        if own is None and after is None:
            own = latest.get(item, start)
        item.x = max(place for place in (own, after) if place is not None)


class _Rows:
    """Gives each item its row. Methods take the first row that is free, and give the first that is free after them."""

    def __init__(self, every: Sequence[Item], width: float) -> None:
        self._width = width
        self._ends: dict[Item, float] = {}  # where the widest label of a model and all below it ends at most
        for item in reversed(every):
            end = item.end
            if len(item.below) == 1:
                end = max(end, self._moved(item) + LABEL + item.below[0].label)
            if sum(map(_is_small, item.below)) >= _MANY:
                end = max(end, width)
            self._ends[item] = max(end, *(self._ends[each] for each in item.below)) if item.below else end

    def add(self, item: Item, row: int) -> int:
        """The item in a row, and all below it."""
        item.row = row
        return self._below(item, row + 1)

    def _below(self, item: Item, row: int) -> int:
        """What continues in the item's row with all that hangs below it; beside that, what is narrow enough to stand to
        the left of it; then the rest."""
        item.heir = heir = self._heir(item)
        rest = [each for each in item.below if each is not heir]
        if heir is None:
            return self._hang(item, rest, row)
        heir.row = item.row
        after = self._below(heir, row)
        narrow = list(takewhile(lambda each: self._ends[each] < heir.x - STEP, rest))
        return self._hang(item, rest[len(narrow) :], max(after, self._hang(item, narrow, row)))

    def _hang(self, item: Item, children: Sequence[Item], row: int) -> int:
        for _, group in groupby(children, key=lambda each: (each.node.inherits, each.is_fold)):
            siblings = list(group)
            leaves = dict.fromkeys(each for each in siblings if _is_small(each))
            if len(leaves) < _MANY:
                leaves = {}
            for child in siblings:
                if child not in leaves:
                    row = self.add(child, row)
            if leaves:
                row = self._in_columns(item, tuple(leaves), row)
        return row

    def _heir(self, item: Item) -> Item | None:
        """Who continues in the row of a model: a successor, or the only child, when its time leaves room for the words
        before it. An undated one moves along, since nothing comes after it."""
        alone = len(item.below) == 1
        for child in item.below:
            if child.is_fold or not (alone or child.node.relation in _CONTINUES):
                continue
            x = self._moved(item)
            if child.time is not None and child.x >= x:
                return child
            if alone and child.time is None and not child.below and x + LABEL + child.label + _SIDE <= self._width:
                child.x = x
                return child
        return None

    def _moved(self, item: Item) -> float:
        return item.end + _BEFORE_HEIR

    def _in_columns(self, item: Item, leaves: Sequence[Item], row: int) -> int:
        """Undated leaves of one sort below one another in columns, which hang from one line."""
        first = item.x + STEP
        wide = max(leaf.label for leaf in leaves) + 2 * LABEL + STEP
        columns = max(1, min(4, int((self._width - first) // wide)))
        rows = -(-len(leaves) // columns)
        for place, leaf in enumerate(leaves):
            column, below = divmod(place, rows)
            leaf.bus, leaf.row, leaf.column = row, row + 1 + below, first + column * wide
            leaf.x = leaf.column + LABEL + HALF
        return row + 1 + rows


def _is_small(item: Item) -> bool:
    return item.time is None and not item.below and not item.sources and not item.is_fold


def _heights(every: Sequence[Item], rows: int, starts: set[int], top: float) -> tuple[list[float], float]:
    """The centre of each row, and the height of all."""
    heights = [float(BUS)] * rows
    for item in every:
        heights[item.row] = max(heights[item.row], TALL_ROW if item.sources else ROW)
    centres, y = [], top
    for row, height in enumerate(heights):
        y += _BETWEEN_TREES if row in starts else 0
        centres.append(rounded(y + (BUS if height == BUS else ROW) / 2))
        y += height
    return centres, y + 4
