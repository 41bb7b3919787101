"""The home page of a language."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from llmtimeline.plan.blog.parts import pager_words
from llmtimeline.plan.blog.profile import home_info, home_profile
from llmtimeline.plan.blog.switches import site_param
from llmtimeline.plan.edition import Edition
from llmtimeline.plan.frames import Planned, plan_page
from llmtimeline.plan.listings import cut_in_pages, is_on_home
from llmtimeline.plan.lists import dated
from llmtimeline.plan.pagers import pager
from llmtimeline.plan.pages import Kind
from llmtimeline.plan.params import as_flag
from llmtimeline.plan.timeline.years import year_rail
from llmtimeline.values.views import HomeContent

LATEST_RELEASES = 12


def plan_home(edition: Edition) -> Iterator[Planned]:
    """The home page and its further pages. Releases, introduction and the rail of years stand on the first only."""
    index = edition.index
    page = index.fixed[edition.key, Kind.HOME]
    if page not in edition.of_kind(Kind.HOME):
        return
    profile = home_profile(edition, page)
    posts = [] if profile else [post for post in index.main_posts[edition.key] if is_on_home(post)]
    pages = list(cut_in_pages(posts, index.config.pager_size))
    info = None if profile else home_info(edition, page)
    special = info is None and not as_flag(site_param(edition, "disableSpecial1stPost"))
    head = dated(edition, page)
    for number, part in pages:
        first = number == 1
        address, view = pager(index.routes, page.address, number, len(pages), pager_words(edition, page))
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
            info=info if first else None,
            profile=profile,
            special_first=special and first,
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
