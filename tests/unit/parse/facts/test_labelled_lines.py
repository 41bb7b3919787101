"""Labelled lines: the block of those who write no YAML."""

from __future__ import annotations

import pytest

from llmtimeline.parse.facts.releases import parse_labelled_lines
from llmtimeline.values.dates import PartialDate
from llmtimeline.values.diagnostics import Checked
from llmtimeline.values.facts import License, Origin, Placed, ReleaseBlock
from llmtimeline.values.places import Span


def parse(*lines: str) -> Checked[ReleaseBlock | None]:
    placed = [Placed(line, Span("post.md", 5 + at, 3, max(1, len(line)))) for at, line in enumerate(lines)]
    return parse_labelled_lines(placed, "zh")


def read(*lines: str) -> ReleaseBlock:
    checked = parse(*lines)
    assert checked.value is not None, lines
    assert checked.diagnostics == ()
    return checked.value


def test_labels_of_both_languages_give_facts_with_their_places() -> None:
    block = read("参数：180B", "Context window: 4k", "商用：有限制（不含托管）", "基座：Falcon 40B（升级）")
    assert [(fact.field, fact.text, fact.span) for fact in block.facts] == [
        ("params", "180B", Span("post.md", 5, 6, 4)),
        ("context", "4k", Span("post.md", 6, 19, 2)),
        ("commercial", "有限制（不含托管）", Span("post.md", 7, 6, 9)),
    ]
    assert [(base.name, base.relation, base.span.column) for base in block.bases] == [("Falcon 40B", "upgrade", 6)]
    assert block.span == Span("post.md", 5, 3, 7)


def test_everything_says_that_it_comes_from_a_line() -> None:
    block = read("参数：180B", "规模：7B、13B", "基座：llama")
    assert block.origin is Origin.LINE
    origins = [fact.origin for fact in (*block.facts, *block.sizes[0].facts)] + [base.origin for base in block.bases]
    assert set(origins) == {Origin.LINE}


@pytest.mark.parametrize(
    "line",
    [
        "参数：180B",
        "参数: 180B",
        "参数 ： 180B",
        "- 参数：180B",
        "* 参数：180B",
        "1. 参数：180B",
        "**参数**：180B",
        "**参数：**180B",
        "**参数：** 180B",
        "**参数：180B**",
        "__参数__：180B",
        "‼️ 参数: 180B",
        "🚀参数：`180B`",
        "参数：**180B**",
        "参数：180B\\",
        "参数：180B[^1]",
        "Parameters: 180B",
    ],
)
def test_a_label_may_be_dressed(line: str) -> None:
    (fact,) = read(line).facts
    assert (fact.field, fact.text) == ("params", "180B")


@pytest.mark.parametrize(
    ("line", "links"),
    [
        ("论文：https://arxiv.org/abs/2306.01116", [("paper", "https://arxiv.org/abs/2306.01116", "", 6)]),
        ("论文: <https://a.b/c>", [("paper", "https://a.b/c", "", 8)]),
        (
            "GitHub：[facebookresearch/llama](https://github.com/a/b)",
            [("repo", "https://github.com/a/b", "facebookresearch/llama", 35)],
        ),
        ("Blog：https://a.b，https://c.d。", [("blog", "https://a.b", "", 8), ("blog", "https://c.d", "", 20)]),
        ("模型：https://huggingface.co/a/b", [("weights", "https://huggingface.co/a/b", "", 6)]),
        ("官网：https://a.b", [("site", "https://a.b", "", 6)]),
        ("Demo: https://a.b", [("demo", "https://a.b", "", 9)]),
        ("地址：https://github.com/a/b", [("repo", "https://github.com/a/b", "", 6)]),
        ("代码：https://a.b", [("repo", "https://a.b", "", 6)]),
    ],
)
def test_labels_of_links_take_addresses(line: str, links: list[tuple[str, str, str, int]]) -> None:
    found = read(line).links
    assert [(link.kind, link.url, link.label, link.span.column) for link in found] == links


def test_a_label_that_may_be_both_is_told_by_its_value() -> None:
    block = read("代码：开放", "数据：https://a.b", "模型：GPT-4")
    assert [(fact.field, fact.value) for fact in block.facts] == [("code", "open")]
    assert [link.kind for link in block.links] == ["dataset"]
    assert [placed.text for placed in block.models] == ["GPT-4"]


def test_a_licence_keeps_its_address_and_other_values_lose_theirs() -> None:
    block = read("许可：[Apache 2.0](https://a.b)", "机构：[OpenAI](https://openai.com)")
    assert [fact.value for fact in block.facts] == [License("Apache-2.0", "https://a.b")]
    assert [placed.text for placed in block.vendors] == ["OpenAI"]


def test_a_date_is_as_precise_as_it_was_written() -> None:
    block = read("发布日期：2023 年 4 月")
    assert (block.date, block.date_span) == (PartialDate(2023, 4), Span("post.md", 5, 8, 10))


@pytest.mark.parametrize(
    "lines",
    [
        ("参数：180B", "心情：不错"),
        ("参数：180B", "一句没有标签的话"),
        ("心情：不错",),
        ("参数：",),
        ("商用：见下文",),
        ("‼️ 商业用途: Falcon 180b 可用于商业用途，但条件非常严格",),
        ("论文：LLaMA: Open and Efficient Foundation Language Models", "发布日期：2023 年 2 月"),
        ("https://a.b",),
        ("：180B",),
        ("",),
        (),
    ],
)
def test_prose_stays_prose_without_a_word(lines: tuple[str, ...]) -> None:
    checked = parse(*lines)
    assert (checked.value, checked.diagnostics) == (None, ())


def test_a_slip_beside_a_value_that_is_right_is_told() -> None:
    checked = parse("参数：180B", "商用：有限致")
    assert checked.value is not None
    assert [(d.code, d.span) for d in checked.diagnostics] == [("LT108", Span("post.md", 6, 6, 3))]


def test_an_address_that_runs_code_is_left_out() -> None:
    checked = parse("论文：[x](javascript:alert(1))", "参数：1B")
    assert checked.value is not None
    assert checked.value.links == ()
    assert [d.code for d in checked.diagnostics] == ["LT113"]
