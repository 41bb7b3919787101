"""The parts of iCalendar (RFC 5545) that a template cannot write by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from llmtimeline.values.dates import PartialDate

_LINE = 75  # octets, without the line break
# Whatever ends a line anywhere, and what XML and calendars alike do not take.
_BREAK = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def calendar_text(text: str) -> str:
    """A value of type TEXT: backslash, semicolon, comma and line breaks escaped, control characters left out."""
    text = str(text).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return _CONTROL.sub("", _BREAK.sub(r"\\n", text).replace("\t", " "))


def calendar_day(date: PartialDate) -> str:
    """The first day that a date may mean: `20230501` of May 2023."""
    return f"{date.first_day():%Y%m%d}"


def calendar_end(date: PartialDate) -> str:
    """The day after the last one that a date may mean, so that a month is shown as a whole month: `20230601`."""
    return f"{date.last_day() + timedelta(days=1):%Y%m%d}"


def calendar_moment(moment: datetime) -> str:
    """A moment in UTC: `20230906T020000Z`."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    utc = aware.astimezone(UTC)
    return f"{utc.year:04d}{utc:%m%dT%H%M%SZ}"  # %Y has no leading zeros on some systems


def calendar_file(text: str) -> str:
    """Content lines as a file: empty ones left out, long ones folded, each ended with CR and LF."""
    lines = (line for line in text.split("\n") if line)
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _folded(line: str) -> Iterator[str]:
    """A line cut into parts of at most 75 octets, never inside a character; all but the first begin with a space."""
    octets = line.encode("utf-8", "replace")
    start, room = 0, _LINE
    while len(octets) - start > room:
        end = start + room
        while octets[end] & 0xC0 == 0x80:  # inside a character
            end -= 1
        yield " " * (start > 0) + octets[start:end].decode()
        start, room = end, _LINE - 1
    yield " " * (start > 0) + octets[start:].decode()
