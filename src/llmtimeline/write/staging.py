"""A folder beside the destination in which a whole site comes together before anyone sees it."""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from io import BufferedReader
from pathlib import Path

_CHUNK = 1 << 20  # bytes


class UnreadableError(Exception):
    """A file that was to be copied cannot be read. Its text is the system's reason."""


@dataclass(frozen=True, slots=True)
class Staging:
    """Where files gather. Every process of one build may write into it; nobody writes a path twice."""

    folder: Path  # beside the destination, on the same file system
    destination: Path
    digests: Mapping[str, str] = field(default_factory=dict)  # of the pictures in the destination, as their maker noted
    _made: set[Path] = field(default_factory=set, compare=False)  # folders that are known to be there

    def put(self, path: str, content: bytes) -> None:
        """Writes a file of the site. One that the destination already holds in the same bytes is linked, not written.

        Raises OSError (also for a path given twice), and ValueError for a path that leaves the folder.
        """
        target = self._target(path)
        before = self.destination / path
        if _holds(before, content) and link(before, target):
            return
        # "x": a file that was linked is the live site's too, and must never be written through.
        with open(target, "xb") as stream:
            stream.write(content)

    def copy(self, path: str, origin: Path) -> None:
        """Copies a plain file byte for byte. Raises as `put` does, and UnreadableError for the origin's sake."""
        target = self._target(path)
        before = self.destination / path
        try:
            source = _open_plain(origin)
        except OSError as error:
            raise UnreadableError(error.strerror or str(error)) from error
        with source:
            if _holds_stream(before, source) and link(before, target):
                return
            source.seek(0)
            with open(target, "xb") as stream:
                shutil.copyfileobj(source, stream, _CHUNK)

    def put_made(self, path: str, content: bytes) -> str:
        """As `put`; gives the digest by which a later build knows the file again."""
        self.put(path, content)
        return hashlib.sha256(content).hexdigest()

    def keep(self, path: str) -> str:
        """Takes a picture over that the former build made under this name, which holds a digest of all that it is made
        of. Gives its own digest; "" where there is none, or where someone has changed the file since."""
        noted = self.digests.get(path, "")
        if not noted:
            return ""
        try:
            content = read_plain(self.destination / path)
        except UnreadableError:
            return ""
        return self.put_made(path, content) if hashlib.sha256(content).hexdigest() == noted else ""

    def join(self, path: str, origins: Sequence[Path]) -> None:
        """Writes plain text files one after another, each on lines of its own. Raises as `copy` does."""
        texts = [read_plain(origin) for origin in origins]
        self.put(path, b"".join(text if text.endswith(b"\n") else text + b"\n" for text in texts))

    def _target(self, path: str) -> Path:
        parts = path.split("/")
        if any(part in ("", ".", "..") for part in parts) or any(ord(letter) < 32 for letter in path):
            raise ValueError(f"not a path inside the output: {path!r}")
        target = self.folder.joinpath(*parts)
        if target.parent not in self._made:
            target.parent.mkdir(parents=True, exist_ok=True)
            self._made.add(target.parent)
        return target


def link(existing: Path, target: Path) -> bool:
    """Gives a file another place, time stamp and all; False where links cannot be made."""
    try:
        os.link(existing, target, follow_symlinks=False)
    except (OSError, NotImplementedError):
        return False
    return True


def _holds(file: Path, content: bytes) -> bool:
    try:
        with _open_plain(file) as stream:
            return os.fstat(stream.fileno()).st_size == len(content) and stream.read() == content
    except OSError:
        return False


def _holds_stream(file: Path, source: BufferedReader) -> bool:
    try:
        with _open_plain(file) as stream:
            if os.fstat(stream.fileno()).st_size != os.fstat(source.fileno()).st_size:
                return False
            while chunk := stream.read(_CHUNK):
                if chunk != source.read(_CHUNK):
                    return False
            return True
    except OSError:
        return False


def read_plain(file: Path) -> bytes:
    """The bytes of a plain file. Raises UnreadableError."""
    try:
        with _open_plain(file) as stream:
            return stream.read()
    except OSError as error:
        raise UnreadableError(error.strerror or str(error)) from error


def _open_plain(file: Path) -> BufferedReader:
    """A plain file, open for reading; a link that took its place is not followed. Raises OSError."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    stream = os.fdopen(os.open(file, flags), "rb")
    if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
        stream.close()
        raise OSError("not a plain file")
    return stream
