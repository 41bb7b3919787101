"""Emphasis between Chinese characters, and CommonMark's rules everywhere else."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from llmtimeline.parse.markdown.engine import MAX_NESTING, open_engine
from llmtimeline.values.config import MarkupSettings
from tests.unit.parse.markdown.reading import html

MARKS = ["*", "**", "***", "_", "__", "~", "~~", "~~~", "`", "[", "](/u)", "](", ")", "![", "\\", "\n", "<b>", "&amp;"]
LATIN = ["a", "b c", " ", ".", "!", "(", '"', "-", "é", "—", "“", "ß", "\u00a0", "1", ":"]
CHINESE = ["中", "文。", "（", "）", "，", "「", "あ", "한", "ｗ"]


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("**中文。**后", "<strong>中文。</strong>后"),
        ("前**（括号）**后", "前<strong>（括号）</strong>后"),
        ("前**`code`**后", "前<strong><code>code</code></strong>后"),
        ("是**“引号”**中", "是<strong>“引号”</strong>中"),
        ("前*（一）*后", "前<em>（一）</em>后"),
        ("前~~「旧」~~后", "前<del>「旧」</del>后"),
        ("**[链接](/a)**后", '<strong><a href="/a">链接</a></strong>后'),
        ("前***很。***后", "前<em><strong>很。</strong></em>后"),
        ("**葛󠄀。**后", "<strong>葛󠄀。</strong>后"),
        ("（_x_）", "（<em>x</em>）"),
        ("中_文_中", "中_文_中"),
        ("** 中 **", "** 中 **"),
        ("日本語**（カッコ）**です", "日本語<strong>（カッコ）</strong>です"),
        ("한국어**(괄호)**는", "한국어<strong>(괄호)</strong>는"),
    ],
)
def test_marks_between_chinese_characters_and_punctuation_are_emphasis(source: str, wanted: str) -> None:
    assert html(source) == f"<p>{wanted}</p>"


@pytest.mark.parametrize("source", ["**中文。**后", "前**`code`**后", "前~~「旧」~~后"])
def test_without_the_setting_commonmark_decides(source: str) -> None:
    assert not re.search("<(strong|em|del)>", html(source, cjk_emphasis=False))


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("a**(b)**c", "a**(b)**c"),
        ('a*"foo"*', "a*&quot;foo&quot;*"),
        ("snake_case_name", "snake_case_name"),
        ("__foo__bar", "__foo__bar"),
        ("*(*foo*)*", "<em>(<em>foo</em>)</em>"),
        ("**foo*bar**", "<strong>foo*bar</strong>"),
        ("*foo**bar**baz*", "<em>foo<strong>bar</strong>baz</em>"),
        ("* a *", "<ul>"),
    ],
)
def test_text_without_chinese_is_read_as_commonmark_says(source: str, wanted: str) -> None:
    assert wanted in html(source, typographer=False)


def stock() -> MarkdownIt:
    options = {"html": True, "strikethrough_single_tilde": True, "maxNesting": MAX_NESTING}
    md = MarkdownIt("commonmark", options).enable(["strikethrough"]).disable("text_join")
    md.normalizeLink = lambda url: url  # type: ignore[method-assign]
    md.normalizeLinkText = lambda url: url  # type: ignore[method-assign]
    return md


STOCK = stock()
PLAIN = open_engine(MarkupSettings(typographer=False, cjk_emphasis=False))
OURS = open_engine(MarkupSettings(typographer=False))


def seen(tokens: list[Token]) -> list[object]:
    out: list[object] = []
    for token in tokens:
        children = seen(token.children) if token.children else []
        out.append((token.type, token.tag, token.content, token.markup, token.attrs, token.level, children))
    return out


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(MARKS + LATIN), max_size=30).map("".join))
def test_latin_text_gives_the_tokens_of_the_stock_parser(text: str) -> None:
    assert seen(OURS.parse(text)) == seen(STOCK.parse(text))


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(MARKS + LATIN + CHINESE), max_size=30).map("".join))
def test_with_the_chinese_rules_off_all_text_does(text: str) -> None:
    assert seen(PLAIN.parse(text)) == seen(STOCK.parse(text))


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(["*", "**", "~~", *CHINESE, *LATIN]), max_size=20).map("".join))
def test_the_chinese_rules_never_lose_text(text: str) -> None:
    def plain(md: MarkdownIt) -> str:
        marks_off = re.compile("<[^>]*>|[*~\\s]")
        return "".join(marks_off.sub("", child.content) for t in md.parse(text) for child in t.children or ())

    assert plain(OURS) == plain(STOCK)
