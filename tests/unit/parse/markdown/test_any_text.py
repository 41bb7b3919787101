"""No text makes an exception, and time grows with length only."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.parse.markdown.reading import read

PARTS = [
    "*", "**", "_", "~~", "`", "```\n", "```release\n", "```py\n", "[", "]", "(", ")", "![",
    "](/a)", "](https://a.com)", "<", ">", "<b>", "<!--", "-->", "<!--more-->", "\n", "\n\n",
    "# ", "## ", "- ", "- [ ] ", "1. ", "> ", "> [!NOTE]\n", "|", "|-|\n", "---\n", "===\n",
    "中", "文。", "，", "“", "a", " ", "\"", "'", "--", "<<", "https://a.com/路", "www.a.com",
    "a@b.com", "[^1]", "[^1]: ", "[a]: /b\n", ": ", "{#id}", "{", "}", "\0", "\t", "    ", "\\",
    "&amp;", "&#0;", "参数：", "2023/09/06", ", ", "\u2028", "\ufeff", "😀", "\ufe0f", "\x1c",
    "\x85", "\u3000", "\r",
]  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(PARTS), max_size=40).map("".join), st.booleans())
def test_no_mixture_of_marks_raises(text: str, loose: bool) -> None:
    for start in ("", "## A, 2023/09/06, B\n\n"):
        body = read(start + text, unsafe=loose, typographer=not loose, cjk_emphasis=not loose, cjk=loose).value
        assert body.words >= 0
        assert [section.first_line for section in body.sections] == sorted(s.first_line for s in body.sections)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=80))
def test_no_text_at_all_raises(text: str) -> None:
    read(text)
    read(f"> - {text}\n\n### {text}\n\n|{text}|\n|-|\n|{text}|")


@given(st.lists(st.sampled_from(PARTS), max_size=20).map("".join))
@settings(max_examples=100, deadline=None)
def test_the_same_text_gives_the_same_body(text: str) -> None:
    assert read(text) == read(text)


GROWING: dict[str, Callable[[int], str]] = {
    "brackets": lambda n: "[" * n,
    "images in images": lambda n: "![" * n + "a" + "](/b)" * n,
    "unclosed emphasis": lambda n: "*a **中。 " * n,
    "strikes": lambda n: "~~中。" * n,
    "links in one paragraph": lambda n: "[甲](/b) https://a.com/c。" * n,
    "references": lambda n: "[a]: /b\n\n" + "[a] " * n,
    "addresses without end": lambda n: "https://" + "a." * n + " http://" * n,
    "brackets after an address": lambda n: "https://a.com/" + "(" * n + ")" * 2 * n + "." * n,
    "at signs": lambda n: "a@" * n + "x@" + "a." * n,
    "quotes": lambda n: "\"中'a " * n,
    "equal headings": lambda n: "## a\n" * n,
    "nested inlines in a heading": lambda n: "## " + "*a* " * n + "{#" * n + "}",
    "footnotes": lambda n: "".join(f"[^{i}] [^{i}\n\n[^{i}]: x\n\n" for i in range(n // 2)),
    "unclosed footnotes": lambda n: "[^" * n + "[^1] " * n,
    "open comments": lambda n: "a <!-- <![CDATA[ <? " * (n // 4) + "\n\n" + "<!--\n" * n,
    "raw HTML": lambda n: "<b>x</b>" * n + "\n\n<div>" + "<i>" * n + "\n<script>\n\n" * n,
    "tables": lambda n: "|甲|乙|\n|-|-|\n" + "|a|[b](/c)|\n" * n,
    "lists": lambda n: "".join("  " * (i % 8) + "- [ ] a\n" for i in range(n)),
    "quotes of labelled lines": lambda n: "## A, 2023/09/06, B\n\n" + "> 参数：1B\n" * n + "\n> 天气：晴\n" * n,
    "line breaks": lambda n: "**中**\n" * n,
    "marks without space": lambda n: "##中 #a\n" * n,
    "rules under text": lambda n: "甲\n---\n" * n,
}  # fmt: skip


def steps(text: str) -> int:
    """Calls of Python functions while a text is read: the same number on every machine."""
    count = 0

    def counted(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal count
        if event in ("call", "c_call"):
            count += 1

    read("")
    previous = sys.getprofile()
    sys.setprofile(counted)
    try:
        read(text)
    finally:
        sys.setprofile(previous)
    return count


@pytest.mark.parametrize("name", GROWING)
def test_twice_the_text_takes_twice_the_steps(name: str) -> None:
    small, large = (steps(GROWING[name](size)) for size in (150, 300))
    assert large < 2.3 * small + 1000
