"""Pages of vendors, and the index of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from llmtimeline.plan.collation import sort_key
from llmtimeline.plan.edition import Edition
from llmtimeline.plan.families import Families
from llmtimeline.plan.frames import Head, Planned, plan_page
from llmtimeline.plan.head import things
from llmtimeline.plan.listings import cut_in_pages
from llmtimeline.plan.models import newest_first
from llmtimeline.plan.pagers import pager
from llmtimeline.plan.pages import Kind, Page
from llmtimeline.plan.timeline.years import (
    counts_by_year,
    group_by_year,
    in_list_order,
    latest_change,
    without_releases,
)
from llmtimeline.values.registry import Model, Vendor
from llmtimeline.values.views import (
    FamilyView,
    ReleaseRow,
    VendorContent,
    VendorRow,
    VendorsContent,
    YearGroup,
)

VENDORS_PER_PAGE = 100
ROWS_PER_PAGE = 100  # releases, and models, on one page of a vendor
_MOST_FAMILIES = 40
_MOST_MEMBERS = 20


def plan_vendors(edition: Edition) -> Iterator[Planned]:
    """The index of vendors, most releases first, and one page a vendor, or several."""
    registry = edition.index.registry
    for page in edition.of_kind(Kind.VENDORS):
        yield from _plan_index(edition, page)
    units, families = _units(edition), Families(edition)
    for page in edition.of_kind(Kind.VENDOR):
        vendor = registry.vendors[page.subject]
        yield from _plan_vendor(edition, page, vendor, units.get(vendor.id, []), families)


def _plan_index(edition: Edition, page: Page) -> Iterator[Planned]:
    registry = edition.index.registry
    rows = [_vendor_row(edition, vendor) for vendor in registry.vendors.values()]
    rows.sort(key=lambda row: (-row.count, sort_key(row.chip.name, edition.key)))
    most = max((row.count for row in rows), default=0) or 1
    pages = list(cut_in_pages(rows, VENDORS_PER_PAGE))
    head = latest_change(edition, registry.releases)
    for number, part in pages:
        address, view = pager(edition.index.routes, page.address, number, len(pages))
        intro = edition.intro(page) if number == 1 else ""
        yield plan_page(edition, page, VendorsContent(intro, tuple(part), len(rows), most, view), head, address)


def _vendor_row(edition: Edition, vendor: Vendor) -> VendorRow:
    registry = edition.index.registry
    releases = _releases(edition, vendor)
    return VendorRow(
        chip=edition.cards.vendor(vendor.id),
        count=len(releases),
        models=len(registry.models_by_vendor.get(vendor.id, ())),
        latest=edition.cards.release(releases[0]) if releases else None,
        kind=vendor.kind,
        country=vendor.country,
    )


def _plan_vendor(
    edition: Edition, page: Page, vendor: Vendor, units: list[str], families: Families
) -> Iterator[Planned]:
    """A vendor's releases and models, newest first, a hundred of each on a page; the rest stands on the first alone."""
    cards, registry = edition.cards, edition.index.registry
    releases = in_list_order([cards.release(release) for release in _releases(edition, vendor)])
    counts = counts_by_year(releases)
    models = [registry.models[each] for each in registry.models_by_vendor.get(vendor.id, ()) if each in registry.models]
    rows = newest_first([cards.model_row(model) for model in models])
    total = max(1, -(-max(len(releases), len(rows)) // ROWS_PER_PAGE))
    first = VendorContent(
        id=vendor.id,
        name=vendor.names.of(edition.key) or vendor.id,
        names=vendor.names,
        aliases=vendor.aliases,
        former=vendor.former,
        vendor_kind=vendor.kind,
        parent=cards.vendor(vendor.parent) if vendor.parent else None,
        units=cards.vendors(units),
        country=vendor.country,
        site=vendor.site,
        summary=vendor.summary.of(edition.key),
        intro_html=edition.intro(page),
        years=(),
        models=(),
        count=len(releases),
        rail=_rail(edition, page, releases, total),
        families=_families(edition, models, families),
        model_count=len(rows),
    )
    changed = latest_change(edition, _releases(edition, vendor))
    names = [name for name in dict.fromkeys((*vendor.names.all(), *vendor.aliases)) if name != first.name]
    about = things.of_vendor(edition, page, vendor, tuple(names))
    head = Head(first.summary, lastmod=changed.lastmod, json_ld=(about,))
    for number in range(1, total + 1):
        address, view = pager(edition.index.routes, page.address, number, total)
        shown = slice((number - 1) * ROWS_PER_PAGE, number * ROWS_PER_PAGE)
        years = group_by_year(edition, releases[shown], counts)
        content = replace(first, years=years, models=rows[shown], pager=view)
        if number > 1:
            content = replace(content, intro_html="", families=())
        yield plan_page(edition, page, content, head, address)


def _rail(edition: Edition, page: Page, releases: Sequence[ReleaseRow], total: int) -> tuple[YearGroup, ...]:
    """Every year with its whole count, and where it begins: on which of the vendor's pages."""
    starts: dict[int, int] = {}
    for place, release in enumerate(releases):
        starts.setdefault(release.date.year, place // ROWS_PER_PAGE + 1)
    groups = []
    for group in without_releases(group_by_year(edition, releases)):
        address, _ = pager(edition.index.routes, page.address, starts[group.year], total)
        groups.append(replace(group, url=f"{address.url}#y{group.year}"))
    return tuple(groups)


def _families(edition: Edition, models: Sequence[Model], families: Families) -> tuple[FamilyView, ...]:
    """The families among a vendor's models that have members, by name."""
    found = []
    for model in models:
        members = families.members(model.id)
        if members:
            found.append(FamilyView(edition.cards.model(model.id), members[:_MOST_MEMBERS], len(members)))
    found.sort(key=lambda family: sort_key(family.chip.name, edition.key))
    return tuple(found[:_MOST_FAMILIES])


def _releases(edition: Edition, vendor: Vendor) -> tuple[str, ...]:
    known = edition.index.registry
    return tuple(release for release in known.by_vendor.get(vendor.id, ()) if release in known.releases)


def _units(edition: Edition) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for vendor in edition.index.registry.vendors.values():
        if vendor.parent:
            found.setdefault(vendor.parent, []).append(vendor.id)
    return found
