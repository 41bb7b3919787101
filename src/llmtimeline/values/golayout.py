"""Go's notation for dates, which Hugo's `DateFormat` takes: the reference moment written as the date shall be written.

The moment is Monday, January 2, 2006, 15:04:05 in the zone -0700 (MST); `Jan _2 06` and `2006年1月2日` are layouts.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import lru_cache


class Element(enum.Enum):
    """A part of a layout that stands for a part of the moment. The value is its spelling."""

    MONTH = "January"
    MONTH_SHORT = "Jan"
    MONTH_NUMBER = "1"
    MONTH_TWO_DIGITS = "01"
    WEEKDAY = "Monday"
    WEEKDAY_SHORT = "Mon"
    DAY = "2"
    DAY_SPACED = "_2"
    DAY_TWO_DIGITS = "02"
    DAY_OF_YEAR_SPACED = "__2"
    DAY_OF_YEAR = "002"
    HOUR = "15"
    HOUR_OF_TWELVE = "3"
    HOUR_OF_TWELVE_TWO_DIGITS = "03"
    MINUTE = "4"
    MINUTE_TWO_DIGITS = "04"
    SECOND = "5"
    SECOND_TWO_DIGITS = "05"
    YEAR = "2006"
    YEAR_TWO_DIGITS = "06"
    HALF_OF_DAY = "PM"
    HALF_OF_DAY_SMALL = "pm"
    ZONE = "MST"
    # Those with a Z write Z for UTC.
    OFFSET_HOURS_Z = "Z07"
    OFFSET_Z = "Z0700"
    OFFSET_COLON_Z = "Z07:00"
    OFFSET_SECONDS_Z = "Z070000"
    OFFSET_SECONDS_COLON_Z = "Z07:00:00"
    OFFSET_HOURS = "-07"
    OFFSET = "-0700"
    OFFSET_COLON = "-07:00"
    OFFSET_SECONDS = "-070000"
    OFFSET_SECONDS_COLON = "-07:00:00"


@dataclass(frozen=True, slots=True)
class Fraction:
    """Parts of a second: `.000` writes three digits, `,999` as many of three as are not zero."""

    mark: str  # "." or ","
    digits: int  # at most 9
    is_trimmed: bool = False  # zeros at the end are left out, and the mark with the last of them


Part = str | Element | Fraction


@dataclass(frozen=True, slots=True)
class DateWords:
    """The names that a language has for months and days, and its own layouts."""

    months: tuple[str, ...]  # January first
    months_short: tuple[str, ...]
    weekdays: tuple[str, ...]  # Monday first
    weekdays_short: tuple[str, ...]
    layouts: Mapping[str, str] = field(default_factory=dict)  # by Hugo's token without its colon: "date_long"


_MONTHS = "January February March April May June July August September October November December"
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"

ENGLISH = DateWords(
    months=tuple(_MONTHS.split()),
    months_short=tuple(name[:3] for name in _MONTHS.split()),
    weekdays=tuple(_DAYS.split()),
    weekdays_short=tuple(name[:3] for name in _DAYS.split()),
    layouts={
        "date_full": "Monday, January 2, 2006",
        "date_long": "January 2, 2006",
        "date_medium": "Jan 2, 2006",
        "date_short": "1/2/06",
        "time_full": "3:04:05 pm MST",
        "time_long": "3:04:05 pm MST",
        "time_medium": "3:04:05 pm",
        "time_short": "3:04 pm",
    },
)
"""The names of Go's own layouts, and what Hugo's tokens (`:date_long`) are in English (CLDR)."""

TOKENS: tuple[str, ...] = tuple(ENGLISH.layouts)
"""Hugo's tokens, without the colon before them."""

# Alternatives stand in the order in which Go tries them: the longer of two that begin alike comes first.
_ELEMENT = re.compile(
    r"""
    (?P<fraction> [.,] (?: 0+ | 9+ ) (?![0-9]) )
    | January | Jan(?![a-z]) | Monday | Mon(?![a-z]) | MST
    | 0[1-6] | 002 | 15 | 1 | 2006 | 2 | 3 | 4 | 5
    | _2(?!006) | __2 | PM | pm
    | [Z-]07(?: 0000 | :00:00 | 00 | :00 )?
    """,
    re.VERBOSE,
)


@lru_cache(maxsize=64)
def parse_layout(layout: str) -> tuple[Part, ...]:
    """A layout in parts: literal texts and elements, in order. Every text is a layout; one may be all literal."""
    parts: list[Part] = []
    end = 0
    for found in _ELEMENT.finditer(layout):
        if found.start() > end:
            parts.append(layout[end : found.start()])
        text = found[0]
        if found["fraction"]:
            parts.append(Fraction(text[0], min(len(text) - 1, 9), text[1] == "9"))
        else:
            parts.append(Element(text))
        end = found.end()
    if end < len(layout):
        parts.append(layout[end:])
    return tuple(parts)


