"""Values of the registry as JSON can hold them. What these keys mean is written in schemas.py."""

from __future__ import annotations

from collections.abc import Iterable

from llmtimeline.values.dates import PartialDate
from llmtimeline.values.facts import Benchmark, Fact, FactValue, License, Link, Modalities, Price, Size
from llmtimeline.values.names import Names
from llmtimeline.values.quantities import Bound, Known, Quantity

Json = object
Record = dict[str, Json]


def fact_record(fact: Fact, size: str = "") -> Record:
    """The value with its unit and qualifiers, and where it was written. Empty qualifiers are left out."""
    span = fact.span
    record: Record = {"field": fact.field, "value": json_value(fact.value), "unit": _unit(fact.value)}
    record |= _qualifiers(fact.value)
    record |= {"text": fact.text, "certainty": fact.certainty.value, "origin": fact.origin.value}
    optional = {
        "size": size,
        "note": fact.note,
        "since": fact.since.edtf() if fact.since else "",
        "source_url": fact.url,
    }
    record |= {key: value for key, value in optional.items() if value}
    record |= {"path": span.path, "line": span.line, "column": span.column}
    return record


def json_value(value: FactValue) -> Json:
    """An amount in single units, EDTF, text, yes or no, a list of these, or an object; None when undisclosed."""
    match value:
        case Quantity():
            return value.amount
        case PartialDate():
            return value.edtf()
        case License():
            return {"name": value.name, "url": value.url} if value.url else {"name": value.name}
        case Modalities():
            return {"in": list(value.takes), "out": list(value.gives)}
        case Benchmark():
            given = {"name": value.name, "score": value.score, "metric": value.metric, "by": value.by, "url": value.url}
            return {key: text for key, text in given.items() if text}
        case Price():
            price: Record = {"amount": value.amount, "currency": value.currency}
            return price | {key: text for key, text in (("per", value.per), ("direction", value.direction)) if text}
        case tuple():
            return [item.amount if isinstance(item, Quantity) else item for item in value]
        case _:
            return value


def names_record(names: Names, languages: Iterable[str] = ()) -> Record:
    """Texts by language; one that is good for any language counts for each of `languages`."""
    anywhere = names.given("")
    record: Record = dict.fromkeys(languages, anywhere) if anywhere else {}
    return record | names.as_dict()


def size_record(size: Size) -> Record:
    """A size variant."""
    record: Record = {"name": size.name, "claims": [fact_record(fact, size.name) for fact in size.facts]}
    if size.links:
        record["links"] = [link_record(link) for link in size.links]
    return record


def link_record(link: Link) -> Record:
    """An address with its kind."""
    record: Record = {"url": link.url, "kind": link.kind}
    return record | {key: text for key, text in (("label", link.label), ("language", link.language)) if text}


def _unit(value: FactValue) -> str:
    first = value[0] if isinstance(value, tuple) and value else value
    return first.unit if isinstance(first, Quantity) else ""


def _qualifiers(value: FactValue) -> Record:
    if isinstance(value, tuple):
        items = [{"value": item.amount, **_qualifiers(item)} for item in value if isinstance(item, Quantity)]
        return {"items": items} if any(len(item) > 1 for item in items) else {}
    if not isinstance(value, Quantity):
        return {}
    record: Record = {}
    if value.high is not None:
        record["high"] = value.high
    if value.active is not None:
        record["active"] = value.active
    if value.bound is not Bound.EXACT:
        record["bound"] = value.bound.value
    if value.known is not Known.GIVEN:
        record["known"] = value.known.value
    if value.note:
        record["qualifier"] = value.note
    return record
