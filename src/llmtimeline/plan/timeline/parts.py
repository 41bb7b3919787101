"""What stands on which page: no page of a timeline grows without end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from llmtimeline.plan.edition import Edition
from llmtimeline.plan.pages import Kind, Page
from llmtimeline.plan.routing.routes import Address, encode_fragment
from llmtimeline.values.views import ReleaseRow

# Rows on one page. A row is about 13 elements, and phones begin to stutter somewhere above 6,000.
ROWS = 300

Rows = Sequence[ReleaseRow]


def newest_that_fit(rows: Rows) -> Rows:
    """The newest whole years that fit on one page; of a year that is too full by itself whole months; of a month that
    is too full as many as fit."""
    if len(rows) <= ROWS:
        return rows
    for key in (lambda row: (row.date.year, 0), lambda row: (row.date.year, row.date.month)):
        fitting = 0
        for _, group in groupby(rows, key):
            size = len(list(group))
            if fitting + size > ROWS:
                break
            fitting += size
        if fitting:
            return rows[:fitting]
    return rows[:ROWS]


def cut_in_parts(rows: Rows) -> tuple[Rows, ...]:
    """One part a page; without rows one that is empty."""
    return tuple(rows[start : start + ROWS] for start in range(0, len(rows), ROWS)) or ((),)


def part_address(edition: Edition, page: Page, number: int) -> Address:
    """Where the n-th part of a page's releases stands."""
    return page.address if number == 1 else edition.index.routes.pager(page.address, number)


def places_in_years(edition: Edition, rows: Rows) -> Mapping[str, str]:
    """For each release the address of its row on its year's page."""
    found: dict[str, str] = {}
    for year, group in groupby(rows, lambda row: row.date.year):
        page = edition.subject(Kind.YEAR, year)
        if page is not None:
            for number, part in enumerate(cut_in_parts(list(group)), start=1):
                url = part_address(edition, page, number).url
                found.update((row.id, url + to_row(row)) for row in part)
    return found


def to_row(row: ReleaseRow) -> str:
    """The address of a release's row on the same page; it leaves alone what the reader chose (`?weights=open`)."""
    return f"#{encode_fragment(row.anchor)}"
