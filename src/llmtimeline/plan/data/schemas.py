"""JSON Schemas (2020-12) of the dataset's files."""

from __future__ import annotations

from collections.abc import Mapping

from llmtimeline.values.facts import EVENTS, Certainty, Origin
from llmtimeline.values.registry import MODEL_KINDS

Schema = dict[str, object]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
# EDTF level 1, as far as dates of releases need it.
_EDTF = r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?[~?%]?$"


def _text(meaning: str) -> Schema:
    return {"type": "string", "description": meaning}


def _texts(meaning: str) -> Schema:
    return {"type": "array", "items": {"type": "string"}, "description": meaning}


def _choice(meaning: str, *words: str) -> Schema:
    return {"enum": list(words), "description": meaning}


def _record(properties: Mapping[str, Schema], optional: tuple[str, ...] = ()) -> Schema:
    required = [name for name in properties if name not in optional]
    return {"type": "object", "properties": dict(properties), "required": required, "additionalProperties": False}


def _list_of(definition: str, meaning: str = "") -> Schema:
    schema: Schema = {"type": "array", "items": {"$ref": f"#/$defs/{definition}"}}
    return schema | ({"description": meaning} if meaning else {})


_DATE: Schema = {
    "type": "string",
    "pattern": _EDTF,
    "description": "As precise as it is known (EDTF): 2020, 2023-05, 2023-03-14; ~ about, ? unsure, % both.",
}
_MAYBE_DATE: Schema = {"anyOf": [{"$ref": "#/$defs/date"}, {"type": "null"}]}
_BY_LANGUAGE: Schema = {
    "type": "object",
    "additionalProperties": {"type": "string"},
    "description": "Text by language, as far as it is known.",
}
_NUMBER: Schema = {"type": "number"}
_FACT: dict[str, Schema] = {
    "model": _text("Id of the model that is spoken of."),
    "field": _text("params, tokens, context, license, weights, date, …"),
    "value": {
        "description": "An amount in single units (180B is 180000000000), a date (EDTF), a word, a list, or an object. "
        "null when the amount is not given; `known` then says why.",
    },
    "unit": _text("Of amounts: parameters, tokens, gpu-hours, …; else empty."),
    "high": _NUMBER | {"description": "Upper end of a range; `value` is the lower."},
    "active": _NUMBER | {"description": "Parameters at work at a time, in a mixture of experts."},
    "bound": _choice("How the amount stands to the true one.", "about", "over", "under"),
    "known": _choice("Why there is no amount.", "undisclosed", "not-applicable"),
    "qualifier": _text("Further words with the amount."),
    "items": {
        "type": "array",
        "items": {"$ref": "#/$defs/amount"},
        "description": "Each amount of a list, where more is said of any than its number.",
    },
    "text": _text("The value as its author wrote it."),
    "certainty": _choice("How sure it is.", *(certainty.value for certainty in Certainty)),
    "origin": _choice("What it was written in.", *(origin.value for origin in Origin)),
    "size": _text("The size variant that it speaks of, when not of the whole."),
    "note": _text("The author's note."),
    "since": {"$ref": "#/$defs/date"},
    "source_url": _text("A source outside that the author names."),
    "path": _text("File of the site's repository."),
    "line": {"type": "integer", "minimum": 1, "description": "From 1."},
    "column": {"type": "integer", "minimum": 1, "description": "From 1, in code points."},
    "url": _text("Page and anchor where it is said; empty for what the catalog says."),
}
_OPTIONAL = ("high", "active", "bound", "known", "qualifier", "items", "size", "note", "since", "source_url")
_AMOUNT = _record(
    {name: _FACT[name] for name in ("value", "high", "active", "bound", "known", "qualifier")},
    ("high", "active", "bound", "known", "qualifier"),
)
_PLACE: dict[str, Schema] = {"path": _FACT["path"], "line": _FACT["line"]}
_LINK = _record(
    {
        "url": _text("The address."),
        "kind": _text("paper, weights, repo, blog, …"),
        "label": _text("The author's words."),
        "language": _text("Of what stands there, where the author says it."),
    },
    ("label", "language"),
)
_DEFINITIONS: dict[str, Schema] = {
    "date": _DATE,
    "texts": _BY_LANGUAGE,
    "claim": _record(_FACT, _OPTIONAL),
    "fact": _record({name: schema for name, schema in _FACT.items() if name not in ("model", "url")}, _OPTIONAL),
    "amount": _AMOUNT,
    "link": _LINK,
    "size": _record({"name": _text("7B"), "claims": _list_of("fact"), "links": _list_of("link")}, ("links",)),
    "erratum": _record(
        {
            "date": _MAYBE_DATE,
            "field": _text("What was corrected."),
            "was": _text("What stood there."),
            "why": {"$ref": "#/$defs/texts"},
            **_PLACE,
        }
    ),
    "post": _record(
        {
            **_PLACE,
            "language": _text("Key of the language in which the section is written."),
            "url": _text("Page and anchor; empty when it is not published."),
        }
    ),
    "relation": _record(
        {
            "child": _text("Id of a model."),
            "parent": _text("Id of a model."),
            "relation": _text("finetune, quantized, successor, …; empty when only `based on` is said."),
            "inherits": _choice("What the child takes from the parent.", "weights", "data", "none"),
            **_PLACE,
        }
    ),
    "release": _record(
        {
            "id": _text("Stable id: that of its first model, or `model@event`."),
            "name": _text("As the first post wrote it."),
            "names": {"$ref": "#/$defs/texts"},
            "date": {"$ref": "#/$defs/date"},
            "event": _choice("What happened.", *EVENTS),
            "status": _texts("open-beta, preview, …"),
            "vendors": _texts("Ids."),
            "models": _texts("Ids; the first one names the release."),
            "importance": {"enum": [1, 2, 3], "description": "1 minor, 2 usual, 3 major: an editor's judgement."},
            "tagline": {"$ref": "#/$defs/texts"},
            "summary": {"$ref": "#/$defs/texts"},
            "languages": _texts("Keys of the languages whose posts tell of it."),
            "sizes": _list_of("size"),
            "links": _list_of("link"),
            "posts": _list_of("post", "The sections that announce it, newest post first."),
            "claims": _list_of("claim", "Everything that is said of it; of each field first what is shown."),
            "errata": _list_of("erratum"),
        }
    ),
    "model": _record(
        {
            "id": _text("Stable id."),
            "names": {"$ref": "#/$defs/texts"},
            "aliases": _texts("Other right ways of writing the name."),
            "kind": _choice("What it is.", *MODEL_KINDS),
            "family": _text("Id of a model; empty when it is in none."),
            "vendors": _texts("Ids."),
            "date": _MAYBE_DATE,
            "summary": {"$ref": "#/$defs/texts"},
            "releases": _texts("Ids, newest first."),
            "parents": _list_of("relation"),
            "children": _texts("Ids of models."),
            "sizes": _texts("Names of size variants."),
            "links": _list_of("link"),
            "claims": _list_of("claim"),
            "errata": _list_of("erratum"),
            "url": _text("Its page; empty when models have none."),
        }
    ),
    "vendor": _record(
        {
            "id": _text("Stable id."),
            "names": {"$ref": "#/$defs/texts"},
            "aliases": _texts("Other right ways of writing the name."),
            "former": _texts("Names that it had before."),
            "kind": _text("company, university, lab, community, person, …"),
            "parent": _text("Id of a vendor, or empty."),
            "country": _text("ISO 3166-1 alpha-2, or empty."),
            "site": _text("Its website, or empty."),
            "github": _texts("Names of accounts."),
            "huggingface": _texts("Names of accounts."),
            "summary": {"$ref": "#/$defs/texts"},
            "releases": _texts("Ids, newest first."),
            "models": _texts("Ids."),
            "url": _text("Its page; empty when vendors have none."),
        }
    ),
}


