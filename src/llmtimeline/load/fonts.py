"""The font that social cards are drawn with, and which characters it has."""

from __future__ import annotations

import hashlib
import struct
from pathlib import Path

from llmtimeline.load.folders import real_path
from llmtimeline.load.layers import find_builtin
from llmtimeline.load.reading import open_real
from llmtimeline.values.config import Config
from llmtimeline.values.diagnostics import Diagnostic, diagnose
from llmtimeline.values.pictures import Font

_BUILT_IN = "data/fonts/NotoSerifSC-Bold-GB2312.otf"
_LIMIT = 64 * 1024 * 1024  # bytes
_SFNT = (b"\x00\x01\x00\x00", b"OTTO", b"true")
_COLLECTION = b"ttcf"


def load_font(root: Path, config: Config, found: list[Diagnostic]) -> Font | None:
    """The font that the config names, else the built-in one. LT014 for one that is not there or cannot be read."""
    named = config.timeline.cards.font
    place = config.place_of("timeline.cards.font")
    file = real_path(root / named, root, named, found) if named else find_builtin() / _BUILT_IN
    if file is None:
        return None
    try:
        with open_real(file) as stream:
            content = stream.read(_LIMIT + 1)
        return Font(str(file), hashlib.sha256(content).hexdigest()[:16], frozenset(_characters(content)))
    except OSError as error:
        message = f"cannot read the font `{named or _BUILT_IN}`: {error.strerror or error}"
    except (struct.error, LookupError, ValueError):
        message = f"`{named}` is no OpenType or TrueType font that can be read"
    hint = "name a .otf, .ttf or .ttc file by its path from the site's root; no social cards are drawn until then"
    found.append(diagnose("LT014", message, place, hint=hint))
    return None


def _characters(font: bytes) -> set[int]:
    """The code points of the font's character map; of the first font of a collection. Raises struct.error, ValueError
    and LookupError for what is no font."""
    start = struct.unpack_from(">L", font, 12)[0] if font[:4] == _COLLECTION else 0
    if font[start : start + 4] not in _SFNT or len(font) > _LIMIT:
        raise ValueError("no font")
    count = struct.unpack_from(">H", font, start + 4)[0]
    tables = (struct.unpack_from(">4sLLL", font, start + 12 + 16 * number) for number in range(count))
    at = {tag: offset for tag, _, offset, _ in tables}[b"cmap"]
    maps = struct.unpack_from(">H", font, at + 2)[0]
    known: set[int] = set()
    for number in range(maps):
        platform, _, offset = struct.unpack_from(">HHL", font, at + 4 + 8 * number)
        if platform in (0, 3):
            known |= _mapped(font, at + offset)
    if not known:
        raise ValueError("no characters")
    return known


def _mapped(font: bytes, at: int) -> set[int]:
    """One table of the map: by segments (format 4) or by groups (format 12); others add nothing."""
    form = struct.unpack_from(">H", font, at)[0]
    found: set[int] = set()
    if form == 4:
        count = struct.unpack_from(">H", font, at + 6)[0] // 2
        ends, starts, deltas, offsets = (
            struct.unpack_from(f">{count}H", font, at + 14 + 2 * count * row + (2 if row else 0)) for row in range(4)
        )
        for number, segment in enumerate(zip(starts, ends, deltas, offsets, strict=True)):
            glyphs = at + 16 + 6 * count + 2 * number
            found.update(code for code in range(segment[0], segment[1] + 1) if _glyph(font, code, segment, glyphs))
    elif form == 12:
        for number in range(min(struct.unpack_from(">L", font, at + 12)[0], 0x110000)):
            start, end = struct.unpack_from(">LL", font, at + 16 + 12 * number)
            found.update(range(start, min(end, 0x10FFFF) + 1))
    return found


def _glyph(font: bytes, code: int, segment: tuple[int, int, int, int], at: int) -> int:
    """The number of a character's glyph in a segment; 0 is the box that stands for what is missing."""
    start, _, delta, offset = segment
    if not offset:
        return (code + delta) & 0xFFFF
    glyph: int = struct.unpack_from(">H", font, at + offset + 2 * (code - start))[0]
    return glyph and (glyph + delta) & 0xFFFF
