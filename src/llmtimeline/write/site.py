"""How a whole new site takes the place of the old one."""

from __future__ import annotations

import errno
import os
import re
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from llmtimeline.values.diagnostics import Diagnostic, diagnose
from llmtimeline.write.exchange import exchange
from llmtimeline.write.marker import foreign_entries, read_digests, write_marker
from llmtimeline.write.staging import Staging, link

_HINTS = {
    errno.ENOSPC: "make room on the disk",
    errno.EDQUOT: "make room on the disk",
    errno.EACCES: "check who may write there",
    errno.EPERM: "check who may write there",
    errno.EROFS: "the file system can only be read; give another folder with --destination",
}


def open_staging(destination: Path) -> Staging:
    """An empty folder beside the destination. What dead builds left is swept away first. Raises OSError.

    To be called while `locked`, so that no staging folder of a living build is here.
    """
    _recover(destination)
    folder = destination.parent / f".{destination.name}.llmtimeline-{os.getpid()}"
    folder.mkdir(parents=True)
    return Staging(folder, destination, read_digests(destination))


def discard(staging: Staging) -> None:
    """Takes the staging folder away, whatever it holds: a site that is not wanted, or the old one after `publish`."""
    shutil.rmtree(staging.folder, ignore_errors=True)


def publish(staging: Staging, planned: Sequence[str], digests: Mapping[str, str] | None = None) -> None:
    """Puts the gathered site in the destination's place, whole; the old one is then in the staging folder.

    `planned` are all files of the new site, `digests` those of the pictures that were made among them. What a person
    put into the destination is linked into the new site first, so that at every moment one of the two folders is
    complete. Raises OSError, and then the old site is in its place.
    """
    destination, folder = staging.destination, staging.folder
    write_marker(folder, planned, digests or {})
    if not destination.exists():
        folder.rename(destination)
        return
    for entry in foreign_entries(destination, planned):
        _carry_over(destination / entry.path, folder / entry.path, is_folder=entry.is_folder)
    shutil.copymode(destination, folder)
    if not exchange(folder, destination):
        _rename_twice(folder, destination)


def cannot_write(error: OSError, destination: Path) -> Diagnostic:
    """LT602 for what the system refused, in terms of the destination."""
    # A write that fails for want of room does not say where.
    where = _unstaged(str(error.filename), destination) if error.filename else str(destination)
    hint = _HINTS.get(error.errno or 0, "nothing was changed")
    return diagnose("LT602", f"cannot write `{where}`: {error.strerror or error}", hint=hint)


def _carry_over(old: Path, new: Path, *, is_folder: bool) -> None:
    """Gives what a person put into the old site a place in the new one; links cost no room and keep all."""
    if not is_folder:
        new.parent.mkdir(parents=True, exist_ok=True)
        if not link(old, new):
            shutil.copy2(old, new, follow_symlinks=False)
        return
    new.mkdir(parents=True, exist_ok=True)
    with os.scandir(old) as scan:
        entries = sorted(scan, key=lambda entry: entry.name)
    for entry in entries:
        _carry_over(Path(entry.path), new / entry.name, is_folder=entry.is_dir(follow_symlinks=False))
    shutil.copystat(old, new)


def _rename_twice(folder: Path, destination: Path) -> None:
    """The exchange of two folders where the system has no such call. `_recover` ends what is cut off in between."""
    aside = folder.with_name(f"{folder.name}-old")
    destination.rename(aside)
    try:
        folder.rename(destination)
    except OSError:
        aside.rename(destination)
        raise
    aside.rename(folder)


def _recover(destination: Path) -> None:
    """Ends what a killed build began: an old site that stood aside comes back, and staging folders go."""
    pattern = re.compile(re.escape(f".{destination.name}.llmtimeline-") + r"\d+(-old)?")
    if not destination.parent.is_dir():
        return
    left = [
        entry
        for entry in sorted(destination.parent.iterdir())
        if pattern.fullmatch(entry.name) and entry.is_dir() and not entry.is_symlink()
    ]
    for entry in left:
        if entry.name.endswith("-old") and not destination.exists():
            entry.rename(destination)
        else:
            shutil.rmtree(entry, ignore_errors=True)


def _unstaged(name: str, destination: Path) -> str:
    beside = re.escape(str(destination.parent / f".{destination.name}.llmtimeline-"))
    return re.sub(beside + r"(\d+(-old)?|lock)", lambda _: str(destination), name)
