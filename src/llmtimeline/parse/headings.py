"""Release headings taken apart: name, date, and what stands around them.

    heading = name [SEP tagline]* SEP date [SEP status]* [SEP vendor]      SEP = "," or "，"

Which vendor or model is meant is not decided here: that takes the catalog.
"""

from __future__ import annotations

import re

from llmtimeline.parse.dates import FIRST_YEAR, LAST_YEAR, ImpossibleDate, parse_partial_date
from llmtimeline.parse.heading_names import take_name_apart
from llmtimeline.values.dates import PartialDate
from llmtimeline.values.diagnostics import Checked, Diagnostic, diagnose
from llmtimeline.values.facts import Placed, ReleaseHeading
from llmtimeline.values.places import Span
from llmtimeline.values.statuses import STATUS_WORDS

_OPENING = {"(": ")", "（": "）", "[": "]", "【": "】", "「": "」", "『": "』", "《": "》", "“": "”", "〈": "〉"}
_OTHER_SEPARATORS = ";；、|｜·"
_FULL_WIDTH = str.maketrans("０１２３４５６７８９／－．", "0123456789/-.")
_DATE_INSIDE = re.compile(
    r"(?<![\d./-])(?:\d{4}\s*年(?:\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*[日号])?)?|\d{4}[/.-]\d{1,2}(?:[/.-]\d{1,2})?)(?![\d./-])"
)
_MONTH_FIRST = re.compile(r"(?P<first>\d{1,2})[/.-](?P<second>\d{1,2})[/.-](?P<year>\d{4})")
_MONTH_NAMED = re.compile(r"(?:\d{1,2}\s+)?[A-Z][a-z]{2,8}\.?\s+(?:\d{1,2},?\s+)?\d{4}")


def parse_release_heading(text: str, span: Span) -> Checked[ReleaseHeading | None]:
    """The parts of a release heading, each with its place; None for a plain heading.

    `text` is the heading's plain text without attributes, `span` where it starts. A release is told by a segment that
    as a whole is a date. May add LT302 (the value is then None, but a release with an impossible date is never a silent
    section), LT303, LT305 and LT318.
    """
    segments = split_segments(text, span)
    found: list[Diagnostic] = []
    dates = _find_dates(segments, found)
    if found:
        return Checked(None, tuple(found))
    if not dates or dates[0][0] == 0:
        return Checked(None, _near_miss(text, span, segments, dates))
    position, date = dates[0]
    for other, _ in dates[1:]:
        message = f"second date `{segments[other].text}` in the heading"
        found.append(diagnose("LT303", message, segments[other].span, hint=f"`{segments[position].text}` counts"))
    tagline = segments[1:position]
    whole = () if not tagline else (_between(text, span, tagline[0], tagline[-1]),)
    found += [_early_status(segment) for segment in tagline if segment.text.lower() in STATUS_WORDS]
    heading = ReleaseHeading(
        date=date,
        date_span=segments[position].span,
        tagline=whole,
        after=tuple(segment for segment in segments[position + 1 :] if segment.text),
        **take_name_apart(segments[0]),
    )
    if not heading.name.text:
        return Checked(None, _near_miss(text, span, segments, []))
    return Checked(heading, tuple(found))


def split_segments(text: str, span: Span) -> list[Placed]:
    """What stands between separators, trimmed, each with its place.

    A comma separates unless it stands inside brackets or quotes, or between a digit and three digits (`7,000,000`).
    A bracket that is never closed does not count as one.
    """
    closings = _closings(text)
    segments: list[Placed] = []
    start = position = 0
    while position < len(text):
        if position in closings:
            position = closings[position]
        elif text[position] in ",，" and not _groups_thousands(text, position):
            segments.append(_placed(text, start, position, span))
            start = position + 1
        position += 1
    segments.append(_placed(text, start, len(text), span))
    return segments


def _between(text: str, span: Span, first: Placed, last: Placed) -> Placed:
    """What stands from one segment to another, with its own commas."""
    start = first.span.column - span.column
    end = last.span.column - span.column + len(last.text)
    return Placed(text[start:end], first.span.shifted(0, max(1, end - start)))


