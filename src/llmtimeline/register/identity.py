"""When two spellings mean the same thing: keys of names, ids made from names, and the index of all known names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Protocol

from llmtimeline.values.diagnostics import Checked, Diagnostic, Related, diagnose
from llmtimeline.values.names import Names
from llmtimeline.values.places import Span

CJK = "\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"

_HAS_CJK = re.compile(f"[{CJK}]")
_SEPARATOR = r"[\s_\-\u2010-\u2015\u2212\u00ad\u200b-\u200d\u2060\ufeff]+"
_BETWEEN_DIGITS = re.compile(rf"(?<=\d){_SEPARATOR}(?=\d)")
_DROPPED = re.compile(rf"{_SEPARATOR}|(?<!\d)\.|\.(?!\d)")
_OUTER_DOT = re.compile(r"(?<!\d)\.|\.(?!\d)")
_HYPHENS = re.compile("-+")


@lru_cache(maxsize=1 << 16)
def alias_key(name: str) -> str:
    """The form in which names are compared.

    NFKC and case folding; spaces, hyphens and underscores go, dots stay only between digits: `Qwen-14B` meets
    `qwen14b`, `SDXL 1.0` does not meet `SDXL 10`. Between two digits a separator becomes one `|`, so that
    `Baichuan 2-7B` does not meet `Baichuan 27B`. A name of nothing else stays as it is.
    """
    folded = name.lower()
    if not name.isascii():
        folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
    return _DROPPED.sub("", _BETWEEN_DIGITS.sub("|", folded)) or folded


def slug(name: str) -> str:
    """The id that a name gives: lower case, letters and digits of any script, dots between digits, single hyphens.

    Never empty: a name without letters and digits gives its code points.
    """
    text = unicodedata.normalize("NFKC", name).lower()
    kept = "".join(c if c == "." or c.isalnum() or unicodedata.category(c)[0] == "M" else "-" for c in text)
    result = _HYPHENS.sub("-", _OUTER_DOT.sub("-", kept)).strip("-")
    return result or "-".join(f"u{ord(c):x}" for c in name) or "unnamed"


def has_cjk(text: str) -> bool:
    """Whether a Chinese, Japanese or Korean character is in the text."""
    return _HAS_CJK.search(text) is not None


def is_latin(text: str) -> bool:
    """Whether the text has letters, and none of them Chinese, Japanese or Korean."""
    return not has_cjk(text) and any(c.isalpha() for c in text)


def primary(language: str) -> str:
    """The primary subtag: `zh` of `zh-CN`."""
    return language.lower().split("-")[0]


def in_language_order(names: Mapping[str, str], languages: Sequence[str]) -> Names:
    """Names by language, in the order of the site's languages; those of other languages after them."""
    if len(names) < 2:
        return Names(tuple(names.items()))
    order = {language: place for place, language in enumerate(languages)}
    return Names(tuple(sorted(names.items(), key=lambda item: (order.get(item[0], len(order)), item[0]))))


class Entry(Protocol):
    """What vendors and models of the catalog have in common."""

    @property
    def id(self) -> str: ...  # noqa: D102
    @property
    def names(self) -> Names: ...  # noqa: D102
    @property
    def span(self) -> Span: ...  # noqa: D102
    @property
    def aliases(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def former(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def typos(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def own(self) -> bool: ...  # noqa: D102
    @property
    def places(self) -> Mapping[str, Span]: ...  # noqa: D102


def written_names(entry: Entry) -> tuple[str, ...]:
    """Every right way of writing an entry's name, best first."""
    return tuple(dict.fromkeys((*entry.names.all(), *entry.aliases, *entry.former)))


@dataclass(frozen=True, slots=True)
class NameIndex:
    """The names of all entries of one kind, by key."""

    by_key: Mapping[str, str] = field(default_factory=dict)  # -> id
    shown: Mapping[str, str] = field(default_factory=dict)  # key -> the name as the catalog writes it
    labels: Mapping[str, str] = field(default_factory=dict)  # id -> the entry's best name
    typos: Mapping[str, str] = field(default_factory=dict)  # key of a known misspelling -> id

    def find(self, name: str) -> str | None:
        """The id that a name, alias, former name or id belongs to."""
        return name if name in self.labels else self.by_key.get(alias_key(name))


def index_names(entries: Sequence[Entry]) -> Checked[NameIndex]:
    """The index of one kind. LT308 where two entries claim one name; the site's own layer wins silently."""
    by_key: dict[str, str] = {}
    shown: dict[str, str] = {}
    holders: dict[str, Entry] = {}
    found: list[Diagnostic] = []
    own_first = sorted(entries, key=lambda entry: not entry.own)
    for entry in own_first:
        clashes: dict[str, str] = {}  # id of the other -> the first name in dispute
        for name in (*written_names(entry), entry.id):
            key = alias_key(name)
            holder = holders.setdefault(key, entry)
            if holder.id == entry.id:
                by_key[key] = entry.id
                shown.setdefault(key, name)
            elif holder.own == entry.own:
                clashes.setdefault(holder.id, name)
        found += (_clash(name, entry, holders[alias_key(name)]) for name in clashes.values())
    typos = _typos(own_first, by_key)
    labels = {entry.id: (*written_names(entry), entry.id)[0] for entry in entries}
    return Checked(NameIndex(by_key, shown, labels, typos), tuple(found))


def _clash(name: str, entry: Entry, holder: Entry) -> Diagnostic:
    return diagnose(
        "LT308",
        f"`{name}` is a name of both `{holder.id}` and `{entry.id}`",
        _place(entry, name),
        hint="leave the name to one of the two",
        related=(Related(holder.span, f"`{holder.id}` is here"),),
    )


def _place(entry: Entry, name: str) -> Span:
    """Where an entry claims a name, else where it begins."""
    for field_name, names in (("aliases", entry.aliases), ("former", entry.former)):
        if name in names:
            return entry.places.get(f"{field_name}.{names.index(name)}", entry.span)
    return entry.places.get("name", entry.span) if name in entry.names.all() else entry.span


def _typos(entries: Iterable[Entry], by_key: Mapping[str, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for entry in entries:
        for typo in entry.typos:
            key = alias_key(typo)
            if key and key not in by_key:
                found.setdefault(key, entry.id)
    return found
