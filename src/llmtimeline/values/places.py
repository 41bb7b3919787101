"""Where an author wrote something."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one line of one file. Ordered by path, line, column."""

    path: str  # from the site's root, with "/" on every system; layers that are not the site's: "<built-in>/…"
    line: int = 1  # from 1
    column: int = 1  # from 1, in code points
    width: int = 1  # in code points; at least 1

    def shifted(self, columns: int, width: int | None = None) -> Span:
        """The span that starts `columns` further right on the same line."""
        return Span(self.path, self.line, self.column + columns, self.width if width is None else width)
