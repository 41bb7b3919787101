"""The full format: each finding with its line, a caret under the place, and what to do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from llmtimeline.shell.terminal_text import cells, expanded, place_of, shown
from llmtimeline.values.diagnostics import Diagnostic, Severity
from llmtimeline.values.places import Span

_LONGEST = 160  # cells of a source line that are shown; a longer one is cut around the place
_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}


class Excerpts:
    """Draws findings over the texts that they speak of."""

    def __init__(self, sources: Mapping[str, str], *, colour: bool, base: str = "") -> None:
        self._sources = sources
        self._base = base
        self._colour = colour
        self._lines: dict[str, list[str]] = {}

    def draw(self, diagnostic: Diagnostic) -> str:
        """One finding, several lines, without a line break at the end."""
        return "\n".join(self._draw(diagnostic))

    def _draw(self, diagnostic: Diagnostic) -> Iterator[str]:
        kind = self._paint(f"{diagnostic.severity}[{diagnostic.code}]", _COLOURS[diagnostic.severity])
        yield f"{kind}: {shown(diagnostic.message)}"
        margin = " "
        if diagnostic.span is not None:
            margin = " " * len(str(diagnostic.span.line))
            yield from self._place(diagnostic.span, margin)
        if diagnostic.hint:
            yield f"{margin} = help: {shown(diagnostic.hint)}"
        for related in diagnostic.related:
            yield f"{margin} = also: {place_of(related.span, self._base)}: {shown(related.message)}"

    def _place(self, span: Span, margin: str) -> Iterator[str]:
        yield f"{margin}--> {place_of(span, self._base)}"
        lines = self._lines_of(span.path)
        if not 1 <= span.line <= len(lines):
            return
        before, marked, after = _cut(lines[span.line - 1], span)
        blue = "34"
        yield f"{margin} {self._paint('|', blue)}"
        yield f"{self._paint(f'{span.line} |', blue)} {before}{marked}{after}"
        caret = self._paint("^" * max(1, cells(marked)), "31")
        yield f"{margin} {self._paint('|', blue)} {' ' * cells(before)}{caret}"

    def _lines_of(self, path: str) -> list[str]:
        if path not in self._lines:
            self._lines[path] = self._sources[path].split("\n") if path in self._sources else []
        return self._lines[path]

    def _paint(self, text: str, code: str) -> str:
        return f"\x1b[1;{code}m{text}\x1b[0m" if self._colour else text


def _cut(line: str, span: Span) -> tuple[str, str, str]:
    """The line before, at and after the place, cut to a width that can be read."""
    start = min(span.column - 1, len(line))
    end = start + span.width
    # What is far from the place is not looked at: a line may have a million characters, and as many mistakes.
    whole = expanded(line[max(0, start - 2 * _LONGEST) : start])
    marked = expanded(line[start : min(end, start + 2 * _LONGEST)])
    after = expanded(line[end : end + 2 * _LONGEST])
    if cells(whole) + cells(marked) + cells(after) <= _LONGEST:
        return whole, marked, after
    before = whole if cells(whole) <= _LONGEST // 2 else "…" + whole[-_LONGEST // 4 :]
    if cells(marked) > _LONGEST // 2:
        marked = marked[: _LONGEST // 4]
        return before, marked, "…"
    return before, marked, after[: _LONGEST // 4] + ("…" if len(after) > _LONGEST // 4 else "")
