"""A summary in the front matter beats the body's own."""

from __future__ import annotations

from llmtimeline.parse.posts import parse_post
from llmtimeline.values.config import Config, Language
from llmtimeline.values.posts import Ref
from llmtimeline.values.sources import ContentFile, Source
from tests.unit.parse.markdown.reading import joined

CONFIG = Config("llmtimeline.yaml", languages=(Language("zh", "zh-CN", "中文"),), default_language="zh")


def test_it_is_inline_markdown_and_nothing_counts_as_cut_off() -> None:
    text = "---\ntitle: 题\nsummary: 前言 **md。**见 [乙](/b)\n---\n甲\n\n<!--more-->\n\n丙\n"
    checked = parse_post(ContentFile(Source("content/post/x.md", text), "post/x.md"), CONFIG)
    body = checked.value.body
    assert checked.diagnostics == ()
    assert joined(body.summary) == '前言 <strong>md。</strong>见 <a href="/b">乙</a>'
    assert (body.summary_text, body.truncated) == ("前言 md。见 乙", False)
    assert [(ref.span.line, ref.span.column) for ref in body.summary if isinstance(ref, Ref)] == [(3, 26)]
