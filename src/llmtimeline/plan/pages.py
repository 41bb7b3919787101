"""What the site consists of, before anyone asks what the pages show."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from llmtimeline.plan.routing.routes import Address
from llmtimeline.values.places import Span
from llmtimeline.values.posts import Post


class Kind(enum.StrEnum):
    """Families of pages."""

    HOME = "home"
    POST = "post"
    SECTION = "section"
    TAXONOMY = "taxonomy"
    TERM = "term"
    TIMELINE = "timeline"
    YEAR = "year"
    SLICE = "slice"  # the timeline's releases of one sort: open weights, images, important ones
    MODELS = "models"
    MODEL = "model"
    VENDORS = "vendors"
    VENDOR = "vendor"
    LINEAGE = "lineage"
    CHARTS = "charts"
    COMPARE = "compare"
    COMPARISON = "comparison"  # of two to four models
    ARCHIVES = "archives"
    SEARCH = "search"
    DATA = "data"
    NOT_FOUND = "404"


OURS = (
    *(Kind.TIMELINE, Kind.MODELS, Kind.VENDORS, Kind.LINEAGE, Kind.CHARTS, Kind.COMPARE),
    *(Kind.ARCHIVES, Kind.SEARCH, Kind.DATA),
)
"""The pages that this program adds to every site; their kinds are their keys below `timeline` in the config too."""


class Rank(enum.IntEnum):
    """Who keeps an address that several want: the lowest."""

    STATIC = 0  # a static file, which only the owner of the site writes
    OWN = 1  # a content file of the site, and what stands beside it; it may come from a stranger
    TAXONOMY = 2  # and whatever Hugo would make of the content by itself
    OURS = 3  # what only this program makes
    ALIAS = 4
    REDIRECT = 5
    SPARE = 6  # an address that Hugo gives beside the one that we give; it gives way without a word


_BY_HUGO = frozenset({Kind.HOME, Kind.SECTION, Kind.TAXONOMY, Kind.TERM})


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """One page in one language: where it stands and what it is about. Two pages are never equal."""

    kind: Kind
    key: str  # ties its versions in all languages
    language: str
    address: Address
    label: str  # its text in a link: plain, or "@timeline", a key of the templates' words; never ""
    title: str = ""  # plain; "" where the templates have a word for the kind
    parent: Page | None = None  # None for homes only
    post: Post | None = None  # the content file that it is, or that gives it title and introduction
    is_made: bool = True  # False for kinds that the config turns off: a place in the tree without a file
    subject: str = ""  # id of the model or vendor, plural of the taxonomy, the year, path of the section or term

    @property
    def url(self) -> str:
        """Root-relative, percent-encoded."""
        return self.address.url

    @property
    def permalink(self) -> str:
        """Absolute."""
        return self.address.permalink

    @property
    def origin(self) -> Span | None:
        """The content file's place."""
        return self.post.span if self.post else None

    @property
    def rank(self) -> Rank:
        """How firmly it holds its address."""
        if self.post is not None:
            return Rank.OWN
        return Rank.TAXONOMY if self.kind in _BY_HUGO else Rank.OURS

    @property
    def is_rendered(self) -> bool:
        """Whether a file is written for it (`disableKinds` of the config, `build.render` of the front matter)."""
        return self.is_made and (self.post is None or self.post.front.render == "always")

    @property
    def is_listed(self) -> bool:
        """Whether lists of the whole site name it (`build.list`)."""
        return self.post is None or self.post.front.list == "always"

    @property
    def section(self) -> str:
        """The first folder of a post, as in addresses; "" for pages at the root and for all others."""
        ancestors = self.ancestors()
        return ancestors[1].subject if self.kind is Kind.POST and len(ancestors) > 1 else ""

    @property
    def type(self) -> str:
        """What it counts as where the config chooses by kind of content (`mainSections`): its `type`, else its
        section, else "page"."""
        return (self.post.front.type if self.post else "") or self.section or "page"

    def ancestors(self) -> tuple[Page, ...]:
        """Home first, the page itself not among them."""
        found: list[Page] = []
        above = self.parent
        while above is not None:
            found.append(above)
            above = above.parent
        return tuple(reversed(found))
