"""Tables of contents, and which pages count as Chinese, as Hugo has them."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence

import pytest

from llmtimeline.parse.config.site import parse_config
from llmtimeline.parse.posts import parse_post
from llmtimeline.plan.tables import table_of_contents
from llmtimeline.values.sources import ContentFile, Source
from llmtimeline.values.views.posts import HeadingView
from tests.hugo.sites import vector
from tests.unit.parse.markdown.reading import joined, read

# Markdown, and Hugo's table of contents for it.
SAME = {
    "h1": ("# a\n## b\n### c\n#### d", '<ul><li><a href="#b">b</a><ul><li><a href="#c">c</a></li></ul></li></ul>'),
    "only1": ("# a", ""),
    "none": ("text", ""),
    "fmt": ("## **b** `c` [l](http://x)", '<ul><li><a href="#b-c-l"><strong>b</strong> <code>c</code> l</a></li></ul>'),
    "custom": ("## T {#idx}", '<ul><li><a href="#idx">T</a></li></ul>'),
    "html": ("## a <b>x</b> &amp; <br>", '<ul><li><a href="#a-x-">a x &amp;</a></li></ul>'),
    "nestedstrong": (
        "## **A *b* c** d\n## x **`code` tail** y",
        (
            '<ul><li><a href="#a--d"><strong>A <em>b</em> c</strong> d</a></li>'
            '<li><a href="#x-code-y">x <strong><code>code</code> tail</strong> y</a></li></ul>'
        ),
    ),
    "inlist": ("- ## in list", '<ul><li><a href="#in-list">in list</a></li></ul>'),
    "inquote": ("> ## in quote", '<ul><li><a href="#in-quote">in quote</a></li></ul>'),
}
# Markdown, Hugo's table, and ours: no empty entries, and words in place of a picture.
BETTER = {
    "jump": (
        "## a\n#### b\n## c",
        '<ul><li><a href="#a">a</a><ul><li></li></ul></li><li><a href="#c">c</a></li></ul>',
        '<ul><li><a href="#a">a</a></li><li><a href="#c">c</a></li></ul>',
    ),
    "start3": (
        "### x\n## y\n### z",
        (
            '<ul><li><ul><li><a href="#x">x</a></li></ul></li>'
            '<li><a href="#y">y</a><ul><li><a href="#z">z</a></li></ul></li></ul>'
        ),
        '<ul><li><a href="#x">x</a></li><li><a href="#y">y</a><ul><li><a href="#z">z</a></li></ul></li></ul>',
    ),
    "h4only": ("#### q", "<ul><li><ul><li></li></ul></li></ul>", ""),
    "setext": (
        "![i](/a.png)\n---",
        '<ul><li><a href="#i"><img src="/a.png" alt="i"></a></li></ul>',
        '<ul><li><a href="#i">i</a></li></ul>',
    ),
}


def contents(text: str) -> str:
    headings = [
        (heading.level, heading.id, joined(heading.pieces))
        for heading in read(text).value.headings
        if 2 <= heading.level <= 3
    ]
    return shown(table_of_contents(headings))


def shown(entries: Sequence[HeadingView]) -> str:
    items = (f'<li><a href="#{each.id}">{each.html}</a>{shown(each.children)}</li>' for each in entries)
    return f"<ul>{''.join(items)}</ul>" if entries else ""


@pytest.mark.parametrize("name", SAME)
def test_the_table_is_that_of_hugo(name: str) -> None:
    text, hugo = SAME[name]
    assert contents(text) == hugo


@pytest.mark.parametrize("name", BETTER)
def test_the_table_has_no_empty_entries_and_no_pictures(name: str) -> None:
    text, hugo, ours = BETTER[name]
    assert contents(text) == ours != hugo


def test_every_table_that_was_measured_is_held_here() -> None:
    block = vector("misc.txt").split("### TOC cases\n")[1].split("\n### ")[0]
    measured = dict(re.findall(r'^(\w+) => <nav id="TableOfContents">(.*)</nav>@@', block, re.MULTILINE))
    held = {name: case[1] for name, case in (SAME | BETTER).items()}
    assert held == measured


# What makes a page count its words as Chinese under `hasCJKLanguage: true`: the whole file, not only what is read.
# The measurement kept no sources: these give what it gave.
CJK = {
    "a": ("title: t", "中文", "true 2"),
    "b": ("title: 中文", "hello world", "true 2"),
    "c": ("title: t", "hello world <!-- 中文 -->", "true 2"),
    "d": ("title: t", "hello， world！", "false 2"),
    "e": ("title: 中文", "", "true 0"),
}


@pytest.mark.parametrize("name", CJK)
def test_a_page_is_chinese_by_all_that_stands_in_its_file(name: str) -> None:
    site = parse_config(Source("hugo.yaml", "baseURL: https://ex.org/\nlanguageCode: en\nhasCJKLanguage: true\n")).value
    front, body, wanted = CJK[name]
    text = f"---\n{front}\n---\n{body}\n"
    found = parse_post(ContentFile(Source("content/post/a.md", text), "post/a.md"), site).value.body
    assert f"{str(found.cjk).lower()} {found.words}" == wanted


def test_every_page_that_was_measured_is_held_here() -> None:
    line = vector("misc.txt").split("### CJK detection scope\n")[1].split("\n")[0]
    assert {name: case[2] for name, case in CJK.items()} == ast.literal_eval(line)
