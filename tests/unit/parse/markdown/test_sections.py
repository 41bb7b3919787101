"""How a body falls into sections, and what each of them holds."""

from __future__ import annotations

from llmtimeline.values.facts import Origin
from llmtimeline.values.posts import Section
from tests.unit.parse.markdown.reading import codes, joined, read

RELEASE = "## Falcon 180B, 2023/09/06, TII"


def only(text: str) -> Section:
    (section,) = read(text).value.sections
    return section


def test_each_heading_of_level_two_begins_a_section() -> None:
    body = read("前言\n\n## 甲\n\n一\n\n### 小\n\n二\n\n乙\n---\n\n三\n").value
    assert [(s.heading.text if s.heading else None, s.text) for s in body.sections] == [
        (None, "前言"),
        ("甲", "一\n小\n二"),
        ("乙", "三"),
    ]
    assert [(heading.level, heading.text) for heading in body.headings] == [(2, "甲"), (3, "小"), (2, "乙")]


def test_headings_in_quotes_and_lists_begin_none() -> None:
    body = read("> ## 甲\n\n- ## 乙").value
    assert [section.heading for section in body.sections] == [None]
    assert [heading.text for heading in body.headings] == ["甲", "乙"]


def test_a_section_knows_its_first_line_that_is_not_blank() -> None:
    body = read("\n\n前言\n\n## 甲\n\n一\n\n\n## 乙\n\n```\n\n```\n\n", first_line=10).value
    assert [section.first_line for section in body.sections] == [12, 14, 19]


def test_an_empty_body_has_no_sections() -> None:
    assert read("").value.sections == read("\n \n").value.sections == read("<!-- x -->").value.sections == ()


def test_a_body_that_begins_with_a_heading_has_no_part_before_it() -> None:
    assert only("## 甲\n\n一").heading is not None


def test_the_heading_stands_in_no_pieces_but_keeps_its_own() -> None:
    section = only("## 甲 *乙* [丙](/c)\n\n一")
    assert joined(section.pieces) == "<p>一</p>\n"
    assert section.heading is not None
    assert joined(section.heading.pieces) == '甲 <em>乙</em> <a href="/c">丙</a>'
    assert section.heading.text == "甲 乙 丙"


def test_the_lead_is_the_first_paragraph_with_words_of_its_own() -> None:
    assert only("## 甲\n\n![图](/a.png)\n\nhttps://a.com/x\n\n- 列\n\n> 引\n\n第一\n段\n\n第二段").lead == "第一段"
    assert only("## 甲\n\n参考 https://a.com/x").lead == "参考 https://a.com/x"
    assert only("## 甲\n\n- 列").lead == ""


def test_the_language_of_a_section_is_said_on_its_heading() -> None:
    body = read("## 甲 {lang=en}\n\n## 乙 {#x lang=zh-CN}\n\n## 丙").value
    assert [section.language for section in body.sections] == ["en", "zh-CN", ""]
    assert [section.heading.text for section in body.sections if section.heading] == ["甲", "乙", "丙"]


def test_links_are_typed_and_each_address_stands_once() -> None:
    section = only(
        "## [甲](https://a.org)\n\nhttps://arxiv.org/abs/1 Technical Report\n\n[权重](https://huggingface.co/a/b)\n"
        "[论文](https://arxiv.org/abs/1) [内](/x) [信](mailto:a@b.com) [![录像](/p.png)](https://youtu.be/1)\n"
        "<https://github.com/a/b> [https://c.org/d](https://c.org/d)"
    )
    assert [(link.kind, link.url, link.label) for link in section.links] == [
        ("site", "https://a.org", "甲"),
        ("paper", "https://arxiv.org/abs/1", "论文"),
        ("weights", "https://huggingface.co/a/b", "权重"),
        ("video", "https://youtu.be/1", "录像"),
        ("repo", "https://github.com/a/b", ""),
        ("site", "https://c.org/d", ""),
    ]


def test_links_belong_to_the_section_that_they_stand_in_or_explain() -> None:
    body = read("[a](https://a.org)[^1]\n\n## 甲\n\n[b](https://b.org)\n\n\n\n[^1]: [c](https://c.org)").value
    assert [[link.label for link in section.links] for section in body.sections] == [["a", "c"], ["b"]]


