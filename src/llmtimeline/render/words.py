"""The words of one language as templates use them: `t('key', n=3, name=…)`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup, escape

from llmtimeline.values.words import Words

# A hole, with the space that parts it from a Chinese character before and after.
_HAN = "[\u4e00-\u9fff]"
_HOLE = re.compile(rf"(?:(?<={_HAN})(?P<before> ))?\{{(?P<name>[a-z_]+)\}}(?:(?P<after> )(?={_HAN}))?")
_HAN_AT_START, _HAN_AT_END = re.compile(_HAN), re.compile(rf"{_HAN}\Z")


class MissingWordError(LookupError):
    """A key that the language's words lack. Raised while a template runs, told as LT404."""

    def __init__(self, key: str, language: str) -> None:
        super().__init__(key)
        self.key = key
        self.language = language


def known_language(language: str, words: Mapping[str, Words]) -> str:
    """The key of the words for a language: its own (`zh-tw`), else its primary subtag's (`zh`), else ""."""
    return next((key for key in (language, language.split("-", maxsplit=1)[0]) if key in words), "")


class Texts:
    """The words of one language, callable. Forms of dates and numbers are words too, so a language is data only."""

    def __init__(self, words: Words, others: Mapping[str, Words] | None = None) -> None:
        self.language = words.language
        self._texts = words.texts
        self._others = others or {}

    def __call__(self, key: str, /, n: int | None = None, **values: object) -> str:
        """The text of a key, its `{holes}` filled. With `n`, the form `one` for 1 and `other` else, and `{n}` is `n`.

        A value that is Markup makes the whole text Markup, its other parts escaped. A hole without a value stays.
        The space that a text has between a Chinese character and a hole goes when Chinese fills the hole.
        """
        text = self._texts.get(key)
        if text is None:
            raise MissingWordError(key, self.language)
        if n is None and not values and isinstance(text, str):
            return text  # most words are this plain, and a page asks for a hundred of them
        return self._filled(text, n, values)

    def __contains__(self, key: object) -> bool:
        return key in self._texts

    def get(self, key: str, fallback: str = "") -> str:
        """The text of a key that need not exist; for keys made from an author's words."""
        return self(key) if key in self._texts else fallback

    def of(self, language: str) -> Texts:
        """The words of another language of the site; these where it has none."""
        key = known_language(language, self._others)
        return Texts(self._others[key], self._others) if key else self

    def grouped(self, number: int) -> str:
        """A whole number with the language's mark between thousands: `12,345`."""
        return f"{number:,}".replace(",", self.get("thousands_mark"))

    def _filled(self, text: str | Mapping[str, str], n: int | None, values: dict[str, object]) -> str:
        if not isinstance(text, str):
            text = (text.get("one") if n == 1 else None) or text.get("other", "")
        if n is not None:
            values["n"] = self.grouped(n)
        for value in values.values():
            if isinstance(value, Markup):
                safe = {key: str(escape(value)) for key, value in values.items()}
                return Markup(_pattern(str(escape(text))).filled(safe))
        return _pattern(text).filled(values)


@dataclass(frozen=True, slots=True)
class _Hole:
    """A hole of a text, with what stands before it since the last one."""

    literal: str
    name: str
    before: str  # a space that the hole may lose
    after: str
    whole: str  # as it is written


@dataclass(frozen=True, slots=True)
class _Pattern:
    """A text, taken apart at its holes."""

    holes: tuple[_Hole, ...]
    rest: str

    def filled(self, values: Mapping[str, object]) -> str:
        """The space beside a hole parts Latin from Chinese, so Chinese beside Chinese loses it."""
        parts: list[str] = []
        for hole in self.holes:
            parts.append(hole.literal)
            if hole.name not in values:
                parts.append(hole.whole)
                continue
            text = str(values[hole.name])
            if hole.before and not _HAN_AT_START.match(text):
                parts.append(hole.before)
            parts.append(text)
            if hole.after and not _HAN_AT_END.search(text):
                parts.append(hole.after)
        parts.append(self.rest)
        return "".join(parts)


@lru_cache(maxsize=2048)  # as many texts as a site of several languages has
def _pattern(text: str) -> _Pattern:
    holes, end = [], 0
    for hole in _HOLE.finditer(text):
        holes.append(_Hole(text[end : hole.start()], hole["name"], hole["before"] or "", hole["after"] or "", hole[0]))
        end = hole.end()
    return _Pattern(tuple(holes), text[end:])
