"""Documents in which everything has its place."""

from __future__ import annotations

import json
import time
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmtimeline.parse.notation.located import FILE_LIMITS, Limits, parse_json, parse_toml, parse_yaml
from llmtimeline.parse.notation.plain import plain
from llmtimeline.values.diagnostics import Checked
from llmtimeline.values.located import Mapping, Node, Scalar, ScalarKind, Sequence
from llmtimeline.values.places import Span


def read(text: str, **options: int) -> Mapping:
    found = parse_yaml(text, path="p.yaml", **options)
    assert isinstance(found.value, Mapping), found.diagnostics
    return found.value


def scalar(node: Node | None) -> Scalar:
    assert isinstance(node, Scalar)
    return node


def value(text: str) -> Scalar:
    return scalar(read(text).get("k"))


def told(found: Checked[Node | None]) -> list[str]:
    return [f"{d.code} {d.span.line}:{d.span.column} {d.message}" for d in found.diagnostics if d.span]


# What a plain scalar is


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("no", ScalarKind.TEXT),
        ("yes", ScalarKind.TEXT),
        ("on", ScalarKind.TEXT),
        ("y", ScalarKind.TEXT),
        ("true", ScalarKind.BOOLEAN),
        ("False", ScalarKind.BOOLEAN),
        ("~", ScalarKind.NULL),
        ("null", ScalarKind.NULL),
        ("", ScalarKind.NULL),
        ("12", ScalarKind.INTEGER),
        ("-7", ScalarKind.INTEGER),
        ("010", ScalarKind.INTEGER),
        ("0x10", ScalarKind.INTEGER),
        ("1_000", ScalarKind.INTEGER),
        ("1.10", ScalarKind.FLOAT),
        (".5", ScalarKind.FLOAT),
        ("1.5e3", ScalarKind.FLOAT),
        ("1e3", ScalarKind.TEXT),
        ("12:30", ScalarKind.TEXT),
        ("1.2.3", ScalarKind.TEXT),
        ("180B", ScalarKind.TEXT),
        ("2023-09-29", ScalarKind.TIMESTAMP),
        ("2023-09-29T09:54:54+08:00", ScalarKind.TIMESTAMP),
        ("2023-09-29 09:54:54 +0800", ScalarKind.TIMESTAMP),
        ("2023-02-30", ScalarKind.TIMESTAMP),
        ("2023/09/06", ScalarKind.TEXT),
        ("2023-05", ScalarKind.TEXT),
        ("130亿", ScalarKind.TEXT),
    ],
)
def test_a_plain_scalar_keeps_its_text_and_says_what_it_is(typed: str, kind: ScalarKind) -> None:
    found = value(f"k: {typed}")
    assert (found.text, found.kind, found.quoted) == (typed, kind, False)


def test_a_quoted_scalar_is_always_text() -> None:
    assert value('k: "true"').kind is ScalarKind.TEXT
    assert value("k: '12'").quoted
    assert value("k: |\n  12\n").text == "12\n"


def test_an_integer_of_five_thousand_digits_is_kept_as_text() -> None:
    digits = "9" * 5000
    assert value(f"k: {digits}").text == digits
    assert plain(read(f"k: {digits}")) == {"k": digits}


# Places


def test_places_count_lines_and_columns_in_code_points() -> None:
    root = read("标题: 通义千问\nlist:\n  - 甲\n  - 'b c'\n")
    assert root.entries[0].key.span == Span("p.yaml", 1, 1, 2)
    assert scalar(root.get("标题")).span == Span("p.yaml", 1, 5, 4)
    items = root.get("list")
    assert isinstance(items, Sequence)
    assert [item.span for item in items] == [Span("p.yaml", 3, 5, 1), Span("p.yaml", 4, 5, 5)]


def test_places_start_where_the_text_was_taken_from() -> None:
    root = read("a: 1\nb: 2", first_line=10, first_column=4)
    assert scalar(root.get("b")).span == Span("p.yaml", 11, 7, 1)


def test_a_span_of_several_lines_ends_with_its_first_line() -> None:
    assert value('k: "one\n  two"').span == Span("p.yaml", 1, 4, 4)
    assert value("k: >\n  one\n  two\n").span == Span("p.yaml", 1, 4, 1)


@pytest.mark.parametrize("odd", ["\x85", "\u2028", "\u2029"])
def test_lines_are_those_of_an_editor_and_not_those_of_yaml(odd: str) -> None:
    root = read(f'a: "x{odd}y"\nb: 1')
    assert scalar(root.get("b")).span == Span("p.yaml", 2, 4, 1)


# Keys


