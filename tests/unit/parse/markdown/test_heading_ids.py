"""Ids of headings, which published addresses end in."""

from __future__ import annotations

from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmtimeline.parse.markdown.heading_ids import HeadingIds, id_base
from tests.unit.parse.markdown.reading import read, shared


def ids(source: str) -> list[str]:
    return [heading.id for heading in read(source).value.headings]


def test_every_id_that_hugo_gave_is_given() -> None:
    lines = shared("hugo/vectors/heading_ids.tsv").read_text("utf-8").splitlines()[1:]
    for _, rows in groupby((line.split("\t") for line in lines), key=lambda row: row[0]):
        group = list(rows)
        assert ids("\n\n".join(row[1] for row in group)) == [row[2] for row in group]


@pytest.mark.parametrize(
    ("heading", "wanted"),
    [
        ("**A *b* c** d", "a--d"),
        ("**`code` tail**", "code"),
        ("[*链接* 尾](/a) 头", "链接-头"),
        ("https://a.com 后", "后"),
        ("前 <https://a.com>", "前"),
        ("![图 一](/a.png)", "图-一"),
        ("a <b>c</b> d", "a-c-d"),
        ("A &amp; B &copy;", "a--b-"),
        ("it's 5--6", "its-56"),
        ("\\*星\\*", "星"),
        ("①½Ⅷ四", "四"),
        ("ÀÉ ß Ω", "àé-ß-ω"),
        ("İstanbul", "istanbul"),
        ("tab\there", "tabhere"),
        ("a_b", "a_b"),
        ("——", "heading"),
        ("😀", "heading"),
        ("~~旧~~ 新", "旧-新"),
    ],
)
def test_the_id_is_made_of_what_hugo_reads(heading: str, wanted: str) -> None:
    assert ids(f"## {heading}") == [wanted]


def test_of_several_lines_only_the_last_one_counts() -> None:
    assert ids("第一行\n第二行\n===") == ["第二行"]


def test_an_empty_heading_has_no_id() -> None:
    assert ids("## \n\n## 甲") == ["", "甲"]


def test_an_id_of_the_author_is_kept_but_counts_as_taken() -> None:
    assert ids("## 甲 {#B}\n\n## B\n\n## x {#b}\n\n## b") == ["B", "b", "b", "b-1"]


def test_ids_are_given_in_the_order_of_the_document_also_in_quotes() -> None:
    assert ids("> ## 甲\n\n## 甲\n\n- ### 甲") == ["甲", "甲-1", "甲-2"]


@given(st.lists(st.sampled_from(["a", "a-1", "a-1-1", "b", "A", "a 1"]), max_size=40))
def test_no_id_is_given_twice(texts: list[str]) -> None:
    given_ids = HeadingIds()
    found = [given_ids.assign(text) for text in texts]
    assert len(set(found)) == len(found)


@given(st.text(max_size=20))
def test_the_base_holds_only_letters_digits_and_hyphens(text: str) -> None:
    assert all(char in "-_" or char.isalnum() for char in id_base(text))
    assert "\t" not in id_base(text)


def test_twenty_thousand_equal_headings_take_one_look_each() -> None:
    given_ids = HeadingIds()
    looks = 0

    class Counted(set[str]):
        def __contains__(self, item: object) -> bool:
            nonlocal looks
            looks += 1
            return super().__contains__(item)

    given_ids._taken = Counted()
    last = [given_ids.assign("同") for _ in range(20_000)][-1]
    assert last == "同-19999"
    assert looks < 50_000


@pytest.mark.parametrize(
    ("style", "heading", "wanted"),
    [
        ("github-ascii", "Café 中文 GPT-4", "cafe--gpt-4"),
        ("github-ascii", "中文 标题", "-"),
        ("github-ascii", "中文标题", "heading"),
        ("blackfriday", "Stable Diffusion, 2022/08/22,  Stability AI!", "stable-diffusion-2022-08-22-stability-ai"),
        ("blackfriday", "——", "heading"),
        ("github", "Café 中文", "café-中文"),
        ("unheard-of", "Café 中文", "café-中文"),
    ],
)
def test_the_other_styles_of_hugo_are_known(style: str, heading: str, wanted: str) -> None:
    assert [found.id for found in read(f"## {heading}", heading_ids=style).value.headings] == [wanted]
