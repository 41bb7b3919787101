"""Numbers as each language writes them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmtimeline.render.quantities import number_text, quantity_text
from llmtimeline.render.words import Texts
from llmtimeline.values.quantities import Bound, Known, Quantity

from .themes import built_in_words

B = 10**9

NUMBERS = [
    (180 * B, "parameters", "1800 亿", "180B"),
    (7 * B, "parameters", "70 亿", "7B"),
    (1_500_000_000, "parameters", "15 亿", "1.5B"),
    (6_200_000_000, "parameters", "62 亿", "6.2B"),
    (330_000_000, "parameters", "3.3 亿", "330M"),
    (60_000_000, "parameters", "6000 万", "60M"),
    (11_850_000_000, "parameters", "118.5 亿", "11.85B"),
    (1760 * B, "parameters", "1.76 万亿", "1.76T"),
    (3500 * B, "tokens", "3.5 万亿", "3.5T"),
    (1000 * B, "tokens", "1 万亿", "1T"),
    (2048, "tokens", "2048", "2,048"),
    (32_768, "tokens", "32768", "32,768"),
    (8000, "tokens", "8K", "8K"),
    (128_000, "tokens", "128K", "128K"),
    (1_000_000, "tokens", "100 万", "1M"),
    (4096, "gpu", "4096", "4,096"),
    (25_000, "gpu", "2.5 万", "25,000"),
    (12_345, "gpu", "12345", "12,345"),
    (7_000_000, "gpu-hours", "700 万", "7M"),
    (46, "languages", "46", "46"),
    (0.002, "USD", "0.002", "0.002"),
    (0, "", "0", "0"),
    (3.14e23, "flop", "3.14×10²³", "3.14×10²³"),
    (640 * B, "bytes", "640 GB", "640 GB"),
    (182_334, "bytes", "182 kB", "182 kB"),
    (999, "bytes", "999 B", "999 B"),
]


@pytest.mark.parametrize(("amount", "unit", "chinese", "english"), NUMBERS)
def test_amounts_step_as_the_language_counts(
    both: tuple[Texts, Texts], amount: float, unit: str, chinese: str, english: str
) -> None:
    assert [number_text(amount, unit, texts) for texts in both] == [chinese, english]


QUANTITIES = [
    (Quantity("180B", 180 * B, "parameters"), "1800 亿", "180B"),
    (Quantity("3.5T", 3500 * B, "tokens"), "3.5 万亿 token", "3.5T tokens"),
    (Quantity("4096", 4096, "gpu"), "4096 块 GPU", "4,096 GPUs"),
    (Quantity("1", 1, "gpu"), "1 块 GPU", "1 GPU"),
    (Quantity("1w", 10_000, "gpu"), "1 万块 GPU", "10,000 GPUs"),
    (Quantity("7M", 7_000_000, "gpu-hours"), "700 万 GPU 小时", "7M GPU-hours"),
    (Quantity("5M", 5_000_000, "USD"), "500 万美元", "$5M"),
    (Quantity("9", 9, "CHF"), "9 CHF", "9 CHF"),
    (Quantity(">1700亿", 170 * B, "parameters", bound=Bound.OVER), "超过 1700 亿", "over 170B"),
    (Quantity("约300", 300, "gpu", bound=Bound.ABOUT), "约 300 块 GPU", "about 300 GPUs"),
    (Quantity("<5B", 5 * B, "parameters", bound=Bound.UNDER), "不到 50 亿", "under 5B"),
    (Quantity("0.06-11B", 60_000_000, "parameters", high=11 * B), "6000 万–110 亿", "60M–11B"),
    (
        Quantity("106B (active 12B)", 106 * B, "parameters", active=12 * B),
        "1060 亿（激活 120 亿）",
        "106B (12B active)",
    ),
    (Quantity("200k (trained)", 200_000, "tokens", note="trained"), "200K token（训练时）", "200K tokens (trained)"),
    (Quantity("未公开", known=Known.UNDISCLOSED), "未公开", "undisclosed"),
    (Quantity("n/a", known=Known.NOT_APPLICABLE), "不适用", "not applicable"),
    (Quantity("∞", float("inf"), "tokens"), "∞", "∞"),
]


@pytest.mark.parametrize(("quantity", "chinese", "english"), QUANTITIES)
def test_a_quantity_says_all_that_was_given(
    both: tuple[Texts, Texts], quantity: Quantity, chinese: str, english: str
) -> None:
    assert [quantity_text(quantity, texts) for texts in both] == [chinese, english]


@given(st.integers(min_value=0, max_value=10**15), st.sampled_from(["zh", "en"]))
def test_whole_amounts_lose_nothing_that_a_reader_would_miss(amount: int, language: str) -> None:
    words = built_in_words()
    shown = number_text(amount, "", Texts(words[language])).replace(",", "").replace(" ", "")
    for word, power in (("万亿", 12), ("亿", 8), ("万", 4), ("T", 12), ("B", 9), ("M", 6)):
        if shown.endswith(word):
            scaled, step = float(shown.removesuffix(word)), 10**power
            assert abs(scaled * step - amount) <= step / 10**4
            assert scaled >= 1
            return
    assert int(shown) == amount
