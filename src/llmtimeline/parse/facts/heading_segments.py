"""Headings cut at their commas."""

from __future__ import annotations

import re
from collections.abc import Mapping

from llmtimeline.values.facts import Placed
from llmtimeline.values.places import Span

BRACKETS: Mapping[str, str] = dict(zip("(（[【「『《〈“", "))]】」』》〉”", strict=True))
"""Opening bracket or quote -> the closing one, full-width parentheses as if they were ASCII."""

_CLOSING = {**{closing: closing for closing in BRACKETS.values()}, "）": ")"}
_MARK = re.compile("[,，" + re.escape("".join({*BRACKETS, *_CLOSING})) + "]")
_THOUSANDS = re.compile(r",[0-9]{3}(?![0-9])")
_LEADING = re.compile(r"(?:^|[^0-9/.-])[0-9]{1,3}$")


def split_segments(text: str, span: Span) -> tuple[Placed, ...]:
    """What stands between separators, trimmed, each with its place; also the empty ones. `span` is where `text` starts.

    A comma, ASCII or full-width, separates unless it stands inside brackets or quotes or groups thousands: `7,000,000`.
    A bracket that is never closed protects nothing.
    """
    segments: list[Placed] = []
    start = 0
    for comma in _commas(text):
        segments.append(part_of(text, start, comma, span))
        start = comma + 1
    segments.append(part_of(text, start, len(text), span))
    return tuple(segments)


def part_of(text: str, start: int, end: int, span: Span) -> Placed:
    """A stretch of a text without the spaces at its ends, with its place; `span` is where the text starts."""
    piece = text[start:end]
    stripped = piece.strip()
    offset = start + (len(piece) - len(piece.lstrip()) if stripped else 0)
    return Placed(stripped, span.shifted(offset, max(1, len(stripped))))


def _commas(text: str) -> list[int]:
    """The places of the commas that separate. One pass."""
    commas: list[int] = []
    waiting: list[tuple[str, int]] = []  # closing bracket that is looked for, number of commas before its opening one
    count: dict[str, int] = {}  # of each closing bracket that is looked for
    for found in _MARK.finditer(text):
        mark = found[0]
        if mark in BRACKETS:
            closing = BRACKETS[mark]
            waiting.append((closing, len(commas)))
            count[closing] = count.get(closing, 0) + 1
        elif mark in _CLOSING:
            if count.get(_CLOSING[mark]):
                del commas[_opened_by(_CLOSING[mark], waiting, count) :]
        elif mark == "，" or not _groups_thousands(text, found.start()):
            commas.append(found.start())
    return commas


def _opened_by(closing: str, waiting: list[tuple[str, int]], count: dict[str, int]) -> int:
    """How many commas stood before the bracket that closes here; those left open inside of it are dropped."""
    while True:
        opened, commas_before = waiting.pop()
        count[opened] -= 1
        if opened == closing:
            return commas_before


def _groups_thousands(text: str, place: int) -> bool:
    """`7,000,000`; not after a year or a date: `2023/09/06,100 Labs`."""
    return _THOUSANDS.match(text, place) is not None and _LEADING.search(text[max(0, place - 5) : place]) is not None
