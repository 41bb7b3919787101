"""One tag of a shortcode: `{{< name arg key="value" >}}`, with `%` in place of the angle brackets just as well."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

Scalar = str | int | float | bool

OPENING = re.compile(r"\{\{[<%]")
_LITERAL = re.compile(r"\{\{([<%])/\*(.*?)\*/([>%])\}\}", re.DOTALL)
_NAME = re.compile(r"[^\s\"'`=<>%/{}][^\s\"'`=<>%{}]*")
_KEY = re.compile(r"([A-Za-z_][\w-]*)\s*=\s*")
_QUOTED = re.compile(r'"((?:\\.|[^"\\])*)"', re.DOTALL)
_RAW = re.compile(r"`([^`]*)`")
_BARE = re.compile(r"(?!/?[>%]\}\})[^\s\"`]+?(?=\s|/?[>%]\}\}|\Z)")
_SPACE = re.compile(r"\s*")
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_ESCAPES: Mapping[str, str] = {"n": "\n", "t": "\t"}
_INTEGER = re.compile(r"-?\d{1,18}\Z")
_FLOAT = re.compile(r"-?\d+\.\d+\Z")
_OTHER_QUOTES = ("“", "”", "‘", "’", "＂", "「", "『", "«")  # what Chinese keyboards and word processors type
_LONGEST = 10_000  # characters of one tag; a body that never closes one is not read to its end each time


@dataclass(frozen=True, slots=True)
class Argument:
    """A value with the place where it stands, as an offset into the text."""

    value: Scalar
    start: int
    width: int


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag that could be read. Arguments stand by position or by name, never both."""

    name: str
    start: int
    end: int
    closing: bool = False  # {{< /name >}}
    alone: bool = False  # {{< name />}}
    positional: tuple[Argument, ...] = ()
    named: Mapping[str, Argument] = field(default_factory=dict)  # names lower-cased


@dataclass(frozen=True, slots=True)
class Literal:
    """`{{</* … */>}}`: a tag to be shown, not run."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Misread:
    """Something that starts as a tag and goes wrong: what, and where."""

    start: int
    end: int  # where reading goes on
    message: str
    at: int
    hint: str = ""


def read_tag(text: str, start: int) -> Tag | Literal | Misread:
    """The tag that opens at `start`, where OPENING matches."""
    literal = _LITERAL.match(text, start, start + _LONGEST)
    if literal:
        return Literal(start, literal.end(), show_literal(literal))
    return _Reader(text, start).read()


def show_literals(text: str) -> str:
    """Code, in which Hugo's authors must escape a tag to show it, as it shall be shown."""
    return _LITERAL.sub(show_literal, text) if "{{" in text else text


def show_literal(found: re.Match[str]) -> str:
    """The tag without the marks that kept it from running."""
    return "{{" + found[1] + found[2] + found[3] + "}}"


class _Reader:
    def __init__(self, text: str, start: int) -> None:
        self._text = text
        self._start = start
        self._pos = self._named_at = start + 3
        self._limit = min(len(text), start + _LONGEST)
        self._end = (">" if text[start + 2] == "<" else "%") + "}}"

    def read(self) -> Tag | Misread:
        self._skip()
        closing = self._text.startswith("/", self._pos)
        if closing:
            self._pos += 1
            self._skip()
        self._named_at = self._pos
        name = _NAME.match(self._text, self._pos, self._limit)
        if name is None or self._text.startswith(self._end, self._pos):
            return self._misread("a shortcode needs a name", hint="write `{{< figure src=… >}}`")
        self._pos = name.end()
        positional: list[Argument] = []
        named: dict[str, Argument] = {}
        while True:
            self._skip()
            for mark, alone in ((self._end, False), ("/" + self._end, True)):
                if self._text.startswith(mark, self._pos):
                    end = self._pos + len(mark)
                    return Tag(name[0], self._start, end, closing, alone, tuple(positional), named)
            other = ("%" if self._end[0] == ">" else ">") + "}}"
            if self._text.startswith(other, self._pos):
                return self._misread(
                    f"the shortcode `{name[0]}` ends with another bracket", hint=f"write `{self._end}`"
                )
            if self._pos >= self._limit or OPENING.match(self._text, self._pos):
                return self._unclosed()
            fault = self._argument(positional, named)
            if fault is not None:
                return fault

    def _argument(self, positional: list[Argument], named: dict[str, Argument]) -> Misread | None:
        at = self._pos
        key = _KEY.match(self._text, self._pos, self._limit)
        if key:
            self._pos = key.end()
        if self._text[self._pos : self._pos + 1] in _OTHER_QUOTES:
            return self._misread("these quotes are part of the text, not around it", hint='write straight ones: "…"')
        value = self._value()
        if value is None:
            return self._misread("this is no argument of a shortcode", hint='write a word, "text" or name="text"')
        if key and key[1].lower() in named:
            return self._misread(f"`{key[1]}` is given twice", at)
        if key:
            named[key[1].lower()] = value
        else:
            positional.append(value)
        if named and positional:
            if not self._is_closed():
                return self._unclosed()
            hint = "give all of them a name, or none"
            return self._misread("arguments with names and without do not mix", at, hint)
        return None

    def _is_closed(self) -> bool:
        """Whether the tag ends somewhere, before another one begins."""
        end = self._text.find(self._end, self._pos, self._limit)
        following = OPENING.search(self._text, self._pos, self._limit)
        return end >= 0 and (following is None or end < following.start())

    def _unclosed(self) -> Misread:
        name = _NAME.match(self._text, self._named_at, self._limit)
        message = f"the shortcode `{name[0] if name else ''}` is not closed"
        return self._misread(message, self._start, f"end it with ` {self._end}`")

    def _value(self) -> Argument | None:
        start = self._pos
        for pattern in (_QUOTED, _RAW):
            found = pattern.match(self._text, start, self._limit)
            if found:
                self._pos = found.end()
                text = _unescaped(found[1]) if pattern is _QUOTED else found[1]
                return Argument(text, start + 1, max(1, len(found[1])))
        found = _BARE.match(self._text, start, self._limit)
        if found is None:
            return None
        self._pos = found.end()
        return Argument(_typed(found[0]), start, len(found[0]))

    def _skip(self) -> None:
        found = _SPACE.match(self._text, self._pos, self._limit)
        self._pos = found.end() if found else self._pos

    def _misread(self, message: str, at: int | None = None, hint: str = "") -> Misread:
        at = self._pos if at is None else at
        return Misread(self._start, max(at, self._start + 3), message, min(at, len(self._text) - 1), hint)


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda found: _ESCAPES.get(found[1], found[1]), text)


def _typed(text: str) -> Scalar:
    """A word without quotes has a type, as in Hugo: `true`, `12`, `0.5`."""
    if text in ("true", "false"):
        return text == "true"
    if _INTEGER.match(text):
        return int(text)
    return float(text) if _FLOAT.match(text) else text
