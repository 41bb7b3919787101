"""The models of a drawing while it is laid out: what their labels say, how wide these are, and what hangs below."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from llmtimeline.plan.measure import shortened, text_width
from llmtimeline.values.views.lineage import LineageNode, LineageSources
from llmtimeline.values.views.posts import LineageView

NAME, SMALL = 14, 12  # sizes of letters
LABEL = 12  # from the centre of the mark to the name
GAP = 8  # between name, vendors and date
SAMPLE = 16  # of a line before the names of sources
_LONGEST_NAME, _LONGEST_BY, _LONGEST_SOURCES = 320, 140, 280
_MOST_ACROSS = 8
_FOLD = 150  # for the words that say how many are left out, which the templates have


@dataclass(slots=True, eq=False)
class Item:
    """A model, or the place where some are left out (`node` is then the one whose descendants they are)."""

    node: LineageNode
    above: Item | None
    is_fold: bool = False
    below: list[Item] = field(default_factory=list)
    name: str = ""
    by: str = ""
    sources: tuple[LineageSources, ...] = ()
    label: float = 0.0  # width
    time: float | None = None  # 0 to 1 on the scale
    x: float = 0.0
    row: int = 0
    bus: int | None = None  # the row of the line from which columns hang, for leaves that stand in columns
    column: float = 0.0  # x of the line down along such a column
    heir: Item | None = None  # continues in the same row

    @property
    def end(self) -> float:
        """Where the label ends."""
        return self.x + LABEL + self.label


def make_items(roots: Iterable[LineageNode]) -> tuple[Item, ...]:
    """The first of each tree, everything else below it. Parents that no line will lead to are among the sources."""
    return tuple(_item(root, None, linked(root)) for root in roots)


def linked(root: LineageNode) -> frozenset[str]:
    """The models of a tree to which lines to further parents lead: all, or none where they would be a thicket."""
    nodes = list(walk(root))
    drawn = frozenset(node.model.id for node in nodes)
    across = sum(1 for node in nodes for edge in node.further if edge.model.id in drawn)
    return drawn if across <= _MOST_ACROSS else frozenset()


def walk(node: LineageNode) -> Iterator[LineageNode]:
    """A node and all below it, parents first."""
    waiting = [node]
    while waiting:
        found = waiting.pop()
        yield found
        waiting.extend(reversed(found.children))


def all_items(items: Sequence[Item]) -> list[Item]:
    """All items, parents first."""
    found: list[Item] = []
    waiting = list(reversed(items))
    while waiting:
        item = waiting.pop()
        found.append(item)
        waiting.extend(reversed(item.below))
    return found


def _item(node: LineageNode, above: Item | None, drawn: frozenset[str]) -> Item:
    is_bold = bool(node.children) or node.is_current
    name = shortened(node.model.name, _LONGEST_NAME, NAME, bold=is_bold)
    by = shortened(", ".join(chip.name for chip in node.vendors), _LONGEST_BY, SMALL)
    widths = [text_width(name, NAME, bold=is_bold)]
    if by:
        widths.append(GAP + text_width(by, SMALL))
    if node.date:
        widths.append(GAP + text_width(node.date.edtf(), SMALL))
    sources, width = _sources(edge for edge in node.further if edge.model.id not in drawn)
    item = Item(node, above, name=name, by=by, sources=sources, label=max(sum(widths), width))
    item.below = [_item(child, item, drawn) for child in node.children]
    if node.hidden:
        item.below.append(Item(node, item, is_fold=True, label=_FOLD))
    return item


def _sources(edges: Iterable[LineageView]) -> tuple[tuple[LineageSources, ...], float]:
    """The sources by what they give, each group after a sample of its line, and the width of all."""
    groups: dict[str, list[str]] = {}
    for edge in edges:
        groups.setdefault(edge.inherits, []).append(edge.model.name)
    views, x = [], 0.0
    for inherits, names in groups.items():
        room = (_LONGEST_SOURCES - (SAMPLE + 2 * GAP) * len(groups)) / len(groups)
        text = _listed(list(dict.fromkeys(names)), room)
        views.append(LineageSources(inherits, round(x, 1), text))
        x += SAMPLE + GAP + text_width(text, SMALL) + 2 * GAP
    return tuple(views), max(0.0, x - 2 * GAP)


def _listed(names: list[str], room: float) -> str:
    """As many names as there is room for, and how many are not among them."""
    for count in range(len(names), 1, -1):
        rest = f" +{len(names) - count}" if count < len(names) else ""
        text = ", ".join(names[:count]) + rest
        if text_width(text, SMALL) <= room:
            return text
    rest = f" +{len(names) - 1}" if len(names) > 1 else ""
    return shortened(names[0], room - text_width(rest, SMALL), SMALL) + rest
