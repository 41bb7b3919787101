"""What the braces after a fence's language say of its lines: `{linenos=table,hl_lines=[1,"3-4"],linenostart=10}`.

Hugo puts numbers into the text, or into a table beside it; here they are an attribute, which no reader copies.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from llmtimeline.parse.markdown.attributes import Attributes, parse_attributes

# Chroma's other options change how it writes, not what a reader sees.
_OPTION = re.compile(
    r"""(?:^|(?<=[\s,]))(?P<key>linenos|linenostart|hl_lines|anchorlinenos|lineanchors|linenumbersintable|nobackground
        |noclasses|style|tabwidth|wrapperclass|hl_inline|guesssyntax)\s*=\s*
        (?P<value>"[^"]*"|'[^']*'|\[[^\[\]]*\]|[^\s,\[\]"']+)\s*,?""",
    re.VERBOSE | re.IGNORECASE,
)
_RANGE = re.compile(r"(\d{1,6})(?:\s*-\s*(\d{1,6}))?")
_PIECE = re.compile(r"<span[^>]*>|</span>|\n|[^<\n]+")
_MOST_LINES, _MOST_RANGES = 10_000, 200
_OFF = frozenset({"false", "no", "off", "0", ""})


@dataclass(frozen=True, slots=True)
class CodeOptions:
    """How the lines of a listing are shown."""

    attributes: Attributes = Attributes()
    numbered: bool = False
    first: int = 1  # number of the first line
    marked: frozenset[int] = frozenset()  # lines to stand out, counted from 1 whatever their numbers are

    @property
    def by_line(self) -> bool:
        """Whether each line needs an element of its own."""
        return self.numbered or bool(self.marked)


def read_options(text: str, *, numbered: bool = False) -> CodeOptions:
    """What stands between the braces. `numbered` is the site's own wish, which a listing may contradict."""
    said = {found["key"].lower(): found["value"].strip("\"'[]") for found in _OPTION.finditer(text)}
    rest = _OPTION.sub(" ", text)
    attributes = parse_attributes(rest) or parse_attributes(rest.replace(",", " ")) or Attributes()
    if "linenos" in said:
        numbered = said["linenos"].lower() not in _OFF
    start = said.get("linenostart", "1")
    marked: set[int] = set()
    for found in islice(_RANGE.finditer(said.get("hl_lines", "")), _MOST_RANGES):
        first, last = int(found[1]), int(found[2] or found[1])
        marked.update(range(first, min(last, _MOST_LINES) + 1))
    return CodeOptions(
        attributes, numbered, int(start[:6]) if start.isascii() and start.isdigit() else 1, frozenset(marked)
    )


def in_lines(html: str, options: CodeOptions) -> str:
    """Coloured code, in which no span holds another, with an element for each line."""
    lines: list[str] = []
    current: list[str] = []
    opened = ""
    for piece in _PIECE.findall(html):
        if piece == "\n":
            lines.append("".join((*current, "</span>" if opened else "")))
            current = [opened]
            continue
        current.append(piece)
        if piece.startswith("<span"):
            opened = piece
        elif piece == "</span>":
            opened = ""
    if "".join(current) not in ("", opened):
        lines.append("".join(current))
    return "".join(_line(number, line, options) for number, line in enumerate(lines, 1))


def _line(number: int, html: str, options: CodeOptions) -> str:
    classes = "line hl" if number in options.marked else "line"
    shown = f' data-line="{options.first + number - 1}"' if options.numbered else ""
    return f'<span class="{classes}"{shown}>{html}\n</span>'
