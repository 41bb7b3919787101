"""JSON with a place for everything. Its own small reader: the standard one knows no places but that of an error."""

from __future__ import annotations

import json
import re
from typing import NoReturn

from llmtimeline.parse.notation.documents import (
    BLOCK_LIMITS,
    Limits,
    NotationError,
    Places,
    mapping_of,
    places_of,
    too_deep,
    too_large,
    too_many,
)
from llmtimeline.values.diagnostics import Checked, Diagnostic, diagnose
from llmtimeline.values.located import Entry, Mapping, Node, Scalar, ScalarKind, Sequence

_SPACE = re.compile(r"[ \t\n\r]*")
_STRING = re.compile(r'"(?:[^"\\\x00-\x1f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"')
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?(?![0-9A-Za-z.])")
_WORD = re.compile(r"(?:true|false|null)\b")
_SURROGATES = re.compile("[\ud800-\udfff]")


def parse_json(
    text: str, *, path: str, first_line: int = 1, first_column: int = 1, limits: Limits = BLOCK_LIMITS
) -> Checked[Node | None]:
    """The document in a text; None when it is empty or not valid. May add LT101, LT102, LT109."""
    places = places_of(text, path, first_line, first_column)
    finding = too_large(text, limits, places.at(1, 1))
    if finding is not None:
        return Checked(None, (finding,))
    if not text.strip(" \t\r\n"):
        return Checked(None)
    reader = JsonReader(text, places, limits)
    try:
        node = reader.value(0)
        end = reader.skip()
        if end < len(text):
            raise NotationError(diagnose("LT101", "nothing may follow the last brace", places.between(end, end + 1)))
    except NotationError as refused:
        return Checked(None, (*reader.findings, refused.finding))
    return Checked(node, tuple(reader.findings))


class JsonReader:
    """Reads one value at a time from a position; nested as deep as the limits allow."""

    def __init__(self, text: str, places: Places, limits: Limits) -> None:
        self.text = text
        self.places = places
        self.limits = limits
        self.position = 0
        self.count = 0
        self.findings: list[Diagnostic] = []

    def skip(self) -> int:
        """Moves over white space; the new position."""
        found = _SPACE.match(self.text, self.position)
        self.position = found.end() if found else self.position
        return self.position

    def value(self, depth: int) -> Node:
        """The value that starts here. Raises NotationError when there is none."""
        start = self.skip()
        self.count += 1
        if self.count > self.limits.nodes:
            raise NotationError(too_many(self.limits, self.places.between(start, start + 1)))
        first = self.text[start : start + 1]
        if first and first in "{[":
            if depth >= self.limits.depth:
                raise NotationError(too_deep(self.limits, self.places.between(start, start + 1)))
            self.position += 1
            return self._mapping(start, depth + 1) if first == "{" else self._sequence(start, depth + 1)
        return self._scalar(start)

    def _scalar(self, start: int) -> Scalar:
        if self.text[start : start + 1] == '"':
            return self._string(start)
        found = _NUMBER.match(self.text, start)
        if found is not None:
            whole = found.group(1) is None and found.group(2) is None
            kind = ScalarKind.INTEGER if whole else ScalarKind.FLOAT
        else:
            found = _WORD.match(self.text, start)
            if found is None:
                self._refuse("a value was expected here", "quote words: only true, false and null stand bare")
            kind = ScalarKind.NULL if found.group() == "null" else ScalarKind.BOOLEAN
        self.position = found.end()
        return Scalar(found.group(), self.places.between(start, self.position), kind)

    def _string(self, start: int) -> Scalar:
        found = _STRING.match(self.text, start)
        if found is None:
            self._refuse(
                "this string has no end, or an odd backslash", 'close it with `"`; write `\\\\` for one backslash'
            )
        self.position = found.end()
        text = _SURROGATES.sub("\ufffd", json.loads(found.group()))
        return Scalar(text, self.places.between(start, self.position), ScalarKind.TEXT, quoted=True)

    def _mapping(self, start: int, depth: int) -> Mapping:
        entries: list[Entry] = []
        while self._more("}", first=not entries):
            key = self._string(self.skip())
            self.skip()
            if self.text[self.position : self.position + 1] != ":":
                self._refuse("a colon was expected here", 'write `"key": value`')
            self.position += 1
            entries.append(Entry(key, self.value(depth)))
        return mapping_of(entries, self.places.between(start, self.position), self.findings)

    def _sequence(self, start: int, depth: int) -> Sequence:
        items: list[Node] = []
        while self._more("]", first=not items):
            items.append(self.value(depth))
        return Sequence(tuple(items), self.places.between(start, self.position))

    def _more(self, close: str, *, first: bool) -> bool:
        """Whether another item follows; moves over the comma or the closing sign."""
        sign = self.text[self.skip() : self.position + 1]
        if sign == close:
            self.position += 1
            return False
        if first:
            return True
        if sign != ",":
            self._refuse(f"a comma or `{close}` was expected here", "")
        comma = self.position
        self.position += 1
        if self.text[self.skip() : self.position + 1] == close:
            self.position = comma
            self._refuse("a comma stands after the last item", "take it out")
        return True

    def _refuse(self, message: str, hint: str) -> NoReturn:
        # At the end of the text there is nothing to point at but the last thing that is there.
        at = min(self.position, max(0, len(self.text.rstrip()) - 1))
        raise NotationError(diagnose("LT101", message, self.places.between(at, at + 1), hint=hint))
