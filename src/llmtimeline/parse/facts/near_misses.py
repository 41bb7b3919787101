"""Headings that would announce a release but for a small thing, and what their authors should write."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from llmtimeline.parse.dates import FULL_WIDTH, ImpossibleDate, parse_partial_date
from llmtimeline.parse.facts.odd_dates import MONTH_AND_DAY, plain_date
from llmtimeline.values.dates import PartialDate, Precision
from llmtimeline.values.diagnostics import Diagnostic, diagnose
from llmtimeline.values.facts import Placed
from llmtimeline.values.places import Span

_LONGEST_HEADING = 120  # characters; what is longer is a sentence
_LONGEST_PART = 40
_MOST_PARTS = 6
_SENTENCE = re.compile(r"[。！？!?：]|:(?!\d)")
# Words that make a date part of a sentence, and what they stand in no release.
_IN_A_SENTENCE = re.compile(
    r"(?:截至|截止|自|从|在|于|到|至|\b(?:as of|since|until|till|by|in|on|from|to|before|after))\s*$", re.IGNORECASE
)
_DATE = "|".join(
    (
        *(rf"\d{{4}}{sep}\d{{1,2}}{sep}\d{{1,2}}" for sep in ("/", "-", r"\.")),
        *(r"\d{4}[/-]\d{1,2}", r"\d{4}\s?年\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?[日号])?"),
    )
)
_AT_END = re.compile(rf"(?<=[\s(（\u3400-\u9fff])(?P<date>{_DATE})[)）]?$")
_AT_START = re.compile(rf"(?P<date>{_DATE})(?![\d./-])[;；、|｜·\s]*(?=\S)")
_IN_BRACKETS = re.compile(r"(?P<name>[^()（）]*\S)\s*[(（](?P<inside>[^()（）]*)[)）]")
_EITHER_WAY = re.compile(r"(?:0?[1-9]|1[0-2])([/.-])(?:0?[1-9]|1[0-2])\1\d{4}")
_DAY = "|".join(
    (*(rf"\d{{4}}{sep}\d{{1,2}}{sep}\d{{1,2}}" for sep in ("/", "-", r"\.")), r"\d{4}年\d{1,2}月\d{1,2}[日号]")
)
_NAME_START = re.compile("[A-Z]")
_BETWEEN_SPACES = re.compile(rf"(?<=\s)(?P<date>{_DAY})(?=\s)")
_SEPARATOR = re.compile(r"[,，;；、|｜·]|(?<=\s)[-–—]{1,2}(?=\s)")


def find_near_miss(text: str, span: Span, segments: Sequence[Placed]) -> Diagnostic | None:
    """LT305, with the heading as it should be; None for a heading that announces nothing.

    `segments` are the heading's, none of them after the first a date, or one half of `Sep 6, 2023`.
    """
    if len(text) > _LONGEST_HEADING or _SENTENCE.search(text):
        return None
    given = [segment for segment in segments if segment.text]
    if not segments[0].text and given and _date(given[0].text):
        hint = f"write it first: `name, {_joined(segment.text for segment in given)}`"
        return diagnose("LT305", "no name stands before the date", given[0].span, hint=hint)
    looks = (_date_first, _odd_date, _day_cut_off, _date_within) if 1 < len(given) <= _MOST_PARTS else ()
    found = next((found for look in looks if (found := look(given))), None)
    return found or _other_separators(text, span) or _date_in_brackets(text, span) or _only_spaces(text, span)


def _date_first(given: Sequence[Placed]) -> Diagnostic | None:
    date = _date(given[0].text)
    if date is None or date.precision is Precision.YEAR or len(given) < 3:
        return None
    parts = (given[1].text, given[0].text, *(segment.text for segment in given[2:]))
    return _almost("the date stands before the name", given[0].span, parts)


def _odd_date(given: Sequence[Placed]) -> Diagnostic | None:
    for position, segment in enumerate(given[1:], 1):
        date = plain_date(segment.text.translate(FULL_WIDTH))
        if date is not None:
            parts = [date if at == position else part.text for at, part in enumerate(given)]
            but = f", if {date[5:7]} is the month" if _EITHER_WAY.fullmatch(segment.text) else ""
            return _almost(f"`{segment.text}` is no date for a heading", segment.span, parts, but)
    return None


def _day_cut_off(given: Sequence[Placed]) -> Diagnostic | None:
    """`Foo, Sep 6, 2023, X`."""
    for at, (day, year) in enumerate(pairwise(given[1:]), 1):
        date = plain_date(f"{day.text}, {year.text}") if MONTH_AND_DAY.fullmatch(day.text) else None
        if date is not None:
            whole = Span(day.span.path, day.span.line, day.span.column, year.span.column + 4 - day.span.column)
            parts = (*(part.text for part in given[:at]), date, *(part.text for part in given[at + 2 :]))
            return _almost(f"`{day.text}, {year.text}` is no date for a heading", whole, parts)
    return None


def _date_within(given: Sequence[Placed]) -> Diagnostic | None:
    """`Foo 2023/09/06, TII`, `Foo, 2023/09/06 TII`, `Foo (2023/09/06), TII`: one date that only lacks its comma."""
    found = [(at, *cut) for at, segment in enumerate(given) if (cut := _cut_at_date(segment, at))]
    if len(found) != 1 or any(len(segment.text) > _LONGEST_PART for segment in given):
        return None
    at, before, date, after = found[0]
    if _IN_A_SENTENCE.search(before):
        return None
    around = [segment.text for segment in given]
    if before and at and at == len(given) - 1:  # Foo, TII 2023/09/06
        parts = (*around[:at], date.text, before)
    else:
        parts = (*around[:at], before, date.text, after, *around[at + 1 :])
    return _almost(f"the date `{date.text}` does not stand between commas", date.span, parts)


def _cut_at_date(segment: Placed, at: int) -> tuple[str, Placed, str] | None:
    """What stands before the date that a segment ends or begins with, the date, and what stands after it."""
    folded = segment.text.translate(FULL_WIDTH)
    found = _AT_END.search(folded)
    if found is None and at:
        found = _AT_START.match(folded)
    if found is None or not _date(found["date"]):
        return None
    start, end = found.span("date")
    date = Placed(segment.text[start:end], segment.span.shifted(start, end - start))
    return segment.text[: found.start()].rstrip(" (（"), date, segment.text[found.end() :]


def _other_separators(text: str, span: Span) -> Diagnostic | None:
    """`Foo; 2023/09/06; TII`, `Foo、2023/09/06、TII`, `Foo - 2023/09/06 - TII`."""
    marks = list(_SEPARATOR.finditer(text))
    starts = [0, *(mark.end() for mark in marks)]
    ends = [*(mark.start() for mark in marks), len(text)]
    parts = [text[start:end].strip() for start, end in zip(starts, ends, strict=True)]
    if not 3 <= len(parts) <= _MOST_PARTS or not all(parts) or any(len(part) > _LONGEST_PART for part in parts):
        return None
    dates = [at for at, part in enumerate(parts) if (date := _date(part)) and date.precision is not Precision.YEAR]
    if len(dates) != 1 or dates[0] == 0:
        return None
    mark = next((mark for mark in marks[dates[0] - 1 : dates[0] + 1] if mark[0] not in ",，"), None)
    if mark is None:
        return None
    return _almost(f"`{mark[0]}` does not separate the parts of a release", span.shifted(mark.start(), 1), parts)


def _date_in_brackets(text: str, span: Span) -> Diagnostic | None:
    """`Foo （2023/09/06，TII）`. A date alone in them says when, but announces nothing: `更新日志 (2023/09/06)`."""
    found = _IN_BRACKETS.fullmatch(text.strip())
    inside = [part.strip() for part in re.split("[,，]", found["inside"])] if found else []
    dated = [part for part in inside if _is_precise(part)]
    if found is None or len(dated) != 1 or not 2 <= len(inside) < _MOST_PARTS or not all(inside):
        return None
    others = [part for part in inside if part != dated[0]]
    start = text.find(found["inside"])
    place = span.shifted(start, max(1, len(found["inside"])))
    return _almost("date and vendor stand in brackets", place, (found["name"], dated[0], *others))


def _only_spaces(text: str, span: Span) -> Diagnostic | None:
    """`Foo 2023/09/06 TII`. What follows the day must begin as a name does: `Dev Day 2023/11/06 演讲` is none."""
    found = list(_BETWEEN_SPACES.finditer(text.translate(FULL_WIDTH)))
    if len(found) != 1 or not _is_precise(found[0]["date"]) or "," in text or "，" in text:
        return None
    start, end = found[0].span("date")
    before, date, after = text[:start].strip(), text[start:end], text[end:].strip()
    if not before or _IN_A_SENTENCE.search(before) or not _NAME_START.match(after):
        return None
    if len(before) > _LONGEST_PART or len(after) > _LONGEST_PART:
        return None
    place = span.shifted(start, end - start)
    return _almost(f"the date `{date}` does not stand between commas", place, (before, date, after))


def _is_precise(text: str) -> bool:
    date = _date(text)
    return date is not None and date.precision is not Precision.YEAR


def _date(text: str) -> PartialDate | None:
    try:
        return parse_partial_date(text)
    except ImpossibleDate:
        return None


def _almost(what: str, span: Span, parts: Sequence[str], but: str = "") -> Diagnostic:
    return diagnose("LT305", what, span, hint=f"a release heading is name, date, vendor: `{_joined(parts)}`{but}")


def _joined(parts: Iterable[str]) -> str:
    return ", ".join(part for part in parts if part)
