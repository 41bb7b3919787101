"""What each kind of page holds. `kind` names its template: pages/<kind>.html."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from llmtimeline.values.dates import PartialDate
from llmtimeline.values.facts import FactValue
from llmtimeline.values.names import Names
from llmtimeline.values.views.blog import HomeInfoView, PostParts, ProfileView, ShareLink
from llmtimeline.values.views.html import Html
from llmtimeline.values.views.look import PictureView
from llmtimeline.values.views.parts import (
    FactRow,
    LinkView,
    ModelChip,
    ReleaseRow,
    Strip,
    TranslationView,
    VendorChip,
    YearGroup,
)
from llmtimeline.values.views.posts import (
    CoverageView,
    ErratumView,
    HeadingView,
    LineageView,
    Pager,
    PostCard,
    SectionView,
    TermView,
    TypedLinkView,
)


@dataclass(frozen=True, slots=True)
class HomeContent:
    """The home page: latest releases and posts."""

    kind = "home"
    intro_html: Html
    releases: tuple[ReleaseRow, ...]
    posts: tuple[PostCard, ...]
    pager: Pager
    counts: Mapping[str, int]  # releases, models, vendors, posts
    years: tuple[YearGroup, ...] = ()  # without their releases: for the rail
    info: HomeInfoView | None = None  # in place of title and description
    profile: ProfileView | None = None  # in place of everything else
    special_first: bool = False  # the first post is larger


@dataclass(frozen=True, slots=True)
class PostContent:
    """A post or a plain page."""

    kind = "post"
    sections: tuple[SectionView, ...]
    endnotes_html: Html
    toc: tuple[HeadingView, ...]
    card: PostCard
    terms: tuple[tuple[str, tuple[LinkView, ...]], ...] = ()  # by taxonomy, in front matter's order
    newer: LinkView | None = None
    older: LinkView | None = None
    edit_url: str = ""
    releases: tuple[ReleaseRow, ...] = ()
    cover: PictureView | None = None
    share: tuple[ShareLink, ...] = ()
    edit_text: str = ""  # of the link; "" where the templates have words for it
    parts: PostParts = PostParts()


@dataclass(frozen=True, slots=True)
class ListContent:
    """A section or term: its posts, page by page."""

    kind = "list"
    intro_html: Html
    posts: tuple[PostCard, ...]
    pager: Pager
    sections: tuple[LinkView, ...] = ()  # sub-sections
    releases: tuple[ReleaseRow, ...] = ()


@dataclass(frozen=True, slots=True)
class TermsContent:
    """All terms of one taxonomy."""

    kind = "terms"
    intro_html: Html
    taxonomy: str  # plural
    terms: tuple[TermView, ...]  # in the order of the language


@dataclass(frozen=True, slots=True)
class TimelineContent:
    """The timeline, whole or of one year."""

    kind = "timeline"
    years: tuple[YearGroup, ...]  # shown, newest first
    rail: tuple[YearGroup, ...]  # every year, without releases
    year: int | None  # of a year's page
    strip: Strip | None
    count: int
    intro_html: Html = ""


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


@dataclass(frozen=True, slots=True)
class ModelsContent:
    """Index of all models."""

    kind = "models"
    intro_html: Html
    groups: tuple[tuple[str, tuple[ModelRow, ...]], ...]  # by kind of model
    count: int


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
    years: tuple[YearGroup, ...]
    models: tuple[ModelRow, ...]
    count: int


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
    vendors: tuple[VendorRow, ...]  # most releases first, then by name


@dataclass(frozen=True, slots=True)
class ArchiveMonth:
    """Posts of one month."""

    year: int
    month: int
    posts: tuple[PostCard, ...]


@dataclass(frozen=True, slots=True)
class ArchivesContent:
    """All posts by year and month."""

    kind = "archives"
    intro_html: Html
    years: tuple[tuple[int, int, tuple[ArchiveMonth, ...]], ...]  # year, count, months


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file of the dataset."""

    name: str
    url: str
    size: int  # bytes
    schema_url: str = ""


@dataclass(frozen=True, slots=True)
class DataContent:
    """The dataset's page."""

    kind = "data"
    intro_html: Html
    files: tuple[DataFile, ...]
    counts: Mapping[str, int]
    license: str
    license_url: str


@dataclass(frozen=True, slots=True)
class NotFoundContent:
    """The page for an address that nothing has."""

    kind = "404"
    homes: tuple[TranslationView, ...]  # in every language


PageContent = (
    HomeContent
    | PostContent
    | ListContent
    | TermsContent
    | TimelineContent
    | ModelContent
    | ModelsContent
    | VendorContent
    | VendorsContent
    | ArchivesContent
    | DataContent
    | NotFoundContent
)
