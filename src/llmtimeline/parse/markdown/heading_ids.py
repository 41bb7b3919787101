"""Ids of headings, as Hugo's `autoIDType: github` gives them (the same in 0.147, 0.151 and 0.168).

Published addresses end in these ids, so its quirks are kept: of a nested inline only the first child is read, of a
heading of several lines only the last one, and an address without markup gives nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence

from markdown_it.token import Token

from llmtimeline.parse.markdown.bare_addresses import ONLY_HERE

_NO_WORD = re.compile(r"[^\w -]")
_NO_LETTER = re.compile(r"[\W_]+")
_USUAL = re.compile(r"[A-Za-z0-9_\u4e00-\u9fff-]*\Z")
_LETTERS_AND_DIGITS = frozenset({"Lu", "Ll", "Lt", "Lm", "Lo", "Nd"})
_TEXT = frozenset({"text", "text_special", "code_inline"})


class HeadingIds:
    """Hands out ids in document order, each once; linear however many headings are equal."""

    def __init__(self, style: str = "github") -> None:
        self._base = _BASES.get(style, id_base)
        self._taken: set[str] = set()
        self._next: dict[str, int] = {}

    def register(self, ident: str) -> str:
        """An id that the author gave: kept as it is, even when taken."""
        self._taken.add(ident)
        return ident

    def assign(self, text: str) -> str:
        """The id for a heading's text: the base, else the base with the first number that is free."""
        base = self._base(text) or "heading"
        ident, number = base, self._next.get(base, 1)
        while ident in self._taken:
            ident = f"{base}-{number}"
            number += 1
        self._next[base] = number
        self._taken.add(ident)
        return ident


def id_base(text: str) -> str:
    """Letters of any script, decimal digits and `_`, lower-cased; each space or hyphen is one hyphen."""
    return _reduced(text.strip())


def ascii_id_base(text: str) -> str:
    """`github-ascii`: the same after accents and everything outside ASCII are dropped."""
    return _reduced(unicodedata.normalize("NFD", text.strip()).encode("ascii", "ignore").decode("ascii"))


def _reduced(text: str) -> str:
    kept = _NO_WORD.sub("", text).replace(" ", "-")
    if _USUAL.match(kept):
        return kept.lower()
    return "".join(
        char.lower()[0] for char in kept if char in "-_" or unicodedata.category(char) in _LETTERS_AND_DIGITS
    )


def blackfriday_id_base(text: str) -> str:
    """`blackfriday`: every run of other characters is one hyphen, none at the ends."""
    return _NO_LETTER.sub("-", text).strip("-").lower()


_BASES: dict[str, Callable[[str], str]] = {"github-ascii": ascii_id_base, "blackfriday": blackfriday_id_base}


def text_for_id(children: Sequence[Token]) -> str:
    """The part of a heading's text that Hugo makes the id of; "" where it gives none."""
    if any(child.meta.get(ONLY_HERE) for child in children):
        children = _without_our_links(children)
    parts: list[str] = []
    index = 0
    while index < len(children):
        child = children[index]
        if child.type in _TEXT:
            parts.append(child.content)
        elif child.type.endswith("break"):
            parts.clear()
        elif child.type == "image":
            parts.append(_first_text(child.children or ()))
        elif child.nesting > 0:
            if child.info != "auto":
                parts.append(_first_text(children, index + 1))
            index = _end_of(children, index)
        index += 1
    return "".join(parts)


def _without_our_links(children: Sequence[Token]) -> list[Token]:
    """The tokens with the text of links that Hugo does not make, in one with the text around them."""
    kept: list[Token] = []
    in_link = False
    for child in children:
        if child.meta.get(ONLY_HERE) or (in_link and child.nesting < 0):
            in_link = child.nesting > 0
        elif child.type == "text" and kept and kept[-1].type == "text":
            kept[-1] = Token("text", "", 0, content=kept[-1].content + child.content)
        else:
            kept.append(child)
    return kept


def _first_text(children: Sequence[Token], start: int = 0) -> str:
    """The text of the child at `start`, going down into nested ones."""
    for index in range(start, len(children)):
        child = children[index]
        if child.type in _TEXT:
            return child.content
        if child.type == "image":
            return _first_text(child.children or ())
        if child.nesting <= 0 or child.info == "auto":
            return ""
    return ""


def _end_of(children: Sequence[Token], index: int) -> int:
    """Index of the token that closes the one at `index`."""
    depth = 0
    while index < len(children):
        depth += children[index].nesting
        if depth == 0:
            return index
        index += 1
    return index
