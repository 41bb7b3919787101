"""A text whose shortcodes are replaced by tokens of the same length, so that Markdown sees one character string."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from llmtimeline.parse.shortcodes.scanner import Call, Found
from llmtimeline.parse.shortcodes.tags import Literal

# Noncharacters: Unicode promises that no text means anything by them. They are neither space nor punctuation.
_START, _FILL = "\ufdd0", "\ufddb"
_DIGITS = {str(digit): chr(0xFDD1 + digit) for digit in range(10)}
_NUMBERS = {ord(char): digit for digit, char in _DIGITS.items()}
_TOKEN = re.compile("\ufdd0([\ufdd1-\ufdda]+)\ufddb*")
_RESERVED = re.compile("[\ufdd0-\ufddb]")
_SHORTEST = 8  # characters of a token, however short the shortcode


@dataclass(frozen=True, slots=True)
class Woven:
    """A text with tokens, and what each stands for."""

    text: str
    found: tuple[Call | Literal, ...] = ()


def reserve(text: str) -> str:
    """The text without characters that tokens are made of."""
    return _RESERVED.sub("\ufffd", text)


def weave(text: str, found: Sequence[Found]) -> Woven:
    """Tokens in place of shortcodes. Lines keep their numbers, and columns where a shortcode stays on its line."""
    parts: list[str] = []
    kept: list[Call | Literal] = []
    done = owed = 0
    for each in found:
        if not isinstance(each, Call | Literal):
            continue
        before, owed = _with_owed_lines(text[done : each.start], owed)
        parts += (before, _token(len(kept), text[each.start : each.end]))
        owed += text.count("\n", each.start, each.end)
        kept.append(each)
        done = each.end
    rest, owed = _with_owed_lines(text[done:], owed)
    return Woven("".join((*parts, rest)), tuple(kept))


def split(text: str, woven: Woven) -> Iterator[str | Call | Literal]:
    """The text between tokens, and what the tokens stand for, in order."""
    done = 0
    for token in _TOKEN.finditer(text):
        if token.start() > done:
            yield text[done : token.start()]
        yield woven.found[int(token[1].translate(_NUMBERS))]
        done = token.end()
    if done < len(text):
        yield text[done:]


def holds_token(text: str) -> bool:
    """Whether a shortcode stands in the text."""
    return _START in text


def without_tokens(text: str) -> str:
    """The text between shortcodes."""
    return _TOKEN.sub("", text) if _START in text else text


def is_only_tokens(text: str) -> bool:
    """Whether there is nothing but shortcodes and space."""
    return _START in text and not _TOKEN.sub("", text).strip()


def _token(number: int, source: str) -> str:
    token = _START + "".join(_DIGITS[digit] for digit in str(number))
    return token.ljust(max(_SHORTEST, source.find("\n") if "\n" in source else len(source)), _FILL)


def _with_owed_lines(text: str, owed: int) -> tuple[str, int]:
    """The line breaks that a shortcode held, put in at the next place where they change nothing: an empty line."""
    if not owed:
        return text, 0
    at = text.find("\n\n")
    if at >= 0:
        return text[: at + 1] + "\n" * owed + text[at + 1 :], 0
    return text, owed
