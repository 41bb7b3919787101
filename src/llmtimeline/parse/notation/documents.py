"""What the three notations share: limits against bombs, places, and keys that stand twice."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from llmtimeline.parse.notation.plain import shown
from llmtimeline.values.diagnostics import Diagnostic, Related, diagnose
from llmtimeline.values.located import Entry, Mapping
from llmtimeline.values.places import Span


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one document may hold. Aliases count with all that they stand for."""

    depth: int = 32
    aliases: int = 16
    nodes: int = 20_000
    characters: int = 64 * 1024


BLOCK_LIMITS = Limits()  # front matter and fenced blocks: one author, one screen
FILE_LIMITS = Limits(aliases=256, nodes=400_000, characters=4 * 1024 * 1024)  # config and data files


class NotationError(Exception):
    """Leaves a reader with what is wrong; caught at its door, never seen outside."""

    def __init__(self, finding: Diagnostic) -> None:
        super().__init__(finding.message)
        self.finding = finding


@dataclass(frozen=True, slots=True)
class Places:
    """Turns positions in a text into spans of the file that the text was taken from."""

    text: str
    path: str
    first_line: int
    first_column: int  # of every line: a fenced block in a list is indented
    breaks: tuple[int, ...]  # offsets at which lines start

    def between(self, start: int, end: int) -> Span:
        """The span from one offset to another, cut at the end of its first line."""
        line = bisect_right(self.breaks, start) - 1
        begin = self.breaks[line]
        stop = self.breaks[line + 1] - 1 if line + 1 < len(self.breaks) else len(self.text)
        width = max(1, min(end, stop) - start)
        return Span(self.path, self.first_line + line, self.first_column + start - begin, width)

    def at(self, line: int, column: int, width: int = 1) -> Span:
        """The span at a line and column of the text, both from 1."""
        return Span(self.path, self.first_line + line - 1, self.first_column + column - 1, width)


def places_of(text: str, path: str, first_line: int, first_column: int) -> Places:
    """Places for a text whose lines end in a line feed."""
    breaks = [0]
    offset = text.find("\n")
    while offset >= 0:
        breaks.append(offset + 1)
        offset = text.find("\n", offset + 1)
    return Places(text, path, first_line, first_column, tuple(breaks))


def too_large(text: str, limits: Limits, span: Span) -> Diagnostic | None:
    """LT109 when the text has more characters than it may."""
    if len(text) <= limits.characters:
        return None
    return diagnose(
        "LT109",
        f"{len(text):,} characters are more than the {limits.characters:,} that fit here",
        span,
        hint="move a part of it into another file",
    )


def too_deep(limits: Limits, span: Span) -> Diagnostic:
    """LT109 for nesting."""
    return diagnose("LT109", f"nested more than {limits.depth} levels deep", span, hint="write it flatter")


def too_many(limits: Limits, span: Span) -> Diagnostic:
    """LT109 for the number of values."""
    return diagnose(
        "LT109", f"more than {limits.nodes:,} values", span, hint="aliases count with all that they stand for"
    )


def mapping_of(entries: list[Entry], span: Span, findings: list[Diagnostic]) -> Mapping:
    """A mapping with each key once: the last one counts, at the place of the first. Adds LT102 for each repetition."""
    seen: dict[str, Entry] = {}
    for entry in entries:
        name = entry.key.text
        before = seen.get(name)
        if before is not None:
            findings.append(_repeated(before, entry))
        seen[name] = entry
    return Mapping(tuple(seen.values()), span)


def _repeated(first: Entry, second: Entry) -> Diagnostic:
    name = shown(first.key.text)
    lines = f"in line {first.key.span.line} and in line {second.key.span.line}"
    return diagnose(
        "LT102",
        f"key `{name}` stands {lines}; the last one counts",
        second.key.span,
        hint=f"take one `{name}` out",
        related=(Related(first.key.span, "it first stands here"),),
    )
