"""The fenced ```release block: YAML under a heading, from keys to a ReleaseBlock."""

from __future__ import annotations

import re
from collections.abc import Callable
from collections.abc import Sequence as Several
from dataclasses import dataclass, field, replace
from typing import Any

from llmtimeline.parse.facts.block_fields import KEY_WRITINGS, identity_of, link_kind_of
from llmtimeline.parse.facts.block_values import (
    read_bases,
    read_date,
    read_errata,
    read_importance,
    read_links,
    read_names,
    read_sizes,
    read_texts,
)
from llmtimeline.parse.facts.fact_fields import field_of
from llmtimeline.parse.facts.field_reading import FieldTask, Remarks, read_certainty, read_word
from llmtimeline.parse.facts.field_words import EVENT_WORDS, STATUS_WRITINGS, fold_label
from llmtimeline.parse.facts.fields import read_facts
from llmtimeline.parse.facts.scalar_lists import is_empty, items_of, split_scalar
from llmtimeline.parse.notation.located import parse_yaml
from llmtimeline.parse.notation.plain import kind_name, shown
from llmtimeline.values.diagnostics import Checked, Diagnostic, Related, diagnose
from llmtimeline.values.facts import Certainty, Fact, Link, Origin, Placed, ReleaseBlock
from llmtimeline.values.located import Entry, Mapping, Node, Scalar, Sequence
from llmtimeline.values.places import Span

# YAML takes `>` at the start of a value for a folded text; in front of a number its author means "more than".
_MORE_THAN = re.compile(
    r"(?:(?<=[:：,\[-][ ])|(?<=[,\[：]))>(?==?[ ]?[$¥€]?[0-9])(?![0-9]?[+-]?[ ]*(?:#.*)?$)", re.MULTILINE
)
_STAND_IN = "\ue000"  # for private use, so that no text means anything by it
_ID = re.compile(r"[^\sA-Z_/]+")


@dataclass(slots=True)
class _Draft:
    origin: Origin
    language: str
    fields: dict[str, Any] = field(default_factory=dict)  # of the ReleaseBlock
    facts: list[Fact] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    certainty: Certainty | None = None
    findings: list[Diagnostic] = field(default_factory=list)
    keys: dict[str, Scalar] = field(default_factory=dict)  # name of a field -> the key that gave it


def parse_release_block(
    text: str, *, path: str, first_line: int, first_column: int = 1, language: str
) -> Checked[ReleaseBlock]:
    """The block that a fence holds. `first_line` is the line of its first content line.

    A wrong field is left out; the rest of the block stands. May add what parse_yaml adds, LT104 for a text that is no
    mapping, LT111 for a key that no block has, LT102 for two names of one field, and what the fields add.
    """
    span = Span(path, first_line, first_column, max(1, len(text.partition("\n")[0])))
    guarded = text if _STAND_IN in text else _MORE_THAN.sub(_STAND_IN, text)
    document = parse_yaml(guarded, path=path, first_line=first_line, first_column=first_column)
    root, found = document.value, document.diagnostics
    if root is not None and guarded is not text:
        root = _restored(root)
    if isinstance(root, Mapping):
        block = read_entries(root.entries, span, Origin.BLOCK, language)
        return Checked(block.value, (*found, *block.diagnostics))
    if root is not None:
        hint = "write one `key: value` a line, with a space after the colon: `params: 180B`"
        found = (
            *found,
            diagnose("LT104", f"the release block is {kind_name(root)}, not a mapping", root.span, hint=hint),
        )
    return Checked(ReleaseBlock(span, Origin.BLOCK), found)


def _restored(node: Node) -> Node:
    """The document with its `>` again."""
    if isinstance(node, Scalar):
        return replace(node, text=node.text.replace(_STAND_IN, ">")) if _STAND_IN in node.text else node
    if isinstance(node, Sequence):
        return replace(node, items=tuple(_restored(item) for item in node.items))
    entries = (Entry(entry.key, _restored(entry.value)) for entry in node.entries)
    return replace(node, entries=tuple(entries))