def test_of_a_key_given_twice_the_last_counts_and_both_lines_are_named() -> None:
    found = parse_yaml("disableHLJS: true\nx: 1\ndisableHLJS: false\n", path="p")
    assert isinstance(found.value, Mapping)
    assert scalar(found.value.get("disablehljs")).text == "false"
    assert [entry.key.text for entry in found.value] == ["disableHLJS", "x"]
    (twice,) = found.diagnostics
    assert twice.code == "LT102"
    assert twice.message == "key `disableHLJS` stands in line 1 and in line 3; the last one counts"
    assert twice.span == Span("p", 3, 1, 11)
    assert twice.related[0].span == Span("p", 1, 1, 11)


def test_a_key_that_is_no_word_is_told_and_left_out() -> None:
    found = parse_yaml("? [a, b]\n: 1\nc: 2\n", path="p")
    assert told(found) == ["LT101 1:3 a key must be a word"]
    assert plain(found.value or pytest.fail("no value")) == {"c": 2}


def test_keys_that_look_like_numbers_or_booleans_are_words() -> None:
    assert [entry.key.text for entry in read("1: a\non: b\ntrue: c\n")] == ["1", "on", "true"]


# Anchors, merges, tags


def test_aliases_stand_for_the_value_and_keep_its_place() -> None:
    root = read("a: &x [1, 2]\nb: *x\n")
    assert root.get("b") == root.get("a")


def test_merge_keys_bring_what_the_mapping_does_not_say_itself() -> None:
    root = read("base: &b {a: 1, b: 2}\nmore: &m {b: 3, c: 4}\nk:\n  <<: [*b, *m]\n  a: 9\n")
    assert plain(root)["k"] == {"b": 2, "c": 4, "a": 9}  # type: ignore[index]


def test_a_quoted_merge_sign_is_a_key_like_any_other() -> None:
    assert plain(read('k: {"<<": 1}')) == {"k": {"<<": 1}}


def test_an_alias_without_an_anchor_says_what_is_missing() -> None:
    assert told(parse_yaml("a: *nothing", path="p")) == ["LT101 1:4 nothing above is marked `&nothing`"]


def test_a_mapping_cannot_hold_itself() -> None:
    assert told(parse_yaml("a: &x\n  b: *x\n", path="p")) == ["LT101 2:6 nothing above is marked `&x`"]


def test_usual_tags_say_the_kind_and_other_tags_are_refused() -> None:
    assert value("k: !!str 12").kind is ScalarKind.TEXT
    found = parse_yaml("k: !!python/object/apply:os.system [id]", path="p")
    assert told(found) == ["LT101 1:4 the tag `!!python/object/apply:os.system` means nothing here"]
    assert told(parse_yaml("k: !include x.yaml", path="p"))[0].startswith("LT101 1:4 the tag `!include`")


# Mistakes


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("title: GPT-4: the model", "LT101 1:13 a second `: ` stands in this value"),
        ("a:\n\tb: 1", "LT101 2:1 a tab indents this line"),
        ('x: 1\na: "open\nb: 1\n', "LT101 2:4 the closing quote is missing"),
        ("a: @me", "LT101 1:4 a value cannot begin with `@`"),
        ("a: [1,\nb: 2", "LT101 1:4 the list in `[…]` is not closed"),
        ("a: {b: 1\n", "LT101 1:4 the mapping in `{…}` is not closed"),
        ("a: **bold**", "LT101 1:5 `*` and `&` at the start of a value have a meaning in YAML"),
        ("word\na: 1", "LT101 2:2 this line cannot follow the one above"),
        ("a: 'x' y", "LT101 1:8 a key was expected here"),
        ("a: b\n---\nc: d", "LT101 2:1 a second document starts here"),
        ("中文: \x00", "LT101 1:5 control character U+0000"),
    ],
)
def test_a_mistake_is_told_in_plain_words_at_its_place(text: str, finding: str) -> None:
    found = parse_yaml(text, path="p")
    assert found.value is None
    assert told(found) == [finding]


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n"])
def test_nothing_gives_nothing(text: str) -> None:
    assert parse_yaml(text, path="p") == Checked(None)


# Full-width colons


def test_a_full_width_colon_is_read_as_the_colon_it_was_meant_to_be() -> None:
    found = parse_yaml("参数：180B\nlicense: MIT\n商用：允许 # 注\n", path="p", first_line=5, first_column=3)
    assert isinstance(found.value, Mapping)
    assert plain(found.value) == {"参数": "180B", "license": "MIT", "商用": "允许"}
    assert scalar(found.value.get("参数")).span == Span("p", 5, 6, 4)
    assert scalar(found.value.get("商用")).span == Span("p", 7, 6, 2)
    assert told(found) == [
        "LT110 5:5 a full-width colon was read as `: `",
        "LT110 7:5 a full-width colon was read as `: `",
    ]


