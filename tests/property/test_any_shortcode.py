"""Laws of shortcodes: any text is read without a traceback, nothing of the machinery shows, and lines stay lines."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from llmtimeline.parse.bodies import parse_body
from llmtimeline.parse.shortcodes.scanner import scan
from llmtimeline.parse.shortcodes.woven import reserve, split, weave
from llmtimeline.values.config import Config
from llmtimeline.values.posts import Body, Image, Piece, Ref, Shortcode

BITS = st.sampled_from(
    [
        *(
            "{{<",
            "{{%",
            ">}}",
            "%}}",
            "/>}}",
            "{{< /",
            " figure ",
            " details ",
            " own ",
            ' src="/a.png"',
            '"',
            "`",
            "```\n",
        ),
        *("{{< param title >}}", "{{< /details >}}", "{{</* x */>}}", "{{< comment >}}", "{{< ref a >}}", "[x](", ")"),
        *(
            "\n",
            "\n\n",
            "- ",
            "> ",
            "    ",
            "|",
            "## ",
            "中文",
            "a",
            "*",
            "\ufdd0\ufdd1",
            "\ufdd0",
            "\ufddb",
            "<b>",
            "\\",
        ),
    ]
)
TEXTS = st.lists(BITS, max_size=30).map("".join)


def pieces_of(body: Body) -> list[Piece]:
    found: list[Piece] = [*body.summary, *body.endnotes]
    for section in body.sections:
        found += [*section.pieces, *(section.heading.pieces if section.heading else ())]
    return found


def strings(pieces: list[Piece]) -> list[str]:
    found: list[str] = []
    for piece in pieces:
        match piece:
            case str():
                found.append(piece)
            case Ref():
                found.append(piece.target)
            case Image():
                found += [piece.alt, piece.title, *strings([piece.source])]
            case Shortcode():
                found += [piece.inner_text, *strings(list(piece.inner))]
                for value in (*piece.positional, *piece.named.values()):
                    found += strings(
                        list(value) if isinstance(value, tuple) else [value] if isinstance(value, str) else []
                    )
    return found


@given(TEXTS)
def test_any_text_gives_a_body_in_which_no_token_shows(text: str) -> None:
    config = Config("llmtimeline.yaml")
    body = parse_body(text, first_line=3, path="a.md", config=config, language="zh", cjk=True).value
    shown = [*strings(pieces_of(body)), body.summary_text, *(section.text for section in body.sections), *body.anchors]
    assert not any(char in each for each in shown for char in "\ufdd0\ufdd1\ufddb")


@given(TEXTS)
def test_weaving_moves_nothing(text: str) -> None:
    text = reserve(text)
    found = scan(text, (), ())
    woven = weave(text, found)
    restored = "".join(
        each if isinstance(each, str) else text[each.start : each.end] for each in split(woven.text, woven)
    )
    assert restored.replace("\n", "") == text.replace("\n", "")
    assert woven.text.count("\n") <= text.count("\n")
    long = all(each.end - each.start >= 8 for each in woven.found)
    if long and not any("\n" in text[each.start : each.end] for each in woven.found):
        assert [len(line) for line in woven.text.split("\n")] == [len(line) for line in text.split("\n")]


@given(TEXTS)
def test_what_stands_after_a_shortcode_of_several_lines_keeps_its_place(text: str) -> None:
    config = Config("llmtimeline.yaml")
    whole = f'{{{{< own a="1\n2\n3" >}}}}\n\n{text.replace("{{", "").replace("```", "")}\n\n[x](javascript:x)\n'
    found = parse_body(whole, first_line=1, path="a.md", config=config, language="zh", cjk=True).diagnostics
    last = [each for each in found if each.code == "LT204"]
    assert not last or last[-1].span is not None
    assert not last or last[-1].span.line == whole.count("\n")  # type: ignore[union-attr]
