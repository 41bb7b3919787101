"""Widths without a font are never too small, and hardly too large."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmtimeline.plan.measure import shortened, text_width


def test_signs_of_chinese_are_as_wide_as_high() -> None:
    assert text_width("通义千问", 10) == pytest.approx(41.2)
    assert text_width("il", 10) < text_width("mw", 10)
    assert text_width("通义A", 10) > text_width("通义", 10) + text_width("A", 10)


@pytest.mark.parametrize(
    ("text", "arial"),
    [
        ("Falcon 180B", 5.615),
        ("WizardCoder-Python-34B-V1.0", 14.007),
        ("MMMM", 3.332),
        ("iiii", 0.888),
        ("2023-09-06", 5.115),
    ],
)
def test_latin_is_at_least_as_wide_as_in_arial_and_at_most_a_third_wider(text: str, arial: float) -> None:
    assert arial <= text_width(text, 1) <= arial * 1.34


@given(st.text(max_size=40), st.floats(20, 400))
def test_what_is_cut_fits_and_what_fits_is_not_cut(text: str, room: float) -> None:
    cut = shortened(text, room, 14)
    assert text_width(cut, 14) <= room + 0.001
    assert cut == text or cut.endswith("…")
    assert (cut == text) == (text_width(text, 14) <= room)
