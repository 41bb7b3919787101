"""Labelled lines under a heading, the block of those who write no YAML: `> 参数：180B`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from llmtimeline.parse.facts.block_fields import KEY_WRITINGS, link_kind_of
from llmtimeline.parse.facts.block_links import read_links
from llmtimeline.parse.facts.field_words import fold_label
from llmtimeline.parse.facts.release_blocks import read_entries
from llmtimeline.values.diagnostics import Checked, Diagnostic
from llmtimeline.values.facts import Link, Origin, Placed, ReleaseBlock
from llmtimeline.values.located import Entry, Scalar

_LONGEST_LABEL = 40  # characters
_BEFORE_LABEL = re.compile(r"(?:[^\w]|_)*(?:\d{1,3}[.)、]\s*[*_]*)?")  # list marks, emphasis, signs such as ‼️
_COLON = re.compile("[:：]")
_EMPHASIS = " \t*_`"
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)")
_FOOTNOTE = re.compile(r"\[\^[^\[\]\s]+\]")
_HAS_ADDRESS = re.compile(r"\w://|\]\(")


@dataclass(frozen=True, slots=True)
class _Line:
    """One line, of a known label."""

    name: str  # of the field; "" for a label of links only
    kind: str | None  # of links; None for a label that announces none
    label: Placed
    value: Placed


def parse_labelled_lines(lines: Sequence[Placed], language: str) -> Checked[ReleaseBlock | None]:
    """The block that the lines make when every one of them is `label: value` with a known label; None for prose.

    Prose is also what has known labels, but not one value that its field could read: `商用：见下文`. Labels of links
    (论文, GitHub, 官网 …) take addresses. May add what the fields of a block add.
    """
    read = [_read(line) for line in lines]
    known = [line for line in read if line is not None]
    if not known or len(known) < len(lines):
        return Checked(None)
    links: list[Link] = []
    entries: list[Entry] = []
    findings: list[Diagnostic] = []
    for line in known:
        if line.kind is not None and line.name != "license" and _HAS_ADDRESS.search(line.value.text):
            links += read_links(Scalar(line.value.text, line.value.span), findings, line.kind)
        elif line.name:
            entries.append(_entry(line))
        else:
            return Checked(None)
    block = read_entries(entries, lines[0].span, Origin.LINE, language, links)
    unread = {finding.span.line for finding in block.diagnostics if finding.span and finding.severity == "error"}
    if not links and not findings and all(entry.key.span.line in unread for entry in entries):
        return Checked(None)
    return Checked(block.value, (*findings, *block.diagnostics))


def _read(line: Placed) -> _Line | None:
    start = _BEFORE_LABEL.match(line.text).end()  # type: ignore[union-attr]  # it matches the empty text too
    colon = _COLON.search(line.text, start, start + _LONGEST_LABEL + 1)
    if colon is None:
        return None
    label = line.text[start : colon.start()].rstrip(_EMPHASIS)
    name, kind = KEY_WRITINGS.get(fold_label(label), ""), link_kind_of(label)
    if not label or (not name and kind is None):
        return None
    after = line.text[colon.end() :]
    value = after.lstrip(_EMPHASIS)
    at = colon.end() + len(after) - len(value)
    value = value.rstrip(" \t*`\\" + ("_" if line.text.lstrip("> -").startswith("_") else ""))
    if not value:
        return None
    return _Line(name, kind, _part(line, start, label), _part(line, at, value))


def _part(line: Placed, start: int, text: str) -> Placed:
    return Placed(text, line.span.shifted(start, max(1, len(text))))


def _entry(line: _Line) -> Entry:
    """Key and value as a block would have them, without Markdown in the value; a licence keeps its link."""
    text = line.value.text
    if line.name != "license":
        text = _LINK.sub(r"\1", text)
    text = _FOOTNOTE.sub("", text).replace("**", "").strip()
    return Entry(Scalar(line.label.text, line.label.span), Scalar(text, line.value.span))
