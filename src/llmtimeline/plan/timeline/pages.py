"""The pages of the timeline: whole, by year, and by sort."""

from __future__ import annotations

from collections.abc import Iterator

from llmtimeline.plan.blog.parts import pager_words
from llmtimeline.plan.edition import Edition
from llmtimeline.plan.frames import Planned, plan_page
from llmtimeline.plan.pagers import pager
from llmtimeline.plan.pages import Kind, Page
from llmtimeline.plan.timeline.facets import Facets
from llmtimeline.plan.timeline.parts import (
    Rows,
    cut_in_parts,
    newest_that_fit,
    part_address,
    places_in_years,
    to_row,
)
from llmtimeline.plan.timeline.strip import build_strip
from llmtimeline.plan.timeline.traits import slice_facet
from llmtimeline.plan.timeline.years import (
    all_rows,
    counts_by_year,
    group_by_year,
    in_list_order,
    latest_change,
    without_releases,
)
from llmtimeline.values.views import TimelineContent, YearGroup


def plan_timeline(edition: Edition) -> Iterator[Planned]:
    """The whole timeline, one page a year, and one for each sort of releases; each of the latter two page by page.

    Every release is in every language's timeline.
    """
    return _Timeline(edition).plan()


class _Timeline:
    """What the pages of one language's timeline share."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._rows = in_list_order(all_rows(edition))
        self._rail = without_releases(group_by_year(edition, self._rows))
        self._facets = Facets(edition, self._rows)
        page = next(iter(edition.of_kind(Kind.TIMELINE)), None)
        self._newest = newest_that_fit(self._rows)
        self._whole_url = page.url if page and len(self._newest) == len(self._rows) else ""

    def plan(self) -> Iterator[Planned]:
        """All of them."""
        for page in self._edition.of_kind(Kind.TIMELINE):
            yield self._whole(page)
        for page in self._edition.of_kind(Kind.YEAR):
            rows = [row for row in self._rows if row.date.year == int(page.subject)]
            yield from self._parts(page, rows, f"year={page.subject}")
        for page in self._edition.of_kind(Kind.SLICE):
            facet = slice_facet(page.subject)
            yield from self._parts(page, [row for row in self._rows if facet in row.facets], facet)

    def _whole(self, page: Page) -> Planned:
        edition, rows = self._edition, self._rows
        places = places_in_years(edition, rows) if len(self._newest) < len(rows) else {}
        places = {**places, **{row.id: to_row(row) for row in self._newest}}
        shown = group_by_year(edition, self._newest, counts_by_year(rows))
        oldest = self._newest[-1].date.year if self._newest else 0
        older = tuple(year for year in self._rail if year.year < oldest)
        if len(rows) - len(self._newest) > sum(year.count for year in older):  # of the oldest year only a part fits
            older = tuple(year for year in self._rail if year.year <= oldest)
        content = TimelineContent(
            years=shown,
            rail=self._rail,
            year=None,
            strip=build_strip(rows, places),
            count=len(rows),
            intro_html=edition.intro(page),
            facets=self._facets.at(),
            shown=len(self._newest),
            older=older,
            whole_url=self._whole_url,
        )
        return plan_page(edition, page, content, latest_change(edition, edition.index.registry.releases))

    def _parts(self, page: Page, rows: Rows, facet: str) -> Iterator[Planned]:
        """A page of a year or a sort, and its further pages."""
        edition, is_year = self._edition, page.kind is Kind.YEAR
        parts, counts = cut_in_parts(rows), counts_by_year(rows)
        head = latest_change(edition, (row.id for row in rows))
        rail = self._rail if is_year else self._rail_of(page, parts)
        facets = self._facets.at(facet)
        for number, part in enumerate(parts, start=1):
            address, view = pager(edition.index.routes, page.address, number, len(parts), pager_words(edition, page))
            first = number == 1
            content = TimelineContent(
                years=group_by_year(edition, part, counts),
                rail=rail,
                year=int(page.subject) if is_year else None,
                strip=build_strip(rows, self._places(page, parts)) if first else None,
                count=len(rows),
                intro_html=edition.intro(page) if first else "",
                facets=facets,
                slice="" if is_year else page.subject,
                pager=view,
                shown=len(part),
                whole_url=self._whole_url,
            )
            yield plan_page(edition, page, content, head, address)

    def _places(self, page: Page, parts: tuple[Rows, ...]) -> dict[str, str]:
        """Where each row stands, seen from the first page."""
        places: dict[str, str] = {}
        for number, part in enumerate(parts, start=1):
            above = "" if number == 1 else part_address(self._edition, page, number).url
            places.update((row.id, above + to_row(row)) for row in part)
        return places

    def _rail_of(self, page: Page, parts: tuple[Rows, ...]) -> tuple[YearGroup, ...]:
        """The years of a sort, each where it begins."""
        begins: dict[int, str] = {}
        for number, part in enumerate(parts, start=1):
            url = part_address(self._edition, page, number).url
            for row in part:
                begins.setdefault(row.date.year, f"{url}#y{row.date.year}")
        groups = group_by_year(self._edition, [row for part in parts for row in part])
        return tuple(_leading(year, begins[year.year]) for year in without_releases(groups))


def _leading(year: YearGroup, url: str) -> YearGroup:
    return YearGroup(year.year, year.count, year.months, url, year.share)
