"""Typographic quotes, dashes and dots."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.parse.markdown.reading import html


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ('"中文引号" 的', "“中文引号” 的"),
        ("\"a\" 'b'", "“a” ‘b’"),
        ("it's the models' 1990s, '90s", "it’s the models’ 1990s, ’90s"),
        ("I'm, you've", "I’m, you’ve"),
        ("a -- b --- c ... d", "a – b — c … d"),
        ("a----b....", "a—-b…."),
        ('("a")', "(“a”)"),
        ('**"a"** "*b*"', "<strong>“a”</strong> “<em>b</em>”"),
        ('"`x`" "[y](/z)"', '“<code>x</code>” “<a href="/z">y</a>”'),
        ("<<a>> << b >>", "«a» « b »"),
        ('21" 屏', "21&quot; 屏"),
        ("1/2 (c) (tm) +- ,,", "1/2 (c) (tm) +- ,,"),
        ("——……“好”", "——……“好”"),
        ('`--` `"a"`', "<code>--</code> <code>&quot;a&quot;</code>"),
        ('\\"a\\"', "&quot;a&quot;"),
        ("&quot;a&quot;", "&quot;a&quot;"),
    ],
)
def test_signs_are_replaced_as_hugo_replaces_them(source: str, wanted: str) -> None:
    assert html(source) == f"<p>{wanted}</p>"


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ('"思考"到"行动"', "“思考”到“行动”"),
        ('他说"你好"。', "他说“你好”。"),
        ("他说'你好'。", "他说‘你好’。"),
        ('叫"Llama 2"的模型', "叫“Llama 2”的模型"),
        ('27"屏', "27&quot;屏"),
        ('"iPhone 15"屏', "“iPhone 15”屏"),
        ('半个"引号', "半个&quot;引号"),
        ("OpenAI's模型", "OpenAI’s模型"),
    ],
)
def test_quotes_beside_chinese_are_paired(source: str, wanted: str) -> None:
    assert html(source) == f"<p>{wanted}</p>"


def test_without_the_chinese_rules_they_stay_as_hugo_leaves_them() -> None:
    assert html('"思考"到"行动"', cjk_emphasis=False) == "<p>“思考&quot;到&quot;行动”</p>"


def test_without_typography_nothing_is_replaced() -> None:
    assert html("\"a\" -- ... << 'b'", typographer=False) == "<p>&quot;a&quot; -- ... &lt;&lt; 'b'</p>"


def test_addresses_are_left_alone() -> None:
    assert "https://a.com/x--y...z</a>" in html("https://a.com/x--y...z")


def test_cpp_in_prose_keeps_its_words() -> None:
    assert html("cout << x <y> z") == "<p>cout « x  z</p>"


@given(st.text(alphabet="\"' 中a.1（*", max_size=25))
def test_quotes_change_into_quotes_and_nothing_else_changes(text: str) -> None:
    def straight(shown: str) -> str:
        return shown.translate(str.maketrans("“”‘’", "\"\"''")).replace("&quot;", '"')

    assert straight(html(text)) == straight(html(text, typographer=False).replace("...", "…"))
