"""What each kind of page holds. `kind` names its template: pages/<kind>.html."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from llmtimeline.values.views.blog import HomeInfoView, PostParts, ProfileView, ShareLink
from llmtimeline.values.views.charts import ChartsContent
from llmtimeline.values.views.compare import CompareContent, ComparisonContent
from llmtimeline.values.views.html import Html
from llmtimeline.values.views.lineage import LineageContent
from llmtimeline.values.views.look import PictureView
from llmtimeline.values.views.models import ModelContent, ModelsContent, VendorContent, VendorsContent
from llmtimeline.values.views.parts import (
    LinkView,
    ReleaseRow,
    TranslationView,
    YearGroup,
)
from llmtimeline.values.views.posts import (
    HeadingView,
    Pager,
    PostCard,
    SectionView,
    TermView,
)
from llmtimeline.values.views.search import SearchContent
from llmtimeline.values.views.timeline import Facet, Strip


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
    """The timeline: whole, of one year, or of the releases of one sort."""

    kind = "timeline"
    years: tuple[YearGroup, ...]  # shown, newest first
    rail: tuple[YearGroup, ...]  # every year that it is about, without releases
    year: int | None  # of a year's page
    strip: Strip | None
    count: int  # of releases that it is about, whether or not they all stand on this page
    intro_html: Html = ""
    facets: tuple[Facet, ...] = ()  # menus
    slice: str = ""  # of the page of one sort: "open", "image", "important"
    pager: Pager | None = None
    shown: int = 0  # of releases on this page
    older: tuple[YearGroup, ...] = ()  # of the whole timeline: years that do not fit, without releases
    whole_url: str = ""  # of the timeline, when it holds every release and can be cut down in place


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
    date: datetime | None = None  # of the newest change
    versions: tuple[str, ...] = ()  # of the form, newest first
    author: str = ""
    cite_key: str = "data"  # letters and digits
    citation_url: str = ""  # of CITATION.cff
    changelog_url: str = ""
    record_url: str = ""  # of the description for catalogs


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
    | LineageContent
    | CompareContent
    | ComparisonContent
    | ArchivesContent
    | ChartsContent
    | DataContent
    | SearchContent
    | NotFoundContent
)
