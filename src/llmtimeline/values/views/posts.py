"""Posts and models seen from elsewhere: sections, cards, coverage."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from llmtimeline.values.dates import PartialDate
from llmtimeline.values.views.html import Html
from llmtimeline.values.views.look import PictureView
from llmtimeline.values.views.parts import (
    FactRow,
    LinkView,
    ModelChip,
    ReleaseRow,
    SourceMark,
    ValueView,
    VendorChip,
)


@dataclass(frozen=True, slots=True)
class HeadingView:
    """An entry of the table of contents."""

    level: int
    id: str
    html: str
    children: tuple[HeadingView, ...] = ()


@dataclass(frozen=True, slots=True)
class SectionView:
    """A part of a post's body: heading, the release card, then HTML."""

    heading_id: str  # "" for the part before the first heading
    heading_html: Html
    html: Html
    release: ReleaseRow | None = None
    facts: tuple[FactRow, ...] = ()  # of the release, as this post gives them
    language: str = ""  # locale, when it is not the page's
    anchor: str = ""  # short stable anchor of the release, beside the heading's id


@dataclass(frozen=True, slots=True)
class PostCard:
    """A post in a list."""

    title: str
    url: str
    permalink: str
    date: datetime | None
    lastmod: datetime | None = None
    summary: str = ""  # plain
    truncated: bool = False
    draft: bool = False
    words: int = 0
    minutes: int = 0
    releases: tuple[ReleaseRow, ...] = ()  # that it announces
    tags: tuple[LinkView, ...] = ()
    authors: tuple[str, ...] = ()
    cover: PictureView | None = None
    shows_meta: bool = True  # date, length and authors
    shows_summary: bool = True


@dataclass(frozen=True, slots=True)
class Pager:
    """Where a list stands among its pages."""

    number: int  # from 1
    total: int
    newer_url: str = ""
    older_url: str = ""
    shown: str = "words"  # how it says where it stands: words, numbers, "" not at all


@dataclass(frozen=True, slots=True)
class TermView:
    """A tag, category or vendor with the number of its posts or releases."""

    name: str
    url: str
    count: int


@dataclass(frozen=True, slots=True)
class LineageView:
    """One edge seen from one model."""

    model: ModelChip
    relation: str
    inherits: str
    date: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class CoverageView:
    """A section of a post that tells of a model."""

    title: str  # of the post
    url: str  # with anchor
    date: datetime | None
    heading: str
    lead: str  # first paragraph, plain
    language: str = ""  # locale, when it is not the page's
    announces: bool = True  # False: only mentions


@dataclass(frozen=True, slots=True)
class TypedLinkView:
    """An external link with its kind."""

    url: str
    kind: str
    label: str
    host: str


@dataclass(frozen=True, slots=True)
class ErratumView:
    """A correction."""

    date: PartialDate | None
    field: str
    was: str
    why: str
    language: str = ""  # locale of the reason, when it is not the page's
    now: ValueView | None = None  # what the page says of the field; None where it says nothing
    now_chips: tuple[VendorChip | ModelChip, ...] = ()  # in place of a wrong vendor or base
    stands: bool = False  # the value is doubted, but still the one that the page shows
    source: SourceMark | None = None


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One event of a model: a release, or a correction of its record. Exactly one of the two is given."""

    date: PartialDate | None
    release: ReleaseRow | None = None
    erratum: ErratumView | None = None
