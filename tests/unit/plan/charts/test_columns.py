"""Columns over time: every release in its period, gaps kept, nothing made up."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from llmtimeline.plan.charts.columns import BY_MONTH, BY_QUARTER, Dated, column_chart
from llmtimeline.plan.charts.periods import YEARS
from llmtimeline.values.dates import PartialDate
from llmtimeline.values.views.charts import ColumnChart, Period


def dated(*dates: str, weights: str = "") -> list[Dated]:
    return [Dated(PartialDate(*map(int, date.split("-"))), weights) for date in dates]


def drawn(*dates: str) -> ColumnChart:
    chart = column_chart(dated(*dates), BY_MONTH)
    assert chart is not None
    return chart


def test_nothing_gives_no_chart() -> None:
    assert column_chart([], BY_MONTH) is None


def test_months_without_a_release_are_gaps() -> None:
    chart = drawn("2022-11-30", "2023-03", "2023-03-14")
    assert [column.count for column in chart.columns] == [1, 0, 0, 0, 2]
    assert [column.period.date.edtf() for column in chart.columns][::4] == ["2022-11", "2023-03"]
    assert [column.period.date.edtf() for column in chart.columns if column.is_fullest] == ["2023-03"]
    assert (chart.span, chart.most, chart.count) == ("month", 2, 3)


def test_a_year_stands_apart_from_months_and_is_counted() -> None:
    chart = drawn("2017", "2020", "2020", "2023-03")
    assert [column.count for column in chart.columns] == [1]
    assert chart.apart == ((2017, 1), (2020, 2))
    assert (chart.count, chart.total) == (1, 4)


def test_years_are_columns_where_no_month_is_known() -> None:
    chart = drawn("2017", "2019", "2019")
    assert chart.span == "year"
    assert [column.count for column in chart.columns] == [1, 0, 2]
    assert chart.apart == ()


def test_columns_widen_before_they_are_too_many() -> None:
    assert drawn("2017-01", "2022-12").span == "month"
    assert len(drawn("2017-01", "2022-12").columns) == 72
    assert drawn("2017-01", "2023-01").span == "quarter"
    assert drawn("2000-01", "2023-01").span == "year"


def test_quarters_have_their_number() -> None:
    chart = column_chart(dated("2023-03-31", "2023-04-01"), BY_QUARTER)
    assert chart is not None
    periods = [column.period for column in chart.columns]
    assert periods == [Period(PartialDate(2023, 1), 1), Period(PartialDate(2023, 4), 2)]


def test_one_odd_date_does_not_make_a_thousand_columns() -> None:
    chart = drawn("1023-05", "2022-12", "2023-01")
    assert chart.span == "year"
    assert len(chart.columns) <= YEARS
    assert (chart.count, chart.earlier, chart.total) == (2, 1, 3)


def test_parts_are_piled_up_from_open_to_unsaid() -> None:
    releases = [
        *dated("2023-01", weights="open"),
        *dated("2023-01", weights="closed"),
        *dated("2023-01", weights="open"),
        *dated("2023-02", weights="heard of"),
    ]
    chart = column_chart(releases, BY_QUARTER, stacked=True)
    assert chart is not None
    (column,) = chart.columns
    assert [(part.key, part.count) for part in column.parts] == [("open", 2), ("closed", 1), ("unknown", 1)]
    assert [part.start for part in column.parts] == [0.5, 0.25, 0.0]
    assert [part.length for part in column.parts] == [0.5, 0.25, 0.25]


def test_the_part_of_a_first_year_gives_way_to_the_whole_one_after_it() -> None:
    chart = drawn("2021-12", "2023-11")
    assert [(mark.period.date.year, mark.label) for mark in chart.years] == [
        (2021, ""),
        (2022, "always"),
        (2023, "always"),
    ]


DATES = st.lists(
    st.tuples(st.integers(1950, 2100), st.integers(1, 12), st.integers(1, 28)).flatmap(
        lambda parts: st.sampled_from([PartialDate(*parts[:size]) for size in (1, 2, 3)])
    ),
    min_size=1,
    max_size=60,
)


@given(DATES, st.sampled_from([BY_MONTH, BY_QUARTER]))
def test_every_release_is_counted_once(dates: list[PartialDate], most: dict[str, int]) -> None:
    chart = column_chart([Dated(date) for date in dates], most, stacked=True)
    assert chart is not None
    assert chart.total == len(dates)
    assert chart.count == sum(part.count for column in chart.columns for part in column.parts)
    assert len(chart.columns) <= 80
    ends = [(column.start, column.start + column.width) for column in chart.columns]
    assert all(0 <= start < end <= 1 for start, end in ends)
    assert all(end <= start for (_, end), (start, _) in pairwise(ends))


@given(DATES)
def test_labels_of_the_axis_never_touch(dates: list[PartialDate]) -> None:
    chart = column_chart([Dated(date) for date in dates], BY_MONTH)
    assert chart is not None
    for marks in (chart.years, chart.months):
        for width, shown in ((232, {"always"}), (540, {"always", "roomy"}), (1200, {"always", "roomy"})):
            places = [mark.at * width for mark in marks if mark.label in shown]
            assert all(b - a >= 36 for a, b in pairwise(places))
