"""The order of names in a language, the same on every machine."""

from __future__ import annotations

import re
import unicodedata

_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


def sort_key(name: str, language: str) -> tuple[tuple[tuple[int, bytes], ...], str]:
    """A key that sorts Latin names first, without regard to case and accents, then Chinese ones; signs before digits.

    For `zh` these come in the order of GBK, whose common characters stand in the order of their pinyin; no other
    table of pinyin is needed. For other languages they come by code point.
    """
    chinese = language.lower().partition("-")[0] == "zh"
    return tuple(_weight(character, chinese=chinese) for character in _plain(name)), name


def number_key(text: str) -> tuple[tuple[str, int], ...]:
    """A key that puts numbers in their order: 7B before 13B."""
    parts = re.split(r"([0-9]{1,18})", text)
    return tuple((word, int(number)) for word, number in zip(parts[::2], (*parts[1::2], "0"), strict=True))


def _plain(name: str) -> str:
    if name.isascii():
        return name.casefold()
    apart = unicodedata.normalize("NFD", name.casefold())
    return unicodedata.normalize("NFC", "".join(c for c in apart if unicodedata.category(c) != "Mn"))


def _weight(character: str, *, chinese: bool) -> tuple[int, bytes]:
    if not _HAN.match(character):
        return int(character.isalnum()), character.encode("utf-8", "replace")
    if not chinese:
        return 3, character.encode("utf-8", "replace")
    try:
        return 3, character.encode("gbk")
    except UnicodeEncodeError:
        return 4, character.encode("utf-8", "replace")
