"""Dates as precise as they are written."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmtimeline.parse.dates import ImpossibleDate, parse_datetime, parse_partial_date
from llmtimeline.values.dates import PartialDate

SHANGHAI = timezone(timedelta(hours=8))
VECTORS = Path(__file__).parents[3] / "../shared/hugo/vectors/dates.txt"


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2020", "2020"),
        ("2023/05", "2023-05"),
        ("2023/9/6", "2023-09-06"),
        ("2023-09-06", "2023-09-06"),
        ("2023.9", "2023-09"),
        ("2023年", "2023"),
        ("2023 年 5 月", "2023-05"),
        ("2023年9月6日", "2023-09-06"),
        ("2023年9月6号", "2023-09-06"),
        ("２０２３／０９", "2023-09"),
        ("~2023", "2023~"),
        ("约2023年5月", "2023-05~"),
        ("2023-05~", "2023-05~"),
        ("2023?", "2023?"),
        ("2023%", "2023%"),
        ("2023~?", "2023%"),
        ("2023 (?)", "2023?"),
        ("about 2023", "2023~"),
        ("ca. 2023-05", "2023-05~"),
        ("2023年5月左右", "2023-05~"),
        ("2023年5月份", "2023-05"),
        ("2023-05-XX", "2023-05"),
        ("2023-XX-XX", "2023"),
        (" 2023 / 05 ", "2023-05"),
    ],
)
def test_every_form_keeps_its_precision(text: str, edtf: str) -> None:
    date = parse_partial_date(text)
    assert date is not None
    assert date.edtf() == edtf


@pytest.mark.parametrize(
    "text",
    [
        *("1106", "4096", "202", "20230", "2023/09-06", "2023/09/06/01", "v2023", "2023 model", ""),
        *("1024/05", "1024.2.3", "2023-XX-05", "٢٠٢٣", "2023/", "/2023", "2023年5", "~", "2023" + " " * 60),
    ],
)
def test_other_numbers_are_no_dates(text: str) -> None:
    assert parse_partial_date(text) is None


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("2023/13/01", "months are 1 to 12; write year, month, day: 2023/09/06"),
        ("2023/02/30", "February 2023 has 28 days"),
        ("2024年2月30日", "February 2024 has 29 days"),
        ("2023/4/31", "April 2023 has 30 days"),
        ("3023/04/01", "a year between 1950 and 2099 is expected"),
    ],
)
def test_an_impossible_date_says_why(text: str, why: str) -> None:
    with pytest.raises(ImpossibleDate) as caught:
        parse_partial_date(text)
    assert caught.value.args[0] == why


def test_a_month_is_never_stored_as_its_first_day() -> None:
    assert parse_partial_date("2023/05") == PartialDate(2023, 5, None)


@given(st.integers(1950, 2099), st.none() | st.integers(1, 12), st.integers(1, 28), st.booleans(), st.booleans())
def test_edtf_comes_back_the_same(year: int, month: int | None, day: int, about: bool, unsure: bool) -> None:
    date = PartialDate(year, month, day if month and day < 28 else None, about, unsure)
    assert parse_partial_date(date.edtf()) == date


@given(st.text(max_size=40))
def test_no_text_is_too_strange(text: str) -> None:
    with suppress(ImpossibleDate):
        parse_partial_date(text)
    parse_datetime(text, UTC)


NOON = datetime(2024, 1, 2, 10, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2024-01-02", datetime(2024, 1, 2, tzinfo=SHANGHAI)),
        ("2024-01-02 10:30:00", datetime(2024, 1, 2, 10, 30, tzinfo=SHANGHAI)),
        ("2024-01-02T10:30:00", datetime(2024, 1, 2, 10, 30, tzinfo=SHANGHAI)),
        ("2024-01-02T10:30:00Z", NOON),
        ("2024-01-02T10:30:00+08:00", datetime(2024, 1, 2, 10, 30, tzinfo=SHANGHAI)),
        ("2024-01-02 10:30:00 +0800", datetime(2024, 1, 2, 10, 30, tzinfo=SHANGHAI)),
        ("2024-01-02T10:30:00.250Z", NOON.replace(microsecond=250_000)),
        ("Tue, 02 Jan 2024 10:30:00 +0800", datetime(2024, 1, 2, 10, 30, tzinfo=SHANGHAI)),
        ("02 Jan 2024", datetime(2024, 1, 2, tzinfo=SHANGHAI)),
        ("1704189000", datetime(2024, 1, 2, 9, 50, tzinfo=UTC)),
    ],
)
def test_front_matter_takes_what_hugo_takes(text: str, moment: datetime) -> None:
    parsed = parse_datetime(text, SHANGHAI)
    assert parsed == moment
    assert parsed is not None
    assert parsed.utcoffset() is not None


@pytest.mark.parametrize(
    "text",
    [
        "2024-01-02 10:30",
        "2024/01/02",
        "2024-1-2",
        "2024-01",
        "2024",
        "January 2, 2024",
        "2024年1月2日",
        "soon",
        "",
        "2023-02-30",
    ],
)
def test_front_matter_refuses_what_hugo_refuses(text: str) -> None:
    assert parse_datetime(text, SHANGHAI) is None


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2024-01-02 10:30:00.5 +0800 CST", datetime(2024, 1, 2, 10, 30, 0, 500_000, tzinfo=SHANGHAI)),
        ("2024-01-02T10:30:00.123456789-05:30", datetime(2024, 1, 2, 16, 0, 0, 123_456, tzinfo=UTC)),
        ("Tue, 02 Jan 2024 10:30:00 GMT", NOON),
        ("Tue Jan  2 10:30:00 UTC 2024", NOON),
        ("Tue Jan 02 10:30:00 +0000 2024", NOON),
        ("Tuesday, 02-Jan-2024 10:30:00 GMT", NOON),
        (" 2024-01-02 ", datetime(2024, 1, 2, tzinfo=SHANGHAI)),
        ("-100000000", datetime(1966, 10, 31, 14, 13, 20, tzinfo=UTC)),
    ],
)
def test_front_matter_takes_the_forms_of_mail_and_of_go(text: str, moment: datetime) -> None:
    assert parse_datetime(text, SHANGHAI) == moment


@pytest.mark.parametrize(
    "text",
    [
        *("0001-01-01T00:00:00Z", "9999-12-31", "20240102", "2024-01-02T25:00:00Z", "2024-01-02T10:30:60Z"),
        *("2024-01-02T10:30:00+24:00", "32 Jan 2024", "02 Foo 2024", "2024-01-02+08:00", "٢٠٢٤-٠١-٠٢", "9" * 200),
    ],
)
def test_a_moment_that_no_calendar_has_is_none(text: str) -> None:
    assert parse_datetime(text, SHANGHAI) is None


# What stands in the front matter of each probe whose outcome was measured in Hugo.
PROBES = {
    "ymd": "2024-01-02",
    "ymdhm": "2024-01-02 10:30",
    "ymdhms": "2024-01-02 10:30:00",
    "Tnozone": "2024-01-02T10:30:00",
    "Tz": "2024-01-02T10:30:00+08:00",
    "Z": "2024-01-02T10:30:00Z",
    "spacezone": "2024-01-02 10:30:00 +0800",
    "slash": "2024/01/02",
    "ymd1": "2024-1-2",
    "rfc": "Tue, 02 Jan 2024 10:30:00 +0800",
    "long": "January 2, 2024",
    "zh": "2024年1月2日",
    "int": "1704189000",
    "ym": "2024-01",
    "y": "2024",
    "str": "soon",
    "dmy": "02 Jan 2024",
}


@pytest.mark.parametrize(("section", "zone"), [("dates", UTC), ("dates tz Asia/Shanghai", SHANGHAI)])
def test_every_measured_date_comes_out_as_in_hugo(section: str, zone: timezone) -> None:
    if not VECTORS.is_file():
        pytest.skip("the measurements are not at hand")
    text = VECTORS.read_text("utf-8").split(f"##### {section}\n")[1].split("#####")[0]
    outcomes = dict(re.findall(r'^-- (\w+) \{"date": "([^"]+)"', text, re.MULTILINE))
    compared = 0
    for name, written in PROBES.items():
        if name in outcomes:
            moment = None if outcomes[name].startswith("0001") else datetime.fromisoformat(outcomes[name])
            assert parse_datetime(written, zone) == moment, name
            compared += 1
    assert compared >= 5
