"""Release headings: what the document of cases does not show."""

from __future__ import annotations

from pathlib import Path

import pytest

from llmtimeline.parse.facts.headings import parse_release_heading
from llmtimeline.parse.facts.odd_dates import plain_date
from llmtimeline.values.dates import PartialDate
from llmtimeline.values.diagnostics import Diagnostic
from llmtimeline.values.facts import ReleaseHeading
from llmtimeline.values.places import Span
from llmtimeline.values.statuses import STATUS_WORDS, STATUSES, VERBS, status_of

SEEDS = Path(__file__).parents[4] / "../shared/input/seeds"
SHORT_DATES = {"CodeLLaMa": "2023-08-24", "Claude": "2023-03", "GPT-3": "2020", "MidJourney": "2022-07-17"}


def parse(text: str, line: int = 1) -> tuple[ReleaseHeading | None, tuple[Diagnostic, ...]]:
    checked = parse_release_heading(text, Span("post.md", line, 4, max(1, len(text))))
    return checked.value, checked.diagnostics


def read(text: str) -> ReleaseHeading:
    heading, found = parse(text)
    assert heading is not None, text
    assert found == ()
    return heading


def near_miss(text: str) -> Diagnostic:
    heading, found = parse(text)
    assert heading is None, text
    assert [one.code for one in found] == ["LT305"], text
    return found[0]


def test_two_real_posts_hold_25_releases_and_one_plain_section() -> None:
    if not SEEDS.is_dir():
        pytest.skip("the seed posts are not at hand")
    lines = [
        line[3:]
        for path in sorted(SEEDS.glob("00[01]_*.txt"))
        for line in path.read_text("utf-8").splitlines()
        if line.startswith("## ")
    ]
    outcomes = [parse(line) for line in lines]
    assert len(lines) == 26
    assert [found for _, found in outcomes if found] == []
    headings = [heading for heading, _ in outcomes if heading]
    assert len(headings) == 25
    dates = {heading.name.text: heading.date.edtf() for heading in headings}
    assert {name: dates[name] for name in SHORT_DATES} == SHORT_DATES


def test_places_are_those_of_the_file() -> None:
    heading, found = parse("Foo（甲，乙）, 内测, 2023/02/03, X, 2024", line=9)
    assert heading is not None
    assert [(d.code, d.span and (d.span.path, d.span.line, d.span.column, d.span.width)) for d in found] == [
        ("LT303", ("post.md", 9, 33, 4)),
        ("LT318", ("post.md", 9, 14, 2)),
    ]
    assert heading.date_span == Span("post.md", 9, 18, 10)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A (B, 2023/01), 2023/02, X", "A"),
        ("「A, B」, 2023/02, X", "「A, B」"),
        ("【A，B】 C, 2023/02, X", "【A，B】 C"),
        ("“A, B”, 2023/02, X", "“A, B”"),
        ("Half ] closed, 2023/02, X", "Half ] closed"),
        ("Crossed [a (b] c, 2023/02, X", "Crossed [a (b] c"),
        ("LLaMa 2,2023/07/18,Meta", "LLaMa 2"),
        ("1,024 experts, 2023/02, X", "1,024 experts"),
    ],
)
def test_commas_separate_only_at_the_top(text: str, name: str) -> None:
    assert read(text).name.text == name


def test_the_comma_after_a_date_is_never_one_between_thousands() -> None:
    heading = read("Foo, 2023/09/06,100 Labs")
    assert (heading.date, [part.text for part in heading.after]) == (PartialDate(2023, 9, 6), ["100 Labs"])


def test_a_bracket_that_is_never_closed_hides_nothing() -> None:
    assert [part.text for part in read("Foo (a, 2023/05, b").after] == ["b"]


@pytest.mark.parametrize("attributes", ["{#foo}", "{#foo .bar}", "{lang=en}", "{ .bar key=value }"])
def test_attributes_at_the_end_are_no_vendor(attributes: str) -> None:
    assert [part.text for part in read(f"Foo, 2023/05, X {attributes}").after] == ["X"]


def test_other_braces_stay() -> None:
    assert [part.text for part in read("Foo, 2023/05, X {y}").after] == ["X {y}"]


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_at_the_end_is_no_part_of_the_name(verb: str) -> None:
    heading = read(f"Foo {verb}, 2023/05, X")
    assert (heading.name.text, heading.action) == ("Foo", verb)


@pytest.mark.parametrize(("text", "name"), [("Unreleased, 2023/05, X", "Unreleased"), ("发布, 2023/05, X", "发布")])
def test_a_verb_is_cut_off_only_where_a_name_remains(text: str, name: str) -> None:
    assert read(text).name.text == name


@pytest.mark.parametrize(
    ("inside", "field", "items"),
    [
        ("SAM", "also", ["SAM"]),
        ("通义千问", "also", ["通义千问"]),
        ("SAM, ViT", "also", ["SAM", "ViT"]),
        ("qwen2-72b", "also", ["qwen2-72b"]),
        ("8B、70B", "sizes", ["8B", "70B"]),
        ("235B-A22B", "sizes", ["235B-A22B"]),
        ("8x7B", "sizes", ["8x7B"]),
        ("70亿", "sizes", ["70亿"]),
        ("0613", "tags", ["0613"]),
        ("v1.5", "tags", ["v1.5"]),
        ("preview", "after", ["preview", "X"]),
        ("公测", "after", ["公测", "X"]),
        ("built on top of Llama 2", "tagline", ["built on top of Llama 2"]),
    ],
)
def test_parentheses_are_sorted_by_what_they_hold(inside: str, field: str, items: list[str]) -> None:
    heading = read(f"Foo ({inside}), 2023/05, X")
    assert heading.name.text == "Foo"
    found = getattr(heading, field)
    assert [getattr(item, "text", item) for item in found] == items


