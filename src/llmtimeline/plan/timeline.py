"""The timeline, whole and by year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from llmtimeline.plan.edition import Edition
from llmtimeline.plan.frames import Head, Planned, plan_page
from llmtimeline.plan.pages import Kind
from llmtimeline.plan.strip import build_strip
from llmtimeline.values.views import MonthGroup, ReleaseRow, TimelineContent, YearGroup


def plan_timeline(edition: Edition) -> Iterator[Planned]:
    """The whole timeline and one page a year. Every release is in every language's timeline."""
    rows = [edition.cards.release(identity) for identity in edition.index.registry.releases]
    years = group_by_year(edition, rows)
    rail = tuple(without_releases(year) for year in years)
    for page in edition.of_kind(Kind.TIMELINE):
        content = TimelineContent(
            years=years,
            rail=rail,
            year=None,
            strip=build_strip(rows, page.url),
            count=len(rows),
            intro_html=edition.intro(page),
        )
        yield plan_page(edition, page, content, latest_change(edition, edition.index.registry.releases))
    by_year = {str(year.year): year for year in years}
    for page in edition.of_kind(Kind.YEAR):
        year = by_year[page.subject]
        shown = [row for month in year.months for row in month.releases]
        content = TimelineContent(
            years=(year,),
            rail=rail,
            year=year.year,
            strip=build_strip(shown, page.url),
            count=len(shown),
            intro_html=edition.intro(page),
        )
        yield plan_page(edition, page, content, latest_change(edition, (row.id for row in shown)))


def group_by_year(edition: Edition, rows: Iterable[ReleaseRow]) -> tuple[YearGroup, ...]:
    """Releases, given newest first, by year and month; those of which only the year is known come last in it."""
    years: dict[int, dict[int | None, list[ReleaseRow]]] = {}
    for row in rows:
        years.setdefault(row.date.year, {}).setdefault(row.date.month, []).append(row)
    fullest = max((sum(map(len, months.values())) for months in years.values()), default=1)
    groups = []
    for year, months in years.items():
        count = sum(map(len, months.values()))
        page = edition.subject(Kind.YEAR, year)
        ordered = sorted(months.items(), key=lambda item: -(item[0] or 0))
        views = tuple(MonthGroup(year, month, tuple(group)) for month, group in ordered)
        groups.append(YearGroup(year, count, views, page.url if page else "", round(count / fullest, 4)))
    return tuple(groups)


def without_releases(year: YearGroup) -> YearGroup:
    """A year for the rail: its months stay, but empty."""
    months = tuple(MonthGroup(month.year, month.month, ()) for month in year.months)
    return YearGroup(year.year, year.count, months, year.url, year.share)


def year_rail(edition: Edition) -> tuple[YearGroup, ...]:
    """Every year of the timeline, without releases."""
    rows = [edition.cards.release(identity) for identity in edition.index.registry.releases]
    return tuple(without_releases(year) for year in group_by_year(edition, rows))


def latest_change(edition: Edition, releases: Iterable[str]) -> Head:
    """When the newest post that tells of any of these releases was written or changed."""
    told = edition.tellings.told
    return Head(lastmod=max((moment for each in releases if (moment := told.changed(each))), default=None))
