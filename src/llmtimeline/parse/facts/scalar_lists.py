"""Lists that are written in one line: `zh, en`, `清华、智谱`."""

from __future__ import annotations

import re
from dataclasses import replace

from llmtimeline.parse.facts.heading_segments import part_of, split_segments
from llmtimeline.values.located import Node, Scalar, ScalarKind, Sequence
from llmtimeline.values.places import Span

_OTHER_COMMA = re.compile("[、；;]")
_SLASH = re.compile("/")


def is_empty(node: Node) -> bool:
    """Whether a key was left without a value."""
    return isinstance(node, Scalar) and not node.quoted and (node.kind is ScalarKind.NULL or not node.text.strip())


def items_of(node: Node) -> tuple[Node, ...]:
    """The items of a list; any other value is a list of one; a key without a value one of none."""
    if isinstance(node, Sequence):
        return tuple(item for item in node.items if not is_empty(item))
    return () if is_empty(node) else (node,)


def split_scalar(scalar: Scalar) -> tuple[Scalar, ...]:
    """What stands between the commas of a line, of either width, outside brackets; each with its place."""
    inner = scalar.span.shifted(1) if scalar.quoted else scalar.span
    pieces: list[Scalar] = []
    for segment in split_segments(scalar.text, inner):
        pieces += _cut(replace(scalar, text=segment.text, span=segment.span, quoted=False), _OTHER_COMMA)
    return tuple(piece for piece in pieces if piece.text)


def split_at_slashes(scalar: Scalar) -> tuple[Scalar, ...]:
    """`7B/13B/70B`."""
    return tuple(piece for piece in _cut(scalar, _SLASH) if piece.text)


def _cut(scalar: Scalar, separator: re.Pattern[str]) -> list[Scalar]:
    starts, ends = [0], []
    depth = 0
    for place, character in enumerate(scalar.text):
        depth += (character in "(（[") - (character in ")）]")
        if depth <= 0 and separator.match(character):
            ends.append(place)
            starts.append(place + 1)
    ends.append(len(scalar.text))
    parts = [part_of(scalar.text, start, end, scalar.span) for start, end in zip(starts, ends, strict=True)]
    return [replace(scalar, text=part.text, span=part.span) for part in parts]


def cover(spans: list[Span]) -> Span:
    """From the first to the last place, where they stand in one line; else the first."""
    first, last = spans[0], spans[-1]
    if first.line != last.line or last.column < first.column:
        return first
    return first.shifted(0, last.column + last.width - first.column)
