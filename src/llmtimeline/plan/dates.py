"""When a page that lists others is from: for its head, the sitemap and the feeds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from llmtimeline.plan.index import SiteIndex
from llmtimeline.plan.pages import Kind, Page
from llmtimeline.values.posts import FrontMatter


@dataclass(frozen=True, slots=True)
class ListDates:
    """The dates of a list."""

    date: datetime | None = None
    lastmod: datetime | None = None
    published: datetime | None = None


def list_dates(index: SiteIndex, page: Page) -> ListDates:
    """Those that the list's own content file gives; else of each the newest among all that stands below the list.

    As in Hugo, but for posts that are not out or not listed: these would date a list by what it does not show.
    """
    own = page.post.front if page.post else None
    if own is not None and (own.date or own.lastmod):
        return ListDates(own.date, own.lastmod or own.date, own.publish_date or own.date)
    return newest(_below(index, page))


def newest(posts: Iterable[Page]) -> ListDates:
    """Of each date the newest among posts."""
    fronts = [page.post.front for page in posts if page.post]
    return ListDates(
        date=_latest(front.date for front in fronts),
        lastmod=_latest(front.lastmod or front.date for front in fronts),
        published=_latest(_published(front) for front in fronts),
    )


def _published(front: FrontMatter) -> datetime | None:
    return front.publish_date or front.date


def _below(index: SiteIndex, page: Page) -> Iterator[Page]:
    if page.kind is Kind.HOME:
        yield from index.all_posts[page.language]
        return
    members = index.members.get(page, ())
    yield from members
    inner = (*index.children.get(page, ()), *(each for each in members if each.kind is Kind.SECTION))
    if page.kind is Kind.TAXONOMY:
        inner = tuple(term for place, term in index.terms.items() if place[:2] == (page.language, page.subject))
    for each in inner:
        yield from _below(index, each)


def _latest(moments: Iterable[datetime | None]) -> datetime | None:
    return max((moment for moment in moments if moment), default=None)
