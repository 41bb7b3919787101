"""Walking folders: sorted, without junk, never out of the site."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from llmtimeline.values.diagnostics import Diagnostic, diagnose
from llmtimeline.values.places import Span

_JUNK_NAMES = frozenset({"thumbs.db", "desktop.ini"})


def is_junk(name: str) -> bool:
    """Whether a file is an editor's or a system's own: hidden, a backup, a swap file."""
    return name.startswith((".", "#")) or name.endswith(("~", ".swp", ".tmp")) or name.lower() in _JUNK_NAMES


def order_key(path: str) -> str:
    """Sorts paths the same on every file system: by the code points of their NFC form."""
    return unicodedata.normalize("NFC", path)


def walk(folder: Path, home: Path, shown: str, found: list[Diagnostic]) -> Iterator[tuple[str, Path]]:
    """(path below `folder` with "/", file) of every file, in order.

    A symbolic link is followed only to what lies below `home`; another adds LT003 at `shown` and is left out, and so
    is a link to a folder above itself. `.well-known` is the one hidden folder that counts.
    """
    walk = _Walk(home.resolve(), shown, found)
    yield from walk.below(folder, "", frozenset({folder.resolve()}))


@dataclass(frozen=True, slots=True)
class _Walk:
    home: Path  # resolved
    shown: str
    found: list[Diagnostic]

    def below(self, folder: Path, path: str, above: frozenset[Path]) -> Iterator[tuple[str, Path]]:
        try:
            entries = sorted(folder.iterdir(), key=lambda entry: order_key(entry.name))
        except OSError as error:
            self._add("LT004", f"cannot read the folder: {error.strerror or error}", path)
            return
        for entry in entries:
            here = path + entry.name
            if (is_junk(entry.name) and entry.name != ".well-known") or not self._stays_inside(entry, here):
                continue
            if entry.is_dir():
                resolved = entry.resolve()
                if resolved not in above:
                    yield from self.below(entry, here + "/", above | {resolved})
            elif entry.is_file():
                yield here, entry

    def _stays_inside(self, entry: Path, path: str) -> bool:
        if not entry.is_symlink() or entry.resolve().is_relative_to(self.home):
            return True
        self._add("LT003", "the symbolic link leads out of the site", path, hint="copy the file into the site")
        return False

    def _add(self, code: str, message: str, path: str, *, hint: str = "") -> None:
        self.found.append(diagnose(code, message, Span(self.shown + path), hint=hint))
