"""Dates as people write them in headings and fields, and points in time as Hugo reads them in front matter."""

from __future__ import annotations

import calendar
import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo

from llmtimeline.values.dates import PartialDate

FIRST_YEAR, LAST_YEAR = 1950, 2099  # so that `1106` and a bare `4096` are no years

# One character for one: places in the folded text are places in the text as written.
FULL_WIDTH = str.maketrans("０１２３４５６７８９／－．～〜？％　", "0123456789/-.~~?% ")

# Not calendar.month_name: that one follows the machine's locale.
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

_LONGEST = 40  # characters; what is longer is no date
_ABOUT = r"(?P<about>~|≈|约|大约|大概|about\s|around\s|circa\s|ca?\.\s?)?\s*"
_MARKS = r"\s*(?P<near>左右|前后)?\s*(?P<marks>[~?%]{1,2}|\(\?\)|（\?）)?"
_WESTERN = re.compile(
    _ABOUT
    + r"(?P<year>\d{4})(?:\s?(?P<sep>[/.-])\s?(?P<month>\d{1,2}|XX)(?:\s?(?P=sep)\s?(?P<day>\d{1,2}|XX))?)?"
    + _MARKS,
    re.IGNORECASE | re.ASCII,
)
_CHINESE = re.compile(
    _ABOUT + r"(?P<year>\d{4})\s*年(?:\s*(?P<month>\d{1,2})\s*月(?:份|\s*(?P<day>\d{1,2})\s*[日号])?)?" + _MARKS,
    re.IGNORECASE | re.ASCII,
)


class ImpossibleDate(ValueError):  # noqa: N818 - it says what the date is
    """A text in the form of a date that no calendar has. `args[0]` says what is wrong with it."""


def parse_partial_date(text: str) -> PartialDate | None:
    """The date that the whole text is, or None where it has not the form of one.

    `2023`, `2023/5`, `2023-05-11`, `2023.5.11`, `2023年5月11日`; `~`, 约 or 左右 for about, `?` for uncertain, `%` for
    both; full-width digits; EDTF's `2023-05-XX` for a day that is not given. Raises ImpossibleDate for `2023/13/01` and
    `2023/02/30`.
    """
    if len(text) > _LONGEST:
        return None
    folded = text.translate(FULL_WIDTH).strip()
    found = _WESTERN.fullmatch(folded) or _CHINESE.fullmatch(folded)
    if found is None:
        return None
    year, month, day = int(found["year"]), _number(found["month"]), _number(found["day"])
    if month is None and day is not None:  # 2023-XX-05: no one means that
        return None
    if not FIRST_YEAR <= year <= LAST_YEAR:
        if found["day"] is None or found.groupdict().get("sep") == ".":
            return None
        raise ImpossibleDate(f"a year between {FIRST_YEAR} and {LAST_YEAR} is expected")
    if month is not None and not 1 <= month <= 12:
        raise ImpossibleDate("months are 1 to 12; write year, month, day: 2023/09/06")
    if month is not None and day is not None and not 1 <= day <= calendar.monthrange(year, month)[1]:
        raise ImpossibleDate(f"{MONTHS[month - 1]} {year} has {calendar.monthrange(year, month)[1]} days")
    marks = found["marks"] or ""
    about = bool(found["about"] or found["near"]) or "~" in marks or "%" in marks
    return PartialDate(year, month, day, approximate=about, uncertain="?" in marks or "%" in marks)


def _number(digits: str | None) -> int | None:
    return int(digits) if digits and digits.isdigit() else None


_DAY = r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})"
_CLOCK = r"(?P<hour>\d{2}):(?P<minute>\d{2})"
_SECONDS = r":(?P<second>\d{2})(?:[.,](?P<part>\d{1,9}))?"
_ZONE = r"(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2})"
_WEEKDAY = r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*"
_MONTH = r"(?P<name>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_FORMS = tuple(
    re.compile(form, re.ASCII)
    for form in (
        rf"{_DAY}(?:[T ]{_CLOCK}{_SECONDS}(?: ?{_ZONE})?(?: [A-Z]{{3,4}})?)?",
        rf"(?:{_WEEKDAY}, )?(?P<day>\d{{1,2}})[ -]{_MONTH}[ -](?P<year>\d{{4}})(?: {_CLOCK}{_SECONDS} {_ZONE})?",
        rf"{_WEEKDAY} {_MONTH} (?P<day>[ \d]?\d) {_CLOCK}{_SECONDS}(?: {_ZONE})? (?P<year>\d{{4}})",
    )
)
_SECONDS_SINCE_1970 = re.compile(r"\d{9,11}|-\d{9,10}", re.ASCII)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_YEARS = range(2, 9999)  # Go's year 1 means "no date"; at both ends another zone would leave the calendar


def parse_datetime(text: str, zone: tzinfo) -> datetime | None:
    """The point in time that a front matter's text means, aware; without an offset it is in `zone`.

    Takes what Hugo takes (measured in 0.151 and 0.168): `2024-01-02`, `2024-01-02 10:30:00`, the same with `T`, `Z`,
    `+08:00` or ` +0800`, RFC 1123, `02 Jan 2024`, and seconds since 1970. None for everything else, such as a time
    without seconds, `2024/01/02`, `2024-01`, and days that no calendar has.
    """
    given = text.strip()
    if len(given) > 2 * _LONGEST:
        return None
    if _SECONDS_SINCE_1970.fullmatch(given):
        return _EPOCH + timedelta(seconds=int(given))
    found = next(filter(None, (form.fullmatch(given) for form in _FORMS)), None)
    if found is None:
        return None
    parts = found.groupdict()
    if int(parts["year"]) not in _YEARS:
        return None
    month = int(parts["month"]) if "month" in parts else _month_of(parts["name"])
    hour, minute, second = (int(parts[part] or 0) for part in ("hour", "minute", "second"))
    fraction = int((parts["part"] or "")[:6].ljust(6, "0"))
    try:
        offset = _offset(parts["zone"]) if parts["zone"] else zone
        return datetime(int(parts["year"]), month, int(parts["day"]), hour, minute, second, fraction, offset)
    except ValueError:
        return None


def _month_of(name: str) -> int:
    return next(number for number, month in enumerate(MONTHS, 1) if month.startswith(name))


def _offset(zone: str) -> tzinfo:
    """Raises ValueError for an offset of a day or more."""
    if zone[0] not in "+-":
        return UTC
    minutes = int(zone[1:3]) * 60 + int(zone[-2:])
    return timezone(timedelta(minutes=-minutes if zone[0] == "-" else minutes))
