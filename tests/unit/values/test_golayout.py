"""Go's notation for dates. The expected texts are those of Go's own `time.Format` and of Hugo's tokens."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from llmtimeline.values.golayout import (
    ENGLISH,
    DateWords,
    Element,
    Fraction,
    format_layout,
    has_elements,
    parse_layout,
)

SHANGHAI = timezone(timedelta(hours=8))
MOMENT = datetime(2024, 1, 5, 9, 4, 7, 120000, SHANGHAI)  # a Friday
REFERENCE = datetime(2006, 1, 2, 15, 4, 5, tzinfo=ZoneInfo("America/Denver"))
CHINESE = DateWords(
    months=("一月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "十一月", "十二月"),
    months_short=tuple(f"{number}月" for number in range(1, 13)),
    weekdays=("星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"),
    weekdays_short=("周一", "周二", "周三", "周四", "周五", "周六", "周日"),
    layouts={"date_full": "2006年1月2日Monday"},
)


@pytest.mark.parametrize(
    ("layout", "parts"),
    [
        ("January 2, 2006", (Element.MONTH, " ", Element.DAY, ", ", Element.YEAR)),
        ("Jan _2 06", (Element.MONTH_SHORT, " ", Element.DAY_SPACED, " ", Element.YEAR_TWO_DIGITS)),
        ("2006年1月2日", (Element.YEAR, "年", Element.MONTH_NUMBER, "月", Element.DAY, "日")),
        ("Janet", ("Janet",)),
        ("Januaryish", (Element.MONTH, "ish")),
        ("Month", ("Month",)),
        ("MondayMon", (Element.WEEKDAY, Element.WEEKDAY_SHORT)),
        ("_2006", ("_", Element.YEAR)),
        ("__2006", (Element.DAY_OF_YEAR_SPACED, "0", Element.YEAR_TWO_DIGITS)),
        ("002", (Element.DAY_OF_YEAR,)),
        (".002", (".", Element.DAY_OF_YEAR)),
        ("05.000", (Element.SECOND_TWO_DIGITS, Fraction(".", 3))),
        ("05,999", (Element.SECOND_TWO_DIGITS, Fraction(",", 3, is_trimmed=True))),
        ("Z07:00", (Element.OFFSET_COLON_Z,)),
        ("-070000-07:00:00", (Element.OFFSET_SECONDS, Element.OFFSET_SECONDS_COLON)),
        ("-07 -0700", (Element.OFFSET_HOURS, " ", Element.OFFSET)),
        ("07:00", ("07:00",)),
        ("15:04", (Element.HOUR, ":", Element.MINUTE_TWO_DIGITS)),
        ("", ()),
    ],
)
def test_the_longest_element_counts(layout: str, parts: tuple[object, ...]) -> None:
    assert parse_layout(layout) == parts


@pytest.mark.parametrize(
    ("layout", "shown"),
    [
        ("January 2, 2006", "January 5, 2024"),
        ("Jan _2 06", "Jan  5 24"),
        ("2006-01-02T15:04:05Z07:00", "2024-01-05T09:04:07+08:00"),
        ("Mon, 02 Jan 2006 15:04:05 -0700", "Fri, 05 Jan 2024 09:04:07 +0800"),
        ("Monday, 02-Jan-06 15:04:05 MST", "Friday, 05-Jan-24 09:04:07 +0800"),
        ("3:04PM", "9:04AM"),
        ("03:04:05.000 pm", "09:04:07.120 am"),
        ("5.999999999", "7.12"),
        ("002 of 2006", "005 of 2024"),
        ("__2", "  5"),
        ("Z07 Z0700 -07:00:00 -070000", "+08 +0800 +08:00:00 +080000"),
        ("2006年1月2日", "2024年1月5日"),
        ("%Y-%m-%d", "%Y-%m-%d"),
        (":date_full", "Friday, January 5, 2024"),
        (":date_long", "January 5, 2024"),
        (":Date_Medium", "Jan 5, 2024"),
        (":date_short", "1/5/24"),
        (":time_short", "9:04 am"),
        (":date_odd", ":date_odd"),
    ],
)
def test_a_layout_writes_a_moment(layout: str, shown: str) -> None:
    assert format_layout(layout, MOMENT) == shown


def test_months_and_days_have_the_names_of_the_language() -> None:
    assert format_layout("January 2, 2006", MOMENT, CHINESE) == "一月 5, 2024"
    assert format_layout("Mon Jan 2", MOMENT, CHINESE) == "周五 1月 5"
    assert format_layout(":date_full", MOMENT, CHINESE) == "2024年1月5日星期五"
    assert format_layout(":date_short", MOMENT, CHINESE) == "1/5/24"  # a language without its own has the English one


def test_utc_is_written_z_and_midnight_is_twelve() -> None:
    moment = datetime(2024, 12, 31, tzinfo=UTC)
    assert format_layout("3:04PM MST Z07:00 -07:00 002", moment) == "12:00AM UTC Z +00:00 366"
    assert format_layout("15.999 MST", moment.replace(tzinfo=None)) == "00 UTC"


def test_zones_have_their_abbreviation_and_may_be_west() -> None:
    assert format_layout("MST -0700", REFERENCE) == "MST -0700"
    assert format_layout("-07:00", datetime(2024, 1, 5, tzinfo=timezone(-timedelta(hours=3, minutes=30)))) == "-03:30"


def test_a_layout_without_elements_is_known() -> None:
    assert all(has_elements(layout) for layout in ("January 2, 2006", "2006", ":date_long", ":DATE_long"))
    assert not any(has_elements(layout) for layout in ("%Y-%m-%d", "YYYY-MM-DD", "", ":date_odd", "yyyy年M月d日"))


_PIECES = st.sampled_from([element.value for element in Element] + [".000", ",9", "_", "年", " ", "J", "0", ":"])


@given(st.text() | st.lists(_PIECES).map("".join), st.datetimes(timezones=st.timezones()))
def test_any_text_is_a_layout(layout: str, moment: datetime) -> None:
    assert isinstance(format_layout(layout, moment, ENGLISH), str)


@given(st.lists(_PIECES).map("".join))
def test_the_reference_moment_is_written_as_its_layout(layout: str) -> None:
    parts = [part for part in parse_layout(layout) if not isinstance(part, str)]
    # Those with a Z are written with the offset, and zeros that may be left out are.
    assume(not any(part.is_trimmed if isinstance(part, Fraction) else "Z" in part.value for part in parts))
    assert format_layout(layout, REFERENCE).replace("_", " ") == layout.replace("_", " ")
