"""The words of a language."""

from __future__ import annotations

import pytest

from llmtimeline.parse.words import parse_words
from llmtimeline.values.diagnostics import Checked
from llmtimeline.values.sources import Source
from llmtimeline.values.words import Words


def parse(*texts: str) -> Checked[Words]:
    return parse_words("zh", [Source(f"{n}/i18n/zh.yaml", text) for n, text in enumerate(texts)])


def test_keys_give_texts_and_forms_for_numbers() -> None:
    found = parse("home: 首页\nno: 不\nposts: {one: '{n} post', other: '{n} posts'}\nempty:\nversion: 1.10\n")
    assert found == Checked(
        Words(
            "zh",
            {
                "home": "首页",
                "no": "不",
                "posts": {"one": "{n} post", "other": "{n} posts"},
                "empty": "",
                "version": "1.10",
            },
        )
    )


def test_the_nearest_file_that_has_a_key_gives_it() -> None:
    found = parse("home: mine\n", "", "home: theirs\nback: back\nposts: {other: p}\n", "posts: hidden\nlast: l\n")
    assert found.value.texts == {"home": "mine", "back": "back", "posts": {"other": "p"}, "last": "l"}


def test_hugos_list_and_groups_and_holes_are_read() -> None:
    assert parse(
        "- id: read_time\n  translation: {one: 1 min, other: '{{ .Count }} min'}\n- {id: x, translation: X}\n"
    ) == (Checked(Words("zh", {"read_time": {"one": "1 min", "other": "{n} min"}, "x": "X"})))
    assert parse("nav:\n  next: N\n  deep: {prev: P}\ngreet: 'by {{.Name}}'\n").value.texts == {
        "nav.next": "N",
        "nav.deep.prev": "P",
        "greet": "by {name}",
    }


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("just text", "LT104 1:1 words are keys with texts"),
        ("a: [b]", "LT106 1:4 `a` takes a text, not a list"),
        ("a: {one: x}", "LT118 1:4 `a` lacks its form `other`"),
        ("a: {other: x, some: y}", "LT106 1:15 `a` has no form `some`"),
        ("- id: a", "LT118 1:3 a word without `id` or `translation`"),
        ("- x", "LT118 1:3 a word without `id` or `translation`"),
        ("a: 'open", "LT101 1:4 the closing quote is missing"),
        ("a: 1\na: 2", "LT102 2:1 key `a` stands in line 1 and in line 2; the last one counts"),
    ],
)
def test_mistakes_have_their_place_and_the_rest_stands(text: str, finding: str) -> None:
    found = parse(text, "other: file\n")
    assert [f"{d.code} {d.span.line}:{d.span.column} {d.message}" for d in found.diagnostics if d.span] == [finding]
    assert found.value.texts["other"] == "file"
