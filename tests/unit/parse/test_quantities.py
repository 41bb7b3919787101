"""Numbers in the notations of both languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmtimeline.parse.quantities import parse_quantity
from llmtimeline.values.quantities import Bound, Known

READ = [
    ("180B", 180_000_000_000, ""),
    ("130亿", 13_000_000_000, ""),
    ("1.2万亿", 1_200_000_000_000, ""),
    ("3.5 万亿 token", 3_500_000_000_000, "tokens"),
    ("8w", 80_000, ""),
    ("700 万", 7_000_000, ""),
    ("3.5T tokens", 3_500_000_000_000, "tokens"),
    ("780B chars", 780_000_000_000, "characters"),
    ("7M GPU-hours", 7_000_000, "gpu-hours"),
    ("4096 块 GPU", 4096, "gpu"),
    ("7,000,000", 7_000_000, ""),
    ("$4.6M", 4_600_000, "USD"),
    ("4.6M USD", 4_600_000, "USD"),
    ("0.0465 美元", 0.0465, "USD"),
    ("８k", 8_000, ""),
    ("8 种语言", 8, "languages"),
]


@pytest.mark.parametrize(("text", "amount", "unit"), READ)
def test_amounts_are_exact_and_units_are_known_in_both_languages(text: str, amount: float, unit: str) -> None:
    quantity = parse_quantity(text)
    assert quantity is not None
    assert (quantity.amount, quantity.unit, quantity.text) == (amount, unit, text)
    assert type(quantity.amount) is type(amount)


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        (">1700亿", Bound.OVER),
        ("超过 1700 亿", Bound.OVER),
        ("46+", Bound.OVER),
        ("100 多种语言", Bound.OVER),
        ("约300", Bound.ABOUT),
        ("about 46", Bound.ABOUT),
        ("不到 10B", Bound.UNDER),
        ("180B", Bound.EXACT),
    ],
)
def test_how_the_amount_stands_to_the_truth_is_kept(text: str, bound: Bound) -> None:
    quantity = parse_quantity(text)
    assert quantity is not None
    assert quantity.bound is bound


@pytest.mark.parametrize(
    ("text", "low", "high"), [("0.06-11B", 60_000_000, 11 * 10**9), ("60M~11B", 60_000_000, 11 * 10**9)]
)
def test_a_range_has_two_ends(text: str, low: int, high: int) -> None:
    quantity = parse_quantity(text)
    assert quantity is not None
    assert (quantity.amount, quantity.high) == (low, high)


@pytest.mark.parametrize("text", ["106B (active 12B)", "106B（激活 12B）", "106B (12B active)"])
def test_the_active_part_of_a_mixture_is_told_apart(text: str) -> None:
    quantity = parse_quantity(text)
    assert quantity is not None
    assert (quantity.amount, quantity.active, quantity.note) == (106 * 10**9, 12 * 10**9, "")


def test_other_words_in_parentheses_are_a_note() -> None:
    quantity = parse_quantity("200k (trained)", "tokens")
    assert quantity is not None
    assert (quantity.amount, quantity.unit, quantity.note) == (200_000, "tokens", "trained")


@pytest.mark.parametrize(
    ("text", "known"),
    [("未公开", Known.UNDISCLOSED), ("undisclosed", Known.UNDISCLOSED), ("n/a", Known.NOT_APPLICABLE)],
)
def test_undisclosed_and_not_applicable_are_two_things(text: str, known: Known) -> None:
    quantity = parse_quantity(text)
    assert quantity is not None
    assert (quantity.known, quantity.amount) == (known, None)


@pytest.mark.parametrize(
    "text", ["", "abc", "10%", "NVIDIA V100", "7B, 13B", "one", "很多", "B", "12 monkeys", "1" * 300]
)
def test_what_is_no_quantity_is_none(text: str) -> None:
    assert parse_quantity(text) is None


@given(st.text(max_size=300))
def test_no_text_is_too_strange(text: str) -> None:
    quantity = parse_quantity(text)
    if quantity is not None:
        assert (quantity.amount is None) == (quantity.known is not Known.GIVEN)


@given(
    st.integers(1, 9999), st.sampled_from([("亿", 10**8), ("万亿", 10**12), ("B", 10**9), ("T", 10**12), ("万", 10**4)])
)
def test_a_count_and_its_scale_multiply_exactly(count: int, scale: tuple[str, int]) -> None:
    quantity = parse_quantity(f"{count / 10}{scale[0]}")
    assert quantity is not None
    assert quantity.amount == count * scale[1] // 10
