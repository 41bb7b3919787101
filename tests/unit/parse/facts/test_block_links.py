"""Addresses, scores and the order of fields in release blocks."""

from __future__ import annotations

import time

from llmtimeline.parse.facts.fact_fields import FACT_FIELDS
from llmtimeline.parse.facts.releases import parse_release_block
from llmtimeline.values.facts import FIELD_ORDER, Benchmark, ReleaseBlock


def read(text: str) -> ReleaseBlock:
    checked = parse_release_block(text, path="a.md", first_line=3, language="zh")
    assert checked.diagnostics == ()
    return checked.value


def test_an_address_is_encoded_as_in_the_prose_so_that_both_are_one() -> None:
    assert [link.url for link in read("links: https://ex.org/a%20b?q=<x|y>").links] == ["https://ex.org/a%20b?q="]
    assert [link.url for link in read("links: [{url: https://ex.org/论文.pdf}]").links] == [
        "https://ex.org/%E8%AE%BA%E6%96%87.pdf"
    ]


def test_punctuation_of_the_sentence_is_no_part_of_an_address() -> None:
    (link,) = read("论文: （见 https://ex.org/a_(b)）.").links
    assert (link.url, link.kind, link.span.column, link.span.width) == ("https://ex.org/a_(b)", "paper", 8, 20)


def test_many_brackets_take_no_longer() -> None:
    started = time.process_time()
    parse_release_block("links: https://ex.org/" + ")" * 60_000, path="a.md", first_line=1, language="zh")
    assert time.process_time() - started < 1


def test_a_score_may_be_called_a_value() -> None:
    (fact,) = read("benchmarks:\n  - {name: MMLU, value: 67.5}").facts
    assert fact.value == Benchmark("MMLU", "67.5")
    (wrapped,) = read("benchmarks: {value: MMLU 67.5, certainty: vendor-claim}").facts
    assert isinstance(wrapped.value, Benchmark)
    assert (wrapped.value.score, wrapped.certainty) == ("67.5", "vendor-claim")


def test_every_field_of_a_block_has_its_place_on_the_page() -> None:
    assert sorted(FIELD_ORDER) == sorted(["date", *(row.name for row in FACT_FIELDS)])
