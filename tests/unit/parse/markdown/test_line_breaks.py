"""Line breaks inside a paragraph."""

from __future__ import annotations

import pytest

from llmtimeline.parse.markdown.characters import joins_lines
from tests.unit.parse.markdown.reading import html, read


@pytest.mark.parametrize(
    ("before", "after"),
    [("中", "文"), ("，", "文"), ("中", "（"), ("。", "「"), ("カ", "な"), ("”", "中"), ("中", "—"), ("ｗ", "中")],
)
def test_between_chinese_characters_nothing_is_left(before: str, after: str) -> None:
    assert joins_lines(before, after)
    assert html(f"{before}\n{after}") == f"<p>{before}{after}</p>"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a", "中"),
        ("中", "a"),
        ("中", "1"),
        ("한", "국"),
        ("中", "한"),
        ("“", "”"),
        ("中", "😀"),
        (".", "中"),
        ("a", "b"),
    ],
)
def test_beside_other_characters_the_break_stays(before: str, after: str) -> None:
    assert html(f"{before}\n{after}") == f"<p>{before}\n{after}</p>"


@pytest.mark.parametrize("source", ["**中**\n文", "中\n**文**", "[中](/a)\n文", "中\n[文](/a)", "*中*\n~~文~~"])
def test_marks_around_the_characters_do_not_matter(source: str) -> None:
    assert "\n" not in html(source)


def test_the_plain_text_is_joined_the_same_way() -> None:
    assert read("第一行，\n第二行\nGPT").value.sections[0].text == "第一行，第二行 GPT"


def test_without_the_setting_every_break_stays() -> None:
    assert html("中\n文", cjk_line_breaks=False) == "<p>中\n文</p>"


def test_hard_breaks_stay() -> None:
    assert html("中  \n文") == "<p>中<br>\n文</p>"
