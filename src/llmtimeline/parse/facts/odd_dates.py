"""Dates that a person understands and a heading does not take, written as it does."""

from __future__ import annotations

import re
from collections.abc import Callable

from llmtimeline.parse.dates import MONTHS, ImpossibleDate, parse_partial_date

_MONTH = rf"(?P<name>{'|'.join(month[:3] for month in MONTHS)})[a-z]{{0,6}}\.?"
MONTH_AND_DAY = re.compile(rf"{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?", re.IGNORECASE | re.ASCII)
"""`Sep 6` and `September 6th`: half of a date that a comma cuts in two."""

_Match = re.Match[str]
_LONGEST = 40


def _year_last(found: _Match) -> str:
    """`09/06/2023` with its month first, unless that cannot be: `13/06/2023`."""
    first, second = int(found["first"]), int(found["second"])
    month, day = (second, first) if first > 12 else (first, second)
    return f"{found['year']}/{month:02}/{day:02}"


def _named(found: _Match) -> str:
    month = next(at for at, name in enumerate(MONTHS, 1) if name.lower().startswith(found["name"].lower()))
    day = found.groupdict().get("day")
    return f"{found['year']}/{month:02}" + (f"/{int(day):02}" if day else "")


def _numbers(found: _Match) -> str:
    year = found["year"] if len(found["year"]) == 4 else f"20{found['year']}"
    return f"{year}/{int(found['month']):02}/{int(found['day']):02}"


def _about_month(found: _Match) -> str:
    return f"~{found['year']}/{int(found['month']):02}"


def _about_year(found: _Match) -> str:
    return f"~{found['year']}"


def _as_given(found: _Match) -> str:
    return found["given"].replace("-", "/")


_PART_OF_YEAR = "early|mid|late|end of|beginning of|spring|summer|autumn|fall|winter|Q[1-4]"
_FORMS: tuple[tuple[str, Callable[[_Match], str]], ...] = (
    (r"(?P<first>\d{1,2})(?P<sep>[/.-])(?P<second>\d{1,2})(?P=sep)(?P<year>\d{4})", _year_last),
    (rf"{_MONTH}\s+(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s*,\s*|\s+))?(?P<year>\d{{4}})", _named),
    (rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}\s+(?P<year>\d{{4}})", _named),
    (r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})", _numbers),
    (r"(?P<year>[12]\d)(?P<sep>[/-])(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})", _numbers),
    (r"(?P<year>\d{4})\s*[/.年-]\s*(?P<month>\d{1,2})\s*[/.月-]\s*(?P<day>\d{1,2})\s*[日号]?", _numbers),
    (r"(?P<year>\d{4})\s+(?P<month>\d{1,2})\s+(?P<day>\d{1,2})", _numbers),
    (r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})[T ]\d{1,2}:\d{2}\S*", _numbers),
    (r"(?P<year>\d{4})\s*年\s*(?P<month>\d{1,2})\s*月\s*(?:初|中|底|末|上旬|中旬|下旬)", _about_month),
    (
        r"(?P<year>\d{4})\s*年\s*(?:初|中|底|末|上半年|下半年|春|夏|秋|冬|春天|夏天|秋天|冬天|第[一二三四]季度)",
        _about_year,
    ),
    (rf"(?:{_PART_OF_YEAR})[\s-]+(?P<year>\d{{4}})", _about_year),
    (r"(?P<year>\d{4})\s*Q[1-4]", _about_year),
    (r"(?P<given>\d{4}(?:[/-]\d{1,2})?)\s*(?:[-–—~]|至|到)\s*\d{4}(?:[/-]\d{1,2})?", _as_given),
)
_COMPILED = tuple((re.compile(form, re.IGNORECASE | re.ASCII), write) for form, write in _FORMS)


def plain_date(text: str) -> str | None:
    """`2023/09/06` for `Sep 6, 2023`, `20230906`, `09/06/2023` …, `~2023/09` for `2023年9月中旬`; None for no date."""
    if len(text) > _LONGEST:
        return None
    for form, write in _COMPILED:
        found = form.fullmatch(text)
        if found is not None:
            date = write(found)
            try:
                return date if parse_partial_date(date) else None
            except ImpossibleDate:
                return None
    return None
