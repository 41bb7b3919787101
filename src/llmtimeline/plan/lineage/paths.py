"""The lines of a drawing of lineage, as paths of SVG."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from llmtimeline.plan.lineage.items import LABEL, Item, all_items, linked
from llmtimeline.values.views.lineage import LineageEdge

HALF = 5.0  # of a mark
# Lines leave a mark downwards side by side, each sort its own way: those that end first at the right, so that none
# crosses another.
SHIFTS = {"weights": 3.0, "data": 0.0, "none": -3.0}
_BEND, _TIGHT = 9.0, 4.5  # radii of bends, in rows and at the line above columns
_CLEAR = 3  # between a line and a mark or word


def edges_of(every: Sequence[Item], paths: Mapping[Item, str], centres: Sequence[float]) -> tuple[LineageEdge, ...]:
    """A line for each step between two models of a drawing: first those of the tree, then those to further parents."""
    edges = [
        LineageEdge(item.above.node.model.id, item.node.model.id, item.node.inherits, paths[item])
        for item in every
        if item.above and not item.is_fold
    ]
    return (*edges, *_further(every, centres))


def tree_paths(every: Sequence[Item], centres: Sequence[float]) -> dict[Item, str]:
    """The line to each item from the one above it. No part of any is drawn twice, for lines upon lines look thicker."""
    paths: dict[Item, str] = {}
    for parent in every:
        last: dict[str, Item] = {}
        hanging = [child for child in parent.below if child is not parent.heir]
        for child in sorted(hanging, key=lambda child: (child.bus or child.row, child.column, child.row)):
            paths[child] = _tree_path(child, last.get(_way(child)), centres)
            last[_way(child)] = child
        if parent.heir:
            paths[parent.heir] = _tree_path(parent.heir, None, centres)
    return paths


def rounded(value: float) -> float:
    """To half a unit: sharp lines and short files."""
    return round(value * 2) / 2


def _further(every: Sequence[Item], centres: Sequence[float]) -> Iterator[LineageEdge]:
    for root in every:
        if root.above is not None:
            continue
        tree = {item.node.model.id: item for item in all_items((root,)) if not item.is_fold}
        ends = linked(root.node)
        for child in tree.values():
            steps = ((edge.model.id, edge.inherits) for edge in child.node.further if edge.model.id in ends)
            for parent, inherits in dict.fromkeys(steps):
                path = _arc(tree[parent], child, centres)
                yield LineageEdge(parent, child.node.model.id, inherits, path, is_further=True)


def _tree_path(item: Item, before: Item | None, centres: Sequence[float]) -> str:
    """Along the row to who continues in it; else down from the mark above and round a bend; in columns by way of the
    line from which these hang. Where a sibling came down the same way before, the line begins where that one left."""
    above = item.above
    if above is None:
        return ""
    y, x = centres[item.row], item.x - HALF - _CLEAR
    if above.heir is item:
        return f"M{_text(above.end + 2 * _CLEAR)} {_text(y)}H{_text(x)}"
    if before is not None and before.bus is not None and before.bus == item.bus:
        return _on_from(before, item, centres) + f"H{_text(x)}"
    from_x = above.x + SHIFTS[_way(item)]
    from_y = centres[above.row] + HALF + _CLEAR if before is None else _turn(before, centres)
    begin = f"M{_text(from_x)} {_text(from_y)}"
    if item.bus is None:
        return begin + _round(from_x, y, _BEND) + f"H{_text(x)}"
    return begin + _round(from_x, centres[item.bus], _TIGHT) + _into_column(item, centres) + f"H{_text(x)}"


def _way(item: Item) -> str:
    return item.node.inherits if item.node.inherits in SHIFTS and not item.is_fold else "none"


def _turn(item: Item, centres: Sequence[float]) -> float:
    """Where the line to an item turns away from the one that goes on down."""
    return centres[item.row] - _BEND if item.bus is None else centres[item.bus] - _TIGHT


def _on_from(before: Item, item: Item, centres: Sequence[float]) -> str:
    """Down the same column, or along the line above to the next one."""
    if before.column == item.column:
        begin = centres[before.row] - _BEND
        return f"M{_text(item.column)} {_text(begin)}" + _round(item.column, centres[item.row], _BEND)
    bus = centres[item.bus or 0]
    return f"M{_text(before.column - _TIGHT)} {_text(bus)}" + _into_column(item, centres)


def _into_column(item: Item, centres: Sequence[float]) -> str:
    turn = f"H{_text(item.column - _TIGHT)}q{_TIGHT:g} 0 {_TIGHT:g} {_TIGHT:g}"
    return turn + _round(item.column, centres[item.row], _BEND)


def _round(x: float, y: float, bend: float) -> str:
    """Down along x, and to the right at y."""
    return f"V{_text(y - bend)}q0 {bend:g} {bend:g} {bend:g}"


def _arc(parent: Item, child: Item, centres: Sequence[float]) -> str:
    """From mark to mark, out to the left of both; to who continues in a row from above or below, past the words before
    it."""
    y0, y1 = centres[parent.row], centres[child.row]
    x0, x1 = parent.x - HALF - 1, child.x - HALF - 1
    if parent.row == child.row:
        top = min(y0, y1) - LABEL
        return (
            f"M{_text(parent.x)} {_text(y0 - HALF)}C{_text(parent.x)} {_text(top)} {_text(child.x)} {_text(top)} "
            f"{_text(child.x)} {_text(y1 - HALF)}"
        )
    if child.above is not None and child.above.heir is child:
        end = y1 - HALF - 1 if y0 < y1 else y1 + HALF + 1
        middle = (y0 + end) / 2
        return (
            f"M{_text(x0)} {_text(y0)}C{_text(max(1.0, x0 - 24))} {_text(middle)} {_text(child.x)} {_text(middle)} "
            f"{_text(child.x)} {_text(end)}"
        )
    out = max(1.0, min(x0, x1) - 14 - min(40.0, abs(y1 - y0) / 12))
    return f"M{_text(x0)} {_text(y0)}C{_text(out)} {_text(y0)} {_text(out)} {_text(y1)} {_text(x1)} {_text(y1)}"


def _text(value: float) -> str:
    return f"{rounded(value):g}"
