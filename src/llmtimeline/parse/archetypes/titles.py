"""Names as titles: `title` in the style of the Associated Press, which is Hugo's default, and `humanize`."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W_][^\s-]*")  # from a letter or digit up to white space or a hyphen
_SMALL = frozenset(
    {"a", "an", "and", "as", "at", "but", "by", "en", "for", "if", "in", "nor", "of", "on", "or", "per", "the", "to"}
    | {"v", "v.", "via", "vs", "vs."}
)
_SEPARATORS = (" ", "-", "/")


def title_case(text: str) -> str:
    """Every word with a capital, the small ones only as first or last and after a colon: `The State of the Art`.

    Other letters stay as they are, so that `GPT` remains; an underscore does not part words.
    """

    def written(found: re.Match[str]) -> str:
        word, start = found[0], found.start()
        inner = start > 0 and found.end() < len(text) and text[start - 1] in _SEPARATORS
        before = text[start - 2 : start - 1]
        # The parts of `state-of-the-art` are small inside; its first word, and one after a colon, are not.
        opens = before in (":", "-") or (text[found.end() : found.end() + 1] == "-" and text[start - 1 : start] != "-")
        if inner and not opens and word.lower() in _SMALL:
            return word.lower()
        return _capital(word)

    return _WORD.sub(written, text)


def first_upper(text: str) -> str:
    """The text with its first letter as a capital."""
    return _capital(text)


def humanize(text: str) -> str:
    """`my-first_post` as `My first post`; a whole number as an ordinal, `52` as `52nd`."""
    if re.fullmatch(r"[0-9]{1,18}", text):
        return text + _ordinal(int(text))
    return _capital(" ".join(re.sub(r"[-_\s]+", " ", text).split()))


def _ordinal(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _capital(word: str) -> str:
    # One letter for one: `ß` has no capital of one letter.
    first = word[:1].title()
    return (first if len(first) == 1 else word[:1]) + word[1:]
