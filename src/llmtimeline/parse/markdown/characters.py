"""Which characters count as Chinese, Japanese or full-width, as far as Markdown cares."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Letters that are written without spaces between words.
_LETTERS = (
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3038-\u303c\u3041-\u3096\u309d-\u309f\u30a1-\u30fa"
    "\u30fc-\u30ff\u3105-\u312f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f"
    "\U0001b000-\U0001b16f\U00020000-\U0003fffd"
)
# Punctuation and forms that fill a whole square.
_FULL_WIDTH = "\u3000-\u3004\u3008-\u3020\u302a-\u3030\u3036\u3037\u303d-\u303f\u30a0\u30fb\u3190-\u319f\u31c0-\u31ef"
_FULL_WIDTH += "\u3200-\u33ff\ufe10-\ufe1f\ufe30-\ufe6f\uff01-\uff65\uffe0-\uffe6"
_HANGUL = "\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff\uffa0-\uffdf"
# Shared by Chinese and Western typesetting; Chinese only beside Chinese.
_SHARED = "\u2018\u2019\u201c\u201d\u2026\u2014\u00b7"

LETTER = re.compile(f"[{_LETTERS}]")
_SQUARE = re.compile(f"[{_LETTERS}{_FULL_WIDTH}]")
_CJK = re.compile(f"[{_LETTERS}{_FULL_WIDTH}{_HANGUL}]")
_VARIATION = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")


@lru_cache(maxsize=4096)
def is_cjk(char: str) -> bool:
    """Whether a character is Chinese, Japanese or Korean, or full-width punctuation."""
    return _CJK.match(char) is not None


@lru_cache(maxsize=4096)
def is_punctuation(char: str) -> bool:
    """Whether CommonMark 0.31 calls the character punctuation: Unicode categories P and S."""
    return unicodedata.category(char)[0] in "PS"


def is_variation_selector(char: str) -> bool:
    """Whether the character only picks a form of the one before it."""
    return _VARIATION.match(char) is not None


def joins_lines(before: str, after: str) -> bool:
    """Whether a line break between the two characters would show as a space that Chinese does not want.

    Both must be Chinese or Japanese or full-width. Quotation marks, dashes and dots that the scripts share count as
    Chinese when the other side is.
    """
    if _SQUARE.match(before):
        return _SQUARE.match(after) is not None or after in _SHARED
    return before in _SHARED and _SQUARE.match(after) is not None
