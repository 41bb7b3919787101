"""Summary, word count and reading time, held to what Hugo gave."""

from __future__ import annotations

import re

import pytest

from llmtimeline.parse.markdown.counting import count_words, reading_minutes
from tests.unit.parse.markdown.reading import joined, read, shared

ZH_LONG = "\n\n".join(f"这是第{i}段，介绍大模型的最新进展和产品创新。" for i in range(30))
EN_PARAGRAPHS = "\n\n".join(" ".join(f"w{i}_{j}" for j in range(20)) + "." for i in range(10))
ONE_LONG = "人工智能模型更新周报第一段内容。" * 20


def summary(text: str, **settings: object) -> tuple[str, bool]:
    body = read(text, **settings).value  # type: ignore[arg-type]
    return body.summary_text, body.truncated


def test_the_cut_comes_after_the_paragraph_that_reaches_the_length() -> None:
    text, truncated = summary(ZH_LONG)
    assert (text.count("这是第"), truncated) == (4, True)
    text, truncated = summary(ZH_LONG, summary_length=20)
    assert (text.count("这是第"), truncated) == (1, True)
    assert (
        joined(read(ZH_LONG, summary_length=20).value.summary) == "<p>这是第0段，介绍大模型的最新进展和产品创新。</p>\n"
    )


def test_latin_text_counts_words() -> None:
    text, truncated = summary(EN_PARAGRAPHS, cjk=False)
    assert (text.count("."), truncated) == (4, True)
    assert summary(EN_PARAGRAPHS, cjk=False, summary_length=20)[0].count(".") == 1


def test_chinese_counted_as_latin_is_never_long() -> None:
    assert summary(ZH_LONG, cjk=False) == (ZH_LONG.replace("\n\n", " "), False)


def test_a_paragraph_is_not_cut_in_the_middle() -> None:
    assert summary(ONE_LONG) == (ONE_LONG, False)


def test_a_short_body_is_its_own_summary() -> None:
    assert summary("第一段。\n\n第二段。") == ("第一段。 第二段。", False)


def test_a_mark_ends_the_summary() -> None:
    assert summary("开头摘要 **加粗** [链接](https://a.b)。\n\n<!--more-->\n\n其余内容。") == (
        "开头摘要 加粗 链接。",
        True,
    )
    assert summary("全部内容\n\n<!--more-->\n") == ("全部内容", False)
    assert summary("短。\n\n<!--more-->\n\n" + ZH_LONG)[0] == "短。"
    assert summary(ZH_LONG + "\n\n<!--more-->\n\n尾")[0].count("这是第") == 30


def test_a_mark_inside_a_paragraph_closes_it() -> None:
    body = read("开头<!--more-->剩余在同一段。").value
    assert joined(body.summary) == "<p>开头</p>\n"
    assert joined(body.sections[0].pieces) == "<p>开头</p>\n<p>剩余在同一段。</p>\n"
    assert (body.truncated, body.words) == (True, 9)
    assert joined(read("<!--more-->剩余**段**").value.sections[0].pieces) == "<p>剩余<strong>段</strong></p>\n"


def test_only_the_exact_mark_counts_and_none_is_ever_shown() -> None:
    assert summary("开头\n\n<!-- more -->\n\n其余内容。") == ("开头 其余内容。", False)
    for text in (
        "甲<!--more-->乙<!--more-->丙",
        "- 甲\n\n  <!--more-->\n\n  乙",
        "## 甲<!--more-->乙",
        "|甲<!--more-->|\n|-|\n",
    ):
        assert "more" not in repr(read(text).value.sections[-1].pieces) + repr(read(text).value.headings)


def test_a_mark_inside_a_list_leaves_no_element_open() -> None:
    body = read("- 甲\n\n  > 引\n\n  <!--more-->\n\n  乙\n").value
    shown = joined(body.summary)
    assert re.sub(r"\s", "", shown) == "<ul><li><p>甲</p><blockquote><p>引</p></blockquote></li></ul>"


