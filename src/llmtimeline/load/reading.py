"""Bytes to text: UTF-8 without BOM, one kind of line end."""

from __future__ import annotations

import errno
import hashlib
import io
import os
import re
import stat
from pathlib import Path

from llmtimeline.values.diagnostics import Diagnostic, diagnose
from llmtimeline.values.places import Span

CONTENT_LIMIT = 10 * 1024 * 1024  # bytes
DATA_LIMIT = 4 * 1024 * 1024  # bytes

# Direction overrides and zero-width characters make a reviewer see another text than the reader gets; control
# characters and exotic line ends have no place in Markdown, YAML or HTML. Joiners stay: emoji and scripts need them.
_MISLEADING = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u200b\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069\ufeff]")


def read_text(file: Path, shown: str, limit: int, found: list[Diagnostic]) -> str | None:
    """The text of a file, or None after adding LT001, LT002 or LT004. May add LT008.

    `file` is a real path (a link that takes its place meanwhile is not followed), `shown` the path that authors know.
    """
    try:
        with open_real(file) as stream:
            raw = stream.read(limit + 1)
    except OSError as error:
        found.append(_unreadable(error, shown))
        return None
    if len(raw) > limit:
        message = f"file has more than {limit // 1024**2} MB, the limit for its kind"
        found.append(diagnose("LT002", message, Span(shown), hint="split it"))
        return None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        found.append(_undecodable(raw, error, shown))
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    found.extend(_misleading(text, shown))
    return text


def digest(file: Path, shown: str, found: list[Diagnostic]) -> str:
    """The first 8 hexadecimal digits of the SHA-256 of a file's bytes; "" after adding LT004."""
    try:
        with open_real(file) as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()[:8]
    except OSError as error:
        found.append(_unreadable(error, shown))
        return ""


def size(file: Path, shown: str, found: list[Diagnostic]) -> int | None:
    """The size of a file in bytes; None after adding LT004."""
    try:
        return file.stat().st_size
    except OSError as error:
        found.append(_unreadable(error, shown))
        return None


def open_real(file: Path) -> io.BufferedReader:
    """A plain file, open for reading. Raises OSError, also for a link, a pipe or a device that stands there."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    stream = os.fdopen(os.open(file, flags), "rb")
    if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
        stream.close()
        raise OSError(errno.EINVAL, "not a plain file", str(file))
    return stream


def _unreadable(error: OSError, shown: str) -> Diagnostic:
    return diagnose("LT004", f"cannot read the file: {error.strerror or error}", Span(shown))


def _undecodable(raw: bytes, error: UnicodeDecodeError, shown: str) -> Diagnostic:
    # `start` counts from after a byte order mark, and `object` is what stands after it.
    before = error.object[: error.start].decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    line, column = _place(before, len(before))
    encoding = "UTF-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else ""
    hint = f"the file looks like {encoding}; save it as UTF-8" if encoding else "save the file as UTF-8"
    return diagnose(
        "LT001", f"byte 0x{error.object[error.start]:02x} is not UTF-8", Span(shown, line, column), hint=hint
    )


def _misleading(text: str, shown: str) -> tuple[Diagnostic, ...]:
    """One finding a file: a file that is full of them is one mistake."""
    places = _MISLEADING.finditer(text)
    first = next(places, None)
    if first is None:
        return ()
    others = sum(1 for _ in places)
    line, column = _place(text, first.start())
    message = f"invisible control character U+{ord(first.group()):04X}" + (f" (and {others} more)" if others else "")
    return (diagnose("LT008", message, Span(shown, line, column), hint="take it out"),)


def _place(text: str, offset: int) -> tuple[int, int]:
    """Line and column, from 1, of an offset."""
    line = text.count("\n", 0, offset) + 1
    return line, offset - (text.rfind("\n", 0, offset) + 1) + 1
