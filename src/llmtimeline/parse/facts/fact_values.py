"""Readers of a fact's value: quantities, words, dates, languages, modalities, licences."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from collections.abc import Sequence as Several
from dataclasses import replace

from llmtimeline.parse.facts.fact_fields import FACT_FIELDS, FactField
from llmtimeline.parse.facts.field_reading import FieldTask, Remarks, keys_of, read_date, read_word
from llmtimeline.parse.facts.field_words import (
    LANGUAGE_WORDS,
    LICENSE_WORDS,
    MODALITY_WORDS,
    Words,
    by_writing,
    fold_label,
)
from llmtimeline.parse.facts.quantities import parse_quantity
from llmtimeline.parse.facts.remarks import split_certainty, split_remarks
from llmtimeline.parse.facts.scalar_lists import cover, items_of, split_at_slashes, split_scalar
from llmtimeline.parse.links import is_external, is_safe
from llmtimeline.parse.notation.plain import kind_name, shown
from llmtimeline.values.facts import Certainty, Fact, License, Modalities
from llmtimeline.values.located import Mapping, Node, Scalar, Sequence
from llmtimeline.values.quantities import Known, Quantity

LICENSE_KEYS = keys_of({"name": ("名称",)})
MODALITY_KEYS = keys_of({"in": ("input", "输入", "takes"), "out": ("output", "输出", "gives")})

_WORDS = {row.name: by_writing(row.words) for row in FACT_FIELDS if row.words}
_NO_CLAIM = frozenset({"unknown", "未知", "不明", "不详", "?", "？", "tbd"})
_SEVERAL_EXPERTS = re.compile(r"\d{1,4}\s?[x×]\s?\d{1,4}(?:\.\d{1,4})?\s?[BM]", re.IGNORECASE)
_CLAUSE = re.compile(r"\s*[,，;；。:：]\s*")
_ARROW = re.compile(r"\s*(?:->|→|=>|⇒|➜)\s*")
_LANGUAGE = re.compile(r"(?P<primary>[A-Za-z]{2,3})(?P<rest>(?:-[A-Za-z0-9]{2,8})*)")
_MARKDOWN_LINK = re.compile(r"\[(?P<label>[^\[\]]*)\]\(<?(?P<url>[^()<>\s]*)>?\)")
_LONGEST_WORD = 30
_LONGEST_LINE = 1000  # characters that several quantities may take

_Split = Callable[[Scalar], tuple[Scalar, ...]]


def read_quantity(row: FactField, node: Node, task: FieldTask) -> Iterator[Fact]:
    """A quantity, or several in one line. May add LT106, LT114."""
    if not isinstance(node, Scalar):
        task.wrong_kind(node, row.takes.value, f"write {row.example}")
        return
    splits: tuple[_Split, ...] = (lambda scalar: (scalar,), split_scalar, split_at_slashes)
    several = (split(node) for split in splits if len(node.text) <= _LONGEST_LINE)
    for scalars in several:
        read = [_quantity(row, scalar) for scalar in scalars]
        if all(found is not None for found in read):
            yield from (_stated(row, *found, task) for found in read if found is not None and found[1] is not None)
            return
    if row.free:
        text, certainty, note = split_remarks(node.text)
        yield task.fact(text, node.text.strip(), node.span, Remarks(certainty, note))
        return
    task.tell("LT114", f"cannot read the quantity `{shown(node.text)}`", node.span, _quantity_hint(row, node.text))


_Found = tuple[Scalar, Quantity | None, Certainty | None]  # the quantity is None where nothing is claimed


def _quantity(row: FactField, scalar: Scalar) -> _Found | None:
    text, certainty = split_certainty(scalar.text)
    if text.lower() in _NO_CLAIM:
        return scalar, None, certainty
    quantity = parse_quantity(text, row.unit)
    if quantity is None or (quantity.known is Known.GIVEN and row.units and quantity.unit not in row.units):
        return None
    return scalar, replace(quantity, text=scalar.text.strip()), certainty


def _stated(
    row: FactField, scalar: Scalar, quantity: Quantity | None, certainty: Certainty | None, task: FieldTask
) -> Fact:
    assert quantity is not None
    return task.fact(quantity, scalar.text.strip(), scalar.span, Remarks(certainty))


def _quantity_hint(row: FactField, text: str) -> str:
    if len(text) > _LONGEST_LINE:
        return f"write {row.example}"
    if _SEVERAL_EXPERTS.search(text):
        return "write all parameters and those in use: 47B (active 13B)"
    found = parse_quantity(split_certainty(text)[0])
    if found is not None and row.units:
        if not found.unit:
            return f"name what is counted: {row.example}"
        return f"`{row.name}` is given in {' or '.join(row.units)}, not in {found.unit}"
    return f"write {row.example}"


def unite_quantities(facts: Several[Fact], task: FieldTask) -> tuple[Fact, ...]:
    """The facts, in which quantities of one unit without own remarks are one: `[8k, 32k]` are both true of a model."""
    plain: dict[str, list[tuple[Fact, Quantity]]] = {}
    for fact in facts:
        if isinstance(fact.value, Quantity) and _is_plain(fact, fact.value, task):
            plain.setdefault(fact.value.unit, []).append((fact, fact.value))
    united = {id(fact): several for several in plain.values() if len(several) > 1 for fact, _ in several}
    made: list[Fact] = []
    for fact in facts:
        several = united.get(id(fact))
        if several is None:
            made.append(fact)
        elif several[0][0] is fact:
            text, span = ", ".join(one.text for one, _ in several), cover([one.span for one, _ in several])
            made.append(replace(fact, value=tuple(value for _, value in several), text=text, span=span))
    return tuple(made)


def _is_plain(fact: Fact, value: Quantity, task: FieldTask) -> bool:
    around = task.remarks
    own = (fact.certainty, fact.note, fact.since, fact.url)
    return value.known is Known.GIVEN and own == (
        around.certainty or Certainty.STATED,
        around.note,
        around.since,
        around.url,
    )


def read_choice(row: FactField, node: Node, task: FieldTask) -> Iterator[Fact]:
    """A word of the field's list, maybe with a remark: `有限制（不含托管）`, `允许，需登记`. May add LT106, LT108."""
    if not isinstance(node, Scalar):
        task.wrong_kind(node, "one word", f"it takes {_in_both_languages(row.words)}")
        return
    words = _WORDS[row.name]
    text, certainty, note = split_remarks(node.text)
    text = text.rstrip("。. ") or text
    word = words.get(fold_label(text), "")
    if not word:
        start, *rest = _CLAUSE.split(text, maxsplit=1)
        if rest and fold_label(start) in words:
            word, note = words[fold_label(start)], "; ".join(part for part in (rest[0].rstrip("。"), note) if part)
        else:
            word = read_word(task, replace(node, text=text), words, known=_in_both_languages(row.words))
    if word:
        yield task.fact(word, node.text.strip(), node.span, Remarks(certainty, note))


