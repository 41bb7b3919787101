"""Where the lines of a title end. A letter is as wide as a letter here: a Chinese one 2, any other 1."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmtimeline.render.linebreaks import break_lines


def wide(text: str) -> float:
    return sum(2 if ord(letter) > 0x2E80 else 1 for letter in text)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, ()),
        ("   ", 10, ()),
        ("大模型", 10, ("大模型",)),
        ("  one   two ", 10, ("one two",)),
        # Latin words are whole, and a space at the end of a line goes.
        ("one two three", 8, ("one two", "three")),
        ("用 Transformer 训练", 16, ("用 Transformer", "训练")),
        # No comma or closing mark begins a line, and no opening mark ends one.
        ("一二三四，五六七八", 8, ("一二三", "四，五", "六七八")),
        ("一二三（四五六）七", 8, ("一二三", "（四五", "六）七")),
        ("他说了“好的”", 8, ("他说了", "“好的”")),
        ("关于《大模型》的发布会", 14, ("关于《大模型》", "的发布会")),
        # Lines are alike rather than full, and end at a pause where one is near.
        ("甲乙丙丁戊己庚", 12, ("甲乙丙", "丁戊己庚")),
        ("大模型周报：二〇二三年", 16, ("大模型周报：", "二〇二三年")),
        ("one, two three four", 14, ("one, two", "three four")),
        # A number keeps its unit, and a name its number.
        ("发布于 2023 年 9 月", 12, ("发布于", "2023 年 9 月")),
        ("许可证：Llama 2 逐条读", 12, ("许可证：", "Llama 2", "逐条读")),
        # A word that no line holds is cut.
        ("abcdefghijkl", 5, ("abcde", "fghij", "kl")),
    ],
)
def test_lines_end_where_a_typesetter_would_end_them(text: str, width: int, lines: tuple[str, ...]) -> None:
    assert break_lines(text, width, 9, wide) == lines


@pytest.mark.parametrize(
    ("text", "most", "last"),
    [
        ("一二三四五六七八九十", 2, "五六七…"),
        ("one two three four five", 2, "three..."),
        ("一二三四五六七，八九十", 2, "五六七…"),
        ("一二三四五六（七八九十", 2, "五六…"),
    ],
)
def test_what_is_too_long_ends_in_an_ellipsis(text: str, most: int, last: str) -> None:
    lines = break_lines(text, 8, most, wide)
    assert len(lines) == most
    assert lines[-1] == last


@pytest.mark.parametrize("letter", ["长", "x", "x ", "（", "，", "\u200b", "💥"])
def test_a_title_without_end_takes_no_more_than_a_moment(letter: str) -> None:
    """What is measured is short, and measured a bounded number of times: a font measures letter by letter."""
    measured = 0

    def measure(text: str) -> int:
        nonlocal measured
        measured += len(text)
        return wide(text)

    lines = break_lines(letter * 20_000, 60, 3, measure)
    assert len(lines) <= 3
    assert measured < 1_000_000


@given(st.text(alphabet="一二，。（）“”《》 abc-2 年\n", max_size=60), st.integers(4, 30), st.integers(1, 4))
def test_no_line_is_too_wide_and_nothing_is_lost(text: str, width: int, most: int) -> None:
    lines = break_lines(text, width, most, wide)
    assert len(lines) <= most
    assert all(line == line.strip() for line in lines)
    if lines and not lines[-1].endswith(("…", "...")):
        assert "".join("".join(lines).split()) == "".join(text.split())
    # Only a cluster of marks that no line could hold may stand out.
    assert all(wide(line) <= max(width, 2) or line[0] in "（“《" or line[-1] in "，。）”》" for line in lines)
