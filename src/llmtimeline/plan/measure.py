"""How wide words are at most, without a font: a drawing is laid out before anyone knows what it will be read in."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

# Advance widths in hundredths of the size, each the widest of Arial, Noto Sans CJK and DejaVu Sans.
_GROUPS = {
    28: "ijl",
    32: " ,.I·’‘",
    36: "-:;f|",
    40: "!()/[\\]t",
    42: "r",
    50: "*",
    52: "sz“”",
    56: "?JL_c–",
    62: "FT`aekovxy",
    64: "$0123456789bdghnpqu{}",
    70: "ABEKPSVXYZ\"'",
    74: "CNRU",
    80: "&DGHOQ",
    84: "#+<=>^w~×",
    88: "M",
    100: "%Wm…—™®",
    105: "@",
}
_WIDTHS = {character: width / 100 for width, group in _GROUPS.items() for character in group}
_BOLD = 1.12  # of a whole word; single letters grow by more or less
_SPACE_BETWEEN = 0.25  # what browsers put between Chinese and Latin
_ROOM = 1.03


@lru_cache(maxsize=8192)  # a name is measured in each drawing that it stands in
def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """At least the width of one line of text in a letter of this size, in the same unit."""
    width, before = 0.0, False
    for place, character in enumerate(text):
        known = _WIDTHS.get(character)
        is_wide = known is None and unicodedata.east_asian_width(character) in "WF"
        if place and is_wide != before:
            width += _SPACE_BETWEEN
        width += known if known is not None else _width(character, is_wide=is_wide)
        before = is_wide
    return width * size * _ROOM * (_BOLD if bold else 1)


def shortened(text: str, room: float, size: float, *, bold: bool = False) -> str:
    """The text, or as much of its beginning as fits with an ellipsis."""
    if text_width(text, size, bold=bold) <= room:
        return text
    room -= text_width("…", size, bold=bold)
    low, high = 0, len(text)
    while low < high:  # the longest beginning that fits
        middle = (low + high + 1) // 2
        low, high = (middle, high) if text_width(text[:middle], size, bold=bold) <= room else (low, middle - 1)
    return text[:low].rstrip() + "…"


def _width(character: str, *, is_wide: bool) -> float:
    if is_wide:
        return 1.4 if unicodedata.category(character) == "So" else 1.0  # pictures are wider than signs
    if unicodedata.category(character) in ("Mn", "Me"):
        return 0.0
    if "\ufdf0" <= character <= "\ufdff":
        return 4.0  # whole phrases in one sign
    return 1.2 if character < "\u0530" else 1.5