def test_a_cut_inside_a_quote_leaves_no_element_open() -> None:
    shown = joined(read(f"> {ONE_LONG}\n>\n> 尾\n").value.summary)
    assert shown.count("<blockquote>") == shown.count("</blockquote>") == 1
    assert "尾" not in shown


def test_headings_count_but_are_not_shown() -> None:
    assert summary("## 标题一\n\n内容在这里。") == ("内容在这里。", False)
    assert summary("### 标题一\n\n内容在这里。") == ("内容在这里。", False)
    long = "## 题 " + "题" * 66 + "\n\n第一段。\n\n第二段。"
    assert summary(long) == ("第一段。", True)
    assert summary(long, summary_length=200) == ("第一段。 第二段。", False)
    assert summary(long.replace("题 ", "题")) == ("第一段。 第二段。", False)  # one field with the id, as Hugo has it


def test_footnote_marks_and_ids_are_not_shown() -> None:
    shown = joined(read("甲[^1]乙\n\n```py {#x}\n1\n```\n\n[^1]: 注").value.summary)
    assert shown.startswith("<p>甲乙</p>")
    assert "id=" not in shown
    assert "注" not in shown


def test_links_in_a_summary_keep_their_holes() -> None:
    summary_pieces = read("见 [乙](/b)。").value.summary
    assert [piece.target for piece in summary_pieces if not isinstance(piece, str)] == ["/b"]


def test_the_text_of_a_summary_is_plain_and_on_one_line() -> None:
    assert summary("a &amp; b\nc `<d>`\n\n- e\n- f\n")[0] == "a & b c <d> e f"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("GPT-4 是 OpenAI 发布的 model，支持 128k context。Hello world", 29),
        ("2024年1月1日 v1.5 100%", 11),
        ("これは日本語の文章です。カタカナもあります。", 22),
        ("한국어 문장 입니다 여기에", 11),
        ("hello world only", 3),
        ("- 一\n- 二\n\n段落", 4),
        ("## 标题一\n\n内容在这里。", 9),
        ("![图](/a.png)\n\n段落", 2),
        ('正文\n\n```python\nprint("hello world")\n```\n\n结束', 6),
        ("| 甲 | 乙 |\n|---|---|\n| 丙 | a |", 4),
        ("", 0),
        ("<!-- 藏 -->", 0),
    ],
)
def test_words_are_counted_as_hugo_counts_them(text: str, words: int) -> None:
    assert read(text).value.words == words


def test_release_blocks_are_no_words() -> None:
    assert read("## A, 2023/09/06, B\n\n```release\nparams: 1B\n```\n\n二字").value.words == 5


def test_reading_time_is_rounded_up() -> None:
    assert [reading_minutes(words, cjk=True) for words in (0, 1, 500, 501)] == [0, 1, 1, 2]
    assert [reading_minutes(words, cjk=False) for words in (0, 1, 212, 360)] == [0, 1, 1, 2]
    assert count_words("a 中 b", cjk=False) == 3


@pytest.mark.parametrize(
    ("post", "words", "minutes"), [("llm-update-2023-0929", 2143, 5), ("import-progress-to-202309", 4264, 9)]
)
def test_the_real_posts_have_the_length_that_hugo_printed(post: str, words: int, minutes: int) -> None:
    text = shared(f"input/llmupdate/content/post/{post}.md").read_text("utf-8").split("---\n", 2)[2]
    body = read(text).value
    assert (body.words, body.minutes, body.truncated) == (words, minutes, True)


@pytest.mark.parametrize("text", ["|甲<!--more-->|\n|-|\n|乙|", "- 甲<!--more-->\n- 乙", "甲<!--more-->\n: 乙"])
def test_a_mark_where_no_summary_can_end_has_no_effect(text: str) -> None:
    assert summary(text) == ("甲 乙", False)
