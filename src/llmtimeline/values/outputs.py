"""Everything that a site shall hold, one value a file."""

from __future__ import annotations

from dataclasses import dataclass

from llmtimeline.values.pictures import Card, Font
from llmtimeline.values.places import Span
from llmtimeline.values.sources import Asset
from llmtimeline.values.views import PageView, PlainContent


@dataclass(frozen=True, slots=True)
class Rendered:
    """A file that a template draws. The template sees `page` (and `site`, the page's) or `feed`."""

    template: str  # "pages/post.html", "feeds/rss.xml", …
    view: PageView | PlainContent
    language: str  # key: which words


@dataclass(frozen=True, slots=True)
class Text:
    """A file whose text is already known (JSON, CSV, schemas)."""

    text: str


@dataclass(frozen=True, slots=True)
class Copied:
    """A file that is copied byte for byte."""

    asset: Asset


@dataclass(frozen=True, slots=True)
class Joined:
    """A text file made of several, one after another."""

    assets: tuple[Asset, ...]


@dataclass(frozen=True, slots=True)
class Resized:
    """A smaller picture, WebP. Where it cannot be made, or would have more bytes, it is the file itself."""

    asset: Asset
    width: int
    quality: int


@dataclass(frozen=True, slots=True)
class Drawn:
    """A social card, PNG."""

    card: Card
    font: Font
    language: str  # key: which words


Made = Resized | Drawn
"""What takes long to make. Its address holds a digest of all that it is made of."""


@dataclass(frozen=True, slots=True)
class Output:
    """One file of the site."""

    path: str  # below the output folder, with "/", NFC: "post/2023-09/index.html"
    body: Rendered | Text | Copied | Joined | Resized | Drawn
    origin: Span | None = None  # the source that asked for it, for diagnostics
    label: str = ""  # what it is, for diagnostics: "post", "alias", "static file", "tag"


@dataclass(frozen=True, slots=True)
class Totals:
    """What a plan holds, for the build's closing lines."""

    pages: tuple[tuple[str, int], ...] = ()  # language key -> pages
    posts: tuple[tuple[str, int], ...] = ()  # language key -> posts
    releases: int = 0
    models: int = 0
    vendors: int = 0
    files: int = 0
    aliases: int = 0


@dataclass(frozen=True, slots=True)
class Record:
    """A page that is not published: Pagefind makes its index of it."""

    language: str  # key; each has an index of its own
    name: str  # of its file
    html: str


@dataclass(frozen=True, slots=True)
class Plan:
    """The list of everything, sorted by path, and what it adds up to."""

    outputs: tuple[Output, ...]
    totals: Totals = Totals()
    records: tuple[Record, ...] = ()  # () where our own engine searches
