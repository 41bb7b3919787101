"""The home page of a language."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from llmtimeline.plan.edition import Edition
from llmtimeline.plan.frames import Head, Planned, plan_page
from llmtimeline.plan.listings import cut_in_pages, is_on_home
from llmtimeline.plan.pagers import pager
from llmtimeline.plan.pages import Kind
from llmtimeline.plan.timeline import year_rail
from llmtimeline.values.views import HomeContent

LATEST_RELEASES = 12


def plan_home(edition: Edition) -> Iterator[Planned]:
    """The home page and its further pages. Releases, introduction and the rail of years stand on the first only."""
    index = edition.index
    page = index.fixed[edition.key, Kind.HOME]
    if page not in edition.of_kind(Kind.HOME):
        return
    posts = [post for post in index.main_posts[edition.key] if is_on_home(post)]
    pages = list(cut_in_pages(posts, index.config.pager_size))
    newest = posts[0].post.front if posts and posts[0].post else None
    head = Head(date=newest.date if newest else None, lastmod=newest.lastmod if newest else None)
    for number, part in pages:
        first = number == 1
        address, view = pager(index.routes, page.address, number, len(pages))
        content = HomeContent(
            intro_html=edition.intro(page) if first else "",
            releases=tuple(
                edition.cards.release(identity) for identity in islice(index.registry.releases, LATEST_RELEASES)
            )
            if first
            else (),
            posts=tuple(edition.cards.post(post) for post in part),
            pager=view,
            counts=_counts(edition),
            years=year_rail(edition) if first else (),
        )
        yield plan_page(edition, page, content, head, address)


def _counts(edition: Edition) -> dict[str, int]:
    registry = edition.index.registry
    return {
        "releases": len(registry.releases),
        "models": len(registry.models),
        "vendors": len(registry.vendors),
        "posts": len(edition.index.main_posts[edition.key]),
    }
