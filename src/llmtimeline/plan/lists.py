"""Sections, terms, the lists of terms, and the archives."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import groupby

from llmtimeline.plan.blog.parts import pager_words
from llmtimeline.plan.blog.switches import flag
from llmtimeline.plan.collation import sort_key
from llmtimeline.plan.dates import ListDates, list_dates, newest
from llmtimeline.plan.edition import Edition
from llmtimeline.plan.frames import Head, Planned, plan_page
from llmtimeline.plan.listings import by_date, cut_in_pages
from llmtimeline.plan.pagers import pager
from llmtimeline.plan.pages import Kind, Page
from llmtimeline.values.views import (
    ArchiveMonth,
    ArchivesContent,
    LinkView,
    ListContent,
    TermsContent,
    TermView,
)


def plan_sections(edition: Edition) -> Iterator[Planned]:
    """Each section: its posts, page by page, and the sections in it."""
    for page in edition.of_kind(Kind.SECTION):
        inner = sorted(edition.index.children.get(page, ()), key=lambda each: sort_key(each.label, edition.key))
        yield from _plan_list(edition, page, tuple(LinkView(each.url, each.label) for each in inner))


def plan_terms(edition: Edition) -> Iterator[Planned]:
    """Each taxonomy, and each of its terms."""
    for page in edition.of_kind(Kind.TAXONOMY):
        members = edition.index.members
        terms = [term for place, term in edition.index.terms.items() if place[:2] == (edition.key, page.subject)]
        terms.sort(key=lambda term: sort_key(term.label, edition.key))
        views = tuple(TermView(term.label, term.url, len(members.get(term, ()))) for term in terms)
        yield plan_page(edition, page, TermsContent(edition.intro(page), page.subject, views), dated(edition, page))
    for page in edition.of_kind(Kind.TERM):
        yield from _plan_list(edition, page, ())


def plan_archives(edition: Edition) -> Iterator[Planned]:
    """All posts of the main sections by year and month; of all sections where `ShowAllPagesInArchive` says so."""
    for page in edition.of_kind(Kind.ARCHIVES):
        wants_all = flag(edition, page, "ShowAllPagesInArchive")
        posts = edition.index.all_posts if wants_all else edition.index.main_posts
        shown = by_date(post for post in posts[edition.key] if post.kind is Kind.POST)
        years = tuple(_archive_year(edition, year, list(group)) for year, group in groupby(shown, key=_year))
        yield plan_page(edition, page, ArchivesContent(edition.intro(page), years), _head(newest(shown)))


def dated(edition: Edition, page: Page) -> Head:
    """The dates of a list."""
    return _head(list_dates(edition.index, page))


def _head(dates: ListDates) -> Head:
    return Head(date=dates.date, lastmod=dates.lastmod)


def _plan_list(edition: Edition, page: Page, inner: tuple[LinkView, ...]) -> Iterator[Planned]:
    index = edition.index
    posts = index.members.get(page, ())
    head = dated(edition, page)
    pages = list(cut_in_pages(posts, index.config.pager_size))
    for number, part in pages:
        address, view = pager(index.routes, page.address, number, len(pages), pager_words(edition, page))
        first = number == 1
        content = ListContent(
            intro_html=edition.intro(page) if first else "",
            posts=tuple(edition.cards.post(post) for post in part),
            pager=view,
            sections=inner if first else (),
        )
        yield plan_page(edition, page, content, head, address)


def _archive_year(edition: Edition, year: int, posts: list[Page]) -> tuple[int, int, tuple[ArchiveMonth, ...]]:
    months = tuple(
        ArchiveMonth(year, month, tuple(edition.cards.post(page) for page in group))
        for month, group in groupby(posts, key=_month)
    )
    return year, len(posts), months


def _date(page: Page) -> datetime:
    if page.post is None or page.post.front.date is None:
        raise ValueError(f"{page.address.path} has no date")
    return page.post.front.date


def _year(page: Page) -> int:
    return _date(page).year


def _month(page: Page) -> int:
    return _date(page).month