def _in_both_languages(words: Words) -> str:
    """`open (开放), gated (需申请) …`."""
    pairs = ((word, next((text for text in others if not text.isascii()), "")) for word, others in words)
    return ", ".join(f"{word} ({other})" if other else word for word, other in pairs)


def read_cutoff(row: FactField, node: Node, task: FieldTask) -> Iterator[Fact]:
    """A date. May add LT106, LT107."""
    certainty, note = None, ""
    if isinstance(node, Scalar):
        text, certainty, note = split_remarks(node.text)
        if text.lower() in _NO_CLAIM:
            return
        node = replace(node, text=text)
    date = read_date(task, node)
    if date is not None:
        yield task.fact(date, node.text if isinstance(node, Scalar) else "", node.span, Remarks(certainty, note))


def read_languages(row: FactField, node: Node, task: FieldTask) -> Iterator[Fact]:
    """`[zh, en]`, `中文、英文`, or how many: `46`, `>100`. May add LT106, LT108."""
    if isinstance(node, Mapping):
        task.wrong_kind(node, row.takes.value, f"write {row.example}")
        return
    remarks = Remarks()
    if isinstance(node, Scalar):
        counted = _quantity(row, node)
        if counted is not None:
            if counted[1] is not None:
                yield _stated(row, *counted, task)
            return
        text, certainty, note = split_remarks(node.text)
        remarks = Remarks(certainty, note)
        items: tuple[Node, ...] = split_scalar(replace(node, text=text))
    else:
        items = items_of(node)
    codes = []
    for item in items:
        code = _language_code(item.text) if isinstance(item, Scalar) else ""
        if code:
            codes.append(code)
        else:
            what = f"`{shown(item.text)}`" if isinstance(item, Scalar) else kind_name(item)
            task.tell("LT108", f"{what} is no language", item.span, "write codes such as zh, en, fr, or how many")
    if codes:
        text = node.text.strip() if isinstance(node, Scalar) else ", ".join(codes)
        yield task.fact(tuple(dict.fromkeys(codes)), text, node.span, remarks)


