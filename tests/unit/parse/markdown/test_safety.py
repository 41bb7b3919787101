"""A post is written by a stranger: whatever it holds, the page holds only harmless HTML."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from llmtimeline.values.posts import Ref
from tests.unit.parse.markdown.reading import codes, html, joined, read

ALLOWED = re.compile(
    "p|em|strong|del|a|code|pre|span|div|img|br|hr|ul|ol|li|blockquote|table|thead|tbody|tr|th|td|dl|dt|dd|sup|section"
    "|input|label|h[1-6]"
)
ATTRIBUTES = re.compile(
    "href|src|alt|title|loading|decoding|rel|class|id|lang|tabindex|role|aria-label|aria-hidden|data-lang|data-alert"
    "|type|disabled|checked|scope|start"
)


class Audit(HTMLParser):
    """Refuses every element, attribute and address that our writers never make."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert ALLOWED.fullmatch(tag), tag
        for name, value in attrs:
            assert ATTRIBUTES.fullmatch(name), (tag, name)
            if name in ("href", "src"):
                start = (value or "").strip().lower()
                assert start.startswith(("http://", "https://", "mailto:", "tel:", "#", "//", "hole")), value

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(decl)

    def handle_pi(self, data: str) -> None:
        raise AssertionError(data)


def audit(text: str) -> None:
    body = read(text).value
    whole = [*(piece for section in body.sections for piece in section.pieces), *body.endnotes, *body.summary]
    whole += [piece for heading in body.headings for piece in heading.pieces]
    Audit(convert_charrefs=True).feed("".join(piece if isinstance(piece, str) else "hole" for piece in whole))


VECTORS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "[x](JAVASCRIPT&colon;alert(1))",
    "[x](&#x6a;avascript:alert(1))",
    "[x](\x01javascript:alert(1))",
    "[x](<java\nscript:alert(1)>)",
    "<javascript:alert(1)>",
    "![x](javascript:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:x)",
    "[x]: javascript:alert(1)\n\n[x]",
    '[x](/a "x" onclick="y")',
    "[x](/a'\"onclick=y)",
    '![x" onerror="y](/a)',
    '```x" onload="y\n```',
    "```<script>\n```",
    '```py {#a" onclick="x}\n```',
    "# x {onclick=y #a}",
    "# x {#a<b>}",
    '# x {.a"b}',
    "| a |\n|:-:|\n| <b onclick=x> |",
    "> [!NOTE] <script>",
    "- [x] <svg/onload=alert(1)>",
    "[^<script>]\n\n[^<script>]: <b>x</b>",
    "a <!-- --!><script>x</script> -->",
    "<!--><script>x</script>-->",
    "<div\nonclick=x>a</div>",
    "<![CDATA[<script>x</script>]]>",
    "<?php x ?>",
    'https://a.com/"onclick=x',
    "www.a.com/'\"<script>",
    "a\"b@c.com'onclick=x",
    "[x](//evil.com/<script>)",
    "[x](/\\evil.com)",
    "<a href=javascript:x>[y](/z)</a>",
    "\ufdd0\uffff[x](/a)",
]


@pytest.mark.parametrize("vector", VECTORS)
def test_no_vector_leaves_more_than_harmless_html(vector: str) -> None:
    for text in (
        vector,
        f"## {vector}",
        f"> {vector}",
        f"- {vector}",
        f"甲 {vector} 乙",
        f"| {vector} |\n|---|\n| {vector} |",
    ):
        audit(text)


PARTS = [
    "<",
    ">",
    '"',
    "'",
    "&",
    "[",
    "](",
    ")",
    "![",
    "`",
    "```",
    "\n",
    "{#",
    "}",
    "javascript:",
    "https://a.com/",
    "<b",
    "</",
    "<!--",
    "-->",
    "on",
    "=",
    " ",
    "|",
    "[^1]",
    "中",
    "\\",
    "x",
]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PARTS), max_size=30).map("".join))
def test_no_mixture_does_either(text: str) -> None:
    audit(text)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:x",
        "JavaScript:x",
        "data:image/png;base64,x",
        "file:///x",
        "view-source:x",
        "blob:x",
        "ms-word:x",
        "ftp://a",
    ],
)
def test_a_refused_address_is_an_error_and_its_text_stays(url: str) -> None:
    assert html(f"甲 [乙]({url}) 丙") == "<p>甲 乙 丙</p>"
    assert codes(f"甲 [乙]({url}) 丙") == ["LT204"]
    assert codes(f"![乙]({url})") == ["LT204"]
    assert "<img" not in html(f"![乙]({url})")


@pytest.mark.parametrize("url", ["/a/", "a.md", "../b/", "#c", "?q=1", "中文/x.md", "./x:y", "/a%20b", "x.png?y#z"])
def test_an_address_inside_the_site_becomes_a_hole_as_it_was_written(url: str) -> None:
    (section,) = read(f"[甲]({url})").value.sections
    assert [piece.target for piece in section.pieces if isinstance(piece, Ref)] == [url]
    assert section.pieces[0] == '<p><a href="'
    assert section.pieces[2] == '">甲</a></p>\n'


@pytest.mark.parametrize("url", ["https://a.com/x", "//a.com/x", "mailto:a@b.com", "tel:+861"])
def test_an_address_outside_is_written_at_once(url: str) -> None:
    rel = ' rel="noopener"' if "//" in url else ""
    assert joined(read(f"[甲]({url})").value.sections[0].pieces) == f'<p><a href="{url}"{rel}>甲</a></p>\n'


def test_what_an_address_cannot_hold_is_encoded_once() -> None:
    assert 'href="https://a.com/%E8%B7%AF%20%E5%BE%84%22%5B1%5D%25?a=%20&amp;b"' in html(
        '[x](<https://a.com/路 径"[1]%?a=%20&b>)'
    )


def test_no_text_can_look_like_a_hole() -> None:
    for text in ("\ufdd0", "\x00", "\ue000", "{/x}", "\uffff"):
        assert all(isinstance(piece, str) for piece in read(f"a{text}b").value.sections[0].pieces)


def test_raw_html_is_told_once_with_its_count() -> None:
    (found,) = read("<b>一</b>\n\n<div>二</div>").diagnostics
    assert found.message == "raw HTML left out in 3 places; this is the first"
    assert html("<b>一</b>\n\n<div>二</div>") == "<p>一</p>\n<p>二</p>"


def test_text_inside_scripts_is_not_visible_text() -> None:
    assert html("<script>\nx < 1\n</script>\n\n<style>p{}</style>\n\n<div>甲</div>") == "<p>甲</p>"
    assert html("<script>\n\nnever closed") == ""
    assert html("<div>a < b <i>c</i></div>") == "<p>a &lt; b c</p>"


def test_comments_vanish_without_a_word() -> None:
    assert codes("<!-- 甲 -->\n\n乙<!-- 丙 -->") == []
    assert html("<!-- 甲\n\n<b> -->\n\n乙<!-- 丙 -->") == "<p>乙</p>"
    assert html("<!-- 甲 --> **乙**") == "<p> <strong>乙</strong></p>"


def test_a_site_may_let_raw_html_through() -> None:
    assert (
        html('<b class="x">一</b>\n\n<div>\n\n二\n\n</div>', unsafe=True)
        == '<p><b class="x">一</b></p>\n<div>\n<p>二</p>\n</div>'
    )
    assert codes("<b>一</b>", unsafe=True) == []
    assert "<!--" not in html("<!-- 甲 -->\n\n乙<!-- 丙 -->", unsafe=True)
