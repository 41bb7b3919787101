"""The parts of a calendar file: escaped, folded, and spans that say no more than is known."""

from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmtimeline.render.calendar import (
    calendar_day,
    calendar_end,
    calendar_file,
    calendar_moment,
    calendar_text,
)
from llmtimeline.values.dates import PartialDate


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a, b; c\\d", "a\\, b\\; c\\\\d"),
        ("one\ntwo\r\nthree\rfour\u2028five", "one\\ntwo\\nthree\\nfour\\nfive"),
        ("a\x00b\x07c\x7fd\x85e\tf", "abcd\\ne f"),
        ("BEGIN:VEVENT\nUID:x", "BEGIN:VEVENT\\nUID:x"),
        ("通义千问 🙂", "通义千问 🙂"),
        ("\ud800x\ufffe", "x"),
    ],
)
def test_text_stays_on_its_line(text: str, shown: str) -> None:
    assert calendar_text(text) == shown


@pytest.mark.parametrize(
    ("date", "first", "after"),
    [
        (PartialDate(2023, 9, 6), "20230906", "20230907"),
        (PartialDate(2023, 12, 31), "20231231", "20240101"),
        (PartialDate(2023, 5), "20230501", "20230601"),
        (PartialDate(2024, 2), "20240201", "20240301"),
        (PartialDate(2020, 12), "20201201", "20210101"),
        (PartialDate(2020), "20200101", "20210101"),
        (PartialDate(2099, 12, 31), "20991231", "21000101"),
    ],
)
def test_a_date_spans_all_that_it_may_mean(date: PartialDate, first: str, after: str) -> None:
    assert (calendar_day(date), calendar_end(date)) == (first, after)


def test_moments_are_told_in_utc() -> None:
    shanghai = timezone(timedelta(hours=8))
    assert calendar_moment(datetime(2023, 9, 7, 4, 30, tzinfo=shanghai)) == "20230906T203000Z"
    assert calendar_moment(datetime(2023, 9, 7, 4, 30)) == "20230907T043000Z"
    assert calendar_moment(datetime(99, 9, 7, 4, 30)) == "00990907T043000Z"


def test_lines_are_folded_between_characters() -> None:
    folded = calendar_file("SUMMARY:" + "千" * 60 + "\n\nEND:X\n")
    assert folded.endswith("\r\nEND:X\r\n")
    lines = folded.split("\r\n")
    assert [len(line.encode()) for line in lines[:3]] == [74, 73, 43]
    assert all(line.startswith(" 千") for line in lines[1:3])


@given(st.lists(st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]))))
def test_unfolding_gives_the_lines_again(lines: list[str]) -> None:
    written = calendar_file("\n".join(lines))
    assert all(len(part.encode()) <= 75 for part in written.split("\r\n")) or any("\r" in line for line in lines)
    assert written.replace("\r\n ", "").count("\r\n") >= sum(1 for line in lines if line)
    if not any(line.startswith(" ") or "\r" in line for line in lines):
        assert written.replace("\r\n ", "") == "".join(f"{line}\r\n" for line in lines if line)
