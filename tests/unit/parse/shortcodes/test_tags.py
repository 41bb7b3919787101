from __future__ import annotations

import pytest

from llmtimeline.parse.shortcodes.tags import Literal, Misread, Tag, read_tag, show_literals


def tag(text: str) -> Tag:
    found = read_tag(text, text.index("{{"))
    assert isinstance(found, Tag), found
    return found


def values(found: Tag) -> tuple[object, ...]:
    return tuple(argument.value for argument in found.positional)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("{{< x >}}", ()),
        ("{{<x>}}", ()),
        ('{{< x "a b" c >}}', ("a b", "c")),
        ('{{% x "a \\" b" `c \\ d` %}}', ('a " b', "c \\ d")),
        ("{{< x 12 -3 0.5 true false 1.2.3 >}}", (12, -3, 0.5, True, False, "1.2.3")),
        ('{{< x "12" "true" >}}', ("12", "true")),
        ("{{< x https://a.b/c?d=e&f >}}", ("https://a.b/c?d=e&f",)),
        ("{{< x a/b/ >}}", ("a/b/",)),
        ('{{< x\n  "a"\n  "b"\n>}}', ("a", "b")),
        ('{{< x "一\n二" >}}', ("一\n二",)),
    ],
)
def test_arguments_by_position(text: str, wanted: tuple[object, ...]) -> None:
    found = tag(text)
    assert (found.name, values(found), found.end) == ("x", wanted, len(text))


def test_arguments_by_name_are_found_in_any_case() -> None:
    found = tag('{{< x openByDefault=true title = "a b" src=/a.png />}}')
    assert {key: argument.value for key, argument in found.named.items()} == {
        "openbydefault": True,
        "title": "a b",
        "src": "/a.png",
    }
    assert found.alone


def test_a_value_knows_where_it_stands() -> None:
    text = '前 {{< x src="/a.png" n=12 >}}'
    found = tag(text)
    for key, shown in (("src", "/a.png"), ("n", "12")):
        argument = found.named[key]
        assert text[argument.start : argument.start + argument.width] == shown


@pytest.mark.parametrize("text", ["{{< /x >}}", "{{</x>}}", "{{% / x %}}"])
def test_closing_tags(text: str) -> None:
    assert (tag(text).name, tag(text).closing) == ("x", True)


@pytest.mark.parametrize("name", ["a/b", "my-code", "inTextImg", "代码", "a.inline"])
def test_names(name: str) -> None:
    assert tag(f"{{{{< {name} 1 >}}}}").name == name


def test_an_escaped_tag_is_shown_without_its_marks() -> None:
    found = read_tag('{{</* figure src="a" */>}} x', 0)
    assert isinstance(found, Literal)
    assert (found.text, found.end) == ('{{< figure src="a" >}}', 26)
    assert show_literals("{{%/* a */%}} {{</* b */>}} {{< c >}}") == "{{% a %}} {{< b >}} {{< c >}}"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{{< >}}", "a shortcode needs a name"),
        ('{{< "x" >}}', "a shortcode needs a name"),
        ("{{< x", "the shortcode `x` is not closed"),
        ("{{< x a\n{{< y >}}", "the shortcode `x` is not closed"),
        ("{{< x %}}", "the shortcode `x` ends with another bracket"),
        ('{{< x a b="c" >}}', "arguments with names and without do not mix"),
        ("{{< x b=c b=d >}}", "`b` is given twice"),
        ('{{< x "a >}}', "this is no argument of a shortcode"),
        ("{{< x a= >}}", "this is no argument of a shortcode"),
    ],
)
def test_what_cannot_be_read(text: str, message: str) -> None:
    found = read_tag(text, 0)
    assert isinstance(found, Misread)
    assert found.message == message
    assert 0 < found.end <= len(text)
