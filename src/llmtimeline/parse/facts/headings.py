"""Release headings taken apart: name, date, and what stands around them.

    heading = name [SEP tagline]* SEP date [SEP status]* [SEP vendor]      SEP = "," or "，"

Which vendor or model is meant is not decided here: that takes the catalog.
"""

from __future__ import annotations

import re

from llmtimeline.parse.dates import ImpossibleDate, parse_partial_date
from llmtimeline.parse.facts.heading_names import take_name_apart
from llmtimeline.parse.facts.heading_segments import split_segments
from llmtimeline.parse.facts.near_misses import find_near_miss
from llmtimeline.parse.facts.odd_dates import MONTH_AND_DAY
from llmtimeline.values.dates import PartialDate
from llmtimeline.values.diagnostics import Checked, Diagnostic, diagnose
from llmtimeline.values.facts import Placed, ReleaseHeading
from llmtimeline.values.places import Span
from llmtimeline.values.statuses import status_of

_HAS_NUMBER = re.compile(r"[0-9０-９]{2}")
_ATTRIBUTES = re.compile(r"\{\s*(?:[#.][^{}\s]+|[\w-]+\s*=[^{}]*)[^{}]*\}$")

_LONGEST_ATTRIBUTES = 200  # characters

_Dates = list[tuple[int, PartialDate]]  # position of the segment, its date


def parse_release_heading(text: str, span: Span) -> Checked[ReleaseHeading | None]:
    """The parts of a release heading, each with its place; None for a plain heading.

    `text` is the heading's plain text, `span` where it starts. A release is told by a segment after the first that as a
    whole is a date. May add LT302 (the value is then None, and a date that no calendar has is never a silent section),
    LT303, LT305 (None too) and LT318.
    """
    if _HAS_NUMBER.search(text) is None:
        return Checked(None)
    text = _without_attributes(text)
    segments = split_segments(text, span)
    dates, impossible = _find_dates(segments)
    if impossible:
        return Checked(None, impossible)
    at = next((position for position, _ in dates if position > 0), None)
    if at is None or not segments[0].text or _is_day_of_a_month(segments, at):
        near = find_near_miss(text, span, segments)
        return Checked(None, (near,) if near else ())
    name = take_name_apart(segments[0])
    tagline = tuple(segment for segment in segments[1:at] if segment.text)
    heading = ReleaseHeading(
        name=name.name,
        date=next(date for position, date in dates if position == at),
        date_span=segments[at].span,
        date_text=segments[at].text,
        also=tuple(name.also),
        joined=name.joined,
        sizes=tuple(name.sizes),
        tags=tuple(name.tags),
        action=name.action,
        tagline=(*name.remarks, *tagline),
        after=(*name.statuses, *(segment for segment in segments[at + 1 :] if segment.text)),
    )
    return Checked(heading, (*_second_date(segments, dates, at), *_early_statuses(tagline, segments, at)))


def _without_attributes(text: str) -> str:
    """The text without `{#id .class key=value}` at its end."""
    start = text.rfind("{")
    if start < 0 or len(text) - start > _LONGEST_ATTRIBUTES or _ATTRIBUTES.fullmatch(text[start:].rstrip()) is None:
        return text
    return text[:start].rstrip()


def _find_dates(segments: tuple[Placed, ...]) -> tuple[_Dates, tuple[Diagnostic, ...]]:
    """Every segment that is a date; and LT302 for each that has the form of one and is none."""
    dates: _Dates = []
    impossible: list[Diagnostic] = []
    for position, segment in enumerate(segments):
        try:
            date = parse_partial_date(segment.text)
        except ImpossibleDate as why:
            if position:
                message = f"`{segment.text}` is a date that does not exist"
                impossible.append(diagnose("LT302", message, segment.span, hint=str(why)))
            continue
        if date is not None:
            dates.append((position, date))
    return dates, tuple(impossible)


def _is_day_of_a_month(segments: tuple[Placed, ...], at: int) -> bool:
    """`Sep 6, 2023`: the year alone would be taken for the date."""
    return at > 1 and len(segments[at].text) == 4 and MONTH_AND_DAY.fullmatch(segments[at - 1].text) is not None


def _second_date(segments: tuple[Placed, ...], dates: _Dates, at: int) -> tuple[Diagnostic, ...]:
    second = next((position for position, _ in dates if position > at), None)
    if second is None:
        return ()
    message = f"a second date `{segments[second].text}` in one heading"
    hint = f"`{segments[at].text}` counts; give each release a heading of its own, or take the other date out"
    return (diagnose("LT303", message, segments[second].span, hint=hint),)


def _early_statuses(tagline: tuple[Placed, ...], segments: tuple[Placed, ...], at: int) -> tuple[Diagnostic, ...]:
    early = [segment for segment in tagline if status_of(segment.text)]
    after = "".join(f", {segment.text}" for segment in segments[at + 1 :][:3] if segment.text)
    return tuple(
        diagnose(
            "LT318",
            f"the status `{segment.text}` stands before the date",
            segment.span,
            hint=f"write it after the date: `{segments[at].text}, {segment.text}{after}`",
        )
        for segment in early[:3]
    )
