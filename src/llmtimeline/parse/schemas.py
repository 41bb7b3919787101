"""JSON Schemas for editors, made from the tables that parsing reads by: what is suggested is what is understood."""

from __future__ import annotations

from llmtimeline.parse.catalog_keys import MODEL, VENDOR
from llmtimeline.parse.config.keys import LANGUAGE, MENU_ITEM, SITE, TIMELINE
from llmtimeline.parse.facts.fact_fields import FACT_FIELDS, FactField, Takes
from llmtimeline.parse.front.keys import front_table
from llmtimeline.parse.notation.typed import Effect, Field, Kind, Table
from llmtimeline.values.config import Config
from llmtimeline.values.facts import RELATIONS

Schema = dict[str, object]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_ID = r"^[^\sA-Z_]+$"
_TEXT: Schema = {"type": ["string", "number"]}
_TEXTS: Schema = {"anyOf": [_TEXT, {"type": "array", "items": {"type": ["string", "number", "null"]}}]}
_NAMES: Schema = {"anyOf": [_TEXT, {"type": "object", "additionalProperties": {"type": "string"}}]}
_DATE: Schema = {"type": ["string", "integer"]}
_LINK: Schema = {
    "anyOf": [
        {"type": "string"},
        {
            "type": "object",
            "required": ["url"],
            "properties": {"url": {"type": "string"}, "kind": {"type": "string"}, "label": {"type": "string"}},
        },
    ]
}
_BASE: Schema = {"type": "string", "examples": [f"llama-2 ({relation})" for relation in RELATIONS if relation]}
_MAPPING: Schema = {"type": "object"}
_MENUS: Schema = {
    "type": "object",
    "additionalProperties": {"type": "array", "items": {"$ref": "#/$defs/menu-entry"}},
}
_SIZE: Schema = {"anyOf": [_TEXT, {"type": "object", "required": ["name"]}]}


def _some(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "array", "items": schema}]}


# Of fields that have their own reader, by name.
_SPECIAL: dict[str, Schema] = {
    "name": _NAMES,
    "summary": _NAMES,
    "base": _some(_BASE),
    "sizes": _some(_SIZE),
    "links": _some(_LINK),
    "typographer": {"type": ["boolean", "object"]},
    "taxonomies": {"type": "object", "additionalProperties": {"type": "string"}},
    "permalinks": {"type": "object"},
    "languages": {"type": "object", "additionalProperties": {"$ref": "#/$defs/language"}},
    **dict.fromkeys(("menus", "menu"), _MENUS),
    "render": {"enum": ["always", "never", "link", True, False]},
    "list": {"enum": ["always", "never", "local", True, False]},
    **dict.fromkeys(
        ("date", "lastmod", "modified", "publishdate", "pubdate", "published", "expirydate", "unpublishdate"), _DATE
    ),
}
_BY_KIND: dict[Kind, Schema] = {
    Kind.TEXT: _TEXT,
    Kind.FLAG: {"type": "boolean"},
    Kind.WHOLE: {"type": "integer"},
    Kind.NUMBER: {"type": "number"},
    Kind.TEXTS: _TEXTS,
    Kind.ADDRESS: {"type": "string"},
    Kind.WEB_ADDRESS: {"type": "string", "pattern": "^https?://"},
    Kind.ADDRESSES: _some({"type": "string"}),
    Kind.ANY: {},
}
_BY_TAKES: dict[Takes, Schema] = {
    Takes.QUANTITIES: _some(_TEXT),
    Takes.LANGUAGES: _TEXTS,
    Takes.LICENSE: {"type": ["string", "object"]},
    Takes.MODALITIES: {"type": ["string", "array", "object"]},
    Takes.DATE: _DATE,
    Takes.BENCHMARKS: _some(_MAPPING),
    Takes.PRICES: _some(_MAPPING),
}
_FACTS = {row.name: row for row in FACT_FIELDS}


def vendors_schema() -> Schema:
    """Of data/vendors.yaml: id -> record."""
    return _file("Vendors: id -> record", _by_id(VENDOR), VENDOR)


def models_schema() -> Schema:
    """Of data/models.yaml: id -> record."""
    return _file("Models: id -> record", _by_id(MODEL), MODEL)


def config_schema() -> Schema:
    """Of a site's config, keys as the documentation writes them."""
    return _file("Config of a site", _record(SITE), SITE, LANGUAGE, MENU_ITEM)


def front_matter_schema() -> Schema:
    """Of front matter on a site with the usual taxonomies."""
    table = front_table(Config("").taxonomies)
    return _file("Front matter", _record(table), table)


def _file(title: str, schema: Schema, *tables: Table) -> Schema:
    """A whole schema; each table that the given ones reach is defined once."""
    defined: dict[str, Schema] = {}
    waiting = list(tables)
    while waiting:
        table = waiting.pop()
        if _name(table) not in defined:
            defined[_name(table)] = _record(table)
            waiting.extend(row.table for row in table.fields if row.table is not None)
    if "properties" in schema:
        defined.pop(_name(tables[0]))
    return {"$schema": _DIALECT, "title": title, **schema, "$defs": dict(sorted(defined.items()))}


def _name(table: Table) -> str:
    return table.name.replace("`", "").replace(" ", "-").removeprefix("a-").removeprefix("an-")


def _ref(table: Table) -> Schema:
    return {"$ref": f"#/$defs/{_name(table)}"}


def _by_id(record: Table) -> Schema:
    return {"type": "object", "propertyNames": {"pattern": _ID}, "additionalProperties": _ref(record)}


def _record(table: Table) -> Schema:
    schema: Schema = {
        "type": ["object", "null"] if table.is_open else "object",
        "properties": {row.name: _field(table, row) for row in table.fields},
        "additionalProperties": table.is_open,
    }
    required = [row.name for row in table.fields if row.required]
    return schema | ({"required": required} if required else {})


def _field(table: Table, row: Field) -> Schema:
    schema: Schema = _BY_KIND.get(row.kind, {})
    if row.effect is Effect.LOST:
        return {"description": f"no effect here: {row.instead}", "deprecated": True}
    if row.table is not None:
        schema = {"type": "array", "items": _ref(row.table)} if row.kind is Kind.TABLES else _ref(row.table)
        if row.kind is Kind.NODE:  # or turned off
            schema = {"anyOf": [{"type": "boolean"}, schema]}
    elif row.words:
        words: Schema = {"enum": list(row.words)}
        schema = words if row.kind is Kind.TEXT else _some(words)
    elif row.kind is Kind.NODE:
        schema = _special(table, row)
    return {"description": row.meaning, **schema}


def _special(table: Table, row: Field) -> Schema:
    """Of a field that has its own reader."""
    if table.name == "front matter" and row.name in ("menus", "menu"):
        return {"type": ["string", "array", "object"]}
    if table is TIMELINE:
        return {"type": ["string", "boolean"]}
    if table is MODEL and row.name in _FACTS:
        return _fact(_FACTS[row.name])
    return _SPECIAL.get(row.name.lower(), {})


def _fact(row: FactField) -> Schema:
    """A fact's value, or the mapping that says more about it."""
    value: Schema = _BY_TAKES.get(row.takes, {})
    if row.takes is Takes.WORD:
        words = [word for word, _ in row.words]
        # A word may be followed by a remark: `restricted (research only)`.
        value = {"type": "string", "pattern": "^(" + "|".join(words) + r")\b", "examples": words}
    return {"anyOf": [value, {"type": "object", "required": ["value"]}]}
