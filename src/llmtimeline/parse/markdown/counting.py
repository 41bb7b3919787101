"""Words and reading time, as Hugo counts them (0.151 and 0.168)."""

from __future__ import annotations

_WORDS_A_MINUTE = 212
_CHARACTERS_A_MINUTE = 500


def count_words(text: str, *, cjk: bool) -> int:
    """Fields between white space; in a Chinese text a field that is not all ASCII counts all its characters."""
    fields = text.split()
    if not cjk:
        return len(fields)
    return sum(1 if field.isascii() else len(field) for field in fields)


def reading_minutes(words: int, *, cjk: bool) -> int:
    """Whole minutes, rounded up; 0 for an empty text."""
    return -(-words // (_CHARACTERS_A_MINUTE if cjk else _WORDS_A_MINUTE))
