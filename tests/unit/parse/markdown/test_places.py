"""Every finding points at the very characters that caused it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from llmtimeline.values.places import Span
from tests.unit.parse.markdown.reading import read, refs

TARGET = "x/路 径.md".replace(" ", "%20")


def pointed_at(text: str, span: Span, first_line: int) -> str:
    line = text.split("\n")[span.line - first_line]
    return line[span.column - 1 : span.column - 1 + span.width]


@pytest.mark.parametrize(
    "text",
    [
        f"[甲]({TARGET})",
        f"甲 [乙]({TARGET}) 丙",
        f"第一行\n第二 [乙](<{TARGET}>) 行",
        f"> 引\n> > 深 [乙]({TARGET})",
        f"- 列\n  - 内 *[乙]({TARGET})*",
        f"1. 列\n\n   段 ![图]({TARGET})",
        f"| 一 | 二 |\n|---|---|\n| 甲 | [乙]({TARGET}) |",
        f"| 一 | 一 |\n|---|---|\n| ![一]({TARGET}) |",
        f"### 题 [乙]({TARGET}) {{#x}}",
        f"题 [乙]({TARGET})\n===",
        f"术语\n: 义 [乙]({TARGET})",
        f"[![图](https://a.com/p.png)]({TARGET})",
        f"> [!NOTE]\n> 内 [乙]({TARGET})",
        f"- [ ] 待 [乙]({TARGET})",
        f"[乙]({TARGET} '题')",
        f"`({TARGET})` [乙]({TARGET})",
        f"　　缩进 [乙]({TARGET})",
        f"   三格 [乙]({TARGET})",
        f"甲\n    乙 [丙]({TARGET})",
        f"甲  \n\t乙 [丙]({TARGET})",
        f"\u3000\n[乙]({TARGET})",
    ],
)
def test_a_hole_knows_where_its_address_stands(text: str) -> None:
    body = read(text, first_line=7).value
    (ref,) = refs(body) or [piece for s in body.sections if s.heading for piece in s.heading.pieces[1:2]]
    assert ref.target == TARGET  # type: ignore[union-attr]
    assert pointed_at(text, ref.span, 7) == TARGET  # type: ignore[union-attr]


def test_two_equal_cells_have_two_places() -> None:
    first, second = refs(read("| a | b |\n|---|---|\n| [x](/y) | [x](/y) |").value)
    assert (first.span.column, second.span.column) == (7, 17)


def test_a_reference_is_placed_where_it_is_used() -> None:
    (ref,) = refs(read("甲 [乙][a]\n\n[a]: /b").value)
    assert (ref.span.line, ref.span.column) == (1, 3)


@pytest.mark.parametrize(
    ("text", "code", "wanted"),
    [
        ("甲 [乙](javascript:x)", "LT204", "javascript:x"),
        ("- 甲 <b>乙</b>", "LT205", "<b>"),
        ("> <div>\n> 甲\n> </div>", "LT205", "> <div>"),
        ("甲[^x]\n乙[^y]", "LT211", "[^x]"),
        ("- ![](/a.png)", "LT212", "/a.png"),
        ("正文\n##题", "LT208", "##题"),
        ("甲乙。\n  ---", "LT207", "---"),
        ("> ### Falcon, 2023/05, TII", "LT305", "Falcon, 2023/05, TII"),
        ("## 甲\n\n  ```release\n  a: b\n  ```", "LT314", "```release"),
        ("- https://a.com/路", "LT206", "https://a.com/"),
    ],
)
def test_a_finding_points_at_what_it_speaks_of(text: str, code: str, wanted: str) -> None:
    found = next(found for found in read(text, first_line=3).diagnostics if found.code == code)
    assert found.span is not None
    assert pointed_at(text, found.span, 3) == wanted


def test_a_heading_is_placed_at_its_text() -> None:
    text = "##   甲 *乙*  ##\n\n> 丙\n> ==="
    spans = [pointed_at(text, heading.span, 1) for heading in read(text).value.headings]
    assert spans == ["甲 *乙*", "丙"]


def test_an_external_link_is_placed_at_its_address() -> None:
    text = "甲\n乙 [丙](https://a.com/b) https://c.org/d。"
    (section,) = read(text).value.sections
    assert [pointed_at(text, link.span, 1) for link in section.links] == ["https://a.com/b", "https://c.org/d"]


SOUP = [
    "[a](/b)",
    "![](/c)",
    "**",
    "中。",
    "\n",
    "\n\n",
    "> ",
    "- ",
    "|",
    "\t",
    "    ",
    "<b>",
    "[^1]",
    "https://a.com/路",
    "## ",
    "\\",
    "\u2028",
]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(SOUP), max_size=25).map("".join))
def test_every_place_lies_in_the_text(text: str) -> None:
    checked = read(text, first_line=5)
    lines = text.split("\n")
    spans = [found.span for found in checked.diagnostics] + [ref.span for ref in refs(checked.value)]
    for span in spans:
        assert span is not None
        assert 5 <= span.line < 5 + len(lines)
        assert 1 <= span.column <= len(lines[span.line - 5]) + 1
