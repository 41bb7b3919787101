"""Everything that searching adds to a language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from llmtimeline.plan.edition import Edition
from llmtimeline.plan.frames import Planned
from llmtimeline.plan.pages import Kind
from llmtimeline.plan.search.documents import gather
from llmtimeline.plan.search.page import plan_search_page
from llmtimeline.plan.search.pagefind import records
from llmtimeline.plan.search.shards import plan_index, plan_names
from llmtimeline.values.outputs import Record


def plan_search(edition: Edition) -> Iterator[Planned]:
    """The search page and its index; nothing where the page is turned off."""
    if edition.page(Kind.SEARCH) is None:
        return
    documents = gather(edition)
    yield from plan_search_page(edition, documents)
    if edition.index.config.timeline.search_engine == "pagefind":
        yield from plan_names(edition)
    else:
        yield from plan_index(edition, documents)


def plan_records(editions: Sequence[Edition]) -> tuple[Record, ...]:
    """What Pagefind shall index; () where another engine searches."""
    return tuple(
        record
        for edition in editions
        if edition.index.config.timeline.search_engine == "pagefind" and edition.page(Kind.SEARCH) is not None
        for record in records(edition, gather(edition))
    )
