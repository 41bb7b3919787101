"""What a post says about a model, before and after it is known which model that is."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import dataclass, replace

from llmtimeline.values.dates import PartialDate
from llmtimeline.values.names import Names
from llmtimeline.values.places import Span
from llmtimeline.values.quantities import Quantity


class Certainty(enum.StrEnum):
    """How sure a value is. STATED, the default, is what a post says plainly."""

    STATED = "stated"
    VENDOR_CLAIM = "vendor-claim"
    THIRD_PARTY = "third-party"
    AUTHOR_OPINION = "author-opinion"
    RUMOURED = "rumoured"
    LEAKED = "leaked"
    SUSPECT = "suspect"


class Origin(enum.StrEnum):
    """Where a value was written, in the order in which the display prefers them."""

    BLOCK = "block"  # the fenced ```release block
    LINE = "line"  # a labelled line: `> 参数：180B`
    CATALOG = "catalog"  # data/*.yaml
    HEADING = "heading"


@dataclass(frozen=True, slots=True)
class License:
    """An SPDX id, or a name with its address."""

    name: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Modalities:
    """What goes in and what comes out: `text, image -> text`."""

    takes: tuple[str, ...]
    gives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Benchmark:
    """One score as claimed."""

    name: str
    score: str  # as written: "67.5", "top 10 %"
    metric: str = ""
    url: str = ""
    by: str = ""  # "vendor" or "third-party"


@dataclass(frozen=True, slots=True)
class Price:
    """An amount for a unit of use."""

    amount: int | float
    currency: str  # ISO 4217
    per: str = ""  # "1000 words", "1M tokens"
    direction: str = ""  # "input" or "output"


# Quantity and PartialDate carry their own text; a str is a word of a closed list or free text.
FactValue = (
    str
    | bool
    | Quantity
    | PartialDate
    | License
    | Modalities
    | Benchmark
    | Price
    | tuple[str, ...]
    | tuple[Quantity, ...]
)


# In the order in which pages and the dataset show them.
FIELD_ORDER: tuple[str, ...] = (
    "date",
    "params",
    "tokens",
    "context",
    "modalities",
    "languages",
    "weights",
    "code",
    "data",
    "license",
    "commercial",
    "price",
    "hardware",
    "gpu_hours",
    "compute",
    "cost",
    "cutoff",
    "benchmarks",
)
_FIELD_RANKS = {field: rank for rank, field in enumerate(FIELD_ORDER)}


def field_rank(field: str) -> tuple[int, str]:
    """A key to sort fields by: their order, then other fields by name."""
    return _FIELD_RANKS.get(field, len(FIELD_ORDER)), field


@dataclass(frozen=True, slots=True)
class Fact:
    """One field with its value, as written in one place."""

    field: str  # a name of data-model fields: params, tokens, context, license, commercial, weights, …
    value: FactValue
    text: str  # as typed, for "as written"
    span: Span
    origin: Origin
    certainty: Certainty = Certainty.STATED
    note: str = ""
    since: PartialDate | None = None  # `from:` of a licence or price
    url: str = ""  # a source given by the author beside the value


@dataclass(frozen=True, slots=True)
class BaseRef:
    """A parent as written: `falcon-40b (upgrade)`."""

    name: str  # an id or any name of the parent
    relation: str  # a key of RELATIONS; "" when none was given (a plain derivation)
    span: Span
    origin: Origin


# What a child takes from its parent by each relation: its weights, its data, or neither.
RELATIONS: dict[str, str] = {
    "": "weights",
    "finetune": "weights",
    "instruct": "weights",
    "chat": "weights",
    "rlhf": "weights",
    "continue-pretrain": "weights",
    "merge": "weights",
    "adapter": "weights",
    "quantized": "weights",
    "distil": "data",
    "data": "data",
    "successor": "none",
    "upgrade": "none",
    "size-of": "none",
    "variant": "none",
    "version": "none",
    "feature-of": "none",
    "powered-by": "none",
    "reimplements": "none",
}


@dataclass(frozen=True, slots=True)
class Link:
    """An address that belongs to a release."""

    url: str
    kind: str  # paper, announcement, blog, repo, weights, demo, docs, site, license, discussion, video, dataset, other
    label: str  # the author's words; "" for a bare address
    span: Span
    language: str = ""  # of the label's page, where known


def each_address_once(links: Iterable[Link]) -> tuple[Link, ...]:
    """The links in order, each address as it was first given; without a label it takes the first that another has."""
    found: dict[str, Link] = {}
    for link in links:
        first = found.setdefault(link.url, link)
        if link.label and not first.label:
            found[link.url] = replace(first, label=link.label, language=link.language)
    return tuple(found.values())


@dataclass(frozen=True, slots=True)
class Size:
    """One checkpoint of a release that has several."""

    name: str
    facts: tuple[Fact, ...] = ()
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Erratum:
    """A correction that the page shows."""

    date: PartialDate | None
    field: str
    was: str
    why: Names
    span: Span


@dataclass(frozen=True, slots=True)
class Placed:
    """A short text with its place."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class ReleaseHeading:
    """A level-2 heading that has a date segment, taken apart. Which vendor or model it means is not decided here."""

    name: Placed  # without parentheses, " - other name" and verb
    date: PartialDate
    date_span: Span
    date_text: str = ""  # as written
    also: tuple[Placed, ...] = ()  # other names: from parentheses or after " - "
    joined: tuple[Placed, ...] = ()  # the parts of `A/B`, all of them, when the name has a slash; else ()
    sizes: tuple[str, ...] = ()  # (8B, 70B, 405B)
    tags: tuple[str, ...] = ()  # version tags: (0613)
    action: str = ""  # 发布, released, …
    tagline: tuple[Placed, ...] = ()  # segments between name and date
    after: tuple[Placed, ...] = ()  # segments after the date: status words, then the vendor


@dataclass(frozen=True, slots=True)
class ReleaseBlock:
    """A fenced block or the labelled lines under one heading. Fields that settle identity stand apart from facts."""

    span: Span
    origin: Origin
    about: Placed | None = None  # a block on another model than the heading's
    id: Placed | None = None
    models: tuple[Placed, ...] = ()
    names: Names = Names()
    date: PartialDate | None = None
    date_span: Span | None = None
    event: str = ""  # a key of EVENTS; "" when not given
    status: tuple[str, ...] = ()
    vendors: tuple[Placed, ...] = ()
    importance: int | None = None  # 1 to 3
    summary: Names = Names()
    facts: tuple[Fact, ...] = ()
    bases: tuple[BaseRef, ...] = ()
    sizes: tuple[Size, ...] = ()
    links: tuple[Link, ...] = ()
    errata: tuple[Erratum, ...] = ()


EVENTS: tuple[str, ...] = (
    "release",
    "announce",
    "open-weights",
    "api",
    "update",
    "feature",
    "deprecate",
    "retire",
)
