"""Pages of vendors, and the index of them."""

from __future__ import annotations

from collections.abc import Iterator

from llmtimeline.plan.collation import sort_key
from llmtimeline.plan.edition import Edition
from llmtimeline.plan.frames import Head, Planned, plan_page
from llmtimeline.plan.models import newest_first
from llmtimeline.plan.pages import Kind, Page
from llmtimeline.plan.timeline import group_by_year, latest_change
from llmtimeline.values.registry import Vendor
from llmtimeline.values.views import VendorContent, VendorRow, VendorsContent


def plan_vendors(edition: Edition) -> Iterator[Planned]:
    """The index of vendors, most releases first, and one page a vendor."""
    registry = edition.index.registry
    for page in edition.of_kind(Kind.VENDORS):
        rows = [_vendor_row(edition, vendor) for vendor in registry.vendors.values()]
        rows.sort(key=lambda row: (-row.count, sort_key(row.chip.name, edition.key)))
        content = VendorsContent(edition.intro(page), tuple(rows))
        yield plan_page(edition, page, content, latest_change(edition, registry.releases))
    units = _units(edition)
    for page in edition.of_kind(Kind.VENDOR):
        vendor = registry.vendors[page.subject]
        content_of = _vendor_content(edition, page, vendor, units.get(vendor.id, []))
        changed = latest_change(edition, _releases(edition, vendor))
        yield plan_page(edition, page, content_of, Head(content_of.summary, lastmod=changed.lastmod))


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


def _vendor_content(edition: Edition, page: Page, vendor: Vendor, units: list[str]) -> VendorContent:
    cards, registry = edition.cards, edition.index.registry
    releases = _releases(edition, vendor)
    models = [
        registry.models[model] for model in registry.models_by_vendor.get(vendor.id, ()) if model in registry.models
    ]
    return VendorContent(
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
        years=group_by_year(edition, [cards.release(release) for release in releases]),
        models=newest_first([cards.model_row(model) for model in models]),
        count=len(releases),
    )


def _releases(edition: Edition, vendor: Vendor) -> tuple[str, ...]:
    known = edition.index.registry
    return tuple(release for release in known.by_vendor.get(vendor.id, ()) if release in known.releases)


def _units(edition: Edition) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for vendor in edition.index.registry.vendors.values():
        if vendor.parent:
            found.setdefault(vendor.parent, []).append(vendor.id)
    return found
