"""RSS: for home, sections, terms and vendors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from html import escape

from llmtimeline.plan.edition import Edition
from llmtimeline.plan.frames import Planned, feed_title, has_feed
from llmtimeline.plan.listings import is_in_feeds
from llmtimeline.plan.pages import Kind, Page, Rank
from llmtimeline.plan.sentences import one_line
from llmtimeline.values.outputs import Output, Rendered
from llmtimeline.values.registry import Release
from llmtimeline.values.views import FeedContent, FeedItem

TEMPLATE = "feeds/rss.xml"


def plan_feeds(edition: Edition) -> Iterator[Planned]:
    """All feeds of a language. The home page's holds the posts of all sections, as Hugo's does."""
    index = edition.index
    items = _PostItems(edition)
    limit = index.config.rss_limit
    for kind in (Kind.HOME, Kind.SECTION, Kind.TERM, Kind.VENDOR):
        for page in edition.of_kind(kind):
            if not has_feed(edition, page):
                continue
            if kind is Kind.VENDOR:
                found = _releases(edition, page)
            else:
                posts = index.all_posts[edition.key] if kind is Kind.HOME else index.members.get(page, ())
                found = [items.of(post) for post in posts if is_in_feeds(post)]
            yield _feed(edition, page, found[:limit] if limit >= 0 else found)


class _PostItems:
    """The posts' entries, each made once."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._items: dict[Page, FeedItem] = {}

    def of(self, page: Page) -> FeedItem:
        """The entry of a post: its description, else its summary with absolute addresses."""
        item = self._items.get(page)
        if item is None:
            item = self._items[page] = _post_item(self._edition, page)
        return item


def _post_item(edition: Edition, page: Page) -> FeedItem:
    post = page.post
    if post is None:
        raise ValueError(f"{page.address.path} is no post")
    if post.front.description:
        html = f"<p>{escape(one_line(post.front.description))}</p>"
    else:
        html = edition.links.fill_absolute(page, post.body.summary)
    return FeedItem(page.label, page.permalink, post.front.publish_date or post.front.date, html, page.permalink)


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


def _feed(edition: Edition, page: Page, items: Sequence[FeedItem]) -> Planned:
    site = edition.site
    address = edition.index.routes.feed(page.address)
    content = FeedContent(
        title=feed_title(page, site),
        description=_description(edition, page),
        permalink=page.permalink,
        self_url=address.permalink,
        locale=edition.language.locale,
        updated=_updated(edition, page, items),
        items=tuple(items),
        copyright=site.copyright,
    )
    output = Output(address.path, Rendered(TEMPLATE, content, edition.key), page.origin, "feed")
    return Planned(output, Rank.OURS)


def _description(edition: Edition, page: Page) -> str:
    """What the page says of itself, else the site's description."""
    own = page.post.front.description if page.post else ""
    if not own and page.kind is Kind.VENDOR:
        own = edition.index.registry.vendors[page.subject].summary.of(edition.key)
    return one_line(own) or edition.site.description


def _updated(edition: Edition, page: Page, items: Sequence[FeedItem]) -> datetime | None:
    if page.kind is Kind.VENDOR:
        return max((item.date for item in items if item.date), default=None)
    index = edition.index
    posts = index.all_posts[edition.key] if page.kind is Kind.HOME else index.members.get(page, ())
    fronts = [post.post.front for post in posts if post.post]
    return max((moment for front in fronts if (moment := front.lastmod or front.date)), default=None)
