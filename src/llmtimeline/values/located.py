"""A YAML, TOML or JSON document in which everything has its place. Scalars keep the text that was typed."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from dataclasses import dataclass

from llmtimeline.values.places import Span


class ScalarKind(enum.StrEnum):
    """What the notation says a plain scalar is. Quoted scalars are always TEXT."""

    TEXT = "text"
    INTEGER = "integer"
    FLOAT = "float"
    BOOLEAN = "boolean"
    NULL = "null"
    TIMESTAMP = "timestamp"


@dataclass(frozen=True, slots=True)
class Scalar:
    """A leaf. `text` is as typed (without quotes, escapes resolved): `1.10` stays `1.10`, `no` stays `no`."""

    text: str
    span: Span
    kind: ScalarKind = ScalarKind.TEXT
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One key with its value."""

    key: Scalar
    value: Node


@dataclass(frozen=True, slots=True)
class Mapping:
    """Entries in the order written, each key once (of duplicates the last one, as Hugo up to 0.151 had it)."""

    entries: tuple[Entry, ...]
    span: Span

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    def get(self, key: str) -> Node | None:
        """The value of a key, compared without case (Hugo lower-cases every key), or None."""
        wanted = key.lower()
        for entry in self.entries:
            if entry.key.text.lower() == wanted:
                return entry.value
        return None


@dataclass(frozen=True, slots=True)
class Sequence:
    """Items in order."""

    items: tuple[Node, ...]
    span: Span

    def __iter__(self) -> Iterator[Node]:
        return iter(self.items)


Node = Scalar | Mapping | Sequence
