"""The catalog: vendors and models that data files name, and the ids that a site has published."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from llmtimeline.parse.catalog_keys import MODEL, VENDOR
from llmtimeline.parse.facts.block_values import read_bases, read_date, read_links, read_names, read_sizes
from llmtimeline.parse.facts.fact_fields import field_of
from llmtimeline.parse.facts.fields import parse_fact_field
from llmtimeline.parse.locks import parse_lock
from llmtimeline.parse.notation.located import FILE_LIMITS, parse_yaml
from llmtimeline.parse.notation.plain import kind_name, shown
from llmtimeline.parse.notation.reading import Reading, read_table
from llmtimeline.parse.notation.typed import Table, Values
from llmtimeline.values.diagnostics import Checked, Diagnostic, diagnose
from llmtimeline.values.facts import Fact, Origin
from llmtimeline.values.located import Entry, Mapping, Scalar, ScalarKind
from llmtimeline.values.names import Names
from llmtimeline.values.places import Span
from llmtimeline.values.registry import Catalog, CatalogModel, LockedId, Vendor
from llmtimeline.values.sources import Source

_COUNTRY = re.compile(r"[A-Za-z]{2}")


@dataclass(frozen=True, slots=True)
class _Record:
    """One entry of a data file that no nearer layer hides."""

    id: str
    entry: Entry
    own: bool


def parse_catalog(sources: Sequence[Source]) -> Checked[Catalog]:
    """Vendors and models of all layers; sources come nearest first, and a nearer record hides one of the same id.

    Told by file name: vendors.yaml, models.yaml, ids.lock. Whether the ids in a record exist is not looked at here.
    May add LT101, LT102, LT104 to LT108, LT109, LT110, LT111, LT113, LT114, LT117, LT118.
    """
    findings: list[Diagnostic] = []
    vendors = tuple(_vendor(record, findings) for record in _records(sources, "vendors.yaml", findings))
    models = tuple(_model(record, findings) for record in _records(sources, "models.yaml", findings))
    locked: tuple[LockedId, ...] | None = None
    for source in sources:
        if source.path.endswith("ids.lock"):
            lock = parse_lock(source)
            locked = (*(locked or ()), *lock.value)
            findings.extend(lock.diagnostics)
    return Checked(Catalog(vendors, models, locked), tuple(findings))


def _records(sources: Sequence[Source], name: str, findings: list[Diagnostic]) -> Iterator[_Record]:
    seen: set[str] = set()
    for source in sources:
        if source.path.rpartition("/")[2] != name:
            continue
        document = parse_yaml(source.text, path=source.path, limits=FILE_LIMITS)
        findings.extend(document.diagnostics)
        root = document.value
        if root is not None and not isinstance(root, Mapping):
            hint = "write one `id:` for each, and its fields below, indented"
            findings.append(diagnose("LT104", f"{name} is {kind_name(root)}, not a mapping", root.span, hint=hint))
            continue
        for entry in root or ():
            key = entry.key.text
            if not _is_id(key):
                findings.append(_no_id(entry.key))
            elif key not in seen:
                yield _Record(key, entry, source.own)
            seen.add(key)


def _is_id(text: str) -> bool:
    """Lower-case letters and digits of any script, dots and hyphens between them."""
    if not text or not text[0].isalnum() or text[-1] in ".-" or text != text.lower():
        return False
    return all(c in ".-" or c.isalnum() or unicodedata.category(c)[0] == "M" for c in text)


def _no_id(key: Scalar) -> Diagnostic:
    meant = "-".join(part for part in re.split(r"[^\w.]+|_", key.text.lower()) if part.strip("."))
    hint = f"write `{shown(meant)}`" if _is_id(meant) else "ids are lower-case letters, digits, dots and hyphens"
    return diagnose("LT106", f"`{shown(key.text)}` is no id", key.span, hint=hint)


def _fields(
    record: _Record, table: Table, entries: tuple[Entry, ...], findings: list[Diagnostic]
) -> tuple[Values, dict[str, Span]]:
    """The record's fields without its facts, and their places. A record without any is told as one without a name."""
    node = record.entry.value
    if isinstance(node, Scalar) and node.kind is ScalarKind.NULL:
        node = Mapping((), record.entry.key.span)
    elif isinstance(node, Mapping):
        node = Mapping(entries, record.entry.key.span)
    reading = Reading(findings)
    prefix = f"{record.id}."
    values = read_table(node, table, reading, prefix)
    return values, {key.removeprefix(prefix): span for key, span in reading.places.items()}


def _names(values: Values, record: _Record, findings: list[Diagnostic]) -> Names:
    node = values.node("name")
    names = read_names("name", node, findings) if node is not None else Names()
    return names if names.by_language else Names((("", record.id),))


def _summary(values: Values, findings: list[Diagnostic]) -> Names:
    node = values.node("summary")
    return read_names("summary", node, findings) if node is not None else Names()


def _vendor(record: _Record, findings: list[Diagnostic]) -> Vendor:
    node = record.entry.value
    values, places = _fields(record, VENDOR, node.entries if isinstance(node, Mapping) else (), findings)
    return Vendor(
        id=record.id,
        names=_names(values, record, findings),
        span=record.entry.key.span,
        aliases=values.texts("aliases"),
        former=values.texts("former"),
        typos=values.texts("typos"),
        kind=values.text("kind"),
        parent=values.text("parent"),
        country=_country(values.text("country"), places.get("country"), findings),
        site=values.text("site"),
        github=values.texts("github"),
        huggingface=values.texts("huggingface"),
        summary=_summary(values, findings),
        own=record.own,
        places=places,
    )


def _country(written: str, span: Span | None, findings: list[Diagnostic]) -> str:
    if not written or _COUNTRY.fullmatch(written):
        return written.upper()
    hint = "write its two letters: CN, US, FR"
    findings.append(diagnose("LT108", f"`{shown(written)}` is no country code", span, hint=hint))
    return ""


def _model(record: _Record, findings: list[Diagnostic]) -> CatalogModel:
    node = record.entry.value
    entries = node.entries if isinstance(node, Mapping) else ()
    stated = tuple(entry for entry in entries if field_of(entry.key.text) is not None)
    others = tuple(entry for entry in entries if field_of(entry.key.text) is None)
    values, places = _fields(record, MODEL, others, findings)
    facts: list[Fact] = []
    for entry in stated:
        checked = parse_fact_field(entry.key, entry.value, origin=Origin.CATALOG, language="")
        facts.extend(checked.value)
        findings.extend(checked.diagnostics)
    date, base, sizes, links = (values.node(name) for name in ("date", "base", "sizes", "links"))
    return CatalogModel(
        id=record.id,
        names=_names(values, record, findings),
        span=record.entry.key.span,
        aliases=values.texts("aliases"),
        former=values.texts("former"),
        typos=values.texts("typos"),
        kind=values.text("kind"),
        family=values.text("family"),
        vendors=values.texts("vendors"),
        date=read_date(date, findings) if date else None,
        summary=_summary(values, findings),
        facts=tuple(facts),
        bases=read_bases(base, Origin.CATALOG, findings) if base else (),
        sizes=read_sizes(sizes, Origin.CATALOG, "", findings) if sizes else (),
        links=read_links(links, findings) if links else (),
        own=record.own,
        places=places,
    )
