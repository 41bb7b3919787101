"""Whether a site may be written into a folder."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from llmtimeline.values.diagnostics import Diagnostic, diagnose
from llmtimeline.write.marker import folders_of, foreign_entries, read_marker

_ELSEWHERE = "give another folder with --destination"
_NAMED = 5  # foreign files that are named; the rest are counted


def check_destination(
    destination: Path, root: Path, sources: Iterable[Path], planned: Sequence[str] = ()
) -> tuple[Diagnostic, ...]:
    """What speaks against writing a site there: LT601 when the folder is not ours, LT603 when it overlaps the site.

    `sources` are the folders that the site is read from, `planned` the files to come: a file that a person put where
    one of them would stand adds LT601 too. Raises OSError.
    """
    if destination.is_symlink():
        return (_not_ours(destination, "is a symbolic link", "give the folder itself"),)
    real = Path(os.path.realpath(destination))
    if real == real.parent or real == Path(os.path.realpath(os.path.expanduser("~"))):
        return (_overlap(destination, "is no folder for a site alone"),)
    if Path(os.path.realpath(root)).is_relative_to(real):
        return (_overlap(destination, "holds the site itself"),)
    for source in sources:
        other = Path(os.path.realpath(source))
        if real.is_relative_to(other) or other.is_relative_to(real):
            return (_overlap(destination, f"overlaps `{source.name}/`, which the site is read from"),)
    if not os.path.lexists(destination):
        return ()
    return _check_present(destination, planned)


def _check_present(destination: Path, planned: Sequence[str]) -> tuple[Diagnostic, ...]:
    if not destination.is_dir():
        return (_not_ours(destination, "is a file", _ELSEWHERE),)
    if os.path.ismount(destination):
        # A mount point can neither be renamed nor exchanged.
        return (_not_ours(destination, "is a mount point", "give a folder inside of it with --destination"),)
    if read_marker(destination) is None:
        if any(destination.iterdir()):
            hint = f"empty it, or {_ELSEWHERE}"
            return (_not_ours(destination, "holds files that llmtimeline did not write", hint),)
        return ()
    return _check_foreign(destination, planned)


def _check_foreign(destination: Path, planned: Sequence[str]) -> tuple[Diagnostic, ...]:
    files, folders = frozenset(planned), folders_of(planned)
    in_the_way = [
        entry.path
        for entry in foreign_entries(destination, planned)
        if entry.path in files
        or (entry.path in folders and not entry.is_folder)
        or not files.isdisjoint(folders_of([entry.path]))
    ]
    found = [
        diagnose(
            "LT601",
            f"`{path}` in the output folder is not llmtimeline's, and the site has a file of that name",
            hint="move it away, or into static/",
        )
        for path in in_the_way[:_NAMED]
    ]
    if len(in_the_way) > _NAMED:
        found.append(diagnose("LT601", f"{len(in_the_way) - _NAMED} more files in the output folder stand in the way"))
    return tuple(found)


def _not_ours(destination: Path, why: str, hint: str) -> Diagnostic:
    return diagnose("LT601", f"output folder `{destination}` {why}", hint=hint)


def _overlap(destination: Path, why: str) -> Diagnostic:
    return diagnose("LT603", f"output folder `{destination}` {why}", hint="give a folder of its own with --destination")
