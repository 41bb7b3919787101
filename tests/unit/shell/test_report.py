"""Findings as people, CI and programs read them."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from llmtimeline.shell.report import FORMATS, report
from llmtimeline.values.diagnostics import Related, Severity, diagnose
from llmtimeline.values.places import Span

SOURCES = {"content/a.md": "---\n---\n见 [下周](post:2026-w99) 与别处。\n\tx\ty\n"}


def full(*diagnostics: object) -> str:
    return report("full", diagnostics, SOURCES, colour=False)  # type: ignore[arg-type]


def test_the_caret_stands_under_the_place_with_chinese_two_cells_wide() -> None:
    found = diagnose(
        "LT201",
        "no post `2026-w99`",
        Span("content/a.md", 3, 8, 13),
        hint="did you mean `2026-w19`?",
        related=[Related(Span("content/b.md", 2, 1), "it is named here")],
    )
    assert full(found).split("\n") == [
        "warning[LT201]: no post `2026-w99`",
        " --> content/a.md:3:8",
        "  |",
        "3 | 见 [下周](post:2026-w99) 与别处。",
        "  |           ^^^^^^^^^^^^^",
        "  = help: did you mean `2026-w19`?",
        "  = also: content/b.md:2:1: it is named here",
    ]


def test_tabs_are_drawn_as_spaces_and_the_caret_follows() -> None:
    lines = full(diagnose("LT101", "tab", Span("content/a.md", 4, 4))).split("\n")
    assert lines[3] == "4 |     x   y"
    assert lines[4] == "  |         ^"


def test_a_very_long_line_is_cut_around_the_place() -> None:
    text = report(
        "full", [diagnose("LT101", "x", Span("p", 1, 5000, 3))], {"p": "a" * 4999 + "bad" + "c" * 5000}, colour=False
    )
    assert "bad" in text
    assert max(map(len, text.split("\n"))) < 200


def test_a_finding_without_a_place_or_a_source_is_still_told() -> None:
    assert full(diagnose("LT005", "no config file")) == "error[LT005]: no config file"
    assert " --> gone.md:7:1" in full(diagnose("LT004", "x", Span("gone.md", 7)))


def test_json_holds_everything_and_no_character_of_a_post_as_it_is() -> None:
    found = diagnose("LT302", "\x1b[31m 日期", Span("a.md", 1, 2, 3), hint="h")
    text = report("json", [found], {}, colour=False)
    assert text.isascii()
    assert json.loads(text)["diagnostics"] == [
        {
            "code": "LT302",
            "severity": "error",
            "message": "\x1b[31m 日期",
            "path": "a.md",
            "line": 1,
            "column": 2,
            "width": 3,
            "hint": "h",
            "related": [],
        }
    ]


def test_github_gets_errors_first_and_no_more_than_it_shows() -> None:
    warnings = [diagnose("LT301", f"w{number}", Span("a.md", number)) for number in range(1, 13)]
    errors = [diagnose("LT302", "e, with: 100%", Span("a,b.md", 1, 5))]
    lines = report("github", [*warnings, *errors], {}, colour=False).split("\n")
    assert lines[0] == "::error file=a%2Cb.md,line=1,col=5,title=LT302::e, with: 100%25"
    assert sum(line.startswith("::warning") for line in lines) == 10
    assert lines[-1].startswith("and 2 more warnings")


@given(st.text(), st.text(), st.sampled_from(FORMATS))
def test_no_text_of_a_post_can_command_a_terminal_or_ci(message: str, path: str, format_name: str) -> None:
    attack = message + "\n::add-mask::x\r::stop-commands::y\x1b]0;z\x07" + "\u202e\u2028"
    found = diagnose("LT301", attack, Span(path or "p"), hint=attack)
    text = report(format_name, [found], {path or "p": attack}, colour=False)
    lines = text.split("\n")
    assert not any(line.startswith("::") and not line.startswith("::warning file=") for line in lines)
    for character in "\x1b\x07\r\u202e\u2028\x00\x85":
        assert character not in text


def test_a_flood_of_notes_is_counted_not_printed() -> None:
    notes = [diagnose("LT312", f"n{number}", Span("a.md", number)) for number in range(1, 50)]
    lines = report("concise", notes, {}, colour=False).split("\n")
    assert len(lines) == 21
    assert "29 more notes" in lines[-1]
    assert all(d.severity is Severity.NOTE for d in notes)


def test_what_one_file_is_full_of_is_shown_thirty_times_and_counted() -> None:
    line = "{{<" * 2000
    found = [diagnose("LT213", "not closed", Span("a.md", 1, 3 * number + 1)) for number in range(2000)]
    for name in ("full", "concise"):
        text = report(name, found, {"a.md": line}, colour=False)
        assert text.count("error[LT213]") == 30
        assert text.endswith("note: 1970 more LT213 in a.md; --format json lists them all")
        assert max(map(len, text.split("\n"))) < 200