def test_release_blocks_leave_the_page_and_become_facts() -> None:
    section = only(f"{RELEASE}\n\n```release\nparams: 180B\n```\n\n正文\n\n```release\nabout: Falcon 40B\n```")
    assert joined(section.pieces) == "<p>正文</p>\n"
    assert section.text == "正文"
    assert section.release is not None
    assert [(block.origin, block.span.line) for block in section.blocks] == [(Origin.BLOCK, 4), (Origin.BLOCK, 10)]


def test_a_release_block_may_stand_in_a_list() -> None:
    section = only(f"{RELEASE}\n\n- 甲\n\n  ```release\n  params: 180B\n  ```")
    assert len(section.blocks) == 1
    assert section.blocks[0].span.column == 3


def test_a_release_block_needs_a_release() -> None:
    assert codes("```release\nparams: 1B\n```") == ["LT314"]
    assert codes("## 说明\n\n```release\nparams: 1B\n```") == ["LT314"]
    assert codes(f"{RELEASE}\n\n甲[^1]\n\n[^1]: 注\n\n    ```release\n    params: 1B\n    ```") == ["LT314"]
    assert "params" not in joined(only("## 说明\n\n```release\nparams: 1B\n```").pieces)


def test_labelled_lines_right_under_the_heading_become_facts() -> None:
    for lines in ("> 参数：180B\n> 基座：Falcon 40B", "- 参数：180B\n- 基座：Falcon 40B", ">参数: 180B"):
        section = only(f"{RELEASE}\n\n{lines}\n\n正文")
        assert joined(section.pieces) == "<p>正文</p>\n"
        assert [block.origin for block in section.blocks] == [Origin.LINE]


def test_labelled_lines_may_follow_a_release_block() -> None:
    section = only(f"{RELEASE}\n\n```release\ntokens: 3.5T tokens\n```\n\n> 参数：180B")
    assert [block.origin for block in section.blocks] == [Origin.BLOCK, Origin.LINE]
    assert section.pieces == ()


def test_anything_else_stays_prose() -> None:
    for text in (
        f"{RELEASE}\n\n> 参数：180B\n> 这是最大的模型",
        f"{RELEASE}\n\n> 天气：晴",
        f"{RELEASE}\n\n正文\n\n> 参数：180B",
        f"{RELEASE}\n\n> > 参数：180B",
        f"{RELEASE}\n\n- [ ] 参数：180B",
        f"{RELEASE}\n\n1. 参数：180B",
        "## 说明\n\n> 参数：180B",
        "> 参数：180B",
    ):
        section = read(text).value.sections[-1]
        assert section.blocks == ()
        assert "<blockquote>" in joined(section.pieces) or "<li" in joined(section.pieces)


def test_every_id_in_the_html_is_an_anchor() -> None:
    body = read("## 甲\n\n### 乙 {#b}\n\n```py {#c}\nx\n```\n\n注[^x] 又[^x]\n\n[^x]: 文").value
    assert body.anchors == {"甲", "b", "c", "fn:1", "fnref:1", "fnref1:1"}
    whole = joined(piece for section in body.sections for piece in section.pieces) + joined(body.endnotes)
    assert all(f'id="{anchor}"' in whole for anchor in body.anchors - {"甲"})


def test_footnotes_stand_apart() -> None:
    body = read("甲[^1]\n\n[^1]: 注 [内](/x)\n").value
    assert "注" not in joined(body.sections[0].pieces)
    assert joined(body.endnotes).startswith('<div class="footnotes" role="doc-endnotes">')
    assert [piece.target for piece in body.endnotes if not isinstance(piece, str)] == ["/x"]


def test_a_block_under_a_misread_release_is_not_blamed_twice() -> None:
    text = "## A, 2023/13/01, B\n\n```release\nparams: 1B\n```"
    section = read(text).value.sections[0]
    assert codes(text) == ["LT302"]
    assert (section.release, section.blocks, section.pieces) == (None, (), ())


def test_segments_of_a_release_are_placed_where_they_stand_despite_double_spaces() -> None:
    release = read("## Stable Diffusion,  2022/08/22,  Stability AI").value.sections[0].release
    assert release is not None
    assert [placed.span.column for placed in (release.name, *release.after)] == [4, 36]


def test_ids_of_allowed_raw_html_are_anchors() -> None:
    text = '<a id="甲">x</a>\n\n<div id=乙></div>'
    assert read(text, unsafe=True).value.anchors == {"甲", "乙"}
    assert read(text).value.anchors == set()
