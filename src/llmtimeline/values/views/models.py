"""What the pages of models and vendors hold, and their indexes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from llmtimeline.values.dates import PartialDate
from llmtimeline.values.facts import FactValue, Modalities
from llmtimeline.values.names import Names
from llmtimeline.values.views.html import Html
from llmtimeline.values.views.lineage import ModelLineage
from llmtimeline.values.views.parts import FactRow, LinkView, ModelChip, ReleaseRow, VendorChip, YearGroup
from llmtimeline.values.views.posts import (
    CoverageView,
    ErratumView,
    HistoryEntry,
    LineageView,
    Pager,
    TypedLinkView,
)


@dataclass(frozen=True, slots=True)
class ModelContent:
    """A model, family, product, tool …"""

    kind = "model"
    id: str
    name: str
    names: Names
    model_kind: str
    aliases: tuple[str, ...]
    vendors: tuple[VendorChip, ...]
    family: ModelChip | None
    date: PartialDate | None
    summary: str
    summary_language: str
    intro_html: Html
    facts: tuple[FactRow, ...]
    size_facts: tuple[tuple[str, tuple[FactRow, ...]], ...]  # one row a size variant
    releases: tuple[ReleaseRow, ...]
    parents: tuple[LineageView, ...]
    children: tuple[LineageView, ...]
    members: tuple[ModelChip, ...]  # of the family that it is
    siblings: tuple[ModelChip, ...]  # other members of its family
    coverage: tuple[CoverageView, ...]
    links: tuple[TypedLinkView, ...]
    errata: tuple[ErratumView, ...]
    weights: str = ""
    commercial: str = ""
    sizes: tuple[str, ...] = ()
    history: tuple[HistoryEntry, ...] = ()  # releases and corrections, newest first
    size_links: Mapping[str, tuple[TypedLinkView, ...]] = field(default_factory=dict)  # by name of the size
    size_chips: Mapping[str, ModelChip] = field(default_factory=dict)  # sizes that have a page of their own
    modalities: Modalities | None = None
    before: ModelChip | None = None  # in its family, by date
    after: ModelChip | None = None
    comparisons: tuple[LinkView, ...] = ()  # side by side with another model
    pick_url: str = ""  # where a reader compares it with any model; "" without that page
    edit_url: str = ""  # of the newest post that tells of it
    lineage: ModelLineage | None = None


@dataclass(frozen=True, slots=True)
class KindView:
    """Models of one kind in the index."""

    kind: str
    count: int  # on all pages
    url: str  # of the page and place where they begin


@dataclass(frozen=True, slots=True)
class ModelsContent:
    """Index of all models, page by page."""

    kind = "models"
    intro_html: Html
    groups: tuple[tuple[str, tuple[ModelRow, ...]], ...]  # by kind of model; those of this page
    count: int
    kinds: tuple[KindView, ...] = ()
    pager: Pager = Pager(1, 1)


@dataclass(frozen=True, slots=True)
class ModelRow:
    """A model in an index."""

    chip: ModelChip
    vendors: tuple[VendorChip, ...]
    date: PartialDate | None
    weights: str = ""
    commercial: str = ""
    params: tuple[FactValue, ...] = ()
    context: FactValue | None = None
    sizes: tuple[str, ...] = ()
    summary: str = ""


@dataclass(frozen=True, slots=True)
class VendorContent:
    """A vendor: what it released."""

    kind = "vendor"
    id: str
    name: str
    names: Names
    aliases: tuple[str, ...]
    former: tuple[str, ...]
    vendor_kind: str
    parent: VendorChip | None
    units: tuple[VendorChip, ...]  # whose parent it is
    country: str
    site: str
    summary: str
    intro_html: Html
    years: tuple[YearGroup, ...]  # of this page
    models: tuple[ModelRow, ...]  # of this page
    count: int
    rail: tuple[YearGroup, ...] = ()  # every year, without releases; each with the place where it begins
    families: tuple[FamilyView, ...] = ()
    model_count: int = 0
    pager: Pager = Pager(1, 1)


@dataclass(frozen=True, slots=True)
class FamilyView:
    """A family of a vendor."""

    chip: ModelChip
    members: tuple[ModelChip, ...]  # oldest first, at most twenty
    count: int  # of all members


@dataclass(frozen=True, slots=True)
class VendorRow:
    """A vendor in the index."""

    chip: VendorChip
    count: int  # of releases
    models: int
    latest: ReleaseRow | None
    kind: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class VendorsContent:
    """Index of all vendors."""

    kind = "vendors"
    intro_html: Html
    vendors: tuple[VendorRow, ...]  # most releases first, then by name; those of this page
    count: int = 0  # of all vendors
    most: int = 1  # releases of the first vendor, to which bars relate
    pager: Pager = Pager(1, 1)
