"""Markdown as Hugo reads it: `blocks.md` holds every block that was measured, this file what concerns whole pages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.hugo.alike import alike
from tests.hugo.sites import vector
from tests.test_cases_markdown import Case, body_of, cases_of, html_of
from tests.unit.parse.markdown.reading import html

DOCUMENT = (Path(__file__).parent / "blocks.md").read_text("utf-8")
CASES = [*cases_of(DOCUMENT)]
REASON = re.compile(r"^(?:Better|Other|Less): \S.*\.$", re.MULTILINE)
ELSEWHERE = {"hugo_short_esc"}  # the tests of shortcodes
# Measured with styles in the HTML, for those who have no style sheet for code. Ours is one HTML for both.
STYLED = {name for case in CASES if "unsafe" in case.settings and (name := case.name.split()[0]).startswith("fence_")}


@pytest.mark.parametrize("case", [pytest.param(case, id=case.name) for case in CASES])
def test_a_block_is_as_hugo_has_it_or_as_the_document_says(case: Case) -> None:
    ours = html_of(body_of(case).value)
    if "html" in case.wanted:
        assert ours == case.wanted["html"]
        assert alike(ours) != alike(case.wanted["hugo"]), "no exception is needed any more"
    else:
        assert alike(ours) == alike(case.wanted["hugo"])


def test_every_exception_has_its_reason() -> None:
    exceptions = [case for case in CASES if "html" in case.wanted]
    assert len(REASON.findall(DOCUMENT)) == len(exceptions)


def measured() -> dict[tuple[str, bool], str]:
    """What Hugo gave, by name and whether raw HTML was allowed."""
    _, usual, unsafe = re.split(r"^##### .*\n", vector("markdown_blocks.txt"), flags=re.MULTILINE)
    rows = [
        (line.split(" => ", 1), loose) for text, loose in ((usual, False), (unsafe, True)) for line in text.splitlines()
    ]
    return {(name, loose): shown.replace("⏎", "\n").rstrip("\n") + "\n" for (name, shown), loose in rows}


def test_the_document_holds_every_block_that_was_measured() -> None:
    held = {(case.name.split()[0], "unsafe" in case.settings): case for case in CASES}
    for (name, loose), shown in measured().items():
        if name in ELSEWHERE:
            continue
        if name in STYLED and not loose:
            case = held[name, True]
            if "..." not in shown and shown.rstrip().endswith("</div>"):
                assert text_of(shown).split() == text_of(case.wanted["hugo"]).split(), name
        else:
            assert held[name, loose].wanted["hugo"] == shown, name
    assert {(name, loose) for name, loose in held} <= measured().keys()


def text_of(html: str) -> str:
    return re.sub(r"<[^>]*>", "", html)


# Of single lines, the rest of which test_bare_addresses.py compares: where Hugo sees no emphasis.


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("这是**加粗。**后面", "<p>这是<strong>加粗。</strong>后面</p>"),
        ("中文**`code`**中文", "<p>中文<strong><code>code</code></strong>中文</p>"),
        ("这是**“引号”**中文", "<p>这是<strong>“引号”</strong>中文</p>"),
        ("**加粗：**后面", "<p><strong>加粗：</strong>后面</p>"),
        ('"思考"到"行动"', "<p>“思考”到“行动”</p>"),
    ],
)
def test_emphasis_and_quotes_are_seen_between_chinese_characters(source: str, wanted: str) -> None:
    assert html(source) == wanted


@pytest.mark.parametrize(
    "source", ["中文_下划线_中文", "——", "……", "H x^2^ ==mark== ++ins++", "1/2 (c) (tm) +-", "[TOC]", ":smile:"]
)
def test_what_hugo_leaves_as_text_stays_text(source: str) -> None:
    assert html(source) == f"<p>{source}</p>"
