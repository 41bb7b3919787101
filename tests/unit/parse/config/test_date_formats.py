"""The site's `DateFormat`: Go's notation, and hints for those who know another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmtimeline.parse.config.date_formats import date_layout, go_layout
from llmtimeline.parse.config.site import parse_config
from llmtimeline.values.config import Language
from llmtimeline.values.diagnostics import Diagnostic, Severity
from llmtimeline.values.golayout import has_elements
from llmtimeline.values.sources import Source


def findings(text: str) -> list[Diagnostic]:
    return list(parse_config(Source("hugo.yaml", f"baseURL: https://example.org/\n{text}")).diagnostics)


@pytest.mark.parametrize("layout", ["January 2, 2006", "2006年1月2日", "02.01.06", ":date_long", "Jan 2", "''", "2006"])
def test_layouts_in_gos_notation_are_right(layout: str) -> None:
    assert findings(f"params: {{DateFormat: '{layout}'}}" if layout != "''" else "params: {DateFormat: ''}") == []


@pytest.mark.parametrize(
    ("layout", "hint"),
    [
        ("%Y-%m-%d", "write `2006-01-02`"),
        ("%B %-d, %Y", "write `January 2, 2006`"),
        ("YYYY-MM-DD", "write `2006-01-02`"),
        ("MMMM D, YYYY", "write `January 2, 2006`"),
        ("yyyy年M月d日", "write `2006年1月2日`"),
        ("%Q", "write January 2, 2006, as dates shall look: `2006-01-02`, `2 Jan 2006`, `2006年1月2日`"),
        ("the day", "write January 2, 2006, as dates shall look: `2006-01-02`, `2 Jan 2006`, `2006年1月2日`"),
        (":date_longer", "there are `:date_full`, `:date_long`, `:date_medium`, `:date_short`, `:time_full`"),
        ("January 5, 2024", "write January 2, 2006, as dates shall look"),
    ],
)
def test_another_notation_is_told_with_the_layout_that_it_means(layout: str, hint: str) -> None:
    (found,) = findings(f"params:\n  dateFormat: '{layout}'\n")
    assert (found.code, found.severity) == ("LT119", Severity.WARNING)
    assert found.span is not None
    assert (found.span.line, found.span.column) == (3, 15)
    assert layout in found.message
    assert found.hint.startswith(hint)


def test_each_language_is_told_at_its_own_place() -> None:
    text = "languages:\n  zh:\n    params: {DateFormat: '%Y年'}\n  en:\n    params: {DateFormat: Jan 2}\n"
    (found,) = findings(f"defaultContentLanguage: zh\nparams: {{DateFormat: '2006'}}\n{text}")
    assert found.span is not None
    assert (found.span.line, found.hint) == (6, "write `2006年`")


@given(st.text() | st.text("%YymdBbAaHIMSpMDdEh -/."))
def test_whatever_is_suggested_is_a_layout(text: str) -> None:
    layout = go_layout(text)
    assert not layout or has_elements(layout)


@pytest.mark.parametrize(
    ("layout", "chinese"),
    [
        ("January 2, 2006", ":date_long"),
        ("2 Jan 2006", ":date_long"),
        ("2006年1月2日", "2006年1月2日"),
        ("2006-01-02", "2006-01-02"),
        (":date_full", ":date_full"),
        ("January", "January"),
        ("", ""),
    ],
)
def test_an_english_order_of_words_is_not_forced_on_chinese(layout: str, chinese: str) -> None:
    for locale, wanted in (("zh-Hans", chinese), ("en", layout), ("de", layout)):
        assert date_layout(Language("x", locale, "x", params={"dateformat": layout})) == wanted
