"""The page for an address that nothing has."""

from __future__ import annotations

from collections.abc import Iterator

from llmtimeline.plan.edition import Edition
from llmtimeline.plan.frames import Planned, plan_page
from llmtimeline.plan.pages import Kind
from llmtimeline.plan.translations import translation_views
from llmtimeline.values.views import NotFoundContent


def plan_not_found(edition: Edition) -> Iterator[Planned]:
    """The 404 page of a language, and the one at the root that hosts show; each leads to every language's home."""
    home = edition.index.fixed[edition.key, Kind.HOME]
    homes = translation_views(edition.index, home, home.address)
    for page in edition.of_kind(Kind.NOT_FOUND):
        yield plan_page(edition, page, NotFoundContent(homes))
