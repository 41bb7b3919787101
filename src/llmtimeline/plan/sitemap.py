"""Sitemaps and robots.txt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from llmtimeline.plan.edition import Edition
from llmtimeline.plan.frames import Planned, is_indexed
from llmtimeline.plan.index import SiteIndex
from llmtimeline.plan.pages import Kind, Page, Rank
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

    Left out are 404 and further pages, pages that robots are asked to leave out, and those with
    `sitemap: {disable: true}`.
    """
    default = index.config.default_language
    newest: list[tuple[str, datetime | None]] = []
    if not index.has_no("sitemap"):
        for edition in editions:
            entries = tuple(_entries(edition, views))
            address = index.routes.sitemap(edition.key)
            newest.append((address.permalink, max((e.lastmod for e in entries if e.lastmod), default=None)))
            yield _plain(address.path, "feeds/sitemap.xml", SitemapContent(entries), edition.key)
        if len(editions) > 1:
            yield _plain("sitemap.xml", "feeds/sitemapindex.xml", SitemapIndexContent(tuple(newest)), default)
    if index.config.robots_txt and not index.has_no("robotstxt"):
        allow = index.config.environment == "production"
        robots = RobotsContent(allow, index.routes.at("sitemap.xml").permalink)
        yield _plain(ROBOTS, "feeds/robots.txt", robots, default)


def _entries(edition: Edition, views: Mapping[str, PageView]) -> Iterator[SitemapEntry]:
    for page in sorted(edition.index.pages_in(edition.key), key=lambda page: page.permalink):
        view = views.get(page.address.path)
        if view is not None and page.kind is not Kind.NOT_FOUND and _is_wanted(edition, page):
            yield SitemapEntry(page.permalink, view.lastmod or view.date, _alternates(edition, view))


def _is_wanted(edition: Edition, page: Page) -> bool:
    settings = page.post.front.params.get("sitemap") if page.post else None
    if isinstance(settings, Mapping) and settings.get("disable") is True:
        return False
    # Outside production no page is to be indexed; the sitemap is then the same as in production.
    return is_indexed(edition, page) or not edition.site.production


def _alternates(edition: Edition, view: PageView) -> tuple[tuple[str, str], ...]:
    exact = [translation for translation in view.translations if translation.exact]
    if len(exact) < 2:
        return ()
    default = edition.index.config.default_language
    fallback = next((each for each in exact if each.language == default), exact[0])
    return (*((each.locale, each.permalink) for each in exact), ("x-default", fallback.permalink))


def _plain(path: str, template: str, content: PlainContent, language: str) -> Planned:
    label = "robots.txt" if path == ROBOTS else "sitemap"
    return Planned(Output(path, Rendered(template, content, language), None, label), Rank.OURS)
