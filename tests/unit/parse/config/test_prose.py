"""The Markdown in a config: copyright, footer, the texts of the home page."""

from __future__ import annotations

import pytest

from llmtimeline.parse.config.site import parse_config
from llmtimeline.values.config import Config
from llmtimeline.values.diagnostics import Checked
from llmtimeline.values.sources import Source

BASE = "baseURL: https://example.org/\n"


def read(text: str) -> Checked[Config]:
    return parse_config(Source("hugo.yaml", BASE + text))


def test_copyright_and_footer_are_inline_markdown() -> None:
    found = read("copyright: © [CC *BY*](https://cc.org/)\nparams:\n  footer: {text: 'a **b**'}\n")
    prose = found.value.languages[0].prose
    assert "".join(map(str, prose.copyright)) == '© <a href="https://cc.org/" rel="noopener">CC <em>BY</em></a>'
    assert prose.footer == ("a <strong>b</strong>",)
    assert found.diagnostics == ()


def test_the_home_pages_text_has_paragraphs_and_its_title_has_none() -> None:
    text = "params:\n  homeInfoParams:\n    Title: '*Hi*'\n    Content: |\n      One.\n\n      - two\n"
    prose = read(text).value.languages[0].prose
    assert prose.home_title == ("<em>Hi</em>",)
    (section,) = prose.home.sections
    assert section.pieces == ("<p>One.</p>\n<ul>\n<li>two</li>\n</ul>\n",)


def test_each_language_says_its_own_and_takes_the_rest_from_the_site() -> None:
    text = "copyright: c\nparams: {footer: {text: f}}\nlanguages:\n  zh: {copyright: 版权}\n"
    text += "  en: {params: {footer: {text: g}}}\n"
    prose = {language.key: language.prose for language in read(text).value.languages}
    assert (prose["zh"].copyright, prose["zh"].footer) == (("版权",), ("f",))
    assert (prose["en"].copyright, prose["en"].footer) == (("c",), ("g",))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("copyright: 'a <b>b</b>'\nlanguages: {zh: {}, en: {}}\n", (2, 15)),
        ("params:\n  homeInfoParams:\n    Content: |\n      One.\n\n      <div>x</div>\n", (7, 1)),
    ],
)
def test_what_is_left_out_is_told_once_at_its_place(text: str, place: tuple[int, int]) -> None:
    (told,) = read(text).diagnostics
    assert told.code == "LT205"
    assert told.span is not None
    assert (told.span.line, told.span.column) == place


def test_hostile_addresses_do_not_become_links() -> None:
    prose = read("copyright: '[x](javascript:alert(1)) <script>y</script>'\n").value.languages[0].prose
    shown = "".join(map(str, prose.copyright))
    assert "javascript" not in shown
    assert "<script" not in shown
