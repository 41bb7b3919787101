"""Values of a release block that are not facts: names, bases, sizes, links, corrections."""

from __future__ import annotations

import re
from collections.abc import Mapping as Lookup

from llmtimeline.parse.block_fields import RELATION_WORDS
from llmtimeline.parse.dates import ImpossibleDate, parse_partial_date
from llmtimeline.parse.fact_fields import CERTAINTY_WORDS, field_of
from llmtimeline.parse.fields import parse_fact_field, split_remarks
from llmtimeline.parse.links import is_safe, link_kind
from llmtimeline.parse.plain import kind_name
from llmtimeline.parse.quantities import parse_quantity
from llmtimeline.parse.typed import nearest_word
from llmtimeline.values.dates import PartialDate
from llmtimeline.values.diagnostics import Diagnostic, diagnose
from llmtimeline.values.facts import BaseRef, Certainty, Erratum, Fact, Link, Origin, Placed, Size
from llmtimeline.values.located import Entry, Mapping, Node, Scalar, Sequence
from llmtimeline.values.names import Names
from llmtimeline.values.places import Span

_COMMAS = re.compile(r"[,，、]")
_RELATION = re.compile(r"^(?P<name>.*?)\s*[(（](?P<relation>[^()（）]*)[)）]\s*$", re.DOTALL)


def read_texts(name: str, value: Node, findings: list[Diagnostic]) -> tuple[Placed, ...]:
    """Each text of a list, or of a line with commas, with its place. May add LT106."""
    if isinstance(value, Scalar):
        return _split(value)
    if isinstance(value, Sequence):
        texts: list[Placed] = []
        for item in value.items:
            if isinstance(item, Scalar) and item.text.strip():
                texts.append(Placed(item.text.strip(), item.span))
            elif not isinstance(item, Scalar):
                findings.append(_wrong(name, item, "a list of texts"))
        return tuple(texts)
    findings.append(_wrong(name, value, "a text or a list of texts"))
    return ()


def _split(value: Scalar) -> tuple[Placed, ...]:
    texts: list[Placed] = []
    start = 0
    offset = 1 if value.quoted else 0
    for piece in _COMMAS.split(value.text):
        text = piece.strip()
        if text:
            at = start + len(piece) - len(piece.lstrip()) + offset
            texts.append(Placed(text, value.span.shifted(at, len(text))))
        start += len(piece) + 1
    return tuple(texts)


def read_names(name: str, value: Node, findings: list[Diagnostic]) -> Names:
    """`{zh: …, en: …}`, or one text for any language. May add LT106."""
    if isinstance(value, Scalar):
        return Names((("", value.text.strip()),)) if value.text.strip() else Names()
    if not isinstance(value, Mapping):
        findings.append(_wrong(name, value, "a text, or {zh: …, en: …}"))
        return Names()
    pairs: list[tuple[str, str]] = []
    for entry in value:
        if isinstance(entry.value, Scalar):
            pairs.append((entry.key.text.strip().lower().split("-")[0], entry.value.text.strip()))
        else:
            findings.append(_wrong(name, entry.value, "a text for each language"))
    return Names(tuple(pairs))


def read_date(value: Node, findings: list[Diagnostic]) -> PartialDate | None:
    """A date of any precision. May add LT106, LT107."""
    if not isinstance(value, Scalar):
        findings.append(_wrong("date", value, "a date"))
        return None
    try:
        date = parse_partial_date(value.text)
        why = "write 2023, 2023-05 or 2023-05-11"
    except ImpossibleDate as impossible:
        date, why = None, str(impossible)
    if date is None:
        findings.append(diagnose("LT107", f"`{value.text}` is no date", value.span, hint=why))
    return date


def read_word(name: str, value: Node | Placed, words: Lookup[str, str], findings: list[Diagnostic]) -> str:
    """The canonical form of one of a few words; "" after adding LT106 or LT108."""
    if not isinstance(value, Scalar | Placed):
        findings.append(_wrong(name, value, "one word"))
        return ""
    text = value.text.strip().casefold()
    if text in words:
        return words[text]
    known = tuple(dict.fromkeys(words.values()))
    near = nearest_word(text, tuple(words))
    hint = f"did you mean `{near}`?" if near else "write " + ", ".join(known)
    findings.append(diagnose("LT108", f"`{name}` cannot be `{value.text}`", value.span, hint=hint))
    return ""


def read_certainty(value: Node, findings: list[Diagnostic]) -> Certainty:
    """How sure the whole block is. May add LT106, LT108."""
    words = {word: str(certainty) for word, certainty in CERTAINTY_WORDS.items()}
    found = read_word("certainty", value, words, findings)
    return Certainty(found) if found else Certainty.STATED


def read_importance(value: Node, findings: list[Diagnostic]) -> int | None:
    """1, 2 or 3. May add LT106, LT108."""
    found = read_word("importance", value, {"1": "1", "2": "2", "3": "3"}, findings)
    return int(found) if found else None