def has_elements(layout: str) -> bool:
    """Whether a layout shows anything of the moment: not so `%Y-%m-%d`, which every moment would print as it is."""
    return is_token(layout) or any(not isinstance(part, str) for part in parse_layout(layout))


def is_token(layout: str) -> bool:
    """Whether a layout is one of Hugo's names for a language's own: `:date_long`."""
    return layout[:1] == ":" and layout[1:].lower() in TOKENS


def format_layout(layout: str, moment: datetime, words: DateWords = ENGLISH) -> str:
    """The moment as a layout, or one of Hugo's tokens, writes it, with the months and days of a language.

    AM and PM stay as they are in a layout, as in Hugo. A moment without a zone is in UTC.
    """
    if is_token(layout):
        token = layout[1:].lower()
        layout = words.layouts.get(token) or ENGLISH.layouts[token]
    return "".join([part if isinstance(part, str) else _written(part, moment, words) for part in parse_layout(layout)])


def _written(part: Element | Fraction, moment: datetime, words: DateWords) -> str:
    if isinstance(part, Fraction):
        return _fraction(part, moment.microsecond)
    named = _NAMED.get(part)
    if named is not None:
        return named(moment, words)
    return _NUMBERS[part](moment) if part in _NUMBERS else _offset(part.value, moment)


def _zone(moment: datetime) -> str:
    """The zone's abbreviation; one that is only an offset has none, and Go writes `+0800` for it."""
    name = moment.tzname() or "UTC"
    return _offset(Element.OFFSET.value, moment) if name.startswith("UTC") and name != "UTC" else name


def _offset(form: str, moment: datetime) -> str:
    seconds = (moment.utcoffset() or timedelta()) // timedelta(seconds=1)
    if form[0] == "Z" and not seconds:
        return "Z"
    sign, seconds = "-" if seconds < 0 else "+", abs(seconds)
    numbers = (seconds // 3600, seconds // 60 % 60, seconds % 60)
    shown = numbers[: len(form.replace(":", "")) // 2]
    return sign + (":" if ":" in form else "").join(f"{number:02}" for number in shown)


_NAMED: dict[Element, Callable[[datetime, DateWords], str]] = {
    Element.MONTH: lambda moment, words: words.months[moment.month - 1],
    Element.MONTH_SHORT: lambda moment, words: words.months_short[moment.month - 1],
    Element.WEEKDAY: lambda moment, words: words.weekdays[moment.weekday()],
    Element.WEEKDAY_SHORT: lambda moment, words: words.weekdays_short[moment.weekday()],
}

_NUMBERS: dict[Element, Callable[[datetime], str]] = {
    Element.MONTH_NUMBER: lambda moment: str(moment.month),
    Element.MONTH_TWO_DIGITS: lambda moment: f"{moment.month:02}",
    Element.DAY: lambda moment: str(moment.day),
    Element.DAY_SPACED: lambda moment: f"{moment.day:2}",
    Element.DAY_TWO_DIGITS: lambda moment: f"{moment.day:02}",
    Element.DAY_OF_YEAR_SPACED: lambda moment: f"{moment.timetuple().tm_yday:3}",
    Element.DAY_OF_YEAR: lambda moment: f"{moment.timetuple().tm_yday:03}",
    Element.HOUR: lambda moment: f"{moment.hour:02}",
    Element.HOUR_OF_TWELVE: lambda moment: str(moment.hour % 12 or 12),
    Element.HOUR_OF_TWELVE_TWO_DIGITS: lambda moment: f"{moment.hour % 12 or 12:02}",
    Element.MINUTE: lambda moment: str(moment.minute),
    Element.MINUTE_TWO_DIGITS: lambda moment: f"{moment.minute:02}",
    Element.SECOND: lambda moment: str(moment.second),
    Element.SECOND_TWO_DIGITS: lambda moment: f"{moment.second:02}",
    Element.YEAR: lambda moment: f"{moment.year:04}",
    Element.YEAR_TWO_DIGITS: lambda moment: f"{moment.year % 100:02}",
    Element.HALF_OF_DAY: lambda moment: "AM" if moment.hour < 12 else "PM",
    Element.HALF_OF_DAY_SMALL: lambda moment: "am" if moment.hour < 12 else "pm",
    Element.ZONE: _zone,
}


def _fraction(part: Fraction, microsecond: int) -> str:
    digits = f"{microsecond * 1000:09}"[: part.digits]
    if part.is_trimmed:
        digits = digits.rstrip("0")
    return part.mark + digits if digits else ""
