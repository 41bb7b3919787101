"""Values of a release block that are not facts: names, bases, sizes, links, corrections. The catalog has them too."""

from __future__ import annotations

import re

from llmtimeline.parse.facts.block_fields import KEY_WRITINGS
from llmtimeline.parse.facts.block_links import read_links
from llmtimeline.parse.facts.fact_fields import FACT_FIELDS, field_of
from llmtimeline.parse.facts.field_reading import FieldTask, read_word
from llmtimeline.parse.facts.field_reading import read_date as _read_date
from llmtimeline.parse.facts.field_words import LANGUAGE_WORDS, RELATION_WORDS, by_writing, fold_label
from llmtimeline.parse.facts.fields import parse_fact_field
from llmtimeline.parse.facts.heading_segments import part_of
from llmtimeline.parse.facts.quantities import parse_quantity
from llmtimeline.parse.facts.remarks import split_certainty, take_parenthesis
from llmtimeline.parse.facts.scalar_lists import is_empty, items_of, split_at_slashes, split_scalar
from llmtimeline.values.dates import PartialDate
from llmtimeline.values.diagnostics import Diagnostic
from llmtimeline.values.facts import BaseRef, Certainty, Erratum, Fact, Link, Origin, Placed, Size
from llmtimeline.values.located import Mapping, Node, Scalar
from llmtimeline.values.names import Names

__all__ = [
    "read_bases",
    "read_date",
    "read_errata",
    "read_importance",
    "read_links",
    "read_names",
    "read_sizes",
    "read_texts",
]

_BASE_KEYS = by_writing(
    {"name": ("model", "id", "base", "模型", "名称"), "relation": ("type", "how", "关系", "方式")}.items()
)
_ERRATUM_KEYS = by_writing(
    {
        "date": ("日期", "on"),
        "field": ("字段", "项目", "what"),
        "was": ("原为", "旧值", "原值", "old"),
        "why": ("原因", "说明", "reason", "note"),
    }.items()
)
_CORPORATE = re.compile(r"(?:inc|ltd|llc|corp|co|gmbh|plc|limited|corporation|company)\.?", re.IGNORECASE)
_JOINT = re.compile(r"\s(?:&|\+|/|and|和|与)\s", re.IGNORECASE)
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]+)*", re.IGNORECASE)
_FULL_WIDTH_COLON = re.compile(r"(?P<key>[a-z]{2}|[中英]文)：\s*(?P<text>.+)", re.DOTALL)
_SMALLEST_MODEL = 100_000  # parameters; `Bison 2` is a name, not a number


def read_texts(name: str, value: Node, findings: list[Diagnostic]) -> tuple[Placed, ...]:
    """Each text of a list, or of a line with commas, with its place. May add LT106."""
    task = FieldTask(name, Origin.BLOCK, findings)
    texts: list[Placed] = []
    for item in items_of(value):
        if not isinstance(item, Scalar):
            task.wrong_kind(item, "a text or a list of texts")
        elif item is value:
            texts += _whole_names(split_scalar(item)) if name == "vendors" else map(_placed, split_scalar(item))
        else:
            texts.append(_placed(item))
    return tuple(texts)


def _placed(scalar: Scalar) -> Placed:
    return Placed(scalar.text.strip(), scalar.span)


def _whole_names(pieces: tuple[Scalar, ...]) -> list[Placed]:
    """The vendors of a line: `Midjourney, Inc.` stays one, `Microsoft & NVIDIA` are two."""
    names: list[Placed] = []
    for piece in pieces:
        if names and _CORPORATE.fullmatch(piece.text):
            last = names.pop()
            width = piece.span.column + piece.span.width - last.span.column
            names.append(Placed(f"{last.text}, {piece.text}", last.span.shifted(0, max(1, width))))
        else:
            starts = [0, *(joint.end() for joint in _JOINT.finditer(piece.text))]
            ends = [*(joint.start() for joint in _JOINT.finditer(piece.text)), len(piece.text)]
            parts = (part_of(piece.text, start, end, piece.span) for start, end in zip(starts, ends, strict=True))
            names += (part for part in parts if part.text)
    return names


