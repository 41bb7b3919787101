"""What templates other than pages see: feeds, sitemaps, robots.txt, redirects."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One entry of a feed."""

    title: str
    permalink: str
    date: datetime | None
    summary_html: str  # addresses absolute
    guid: str


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


@dataclass(frozen=True, slots=True)
class SitemapEntry:
    """One address."""

    permalink: str
    lastmod: datetime | None
    alternates: tuple[tuple[str, str], ...] = ()  # (hreflang, permalink), with x-default last; () when untranslated


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
    sitemap: str  # permalink


@dataclass(frozen=True, slots=True)
class RedirectContent:
    """A page that sends the reader on."""

    permalink: str
    locale: str


PlainContent = FeedContent | SitemapContent | SitemapIndexContent | RobotsContent | RedirectContent
