"""Declared fields: from a mapping to typed values, with every mistake told at its place.

A `Table` says which keys a mapping takes. The same rows serve parsing, suggestions, the documentation and the JSON
Schemas for editors.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping as Lookup
from dataclasses import dataclass, field
from functools import lru_cache

from llmtimeline.values.located import Node


class Kind(enum.Enum):
    """What a field takes, and what `read_table` makes of it."""

    TEXT = "text"  # str; numbers and dates as typed
    FLAG = "true or false"  # bool; also yes/no and quoted
    WHOLE = "a whole number"  # int
    NUMBER = "a number"  # int or float
    TEXTS = "a list of texts"  # tuple of str; one text is a list of one
    ADDRESS = "an address"  # str: http, https, mailto, tel or inside the site
    WEB_ADDRESS = "a whole address"  # str: http or https, with a host
    ADDRESSES = "a list of addresses"  # tuple of str
    TABLE = "a mapping"  # dict by the field's own table
    TABLES = "a list of mappings"  # tuple of such dicts
    ANY = "anything"  # plain value
    NODE = "special"  # the Node itself, for whoever knows more


class Effect(enum.Enum):
    """What a known key does here."""

    FULL = "full"
    NONE = "none"  # of Hugo or a theme, without meaning here, and nothing is lost
    LOST = "lost"  # of Hugo, and its author expects something that we do not do: LT115


@dataclass(frozen=True, slots=True)
class Field:
    """One key."""

    name: str  # as the documentation writes it; compared without case
    kind: Kind
    meaning: str  # one sentence, or its beginning
    words: tuple[str, ...] = ()  # the only values, if closed
    table: Table | None = None  # of TABLE and TABLES
    effect: Effect = Effect.FULL
    instead: str = ""  # hint of LT115: what to write
    slips: tuple[str, ...] = ()  # names that people write for it by mistake
    required: bool = False  # LT118 when missing


@dataclass(frozen=True, slots=True)
class Table:
    """The keys of one mapping."""

    name: str  # for messages: "front matter"
    fields: tuple[Field, ...]
    is_open: bool = False  # other keys are taken as plain values; only near misses are told
    homes: tuple[tuple[Table, str], ...] = ()  # tables whose keys are put here by mistake, with the hint for them
    by_key: Lookup[str, Field] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_key", {row.name.lower(): row for row in self.fields})

    def __hash__(self) -> int:
        return hash(self.name)

    def nearest(self, key: str) -> str:
        """The name of the field that an unknown key was probably meant to be, or ""."""
        return _nearest(self, key.lower())


@lru_cache(maxsize=2048)
def _nearest(table: Table, key: str) -> str:
    for row in table.fields:
        if key in row.slips:
            return row.name
    plain_key = key.replace("_", "").replace("-", "")
    if plain_key in table.by_key:
        return table.by_key[plain_key].name
    found = nearest_word(key, table.by_key)
    return table.by_key[found].name if found else ""


def nearest_word(word: str, words: Lookup[str, object] | tuple[str, ...]) -> str:
    """The word of a list that another is a slip of the finger away from, or ""."""
    from difflib import get_close_matches

    if len(word) > 60:
        return ""
    found = get_close_matches(word, list(words), n=1, cutoff=0.8)
    if found:
        return found[0]
    # Two swapped letters weigh much in a short word: `yaer`.
    letters = sorted(word)
    return next((known for known in words if len(word) > 3 and sorted(known) == letters), "")


@dataclass(frozen=True, slots=True)
class Values:
    """What `read_table` found, by lower-cased name; only what was given, and right."""

    by_key: Lookup[str, object] = field(default_factory=dict)

    def __contains__(self, name: str) -> bool:
        return name.lower() in self.by_key

    def text(self, name: str, default: str = "") -> str:
        """A TEXT or ADDRESS."""
        value = self.by_key.get(name.lower())
        return value if isinstance(value, str) else default

    def flag(self, name: str, *, default: bool = False) -> bool:
        """A FLAG."""
        value = self.by_key.get(name.lower())
        return value if isinstance(value, bool) else default

    def whole(self, name: str, default: int = 0) -> int:
        """A WHOLE."""
        value = self.by_key.get(name.lower())
        return value if isinstance(value, int) and not isinstance(value, bool) else default

    def texts(self, name: str) -> tuple[str, ...]:
        """TEXTS or ADDRESSES."""
        value = self.by_key.get(name.lower())
        return tuple(v for v in value if isinstance(v, str)) if isinstance(value, tuple) else ()

    def table(self, name: str) -> Values:
        """A TABLE; empty when it was not given."""
        value = self.by_key.get(name.lower())
        return Values(value) if isinstance(value, dict) else Values()

    def tables(self, name: str) -> tuple[Values, ...]:
        """TABLES."""
        value = self.by_key.get(name.lower())
        return tuple(Values(v) for v in value if isinstance(v, dict)) if isinstance(value, tuple) else ()

    def node(self, name: str) -> Node | None:
        """A NODE."""
        value = self.by_key.get(name.lower())
        return value if isinstance(value, Node) else None
