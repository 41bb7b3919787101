"""The fenced ```release block: YAML under a heading, from keys to a ReleaseBlock."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from llmtimeline.parse.block_fields import BLOCK_KEYS, identity_of
from llmtimeline.parse.block_values import (
    read_bases,
    read_certainty,
    read_date,
    read_errata,
    read_importance,
    read_links,
    read_names,
    read_sizes,
    read_texts,
    read_word,
)
from llmtimeline.parse.fact_fields import field_of
from llmtimeline.parse.fields import parse_fact_field
from llmtimeline.parse.located import parse_yaml
from llmtimeline.parse.typed import nearest_word
from llmtimeline.values.diagnostics import Checked, Diagnostic, diagnose
from llmtimeline.values.facts import EVENTS, Certainty, Fact, Origin, ReleaseBlock
from llmtimeline.values.located import Entry, Mapping
from llmtimeline.values.places import Span
from llmtimeline.values.statuses import STATUS_WORDS, STATUSES


@dataclass(slots=True)
class _Draft:
    origin: Origin
    language: str
    fields: dict[str, Any] = field(default_factory=dict)  # of the ReleaseBlock
    facts: list[Fact] = field(default_factory=list)
    certainty: Certainty = Certainty.STATED
    findings: list[Diagnostic] = field(default_factory=list)


def parse_release_block(
    text: str, *, path: str, first_line: int, first_column: int = 1, language: str
) -> Checked[ReleaseBlock]:
    """The block that a fence holds. `first_line` is the line of its first content line.

    May add what parse_yaml adds, LT104 for a text that is no mapping, LT111 for keys that no block has, and what
    parse_fact_field adds. A wrong field is left out; the rest of the block stands.
    """
    span = Span(path, first_line, first_column, max(1, len(text.split("\n", 1)[0])))
    document = parse_yaml(text, path=path, first_line=first_line, first_column=first_column)
    found = list(document.diagnostics)
    if document.value is None:
        return Checked(ReleaseBlock(span, Origin.BLOCK), tuple(found))
    if not isinstance(document.value, Mapping):
        hint = "write one `key: value` a line, such as `params: 180B`"
        found.append(diagnose("LT104", "the release block is no mapping", document.value.span, hint=hint))
        return Checked(ReleaseBlock(span, Origin.BLOCK), tuple(found))
    block = read_entries(document.value.entries, span, Origin.BLOCK, language)
    return Checked(block.value, (*found, *block.diagnostics))


def read_entries(entries: tuple[Entry, ...], span: Span, origin: Origin, language: str) -> Checked[ReleaseBlock]:
    """A ReleaseBlock from keys and values, whichever way they were written. May add what parse_release_block adds."""
    draft = _Draft(origin, language)
    for entry in entries:
        _read(entry, draft)
    facts = draft.facts
    if draft.certainty is not Certainty.STATED:
        facts = [replace(f, certainty=draft.certainty) if f.certainty is Certainty.STATED else f for f in facts]
    block = ReleaseBlock(span, origin, facts=tuple(facts), **draft.fields)
    return Checked(block, tuple(draft.findings))


def _read(entry: Entry, draft: _Draft) -> None:
    name = identity_of(entry.key.text)
    if name:
        _read_identity(name, entry, draft)
    elif field_of(entry.key.text) is not None:
        checked = parse_fact_field(entry.key, entry.value, origin=draft.origin, language=draft.language)
        draft.facts += checked.value
        draft.findings += checked.diagnostics
    else:
        near = nearest_word(entry.key.text.casefold(), BLOCK_KEYS)
        hint = f"did you mean `{near}`?" if near else "known are " + ", ".join(BLOCK_KEYS)
        draft.findings.append(
            diagnose("LT111", f"a release block has no `{entry.key.text}`", entry.key.span, hint=hint)
        )


def _read_identity(name: str, entry: Entry, draft: _Draft) -> None:
    value, findings, fields = entry.value, draft.findings, draft.fields
    match name:
        case "about" | "id":
            texts = read_texts(name, value, findings)
            fields[name] = texts[0] if texts else None
        case "models" | "vendors":
            fields[name] = read_texts(name, value, findings)
        case "names" | "summary":
            fields[name] = read_names(name, value, findings)
        case "date":
            fields["date"], fields["date_span"] = read_date(value, findings), value.span
        case "event":
            fields["event"] = read_word("event", value, {event: event for event in EVENTS}, findings)
        case "status":
            words = {**STATUS_WORDS, **{status: status for status in STATUSES}}
            texts = read_texts(name, value, findings)
            found = (read_word("status", text, words, findings) for text in texts)
            fields["status"] = tuple(word for word in found if word)
        case "importance":
            fields["importance"] = read_importance(value, findings)
        case "base":
            fields["bases"] = read_bases(value, draft.origin, findings)
        case "sizes":
            fields["sizes"] = read_sizes(value, draft.origin, draft.language, findings)
        case "links":
            fields["links"] = read_links(value, findings)
        case "errata":
            fields["errata"] = read_errata(value, findings)
        case "certainty":
            draft.certainty = read_certainty(value, findings)
