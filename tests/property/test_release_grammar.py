"""Laws of the release grammar."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmtimeline.parse.releases import parse_labelled_lines, parse_release_block, parse_release_heading
from llmtimeline.values.dates import PartialDate
from llmtimeline.values.facts import Placed
from llmtimeline.values.places import Span

SOUP = st.lists(
    st.sampled_from(
        [*"，,()（）[]【】《》/-.:：~?约年月日 \t0129AbZ模型发布\x00\u3000😀", "2023/09/06", "2023", " - ", "亿", ", "]
    )
).map("".join)
NAMES = st.from_regex(r"[A-Z][a-z]{1,8}( [0-9]{1,2}B)?", fullmatch=True)


@given(SOUP)
def test_no_heading_is_too_strange_and_every_part_stands_where_it_says(text: str) -> None:
    heading = parse_release_heading(text, Span("post.md", 7, 4, max(1, len(text)))).value
    if heading is None:
        return
    for part in (heading.name, *heading.also, *heading.joined, *heading.tagline, *heading.after):
        start = part.span.column - 4
        assert text[start : start + len(part.text)] == part.text
        assert part.span.line == 7


@given(NAMES, st.integers(1950, 2099), st.none() | st.integers(1, 12), st.none() | st.integers(1, 28), NAMES)
def test_the_canonical_form_comes_back_the_same(
    name: str, year: int, month: int | None, day: int | None, vendor: str
) -> None:
    date = PartialDate(year, month, day if month else None)
    text = f"{name}, {date.edtf().replace('-', '/')}, {vendor}"
    heading = parse_release_heading(text, Span("post.md")).value
    assert heading is not None
    assert (heading.name.text, heading.date, [part.text for part in heading.after]) == (name, date, [vendor])


@given(SOUP)
def test_no_block_is_too_strange(text: str) -> None:
    checked = parse_release_block(text, path="post.md", first_line=3, language="zh")
    for found in checked.diagnostics:
        assert found.span is not None
        assert found.span.line >= 3


@given(st.lists(SOUP, max_size=4))
def test_no_labelled_line_is_too_strange(lines: list[str]) -> None:
    placed = [Placed(line, Span("post.md", number, 3)) for number, line in enumerate(lines, start=1)]
    parse_labelled_lines(placed, "zh")


@pytest.mark.parametrize("piece", [",", "，", "2023/", "(", "（", "《", "a,", "2023,", "~", "/", "- ", "年", "年1月"])
def test_the_cost_of_a_heading_grows_with_its_length_only(piece: str) -> None:
    def cost(repetitions: int) -> float:
        text = "Foo, " + piece * repetitions
        began = time.process_time()
        parse_release_heading(text, Span("post.md"))
        return time.process_time() - began

    cost(1000)
    # Linear is 16 times as much; a quadratic step would be 256 times as much.
    assert cost(32_000) < max(0.02, cost(2_000)) * 64
