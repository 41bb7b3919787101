"""Faults of a made file, told where the archetype has them."""

from __future__ import annotations

from datetime import UTC, datetime

from llmtimeline.parse.archetypes.evaluate import evaluate
from llmtimeline.parse.archetypes.made import check_made
from llmtimeline.parse.archetypes.values import Record
from llmtimeline.values.config import Config, Language
from llmtimeline.values.diagnostics import Diagnostic
from llmtimeline.values.sources import Source

NOW = datetime(2023, 10, 1, tzinfo=UTC)
CONFIG = Config("", languages=(Language("en", "en", "English"),))


def faults(archetype: str, name: str = "x") -> list[Diagnostic]:
    source = Source("archetypes/default.md", archetype)
    made = evaluate(source, Record({"Name": name, "Date": NOW, "Site": Record({})}), NOW).value
    assert made is not None
    return list(check_made(made, source, CONFIG))


def test_lines_that_actions_have_moved_are_told_as_the_archetype_has_them() -> None:
    archetype = "{{- /* one\ntwo */ -}}\n---\ntitle: {{ .Name }}\ndisableShare: true\ndisableShare: false\n---\n"
    (finding,) = faults(archetype)
    assert finding.code == "LT102"
    assert finding.message == "key `disableShare` stands in line 5 and in line 6; the last one counts"
    assert finding.span is not None
    assert (finding.span.line, finding.span.column, finding.span.width) == (6, 1, 12)
    assert [related.span.line for related in finding.related] == [5]


def test_a_name_that_breaks_the_notation_is_told_at_its_action() -> None:
    (finding,) = faults('---\ntitle: "{{ .Name }}"\n---\n', name='a" b')
    assert finding.code == "LT101"
    assert finding.span is not None
    assert finding.span.line == 2


def test_a_placeholder_is_told_at_its_value() -> None:
    (finding,) = faults('---\ntitle: {{ .Name }}\ncover:\n  image: "<image path/url>"\n---\n')
    assert finding.code == "LT117"
    assert finding.span is not None
    assert (finding.span.line, finding.span.column, finding.span.width) == (4, 10, 18)


def test_an_archetype_without_front_matter_has_no_fault() -> None:
    assert faults("{{ .Name }}") == []
    assert faults("") == []