def _closings(text: str) -> dict[int, int]:
    """Position of each outermost opening bracket that is closed -> position of its closing one. One pass."""
    pairs: dict[int, int] = {}
    waiting: list[tuple[str, int]] = []
    for position, character in enumerate(text):
        if character in _OPENING:
            waiting.append((_OPENING[character], position))
        elif waiting and character == waiting[-1][0]:
            pairs[waiting.pop()[1]] = position
    return pairs


def _groups_thousands(text: str, position: int) -> bool:
    digits = text[position + 1 : position + 5]
    return (
        text[position] == ","
        and position > 0
        and text[position - 1].isdigit()
        and len(digits) >= 3
        and digits[:3].isdigit()
        and not digits[3:].isdigit()
        and not _ends_a_date(text, position)
    )


def _ends_a_date(text: str, position: int) -> bool:
    """`2023/09/06,100 Labs`: the comma after a date always separates."""
    return re.search(r"\d{4}[/.-]\d{1,2}(?:[/.-]\d{1,2})?$", text[max(0, position - 10) : position]) is not None


def _placed(text: str, start: int, end: int, span: Span) -> Placed:
    piece = text[start:end]
    stripped = piece.strip()
    offset = start + (len(piece) - len(piece.lstrip()) if stripped else 0)
    return Placed(stripped, span.shifted(offset, max(1, len(stripped))))


def _find_dates(segments: list[Placed], found: list[Diagnostic]) -> list[tuple[int, PartialDate]]:
    """(position, date) of each segment that is a date. Adds LT302 for those that would be one in another calendar."""
    dates: list[tuple[int, PartialDate]] = []
    for position, segment in enumerate(segments):
        try:
            date = parse_partial_date(segment.text)
        except ImpossibleDate as impossible:
            if position:
                found.append(diagnose("LT302", f"no such day: {segment.text}", segment.span, hint=str(impossible)))
            continue
        if date is not None:
            dates.append((position, date))
    return dates


def _early_status(segment: Placed) -> Diagnostic:
    return diagnose(
        "LT318",
        f"`{segment.text}` stands before the date",
        segment.span,
        hint="write it after the date, before the vendor",
    )


def _near_miss(
    text: str, span: Span, segments: list[Placed], dates: list[tuple[int, PartialDate]]
) -> tuple[Diagnostic, ...]:
    """LT305 where a heading would be a release but for one thing; () for all others."""
    if dates:
        if len(segments) < 2:
            return ()
        return (
            _almost("the heading starts with its date", segments[0].span, "write the name first: name, date, vendor"),
        )
    for segment in segments[1:]:
        other_order = _other_order(segment)
        if other_order is not None:
            return (other_order,)
    inside = _DATE_INSIDE.search(text.translate(_FULL_WIDTH))
    if inside is None or not FIRST_YEAR <= int(inside.group()[:4]) <= LAST_YEAR:
        return ()
    place = span.shifted(inside.start(), len(inside.group()))
    before, after = text[: inside.start()].rstrip(), text[inside.end() :].lstrip()
    if before[-1:] in _OTHER_SEPARATORS and before[-1:]:
        return (_almost(f"`{before[-1]}` does not separate name and date", place, "write commas: name, date, vendor"),)
    if len(segments) > 1 and before and (not after or after[0] in ",，" or before[-1] in ",，"):
        return (_almost("the date is not set off by commas", place, "write commas: name, date, vendor"),)
    return ()


def _other_order(segment: Placed) -> Diagnostic | None:
    folded = segment.text.translate(_FULL_WIDTH)
    turned = _MONTH_FIRST.fullmatch(folded)
    if turned is not None:
        first, second, year = turned["first"], turned["second"], turned["year"]
        hint = f"write the year first: {year}/{first.zfill(2)}/{second.zfill(2)}, if {first} is the month"
        return _almost(f"`{segment.text}` is no date here", segment.span, hint)
    if _MONTH_NAMED.fullmatch(folded):
        return _almost(f"`{segment.text}` is no date here", segment.span, "write it in numbers, such as 2023/09/06")
    return None


def _almost(message: str, span: Span, hint: str) -> Diagnostic:
    return diagnose("LT305", f"almost a release: {message}", span, hint=hint)
