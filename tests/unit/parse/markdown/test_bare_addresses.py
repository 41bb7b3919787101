"""Addresses without markup."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmtimeline.parse.markdown.bare_addresses import trimmed
from tests.unit.parse.markdown.reading import codes, html, place, read, shared


def targets(source: str) -> list[str]:
    return [link.url for section in read(source).value.sections for link in section.links]


@pytest.mark.parametrize("mark", "。，；：》「」？！…—·、）】”’")
def test_every_chinese_mark_ends_an_address(mark: str) -> None:
    assert targets(f"见 https://a.com/x{mark}后") == ["https://a.com/x"]
    assert codes(f"见 https://a.com/x{mark}后") == []


@pytest.mark.parametrize("before", ["参考", "（", "「", "：", "*", "(", "“", "、", "|", ""])
def test_an_address_may_follow_these(before: str) -> None:
    assert targets(f"{before}https://a.com/b 后") == ["https://a.com/b"]


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("https://a.com/x.", "https://a.com/x"),
        ("https://a.com/x...", "https://a.com/x"),
        ("(https://a.com/x)", "https://a.com/x"),
        ("https://a.com/(x)", "https://a.com/(x)"),
        ("https://a.com/(x))", "https://a.com/(x)"),
        ("https://a.com/a[1]", "https://a.com/a[1]"),
        ("https://a.com/?a=1&b=2;", "https://a.com/?a=1&b=2"),
        ("https://a.com/?a=1&copy;", "https://a.com/?a=1"),
        ("https://a.com:8080/x", "https://a.com:8080/x"),
        ("https://xn--fiqs8s.xn--fiqs8s/x", "https://xn--fiqs8s.xn--fiqs8s/x"),
        ("https://a.com/~user/", "https://a.com/~user/"),
        ("**https://a.com/x**", "https://a.com/x"),
        ("https://a.com/x_y_z", "https://a.com/x_y_z"),
        ("https://a.com?x", "https://a.com?x"),
        ("https://a.com.", "https://a.com"),
    ],
)
def test_the_address_is_what_a_reader_would_take_it_for(source: str, wanted: str) -> None:
    assert [link.url.replace("%5B", "[").replace("%5D", "]") for link in read(source).value.sections[0].links] == [
        wanted
    ]


@pytest.mark.parametrize(
    "source",
    [
        "example.com",
        "v1.0.py",
        "GPT-4.ai",
        "http://localhost:8000/",
        "https://127.0.0.1/x",
        "https://a.b.1/x",
        "Https://a.com",
        "https://A.COM/x",
        "xhttps://a.com",
        "https://中文.com",
        "https://",
        "http://a",
        "ftp://a.com/x",
        "`https://a.com`",
        "git@github.com:a/b",
        "a@b",
        "wwww.a.com",
        "www.a",
    ],
)
def test_these_are_no_addresses(source: str) -> None:
    assert "<a " not in html(source)


def test_www_gets_https_and_mail_gets_mailto() -> None:
    assert html("www.a.com/x，") == '<p><a href="https://www.a.com/x" class="bare">www.a.com/x</a>，</p>'
    assert html("写信到a.b+c@d.org。") == '<p>写信到<a href="mailto:a.b+c@d.org">a.b+c@d.org</a>。</p>'


def test_text_inside_a_link_makes_no_second_link() -> None:
    assert html("[https://a.com www.b.com c@d.org](/x)") == '<p><a href="/x">https://a.com www.b.com c@d.org</a></p>'


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("见 https://a.com/路径", (1, 3, 14)),
        ("\nhttps://a.com/b?q=中", (2, 1, 18)),
        ("https://a.com/x请看", (1, 1, 15)),
    ],
)
def test_an_address_cut_at_chinese_letters_is_told(source: str, wanted: tuple[int, int, int]) -> None:
    (found,) = read(source).diagnostics
    assert (found.code, place(found)) == ("LT206", wanted)


@pytest.mark.parametrize(
    "source", ["https://a.com请看", "https://a.com/x，请", "<https://a.com/路>", "[a](https://a.com/路)"]
)
def test_a_cut_that_is_meant_is_not_told(source: str) -> None:
    assert codes(source) == []


@given(st.text(alphabet="a.)(]['&;?!:*_~ 中", max_size=30))
def test_trimming_only_takes_from_the_end_and_is_settled(text: str) -> None:
    once = trimmed(text)
    assert text.startswith(once)
    assert trimmed(once) == once


def test_hugo_links_the_same_where_it_links() -> None:
    """Hugo's own results, but for emphasis, which it does not see between Chinese characters."""
    lines = shared("hugo/vectors/markdown_cases.tsv").read_text("utf-8").splitlines()[1:]
    different = []
    for line in lines:
        source, wanted = line.split("\t")
        wanted = wanted.replace("<!-- raw HTML omitted -->", "").replace("&ldquo;", "“").replace("&rdquo;", "”")
        found = html(source).replace("\n", "⏎").replace(' class="bare"', "")
        if found != wanted:
            different.append(source)
    assert different == ["这是**加粗。**后面", "中文**`code`**中文"]
