"""The size of a picture, from the first bytes of its file."""

from __future__ import annotations

import math
import os
import re
from pathlib import Path
from typing import BinaryIO
from xml.parsers import expat

from llmtimeline.load.reading import open_real
from llmtimeline.values.diagnostics import Diagnostic, diagnose
from llmtimeline.values.pictures import Picture
from llmtimeline.values.places import Span

MOST_PIXELS = 89_478_485  # a quarter of a GB in 24 bits, where Pillow begins to warn of a bomb
_LONGEST = 65_535  # of a side; what a JPEG can have
_HEAD = 64 * 1024  # bytes of a drawing in which its first element must begin
_KINDS = {
    ".png": "png",
    ".apng": "png",
    ".jpg": "jpeg",
    ".jpeg": "jpeg",
    ".jfif": "jpeg",
    ".gif": "gif",
    ".webp": "webp",
    ".avif": "avif",
    ".bmp": "bmp",
    ".svg": "svg",
}
_MARKS = (
    ("png", b"\x89PNG\r\n\x1a\n", 0),
    ("jpeg", b"\xff\xd8\xff", 0),
    ("gif", b"GIF8", 0),
    ("webp", b"WEBP", 8),
    ("avif", b"ftyp", 4),
    ("bmp", b"BM", 0),
)
_LENGTH = re.compile(r"\s*\+?(\d{1,7}(?:\.\d*)?|\.\d+)(px|pt|pc|in|cm|mm)?\s*\Z")
_PIXELS = {"px": 1.0, "pt": 96 / 72, "pc": 16.0, "in": 96.0, "cm": 96 / 2.54, "mm": 96 / 25.4}


def is_picture(path: str) -> bool:
    """Whether a file's name is that of a picture whose size can be known."""
    return os.path.splitext(path)[1].lower() in _KINDS


def read_picture(file: Path, shown: str, found: list[Diagnostic]) -> Picture | None:
    """The size of a picture; None for what is none, and for a drawing that has no size of its own.

    Adds LT012 at `shown` for a file that only has a picture's name, and LT013 for one too large to be shown as it is.
    """
    kind = _KINDS[os.path.splitext(shown)[1].lower()]
    try:
        with open_real(file) as stream:
            picture = _drawing(stream) if kind == "svg" else _photograph(stream)
    except _FaultError as fault:
        found.append(diagnose("LT012", str(fault), Span(shown), hint="save the picture again, or take it out"))
        return None
    except OSError:
        return None  # LT004 is told by whoever asks for its length
    if picture is not None and _is_too_large(picture):
        message = f"the picture has {picture.width} × {picture.height} pixels, which few browsers can show"
        found.append(diagnose("LT013", message, Span(shown), hint="make it smaller, or leave it as a link"))
        return None
    return picture


class _FaultError(Exception):
    """What is wrong with a file, in words for its author."""


def _is_too_large(picture: Picture) -> bool:
    return max(picture.width, picture.height) > _LONGEST or picture.width * picture.height > MOST_PIXELS


def _photograph(stream: BinaryIO) -> Picture | None:
    """A picture of pixels. What it is, its bytes say: a PNG named .jpg is shown by every browser."""
    head = stream.read(16)
    kind = next((kind for kind, mark, at in _MARKS if head[at : at + len(mark)] == mark), "")
    if not head:
        raise _FaultError("the picture is an empty file")
    if not kind:
        raise _FaultError("the file has a picture's name and is none")
    from imagesize import get  # it can also read from the web, for which it imports much

    stream.seek(0)
    width, height = get(stream)
    if width < 1 or height < 1:
        raise _FaultError(f"the file is no {kind.upper()} picture that can be read; it may be cut off")
    return Picture(width, height, kind, moving=kind == "gif" or (kind == "png" and _moves(stream)))


def _moves(stream: BinaryIO) -> bool:
    """Whether a PNG is an animation: it says so in a chunk before its first pixels."""
    stream.seek(8)
    for _ in range(100):
        head = stream.read(8)
        if len(head) < 8 or head[4:] == b"IDAT":
            return False
        if head[4:] == b"acTL":
            return True
        stream.seek(int.from_bytes(head[:4], "big") + 4, os.SEEK_CUR)
    return False


def _drawing(stream: BinaryIO) -> Picture | None:
    """An SVG: its width and height where they are lengths, else those of its viewBox."""
    root: list[dict[str, str]] = []
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda name, attributes: root.append(attributes) if name[-3:] == "svg" else None
    try:
        parser.Parse(stream.read(_HEAD), False)  # noqa: FBT003 - the parser takes no names
    except expat.ExpatError as error:
        if not root:
            reason = expat.ErrorString(error.code) or "unreadable"
            raise _FaultError(f"the drawing is no well-formed XML ({reason})") from error
    if not root:
        raise _FaultError("the file has a drawing's name and holds no `<svg>`")
    width, height = _length(root[0].get("width", "")), _length(root[0].get("height", ""))
    if not (width and height):
        box = [_length(each) for each in re.split(r"[\s,]+", root[0].get("viewBox", "").strip())[2:4]]
        if len(box) < 2 or not all(box):
            return None
        width, height = (width, width * box[1] / box[0]) if width else (box[0], box[1])
    sides = (max(1, math.floor(width + 0.5)), max(1, math.floor(height + 0.5)))
    return Picture(*sides, "svg") if max(sides) <= _LONGEST else None


def _length(written: str) -> float:
    """A length in pixels; 0 for what is none, such as a percentage."""
    found = _LENGTH.match(written)
    return float(found[1]) * _PIXELS[found[2] or "px"] if found else 0.0
