"""What the writers share while they turn one body into HTML: where they are, and what they gathered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, Protocol

from llmtimeline.parse.markdown.heading_ids import HeadingIds
from llmtimeline.parse.shortcodes.scanner import Call
from llmtimeline.parse.shortcodes.tags import Literal
from llmtimeline.values.codes import Severity
from llmtimeline.values.config import MarkupSettings
from llmtimeline.values.diagnostics import Diagnostic, diagnose
from llmtimeline.values.facts import Link
from llmtimeline.values.places import Span
from llmtimeline.values.posts import Image, Piece, Ref, Shortcode

# Where raw HTML is allowed, its ids may be linked to.
RAW_ID = re.compile(r"""\b(?:id|name)=["']?([^"'\s>]+)""")


class Mark:
    """A place in the HTML that is no HTML: the end of the summary. No text of an author can be one."""


class Typeset(str):
    """HTML with typographic marks in place of typed ones, which Hugo writes as entities: its summary counts these."""

    __slots__ = ("counted",)
    counted: str  # the same HTML as Hugo writes it


def typeset(html: str, counted: str) -> str:
    """HTML that knows what Hugo counts, where that is something else."""
    if html == counted:
        return html
    part = Typeset(html)
    part.counted = counted
    return part


MORE_MARK: Final = Mark()
Part = str | Ref | Image | Shortcode | Mark


class Calls(Protocol):
    """The shortcodes of one text, of which Markdown sees tokens."""

    numbers: Iterator[int]  # of the holes to come

    def split(self, text: str) -> Iterator[str | Call | Literal]:
        """The text and the shortcodes in it."""

    def restored(self, text: str) -> str:
        """The text as the author wrote it."""

    def address(self, text: str, page: Page) -> str | Ref:
        """What stands where a link's or an image's address does."""

    def write(self, found: Call | Literal, page: Page) -> tuple[list[Part], str]:
        """HTML with holes, and the plain text that readers see of it."""


@dataclass(slots=True)
class Page:
    """One body in the making."""

    path: str
    first_line: int
    lines: Sequence[str]
    language: str
    markup: MarkupSettings
    diagnostics: list[Diagnostic] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)  # external ones, in order
    anchors: dict[str, None] = field(default_factory=dict)
    footnotes: frozenset[str] = frozenset()  # labels that are defined
    referred: list[int] = field(default_factory=list)  # ids of footnotes, since the section began
    raw_html: list[Span] = field(default_factory=list)
    first_column: int = 0  # of the text on its first line, from 0; more than 0 inside a shortcode
    is_nested: bool = False  # inside a shortcode, where headings begin no sections
    ids: HeadingIds | None = None  # those given so far, when a text around this one gave some
    calls: Calls | None = None  # the shortcodes; None where there are none
    counted: list[str] = field(default_factory=list)  # the text of each block as Hugo writes it, for its count of words

    def tell(self, code: str, message: str, span: Span, hint: str = "", severity: Severity | None = None) -> None:
        """Add a diagnostic."""
        self.diagnostics.append(diagnose(code, message, span, hint=hint, severity=severity))

    def line_span(self, row: int) -> Span:
        """The text of a whole line, counted from 0."""
        line = self.lines[row] if row < len(self.lines) else ""
        text = line.strip()
        return Span(self.path, self.first_line + row, line.find(text) + 1, max(1, len(text)))

    def tell_raw_html(self) -> None:
        """One warning for all the raw HTML that was left out."""
        if self.raw_html:
            count = len(self.raw_html)
            places = "" if count == 1 else f" in {count} places; this is the first"
            hint = "write it in Markdown, or set `markup.goldmark.renderer.unsafe: true` if you trust every author"
            self.tell("LT205", f"raw HTML left out{places}", self.raw_html[0], hint)


def without_marks(parts: Iterable[Part]) -> list[Part]:
    """The parts where no summary can end, such as in a heading or a cell."""
    return [part for part in parts if part is not MORE_MARK]


def pieces(parts: Iterable[Part]) -> tuple[Piece, ...]:
    """The parts with strings joined and marks dropped."""
    joined: list[Piece] = []
    run: list[str] = []
    for part in parts:
        if isinstance(part, str):
            run.append(part)
        elif isinstance(part, Ref | Image | Shortcode):
            joined += ("".join(run), part) if run else (part,)
            run = []
    if text := "".join(run):
        joined.append(text)
    return tuple(joined)


def escape_html(text: str) -> str:
    """Text as it may stand in HTML, also inside double quotes."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