def read_entries(
    entries: Several[Entry], span: Span, origin: Origin, language: str, links: Several[Link] = ()
) -> Checked[ReleaseBlock]:
    """A ReleaseBlock from keys and values, whichever way they were written, and links. May add what its fields add."""
    draft = _Draft(origin, language, links=list(links))
    for entry in sorted(entries, key=lambda entry: identity_of(entry.key.text) != "certainty"):
        _read(entry, draft)
    block = ReleaseBlock(span, origin, facts=tuple(draft.facts), links=tuple(draft.links), **draft.fields)
    return Checked(block, tuple(draft.findings))


def _read(entry: Entry, draft: _Draft) -> None:
    key, name = entry.key, KEY_WRITINGS.get(fold_label(entry.key.text), "")
    kind = link_kind_of(key.text)
    if kind is not None and (not name or _is_address(entry.value)) and name not in ("links", "license"):
        draft.links += read_links(entry.value, draft.findings, kind)
        return
    if not name:
        FieldTask("", draft.origin, draft.findings).unknown_key(key, "a release block", KEY_WRITINGS)
        return
    first = draft.keys.setdefault(name, key)
    if first is not key:
        draft.findings.append(_given_twice(first, key))
    row = field_of(key.text)
    if identity_of(key.text):
        _read_identity(name, entry.value, draft)
    elif row is not None:
        task = FieldTask(row.name, draft.origin, draft.findings, Remarks(draft.certainty))
        draft.facts += read_facts(row, entry.value, task)


def _is_address(value: Node) -> bool:
    """Whether a value is an address, or a list of them: `数据: https://…` is a link, `数据: 开放` is not."""
    items = items_of(value)
    return bool(items) and all(isinstance(item, Scalar) and "://" in item.text for item in items)


def _given_twice(first: Scalar, key: Scalar) -> Diagnostic:
    related = (Related(first.span, "it is first given here"),)
    message = f"`{shown(key.text)}` and `{shown(first.text)}` are the same field"
    return diagnose("LT102", message, key.span, hint="take one out", related=related)


def _read_identity(name: str, value: Node, draft: _Draft) -> None:
    if is_empty(value):
        return
    task = FieldTask(name, draft.origin, draft.findings)
    match name:
        case "date":
            draft.fields |= {"date": read_date(value, draft.findings), "date_span": value.span}
        case "base":
            draft.fields["bases"] = read_bases(value, draft.origin, draft.findings)
        case "links":
            draft.links += read_links(value, draft.findings)
        case "certainty":
            draft.certainty = read_certainty(task, value)
        case _:
            draft.fields[name] = _READERS[name](value, draft, task)


def _read_statuses(value: Node, _draft: _Draft, task: FieldTask) -> tuple[str, ...]:
    items = split_scalar(value) if isinstance(value, Scalar) else items_of(value)
    words = (read_word(task, item, STATUS_WRITINGS) for item in items)
    return tuple(dict.fromkeys(word for word in words if word))


def _one_text(value: Node, _draft: _Draft, task: FieldTask) -> Placed | None:
    """LT106 for a list, and for an id that no address can have."""
    if not isinstance(value, Scalar):
        task.wrong_kind(value, "one id", f"write `{task.field}: falcon-180b`")
        return None
    text = value.text.strip()
    if task.field == "id" and _ID.fullmatch(text) is None:
        meant = re.sub(r"[\s_/]+", "-", text.lower())
        task.wrong_kind(value, "lower-case letters, digits, dots and hyphens", f"write `id: {shown(meant)}`")
        return None
    return Placed(text, value.span)


_READERS: dict[str, Callable[[Node, _Draft, FieldTask], object]] = {
    "about": _one_text,
    "id": _one_text,
    "models": lambda value, draft, _: read_texts("models", value, draft.findings),
    "vendors": lambda value, draft, _: read_texts("vendors", value, draft.findings),
    "names": lambda value, draft, _: read_names("names", value, draft.findings),
    "summary": lambda value, draft, _: read_names("summary", value, draft.findings, draft.language),
    "event": lambda value, _, task: read_word(task, value, EVENT_WORDS),
    "status": _read_statuses,
    "importance": lambda value, draft, _: read_importance(value, draft.findings),
    "sizes": lambda value, draft, _: read_sizes(value, draft.origin, draft.language, draft.findings),
    "errata": lambda value, draft, _: read_errata(value, draft.findings, draft.language),
}
