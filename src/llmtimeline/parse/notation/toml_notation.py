"""TOML with a place for everything: tomllib judges the text, then a walk over valid text finds the places."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field

from llmtimeline.parse.notation.documents import (
    BLOCK_LIMITS,
    Limits,
    NotationError,
    Places,
    places_of,
    too_deep,
    too_large,
    too_many,
)
from llmtimeline.parse.notation.plain import shown
from llmtimeline.values.diagnostics import Checked, Diagnostic, diagnose
from llmtimeline.values.located import Entry, Mapping, Node, Scalar, ScalarKind, Sequence
from llmtimeline.values.places import Span

_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_SPACE = re.compile(r"[ \t]*")
_STRING = re.compile(
    r'"""(?:\\.|[^\\])*?"""(?:""|")?' r"|'''.*?'''(?:''|')?" r'|"(?:\\.|[^"\\])*"' r"|'[^']*'", re.DOTALL
)
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_BARE_VALUE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[^\s,\]}#]*|[^\s,\]}#]+")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_KEY_OF_LINE = re.compile(r"\s*(?P<key>[A-Za-z0-9_.\"'-]+)\s*=")
_WHERE = re.compile(r" \(at (?:line ([0-9]+), column ([0-9]+)|end of document)\)$")


# The parser's words -> ours, and a hint. What no row names keeps its words.
_WORDS: dict[str, tuple[str, str]] = {
    "invalid value": ("a value cannot stand here as it is", 'put text in straight quotes: `title = "…"`'),
    "invalid date or datetime": ("no calendar has such a day", "write 2023-10-01 or 2023-10-01T08:00:00+08:00"),
    "invalid statement": (
        "a key cannot begin like this",
        'write `key = "value"`; other keys than a-z, 0-9, - in quotes',
    ),
    "expected '='": ("a key without its `=`", 'write `key = "value"`'),
    "illegal character '\\n'": (
        "the closing quote is missing",
        "end the value on its line with the quote it began with",
    ),
    "unterminated string": ("the closing quote is missing", "end the value with the quote it began with"),
    "unclosed array": ("the list in `[…]` is not closed", "add the `]`, or the missing comma"),
    "unclosed inline table": ("the table in `{…}` is not closed", "add the `}`, or the missing comma"),
    "expected newline or end of document": ("nothing may follow the value on its line", "put text in straight quotes"),
    "unescaped '\\' in a string": (
        "a backslash before this letter means nothing",
        "use single quotes, or write `\\\\`",
    ),
}


def parse_toml(
    text: str, *, path: str, first_line: int = 1, first_column: int = 1, limits: Limits = BLOCK_LIMITS
) -> Checked[Node | None]:
    """The document in a text; None when it is empty or not valid. May add LT101, LT109.

    A key given twice is an error here, as TOML has it.
    """
    places = places_of(text, path, first_line, first_column)
    finding = too_large(text, limits, places.at(1, 1))
    if finding is not None:
        return Checked(None, (finding,))
    try:
        tomllib.loads(text)
    except RecursionError:
        return Checked(None, (too_deep(limits, places.at(1, 1)),))
    except ValueError as error:
        return Checked(None, (_problem(error, text, places),))
    try:
        root = _Walk(text, places, limits).document()
    except NotationError as refused:
        return Checked(None, (refused.finding,))
    return Checked(root)


def _problem(error: ValueError, text: str, places: Places) -> Diagnostic:
    message = shown(str(error), 200)
    where = _WHERE.search(message)
    if where is None:
        # An integer of thousands of digits; Python refuses it before TOML can.
        return diagnose("LT101", message[:1].lower() + message[1:].partition(";")[0], places.at(1, 1))
    message = message[: where.start()]
    message = message[:1].lower() + message[1:]
    if where.group(1) is None:
        end = len(text.rstrip())
        message, hint = next((words for start, words in _WORDS.items() if message.startswith(start)), (message, ""))
        return diagnose("LT101", message, places.between(max(0, end - 1), end), hint=hint)
    line = int(where.group(1))
    known = _given_twice(message, text, line, places)
    if known is not None:
        return known
    message, hint = next((words for start, words in _WORDS.items() if message.startswith(start)), (message, ""))
    return diagnose("LT101", message, places.at(line, int(where.group(2))), hint=hint)


def _given_twice(message: str, text: str, line: int, places: Places) -> Diagnostic | None:
    """A key of a line of its own that an earlier line has given: tomllib only says where the second value ends."""
    found = _KEY_OF_LINE.match(text.split("\n")[line - 1]) if message == "cannot overwrite a value" else None
    if found is None:
        return None
    column, name = found.start("key") + 1, found["key"]
    hint = f"take one `{shown(name)}` out; TOML does not let the last one count"
    return diagnose("LT101", f"key `{shown(name)}` stands twice", places.at(line, column, len(name)), hint=hint)


@dataclass(slots=True)
class _Table:
    """A table while it is open to more keys."""

    span: Span
    keys: dict[str, Scalar] = field(default_factory=dict)
    values: dict[str, _Table | _Tables | Node] = field(default_factory=dict)

    def put(self, key: Scalar, value: _Table | _Tables | Node) -> None:
        self.keys[key.text] = key
        self.values[key.text] = value

    def below(self, key: Scalar) -> _Table:
        """The table under a key, made when there is none; of an array of tables the last one."""
        value = self.values.get(key.text)
        if isinstance(value, _Tables):
            return value.items[-1]
        if isinstance(value, _Table):
            return value
        table = _Table(key.span)
        self.put(key, table)
        return table

    def closed(self) -> Mapping:
        return Mapping(tuple(Entry(self.keys[name], _closed(value)) for name, value in self.values.items()), self.span)


@dataclass(slots=True)
class _Tables:
    """`[[name]]`, several times."""

    span: Span
    items: list[_Table] = field(default_factory=list)


def _closed(value: _Table | _Tables | Node) -> Node:
    if isinstance(value, _Table):
        return value.closed()
    if isinstance(value, _Tables):
        return Sequence(tuple(item.closed() for item in value.items), value.span)
    return value


class _Walk:
    """Goes once over a valid text. Raises NotationError where a limit is passed."""

    def __init__(self, text: str, places: Places, limits: Limits) -> None:
        self.text = text
        self.places = places
        self.limits = limits
        self.position = 0
        self.count = 0

    def document(self) -> Mapping | None:
        """The whole text as a mapping; None when it holds no key."""
        root = _Table(self.places.at(1, 1))
        table, above = root, 0
        while self._skip(_BLANK) < len(self.text):
            if self._sign() != "[":
                self._pair(table, above)
                continue
            brackets = 2 if self.text.startswith("[[", self.position) else 1
            self.position += brackets
            keys = self._keys(0)
            self._skip(_SPACE)
            self.position += brackets
            table, above = _opened(root, keys, repeated=brackets == 2), len(keys)
        return root.closed() if root.values else None

    def _pair(self, table: _Table, depth: int) -> None:
        *path, last = keys = self._keys(depth)
        for key in path:
            table = table.below(key)
        self._skip(_SPACE)
        self.position += 1  # =
        self._skip(_SPACE)
        table.put(last, self._value(depth + len(keys)))

    def _keys(self, depth: int) -> list[Scalar]:
        keys: list[Scalar] = []
        while True:
            start = self._skip(_SPACE)
            found = _STRING.match(self.text, start) or _BARE_KEY.match(self.text, start)
            assert found is not None, "tomllib took a key that the walk does not know"
            self.position = found.end()
            text, span = found.group(), self.places.between(start, found.end())
            quoted = text[0] in "\"'"
            self._count(span)
            keys.append(Scalar(_unquoted(text) if quoted else text, span, quoted=quoted))
            if depth + len(keys) > self.limits.depth:
                raise NotationError(too_deep(self.limits, span))
            self._skip(_SPACE)
            if self._sign() != ".":
                return keys
            self.position += 1

    def _value(self, depth: int) -> Node:
        start = self.position
        sign = self._sign()
        if sign in "[{" and depth >= self.limits.depth:
            raise NotationError(too_deep(self.limits, self.places.between(start, start + 1)))
        if sign == "[":
            return self._array(start, depth + 1)
        if sign == "{":
            return self._inline(start, depth + 1)
        found = _STRING.match(self.text, start) if sign in "\"'" else _BARE_VALUE.match(self.text, start)
        assert found is not None, "tomllib took a value that the walk does not know"
        self.position = found.end()
        span = self.places.between(start, found.end())
        self._count(span)
        if sign in "\"'":
            return Scalar(_unquoted(found.group()), span, ScalarKind.TEXT, quoted=True)
        return Scalar(found.group(), span, _kind(found.group()))

    def _array(self, start: int, depth: int) -> Sequence:
        self.position += 1
        items: list[Node] = []
        while self._skip(_BLANK) < len(self.text) and self._sign() != "]":
            items.append(self._value(depth))
            self._comma()
        self.position += 1
        return Sequence(tuple(items), self.places.between(start, self.position))

    def _inline(self, start: int, depth: int) -> Mapping:
        self.position += 1
        table = _Table(self.places.between(start, start + 1))
        while self._skip(_BLANK) < len(self.text) and self._sign() != "}":
            self._pair(table, depth)
            self._comma()
        self.position += 1
        return Mapping(table.closed().entries, self.places.between(start, self.position))

    def _comma(self) -> None:
        self._skip(_BLANK)
        if self._sign() == ",":
            self.position += 1

    def _skip(self, pattern: re.Pattern[str]) -> int:
        found = pattern.match(self.text, self.position)
        self.position = found.end() if found else self.position
        return self.position

    def _sign(self) -> str:
        return self.text[self.position : self.position + 1]

    def _count(self, span: Span) -> None:
        self.count += 1
        if self.count > self.limits.nodes:
            raise NotationError(too_many(self.limits, span))


def _opened(root: _Table, keys: list[Scalar], *, repeated: bool) -> _Table:
    *path, last = keys
    table = root
    for key in path:
        table = table.below(key)
    if not repeated:
        return table.below(last)
    tables = table.values.get(last.text)
    if not isinstance(tables, _Tables):
        tables = _Tables(last.span)
        table.put(last, tables)
    tables.items.append(_Table(last.span))
    return tables.items[-1]


def _unquoted(raw: str) -> str:
    if raw[0] == "'" and not raw.startswith("'''"):
        return raw[1:-1]
    if raw[0] == '"' and "\\" not in raw and not raw.startswith('"""'):
        return raw[1:-1]
    return str(tomllib.loads("text = " + raw)["text"])


def _kind(text: str) -> ScalarKind:
    if text in ("true", "false"):
        return ScalarKind.BOOLEAN
    if _DATE.match(text):
        return ScalarKind.TIMESTAMP
    if ":" in text:
        return ScalarKind.TEXT  # a time without a date
    if text.startswith(("0x", "0o", "0b")):
        return ScalarKind.INTEGER
    return ScalarKind.FLOAT if any(sign in text for sign in ".eEn") else ScalarKind.INTEGER
