"""Settings of `markup` that change what Markdown becomes, from Hugo's names in the config to the HTML."""

from __future__ import annotations

import pytest

from llmtimeline.parse.config.site import parse_config
from llmtimeline.parse.markdown.code_lines import CodeOptions, in_lines, read_options
from llmtimeline.values.config import MarkupSettings
from llmtimeline.values.sources import Source
from tests.unit.parse.markdown.reading import html


def markup(text: str) -> MarkupSettings:
    found = parse_config(Source("hugo.yaml", f"baseURL: https://x.org/\nmarkup: {text}\n"))
    assert found.diagnostics == ()
    return found.value.markup


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("{goldmark: {renderer: {hardWraps: true}}}", {"hard_wraps": True}),
        ("{goldmark: {parser: {wrapStandAloneImageWithinParagraph: false}}}", {"bare_images": True}),
        ("{goldmark: {parser: {wrapStandAloneImageWithinParagraph: true}}}", {}),
        ("{goldmark: {parser: {autoDefinitionTermID: true, autoHeadingID: true}}}", {}),
        ("{highlight: {lineNos: true}}", {"line_numbers": True}),
        ("{highlight: {lineNos: table, noClasses: false, style: monokai}}", {"line_numbers": True}),
        ("{highlight: {lineNos: false}}", {}),
        ("{highlight: {codeFences: false}}", {"code_colours": False}),
        ("{goldmark: {extensions: {typographer: false}}}", {"typographer": False}),
        ("{goldmark: {extensions: {typographer: {disable: true}}}}", {"typographer": False}),
        ("{goldmark: {extensions: {typographer: {disable: false, emDash: ''}}}}", {"typography": (("—", ""),)}),
        (
            "{goldmark: {extensions: {typographer: {leftDoubleQuote: 「, rightDoubleQuote: '&#12301;'}}}}",
            {"typography": (("“", "「"), ("”", "」"))},
        ),
    ],
)
def test_the_config_sets_what_hugo_calls_so(text: str, changed: dict[str, object]) -> None:
    usual = MarkupSettings()
    found = markup(text)
    names = MarkupSettings.__dataclass_fields__
    assert {name: getattr(found, name) for name in names if getattr(found, name) != getattr(usual, name)} == changed


@pytest.mark.parametrize(
    "text",
    ["{goldmark: {extensions: {extras: {mark: {enable: true}}}}}", "{goldmark: {extensions: {passthrough: {}}}}"],
)
def test_what_is_not_read_is_told(text: str) -> None:
    found = parse_config(Source("hugo.yaml", f"baseURL: https://x.org/\nmarkup: {text}\n"))
    assert [each.code for each in found.diagnostics] == ["LT115"]


def test_hard_wraps_break_every_line() -> None:
    assert html("第一行\n第二行\nc", hard_wraps=True) == "<p>第一行<br>\n第二行<br>\nc</p>"


def test_an_image_alone_may_stand_without_a_paragraph() -> None:
    image = '<img src="/x.png" alt="a">'
    assert html("![a](/x.png)", bare_images=True) == image
    assert html("![a](/x.png) b", bare_images=True) == f"<p>{image} b</p>"
    assert html("![a](/x.png)") == f"<p>{image}</p>"


def test_a_site_may_have_marks_of_its_own() -> None:
    own = (("“", "「"), ("”", "」"), ("—", ""), ("«", "《"), ("»", "》"))
    assert html("\"a\" --- << b >> 'c' ...", typography=own) == "<p>「a」 --- 《 b 》 ‘c’ …</p>"


def test_typography_reaches_the_description_of_an_image() -> None:
    assert html('![a "q" -- b](/x.png)') == '<p><img src="/x.png" alt="a “q” – b"></p>'


# Lines of listings


@pytest.mark.parametrize(
    ("braces", "wanted"),
    [
        ("linenos=table,hl_lines=[1],linenostart=10", (True, 10, {1})),
        ("linenos=inline hl_lines=[2-4,8]", (True, 1, {2, 3, 4, 8})),
        ('hl_lines=["1","3-4"]', (False, 1, {1, 3, 4})),
        ('hl_lines="1 3-4"', (False, 1, {1, 3, 4})),
        ("linenos=false", (False, 1, set())),
        ("linenos=true anchorlinenos=true lineanchors=x", (True, 1, set())),
        ("LineNos=true", (True, 1, set())),
        ("hl_lines=[5-2]", (False, 1, set())),
        ("linenostart=x", (False, 1, set())),
        (".wide", (False, 1, set())),
        ("", (False, 1, set())),
    ],
)
def test_options_of_lines(braces: str, wanted: tuple[bool, int, set[int]]) -> None:
    found = read_options(braces)
    assert (found.numbered, found.first, set(found.marked)) == wanted


def test_options_stand_beside_id_and_classes() -> None:
    found = read_options('class="x y",id="z",hl_lines=[1],.w').attributes
    assert (found.id, found.classes) == ("z", ("x", "y", "w"))


def test_the_site_may_number_all_lines_and_a_listing_may_refuse() -> None:
    assert 'data-line="1"' in html("```py\n1\n```", line_numbers=True)
    assert "data-line" not in html("```py {linenos=false}\n1\n```", line_numbers=True)
    assert html("```py\nprint(1)\n```", code_colours=False) == (
        '<pre tabindex="0"><code class="language-py" data-lang="py">print(1)\n</code></pre>'
    )


def test_every_line_has_an_element_and_no_word_spans_two() -> None:
    shown = '<span class="sd">a\n\nb</span> c\n'
    assert in_lines(shown, CodeOptions(numbered=True, first=9, marked=frozenset({2}))) == (
        '<span class="line" data-line="9"><span class="sd">a</span>\n</span>'
        '<span class="line hl" data-line="10"><span class="sd"></span>\n</span>'
        '<span class="line" data-line="11"><span class="sd">b</span> c\n</span>'
    )


def test_ranges_without_end_take_no_time() -> None:
    assert len(read_options("hl_lines=[" + "1-999999," * 100_000 + "]").marked) == 10_000
