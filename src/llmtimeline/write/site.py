"""The output folder: whose it is, and how a whole new site takes the place of the old one."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from llmtimeline.values.diagnostics import Diagnostic, diagnose
from llmtimeline.write.exchange import exchange
from llmtimeline.write.staging import MARKER, Staging, read_marker, write_marker

__all__ = ["Staging", "check_destination", "discard", "locked", "open_staging", "publish"]


def check_destination(destination: Path, root: Path, sources: Iterable[Path]) -> tuple[Diagnostic, ...]:
    """What speaks against writing a site there: LT601 when the folder is not ours, LT603 when it overlaps the site.

    `sources` are the folders that the site is read from.
    """
    if destination.is_symlink():
        return (_not_ours(destination, "is a symbolic link", "give the folder itself"),)
    real, home = destination.resolve(), root.resolve()
    if home.is_relative_to(real):
        return (_overlap(destination, "holds the site itself"),)
    for source in sources:
        if real.is_relative_to(source.resolve()) or source.resolve().is_relative_to(real):
            return (_overlap(destination, f"overlaps `{source.name}/`, which the site is read from"),)
    if not destination.exists():
        return ()
    if not destination.is_dir():
        return (_not_ours(destination, "is a file", "give another folder with --destination"),)
    if read_marker(destination) is None and any(destination.iterdir()):
        hint = "empty it, or give another folder with --destination"
        return (_not_ours(destination, "holds files that llmtimeline did not write", hint),)
    return ()


def _not_ours(destination: Path, why: str, hint: str) -> Diagnostic:
    return diagnose("LT601", f"output folder `{destination}` {why}", hint=hint)


def _overlap(destination: Path, why: str) -> Diagnostic:
    return diagnose("LT603", f"output folder `{destination}` {why}", hint="give a folder of its own with --destination")


@contextmanager
def locked(destination: Path) -> Iterator[bool]:
    """Holds the destination for one build; gives whether another one had to be waited for.

    The lock lies on the folder that holds the destination, as the destination itself is exchanged. It leaves no file.
    """
    destination.parent.mkdir(parents=True, exist_ok=True)
    try:
        import fcntl
    except ImportError:  # Windows has no flock; its rename fails instead when a second build is in the way
        yield False
        return
    holder = os.open(destination.parent, os.O_RDONLY)
    try:
        waited = False
        try:
            fcntl.flock(holder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            waited = True
            fcntl.flock(holder, fcntl.LOCK_EX)
        yield waited
    finally:
        os.close(holder)


def open_staging(destination: Path) -> Staging:
    """An empty folder beside the destination. What dead builds left is swept away first. Raises OSError.

    To be called while `locked`, so that no staging folder of a living build is here.
    """
    _recover(destination)
    folder = destination.parent / f".{destination.name}.llmtimeline-{os.getpid()}"
    folder.mkdir(parents=True)
    return Staging(folder, destination)


def discard(staging: Staging) -> None:
    """Forgets what was gathered; the destination stays as it is."""
    shutil.rmtree(staging.folder, ignore_errors=True)


def publish(staging: Staging, paths: Iterable[str]) -> None:
    """Puts the gathered site in the destination's place, whole, and removes the old one. Raises OSError.

    `paths` are all files of the new site. What a person put into the destination is carried over, unless the site now
    has a file of that name.
    """
    destination, folder = staging.destination, staging.folder
    write_marker(folder, tuple(paths))
    ours = read_marker(destination)
    if not destination.exists():
        folder.rename(destination)
        return
    if not exchange(folder, destination):
        old = folder.with_name(folder.name + "-old")
        destination.rename(old)
        folder.rename(destination)
        old.rename(folder)
    _carry_over(folder, destination, frozenset(ours or ()))
    shutil.rmtree(folder)


def _carry_over(old: Path, new: Path, ours: frozenset[str]) -> None:
    """Moves what is not ours from the old site into the new one: whole folders where none of theirs was ours."""
    folders = {path.rsplit("/", count)[0] for path in ours for count in range(1, path.count("/") + 1)}

    def move(below: str) -> None:
        for entry in sorted((old / below).iterdir()):
            path = f"{below}{entry.name}"
            if path == MARKER or path in ours:
                continue
            if path in folders and entry.is_dir() and not entry.is_symlink():
                move(path + "/")
                continue
            target = new / path
            if not target.exists() and not target.is_symlink():
                target.parent.mkdir(parents=True, exist_ok=True)
                entry.rename(target)

    move("")


def _recover(destination: Path) -> None:
    """Ends what a killed build began: an old site that stood aside comes back or is cleared, staging folders go."""
    pattern = re.compile(re.escape(f".{destination.name}.llmtimeline-") + r"\d+(-old)?")
    if not destination.parent.is_dir():
        return
    for entry in sorted(destination.parent.iterdir()):
        if not pattern.fullmatch(entry.name) or entry.is_symlink() or not entry.is_dir():
            continue
        if entry.name.endswith("-old") and not destination.exists():
            entry.rename(destination)
            continue
        ours = read_marker(entry)
        if ours is not None and destination.is_dir():
            _carry_over(entry, destination, frozenset(ours))
        shutil.rmtree(entry, ignore_errors=True)