def read_bases(value: Node, origin: Origin, findings: list[Diagnostic]) -> tuple[BaseRef, ...]:
    """Parents, each `name (relation)`. May add LT106, LT108."""
    items = value.items if isinstance(value, Sequence) else (value,)
    bases: list[BaseRef] = []
    for item in items:
        if not isinstance(item, Scalar):
            findings.append(_wrong("base", item, "texts such as `llama-2 (finetune)`"))
            continue
        found = _RELATION.match(item.text.strip())
        if found is None or not found["name"]:
            if item.text.strip():
                bases.append(BaseRef(item.text.strip(), "", item.span, origin))
            continue
        written = Placed(found["relation"].strip(), item.span)
        relation = read_word("base", written, RELATION_WORDS, findings)
        bases.append(BaseRef(found["name"], relation, item.span, origin))
    return tuple(bases)


def read_sizes(value: Node, origin: Origin, language: str, findings: list[Diagnostic]) -> tuple[Size, ...]:
    """Checkpoints of one release: names (`7B`), or mappings with a name and any fact. May add what facts add, LT111."""
    if isinstance(value, Scalar):
        return tuple(_named_size(text, origin) for text in _split(value))
    if not isinstance(value, Sequence):
        findings.append(_wrong("sizes", value, "a list such as [7B, 13B]"))
        return ()
    sizes: list[Size] = []
    for item in value.items:
        if isinstance(item, Scalar):
            if item.text.strip():
                sizes.append(_named_size(Placed(item.text.strip(), item.span), origin))
        elif isinstance(item, Mapping) and isinstance(item.get("name"), Scalar):
            sizes.append(_described_size(item, origin, language, findings))
        else:
            findings.append(_wrong("sizes", item, "a name, or a mapping with a name"))
    return tuple(sizes)


def _named_size(name: Placed, origin: Origin) -> Size:
    """A bare `13B` says how many parameters it has; a bare `Gecko` does not."""
    text, certainty, _ = split_remarks(name.text)
    quantity = parse_quantity(text, "parameters")
    if quantity is None or quantity.amount is None or quantity.amount < 10**5:
        return Size(name.text)
    return Size(text, (Fact("params", quantity, name.text, name.span, origin, certainty),))


def _described_size(item: Mapping, origin: Origin, language: str, findings: list[Diagnostic]) -> Size:
    name = item.get("name")
    assert isinstance(name, Scalar)
    facts: list[Fact] = []
    links: tuple[Link, ...] = ()
    for entry in item:
        key = entry.key.text.lower()
        if key == "links":
            links = read_links(entry.value, findings)
        elif field_of(key) is not None:
            checked = parse_fact_field(entry.key, entry.value, origin=origin, language=language)
            facts += checked.value
            findings += checked.diagnostics
        elif key != "name":
            findings.append(_unknown(entry))
    if not any(fact.field == "params" for fact in facts):
        facts += _named_size(Placed(name.text.strip(), name.span), origin).facts
    return Size(name.text.strip(), tuple(facts), links)


def _unknown(entry: Entry) -> Diagnostic:
    hint = "a size takes name, links and facts such as params, license, context"
    return diagnose("LT111", f"a size has no `{entry.key.text}`", entry.key.span, hint=hint)


def read_links(value: Node, findings: list[Diagnostic]) -> tuple[Link, ...]:
    """Addresses, or mappings `{url, kind, label}`. May add LT106, LT113."""
    items = value.items if isinstance(value, Sequence) else (value,)
    links: list[Link] = []
    for item in items:
        if isinstance(item, Scalar):
            url, kind, label = item.text.strip(), "", ""
        elif isinstance(item, Mapping) and isinstance(item.get("url"), Scalar):
            url, kind, label = (_text(item, key) for key in ("url", "kind", "label"))
        else:
            findings.append(_wrong("links", item, "addresses, or {url: …, kind: …}"))
            continue
        if not is_safe(url):
            hint = "write an address that starts with https:// or http://"
            findings.append(diagnose("LT113", f"address `{url}` is not allowed", item.span, hint=hint))
        elif url:
            links.append(Link(url, kind or link_kind(url), label, item.span))
    return tuple(links)


def read_errata(value: Node, findings: list[Diagnostic]) -> tuple[Erratum, ...]:
    """Corrections `{date, field, was, why}`. May add LT106, LT107."""
    items = value.items if isinstance(value, Sequence) else (value,)
    errata: list[Erratum] = []
    for item in items:
        if not isinstance(item, Mapping):
            findings.append(_wrong("errata", item, "mappings {date, field, was, why}"))
            continue
        date = item.get("date")
        known = None if date is None else read_date(date, findings)
        errata.append(Erratum(known, _text(item, "field"), _text(item, "was"), _text(item, "why"), item.span))
    return tuple(errata)


def _text(item: Mapping, key: str) -> str:
    node = item.get(key)
    return node.text.strip() if isinstance(node, Scalar) else ""


def _wrong(name: str, value: Node, wanted: str) -> Diagnostic:
    span: Span = value.span
    return diagnose("LT106", f"`{name}` takes {wanted}, not {kind_name(value)}", span, hint=f"write {wanted}")