def read_names(name: str, value: Node, findings: list[Diagnostic], language: str = "") -> Names:
    """`{zh: …, en: …}`, or one text, in `language`, or for any when that is "". May add LT106, LT110, LT111."""
    task = FieldTask(name, Origin.BLOCK, findings)
    if is_empty(value):
        return Names()
    if isinstance(value, Scalar):
        slip = _FULL_WIDTH_COLON.fullmatch(value.text)
        if slip is None:
            return Names(((language.lower().split("-")[0], value.text.strip()),))
        colon = value.span.shifted(slip.end("key") + value.quoted, 1)
        task.tell("LT110", "a full-width colon was read as `: `", colon, f"write `{slip['key']}: …`")
        return Names(((LANGUAGE_WORDS.get(slip["key"], slip["key"]), slip["text"].strip()),))
    if not isinstance(value, Mapping):
        task.wrong_kind(value, "a text, or {zh: …, en: …}", f"write `{name}: {{zh: …, en: …}}`")
        return Names()
    pairs: dict[str, str] = {}
    for entry in value:
        written = entry.key.text.strip()
        code = LANGUAGE_WORDS.get(fold_label(written), written.lower().split("-")[0])
        if not _LANGUAGE.fullmatch(code):
            task.tell("LT111", f"`{written}` is no language", entry.key.span, "write zh or en")
        elif not isinstance(entry.value, Scalar):
            task.wrong_kind(entry.value, "one text for each language")
        elif not is_empty(entry.value):
            pairs[code] = entry.value.text.strip()
    return Names(tuple(pairs.items()))


def read_date(value: Node, findings: list[Diagnostic]) -> PartialDate | None:
    """A date of any precision. May add LT106, LT107."""
    return None if is_empty(value) else _read_date(FieldTask("date", Origin.BLOCK, findings), value)


def read_importance(value: Node, findings: list[Diagnostic]) -> int | None:
    """1, 2 or 3. May add LT106, LT108."""
    if is_empty(value):
        return None
    found = read_word(FieldTask("importance", Origin.BLOCK, findings), value, {"1": "1", "2": "2", "3": "3"})
    return int(found) if found else None


def read_bases(value: Node, origin: Origin, findings: list[Diagnostic]) -> tuple[BaseRef, ...]:
    """Parents, each `name (relation)` or `{name, relation}`, in a list or in one line.

    May add LT106, LT108, LT111, LT118.
    """
    task = FieldTask("base", origin, findings)
    bases: list[BaseRef] = []
    for item in items_of(value):
        if isinstance(item, Scalar):
            bases += (_base(piece, task) for piece in (split_scalar(item) if item is value else (item,)))
        elif isinstance(item, Mapping):
            parts = task.parts(item, _BASE_KEYS, "a base")
            name = task.text(parts, "name")
            relation = read_word(task, parts["relation"], RELATION_WORDS, "relation") if "relation" in parts else ""
            if name:
                bases.append(BaseRef(name, relation, parts["name"].span, origin))
            else:
                task.tell("LT118", "`name` is missing", item.span, "write `{name: llama-2, relation: finetune}`")
        else:
            task.wrong_kind(item, "names of models", "write `llama-2 (finetune)`")
    return tuple(bases)


def _base(scalar: Scalar, task: FieldTask) -> BaseRef:
    text = scalar.text.strip()
    found = take_parenthesis(text)
    if found is None:
        return BaseRef(text, "", scalar.span, task.origin)
    name, inside = found
    at = scalar.span.shifted(text.rfind(inside) + scalar.quoted, max(1, len(inside))) if inside else scalar.span
    written = Scalar(inside, at)
    return BaseRef(name, read_word(task, written, RELATION_WORDS, "base") if inside else "", scalar.span, task.origin)


