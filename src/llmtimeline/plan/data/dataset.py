"""The dataset: the registry as JSON and CSV, with a place for every value."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from llmtimeline.plan.data.contract import CURRENT
from llmtimeline.plan.data.describing import catalog_record, citation, day_of, last_change
from llmtimeline.plan.data.jsontext import Ready, json_file, json_list, json_text, shifted
from llmtimeline.plan.data.records import (
    Record,
    fact_record,
    json_value,
    link_record,
    names_record,
    size_record,
)
from llmtimeline.plan.data.schemas import SCHEMAS
from llmtimeline.plan.facts import first_value, first_word
from llmtimeline.plan.index import SiteIndex
from llmtimeline.plan.pages import Kind
from llmtimeline.plan.routing.routes import DATASET_VERSION, encode_fragment
from llmtimeline.values.facts import Erratum
from llmtimeline.values.posts import PostKey
from llmtimeline.values.registry import Claim, Edge, Model, Release, Vendor

_INNER = "\n  "
_QUOTED = re.compile(r'[,"\r\n]')
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
CHANGELOG = "CHANGELOG.md"
COLUMNS = (
    "id",
    "name",
    "name_zh",
    "name_en",
    "date",
    "event",
    "status",
    "vendors",
    "models",
    "importance",
    "params",
    "context",
    "weights",
    "license",
    "commercial",
    "summary_zh",
    "summary_en",
    "path",
    "line",
    "url",
)


@dataclass(frozen=True, slots=True)
class DatasetFile:
    """A file of the dataset."""

    name: str  # "releases.json", "schema/releases.schema.json"
    text: str
    media: str


def build_dataset(index: SiteIndex) -> tuple[DatasetFile, ...]:
    """All files. The order of everything is that of the registry; the bytes depend on content and config only."""
    writer = _Writer(index)
    registry = index.registry
    releases = json_list([json_text(writer.release(each), _INNER) for each in registry.releases.values()])
    models = json_list([json_text(writer.model(each), _INNER) for each in registry.models.values()])
    vendors = json_list([json_text(writer.vendor(each), _INNER) for each in registry.vendors.values()])
    files = [
        DatasetFile("registry.json", _registry(index, releases, models, vendors), "application/json"),
        DatasetFile("releases.json", releases + "\n", "application/json"),
        DatasetFile("models.json", models + "\n", "application/json"),
        DatasetFile("vendors.json", vendors + "\n", "application/json"),
        DatasetFile("releases.csv", writer.table(registry.releases.values()), "text/csv"),
    ]
    # Spreadsheets read UTF-8 with certainty only where a byte order mark says so, and take CRLF everywhere.
    table = files[-1].text
    files.append(DatasetFile("releases.excel.csv", "\ufeff" + table.replace("\n", "\r\n"), "text/csv"))
    record = catalog_record(index, [(file.name, file.text, file.media) for file in files])
    files.append(DatasetFile("CITATION.cff", citation(index), "application/yaml"))
    files.append(DatasetFile("dcat.jsonld", record, "application/ld+json"))
    for name, schema in SCHEMAS.items():
        path = f"schema/{name}.schema.json"
        text = json_file({"$schema": schema["$schema"], "$id": index.routes.dataset(path).permalink, **schema})
        files.append(DatasetFile(path, text, "application/schema+json"))
    return tuple(files)


def dataset_names() -> tuple[str, ...]:
    """The names of all files, without building them."""
    plain = ("registry.json", "releases.json", "models.json", "vendors.json", "releases.csv", "releases.excel.csv")
    return (*plain, "CITATION.cff", "dcat.jsonld", CHANGELOG, *(f"schema/{name}.schema.json" for name in SCHEMAS))


def csv_cell(value: object) -> str:
    """A cell, quoted where it must be (RFC 4180), that no spreadsheet takes for a formula."""
    text = "" if value is None else str(value)
    if text.startswith(_FORMULA):
        text = f"'{text}"
    if _QUOTED.search(text):
        text = text.replace('"', '""')
        return f'"{text}"'
    return text


def _registry(index: SiteIndex, releases: str, models: str, vendors: str) -> str:
    settings = index.config.timeline
    head: Record = {"version": DATASET_VERSION, "contract": CURRENT, "date": day_of(last_change(index))}
    head |= {"title": index.config.title, "base_url": index.config.base_url}
    head["languages"] = [language.key for language in index.config.languages]
    if settings.license or settings.license_url:
        head["license"] = {"name": settings.license, "url": settings.license_url}
    relations = [_edge_record(edge) for edge in index.registry.edges]
    moved = [{"kind": kind, "from": old, "to": new} for (kind, old), new in sorted(index.registry.moved.items())]
    parts = [(key, json_text(value, _INNER)) for key, value in head.items()]
    parts += (("releases", shifted(releases)), ("models", shifted(models)), ("vendors", shifted(vendors)))
    parts += (("relations", json_text(relations, _INNER)), ("moved", json_text(moved, _INNER)))
    return "{" + _INNER + f",{_INNER}".join(f'"{key}": {text}' for key, text in parts) + "\n}\n"


class _Writer:
    """Records of the registry's values."""

    def __init__(self, index: SiteIndex) -> None:
        self._index = index
        self._languages = tuple(dict.fromkeys(each.key.partition("-")[0] for each in index.config.languages))
        self._claims: dict[int, Ready] = {}  # by identity: the registry keeps them all alive
        self._urls: dict[tuple[PostKey, int], str] = {}

    def release(self, release: Release) -> Record:
        """One release."""
        return {
            "id": release.id,
            "name": release.name,
            "names": names_record(release.names, self._languages),
            "date": release.date.edtf(),
            "event": release.event,
            "status": list(release.status),
            "vendors": list(release.vendors),
            "models": list(release.models),
            "importance": release.importance,
            "tagline": names_record(release.tagline, self._languages),
            "summary": names_record(release.summary, self._languages),
            "languages": list(release.languages),
            "sizes": [size_record(size) for size in release.sizes],
            "links": [link_record(link) for link in release.links],
            "posts": [
                {
                    "path": told.path,
                    "line": told.line,
                    "language": told.language or told.post.language,
                    "url": self._url(told.post, told.section),
                }
                for told in release.coverage
            ],
            "claims": [self._claim(claim) for claim in release.claims],
            "errata": [_erratum_record(erratum) for erratum in release.errata],
        }

    def model(self, model: Model) -> Record:
        """One model."""
        return {
            "id": model.id,
            "names": names_record(model.names, self._languages),
            "aliases": list(model.aliases),
            "kind": model.kind,
            "family": model.family,
            "vendors": list(model.vendors),
            "date": model.date.edtf() if model.date else None,
            "summary": names_record(model.summary, self._languages),
            "releases": list(model.releases),
            "parents": [_edge_record(edge) for edge in model.parents],
            "children": [edge.child for edge in model.children],
            "sizes": [size.name for size in model.sizes],
            "links": [link_record(link) for link in model.links],
            "claims": [self._claim(claim) for claim in model.claims],
            "errata": [_erratum_record(erratum) for erratum in model.errata],
            "url": self._subject(Kind.MODEL, model.id),
        }

    def vendor(self, vendor: Vendor) -> Record:
        """One vendor."""
        registry = self._index.registry
        return {
            "id": vendor.id,
            "names": names_record(vendor.names, self._languages),
            "aliases": list(vendor.aliases),
            "former": list(vendor.former),
            "kind": vendor.kind,
            "parent": vendor.parent,
            "country": vendor.country,
            "site": vendor.site,
            "github": list(vendor.github),
            "huggingface": list(vendor.huggingface),
            "summary": names_record(vendor.summary, self._languages),
            "releases": list(registry.by_vendor.get(vendor.id, ())),
            "models": list(registry.models_by_vendor.get(vendor.id, ())),
            "url": self._subject(Kind.VENDOR, vendor.id),
        }

    def table(self, releases: Iterable[Release]) -> str:
        """The releases as CSV, one line each; lists are joined by ";"."""
        lines = [",".join(COLUMNS)]
        for release in releases:
            row = self._row(release)
            lines.append(",".join(csv_cell(row.get(column)) for column in COLUMNS))
        return "\n".join(lines) + "\n"

    def _row(self, release: Release) -> Mapping[str, object]:
        first = release.models[0] if release.models else ""
        said = [claim for claim in release.claims if claim.model == first]
        names, summary = names_record(release.names, ("zh", "en")), names_record(release.summary, ("zh", "en"))
        told = release.coverage[0] if release.coverage else None
        return {
            "id": release.id,
            "name": release.name,
            "name_zh": names.get("zh"),
            "name_en": names.get("en"),
            "date": release.date.edtf(),
            "event": release.event,
            "status": ";".join(release.status),
            "vendors": ";".join(release.vendors),
            "models": ";".join(release.models),
            "importance": release.importance,
            "params": _flat(said, "params"),
            "context": _flat(said, "context"),
            "weights": first_word(said, "weights"),
            "license": _flat(said, "license"),
            "commercial": first_word(said, "commercial"),
            "summary_zh": summary.get("zh"),
            "summary_en": summary.get("en"),
            "path": told.path if told else "",
            "line": told.line if told else "",
            "url": self._url(told.post, told.section) if told else "",
        }

    def _claim(self, claim: Claim) -> Ready:
        """A claim as it stands in a list of a record in a list; made once for its release and its model."""
        ready = self._claims.get(id(claim))
        if ready is None:
            record: Record = {"model": claim.model, **fact_record(claim.fact, claim.size), "url": ""}
            if claim.post is not None and claim.section is not None:
                record["url"] = self._url(claim.post, claim.section)
            ready = self._claims[id(claim)] = Ready(json_text(record, "\n" + 6 * " "))
        return ready

    def _url(self, key: PostKey, number: int) -> str:
        """The absolute address of a section; "" when its post has no page."""
        url = self._urls.get((key, number))
        if url is None:
            page, section = self._index.told_page(key), self._index.section(key, number)
            url = page.permalink if page else ""
            if url and section is not None and section.heading is not None:
                url += "#" + encode_fragment(section.heading.id)
            self._urls[key, number] = url
        return url

    def _subject(self, kind: Kind, identity: str) -> str:
        page = self._index.subjects.get((self._index.config.default_language, kind, identity))
        return page.permalink if page else ""


def _flat(claims: Iterable[Claim], field: str) -> str:
    value = first_value(claims, field)
    if value is None:
        return ""
    plain = json_value(value)
    if isinstance(plain, dict):
        return str(plain.get("name", ""))
    if isinstance(plain, list):
        return ";".join(str(item) for item in plain if item is not None)
    return "" if plain is None else str(plain)


def _edge_record(edge: Edge) -> Record:
    return {
        "child": edge.child,
        "parent": edge.parent,
        "relation": edge.relation,
        "inherits": edge.inherits,
        "path": edge.span.path,
        "line": edge.span.line,
    }


def _erratum_record(erratum: Erratum) -> Record:
    return {
        "date": erratum.date.edtf() if erratum.date else None,
        "field": erratum.field,
        "was": erratum.was,
        "why": names_record(erratum.why),
        "path": erratum.span.path,
        "line": erratum.span.line,
    }
