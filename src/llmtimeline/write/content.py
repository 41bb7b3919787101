"""New content files: all of them, or none; and never over what an author has, unless told to."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file to make."""

    target: Path
    content: bytes | Path  # what it holds, or the file to copy


def write_new(files: Sequence[NewFile], *, force: bool) -> None:
    """Makes the files, and their folders. When one cannot be made, those before it go again. Raises OSError.

    With `force` a file that is there gives way to the new one in one step. A link in its place is never followed.
    """
    with ExitStack() as undo:
        with ExitStack() as sweep:
            staged: list[Path] = []
            for file in files:
                _make_folder(file.target.parent, undo)
                beside = file.target.with_name(f".{file.target.name}.{os.getpid()}")
                _fill(beside, file.content)
                sweep.callback(beside.unlink, missing_ok=True)
                staged.append(beside)
            for beside, file in zip(staged, files, strict=True):
                if force:
                    beside.replace(file.target)
                else:
                    _place(beside, file)
                    undo.callback(file.target.unlink, missing_ok=True)
        undo.pop_all()


def _make_folder(folder: Path, undo: ExitStack) -> None:
    """The folder with those above it."""
    if folder.is_dir():
        return
    if os.path.lexists(folder):
        raise NotADirectoryError(errno.ENOTDIR, "a file stands where its folder should be", str(folder))
    _make_folder(folder.parent, undo)
    folder.mkdir()
    undo.callback(_take_away, folder)


def _take_away(folder: Path) -> None:
    with suppress(OSError):  # someone else may have put something into it
        folder.rmdir()


def _fill(path: Path, content: bytes | Path) -> None:
    with open(path, "xb") as stream, ExitStack() as undo:
        undo.callback(path.unlink, missing_ok=True)
        if isinstance(content, bytes):
            stream.write(content)
        else:
            with open(content, "rb") as source:
                shutil.copyfileobj(source, stream)
        undo.pop_all()


def _place(beside: Path, file: NewFile) -> None:
    """Gives a finished file its name, unless something has it. A link is that in one step, where there are links."""
    try:
        os.link(beside, file.target, follow_symlinks=False)
    except FileExistsError:
        raise
    except (OSError, NotImplementedError):
        _fill(file.target, file.content)
