"""How texts and queries are compared. static/js/search/folding.js does the same; a test in a browser holds the two
together."""

from __future__ import annotations

import re
import unicodedata

_CJK = "\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff"
_SPACES = re.compile(r"[ \t\n\r\f\v\u2028\u2029]+")
_SEAM = re.compile(rf"(?<=[{_CJK}]) (?=[^{_CJK}])|(?<=[^{_CJK}]) (?=[{_CJK}])")
_SIGNS = re.compile(r"[\W_]+")
_BORDERS = re.compile(rf"(?<=[{_CJK}])(?=\S)|(?<=\S)(?=[{_CJK}])|(?<=\d)(?=[^\W\d])|(?<=[^\W\d])(?=\d)")
_MARKS = re.compile(r"[ ._\-‐–—]+")


def fold(text: str) -> str:
    """The text without the differences that no reader means: width, case, kinds and number of spaces, and the space
    that some put between Chinese and Latin.

    Case goes by way of capitals, since JavaScript has no `casefold`: `ß` and `SS`, `ς` and `Σ` are one.
    """
    plain = unicodedata.normalize("NFKC", text).upper().lower().replace("ς", "σ")
    return _SEAM.sub("", _SPACES.sub(" ", plain).strip(" "))


def squash(name: str) -> str:
    """A name folded, and without the marks that people leave out: `GPT-3.5`, `gpt 3.5` and `GPT3.5` are one."""
    return _MARKS.sub("", fold(name))


def in_words(text: str) -> str:
    """The text folded and cut in words, for an engine that finds words only: each Chinese, Japanese and Korean
    character is one, each run of digits, and each run of other letters. Signs are none."""
    return _BORDERS.sub(" ", _SIGNS.sub(" ", fold(text)).strip())