def test_full_width_colons_inside_values_are_left_alone() -> None:
    found = parse_yaml('title: 周报：九月\n"a：b": |\n  参数：1\n', path="p")
    assert found.diagnostics == ()
    assert plain(found.value or pytest.fail("no value")) == {"title": "周报：九月", "a：b": "参数：1\n"}


def test_the_next_mistake_after_full_width_colons_is_told_with_them() -> None:
    assert told(parse_yaml("参数：1\na: 'open\n", path="p")) == [
        "LT110 1:3 a full-width colon was read as `: `",
        "LT101 2:4 the closing quote is missing",
    ]


def test_a_text_that_full_width_colons_do_not_explain_keeps_its_own_mistake() -> None:
    assert told(parse_yaml("a: [1\n备注：x\n", path="p")) == ["LT101 1:4 the list in `[…]` is not closed"]


# Bombs

LAUGHS = "a0: &a0 [x, x]\n" + "".join(f"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]\n" for i in range(1, 9))
MERGES = "b0: &b0 {" + ", ".join(f"k{i}: {i}" for i in range(3000)) + "}\n"
MERGES += "".join(f"b{i}: &b{i}\n  <<: [*b{i - 1}, *b{i - 1}]\n" for i in range(1, 9))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[" * 50_000, "nested more than 32 levels deep"),
        ("{a: " * 10_000, "nested more than 32 levels deep"),
        ("- " * 30_000 + "x", "nested more than 32 levels deep"),
        (LAUGHS + "".join(f"c{i}: *a8\n" for i in range(9)), "more than 16 aliases"),
        (MERGES, "more than 20,000 values"),
        ("k: [" + "1," * 25_000 + "]", "more than 20,000 values"),
        ("k: " + "x" * 70_000, "70,003 characters are more than the 65,536 that fit here"),
    ],
)
def test_a_bomb_is_refused_at_once(text: str, message: str) -> None:
    before = time.process_time()
    found = parse_yaml(text, path="p")
    assert found.value is None
    assert [(d.code, d.message) for d in found.diagnostics] == [("LT109", message)]
    assert time.process_time() - before < 0.5


def test_aliases_count_with_all_that_they_stand_for() -> None:
    text = "a: &a [1, 2, 3]\nb: *a\nc: *a\n"
    assert parse_yaml(text, path="p", limits=Limits(nodes=16)).value is not None
    assert parse_yaml(text, path="p", limits=Limits(nodes=15)).value is None


def test_an_alias_brings_its_depth_along() -> None:
    text = "a: &a [[[1]]]\nb: [[*a]]\n"
    assert parse_yaml(text, path="p", limits=Limits(depth=6)).value is not None
    assert parse_yaml(text, path="p", limits=Limits(depth=5)).value is None


def test_data_files_may_be_larger_than_front_matter() -> None:
    text = "".join(f"key-{i}: value\n" for i in range(15_000))
    assert parse_yaml(text, path="p").value is None
    assert parse_yaml(text, path="p", limits=FILE_LIMITS).value is not None


# TOML and JSON


def test_toml_has_places_for_keys_values_and_tables() -> None:
    text = 'title = "甲 乙" # c\n[params]\na.b = [1, 2.5]\n[[menu.main]]\nname = \'x\'\n[[menu.main]]\nname = "y"\n'
    root = parse_toml(text, path="p").value
    assert isinstance(root, Mapping)
    assert plain(root) == {
        "title": "甲 乙",
        "params": {"a": {"b": (1, 2.5)}},
        "menu": {"main": ({"name": "x"}, {"name": "y"})},
    }
    assert scalar(root.get("title")).span == Span("p", 1, 9, 5)
    menu = root.get("menu")
    assert isinstance(menu, Mapping)
    assert menu.span.line == 4
    items = menu.get("main")
    assert isinstance(items, Sequence)
    assert [scalar(item.get("name")).span.line for item in items if isinstance(item, Mapping)] == [5, 7]


