"""The list of what is ours in an output folder. It is what makes a folder ours."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

MARKER = ".llmtimeline-files"  # in the output folder: a line that explains it, then a path a line, sorted
_EXPLANATION = "# Written by llmtimeline. These files are replaced by each build; all others are left alone."


def read_marker(folder: Path) -> frozenset[str] | None:
    """The paths that a former build wrote into a folder; None when the folder is not ours."""
    try:
        text = (folder / MARKER).read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    return frozenset(line.partition("\t")[0] for line in text.split("\n")[1:] if line)


def read_digests(folder: Path) -> dict[str, str]:
    """The digest that a former build noted beside the path of each picture that it made."""
    try:
        text = (folder / MARKER).read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return {}
    noted = (line.partition("\t") for line in text.split("\n")[1:])
    return {path: digest for path, tab, digest in noted if tab}


def write_marker(folder: Path, paths: Iterable[str], digests: Mapping[str, str] | None = None) -> None:
    """Makes a folder ours. A digest stands after its path and a tab, which no path holds. Raises OSError."""
    noted = digests or {}
    lines = [f"{path}\t{noted[path]}" if path in noted else path for path in sorted(paths)]
    text = "\n".join([_EXPLANATION, *lines]) + "\n"
    (folder / MARKER).write_text(text, encoding="utf-8", newline="\n")


@dataclass(frozen=True, slots=True)
class Foreign:
    """Something that a person put into the output folder: a file, or a whole folder with nothing of ours in it."""

    path: str  # below the output folder, with "/"
    is_folder: bool


def folders_of(paths: Iterable[str]) -> frozenset[str]:
    """Every folder above some path: "a" and "a/b" for "a/b/c"."""
    return frozenset(path[:index] for path in paths for index, letter in enumerate(path) if letter == "/")


def foreign_entries(folder: Path, planned: Iterable[str]) -> Iterator[Foreign]:
    """All that is not ours, sorted by path. `planned` are the files of the site to come. Raises OSError.

    A foreign folder that the new site wants to write into is taken apart into what it holds.
    """
    ours = (read_marker(folder) or frozenset()) | {MARKER}
    shared = folders_of(ours) | folders_of(planned)
    waiting = [""]
    while waiting:
        below = waiting.pop()
        with os.scandir(folder / below) as scan:
            entries = sorted(scan, key=lambda entry: entry.name, reverse=True)
        for entry in reversed(entries):
            path = f"{below}{entry.name}"
            is_folder = entry.is_dir(follow_symlinks=False)
            if is_folder and path in shared:
                waiting.append(f"{path}/")
            elif is_folder or path not in ours:
                yield Foreign(path, is_folder)
