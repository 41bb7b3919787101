"""A folder beside the destination in which a whole site comes together before anyone sees it."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

MARKER = ".llmtimeline-files"  # in the output folder: what we wrote, a path a line, sorted


@dataclass(frozen=True, slots=True)
class Staging:
    """Where files gather. Every process of one build may write into it; nobody writes a path twice."""

    folder: Path  # beside the destination, on the same file system
    destination: Path

    def put(self, path: str, content: bytes) -> None:
        """Writes a file of the site. One that the destination already holds in the same bytes is linked, not written.

        Raises OSError, and ValueError for a path that leaves the folder.
        """
        target = self._target(path)
        if not self._keep(path, target, content):
            target.write_bytes(content)

    def copy(self, path: str, origin: Path) -> None:
        """Copies a file byte for byte. Raises as `put` does."""
        target = self._target(path)
        before = self.destination / path
        if _same_file_content(before, origin) and _link(before, target):
            return
        shutil.copyfile(origin, target)

    def _target(self, path: str) -> Path:
        parts = path.split("/")
        if path.startswith("/") or any(part in ("", ".", "..") for part in parts) or "\0" in path:
            raise ValueError(f"not a path inside the output: {path!r}")
        target = self.folder.joinpath(*parts)
        target.parent.mkdir(parents=True, exist_ok=True)
        return target

    def _keep(self, path: str, target: Path, content: bytes) -> bool:
        before = self.destination / path
        try:
            if before.is_symlink() or before.stat().st_size != len(content) or before.read_bytes() != content:
                return False
        except OSError:
            return False
        return _link(before, target)


def _same_file_content(one: Path, other: Path) -> bool:
    try:
        if one.is_symlink() or one.stat().st_size != other.stat().st_size:
            return False
        return one.read_bytes() == other.read_bytes()
    except OSError:
        return False


def _link(existing: Path, target: Path) -> bool:
    """Gives an unchanged file its place in the new folder, time stamp and all; False where links cannot be made."""
    try:
        os.link(existing, target)
    except OSError:
        return False
    return True


def read_marker(folder: Path) -> tuple[str, ...] | None:
    """The paths that a former build wrote into a folder; None when the folder is not ours."""
    try:
        text = (folder / MARKER).read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    return tuple(line for line in text.split("\n") if line and not line.startswith("#"))


def write_marker(folder: Path, paths: tuple[str, ...]) -> None:
    """Makes a folder ours."""
    lines = [
        "# Written by llmtimeline. These files are replaced by each build; all others are left alone.",
        *sorted(paths),
    ]
    (folder / MARKER).write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
