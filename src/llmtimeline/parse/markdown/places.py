"""From an offset in the text of a block back to line and column in the file."""

from __future__ import annotations

from bisect import bisect_right

from llmtimeline.parse.markdown.page import Page
from llmtimeline.values.places import Span

_FAR = 4000  # characters between the start of a link and its address; bounds the search where it stands elsewhere


class InlinePlaces:
    """Places in one block's inline text, from which markdown-it has cut indents, `>` and list marks."""

    __slots__ = ("_bases", "_content", "_end_row", "_from_column", "_page", "_row", "_starts")

    def __init__(self, content: str, rows: tuple[int, int], page: Page, from_column: int = 0) -> None:
        self._content = content
        self._row, self._end_row = rows  # of the block, from 0
        self._page = page
        self._from_column = from_column  # cells of a table: where on the line to begin to look
        self._starts: list[int] | None = None
        self._bases: dict[int, int] = {}

    @property
    def content(self) -> str:
        """The block's inline text."""
        return self._content

    def span(self, at: int, width: int) -> Span:
        """The place of `width` characters at offset `at`. Where a tab was cut in two, the column may be near."""
        if self._starts is None:
            self._skip_trimmed_lines()
            self._starts = [0]
            while found := self._content.find("\n", self._starts[-1]) + 1:
                self._starts.append(found)
        row = bisect_right(self._starts, at) - 1
        start = self._starts[row]
        base = self._bases.get(row)
        if base is None:
            end = self._starts[row + 1] - 1 if row + 1 < len(self._starts) else len(self._content)
            base = self._bases[row] = self._find(row, self._content[start:end])
        return Span(self._page.path, self._page.first_line + self._row + row, base + at - start + 1, max(1, width))

    def find(self, wanted: str, at: int = 0) -> Span:
        """The place of the first `wanted` from `at` on, else of what stands at `at`."""
        found = self._content.find(wanted, at, at + _FAR + len(wanted))
        return self.span(max(at, found), len(wanted) if found >= 0 else 1)

    def target(self, address: str, at: int) -> Span:
        """The place of the address of the link or image that starts at `at`."""
        for opening in ("](", "](<"):
            found = self._content.find(opening + address, at, at + _FAR + len(address))
            if found >= 0:
                return self.span(found + len(opening), len(address))
        return self.find(address, at) if address else self.span(at, 1)

    def _skip_trimmed_lines(self) -> None:
        """markdown-it trims lines away that hold only a task's box, or white space that is no blank line."""
        text = self._content.partition("\n")[0]
        for row in range(self._row, min(self._end_row, len(self._page.lines))):
            if text in self._page.lines[row]:
                self._row = row
                return

    def _find(self, row: int, text: str) -> int:
        row += self._row
        line = self._page.lines[row] if row < len(self._page.lines) else ""
        return max(0, line.find(text, self._from_column))