def _language_code(text: str) -> str:
    """BCP 47 with its usual capitals, or "" for what is none."""
    known = LANGUAGE_WORDS.get(fold_label(text))
    found = _LANGUAGE.fullmatch(text.strip())
    if known or found is None:
        return known or ""
    subtags = [found["primary"].lower()]
    for subtag in found["rest"].split("-")[1:]:
        subtags.append({2: subtag.upper(), 4: subtag.title()}.get(len(subtag), subtag.lower()))
    return "-".join(subtags)


def read_modalities(row: FactField, node: Node, task: FieldTask) -> Iterator[Fact]:
    """`text, image -> text`, `[text, image]` or `{in: …, out: …}`. May add LT106, LT111."""
    remarks, text = Remarks(), ""
    sides: list[tuple[Node, ...]]
    if isinstance(node, Mapping):
        parts = task.parts(node, MODALITY_KEYS, "`modalities`")
        task = task.within(parts)
        sides = [_sides_items(parts.get(side)) for side in ("in", "out")]
    elif isinstance(node, Sequence):
        sides = [items_of(node)]
    else:
        line, certainty, note = split_remarks(node.text)
        remarks, text = Remarks(certainty, note), node.text.strip()
        sides = [split_scalar(replace(node, text=side)) for side in _ARROW.split(line, maxsplit=1)]
    takes, gives = ([_modality(item, task) for item in side] for side in (*sides, ())[:2])
    value = Modalities(*(tuple(dict.fromkeys(word for word in words if word)) for words in (takes, gives)))
    if value.takes or value.gives:
        yield task.fact(value, text or _modalities_text(value), node.span, remarks)


def _sides_items(node: Node | None) -> tuple[Node, ...]:
    if node is None:
        return ()
    return split_scalar(node) if isinstance(node, Scalar) else items_of(node)


def _modality(item: Node, task: FieldTask) -> str:
    if isinstance(item, Scalar) and len(item.text) <= _LONGEST_WORD:
        return MODALITY_WORDS.get(fold_label(item.text), item.text.strip().lower())
    task.wrong_kind(item, "words such as text, image, audio", "write `text, image -> text`")
    return ""


def _modalities_text(value: Modalities) -> str:
    return ", ".join(value.takes) + (" -> " + ", ".join(value.gives) if value.gives else "")


def read_license(row: FactField, node: Node, task: FieldTask) -> Iterator[Fact]:
    """An SPDX id, a name, an address, a link, or `{name, url}`. May add LT106, LT111, LT113, LT118."""
    remarks = Remarks()
    if isinstance(node, Mapping):
        parts = task.parts(node, LICENSE_KEYS, "a licence")
        name, url = task.text(parts, "name"), task.address(parts, "url")
        task = replace(task.within({key: part for key, part in parts.items() if key != "url"}))
        if not name and not url:
            task.tell("LT118", "the licence has no name", node.span, "write `{name: …, url: …}`, or its SPDX id")
            return
        text = name or url
    elif isinstance(node, Scalar):
        text = node.text.strip()
        link = _MARKDOWN_LINK.fullmatch(text)
        name, url = (link["label"], link["url"]) if link else ("", text) if is_external(text) else (text, "")
        if url and not is_safe(url):
            task.unsafe(url, node.span)
            url = ""
        text = name or text
        name, certainty, note = split_remarks(name)
        remarks = Remarks(certainty, note)
    else:
        task.wrong_kind(node, row.takes.value, f"write {row.example}")
        return
    if name or url:
        yield task.fact(License(LICENSE_WORDS.get(fold_label(name), name), url), text, node.span, remarks)
