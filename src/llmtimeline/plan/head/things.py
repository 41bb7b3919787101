"""Models and vendors as structured data (schema.org)."""

from __future__ import annotations

from collections.abc import Mapping

from llmtimeline.plan.edition import Edition
from llmtimeline.plan.pages import Kind, Page
from llmtimeline.values.addresses import is_inside
from llmtimeline.values.dates import PartialDate
from llmtimeline.values.facts import License
from llmtimeline.values.registry import Model, Vendor
from llmtimeline.values.views import ModelChip, ModelContent, VendorChip

_CONTEXT = "https://schema.org"
_SOFTWARE = "SoftwareApplication"
_TYPES = {"dataset": "Dataset", "technique": "DefinedTerm"}  # all other kinds are software
_SAME = frozenset({"site", "repo", "weights"})  # links that lead to the thing itself
_MOST = 20

Thing = Mapping[str, object]


def of_model(edition: Edition, page: Page, model: Model, content: ModelContent) -> Thing:
    """What a model's page is about. A date is given as precisely as it is known."""
    kind = _TYPES.get(model.kind, _SOFTWARE)
    thing: dict[str, object] = {"@context": _CONTEXT, "@type": kind, "name": content.name, "url": page.permalink}
    names = [name for name in dict.fromkeys((*content.names.all(), *content.aliases)) if name != content.name]
    optional: tuple[tuple[str, object], ...] = (
        ("description", model.summary.given(edition.key) or model.summary.given("")),
        ("alternateName", names[:_MOST]),
        ("sameAs", [link.url for link in content.links if link.kind in _SAME and not is_inside(link.url)][:_MOST]),
    )
    if kind != "DefinedTerm":
        takes_from = (edge.model for edge in content.parents if edge.inherits != "none")
        based = [_chip(edition, Kind.MODEL, _TYPES.get(each.kind, _SOFTWARE), each) for each in takes_from]
        optional += (
            ("datePublished", _day(content.date)),
            ("creator", [_chip(edition, Kind.VENDOR, "Organization", vendor) for vendor in content.vendors]),
            ("license", _license(content)),
            ("isBasedOn", based),
        )
    if kind == _SOFTWARE:
        optional += (("applicationCategory", "Artificial intelligence"),)
    return thing | {key: value for key, value in optional if value}


def of_vendor(edition: Edition, page: Page, vendor: Vendor, names: tuple[str, ...]) -> Thing:
    """Who a vendor's page is about; `names` are its others."""
    kind = "Person" if vendor.kind == "person" else "Organization"
    thing: dict[str, object] = {"@context": _CONTEXT, "@type": kind, "name": page.label, "url": page.permalink}
    parent = edition.cards.vendor(vendor.parent) if vendor.parent and kind == "Organization" else None
    accounts = (*(f"https://github.com/{each}" for each in vendor.github), *_hugging_face(vendor))
    optional: tuple[tuple[str, object], ...] = (
        ("alternateName", list(names)),
        ("sameAs", [each for each in (vendor.site, *accounts) if each]),
        ("parentOrganization", _chip(edition, Kind.VENDOR, "Organization", parent) if parent else None),
    )
    return thing | {key: value for key, value in optional if value}


def _chip(edition: Edition, kind: Kind, word: str, chip: VendorChip | ModelChip) -> Thing:
    page = edition.subject(kind, chip.id)
    named: dict[str, object] = {"@type": word, "name": chip.name}
    return named | {"url": page.permalink} if page is not None and chip.url else named


def _license(content: ModelContent) -> str:
    """The address of the licence where one is given, else its name."""
    value = next((row.shown.value for row in content.facts if row.field == "license"), None)
    return (value.url or value.name) if isinstance(value, License) else ""


def _day(date: PartialDate | None) -> str:
    """ISO 8601: a date that is about then, or in doubt, is none that a machine may take for sure."""
    return "" if date is None or date.approximate or date.uncertain else date.edtf()


def _hugging_face(vendor: Vendor) -> tuple[str, ...]:
    return tuple(f"https://huggingface.co/{each}" for each in vendor.huggingface)
