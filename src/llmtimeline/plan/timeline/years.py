"""Releases by year and month, and when what is said of them changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from llmtimeline.plan.edition import Edition
from llmtimeline.plan.frames import Head
from llmtimeline.plan.pages import Kind
from llmtimeline.values.views import MonthGroup, ReleaseRow, YearGroup


def all_rows(edition: Edition) -> tuple[ReleaseRow, ...]:
    """Every release, newest first."""
    return tuple(edition.cards.release(identity) for identity in edition.index.registry.releases)


def group_by_year(
    edition: Edition, rows: Iterable[ReleaseRow], counts: Mapping[int, int] | None = None
) -> tuple[YearGroup, ...]:
    """Releases, given newest first, by year and month; those of which only the year is known come last in it.

    `counts` are the releases of each year where the rows are but a part of them.
    """
    years: dict[int, dict[int | None, list[ReleaseRow]]] = {}
    for row in rows:
        years.setdefault(row.date.year, {}).setdefault(row.date.month, []).append(row)
    counts = counts or {year: sum(map(len, months.values())) for year, months in years.items()}
    fullest = max(counts.values(), default=1)
    groups = []
    for year, months in years.items():
        page = edition.subject(Kind.YEAR, year)
        ordered = sorted(months.items(), key=lambda item: -(item[0] or 0))
        views = tuple(MonthGroup(year, month, tuple(group)) for month, group in ordered)
        share = round(counts[year] / fullest, 4)
        groups.append(YearGroup(year, counts[year], views, page.url if page else "", share))
    return tuple(groups)


def counts_by_year(rows: Iterable[ReleaseRow]) -> Mapping[int, int]:
    """How many releases each year has."""
    return Counter(row.date.year for row in rows)


def without_releases(groups: Iterable[YearGroup]) -> tuple[YearGroup, ...]:
    """Years for a rail: their months stay, but empty."""
    return tuple(replace(year, months=tuple(replace(month, releases=()) for month in year.months)) for year in groups)


def year_rail(edition: Edition) -> tuple[YearGroup, ...]:
    """Every year of the timeline, without releases."""
    return without_releases(group_by_year(edition, all_rows(edition)))


def latest_change(edition: Edition, releases: Iterable[str]) -> Head:
    """When the newest post that tells of any of these releases was written or changed."""
    told = edition.tellings.told
    return Head(lastmod=max((moment for each in releases if (moment := told.changed(each))), default=None))


def in_list_order(rows: Sequence[ReleaseRow]) -> tuple[ReleaseRow, ...]:
    """Releases in the order in which `group_by_year` puts them: a year without a month after the year's months."""
    return tuple(sorted(rows, key=lambda row: (-row.date.year, -(row.date.month or 0))))
