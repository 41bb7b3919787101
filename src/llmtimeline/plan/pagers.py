"""The further pages of a list."""

from __future__ import annotations

from llmtimeline.plan.routing.routes import Address, Routes
from llmtimeline.values.views import Pager


def pager(routes: Routes, first: Address, number: int, total: int, shown: str = "words") -> tuple[Address, Pager]:
    """Where the n-th page of a list stands, and its view. The page before the second is the list itself. `shown` is
    how the view says where it stands: words, numbers or not at all."""

    def at(wanted: int) -> Address:
        return first if wanted == 1 else routes.pager(first, wanted)

    newer = at(number - 1).url if number > 1 else ""
    older = at(number + 1).url if number < total else ""
    return at(number), Pager(number, total, newer, older, shown)
