"""One line of Markdown outside a body."""

from __future__ import annotations

import pytest

from llmtimeline.parse.bodies import render_inline, replace_summary
from llmtimeline.parse.markdown.words import ALERTS, alert_title, back_to_text
from llmtimeline.values.config import Config
from llmtimeline.values.places import Span
from llmtimeline.values.posts import Ref
from tests.unit.parse.markdown.reading import joined, read

CONFIG = Config("llmtimeline.yaml")


def test_a_line_is_rendered_without_a_paragraph() -> None:
    checked = render_inline('前言 **md。**后 "x"', path="post.md", line=3, config=CONFIG)
    assert checked.value == ("前言 <strong>md。</strong>后 “x”",)
    assert checked.diagnostics == ()


def test_blocks_are_text_and_several_lines_are_one() -> None:
    checked = render_inline("# 一\n\n- 二", path="post.md", line=3, config=CONFIG)
    assert joined(checked.value) == "# 一  - 二"


def test_links_have_holes_with_their_place() -> None:
    checked = render_inline("见 [乙](/b)", path="post.md", line=3, column=11, config=CONFIG)
    (ref,) = [piece for piece in checked.value if isinstance(piece, Ref)]
    assert (ref.target, ref.span.line, ref.span.column, ref.span.width) == ("/b", 3, 17, 2)


def test_what_is_wrong_is_told_at_its_place() -> None:
    checked = render_inline("<b>x</b> [乙](javascript:b)", path="post.md", line=3, column=11, config=CONFIG)
    assert joined(checked.value) == "x 乙"
    assert [(d.code, d.span and (d.span.line, d.span.column)) for d in checked.diagnostics] == [
        ("LT205", (3, 11)),
        ("LT204", (3, 24)),
    ]


def test_nothing_gives_nothing() -> None:
    assert render_inline("", path="post.md", line=1, config=CONFIG).value == ()


@pytest.mark.parametrize("language", ["zh", "zh-CN", "en", "fr"])
def test_every_alert_has_a_title_in_every_language(language: str) -> None:
    assert len({alert_title(kind, language) for kind in ALERTS}) == len(ALERTS)
    assert alert_title("note", language) == ("注意" if language.startswith("zh") else "Note")
    assert back_to_text(language)


def test_a_summary_from_the_front_matter_replaces_the_cut() -> None:
    body = read("甲\n\n<!--more-->\n\n乙").value
    checked = replace_summary(body, "前言 *丙* [丁](/d)", span=Span("post.md", 4, 10, 5), config=CONFIG, language="zh")
    assert joined(checked.value.summary) == '前言 <em>丙</em> <a href="/d">丁</a>'
    assert (checked.value.summary_text, checked.value.truncated) == ("前言 丙 丁", False)
    assert checked.value.sections == body.sections
    assert [(r.span.line, r.span.column) for r in checked.value.summary if isinstance(r, Ref)] == [(4, 21)]
