"""Models that headings name and the catalog lacks: their names gather first, then each gets its id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from llmtimeline.register.identity import alias_key, has_cjk, in_language_order, is_latin, slug
from llmtimeline.values.facts import BaseRef, Placed
from llmtimeline.values.names import Names


class Newcomer:
    """A model as known from headings and blocks alone. It is complete only when every heading has been read."""

    def __init__(self, placed: Placed, vendors: tuple[str, ...] = ()) -> None:
        self.label = placed.text  # what it was first called
        self.span = placed.span
        self.vendors = vendors  # of the heading that named it first
        self.id = ""  # given by `settle`
        self.explicit = ""  # the id that a block asks for
        self.kind = ""
        self.family = ""
        self.bases: list[BaseRef] = []
        self.given: dict[str, str] = {}  # language -> name, from blocks
        self.written: dict[str, str] = {}  # language -> name, from headings
        self.others: dict[str, None] = {}  # further ways of writing it, in order
        self._merged: Newcomer | None = None

    @property
    def root(self) -> Newcomer:
        """The newcomer that this one turned out to be."""
        here = self
        while here._merged is not None:
            here = here._merged
        return here

    def give(self, names: Names) -> None:
        """Take up names of a block; the first one of each language stays."""
        for language, name in names.by_language:
            self.given.setdefault(language, name)

    def write(self, language: str, name: str) -> None:
        """Take up a heading's name; the first one of each language stays, others become aliases."""
        if self.written.setdefault(language, name) != name:
            self.others.setdefault(name)

    def absorb(self, other: Newcomer) -> None:
        """Take over everything from one that turns out to be the same, unless blocks ask for two different ids."""
        if self.explicit and other.explicit and self.explicit != other.explicit:
            return
        other._merged = self
        self.explicit = self.explicit or other.explicit
        self.kind = self.kind or other.kind
        self.family = self.family or other.family
        self.bases += other.bases
        for language, name in other.given.items():
            self.given.setdefault(language, name)
        for language, name in other.written.items():
            self.write(language, name)
        self.others.update(other.others)

    def names(self, languages: Sequence[str]) -> Names:
        """The name of each language: a block's, else a heading's, else another way of writing in that script."""
        found = {**self.written, **self.given} or {"": self.label}
        first = next(iter(self.written.values()), "")
        for other in self.others:
            if has_cjk(first) and is_latin(other):
                found.setdefault("en", other)
            elif is_latin(first) and has_cjk(other):
                found.setdefault("zh", other)
        return in_language_order(found, languages)

    def aliases(self, shown: Names) -> tuple[str, ...]:
        """Ways of writing that mean more than another spelling of the shown names."""
        seen = {alias_key(name) for name in shown.all()}
        kept = []
        for name in (*self.written.values(), *self.others):
            key = alias_key(name)
            if key not in seen:
                seen.add(key)
                kept.append(name)
        return tuple(kept)

    def ids(self) -> Iterator[str]:
        """Ids that it may have, best first: those of Latin names before others."""
        names = (*self.written.values(), *self.given.values(), *self.others, self.label)
        for name in sorted(names, key=lambda name: not is_latin(name)):
            yield slug(name)


def settle(newcomers: Iterable[Newcomer], taken: Iterable[str], locked: frozenset[str]) -> None:
    """Give every newcomer its id.

    What a block asks for comes first. Then an id once published (in `locked`) is kept before a new one is made; of two
    with one slug the later becomes `vendor--slug`.
    """
    used = set(taken)
    roots = [newcomer for newcomer in newcomers if newcomer.root is newcomer]
    for newcomer in roots:
        if newcomer.explicit and newcomer.explicit not in used:
            newcomer.id = newcomer.explicit
            used.add(newcomer.id)
    for newcomer in roots:
        if not newcomer.id:
            options = list(dict.fromkeys((newcomer.explicit, *newcomer.ids()) if newcomer.explicit else newcomer.ids()))
            kept = next((option for option in options if option in locked and option not in used), options[0])
            newcomer.id = _free(kept, newcomer.vendors, used)
            used.add(newcomer.id)


def _free(wanted: str, vendors: tuple[str, ...], used: set[str]) -> str:
    if wanted not in used:
        return wanted
    name = f"{vendors[0]}--{wanted}" if vendors else f"{wanted}--2"
    number = 2
    while name in used:
        number += 1
        name = f"{wanted}--{number}"
    return name