def test_several_parentheses_and_a_verb_all_come_off() -> None:
    heading = read("Llama 3.1 (Herd) (8B, 70B) 发布, 2024/07/23, Meta")
    assert (heading.name.text, heading.action, heading.sizes) == ("Llama 3.1", "发布", ("8B", "70B"))
    assert [part.text for part in heading.also] == ["Herd"]


@pytest.mark.parametrize(
    ("name", "joined"),
    [
        ("ChatGPT/GPT-3.5", ["ChatGPT", "GPT-3.5"]),
        ("A/B/C", ["A", "B", "C"]),
        ("A / B", []),
        ("A//B", []),
        ("/B", []),
    ],
)
def test_a_slash_without_spaces_may_join_names(name: str, joined: list[str]) -> None:
    heading = read(f"{name}, 2023/05, X")
    assert (heading.name.text, [part.text for part in heading.joined]) == (name, joined)


@pytest.mark.parametrize(
    ("date", "meant"),
    [
        ("Sep 6, 2023", "2023/09/06"),
        ("September 6th, 2023", "2023/09/06"),
        ("September 2023", "2023/09"),
        ("6 Sep 2023", "2023/09/06"),
        ("20230906", "2023/09/06"),
        ("23/09/06", "2023/09/06"),
        ("2023/09-06", "2023/09/06"),
        ("2023年9/6", "2023/09/06"),
        ("2023 09 06", "2023/09/06"),
        ("2023-09-06 10:00", "2023/09/06"),
        ("13/06/2023", "2023/06/13"),
        ("2023年9月中旬", "~2023/09"),
        ("2023年初", "~2023"),
        ("late 2023", "~2023"),
        ("2023 Q3", "~2023"),
        ("2023/05-2023/06", "2023/05"),
    ],
)
def test_a_date_in_another_form_is_told_as_it_should_be(date: str, meant: str) -> None:
    assert plain_date(date) == meant
    assert near_miss(f"Foo, {date}, X").hint == f"a release heading is name, date, vendor: `Foo, {meant}, X`"


def test_a_date_that_may_be_read_in_two_ways_says_so() -> None:
    assert near_miss("Foo, 09/06/2023, X").hint.endswith("`Foo, 2023/09/06, X`, if 09 is the month")


@pytest.mark.parametrize(
    "text",
    [
        "Foo 2023/09/06, X",
        "Foo（2023/09/06）, X",
        "Foo, 2023/09/06 X",
        "Foo, 2023/09/06；X",
        "Foo, X 2023/09/06",
        "Foo; 2023/09/06; X",
        "Foo、2023/09/06、X",
        "Foo | 2023/09/06 | X",
        "Foo - 2023/09/06 - X",
        "2023/09/06, Foo, X",
        "Foo 2023/09/06 X",
        "Foo （2023/09/06，X）",
        "Foo (2023/09/06, X)",
    ],
)
def test_the_hint_writes_the_heading_as_it_should_be_and_that_parses(text: str) -> None:
    hint = near_miss(text).hint
    assert hint.endswith("`Foo, 2023/09/06, X`")
    heading = read(hint.split("`")[1])
    assert (heading.name.text, heading.date, heading.after[0].text) == ("Foo", PartialDate(2023, 9, 6), "X")


def test_a_date_without_a_name_is_almost_a_release() -> None:
    assert near_miss(", 2023/05, OpenAI").message == "no name stands before the date"


@pytest.mark.parametrize(
    "text",
    [
        "OpenAI Dev Day 1106 演讲",
        "彩蛋分享-代码生成：如何运行 WizardCoder 15B, 34B，Phind CodeLlama 34B 代码生成模型",
        "1.如何避免 Manus 中的知识带来的问题 Knowledge Management",
        "使用案例：看看 Manus 的“作品”",
        "2023/09/06",
        "2023 年 9 月",
        "更新日志 2023/09",
        "截至 2023/09/06, Falcon 最强",
        "Dev Day 2023/11/06 演讲",
        "本文 2023/09/06 更新",
        "参考 2023/09/06 的文章",
        "更新日志 (2023/09/06)",
        "Claude 3 vs GPT-4 2024/03 对比",
        "截至 2023/09/06 Falcon 最强",
        "WWDC 2023, 苹果",
        "展望 2023、2024、2025",
        "Context of 4096, and more",
        "Version 1.10.2, a small one",
        "A, 4096, B",
        "",
        ",",
    ],
)
def test_headings_that_announce_nothing_are_left_in_peace(text: str) -> None:
    assert parse(text) == (None, ())


def test_a_date_that_does_not_exist_is_an_error_and_no_release() -> None:
    heading, found = parse("Foo, 2023/02/30, 2024/05, X")
    assert heading is None
    assert [(d.code, d.severity.value, d.hint) for d in found] == [("LT302", "error", "February 2023 has 28 days")]


def test_a_name_may_be_a_year() -> None:
    heading = read("1984, 2023/05, X")
    assert (heading.name.text, heading.date) == ("1984", PartialDate(2023, 5))


@pytest.mark.parametrize("written", sorted(STATUS_WORDS))
def test_every_status_is_known_in_any_case_and_with_hyphens(written: str) -> None:
    assert status_of(written.upper()) == STATUS_WORDS[written]
    assert status_of(written.replace(" ", "-")) == STATUS_WORDS[written]


def test_every_status_has_words_and_no_word_is_a_stranger() -> None:
    assert set(STATUS_WORDS.values()) == set(STATUSES)
    assert all(word == word.casefold() for word in STATUS_WORDS)
    assert status_of("OpenAI") is None
