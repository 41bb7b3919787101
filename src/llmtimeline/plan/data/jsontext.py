"""JSON as it stands in the dataset: two spaces of indentation, characters as they are, one newline at the end."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from json.encoder import encode_basestring as quoted


@dataclass(frozen=True, slots=True)
class Ready:
    """A value that is text already, indented for its place."""

    text: str


def json_file(value: object) -> str:
    """The text of a file, equal to `json.dumps(value, ensure_ascii=False, indent=2)` and a newline."""
    return json_text(value) + "\n"


def json_text(value: object, indent: str = "\n") -> str:
    """A value whose further lines begin with `indent` (a newline and spaces).

    The standard library indents in pure Python through nested generators; for a large registry this is several times
    as fast.
    """
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, dict):
        if not value:
            return "{}"
        inner = indent + "  "
        parts = [
            f"{quoted(key)}: {quoted(item) if isinstance(item, str) else json_text(item, inner)}"
            for key, item in value.items()
        ]
        return "{" + inner + ("," + inner).join(parts) + indent + "}"
    if isinstance(value, (list, tuple)):
        return json_list([json_text(item, indent + "  ") for item in value], indent)
    if isinstance(value, bool) or value is None:
        return "null" if value is None else "true" if value else "false"
    if isinstance(value, float) and not math.isfinite(value):
        return "null"
    if isinstance(value, (int, float)):
        return repr(value)
    if isinstance(value, Ready):
        return value.text
    raise TypeError(f"{type(value).__name__} has no place in JSON")


def json_list(parts: Iterable[str], indent: str = "\n") -> str:
    """A list of items that are text already, with their further lines indented for it."""
    inner = indent + "  "
    text = ("," + inner).join(parts)
    return "[" + inner + text + indent + "]" if text else "[]"


def shifted(text: str) -> str:
    """A text one level deeper. Strings in JSON hold no line breaks, so that nothing inside them changes."""
    return text.replace("\n", "\n  ")
