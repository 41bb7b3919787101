"""Laws of the release grammar."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmtimeline.parse.facts.releases import parse_labelled_lines, parse_release_block, parse_release_heading
from llmtimeline.parse.links import is_safe
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


PIECES = [
    *(
        ",",
        "，",
        "2023/",
        "(",
        "()",
        "（",
        "《",
        "[",
        "a,",
        "2023,",
        "~",
        "/",
        "a/",
        "- ",
        "年",
        "年1月",
        " ",
        "x ",
        "1",
    ),
    *(
        "1,000",
        "{a=",
        "发布",
        "[x](",
        "](",
        "https://",
        "a://",
        "aaaa",
        "**",
        "：",
        "参数：",
        "(rumoured)",
        "1亿",
        "<",
        "、",
    ),
]


FIELDS = ("params", "license", "languages", "base", "links", "price", "benchmarks", "paper", "vendors")


def is_linear(work: Callable[[int], object], count: int) -> bool:
    """Whether 16 times the text costs about 16 times as much; a quadratic step would cost 256 times as much."""

    def cost(repetitions: int) -> float:
        began = time.process_time()
        work(repetitions)
        return time.process_time() - began

    cost(count)
    # A second try, for a machine that was busy with something else.
    return any(cost(16 * count) < max(0.005, cost(count)) * 64 for _ in range(2))


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize(("before", "after"), [("Foo, ", ""), ("Foo ", ", 2023/05, X"), ("Foo, 2023/05, ", "")])
def test_the_cost_of_a_heading_grows_with_its_length_only(piece: str, before: str, after: str) -> None:
    assert is_linear(lambda count: parse_release_heading(before + piece * count + after, Span("post.md")), 1000)


@pytest.mark.parametrize("piece", PIECES)
def test_the_cost_of_a_block_and_of_a_line_grows_with_its_length_only(piece: str) -> None:
    def work(count: int) -> None:
        for key in FIELDS:
            text = f"{key}: x{piece * count}"
            parse_labelled_lines([Placed(text, Span("post.md"))], "zh")
            parse_release_block(text, path="post.md", first_line=1, language="zh")

    assert is_linear(work, 400)


@given(
    st.integers(1, 9999),
    st.sampled_from(["B", "T", "M", "k", "亿", "万亿", "万"]),
    st.sampled_from(["", " (rumoured)"]),
)
def test_a_quantity_means_the_same_in_a_block_a_list_and_a_line(number: int, scale: str, remark: str) -> None:
    written = f"{number}{scale}{remark}"
    block = parse_release_block(f"params: {written}", path="post.md", first_line=1, language="zh").value
    listed = parse_release_block(f"params: [{written}]", path="post.md", first_line=1, language="zh").value
    line = parse_labelled_lines([Placed(f"参数：{written}", Span("post.md"))], "zh").value
    assert line is not None
    for other in (listed, line):
        assert [(f.value, f.text, f.certainty) for f in other.facts] == [
            (f.value, f.text, f.certainty) for f in block.facts
        ]
    assert len(block.facts) == 1


@given(
    SOUP, st.sampled_from(["params", "license", "base", "links", "sizes", "price", "benchmarks", "languages", "names"])
)
def test_no_value_is_too_strange_and_no_link_runs_code(text: str, key: str) -> None:
    quoted = text.replace("\\", "").replace('"', "").replace("\x00", "")
    block = parse_release_block(f'{key}: "{quoted}"', path="post.md", first_line=1, language="zh").value
    assert all(is_safe(link.url) for link in block.links)
