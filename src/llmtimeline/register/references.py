"""What entries of the catalog say of each other: vendors, families and parents that must exist."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from llmtimeline.register.lineage import Lookup, circle, find_circles, find_model, find_vendor
from llmtimeline.values.diagnostics import Diagnostic
from llmtimeline.values.places import Span
from llmtimeline.values.registry import CatalogModel, Vendor


@dataclass(frozen=True, slots=True)
class References:
    """The catalog's references, each to an entry that exists; without circles."""

    vendors: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # of models
    families: Mapping[str, str] = field(default_factory=dict)  # of models
    parents: Mapping[str, str] = field(default_factory=dict)  # of vendors


def resolve_references(
    vendors: Iterable[Vendor],
    models: Iterable[CatalogModel],
    guessed_families: Mapping[str, str],
    lookup: Lookup,
    found: list[Diagnostic],
) -> References:
    """All of them by id. May add LT309, LT310 and LT319. `guessed_families` are those of new models."""
    made: dict[str, tuple[str, ...]] = {}
    families: dict[str, tuple[str, Span]] = {}
    for model in models:
        ids = (
            find_vendor(lookup, vendor, _place(model, f"vendors.{number}"), found)
            for number, vendor in enumerate(model.vendors)
        )
        made[model.id] = tuple(dict.fromkeys(vendor for vendor in ids if vendor))
        place = _place(model, "family")
        if model.family and (family := find_model(lookup, model.family, place, found)):
            families[model.id] = (family, place)
    parents: dict[str, tuple[str, Span]] = {}
    for vendor in vendors:
        place = _place(vendor, "parent")
        if vendor.parent and (parent := find_vendor(lookup, vendor.parent, place, found)):
            parents[vendor.id] = (parent, place)
    guessed = {model: family for model, family in guessed_families.items() if family}
    return References(made, {**guessed, **_without_circles(families, found)}, _without_circles(parents, found))


def _place(entry: Vendor | CatalogModel, field: str) -> Span:
    return entry.places.get(field, entry.span)


def _without_circles(links: Mapping[str, tuple[str, Span]], found: list[Diagnostic]) -> dict[str, str]:
    kept = {child: parent for child, (parent, _) in links.items()}
    for chain in tuple(find_circles({child: (parent,) for child, parent in kept.items()})):
        found.append(circle(chain, links[chain[-2]][1]))
        del kept[chain[-2]]
    return kept


def with_parent(vendor: Vendor, references: References) -> Vendor:
    """The vendor with a parent that exists, or none."""
    return replace(vendor, parent=references.parents.get(vendor.id, "")) if vendor.parent else vendor
