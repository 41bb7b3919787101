"""Ticks: round, in order, around all that they measure."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmtimeline.plan.charts.scales import BEYOND, LEAST, linear, logarithmic

AMOUNTS = st.lists(st.integers(LEAST, BEYOND - 1) | st.floats(LEAST, BEYOND / 2), min_size=1)


@pytest.mark.parametrize(
    ("most", "values"),
    [
        (0, [0, 1]),
        (1, [0, 1]),
        (6, [0, 1, 2, 3, 4, 5, 6]),
        (7, [0, 2, 4, 6, 8]),
        (13, [0, 5, 10, 15]),
        (186, [0, 50, 100, 150, 200]),
    ],
)
def test_counts_rise_in_steps_of_one_two_or_five(most: int, values: list[int]) -> None:
    ticks = linear(most).ticks()
    assert [tick.value for tick in ticks] == values
    assert (ticks[0].at, ticks[-1].at) == (1, 0)


@pytest.mark.parametrize(
    ("amounts", "values"),
    [
        ([7], [3, 10]),
        ([10], [10, 30]),
        ([2048, 200_000], [1000, 3000, 10_000, 30_000, 100_000, 300_000]),
        ([983 * 10**6, 540 * 10**9], [10**8, 10**9, 10**10, 10**11, 10**12]),
        ([1000, 10**12], [10**3, 10**5, 10**7, 10**9, 10**11, 10**13]),
        ([BEYOND - 1], [3 * 10**17, 10**18]),
    ],
)
def test_amounts_rise_by_threes_or_tens_and_by_more_where_that_is_too_many(
    amounts: list[int], values: list[int]
) -> None:
    scale = logarithmic(amounts)
    assert [tick.value for tick in scale.ticks()] == values
    assert all(0 <= scale.at(amount) <= 1 for amount in amounts)


@given(st.integers(0, 10**9))
def test_linear_ticks_cover_the_counts_and_are_few(most: int) -> None:
    scale = linear(most)
    values = [tick.value for tick in scale.ticks()]
    assert values[0] == 0
    assert values[-1] == scale.top >= most
    assert len(values) <= 7
    assert all(a < b for a, b in pairwise(values))
    assert scale.top - most < scale.step or most == 0


@given(AMOUNTS)
def test_logarithmic_ticks_cover_the_amounts_rise_and_keep_apart(amounts: list[float]) -> None:
    scale = logarithmic(amounts)
    ticks = scale.ticks()
    assert ticks[0].value <= min(amounts)
    assert max(amounts) <= ticks[-1].value
    assert 2 <= len(ticks) <= 9
    assert all(below.value < above.value for below, above in pairwise(ticks))
    # 320 pixels of height and 12 of type: no two labels touch.
    assert all(below.at - above.at > 14 / 320 for below, above in pairwise(ticks))


@given(AMOUNTS)
def test_a_greater_amount_is_never_drawn_lower(amounts: list[float]) -> None:
    scale = logarithmic(amounts)
    places = [scale.at(amount) for amount in sorted(amounts)]
    assert all(0 <= place <= 1 for place in places)
    assert places == sorted(places, reverse=True)
