"""The functions of archetypes, as Hugo has them."""

from __future__ import annotations

import pytest

from llmtimeline.parse.archetypes.functions import FUNCTIONS
from llmtimeline.parse.archetypes.titles import humanize, title_case
from llmtimeline.parse.archetypes.values import RefusalError


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("my first post", "My First Post"),
        ("hello_world", "Hello_world"),
        ("the state of the art", "The State of the Art"),
        ("what it is for", "What It Is For"),
        ("of mice and men", "Of Mice and Men"),
        ("llama: the second", "Llama: The Second"),
        ("GPT 4 and PaLM", "GPT 4 and PaLM"),
        ("state-of-the-art models", "State-of-the-Art Models"),
        ("THE END OF THE LINE", "THE END of the LINE"),
        ("don't stop", "Don't Stop"),
        ("大模型 weekly", "大模型 Weekly"),
        ("élan vital", "Élan Vital"),
        ("ßa", "ßa"),
        ("", ""),
        ("a", "A"),
    ],
)
def test_titles(text: str, title: str) -> None:
    assert title_case(text) == title


@pytest.mark.parametrize(
    ("text", "written"),
    [("my-first_post", "My first post"), ("52", "52nd"), ("11", "11th"), ("111", "111th"), ("1", "1st"), ("", "")],
)
def test_humanize(text: str, written: str) -> None:
    assert humanize(text) == written


@pytest.mark.parametrize(
    ("name", "arguments", "result"),
    [
        ("replace", ("a-b-c", "-", " "), "a b c"),
        ("replace", ("a-b-c", "-", " ", 1), "a b-c"),
        ("trim", ("--a--", "-"), "a"),
        ("trimSuffix", (".md", "x.md"), "x"),
        ("strings.TrimPrefix", ("2023-", "2023-10"), "10"),
        ("strings.TrimLeft", ("-", "--a-"), "a-"),
        ("strings.Contains", ("abc", "b"), True),
        ("hasPrefix", ("abc", "a"), True),
        ("substr", ("abcdef", 1, 3), "bcd"),
        ("substr", ("abcdef", -2), "ef"),
        ("substr", ("abcdef", 0, -2), "abcd"),
        ("substr", ("abc", 9), ""),
        ("urlize", ("Über  GPT-4: 说明!",), "%C3%BCber-gpt-4-%E8%AF%B4%E6%98%8E"),
        ("anchorize", ("Open AI: GPT-4",), "open-ai-gpt-4"),
        ("upper", ("ab",), "AB"),
        ("print", ("a", 1), "a1"),
        ("default", ("x", ""), "x"),
        ("default", ("x", 0), "x"),
        ("default", ("x", False), False),
        ("or", ("", "b"), "b"),
        ("and", ("a", ""), ""),
        ("eq", ("a", "b", "a"), True),
        ("eq", (1, 1.0), True),
        ("eq", ("", None), False),
        ("ge", (2, 2), True),
        ("lt", ("a", "b"), True),
        ("printf", ("%5s|%-5s|%05d", "a", "b", -12), "    a|b    |-0012"),
    ],
)
def test_functions(name: str, arguments: tuple[object, ...], result: object) -> None:
    assert FUNCTIONS[name].call(arguments) == result


@pytest.mark.parametrize("name", ["upper", "strings.Title", "substr", "printf"])
def test_a_list_is_refused(name: str) -> None:
    with pytest.raises(RefusalError):
        FUNCTIONS[name].call((("a",), 1))


def test_every_short_name_is_a_whole_one_too() -> None:
    whole = [function for name, function in FUNCTIONS.items() if "." in name]
    assert all(function in whole for name, function in FUNCTIONS.items() if name not in ("and", "or", "not"))
