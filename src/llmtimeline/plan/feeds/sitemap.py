"""Sitemaps and robots.txt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from llmtimeline.plan.edition import Edition
from llmtimeline.plan.frames import Planned
from llmtimeline.plan.index import SiteIndex
from llmtimeline.plan.listings import by_weight_and_date, is_set
from llmtimeline.plan.pages import Kind, Page, Rank
from llmtimeline.plan.params import as_flag
from llmtimeline.values.outputs import Output, Rendered
from llmtimeline.values.views import (
    PageView,
    PlainContent,
    RobotsContent,
    SitemapContent,
    SitemapEntry,
    SitemapIndexContent,
)

ROBOTS = "robots.txt"


def plan_sitemaps(index: SiteIndex, editions: Sequence[Edition], views: Mapping[str, PageView]) -> Iterator[Planned]:
    """The sitemap, of each language and the index over them, and robots.txt. `views` are the pages by their path.

    Left out are 404 and further pages, those with `sitemap: {disable: true}`, those that `build.list` keeps out of the
    lists of the site, and those with `robotsNoIndex`, which
    Hugo lists: to name a page to search engines that they are asked to leave out is a contradiction, which they report.
    """
    default, name = index.config.default_language, index.config.sitemap.filename
    newest: list[tuple[str, datetime | None]] = []
    if has_sitemap(index):
        for edition in editions:
            entries = tuple(_entries(edition, views))
            address = index.routes.sitemap(edition.key)
            newest.append((address.permalink, max((e.lastmod for e in entries if e.lastmod), default=None)))
            yield _plain(address.path, "feeds/sitemap.xml", SitemapContent(entries), edition.key)
        if len(editions) > 1:
            yield _plain(name, "feeds/sitemapindex.xml", SitemapIndexContent(tuple(newest)), default)
    if index.config.robots_txt and not index.has_no("robotstxt"):
        sitemap = index.routes.at(name).permalink if has_sitemap(index) else ""
        yield _plain(ROBOTS, "feeds/robots.txt", RobotsContent(index.config.is_public, sitemap), default)


def has_sitemap(index: SiteIndex) -> bool:
    """Whether the site has a sitemap."""
    return not index.has_no("sitemap") and not index.config.sitemap.disabled


def _entries(edition: Edition, views: Mapping[str, PageView]) -> Iterator[SitemapEntry]:
    found = []
    for page in edition.index.pages_in(edition.key):
        view = views.get(page.address.path)
        if view is not None and page.kind is not Kind.NOT_FOUND and _is_wanted(page):
            found.append((_order(page, view), _entry(edition, page, view)))
    yield from (entry for _, entry in sorted(found, key=lambda pair: pair[0]))


def _order(page: Page, view: PageView) -> tuple[bool, int, bool, float, str]:
    """As in lists: by weight with 0 last, then the newest first with undated ones last, then by address."""
    weight = page.post.front.weight if page.post else 0
    return *by_weight_and_date(weight, _date(page, view)), page.permalink


def _entry(edition: Edition, page: Page, view: PageView) -> SitemapEntry:
    site, own = edition.index.config.sitemap, _settings(page)
    frequency = own.get("changefreq")
    priority = _priority(own["priority"]) if "priority" in own else site.priority
    return SitemapEntry(
        permalink=page.permalink,
        lastmod=_lastmod(page, view),
        alternates=view.head.alternates,
        changefreq=frequency if isinstance(frequency, str) else site.changefreq,
        priority=priority,
    )


def _lastmod(page: Page, view: PageView) -> datetime | None:
    """A post's own change, also where its page shows no date; of lists the newest of their members."""
    own = page.post.front.lastmod if page.post and page.kind is Kind.POST else None
    return own or view.lastmod or _date(page, view)


def _date(page: Page, view: PageView) -> datetime | None:
    own = page.post.front.date if page.post and page.kind is Kind.POST else None
    return own or view.date


def _is_wanted(page: Page) -> bool:
    if page.post is None:
        return True
    # Not `is_indexed`: outside production no page is, and the sitemap shall still be the same.
    return page.is_listed and not as_flag(_settings(page).get("disable")) and not is_set(page.post, "robotsnoindex")


def _settings(page: Page) -> Mapping[str, object]:
    settings = page.post.front.params.get("sitemap") if page.post else None
    return settings if isinstance(settings, Mapping) else {}


def _priority(value: object) -> float | None:
    return float(value) if isinstance(value, (int, float)) and 0 <= value <= 1 else None


def _plain(path: str, template: str, content: PlainContent, language: str) -> Planned:
    label = "robots.txt" if path == ROBOTS else "sitemap"
    return Planned(Output(path, Rendered(template, content, language), None, label), Rank.OURS)
