"""RSS: for home, sections, taxonomies, terms and vendors."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from html import escape

from llmtimeline.plan.blog.switches import site_param
from llmtimeline.plan.bodies import whole_body
from llmtimeline.plan.collation import sort_key
from llmtimeline.plan.dates import ListDates, list_dates, newest
from llmtimeline.plan.edition import Edition
from llmtimeline.plan.formats import has_feed
from llmtimeline.plan.frames import Planned, feed_title
from llmtimeline.plan.listings import by_weight_and_date, is_in_feeds
from llmtimeline.plan.pages import Kind, Page, Rank
from llmtimeline.plan.params import as_flag
from llmtimeline.plan.sentences import one_line
from llmtimeline.values.outputs import Output, Rendered
from llmtimeline.values.registry import Release
from llmtimeline.values.views import FeedContent, FeedItem, Html

TEMPLATE = "feeds/rss.xml"
_EMAIL = re.compile(r"[^\s<>()@,;]+@[^\s<>()@,;]+")


def plan_feeds(edition: Edition) -> Iterator[Planned]:
    """All feeds of a language. The home page's holds the posts of all sections, a taxonomy's its terms, as in Hugo."""
    feeds = _Feeds(edition)
    for kind in (Kind.HOME, Kind.SECTION, Kind.TAXONOMY, Kind.TERM, Kind.VENDOR):
        for page in edition.of_kind(kind):
            if has_feed(edition.index, page):
                yield feeds.of(page)


class _Feeds:
    """What the feeds of a language have in common; the entry of a post is made once."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._has_full_text = as_flag(site_param(edition, "ShowFullTextinRSS"))
        self._image = edition.pictures[0] if edition.pictures else ""
        self._author = _author(site_param(edition, "author"))
        self._items: dict[Page, FeedItem] = {}

    def of(self, page: Page) -> Planned:
        edition, site = self._edition, self._edition.site
        address = edition.index.routes.feed(page.address)
        items, updated = self._items_of(page)
        limit = edition.index.config.rss_limit
        content = FeedContent(
            title=feed_title(page, site),
            description=_description(edition, page),
            permalink=page.permalink,
            self_url=address.permalink,
            locale=edition.language.locale,
            updated=updated,
            items=tuple(items[:limit] if limit >= 0 else items),
            copyright=site.copyright,
            image=self._image,
            author=self._author,
        )
        output = Output(address.path, Rendered(TEMPLATE, content, edition.key), page.origin, "feed")
        return Planned(output, Rank.OURS)

    def _items_of(self, page: Page) -> tuple[Sequence[FeedItem], datetime | None]:
        """The entries, and when the newest of them last changed."""
        index = self._edition.index
        if page.kind is Kind.VENDOR:
            releases = _releases(self._edition, page)
            return releases, max((item.date for item in releases if item.date), default=None)
        if page.kind is Kind.TAXONOMY:
            terms = [term for place, term in index.terms.items() if place[:2] == (page.language, page.subject)]
            dates = {term: list_dates(index, term) for term in terms}
            terms.sort(key=lambda term: _term_order(term, dates[term]))
            changes = [each.lastmod for each in dates.values() if each.lastmod]
            return [_term(term, dates[term]) for term in terms], max(changes, default=None)
        posts = index.all_posts[page.language] if page.kind is Kind.HOME else index.members.get(page, ())
        return [self._post(post) for post in posts if is_in_feeds(post)], newest(posts).lastmod

    def _post(self, page: Page) -> FeedItem:
        item = self._items.get(page)
        if item is None:
            item = self._items[page] = self._new_post(page)
        return item

    def _new_post(self, page: Page) -> FeedItem:
        """The entry of a post: its description, else its summary; the whole text beside it where the site says so."""
        post, links = page.post, self._edition.links
        if post is None:
            raise ValueError(f"{page.address.path} is no post")
        if post.front.description:
            html: Html = f"<p>{escape(one_line(post.front.description))}</p>"
        else:
            html = links.fill_absolute(page, post.body.summary)
        return FeedItem(
            title=page.title or page.label,
            permalink=page.permalink,
            date=post.front.publish_date or post.front.date,
            summary_html=html,
            guid=page.permalink,
            content_html=links.fill_absolute(page, whole_body(post.body)) if self._has_full_text else "",
        )


def _releases(edition: Edition, page: Page) -> list[FeedItem]:
    """A vendor's releases, dated by the post that tells of them: a late entry is then still seen by readers."""
    registry = edition.index.registry
    told = [registry.releases[each] for each in registry.by_vendor.get(page.subject, ()) if each in registry.releases]
    items = [_release_item(edition, page, release) for release in told]
    return sorted(items, key=lambda item: -item.date.timestamp() if item.date else 0.0)


def _release_item(edition: Edition, page: Page, release: Release) -> FeedItem:
    row = edition.cards.release(release.id)
    origin = edition.index.routes.origin
    best = edition.tellings.best(edition.tellings.told.of_release(release))
    permalink = origin + (row.post_url or row.url or page.url)
    date = best.post.front.date if best else None
    return FeedItem(
        title=f"{row.name} · {row.date.edtf()}",
        permalink=permalink,
        date=date,
        summary_html=f"<p>{escape(row.summary)}</p>" if row.summary else "",
        guid=f"{page.permalink}#{release.id}",
    )


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
    return one_line(own) or edition.site.description


def _term_order(term: Page, dates: ListDates) -> tuple[object, ...]:
    weight = term.post.front.weight if term.post else 0
    return *by_weight_and_date(weight, dates.date), sort_key(term.label, term.language)


def _term(page: Page, dates: ListDates) -> FeedItem:
    own = one_line(page.post.front.description) if page.post else ""
    html = f"<p>{escape(own)}</p>" if own else ""
    return FeedItem(page.label, page.permalink, dates.published, html, page.permalink)
