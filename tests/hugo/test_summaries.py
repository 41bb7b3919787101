"""Summaries, words and minutes of reading: every case that was measured, under the three settings of the site."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import Any

import pytest

from llmtimeline.parse.config.site import parse_config
from llmtimeline.parse.posts import parse_post
from llmtimeline.values.posts import Body
from llmtimeline.values.sources import ContentFile, Source
from tests.hugo.sites import vector

ONE_LONG = "人工智能模型更新周报第一段内容。" * 20
BODIES = {
    "code": '正文\n\n```python\nprint("hello world")\n```\n\n结束',
    "digits": "2024年1月1日 v1.5 100%",
    "empty": "",
    "en_long": " ".join(" ".join(f"w{i}_{j}" for j in range(12)) + "." for i in range(30)),
    "en_paras": "\n\n".join(" ".join(f"w{i}_{j}" for j in range(20)) + "." for i in range(10)),
    "fmsum": ONE_LONG,
    "heading_first": "## 标题一\n\n内容在这里。",
    "html": '<div class="x"></div>\n\n正文',
    "img": "![图](/a.png)\n\n段落",
    "iscjk_false": ONE_LONG,
    "iscjk_true": "hello world only",
    "jp": "これは日本語の文章です。カタカナもあります。",
    "ko": "한국어 문장 입니다 여기에",
    "list": "- 一\n- 二\n\n段落",
    "mixed": "GPT-4 是 OpenAI 发布的 model，支持 128k context。Hello world",
    "more_end": "全部内容\n\n<!--more-->\n",
    "more_inline": "开头<!--more-->剩余在同一段。",
    "more_sp": "开头\n\n<!-- more -->\n\n其余内容。",
    "more_zh": "开头摘要 **加粗** [链接](https://a.b)。\n\n<!--more-->\n\n其余内容。",
    "punct": "，。！？",
    "short": "{{< highlight go >}}\nx := 1\n{{< /highlight >}}\n\n正文",
    "zh_long": "\n\n".join(f"这是第{i}段，介绍大模型的最新进展和产品创新。" for i in range(30)),
    "zh_onelongpara": ONE_LONG,
    "zh_oneparas": "第一段。\n\n第二段。\n\n第二段。\n\n第二段。",
}
MATTER = {
    "fmsum": "summary: 前言 **md** <b>h</b>",
    "iscjk_false": "isCJKLanguage: false",
    "iscjk_true": "isCJKLanguage: true",
}
SETTINGS = ("hasCJKLanguage: false", "hasCJKLanguage: true", "hasCJKLanguage: true summaryLength: 20")
# Better than Hugo, which runs a heading into the words of a card.
SHOWN = {"heading_first": "内容在这里。"}

# words, minutes, whether there is more; without and with hasCJKLanguage
ESSENTIAL: dict[str, tuple[tuple[int, int, bool], tuple[int, int, bool]]] = {
    "code": ((4, 1, False), (6, 1, False)),
    "digits": ((3, 1, False), (11, 1, False)),
    "empty": ((0, 0, False), (0, 0, False)),
    "en_long": ((360, 2, False), (360, 2, False)),
    "en_paras": ((200, 1, True), (200, 1, True)),
    "fmsum": ((1, 1, False), (320, 1, False)),
    "iscjk_false": ((1, 1, False), (1, 1, False)),
    "iscjk_true": ((3, 1, False), (3, 1, False)),
    "ko": ((4, 1, False), (11, 1, False)),
    "mixed": ((8, 1, False), (29, 1, False)),
    "more_inline": ((2, 1, True), (9, 1, True)),
    "more_sp": ((2, 1, False), (7, 1, False)),
    "punct": ((1, 1, False), (1, 1, False)),
    "short": ((4, 1, False), (5, 1, False)),
    "zh_long": ((30, 1, False), (680, 2, True)),
    "zh_onelongpara": ((1, 1, False), (320, 1, False)),
}


def body(name: str, settings: str) -> Body:
    lines = settings.replace(" summaryLength", "\nsummaryLength")
    site = parse_config(Source("hugo.yaml", f"baseURL: https://ex.org/\nlanguageCode: en\n{lines}\n")).value
    text = f"---\n{MATTER.get(name, 'draft: false')}\n---\n{BODIES[name]}\n"
    return parse_post(ContentFile(Source(f"content/post/{name}.md", text), f"post/{name}.md"), site).value.body


@pytest.mark.parametrize("cjk", [False, True])
@pytest.mark.parametrize("name", ESSENTIAL)
def test_words_minutes_and_the_cut(name: str, cjk: bool) -> None:
    found = body(name, SETTINGS[cjk])
    assert (found.words, found.minutes, found.truncated) == ESSENTIAL[name][cjk]


# Markdown of a Chinese post, and the words that Hugo counts: in the HTML as it is written, entities and all.
COUNTED = {
    "它 it's": 2,
    '它 "q"': 2,
    '"中"': 15,
    '"**中**"': 15,
    '"思考"到"行动"': 31,
    '{{< param x >}}"中"': 15,
    "中--文...": 17,
    "中——文……“好”": 9,
    "中...\n文": 10,
    '`"中"` 与 R&D': 15,
    "&lt;中&gt; &nbsp; 后": 10,
    '\\"中\\"': 13,
    '# 它 "中"': 16,
    '- "中"\n- 后': 16,
    '| "中" | b |\n|---|---|\n| c | d |': 18,
    '```\nx = "中文 abc"\nprint(1)  # <b>\n```': 13,
    "```python\ns = '中' and \"x\"\n```": 15,
    "中[^1]\n\n[^1]: note 注": 26,
    "中[^1]后[^1]\n\n[^1]: 注": 49,
}


@pytest.mark.parametrize("text", COUNTED)
def test_words_of_a_chinese_post_are_counted_as_hugo_writes_them(text: str) -> None:
    site = parse_config(Source("hugo.yaml", "baseURL: https://ex.org/\nlanguageCode: en\nhasCJKLanguage: true\n")).value
    source = Source("content/post/a.md", f"---\ntitle: 中\nx: pa 参\n---\n{text}\n")
    assert parse_post(ContentFile(source, "post/a.md"), site).value.body.words == COUNTED[text]


# Paragraphs, and the greatest `summaryLength` with which Hugo cuts after them.
CUTS = {
    "中文字": 2,
    "中 abc": 2,
    "a**粗**b中": 3,
    '"中"': 14,
    "中 it's": 2,
    "&amp;中 x": 6,
    "的是[链](https://a.com)": 2,
    "中 [字](https://a.com) 中": 1,
    "中 ![a b](/a.png) 中": 2,
    '中 [字](/a "t u") 中': 5,
    "> 三个字": 2,
}


@pytest.mark.parametrize("paragraph", CUTS)
def test_a_summary_ends_where_hugo_ends_it(paragraph: str) -> None:
    def is_cut(length: int) -> bool:
        lines = f"baseURL: https://ex.org/\nlanguageCode: en\nhasCJKLanguage: true\nsummaryLength: {length}\n"
        source = Source("content/post/a.md", f"---\ntitle: 中\n---\n{paragraph}\n\n尾\n")
        site = parse_config(Source("hugo.yaml", lines)).value
        return parse_post(ContentFile(source, "post/a.md"), site).value.body.truncated

    assert (is_cut(CUTS[paragraph]), is_cut(CUTS[paragraph] + 1)) == (True, False)


def rows(settings: str) -> dict[str, dict[str, Any]]:
    """What Hugo gave under one setting, by name."""
    blocks = dict(block.split("\n", 1) for block in vector("summary_wordcount.txt").split("##### ")[1:])
    found = re.finditer(r"^(\w+) (\{.*\}) plain=", blocks[settings], re.MULTILINE)
    return {row[1]: json.loads(row[2]) for row in found}


@pytest.mark.parametrize("settings", SETTINGS)
def test_every_case_that_was_measured(settings: str) -> None:
    measured = rows(settings)
    assert measured.keys() == BODIES.keys()
    for name, hugo in measured.items():
        found = body(name, settings)
        assert (found.words, found.minutes, found.truncated) == (hugo["wc"], hugo["rt"], hugo["trunc"]), name
        if hugo["wc"]:
            assert found.cjk is hugo["cjk"] or name == "punct", name
        wanted = SHOWN.get(name) or line_of(hugo["summary"])
        start, _, end = wanted.partition("…")
        assert found.summary_text.startswith(start), name
        assert found.summary_text.endswith(end), name
        assert "…" in wanted or found.summary_text == wanted, name


def line_of(html: str) -> str:
    """The text of Hugo's summary on one line; a long one has `…` where the measurement left out its middle."""
    start, cut, end = html.partition("…")
    whole = re.sub("<[^>]*$", "", start) + cut + re.sub("^[^<]*>", "", end)
    return " ".join(unescape(re.sub("<[^>]*>", "", whole)).split())
