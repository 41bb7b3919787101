"""The feeds of lists, in RSS, Atom and JSON Feed, and calendars of releases."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime

from llmtimeline.plan.blog.switches import site_param
from llmtimeline.plan.dates import newest
from llmtimeline.plan.edition import Edition
from llmtimeline.plan.feeds.items import Items
from llmtimeline.plan.formats import FORMATS, feed_formats, releases_of
from llmtimeline.plan.frames import Planned, feed_title
from llmtimeline.plan.listings import is_in_feeds
from llmtimeline.plan.pages import Kind, Page, Rank
from llmtimeline.plan.sentences import one_line
from llmtimeline.values.outputs import Output, Rendered
from llmtimeline.values.views import CalendarContent, FeedContent, FeedItem, PlainContent

MOST_RELEASES = 500  # in one feed, unless the site asks for fewer: Hugo's feeds have no limit, its posts are few
MOST_EVENTS = 1000  # in one calendar
_EMAIL = re.compile(r"[^\s<>()@,;]+@[^\s<>()@,;]+")
_KINDS = (Kind.HOME, Kind.SECTION, Kind.TAXONOMY, Kind.TERM, Kind.TIMELINE, Kind.VENDOR, Kind.MODEL)
_OF_RELEASES = frozenset({Kind.TIMELINE, Kind.VENDOR, Kind.MODEL})


def plan_feeds(edition: Edition) -> Iterator[Planned]:
    """All feeds of a language. The home page's holds the posts of all sections, a taxonomy's its terms, as in Hugo."""
    feeds = _Feeds(edition)
    for kind in _KINDS:
        for page in edition.of_kind(kind):
            formats = feed_formats(edition.index, page)
            if formats:
                yield from feeds.of(page, formats)


class _Feeds:
    """What the feeds of a language have in common."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._items = Items(edition)
        self._image = edition.pictures[0] if edition.pictures else ""
        self._author = _author(site_param(edition, "author"))
        self._by = edition.site.author or edition.site.title

    def of(self, page: Page, formats: tuple[str, ...]) -> Iterator[Planned]:
        """A page's feed in each of the formats."""
        releases = tuple(releases_of(self._edition.index, page))
        written = [name for name in formats if name != "ics"]
        if written:
            content = self._feed(page, releases)
            for name in written:
                address = self._edition.index.routes.feed(page.address, FORMATS[name].file)
                yield self._planned(page, name, replace(content, self_url=address.permalink))
        if "ics" in formats:
            yield self._planned(page, "ics", self._calendar(page, releases))

    def _feed(self, page: Page, releases: tuple[str, ...]) -> FeedContent:
        edition, site = self._edition, self._edition.site
        items, updated = self._entries(page, releases)
        limit = edition.index.config.rss_limit
        most = limit if limit >= 0 else MOST_RELEASES if page.kind in _OF_RELEASES else len(items)
        return FeedContent(
            title=feed_title(page, site),
            description=_description(edition, page),
            permalink=page.permalink,
            self_url="",
            locale=edition.language.locale,
            updated=updated,
            items=tuple(items[:most]),
            copyright=site.copyright,
            image=self._image,
            author=self._author,
            by=self._by,
            of_releases=page.kind in _OF_RELEASES,
            total=len(items),
        )

    def _calendar(self, page: Page, releases: tuple[str, ...]) -> CalendarContent:
        edition = self._edition
        events = self._items.events(releases, MOST_EVENTS)
        return CalendarContent(
            title=feed_title(page, edition.site),
            description=_description(edition, page),
            permalink=page.permalink,
            self_url=edition.index.routes.feed(page.address, FORMATS["ics"].file).permalink,
            locale=edition.language.locale,
            updated=max((event.updated for event in events), default=None),
            events=events,
            total=len(releases),
        )

    def _entries(self, page: Page, releases: tuple[str, ...]) -> tuple[list[FeedItem], datetime | None]:
        """The entries, and when the newest of them last changed."""
        index = self._edition.index
        if page.kind in _OF_RELEASES:
            items = self._items.releases(releases)
            return items, max((item.updated for item in items if item.updated), default=None)
        if page.kind is Kind.TAXONOMY:
            return self._items.terms(page)
        posts = index.all_posts[page.language] if page.kind is Kind.HOME else index.members.get(page, ())
        return [self._items.post(post) for post in posts if is_in_feeds(post)], newest(posts).lastmod

    def _planned(self, page: Page, name: str, content: PlainContent) -> Planned:
        address = self._edition.index.routes.feed(page.address, FORMATS[name].file)
        body = Rendered(FORMATS[name].template, content, self._edition.key)
        return Planned(Output(address.path, body, page.origin, "calendar" if name == "ics" else "feed"), Rank.OURS)


def _author(written: object) -> str:
    """`me@example.org (Name)` of an author with an address, the only form that RSS takes; "" for a mere name."""
    if not isinstance(written, Mapping):
        return ""
    email, name = written.get("email"), written.get("name")
    if not isinstance(email, str) or not _EMAIL.fullmatch(email.strip()):
        return ""
    return f"{email.strip()} ({one_line(name)})" if isinstance(name, str) and name.strip() else email.strip()


def _description(edition: Edition, page: Page) -> str:
    """What the page says of itself, else the site's description."""
    own = page.post.front.description if page.post else ""
    if not own and page.kind is Kind.VENDOR:
        own = edition.index.registry.vendors[page.subject].summary.of(edition.key)
    if not own and page.kind is Kind.MODEL:
        own = edition.cards.summary_of(edition.index.registry.models[page.subject])[0]
    return one_line(own) or edition.site.description
