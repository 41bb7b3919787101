"""HTML as Markdown: read again, it has the same headings, links and words."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markupsafe import Markup

from llmtimeline.render.htmltree import parse_html
from llmtimeline.render.markdown import as_markdown, one_line, target, tidy

ROOT = Path(__file__).parents[3]
PAGE = "https://example.org/en/post/a/"
READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
HOSTILE = (
    "# not a heading",
    "- not a list",
    "1. not one either",
    "2023) nor this",
    "> no quotation",
    "a | b | c",
    "[x](javascript:alert(1))",
    "<script>alert(1)</script>",
    "`code` **bold** _em_ ~~gone~~",
    "![x](/i.png)",
    "C #",
    "--- \n===\n# next",
    "&lt;b&gt; &amp;amp; &copy;",
    "trailing \\",
    "snake_case and _this_",
    "```\nfence",
    "+ plus",
    "= is",
    "通义千问·“引号”——破折号 🙂",
    "x\u2028# y\x0bz",
)


def read(markdown: str) -> Any:
    return parse_html(READER.render(markdown))


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("", ""),
        ("<p>a</p>\n<p>b</p>", "a\n\nb"),
        ("<p>a <strong>b</strong> <em>c</em> <del>d</del></p>", "a **b** *c* ~~d~~"),
        ("<p>a<strong> b </strong>c</p>", "a **b** c"),
        ("<h3 id='x'>A <code>b</code></h3>", "### A `b`"),
        ("<h2>C #</h2>", "## C \\#"),
        ('<p><a href="/en/post/b/#c">b</a></p>', "[b](https://example.org/en/post/b/#c)"),
        ('<p><a href="#c">c</a></p>', f"[c]({PAGE}#c)"),
        ('<p><a href="https://x.org/a_(b)">c</a></p>', "[c](https://x.org/a_%28b%29)"),
        ('<p><a href="javascript:alert(1)">c</a></p>', "[c](#)"),
        ('<p><img src="/i.png" alt="a [b]"></p>', "![a \\[b\\]](https://example.org/i.png)"),
        ("<p>a<br>b</p>", "a\\\nb"),
        ("<hr>", "---"),
        ("<ul><li>a</li><li>b<ol start='3'><li>c</li></ol></li></ul>", "- a\n- b\n  3. c"),
        ("<ul><li><p>a</p></li><li><p>b</p><p>c</p></li></ul>", "- a\n\n- b\n\n  c"),
        ("<blockquote><p>a</p><p>b</p></blockquote>", "> a\n>\n> b"),
        ('<pre><code class="language-py">a = 1\n\n\nb</code></pre>', "```py\na = 1\n\n\nb\n```"),
        ("<pre><code>```\n</code></pre>", "````\n```\n````"),
        ("<p><code>a`b</code></p>", "``a`b``"),
        (
            "<table><tr><th>a</th><th align=right>b</th></tr><tr><td>x|y</td><td><code>p|q</code></td></tr></table>",
            "| a | b |\n| --- | ---: |\n| x\\|y | `p\\|q` |",
        ),
        ("<dl><dt>a</dt><dd>b</dd></dl>", "**a**\n\nb"),
        ("<details><summary>more</summary><p>x</p></details>", "**more**\n\nx"),
        ("<figure><img src='/i.png' alt=''><figcaption>c</figcaption></figure>", "![](https://example.org/i.png)\n\nc"),
        ("<iframe src='https://v.org/1' title='film'></iframe>", "[film](https://v.org/1)"),
        ("<video src='/a.mp4'>no video</video>", "[/a.mp4](https://example.org/a.mp4)"),
        ("<p>x<svg><title>qr</title></svg><script>y</script></p>", "x"),
        ("<p>a<sup><a href='#fn:1'>1</a></sup></p>", f"a[1]({PAGE}#fn:1)"),
        ("<p>note <a href='#r' class='footnote-backref'>↩︎</a></p>", "note"),
        ("<ul><li><input type='checkbox' checked disabled> done</li></ul>", "- \\[x\\] done"),
    ],
)
def test_each_element_has_its_form(html: str, markdown: str) -> None:
    assert as_markdown(html, PAGE) == markdown


def test_headings_can_stand_deeper() -> None:
    assert as_markdown("<h3>a</h3><h6>b</h6>", PAGE, 1) == "#### a\n\n###### b"


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_is_one_line_that_stays_text(text: str) -> None:
    """In a heading, a list, a table and a link."""
    line = one_line(text)
    assert len(line.splitlines()) == 1
    words = " ".join(re.sub("[\x0b\u2028]", " ", text).split())
    heading = read(f"## {line}\n")
    assert [element.name for element in heading.walk() if element.name] == ["h2"]
    assert heading.find("h2")[0].text().strip() == words
    item = read(f"- {line}\n")
    assert [element.name for element in item.walk() if element.name] == ["ul", "li"]
    row = read(f"| a | b |\n| --- | --- |\n| {line} | end |\n")
    assert [cell.text() for cell in row.find("td")] == [words, "end"]
    link = read(f"x [{line}](https://example.org/) y\n")
    assert [(a.attribute("href"), a.text()) for a in link.find("a")] == [("https://example.org/", words)]


def test_markup_loses_its_tags() -> None:
    assert one_line(Markup("<data value='7'>7B &amp; more</data>")) == "7B & more"


@given(st.text("#-+*_`[]()<>|~=&;!\\1. ab文\n") | st.text())
def test_any_text_is_one_line_of_text(text: str) -> None:
    line = one_line(text)
    found = read(f"| a | b |\n| --- | --- |\n| {line} | end |\n")
    assert [cell.text() for cell in found.find("td")][-1:] == ["end"]
    assert not found.find("a") + found.find("em") + found.find("strong") + found.find("img")


@given(st.text("#-+*_`[]()<>|~=&;!\\1. ab文"))
def test_any_paragraph_stays_one(text: str) -> None:
    from html import escape

    found = read(as_markdown(f"<p>{escape(text)}</p>", PAGE))
    assert {element.name for element in found.walk()} <= {"", "p"}
    assert found.text().split() == text.split()


@given(st.text())
def test_any_address_stays_between_its_brackets(text: str) -> None:
    found = read(f"[a]({target(text, PAGE)}) b")
    (link,) = found.find("a")
    assert link.text() == "a"
    assert not link.attribute("href").startswith(("javascript:", "data:"))


@given(st.text("<>/abphuliotrdscek123 \"'=&;!-\n") | st.text())
def test_any_html_becomes_text(html: str) -> None:
    assert isinstance(as_markdown(html, PAGE), str)


def test_a_file_has_single_blank_lines_but_in_listings() -> None:
    assert tidy("\n# a\n\n\n\nb  \n```\nx\n\n\ny  \n```\n\n\n") == "# a\n\nb\n```\nx\n\n\ny  \n```\n"


# What may be printed as it is: our own words, numbers, dates in figures, and macros that escape by themselves.
PLAIN = re.compile(
    r"t\('[a-z_]+'\)|t\('[a-z_]+'\) if .*|t\('(releases|md_more)', n=[\w.]+\)"
    r"|t\('page_of', .*\)|t\('unit_of_' ~ key, .*\)"
    r"|t\('takes_' ~ [\w.]+\)|t\('md_page', url='<' ~ page\.permalink\|markdown_url ~ '>'\)|t\(\{.*\}\[[\w.]+\]\)"
    r"|month\.month\|month_name if month\.month else t\('month_not_given'\)|month\.month\|month_name"
    r"|group\.year|year|term\.count|version|file\.size\|filesize|.*\|number|'#' \* \(2 \+ deeper\)|'    ' \* .*"
    r"|(title|heading) *|'; ' if .*|' · ' if .*"
    r"|(chips|facts|link|said|source|opening|release_lines?|year_of|post_lines|model_lines|post_body|node_line)\(.*\)"
)
SAFE = re.compile(r".*\|markdown(_line|_url)?(\([\w., ]*\))?")


@pytest.mark.parametrize("path", sorted((ROOT / "templates").rglob("*.md")), ids=lambda path: str(path.stem))
def test_everything_that_a_template_prints_is_escaped(path: Path) -> None:
    printed = [found.strip(" -") for found in re.findall(r"\{\{(.*?)\}\}", path.read_text("utf-8"))]
    assert printed
    assert [each for each in printed if not SAFE.fullmatch(each) and not PLAIN.fullmatch(each)] == []
