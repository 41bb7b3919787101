"""Small things that many pages show: links, releases, facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from llmtimeline.values.dates import PartialDate
from llmtimeline.values.facts import Certainty, FactValue
from llmtimeline.values.views.look import SearchLook, SiteLook


@dataclass(frozen=True, slots=True)
class LinkView:
    """An address with its text."""

    url: str
    text: str
    current: bool = False  # the page itself, or the section that it is in
    external: bool = False
    children: tuple[LinkView, ...] = ()  # of a menu's entry: those below it


@dataclass(frozen=True, slots=True)
class TranslationView:
    """The same page in one language of the site; for the page's own language too."""

    language: str  # key
    locale: str  # hreflang
    label: str  # 中文, English
    url: str
    permalink: str
    exact: bool = True  # False: the page has no such translation, the address is the nearest (section or home)
    title: str = ""  # hover text of the switch


@dataclass(frozen=True, slots=True)
class FeedView:
    """A feed of this page."""

    url: str
    permalink: str
    title: str
    format: str = "rss"  # rss, atom, json, ics
    type: str = "application/rss+xml"  # media type
    subscribe_url: str = ""  # webcal: of a calendar, for programs that keep it up to date


@dataclass(frozen=True, slots=True)
class SiteView:
    """The same for every page of one language. Holds no counts, so that a new post does not change every page."""

    title: str
    base_url: str
    home_url: str  # of the language
    home_permalink: str
    language: str  # key
    locale: str
    direction: str
    languages: tuple[str, ...]  # keys
    default_language: str
    menu: tuple[LinkView, ...]
    copyright: str
    description: str
    author: str
    production: bool
    params: Mapping[str, object] = field(default_factory=dict)  # lower-cased keys
    assets: Mapping[str, str] = field(default_factory=dict)  # "css/site.css" -> "/css/site.css?v=1a2b3c4d"
    timeline_url: str = ""  # "" when turned off; likewise below
    models_url: str = ""
    vendors_url: str = ""
    lineage_url: str = ""
    charts_url: str = ""
    compare_url: str = ""
    search_url: str = ""
    data_url: str = ""
    tags_url: str = ""
    archives_url: str = ""
    feed_url: str = ""
    license: str = ""
    look: SiteLook = SiteLook()
    menus: Mapping[str, tuple[LinkView, ...]] = field(default_factory=dict)  # all by lower-cased name; nothing marked
    search: SearchLook | None = None  # None where the search page is turned off
    extra_sheets: tuple[str, ...] = ()  # addresses of the style sheets that the site adds to the theme's


@dataclass(frozen=True, slots=True)
class VendorChip:
    """A vendor, to name and link."""

    id: str
    name: str  # in the page's language
    url: str  # "" when it has no page


@dataclass(frozen=True, slots=True)
class ModelChip:
    """A model, to name and link."""

    id: str
    name: str
    url: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class SourceMark:
    """Where a value is said."""

    url: str  # of the sentence: page and anchor; "" for the catalog
    label: str  # title of the post; "" for the catalog
    path: str
    line: int
    same_as_previous: bool = False  # the row above has the same mark
    language: str = ""  # of the post, when it is not the page's


@dataclass(frozen=True, slots=True)
class ValueView:
    """One value with its source."""

    field: str
    value: FactValue
    text: str  # as written
    source: SourceMark
    certainty: Certainty = Certainty.STATED
    note: str = ""
    since: PartialDate | None = None
    url: str = ""


@dataclass(frozen=True, slots=True)
class FactRow:
    """One field of a model: the value to show, then the others that were also given."""

    field: str
    shown: ValueView
    others: tuple[ValueView, ...] = ()  # different values only
    size: str = ""


@dataclass(frozen=True, slots=True)
class ReleaseRow:
    """A release in a list."""

    id: str
    anchor: str  # id attribute, unique in a page
    name: str  # in the page's language
    url: str  # of its model's page
    date: PartialDate
    vendors: tuple[VendorChip, ...]
    event: str = "release"
    status: tuple[str, ...] = ()
    tagline: str = ""
    summary: str = ""  # one line in the page's language, else in another
    summary_language: str = ""  # locale of the summary when it is not the page's
    importance: int = 2
    weights: str = ""  # open, gated, partial, closed, unknown; "" when nothing is said
    commercial: str = ""  # allowed, restricted, forbidden, unknown; ""
    takes: tuple[str, ...] = ()  # modalities: text, image, …
    gives: tuple[str, ...] = ()
    sizes: tuple[str, ...] = ()  # "7B", "13B"
    kind: str = "model"
    told_only_in: str = ""  # locale of the only language that tells of it, when it is not the page's
    told_only_in_label: str = ""
    post_url: str = ""  # of the newest coverage in the page's language, else in any, with anchor
    facets: tuple[str, ...] = ()  # what the menus of the timeline find it by: "weights=open"


@dataclass(frozen=True, slots=True)
class MonthGroup:
    """Releases of one month, newest first. `month` is None for those of which only the year is known."""

    year: int
    month: int | None
    releases: tuple[ReleaseRow, ...]


@dataclass(frozen=True, slots=True)
class YearGroup:
    """A year of the timeline, its months newest first, the month-less group last."""

    year: int
    count: int
    months: tuple[MonthGroup, ...]
    url: str  # of the year's own page
    share: float = 1.0  # count relative to the fullest year, 0 to 1
