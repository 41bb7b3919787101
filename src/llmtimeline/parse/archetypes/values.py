"""What the expressions of an archetype come to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from llmtimeline.parse.notation.plain import shown
from llmtimeline.values.golayout import format_layout

RFC3339 = "2006-01-02T15:04:05Z07:00"


@dataclass(frozen=True, slots=True)
class Record:
    """Something with named fields, such as `.File`."""

    fields: Mapping[str, Value]
    text: str | None = None  # how it is written out; None where it cannot be


Value = object
"""str, int, float, bool, None, datetime, Record, or a parameter of the config: a tuple, or a dict by small keys."""


class RefusalError(Exception):
    """A function or a value does not take what it was given. Its text is the message; the evaluator knows the place."""


def is_true(value: Value) -> bool:
    """Go's notion: false, 0, nil and whatever is empty are not true."""
    return isinstance(value, Record | datetime) or bool(value)


def text_of(value: Value) -> str:
    """The value as it is written out: a moment as RFC 3339. Raises RefusalError for what has no text."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e21 else repr(value)
    if isinstance(value, datetime):
        return format_layout(RFC3339, value)
    if isinstance(value, Record) and value.text is not None:
        return value.text
    raise RefusalError("there is no value" if value is None else f"{kind_of(value)} cannot be written out")


def kind_of(value: Value) -> str:
    """What a value is, for messages."""
    if value is None:
        return "nothing"
    if isinstance(value, tuple):
        return "a list"
    if isinstance(value, Record | Mapping):
        return "a group of values"
    return f"`{shown(text_of(value))}`"


def whole_of(value: Value) -> int:
    """A whole number, also one written as text. Raises RefusalError."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and len(value) < 20:
        try:
            return int(value)
        except ValueError:
            pass
    raise RefusalError(f"a whole number is needed, not {kind_of(value)}")