def _file(title: str, definition: str) -> Schema:
    body: Schema = {"type": "array", "items": {"$ref": f"#/$defs/{definition}"}}
    return {"$schema": _DIALECT, "title": title, **body, "$defs": _DEFINITIONS}


_REGISTRY: Schema = {
    "$schema": _DIALECT,
    "title": "The whole registry",
    **_record(
        {
            "version": _text("Of this form; v1 is only added to."),
            "contract": _text("Version of the form in full, as in CHANGELOG.md: 1.1.0."),
            "date": _text("Day of the newest change of a post that the data was read from; empty without one."),
            "title": _text("Of the site."),
            "base_url": _text("Of the site."),
            "languages": _texts("Keys of the site's languages."),
            "license": _record({"name": _text("SPDX id."), "url": _text("The licence's text.")}),
            "releases": _list_of("release", "Newest first."),
            "models": _list_of("model", "By id."),
            "vendors": _list_of("vendor", "By id."),
            "relations": _list_of("relation"),
            "moved": {
                "type": "array",
                "items": _record(
                    {"kind": _text("vendor, model, release."), "from": _text("Old id."), "to": _text("New id.")}
                ),
            },
        },
        ("license",),
    ),
    "$defs": _DEFINITIONS,
}

SCHEMAS: dict[str, Schema] = {
    "registry": _REGISTRY,
    "releases": _file("Releases, newest first", "release"),
    "models": _file("Models, by id", "model"),
    "vendors": _file("Vendors, by id", "vendor"),
}
