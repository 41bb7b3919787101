"""`{.class}` below a block, where a site asks for it."""

from __future__ import annotations

import pytest

from tests.unit.parse.markdown.reading import html, read


def shown(text: str) -> str:
    return html(text, block_attributes=True).replace("\n", "").replace(' tabindex="0"', "")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("段落\n{.cls #id}", '<p id="id" class="cls">段落</p>'),
        ("- a\n- b\n{.cls}", '<ul class="cls"><li>a</li><li>b</li></ul>'),
        ("2. a\n{.cls}", '<ol start="2" class="cls"><li>a</li></ol>'),
        ("- a\n\n  b\n  {.x}", '<ul><li><p>a</p><p class="x">b</p></li></ul>'),
        ("> a\n{.cls lang=en}", '<blockquote class="cls" lang="en"><p>a</p></blockquote>'),
        ("> a\n> {.cls}", '<blockquote><p class="cls">a</p></blockquote>'),
        (
            "|a|\n|-|\n|b|\n{.t}",
            (
                '<div class="table-scroll"><table class="t"><thead><tr><th scope="col">a</th></tr></thead>'
                "<tbody><tr><td>b</td></tr></tbody></table></div>"
            ),
        ),
        (
            "|a|\n|-|\n{.t}",
            '<div class="table-scroll"><table class="t"><thead><tr><th scope="col">a</th></tr></thead></table></div>',
        ),
        ("- a\n\n{.cls}", "<ul><li>a</li></ul><p>{.cls}</p>"),
        ("{.cls}", "<p>{.cls}</p>"),
        ("a\n\n{.cls}\nb", "<p>a</p><p>{.cls} b</p>"),
        ("a\n{不是}", "<p>a{不是}</p>"),
        ("a {.x}", "<p>a {.x}</p>"),
        ("a\n{onclick=x .c}", '<p class="c">a</p>'),
    ],
)
def test_they_are_for_the_block_right_above(text: str, wanted: str) -> None:
    assert shown(text) == wanted.replace("{.cls} b", "{.cls}b")


def test_an_id_may_be_linked_to() -> None:
    assert "x" in read("a\n{#x}", block_attributes=True).value.anchors


def test_without_the_setting_they_are_text() -> None:
    assert html("段落\n{.cls #id}") == "<p>段落\n{.cls #id}</p>"
