"""Numbers in the notations of both languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmtimeline.parse.facts.quantities import chinese_number, parse_quantity
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
    ("175 billion parameters", 175_000_000_000, "parameters"),
    ("2.788M H800 GPU hours", 2_788_000, "gpu-hours"),
    ("3.14e23 FLOPs", 314 * 10**21, "flop"),
    ("3.14×10²³ FLOP", 314 * 10**21, "flop"),
    ("10^25 FLOP", 10**25, "flop"),
    ("3640 PF-days", 3640, "petaflop/s-days"),
    ("45TB", 45 * 10**12, "bytes"),
    ("2 GiB", 2 * 2**30, "bytes"),
    ("1亿2000万", 120_000_000, ""),
    ("1万2千", 12_000, ""),
    ("一千七百五十亿", 175_000_000_000, ""),
    ("七百亿参数", 70_000_000_000, "parameters"),
    ("￥300 元", 300, "CNY"),
    ("RMB 300", 300, "CNY"),
    ("up to 128k", 128_000, ""),
    ("4096 tokens", 4096, "tokens"),
    ("1.4 万亿个 token", 14 * 10**11, "tokens"),
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
        ("≤10B", Bound.UNDER),
        ("10B 以下", Bound.UNDER),
        ("１00B以上", Bound.OVER),
        ("1700多亿", Bound.OVER),
        ("at least 7B", Bound.OVER),
        ("~1700亿", Bound.ABOUT),
        ("300 左右", Bound.ABOUT),
        ("180B", Bound.EXACT),
    ],
)
def test_how_the_amount_stands_to_the_truth_is_kept(text: str, bound: Bound) -> None:
    quantity = parse_quantity(text)
    assert quantity is not None
    assert quantity.bound is bound


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("0.06-11B", 60_000_000, 11 * 10**9),
        ("60M~11B", 60_000_000, 11 * 10**9),
        ("7B 至 13B", 7 * 10**9, 13 * 10**9),
        ("1000–2000亿", 10**11, 2 * 10**11),
        ("4096-8k", 4096, 8000),
        ("2 to 3 million tokens", 2_000_000, 3_000_000),
    ],
)
def test_a_range_has_two_ends(text: str, low: int, high: int) -> None:
    quantity = parse_quantity(text)
    assert quantity is not None
    assert (quantity.amount, quantity.high) == (low, high)


@pytest.mark.parametrize(
    "text",
    [
        *("106B (active 12B)", "106B（激活 12B）", "106B (12B active)", "106B (A12B)", "106B-A12B"),
        *("106B, active 12B", "106B（激活参数 12B）", "106B (12B active parameters)"),
    ],
)
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
    "text",
    [
        *("", "abc", "10%", "NVIDIA V100", "7B, 13B", "one", "很多", "B", "12 monkeys", "1" * 300),
        *("8x7B", "13B-7B", "-5", "5-", "1,7", "1e99", "2^70", "$3 EUR", "两百五", "一七五", "()", "(7B)", "7B active"),
    ],
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


@pytest.mark.parametrize(
    ("text", "unit"),
    [("512 V100", "V100"), ("384 块 A100 40GB GPU", "A100 40GB"), ("2048 张卡", "gpu"), ("4096", "gpu")],
)
def test_where_gpus_are_counted_a_device_is_a_unit(text: str, unit: str) -> None:
    quantity = parse_quantity(text, "gpu")
    assert quantity is not None
    assert quantity.unit == unit


def test_a_unit_in_the_text_wins_over_the_default() -> None:
    chars, tokens = parse_quantity("780B chars", "tokens"), parse_quantity("780B", "tokens")
    assert chars is not None
    assert tokens is not None
    assert (chars.unit, tokens.unit) == ("characters", "tokens")


def test_the_device_of_gpu_hours_is_a_note() -> None:
    quantity = parse_quantity("2.788M H800 GPU hours", "gpu-hours")
    assert quantity is not None
    assert (quantity.unit, quantity.note) == ("gpu-hours", "H800")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("十二", 12),
        ("一千零一", 1001),
        ("一万二千亿", 1_200_000_000_000),
        ("一亿二千万", 120_000_000),
        ("三万亿", 3_000_000_000_000),
        ("两百五", None),
        ("一七五", None),
        ("七X", None),
        ("", None),
    ],
)
def test_chinese_numerals_are_counted_or_refused(text: str, number: int | None) -> None:
    assert chinese_number(text) == number
