"""Walking folders: without junk, never out of the site, and never twice through the same link."""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from llmtimeline.values.diagnostics import Diagnostic, diagnose
from llmtimeline.values.places import Span

# Python gives bytes of a name that are not UTF-8 as lone surrogates.
_CONTROL = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")
_JUNK_NAMES = frozenset({"thumbs.db", "desktop.ini"})

# The hidden names that static hosts read; every other hidden file stays unpublished.
HIDDEN_BUT_PUBLIC = frozenset({".well-known", ".nojekyll", ".htaccess", ".domains"})


def is_junk(name: str) -> bool:
    """Whether a file is an editor's or a system's own: hidden, a backup, a swap file."""
    if name.startswith(".") or name.endswith(("~", ".swp", ".swo")) or name.lower() in _JUNK_NAMES:
        return True
    return len(name) > 1 and name.startswith("#") and name.endswith("#")


def order_key(path: str) -> tuple[str, str]:
    """Sorts paths the same on every file system: by the code points of their NFC form."""
    return unicodedata.normalize("NFC", path), path


def walk(
    folder: Path, home: Path, shown: str, found: list[Diagnostic], *, hidden: frozenset[str] = frozenset()
) -> Iterator[tuple[str, Path]]:
    """(path below `folder` with "/", real file) of every file, in an order of its own.

    A symbolic link is followed only to what lies below `home` and is not hidden there; another adds LT003 at `shown`,
    and what cannot be read adds LT004. `hidden` are hidden names that count all the same. A folder is reached through
    links at most once, so that neither rings nor ladders of links can keep a build busy.
    """
    if folder.is_symlink():
        real = real_path(folder, home, shown.rstrip("/"), found)
        if real is None:
            return
        folder = real
    yield from _Walk(home, shown, found, hidden).files(folder)


def real_path(file: Path, home: Path, shown: str, found: list[Diagnostic]) -> Path | None:
    """Where a path leads once its links are followed; None after adding LT003 when that is outside of `home`."""
    real = Path(os.path.realpath(file))
    base = Path(os.path.realpath(home))
    why = ""
    if not real.is_relative_to(base):
        why = "the symbolic link leads out of the site"
    elif any(part.startswith(".") for part in real.relative_to(base).parts):
        # Not even inside: .git/config may hold a token of the machine that builds.
        why = "the symbolic link leads to a hidden file"
    if why:
        found.append(diagnose("LT003", why, Span(shown), hint="copy the file into the site"))
        return None
    return real


@dataclass(frozen=True, slots=True)
class _Walk:
    home: Path
    shown: str
    found: list[Diagnostic]
    hidden: frozenset[str]
    linked: set[Path] = field(default_factory=set)  # folders reached through links

    def files(self, top: Path) -> Iterator[tuple[str, Path]]:
        waiting = [("", top, False)]
        while waiting:
            path, folder, through_link = waiting.pop()
            if through_link:
                if folder in self.linked:
                    continue
                self.linked.add(folder)
            for name, entry in self._entries(folder, path):
                here = path + name
                if not entry.is_symlink():
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append((here + "/", Path(entry.path), through_link))
                    elif entry.is_file(follow_symlinks=False):
                        yield here, Path(entry.path)
                    continue
                real = self._followed(Path(entry.path), here)
                if real is None or Path(entry.path).is_relative_to(real):
                    continue
                if real.is_dir():
                    waiting.append((here + "/", real, True))
                else:
                    yield here, real

    def _entries(self, folder: Path, path: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
        try:
            with os.scandir(folder) as scan:
                entries = sorted(scan, key=lambda entry: order_key(entry.name))
        except OSError as error:
            self._add("LT004", f"cannot read the folder: {error.strerror or error}", path)
            return
        for entry in entries:
            if is_junk(entry.name) and entry.name not in self.hidden:
                continue
            if _CONTROL.search(entry.name):
                message = "the file's name holds control characters, or is not UTF-8"
                legible = _CONTROL.sub("\N{REPLACEMENT CHARACTER}", entry.name)
                self._add("LT001", message, path + legible, hint="rename the file")
            else:
                yield entry.name, entry

    def _followed(self, link: Path, path: str) -> Path | None:
        real = real_path(link, self.home, self.shown + path, self.found)
        if real is None:
            return None
        try:
            mode = real.stat().st_mode
        except OSError as error:
            self._add("LT004", f"the symbolic link leads nowhere: {error.strerror or error}", path)
            return None
        return real if stat.S_ISDIR(mode) or stat.S_ISREG(mode) else None

    def _add(self, code: str, message: str, path: str, *, hint: str = "") -> None:
        self.found.append(diagnose(code, message, Span(self.shown + path), hint=hint))
