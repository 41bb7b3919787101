"""Trees of lineage: as nested lists, which hold everything, and as drawings of these."""

from __future__ import annotations

from dataclasses import dataclass

from llmtimeline.values.dates import PartialDate
from llmtimeline.values.views.html import Html
from llmtimeline.values.views.parts import ModelChip, VendorChip
from llmtimeline.values.views.posts import LineageView, Pager

MEMBER = "member"
"""The relation of a model to the family under which it stands when it has no parent of its own. No author writes it."""


@dataclass(frozen=True, slots=True)
class LineageNode:
    """A model in a tree with what descends from it. Of a model's parents it stands under one; `further` names the
    others."""

    model: ModelChip
    vendors: tuple[VendorChip, ...] = ()
    date: PartialDate | None = None
    weights: str = ""  # open, gated, partial, closed, unknown; "" when nothing is said
    relation: str = ""  # to the model that it stands under: a key of RELATIONS, or MEMBER
    inherits: str = ""  # "weights", "data" or "none"; "" for the first of a tree
    further: tuple[LineageView, ...] = ()
    children: tuple[LineageNode, ...] = ()
    hidden: int = 0  # descendants that are left out here
    hidden_url: str = ""  # where they are
    is_current: bool = False  # the model whose page this is


@dataclass(frozen=True, slots=True)
class LineageTick:
    """Where a year begins on the scale, or a month within it."""

    x: float
    year: int
    month: int | None = None  # None: the year begins here
    is_year: bool = True  # False: within a year that an earlier one names


@dataclass(frozen=True, slots=True)
class LineageEdge:
    """A line from parent to child."""

    parent: str  # id
    child: str  # id
    inherits: str
    path: str  # of SVG, numbers and commands only
    is_further: bool = False  # to another than the model that the child stands under


@dataclass(frozen=True, slots=True)
class LineageSources:
    """Parents that are not in the drawing, under a model's name."""

    inherits: str
    x: float  # of the sample of the line
    text: str


@dataclass(frozen=True, slots=True)
class LineageMark:
    """A model in the drawing. Its mark is centred on x and y, and its words begin to the right of it."""

    node: LineageNode
    x: float
    y: float
    name: str  # cut where it is very long
    by: str  # its vendors, likewise
    sources: tuple[LineageSources, ...] = ()


@dataclass(frozen=True, slots=True)
class LineageFold:
    """Where descendants are left out of the drawing."""

    x: float
    y: float
    count: int
    url: str
    path: str  # of the line that leads there


@dataclass(frozen=True, slots=True)
class LineageFigure:
    """A drawing. All lengths count in sixteenths of a rem, as do the sizes of its letters in the style sheet."""

    width: float
    height: float
    top: float  # where the marks begin, below the scale
    ticks: tuple[LineageTick, ...]
    edges: tuple[LineageEdge, ...]
    marks: tuple[LineageMark, ...]
    folds: tuple[LineageFold, ...] = ()


@dataclass(frozen=True, slots=True)
class LineageTree:
    """A tree with its drawing."""

    id: str  # anchor in the page
    roots: tuple[LineageNode, ...]  # one; several where small trees share a drawing
    figure: LineageFigure
    count: int  # of models, those left out too


@dataclass(frozen=True, slots=True)
class ModelLineage:
    """A model between its ancestors and its descendants, on its own page."""

    figure: LineageFigure
    tree_url: str  # of the whole tree; "" when it has no page
    tree_name: str


@dataclass(frozen=True, slots=True)
class LineageContent:
    """All trees, largest first, page by page."""

    kind = "lineage"
    intro_html: Html
    trees: tuple[LineageTree, ...]
    short: tuple[LineageTree, ...]  # the small ones of this page: those with dates, and those without
    pager: Pager
    models: int  # in all trees
    count_of_trees: int
    alone: int  # models without any known relation
