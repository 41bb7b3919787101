"""One field of a release block or catalog entry, from its notation to facts with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from llmtimeline.parse.dates import ImpossibleDate, parse_partial_date
from llmtimeline.parse.fact_fields import CERTAINTY_WORDS, FactField, Takes, field_of
from llmtimeline.parse.fact_lists import read_benchmarks, read_prices
from llmtimeline.parse.links import is_safe
from llmtimeline.parse.plain import kind_name
from llmtimeline.parse.quantities import parse_quantity
from llmtimeline.parse.typed import nearest_word
from llmtimeline.values.dates import PartialDate
from llmtimeline.values.diagnostics import Checked, Diagnostic, diagnose
from llmtimeline.values.facts import Certainty, Fact, FactValue, License, Modalities, Origin
from llmtimeline.values.located import Mapping, Node, Scalar, Sequence
from llmtimeline.values.places import Span
from llmtimeline.values.quantities import Known, Quantity

_PARENTHESIS = re.compile(r"\s*[(（]([^()（）]*)[)）]\s*$")
_COMMAS = re.compile(r"\s*[,，、]\s*")
_ARROW = re.compile(r"\s*(?:->|→|=>)\s*")
_LANGUAGE = re.compile(r"[a-zA-Z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


@dataclass(slots=True)
class _Said:
    """What a mapping form says about a value besides the value."""

    certainty: Certainty = Certainty.STATED
    note: str = ""
    since: PartialDate | None = None
    url: str = ""
    findings: list[Diagnostic] = field(default_factory=list)


def parse_fact_field(key: Scalar, value: Node, *, origin: Origin, language: str) -> Checked[tuple[Fact, ...]]:
    """The facts that one key states; () for a key that is no fact's, which the caller tells.

    A value may end in its certainty, `1.8T (rumoured)`, or be a mapping `{value, certainty, note, url, from}`. Of a
    list of quantities those that are plainly stated are one fact, each of the others is its own. May add LT106, LT107,
    LT108, LT113, LT114. `language` is the post's; labels of both languages are understood in either.
    """
    row = field_of(key.text)
    if row is None:
        return Checked(())
    said = _Said()
    inner = _open_mapping(row, value, said)
    facts = tuple(_facts(row, inner, said)) if inner is not None else ()
    made = tuple(
        replace(
            fact,
            origin=origin,
            note=fact.note or said.note,
            since=fact.since or said.since,
            url=fact.url or said.url,
            certainty=said.certainty if fact.certainty is Certainty.STATED else fact.certainty,
        )
        for fact in facts
    )
    return Checked(made, tuple(said.findings))


def _open_mapping(row: FactField, value: Node, said: _Said) -> Node | None:
    """The value inside `{value: …, certainty: …}`, whose other keys go to `said`; the value itself in other forms."""
    if not isinstance(value, Mapping):
        return value
    said.certainty = _certainty(value.get("certainty"), said)
    said.note = _text(value.get("note"))
    said.url = _address(value.get("url"), said) if row.takes is not Takes.LICENSE else ""
    since = value.get("from")
    if isinstance(since, Scalar):
        said.since = _date(since, said)
    inner = value.get("value")
    if inner is not None or row.takes in (Takes.LICENSE, Takes.MODALITIES, Takes.PRICES, Takes.BENCHMARKS):
        return inner if inner is not None else value
    said.findings.append(_wrong(row, value, "write the value, or `{value: …, certainty: …}`"))
    return None


def _facts(row: FactField, value: Node, said: _Said) -> Iterator[Fact]:
    if isinstance(value, Scalar) and not value.text.strip():
        return
    match row.takes:
        case Takes.QUANTITIES:
            yield from _quantities(row, value, said)
        case Takes.LANGUAGES:
            yield from _languages(row, value, said)
        case Takes.BENCHMARKS:
            yield from read_benchmarks(row.name, value, said.findings)
        case Takes.PRICES:
            yield from read_prices(row.name, value, said.findings)
        case Takes.LICENSE:
            yield from _license(row, value, said)
        case Takes.MODALITIES:
            yield from _modalities(row, value, said)
        case _:
            yield from _scalar(row, value, said)


def _scalar(row: FactField, value: Node, said: _Said) -> Iterator[Fact]:
    """A word, a date or a text."""
    if not isinstance(value, Scalar):
        said.findings.append(_wrong(row, value, f"`{row.name}` takes {row.takes.value}"))
        return
    text, certainty, note = split_remarks(value.text)
    found: FactValue | None = text
    if row.takes is Takes.WORD:
        found = _word(row, text, value, said)
    elif row.takes is Takes.DATE:
        found = _date(replace(value, text=text), said)
    if found is not None:
        yield _fact(row, found, value.text, value.span, certainty, note)


def _word(row: FactField, text: str, value: Scalar, said: _Said) -> str | None:
    lowered = text.casefold()
    for word, writings in row.words:
        if lowered == word or lowered in writings:
            return word
    words = tuple(word for word, _ in row.words)
    near = nearest_word(lowered, words)
    hint = f"did you mean `{near}`?" if near else "write " + ", ".join(words[:-1]) + f" or {words[-1]}"
    said.findings.append(diagnose("LT108", f"`{row.name}` cannot be `{text}`", value.span, hint=hint))
    return None


def _quantities(row: FactField, value: Node, said: _Said) -> Iterator[Fact]:
    items = value.items if isinstance(value, Sequence) else (value,)
    stated: list[Quantity] = []
    others: list[Fact] = []
    for item in items:
        if not isinstance(item, Scalar):
            said.findings.append(_wrong(row, item, "write a quantity such as 180B or 130亿"))
            continue
        text, certainty, _ = split_remarks(item.text, keep_notes=True)
        quantity = parse_quantity(text, row.unit)
        if quantity is None and row.free:
            others.append(_fact(row, text, item.text, item.span, certainty, ""))
        elif quantity is None:
            hint = "write it as in 180B, 130亿, 3.5T tokens, >4.6M USD, 未公开"
            said.findings.append(diagnose("LT114", f"cannot read the quantity `{item.text}`", item.span, hint=hint))
        elif certainty is Certainty.STATED and quantity.known is Known.GIVEN:
            stated.append(replace(quantity, text=text))
        else:
            others.append(_fact(row, replace(quantity, text=text), item.text, item.span, certainty, ""))
    if stated:
        yield _stated(row, value, items, stated)
    yield from others


def _stated(row: FactField, value: Node, items: tuple[Node, ...], stated: list[Quantity]) -> Fact:
    shown = value.text if isinstance(value, Scalar) else ", ".join(quantity.text for quantity in stated)
    span = value.span if isinstance(value, Scalar) or not items else items[0].span
    return _fact(row, stated[0] if len(stated) == 1 else tuple(stated), shown, span, Certainty.STATED, "")


def _languages(row: FactField, value: Node, said: _Said) -> Iterator[Fact]:
    """`[zh, en]`, `zh, en`, or how many: `46`, `>100`."""
    if isinstance(value, Scalar):
        text, certainty, note = split_remarks(value.text)
        quantity = parse_quantity(text, row.unit)
        if quantity is not None:
            yield _fact(row, quantity, value.text, value.span, certainty, note)
            return
        codes, span = tuple(_COMMAS.split(text)), value.span
    elif isinstance(value, Sequence) and all(isinstance(item, Scalar) for item in value.items):
        codes, span = tuple(item.text.strip() for item in value.items if isinstance(item, Scalar)), value.span
        certainty, note = Certainty.STATED, ""
    else:
        said.findings.append(_wrong(row, value, "write a list of language codes, or how many"))
        return
    wrong = [code for code in codes if not _LANGUAGE.fullmatch(code)]
    if wrong:
        hint = "write codes such as zh, en, fr (BCP 47), or how many"
        said.findings.append(diagnose("LT108", f"`{wrong[0]}` is no language code", span, hint=hint))
        return
    yield _fact(row, codes, ", ".join(codes), span, certainty, note)


def _license(row: FactField, value: Node, said: _Said) -> Iterator[Fact]:
    if isinstance(value, Scalar):
        text, certainty, note = split_remarks(value.text, keep_notes=True)
        yield _fact(row, License(text), value.text, value.span, certainty, note)
        return
    if not isinstance(value, Mapping) or not _text(value.get("name")):
        said.findings.append(_wrong(row, value, "write an SPDX id, or {name: …, url: …}"))
        return
    name = _text(value.get("name"))
    yield _fact(row, License(name, _address(value.get("url"), said)), name, value.span, Certainty.STATED, "")


def _modalities(row: FactField, value: Node, said: _Said) -> Iterator[Fact]:
    if isinstance(value, Mapping):
        takes, gives = (_texts(value.get(side)) for side in ("in", "out"))
        text = ", ".join(takes) + (" -> " + ", ".join(gives) if gives else "")
        yield _fact(row, Modalities(takes, gives), text, value.span, Certainty.STATED, "")
    elif isinstance(value, Sequence):
        takes = _texts(value)
        yield _fact(row, Modalities(takes), ", ".join(takes), value.span, Certainty.STATED, "")
    else:
        text, certainty, note = split_remarks(value.text)
        left, *right = _ARROW.split(text, maxsplit=1)
        sides = [tuple(word for word in _COMMAS.split(side.strip().lower()) if word) for side in (left, *right)]
        made = Modalities(sides[0], sides[1] if len(sides) > 1 else ())
        yield _fact(row, made, value.text, value.span, certainty, note)


def split_remarks(text: str, *, keep_notes: bool = False) -> tuple[str, Certainty, str]:
    """`1.8T (rumoured)` -> the value, its certainty, and a note from a parenthesis that is none.

    With `keep_notes` only a certainty is taken off, so that `106B (active 12B)` stays whole.
    """
    found = _PARENTHESIS.search(text)
    if found is None or found.start() == 0:
        return text.strip(), Certainty.STATED, ""
    inside = found[1].strip()
    certainty = CERTAINTY_WORDS.get(inside.casefold())
    if certainty is not None:
        return text[: found.start()].strip(), certainty, ""
    if keep_notes:
        return text.strip(), Certainty.STATED, ""
    return text[: found.start()].strip(), Certainty.STATED, inside


def _certainty(node: Node | None, said: _Said) -> Certainty:
    if not isinstance(node, Scalar):
        return Certainty.STATED
    certainty = CERTAINTY_WORDS.get(node.text.strip().casefold())
    if certainty is None:
        hint = "write " + ", ".join(Certainty)
        said.findings.append(diagnose("LT108", f"`{node.text}` is no certainty", node.span, hint=hint))
        return Certainty.STATED
    return certainty


def _date(value: Scalar, said: _Said) -> PartialDate | None:
    try:
        date = parse_partial_date(value.text)
        why = "write 2023, 2023-05 or 2023-05-11"
    except ImpossibleDate as impossible:
        date, why = None, str(impossible)
    if date is None:
        said.findings.append(diagnose("LT107", f"`{value.text}` is no date", value.span, hint=why))
    return date


def _address(node: Node | None, said: _Said) -> str:
    text = _text(node)
    if text and node is not None and not is_safe(text):
        hint = "write an address that starts with https:// or http://"
        said.findings.append(diagnose("LT113", f"address `{text}` is not allowed", node.span, hint=hint))
        return ""
    return text


def _text(node: Node | None) -> str:
    return node.text.strip() if isinstance(node, Scalar) else ""


def _texts(node: Node | None) -> tuple[str, ...]:
    if isinstance(node, Sequence):
        return tuple(item.text.strip().lower() for item in node.items if isinstance(item, Scalar))
    return tuple(word for word in _COMMAS.split(_text(node).lower()) if word)


def _wrong(row: FactField, value: Node, hint: str) -> Diagnostic:
    return diagnose("LT106", f"`{row.name}` takes {row.takes.value}, not {kind_name(value)}", value.span, hint=hint)


def _fact(  # noqa: PLR0917 - a fact has this many parts
    row: FactField, value: FactValue, text: str, span: Span, certainty: Certainty, note: str
) -> Fact:
    return Fact(row.name, value, text, span, Origin.BLOCK, certainty, note)
