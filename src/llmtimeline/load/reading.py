"""Bytes to text: UTF-8 without BOM, one kind of line end, no link that leads out of the site."""

from __future__ import annotations

import re
from pathlib import Path

from llmtimeline.values.diagnostics import Diagnostic, diagnose
from llmtimeline.values.places import Span

CONTENT_LIMIT = 10 * 1024 * 1024  # bytes
DATA_LIMIT = 4 * 1024 * 1024  # bytes

# Direction overrides and zero-width characters make a reviewer see another text than the reader gets.
_MISLEADING = re.compile("[\u202a-\u202e\u2066-\u2069\u200b\u2060\ufeff]")


def read_text(file: Path, shown: str, limit: int, found: list[Diagnostic]) -> str | None:
    """The text of a file, or None after adding LT001, LT002 or LT004. May add LT008. `shown`: its path for authors."""
    try:
        size = file.stat().st_size
        if size > limit:
            found.append(
                diagnose("LT002", f"file has {size:,} bytes, the limit is {limit:,}", Span(shown), hint="split it")
            )
            return None
        raw = file.read_bytes()
    except OSError as error:
        found.append(diagnose("LT004", f"cannot read the file: {error.strerror or error}", Span(shown)))
        return None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        found.append(_undecodable(raw, error.start, shown))
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    misleading = _MISLEADING.search(text)
    if misleading is not None:
        line, column = _place(text, misleading.start())
        name = f"U+{ord(misleading.group()):04X}"
        found.append(
            diagnose("LT008", f"invisible control character {name}", Span(shown, line, column), hint="take it out")
        )
    return text


def _undecodable(raw: bytes, offset: int, shown: str) -> Diagnostic:
    before = raw[:offset].decode("utf-8", errors="replace")
    line, column = _place(before, len(before))
    encoding = "UTF-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else ""
    hint = f"the file looks like {encoding}; save it as UTF-8" if encoding else "save the file as UTF-8"
    return diagnose("LT001", f"byte 0x{raw[offset]:02x} is not UTF-8", Span(shown, line, column), hint=hint)


def _place(text: str, offset: int) -> tuple[int, int]:
    """Line and column, from 1, of an offset."""
    line = text.count("\n", 0, offset) + 1
    return line, offset - (text.rfind("\n", 0, offset) + 1) + 1