def read_sizes(value: Node, origin: Origin, language: str, findings: list[Diagnostic]) -> tuple[Size, ...]:
    """Checkpoints of one release: `7B, 13B`, or mappings with a name, links and any fact.

    May add LT118 and what links and facts add.
    """
    task = FieldTask("sizes", origin, findings)
    sizes: list[Size] = []
    for item in items_of(value):
        if isinstance(item, Scalar):
            pieces = _size_names(item) if item is value else (item,)
            sizes += (_named_size(piece, origin) for piece in pieces)
        elif isinstance(item, Mapping):
            sizes += _described_size(item, task, language)
        else:
            task.wrong_kind(item, "names, or mappings with a name", "write `sizes: [7B, 13B]`")
    return tuple(sizes)


def _size_names(scalar: Scalar) -> tuple[Scalar, ...]:
    pieces = split_scalar(scalar)
    return split_at_slashes(pieces[0]) if len(pieces) == 1 else pieces


def _named_size(name: Scalar, origin: Origin) -> Size:
    """A bare `13B` says how many parameters it has; a bare `Gecko` does not."""
    text, certainty = split_certainty(name.text)
    quantity = parse_quantity(text, "parameters")
    if quantity is None or quantity.unit != "parameters" or (quantity.amount or 0) < _SMALLEST_MODEL:
        return Size(name.text.strip())
    return Size(text, (Fact("params", quantity, text, name.span, origin, certainty or Certainty.STATED),))


def _described_size(item: Mapping, task: FieldTask, language: str) -> list[Size]:
    name: Scalar | None = None
    facts: list[Fact] = []
    links: tuple[Link, ...] = ()
    for entry in item:
        key = fold_label(entry.key.text)
        if key in ("name", "名称"):
            name = entry.value if isinstance(entry.value, Scalar) and not is_empty(entry.value) else None
        elif key in ("links", "link", "链接"):
            links = read_links(entry.value, task.findings)
        elif field_of(entry.key.text) is not None:
            checked = parse_fact_field(entry.key, entry.value, origin=task.origin, language=language)
            facts += checked.value
            task.findings.extend(checked.diagnostics)
        else:
            task.unknown_key(entry.key, "a size", _SIZE_KEYS)
    if name is None:
        task.tell("LT118", "`name` is missing", item.span, "write `{name: 7B, …}`")
        return []
    size = _named_size(name, task.origin)
    own = () if any(fact.field == "params" for fact in facts) else size.facts
    return [Size(size.name, (*own, *facts), links)]


_SIZE_KEYS = {
    "name": "name",
    "名称": "name",
    "links": "links",
    "链接": "links",
    **{fold_label(text): row.name for row in FACT_FIELDS for text in (row.name, *row.labels)},
}


def read_errata(value: Node, findings: list[Diagnostic], language: str = "") -> tuple[Erratum, ...]:
    """Corrections `{date, field, was, why}`; a reason without a language is in the post's.

    May add LT106, LT107, LT108, LT111.
    """
    task = FieldTask("errata", Origin.BLOCK, findings)
    errata: list[Erratum] = []
    for item in items_of(value):
        if not isinstance(item, Mapping):
            task.wrong_kind(item, "mappings", "write `{date: 2023-10-01, field: params, was: 170B, why: …}`")
            continue
        parts = task.parts(item, _ERRATUM_KEYS, "a correction")
        date = _read_date(task, parts["date"]) if "date" in parts else None
        field = read_word(task, parts["field"], KEY_WRITINGS, "field") if "field" in parts else ""
        why = read_names("errata.why", parts["why"], findings, language) if "why" in parts else Names()
        errata.append(Erratum(date, field, task.text(parts, "was"), why, item.span))
    return tuple(errata)
