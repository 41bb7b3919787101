"""The entries of feeds in one language: posts, terms, releases. Each is made once, for all feeds and formats."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from urllib.parse import urlsplit

from llmtimeline.plan.blog.switches import site_param
from llmtimeline.plan.bodies import whole_body
from llmtimeline.plan.collation import sort_key
from llmtimeline.plan.dates import ListDates, list_dates
from llmtimeline.plan.edition import Edition
from llmtimeline.plan.listings import by_weight_and_date
from llmtimeline.plan.pages import Kind, Page
from llmtimeline.plan.params import as_flag
from llmtimeline.plan.routing.routes import encode_fragment
from llmtimeline.plan.sentences import one_line
from llmtimeline.values.registry import Release
from llmtimeline.values.views import CalendarEvent, FeedItem, Html, ReleaseRow


@dataclass(frozen=True, slots=True)
class _Told:
    """A release as feeds date it."""

    item: FeedItem
    event: CalendarEvent


class Items:
    """The entries of a language."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._has_full_text = as_flag(site_param(edition, "ShowFullTextinRSS"))
        self._host = urlsplit(edition.index.config.base_url).hostname or "localhost"
        self._posts: dict[Page, FeedItem] = {}
        self._releases: dict[str, _Told] = {}

    def post(self, page: Page) -> FeedItem:
        """The entry of a post: its description, else its summary; the whole text beside it where the site says so."""
        item = self._posts.get(page)
        if item is None:
            item = self._posts[page] = self._post(page)
        return item

    def terms(self, taxonomy: Page) -> tuple[list[FeedItem], datetime | None]:
        """The terms of a taxonomy in Hugo's order, and when the newest of their posts last changed."""
        index = self._edition.index
        terms = [term for place, term in index.terms.items() if place[:2] == (taxonomy.language, taxonomy.subject)]
        dates = {term: list_dates(index, term) for term in terms}
        terms.sort(key=lambda term: _term_order(term, dates[term]))
        changes = [each.lastmod for each in dates.values() if each.lastmod]
        return [_term(term, dates[term]) for term in terms], max(changes, default=None)

    def releases(self, identities: Iterable[str]) -> list[FeedItem]:
        """Releases, the last told of first: one that is added late is dated by the day on which it was added, so that
        readers of the feed see it. Of those told of on one day the youngest first."""
        return [each.item for each in sorted(map(self._release, identities), key=_last_told_first)]

    def events(self, identities: Iterable[str], most: int) -> tuple[CalendarEvent, ...]:
        """Releases for a calendar, the youngest `most` of them, in order of time."""
        events = sorted((self._release(each).event for each in identities), key=_in_time)
        return tuple(events[-most:])

    def _post(self, page: Page) -> FeedItem:
        post, links = page.post, self._edition.links
        if post is None:
            raise ValueError(f"{page.address.path} is no post")
        front = post.front
        if front.description:
            html: Html = f"<p>{escape(one_line(front.description))}</p>"
        else:
            html = links.fill_absolute(page, post.body.summary)
        terms = self._edition.index.terms_of.get(post.key, ())
        return FeedItem(
            title=page.title or page.label,
            permalink=page.permalink,
            date=front.publish_date or front.date,
            summary_html=html,
            guid=page.permalink,
            content_html=links.fill_absolute(page, whole_body(post.body)) if self._has_full_text else "",
            updated=front.lastmod or front.date,
            tags=next((tuple(term.label for term in pages) for plural, pages in terms if plural == "tags"), ()),
        )

    def _release(self, identity: str) -> _Told:
        told = self._releases.get(identity)
        if told is None:
            told = self._releases[identity] = self._new_release(self._edition.index.registry.releases[identity])
        return told

    def _new_release(self, release: Release) -> _Told:
        edition = self._edition
        row = edition.cards.release(release.id)
        permalink = self._address(row)
        added, changed = self._dates(release)
        item = FeedItem(
            title=f"{row.name} · {row.date.edtf().rstrip('~?%')}",
            permalink=permalink,
            date=added,
            summary_html=_summary(row),
            guid=f"{edition.site.home_permalink}#release:{encode_fragment(release.id)}",
            updated=changed,
            tags=tuple(vendor.name for vendor in row.vendors),
            release=row,
        )
        first = row.date.first_day()
        stamp = added or datetime(first.year, first.month, first.day, tzinfo=UTC)
        last = max(stamp, changed or stamp)
        event = CalendarEvent(
            uid=f"{release.id}@{self._host}",
            permalink=permalink,
            release=row,
            stamp=stamp,
            updated=last,
            sequence=(last - stamp).days,
        )
        return _Told(item, event)

    def _dates(self, release: Release) -> tuple[datetime | None, datetime | None]:
        """When the first post in this language, else in any, told of a release, and when any of them last changed."""
        tellings = self._edition.tellings.told.of_release(release)
        own = [telling for telling in tellings if telling.language == self._edition.key] or list(tellings)
        fronts = [telling.post.front for telling in own]
        told = [moment for front in fronts if (moment := front.publish_date or front.date)]
        changes = [moment for front in fronts if (moment := front.lastmod or front.date)]
        return min(told, default=None), max((*changes, *told), default=None)

    def _address(self, row: ReleaseRow) -> str:
        url = row.post_url or row.url
        if url:
            return self._edition.index.routes.origin + url
        timeline = self._edition.page(Kind.TIMELINE)
        home = self._edition.site.home_permalink
        return f"{timeline.permalink}#{encode_fragment(row.id)}" if timeline is not None else home


def _summary(row: ReleaseRow) -> str:
    if not row.summary:
        return ""
    language = f' lang="{escape(row.summary_language)}"' if row.summary_language else ""
    return f"<p{language}>{escape(row.summary)}</p>"


def _last_told_first(told: _Told) -> tuple[float, tuple[int, ...], str]:
    item, date = told.item, told.event.release.date
    return -item.date.timestamp() if item.date else 0.0, tuple(-part for part in date.timeline_key()), told.event.uid


def _in_time(event: CalendarEvent) -> tuple[str, str]:
    return event.release.date.first_day().isoformat(), event.uid


def _term_order(term: Page, dates: ListDates) -> tuple[object, ...]:
    weight = term.post.front.weight if term.post else 0
    return *by_weight_and_date(weight, dates.date), sort_key(term.label, term.language)


def _term(page: Page, dates: ListDates) -> FeedItem:
    own = one_line(page.post.front.description) if page.post else ""
    html = f"<p>{escape(own)}</p>" if own else ""
    return FeedItem(page.label, page.permalink, dates.published, html, page.permalink, updated=dates.lastmod)