def test_toml_dates_keep_their_text() -> None:
    root = parse_toml("date = 2023-09-29T09:54:54+08:00\nday = 2023-09-29\n", path="p").value
    assert isinstance(root, Mapping)
    assert [(s.text, s.kind) for s in (scalar(e.value) for e in root)] == [
        ("2023-09-29T09:54:54+08:00", ScalarKind.TIMESTAMP),
        ("2023-09-29", ScalarKind.TIMESTAMP),
    ]


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("a = 1\na = 2\n", "LT101 2:1 key `a` stands twice"),
        ("a = \n", "LT101 1:5 a value cannot stand here as it is"),
        ("a = 2023-02-30", "LT101 1:5 no calendar has such a day"),
        ("a = [1, 2", "LT101 1:9 the list in `[…]` is not closed"),
        ("a = " + "[" * 40 + "]" * 40, "LT109 1:36 nested more than 32 levels deep"),
    ],
)
def test_toml_mistakes_are_told_at_their_place(text: str, finding: str) -> None:
    assert told(parse_toml(text, path="p")) == [finding]


def test_json_has_places_and_keeps_the_last_of_two_keys() -> None:
    found = parse_json('{\n  "title": "a",\n  "title": "\\u4e2d\\ud83d\\ude00",\n  "n": [1, -2.5e3, null]\n}', path="p")
    assert isinstance(found.value, Mapping)
    assert plain(found.value) == {"title": "中😀", "n": (1, -2500.0, None)}
    assert scalar(found.value.get("title")).span == Span("p", 3, 12, 20)
    assert [d.code for d in found.diagnostics] == ["LT102"]


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ('{"a": 1,}', "LT101 1:8 a comma stands after the last item"),
        ('{"a" 1}', "LT101 1:6 a colon was expected here"),
        ('{"a": tru}', "LT101 1:7 a value was expected here"),
        ('{"a": [1 2]}', "LT101 1:10 a comma or `]` was expected here"),
        ('{"a": "x}', "LT101 1:7 this string has no end, or an odd backslash"),
        ('{"a": 1} b', "LT101 1:10 nothing may follow the last brace"),
        ('{"a": 1', "LT101 1:7 a comma or `}` was expected here"),
        ("[NaN]", "LT101 1:2 a value was expected here"),
        ("[" * 100, "LT109 1:33 nested more than 32 levels deep"),
    ],
)
def test_json_mistakes_are_told_at_their_place(text: str, finding: str) -> None:
    assert told(parse_json(text, path="p")) == [finding]


# Laws

LINES = st.text(
    st.sampled_from("ab:- \t\n[]{}&*!|>'\"%@`#?,=.0129éê中：，\x00\x85\u2028\ufeff") | st.characters(), max_size=60
)


@given(LINES)
def test_no_text_makes_a_traceback_and_every_place_is_in_the_text(text: str) -> None:
    lines = text.split("\n")
    for parse in (parse_yaml, parse_toml, parse_json):
        found = parse(text, path="p")
        for span in [*(d.span for d in found.diagnostics), *spans(found.value)]:
            assert span is not None
            assert 1 <= span.line <= len(lines)
            assert 1 <= span.column <= len(lines[span.line - 1]) + 1
            assert span.width >= 1


def spans(node: Node | None) -> list[Span]:
    if node is None:
        return []
    if isinstance(node, Scalar):
        return [node.span]
    if isinstance(node, Sequence):
        return [node.span, *(span for item in node for span in spans(item))]
    return [node.span, *(span for entry in node for span in (entry.key.span, *spans(entry.value)))]


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**12), 10**12) | st.text(st.characters(codec="utf-8"), max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


def lowered(value: object) -> object:
    if isinstance(value, list):
        return tuple(lowered(item) for item in value)
    if isinstance(value, dict):
        return {str(key).lower(): lowered(item) for key, item in value.items()}
    return value


@given(VALUES)
def test_json_says_what_the_standard_library_says(value: object) -> None:
    found = parse_json(json.dumps(value), path="p")
    assert found.diagnostics == ()
    assert found.value is not None
    assert plain(found.value) == lowered(json.loads(json.dumps(value)))


TOML_LINES = st.lists(
    st.sampled_from(
        ["a = 1", "b.c = 'x'", "[t]", "[t.u]", "[[v]]", "[[v.w]]", "d = [1, [2], {e = true}]", 'f = """x\n"y"""', "# z",
         '"k k" = "q\\n\\u4e2d"', "g = 0x1F", "h = -1.5e3", "", "i = {j.k = 1, l = []}", "m = '''a\n''b'''"]
    ),
    max_size=7,
).map("\n".join)  # fmt: skip


@given(TOML_LINES)
def test_toml_says_what_the_standard_library_says(text: str) -> None:
    try:
        expected = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        assert parse_toml(text, path="p").value is None
        return
    found = parse_toml(text, path="p")
    assert found.diagnostics == ()
    assert (plain(found.value) if found.value else {}) == lowered(expected)
