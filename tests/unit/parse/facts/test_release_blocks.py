"""Release blocks: the table of fields holds what it promises, and every form of a value is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from llmtimeline.parse.facts.block_fields import BLOCK_FIELDS, KEY_WRITINGS, LINK_KINDS, LINK_LABELS
from llmtimeline.parse.facts.fact_fields import FACT_FIELDS, FactField, field_of
from llmtimeline.parse.facts.field_words import CERTAINTY_WORDS, EVENT_WORDS, LANGUAGE_WORDS, RELATION_WORDS, fold_label
from llmtimeline.parse.facts.fields import parse_fact_field
from llmtimeline.parse.facts.releases import parse_release_block
from llmtimeline.values.dates import PartialDate
from llmtimeline.values.diagnostics import Diagnostic
from llmtimeline.values.facts import (
    EVENTS,
    RELATIONS,
    Benchmark,
    Certainty,
    Fact,
    FactValue,
    License,
    Modalities,
    Origin,
    Price,
    ReleaseBlock,
)
from llmtimeline.values.located import Scalar
from llmtimeline.values.names import Names
from llmtimeline.values.places import Span
from llmtimeline.values.quantities import Bound, Known, Quantity

CONTENT = Path(__file__).parents[4] / "content"


def parse(text: str, language: str = "zh") -> tuple[ReleaseBlock, tuple[Diagnostic, ...]]:
    checked = parse_release_block(text, path="post.md", first_line=10, language=language)
    return checked.value, checked.diagnostics


def read(text: str, language: str = "zh") -> ReleaseBlock:
    block, found = parse(text, language)
    assert found == (), text
    return block


def facts(text: str) -> tuple[Fact, ...]:
    return read(text).facts


def value(text: str) -> FactValue:
    found = facts(text)
    assert len(found) == 1, found
    return found[0].value


def quantity(text: str) -> Quantity:
    found = value(text)
    assert isinstance(found, Quantity), found
    return found


def told(text: str) -> list[str]:
    return [
        f"{d.code} {d.span.line}:{d.span.column}+{d.span.width} {d.message}"
        for d in parse(text)[1]
        if d.span is not None
    ]


# The table


def test_every_field_has_a_chinese_label_a_meaning_and_an_example() -> None:
    for row in (*FACT_FIELDS, *BLOCK_FIELDS):
        assert row.labels, row.name
        assert not row.labels[0].isascii(), row.name
        assert row.meaning.endswith("."), row.name
        assert row.example, row.name


def test_no_label_stands_for_two_fields() -> None:
    seen: dict[str, str] = {}
    for row in (*FACT_FIELDS, *BLOCK_FIELDS):
        for label in dict.fromkeys(fold_label(text) for text in (row.name, *row.labels)):
            assert seen.setdefault(label, row.name) == row.name, label
    assert seen == dict(KEY_WRITINGS)


@pytest.mark.parametrize("row", FACT_FIELDS, ids=[row.name for row in FACT_FIELDS])
def test_the_examples_of_the_table_can_be_written(row: FactField) -> None:
    for example in row.example.replace(" or ", "; ").replace(", or ", "; ").split("; "):
        assert [fact.field for fact in facts(f"{row.name}: {example.rstrip(',')}")] == [row.name]


@pytest.mark.parametrize("row", [row for row in FACT_FIELDS if row.words], ids=lambda row: str(row.name))
def test_every_word_of_a_closed_list_is_understood_in_both_languages(row: FactField) -> None:
    for word, others in row.words:
        for written in (word, *others):
            assert value(f"{row.labels[0]}: '{written}'") == word


def test_the_words_reach_every_relation_event_and_certainty() -> None:
    assert set(RELATION_WORDS.values()) == {relation for relation in RELATIONS if relation}
    assert set(EVENT_WORDS.values()) == set(EVENTS)
    assert set(CERTAINTY_WORDS.values()) == set(Certainty)
    assert {kind for kind in LINK_LABELS.values() if kind} == set(LINK_KINDS)
    assert LANGUAGE_WORDS["chinese"] == LANGUAGE_WORDS["中文"] == "zh"


def test_keys_are_compared_without_case_spaces_hyphens_and_underscores() -> None:
    for key in ("gpu_hours", "GPU-Hours", "gpu hours", "GPU 小时", "卡时"):
        row = field_of(key)
        assert row is not None
        assert row.name == "gpu_hours"


def test_a_key_that_is_no_fact_gives_nothing() -> None:
    here = Span("post.md")
    checked = parse_fact_field(Scalar("vendors", here), Scalar("tii", here), origin=Origin.CATALOG, language="")
    assert (checked.value, checked.diagnostics) == ((), ())


def test_the_blocks_of_our_own_site_are_in_order() -> None:
    blocks = 0
    for path in sorted(CONTENT.rglob("*.md")):
        for piece in path.read_text("utf-8").split("```release\n")[1:]:
            assert told(piece.partition("```")[0]) == [], path
            blocks += 1
    assert blocks >= 25


# Quantities


def test_a_list_of_one_unit_is_one_fact() -> None:
    (fact,) = facts("context: [8k, 32k]")
    assert isinstance(fact.value, tuple)
    assert [item.amount for item in fact.value if isinstance(item, Quantity)] == [8000, 32_000]
    assert (fact.text, fact.span) == ("8k, 32k", Span("post.md", 10, 11, 7))


@pytest.mark.parametrize("text", ["8k, 32k", "8k、32k", "8k，32k", "8k/32k", "'8k; 32k'"])
def test_a_list_may_stand_in_one_line(text: str) -> None:
    assert facts(f"context: {text}")[0].text == "8k, 32k"


def test_different_units_are_different_claims() -> None:
    found = facts("tokens: [780B tokens, 780B chars]")
    assert [fact.value.unit for fact in found if isinstance(fact.value, Quantity)] == ["tokens", "characters"]


def test_values_of_different_certainty_are_different_claims() -> None:
    found = facts("params: [undisclosed, 1.8T (rumoured), 340B (泄露)]")
    assert [fact.certainty.value for fact in found] == ["stated", "rumoured", "leaked"]
    assert isinstance(found[0].value, Quantity)
    assert found[0].value.known is Known.UNDISCLOSED


@pytest.mark.parametrize("text", [">1700亿", ">= 1700亿", "'>1700亿'", "＞1700亿"])
def test_more_than_needs_no_quotes(text: str) -> None:
    found = quantity(f"params: {text}")
    assert (found.amount, found.bound) == (170_000_000_000, Bound.OVER)


def test_more_than_needs_no_quotes_in_lists_and_keeps_what_was_typed() -> None:
    (fact,) = facts("context: [>8k, >32k]")
    assert (fact.text, fact.span.column) == (">8k, >32k", 11)


def test_a_folded_text_of_yaml_is_still_one() -> None:
    assert read("summary: >\n  one\n  line\n").summary == Names((("zh", "one line"),))
    assert read("summary: >2\n  one\n").summary == Names((("zh", "one"),))


def test_active_parameters_stay_with_their_total() -> None:
    found = quantity("params: 106B (active 12B, vendor claim)")
    assert (found.amount, found.active, found.note) == (106 * 10**9, 12 * 10**9, "")
    assert facts("params: 106B (active 12B, vendor claim)")[0].certainty is Certainty.VENDOR_CLAIM


@pytest.mark.parametrize(
    ("text", "finding", "hint"),
    [
        ("params: 很多", "LT114 10:9+2 cannot read the quantity `很多`", "write 180B"),
        ("params: 3.5T tokens", "LT114 10:9+11 cannot read", "`params` is given in parameters, not in tokens"),
        ("params: 8x7B", "LT114 10:9+4 cannot read", "write all parameters and those in use: 47B (active 13B)"),
        ("cost: 300", "LT114 10:7+3 cannot read", "name what is counted: 4.6M USD"),
        ("params: {a: b}", "LT106 10:9+6 `params` takes a quantity", "write `params: 180B"),
        ("params: [[1B]]", "LT106 10:10+4 `params` takes a quantity", "write 180B"),
    ],
)
def test_what_is_no_quantity_is_told_with_what_to_write(text: str, finding: str, hint: str) -> None:
    (found,) = parse(text)[1]
    assert told(text)[0].startswith(finding)
    assert found.hint.startswith(hint)


@pytest.mark.parametrize("text", ["params:", "params: ~", "params: unknown", "params: 未知", "cutoff: unknown"])
def test_no_claim_is_no_fact(text: str) -> None:
    assert facts(text) == ()


def test_hardware_that_is_not_counted_is_kept_as_words() -> None:
    assert value("hardware: AWS p4d") == "AWS p4d"
    assert quantity("hardware: 64 x A100 80GB").unit == "A100 80GB"


# Remarks


def test_every_value_may_be_given_its_source() -> None:
    text = "{value: 1.8T, certainty: 传闻, note: from a talk, url: 'https://a.b/c', from: 2023-07}"
    (fact,) = facts(f"params: {text}")
    assert (fact.certainty, fact.note, fact.url) == (Certainty.RUMOURED, "from a talk", "https://a.b/c")
    assert fact.since == PartialDate(2023, 7)
    for field, written in (("weights", "open"), ("cutoff", "2021-09"), ("license", "MIT"), ("languages", "[zh]")):
        assert facts(f"{field}: {{value: {written}, note: n}}")[0].note == "n"


def test_the_certainty_of_the_block_holds_for_values_without_their_own() -> None:
    found = facts("params: 1B\ncertainty: vendor-claim\ntokens: 1T (stated)\ncutoff: 2021 (suspect)")
    assert {fact.field: fact.certainty.value for fact in found} == {
        "params": "vendor-claim",
        "tokens": "stated",
        "cutoff": "suspect",
    }


def test_a_comment_is_no_note() -> None:
    assert facts("commercial: restricted   # 不包括托管用途")[0].note == ""


@pytest.mark.parametrize(
    ("text", "word", "note"),
    [
        ("有限制（不含托管）", "restricted", "不含托管"),
        ("允许，需登记。", "allowed", "需登记"),
        ("no; research only", "forbidden", "research only"),
        ("Research Only", "forbidden", ""),
        ("yes", "allowed", ""),
    ],
)
def test_a_word_may_be_followed_by_a_remark(text: str, word: str, note: str) -> None:
    (fact,) = facts(f"commercial: {text}")
    assert (fact.value, fact.note, fact.text) == (word, note, text)


# Other facts


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Apache 2.0", License("Apache-2.0")),
        ("apache-2.0 license", License("Apache-2.0")),
        ("cc by-nc 4.0", License("CC-BY-NC-4.0")),
        ("LLaMA 2 Community License", License("LLaMA 2 Community License")),
        ("{name: X, url: 'https://a.b'}", License("X", "https://a.b")),
        ("https://a.b/LICENSE", License("", "https://a.b/LICENSE")),
        ("'[MIT](https://a.b)'", License("MIT", "https://a.b")),
    ],
)
def test_licences_are_spdx_ids_where_there_is_one(text: str, wanted: License) -> None:
    assert value(f"license: {text}") == wanted


def test_a_licence_may_change() -> None:
    found = facts("license: [{name: Old, from: 2023-05}, {name: New, from: 2023-05-31}]")
    assert [(fact.text, fact.since and fact.since.edtf()) for fact in found] == [
        ("Old", "2023-05"),
        ("New", "2023-05-31"),
    ]


@pytest.mark.parametrize(
    ("text", "takes", "gives"),
    [
        ("text, image -> text", ("text", "image"), ("text",)),
        ("文本、图片 → 文本", ("text", "image"), ("text",)),
        ("{in: [text, 语音], out: video}", ("text", "speech"), ("video",)),
        ("[text, Image]", ("text", "image"), ()),
        ("text", ("text",), ()),
        ("thermal -> text", ("thermal",), ("text",)),
    ],
)
def test_modalities_have_two_forms(text: str, takes: tuple[str, ...], gives: tuple[str, ...]) -> None:
    assert value(f"modalities: {text}") == Modalities(takes, gives)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("[zh, en]", ("zh", "en")),
        ("中文、英语", ("zh", "en")),
        ("zh-hans, ZH-tw, pt-BR", ("zh-Hans", "zh-TW", "pt-BR")),
        ("Chinese and English", None),
    ],
)
def test_languages_are_codes(text: str, codes: tuple[str, ...] | None) -> None:
    if codes is None:
        assert told(f"languages: {text}") == ["LT108 10:12+19 `Chinese and English` is no language"]
    else:
        assert value(f"languages: {text}") == codes


def test_languages_may_be_counted() -> None:
    found = quantity("languages: >100")
    assert (found.amount, found.unit, found.bound) == (100, "languages", Bound.OVER)


def test_prices_have_two_forms() -> None:
    written = "price: [$0.03 / 1K tokens (input), {amount: 2, currency: 元, per: 百万 token, direction: 输出}]"
    assert [fact.value for fact in facts(written)] == [
        Price(0.03, "USD", "1K tokens", "input"),
        Price(2, "CNY", "百万 token", "output"),
    ]


def test_scores_have_three_forms() -> None:
    three = (
        "benchmarks: [{name: MMLU, score: 67.5, metric: 5-shot, by: 官方}]",
        "benchmarks: {MMLU: 67.5 (5-shot)}",
        "benchmarks: ['MMLU: 67.5 (5-shot)', MMLU 67.5 (5-shot)]",
    )
    assert facts(three[0])[0].value == Benchmark("MMLU", "67.5", "5-shot", by="vendor")
    assert facts(three[0])[0].certainty is Certainty.VENDOR_CLAIM
    for text in three[1:]:
        assert {fact.value for fact in facts(text)} == {Benchmark("MMLU", "67.5", "5-shot")}


# Identity


def test_what_a_block_says_of_identity_keeps_its_places() -> None:
    block = read("about: palm\nid: palm-2\nmodels: [a, b]\nvendors: 清华、智谱\ndate: 2023-05-11\nimportance: 3\n")
    assert (block.about and block.about.span, block.id and block.id.text) == (Span("post.md", 10, 8, 4), "palm-2")
    assert [(placed.text, placed.span.column) for placed in block.models] == [("a", 10), ("b", 13)]
    assert [(placed.text, placed.span.column) for placed in block.vendors] == [("清华", 10), ("智谱", 13)]
    assert (block.date, block.date_span) == (PartialDate(2023, 5, 11), Span("post.md", 14, 7, 10))
    assert block.importance == 3


@pytest.mark.parametrize(
    ("text", "vendors"),
    [
        ("Midjourney, Inc.", ["Midjourney, Inc."]),
        ("[Midjourney, Inc.]", ["Midjourney", "Inc."]),
        ("Microsoft & NVIDIA", ["Microsoft", "NVIDIA"]),
        ("AT&T, 清华", ["AT&T", "清华"]),
    ],
)
def test_vendors_of_one_line_are_told_apart(text: str, vendors: list[str]) -> None:
    assert [placed.text for placed in read(f"vendors: {text}").vendors] == vendors


def test_a_summary_in_one_text_is_in_the_language_of_the_post_and_a_name_in_any() -> None:
    block = read("summary: 一句\nnames: Qwen\n", "zh-CN")
    assert (block.summary, block.names) == (Names((("zh", "一句"),)), Names((("", "Qwen"),)))


def test_names_are_given_by_language_in_either_language() -> None:
    assert read("names: {中文: 千问, en-US: Qwen}").names == Names((("zh", "千问"), ("en", "Qwen")))


def test_a_full_width_colon_under_names_is_read_and_told() -> None:
    block, found = parse("names:\n  zh：千问\n")
    assert block.names == Names((("zh", "千问"),))
    assert [(d.code, d.span and (d.span.line, d.span.column)) for d in found] == [("LT110", (11, 5))]


@pytest.mark.parametrize(
    ("text", "bases"),
    [
        ("llama (finetune), alpaca（数据）", [("llama", "finetune"), ("alpaca", "data")]),
        ("[llama, {name: alpaca, relation: 训练数据}]", [("llama", ""), ("alpaca", "data")]),
        ("llama-2 (continued pre-training)", [("llama-2", "continue-pretrain")]),
    ],
)
def test_bases_name_their_relation_in_either_language(text: str, bases: list[tuple[str, str]]) -> None:
    assert [(base.name, base.relation) for base in read(f"base: {text}").bases] == bases


def test_a_bare_size_says_how_many_parameters_it_has() -> None:
    sizes = read("sizes: 7B/13B").sizes
    assert [(size.name, size.facts[0].field) for size in sizes] == [("7B", "params"), ("13B", "params")]
    (gecko, small) = read("sizes: [Gecko, {name: 7B, params: 6.7B, license: MIT, links: [https://hf.co/a/b]}]").sizes
    assert gecko.facts == ()
    assert [fact.text for fact in small.facts] == ["6.7B", "MIT"]
    assert [link.kind for link in small.links] == ["weights"]


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("links: https://arxiv.org/abs/1", [("paper", "https://arxiv.org/abs/1", "")]),
        (
            "links: ['[甲](https://a.b)，https://c.d/e.']",
            [("site", "https://a.b", "甲"), ("site", "https://c.d/e", "")],
        ),
        ("links: [{url: /a.pdf, kind: 论文, label: x}]", [("paper", "/a.pdf", "x")]),
        ("paper: https://a.b", [("paper", "https://a.b", "")]),
        ("GitHub: https://github.com/a/b", [("repo", "https://github.com/a/b", "")]),
        ("数据: https://a.b", [("dataset", "https://a.b", "")]),
        ("links: https://en.wikipedia.org/wiki/A_(b)", [("site", "https://en.wikipedia.org/wiki/A_(b)", "")]),
    ],
)
def test_links_are_told_by_kind(text: str, links: list[tuple[str, str, str]]) -> None:
    assert [(link.kind, link.url, link.label) for link in read(text).links] == links


@pytest.mark.parametrize("key", ["links", "license", "paper"])
@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "vbscript:x"])
def test_an_address_that_runs_code_is_never_a_link(key: str, address: str) -> None:
    block, found = parse(f"{key}: {{url: '{address}', name: x}}" if key == "license" else f"{key}: '{address}'")
    assert [d.code for d in found] == ["LT113"]
    assert block.links == ()
    assert all(not fact.value.url for fact in block.facts if isinstance(fact.value, License))


def test_corrections_name_the_field_in_either_language() -> None:
    (erratum,) = read("errata: {date: 2023-10-01, field: 参数, was: 170B, why: 抄错}").errata
    assert (erratum.date, erratum.field, erratum.was, erratum.why.all()) == (
        PartialDate(2023, 10, 1),
        "params",
        "170B",
        ("抄错",),
    )


def test_the_reason_of_a_correction_may_be_given_in_both_languages() -> None:
    (erratum,) = read("errata: {field: params, was: 170B, why: {zh: 抄错, en: misread}}").errata
    assert (erratum.why.of("zh"), erratum.why.of("en")) == ("抄错", "misread")


# Mistakes


@pytest.mark.parametrize(
    ("text", "finding", "hint"),
    [
        ("parms: 1B", "LT111 10:1+5 a release block has no `parms`", "did you mean `params`?"),
        ("上下文窗: 1k", "LT111 10:1+4 a release block has no", "did you mean `context`?"),
        ("zzz: 1", "LT111 10:1+3 a release block has no `zzz`", "a release block takes params"),
        ("参数: 1B\nparams: 2B", "LT102 11:1+6 `params` and `参数` are the same field", "take one out"),
        ("cutoff: 2023/13", "LT107 10:9+7 `2023/13` is no date", "months are 1 to 12"),
        ("date: soon", "LT107 10:7+4 `soon` is no date", "write 2023"),
        ("commercial: maybe", "LT108 10:13+5 `commercial` knows no `maybe`", "it takes allowed (允许)"),
        ("weights: opne", "LT108 10:10+4 `weights` knows no `opne`", "did you mean `open`?"),
        ("event: relase", "LT108 10:8+6 `event` knows no `relase`", "did you mean `release`?"),
        ("status: [beta, foo]", "LT108 10:16+3 `status` knows no `foo`", "it takes announced"),
        ("importance: 5", "LT108 10:13+1 `importance` knows no `5`", "it takes 1, 2, 3"),
        ("base: llama (finetun)", "LT108 10:14+7 `base` knows no `finetun`", "did you mean `finetune`?"),
        ("id: Falcon 180B", "LT106 10:5+11 `id` takes lower-case letters", "write `id: falcon-180b`"),
        ("id: [a]", "LT106 10:5+3 `id` takes one id, not a list", "write `id: falcon-180b`"),
        ("links: {kind: paper}", "LT118 10:8+13 `url` is missing", "write `{url"),
        ("links: [{url: /a, kind: papr}]", "LT108 10:25+4 `kind` knows no `papr`", "did you mean `paper`?"),
        ("sizes: [{name: 7B, foo: 1}]", "LT111 10:20+3 a size has no `foo`", "a size takes name"),
        ("license: {nam: x, name: y}", "LT111 10:11+3 a licence has no `nam`", "did you mean `name`?"),
        ("price: {amount: 3}", "LT118 10:8+11 `currency` is missing", "write `{amount"),
        ("price: {amount: x, currency: USD}", "LT114 10:17+1 cannot read the amount `x`", "write `{amount"),
        ("benchmarks: {name: MMLU}", "LT118 10:13+12 `score` is missing", "write `{name"),
        ("params: {value: 1B, certainty: sure}", "LT108 10:32+4 `certainty` knows no `sure`", "it takes stated"),
        ("names: {klingon language: x}", "LT111 10:9+16 `klingon language` is no language", "write zh or en"),
        ("- a", "LT104 10:1+3 the release block is a list", "write one `key: value` a line"),
        ("params:180B", "LT104 10:1+11 the release block is a value", "write one `key: value` a line, with a space"),
    ],
)
def test_a_mistake_has_its_place_and_a_hint(text: str, finding: str, hint: str) -> None:
    found = parse(text)[1]
    assert [line[: len(finding)] for line in told(text)] == [finding]
    assert found[0].hint.startswith(hint), found[0].hint


def test_a_wrong_field_leaves_the_others_standing() -> None:
    block, found = parse("params: many\nweights: open\n参数量：2B\n")
    assert [fact.field for fact in block.facts] == ["weights", "params"]
    assert sorted(d.code for d in found) == ["LT102", "LT110", "LT114"]


def test_columns_count_from_where_the_fence_stands() -> None:
    checked = parse_release_block("params: x", path="p.md", first_line=3, first_column=5, language="en")
    assert [d.span for d in checked.diagnostics] == [Span("p.md", 3, 13, 1)]


def test_nothing_is_a_block_without_a_word() -> None:
    for text in ("", "\n", "# a comment\n"):
        assert read(text).facts == ()


def test_a_thousand_unknown_keys_are_all_told_at_once() -> None:
    assert len(parse("\n".join(f"key{number}: 1" for number in range(1000)))[1]) == 1000
