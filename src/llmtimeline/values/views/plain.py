"""What templates other than pages see: feeds, sitemaps, robots.txt, redirects."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from llmtimeline.values.views.html import Html


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One entry of a feed."""

    title: str
    permalink: str
    date: datetime | None
    summary_html: Html  # addresses absolute
    guid: str
    content_html: Html = ""  # the whole text, where feeds hold it


@dataclass(frozen=True, slots=True)
class FeedContent:
    """An RSS feed."""

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


PlainContent = LlmsContent | FeedContent | SitemapContent | SitemapIndexContent | RobotsContent | RedirectContent
