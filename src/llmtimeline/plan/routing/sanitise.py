"""How a name becomes a path: Hugo's rules, as measured in Hugo 0.168."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_PLAIN = re.compile(r"[a-z0-9._/~+-]*\Z")
_KEPT = frozenset("./\\_#+~-@")
_ESCAPE = re.compile(r"%[0-9A-Fa-f]{2}")


@dataclass(frozen=True, slots=True)
class PathRules:
    """The two settings that change how names become paths."""

    lower: bool = True
    remove_accents: bool = False

    def path(self, name: str) -> str:
        """A file name, slug or title as a path, "/" kept: `GPT-4.5 说明` gives `gpt-4.5-说明`. May be empty."""
        if _PLAIN.match(name):
            return name
        name = unicodedata.normalize("NFC", name)
        if self.remove_accents:
            bare = (c for c in unicodedata.normalize("NFD", name) if unicodedata.category(c) != "Mn")
            name = unicodedata.normalize("NFC", "".join(bare))
        kept = _keep(name)
        return unicodedata.normalize("NFC", kept.lower()) if self.lower else kept

    def file(self, name: str) -> str:
        """The name of a file or of a term as a path. Each space of it is a hyphen before anything is dropped, so that
        `a & b.md` gives `a--b` and a slug `a & b` gives `a-b`; not where letters keep their case (measured in Hugo)."""
        return self.path(name.replace(" ", "-") if self.lower else name)

    def term(self, name: str) -> str:
        """A tag or category as one folder's name. Hugo makes two folders of `AI/ML`; here it is `ai-ml`."""
        return self.file(re.sub(r"[/\\]+", "-", name.strip())).strip("-")

    def hugo_term(self, name: str) -> str:
        """The folder or folders that Hugo makes of a term, spaces at its ends and all: `AI/ML` gives `ai/ml`."""
        return clean_path(self.file(name))[0]


def clean_path(path: str) -> tuple[str, bool]:
    """The path without empty, `.` and `..` parts, and whether it climbed above its root (where it then stays)."""
    parts: list[str] = []
    climbed = False
    for part in path.split("/"):
        if part in ("", "."):
            continue
        if part != "..":
            parts.append(part)
        elif parts:
            parts.pop()
        else:
            climbed = True
    return "/".join(parts), climbed


def _keep(name: str) -> str:
    # A run of dropped characters with white space in it leaves one hyphen, but none at an end or beside a hyphen.
    kept: list[str] = []
    gap = False
    for index, character in enumerate(name):
        if _is_kept(character) or (character == "%" and _ESCAPE.match(name, index)):
            if gap and kept and kept[-1] != "-" and character != "-":
                kept.append("-")
            kept.append(character)
            gap = False
        elif character.isspace():
            gap = True
    return "".join(kept)


def _is_kept(character: str) -> bool:
    if character in _KEPT:
        return True
    category = unicodedata.category(character)
    return category[0] in "LM" or category == "Nd"
