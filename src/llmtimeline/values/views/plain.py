"""What templates other than pages see: feeds, sitemaps, robots.txt, redirects."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from llmtimeline.values.views.compare import ComparableContent
from llmtimeline.values.views.html import Html
from llmtimeline.values.views.page import PageView
from llmtimeline.values.views.parts import ReleaseRow


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One entry of a feed: a post, a term, or a release, which is dated by the post that tells of it first."""

    title: str
    permalink: str
    date: datetime | None
    summary_html: Html  # addresses absolute
    guid: str  # the same in every feed and format of a language
    content_html: Html = ""  # the whole text, where feeds hold it
    updated: datetime | None = None
    tags: tuple[str, ...] = ()  # of a post its tags, of a release its vendors
    release: ReleaseRow | None = None


@dataclass(frozen=True, slots=True)
class FeedContent:
    """A feed; RSS, Atom and JSON Feed are drawn from the same."""

    title: str
    description: str
    permalink: str  # of the page that it belongs to
    self_url: str
    locale: str
    updated: datetime | None
    items: tuple[FeedItem, ...]
    copyright: str = ""
    image: str = ""  # absolute; of the site
    author: str = ""  # "me@example.org (Name)"
    by: str = ""  # the author's name, else the site's
    of_releases: bool = False
    total: int = 0  # entries before the limit


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """A release in a calendar."""

    uid: str
    permalink: str
    release: ReleaseRow
    stamp: datetime  # when it was first told of
    updated: datetime  # when a post that tells of it last changed
    sequence: int  # grows when it changes: whole days from the one to the other


@dataclass(frozen=True, slots=True)
class CalendarContent:
    """Releases as a calendar to subscribe to (RFC 5545, RFC 7986)."""

    title: str
    description: str
    permalink: str  # of the page that it belongs to
    self_url: str
    locale: str
    updated: datetime | None
    events: tuple[CalendarEvent, ...]  # in order of time
    total: int  # releases before the limit


@dataclass(frozen=True, slots=True)
class SitemapEntry:
    """One address."""

    permalink: str
    lastmod: datetime | None
    alternates: tuple[tuple[str, str], ...] = ()  # (hreflang, permalink), with x-default last; () when untranslated
    changefreq: str = ""
    priority: float | None = None


@dataclass(frozen=True, slots=True)
class SitemapContent:
    """A language's sitemap."""

    entries: tuple[SitemapEntry, ...]


@dataclass(frozen=True, slots=True)
class SitemapIndexContent:
    """The index over the languages' sitemaps."""

    sitemaps: tuple[tuple[str, datetime | None], ...]  # permalink, newest lastmod


@dataclass(frozen=True, slots=True)
class RobotsContent:
    """robots.txt."""

    allow: bool
    sitemap: str  # permalink; "" when there is none


@dataclass(frozen=True, slots=True)
class RedirectContent:
    """A page that sends the reader on."""

    permalink: str
    locale: str


@dataclass(frozen=True, slots=True)
class LlmsLink:
    """An address with a text and what stands there."""

    text: str  # or "@key", a word of the templates
    permalink: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class LlmsContent:
    """llms.txt: the site for language models."""

    title: str
    description: str
    pages: tuple[LlmsLink, ...]  # those that hold the releases themselves
    sections: tuple[tuple[str, tuple[LlmsLink, ...]], ...]  # title, its posts
    full_url: str = ""  # of the posts' text in one file


@dataclass(frozen=True, slots=True)
class FullTextContent:
    """llms-full.txt: the posts themselves, newest first, as many as there is room for."""

    title: str
    description: str
    posts: tuple[PageView, ...]
    left_out: tuple[LlmsLink, ...]  # the older ones


@dataclass(frozen=True, slots=True)
class ContractContent:
    """The changelog of the dataset's form."""

    versions: tuple[str, ...]  # newest first
    languages: tuple[str, ...]  # keys: each entry is told in each


PlainContent = (
    LlmsContent
    | FullTextContent
    | FeedContent
    | CalendarContent
    | SitemapContent
    | SitemapIndexContent
    | RobotsContent
    | RedirectContent
    | ContractContent
    | ComparableContent
)
