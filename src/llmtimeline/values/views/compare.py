"""Models side by side."""

from __future__ import annotations

from dataclasses import dataclass

from llmtimeline.values.dates import PartialDate
from llmtimeline.values.views.html import Html
from llmtimeline.values.views.parts import FactRow, LinkView, ModelChip, VendorChip
from llmtimeline.values.views.posts import TypedLinkView


@dataclass(frozen=True, slots=True)
class ComparedModel:
    """The head of a column."""

    chip: ModelChip
    vendors: tuple[VendorChip, ...]
    date: PartialDate | None
    summary: str = ""
    summary_language: str = ""  # locale, when it is not the page's
    weights: str = ""
    commercial: str = ""
    links: tuple[TypedLinkView, ...] = ()  # of each important kind the first


@dataclass(frozen=True, slots=True)
class ComparedCell:
    """What is known of one field of one model."""

    shown: FactRow | None  # of the model as a whole
    sizes: tuple[FactRow, ...] = ()  # of its sizes, where these have values of their own

    @property
    def is_empty(self) -> bool:
        """Whether nothing is said."""
        return self.shown is None and not self.sizes


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """One field of all models. Cells stand in the order of the columns."""

    field: str
    subject: str  # of benchmarks and prices: which one; else ""
    cells: tuple[ComparedCell, ...]
    verdict: str  # "differs", "same", "alike" where some say nothing, "one" where all but one do; "" for dates


@dataclass(frozen=True, slots=True)
class ComparisonContent:
    """Two models with their facts in the same rows."""

    kind = "comparison"
    models: tuple[ComparedModel, ...]
    rows: tuple[ComparedRow, ...]
    counts: tuple[tuple[str, int], ...]  # verdict, number of rows; only those that there are
    others: tuple[tuple[ModelChip, tuple[LinkView, ...]], ...]  # further comparisons of each of these models
    pick_url: str  # the page on which a reader adds models to these; "" when it is turned off
    intro_html: Html = ""


@dataclass(frozen=True, slots=True)
class ComparisonGroup:
    """Comparisons of one family or vendor."""

    name: str
    url: str  # "" when it has no page
    links: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class CompareContent:
    """The index of comparisons, and the picker for readers with scripts."""

    kind = "compare"
    groups: tuple[ComparisonGroup, ...]
    count: int
    names_url: str  # of the models' names as JSON; "" where there are no models
    order: tuple[str, ...]  # of the fields
    intro_html: Html = ""


@dataclass(frozen=True, slots=True)
class ComparableModel:
    """A model in the files that the picker reads."""

    model: ComparedModel
    rows: tuple[tuple[str, FactRow], ...]  # key by which rows of models are put side by side; the sizes' rows too
    keys: tuple[str, ...]  # of each row: equal where two models have the same value


@dataclass(frozen=True, slots=True)
class ComparableContent:
    """One of the files that the picker reads."""

    models: tuple[ComparableModel, ...]
