"""Findings for people and for machines: full, concise, json, github."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from llmtimeline.shell.excerpts import Excerpts
from llmtimeline.shell.terminal_text import path_from, place_of, shown
from llmtimeline.values.diagnostics import Diagnostic, Severity
from llmtimeline.values.places import Span

FORMATS = ("full", "concise", "json", "github")

# GitHub shows so many annotations of each kind for one step and drops the rest without a word.
_ANNOTATIONS = 10
_NOTES = 20  # notes shown in full; the rest are counted
_ALIKE = 30  # findings of one code in one file that are shown; the rest are counted


def report(
    format_name: str, diagnostics: Sequence[Diagnostic], sources: Mapping[str, str], *, colour: bool, base: str = ""
) -> str:
    """The findings in one of FORMATS; "" where there are none and the format needs no frame.

    `base` stands before paths of the site, where people and GitHub read them; JSON keeps paths from the site's root.
    """
    if format_name == "json":
        return _as_json(diagnostics)
    if format_name == "github":
        return "\n".join(_annotations(diagnostics, base))
    few, left_out = _without_flood(diagnostics)
    if format_name == "concise":
        lines = [_concise(diagnostic, base) for diagnostic in few]
        return "\n".join([*lines, left_out] if left_out else lines)
    excerpts = Excerpts(sources, colour=colour, base=base)
    drawn = [excerpts.draw(diagnostic) for diagnostic in few]
    return "\n\n".join([*drawn, left_out] if left_out else drawn)


def count(diagnostics: Iterable[Diagnostic]) -> str:
    """`2 errors, 1 warning`; "" where there are none. Notes are not counted."""
    kinds = [diagnostic.severity for diagnostic in diagnostics]
    parts = []
    for severity in (Severity.ERROR, Severity.WARNING):
        number = kinds.count(severity)
        if number:
            parts.append(f"{number} {severity}{'s' if number > 1 else ''}")
    return ", ".join(parts)


def _without_flood(diagnostics: Sequence[Diagnostic]) -> tuple[list[Diagnostic], str]:
    """What is to be shown, and a few words on what is not: notes after the first ones, and what one file is full of."""
    few: list[Diagnostic] = []
    notes = 0
    seen: Counter[tuple[str, str]] = Counter()
    for diagnostic in diagnostics:
        if diagnostic.severity is Severity.NOTE:
            notes += 1
            if notes <= _NOTES:
                few.append(diagnostic)
            continue
        alike = (diagnostic.code, diagnostic.span.path if diagnostic.span else "")
        seen[alike] += 1
        if seen[alike] <= _ALIKE or not alike[1]:
            few.append(diagnostic)
    left = [f"{number - _ALIKE} more {code} in {path}" for (code, path), number in seen.items() if number > _ALIKE]
    if notes > _NOTES:
        left.append(f"{notes - _NOTES} more notes")
    return few, "note: " + ", ".join(map(shown, left)) + "; --format json lists them all" if left else ""


def _concise(diagnostic: Diagnostic, base: str) -> str:
    place = f"{place_of(diagnostic.span, base)}: " if diagnostic.span else ""
    hint = f" ({shown(diagnostic.hint)})" if diagnostic.hint else ""
    return f"{place}{diagnostic.severity}[{diagnostic.code}]: {shown(diagnostic.message)}{hint}"


def _as_json(diagnostics: Iterable[Diagnostic]) -> str:
    """`{"diagnostics": [{code, severity, message, path, line, column, width, hint, related}]}`."""
    rows = [
        {
            "code": diagnostic.code,
            "severity": str(diagnostic.severity),
            "message": diagnostic.message,
            **_json_place(diagnostic.span),
            "hint": diagnostic.hint,
            "related": [{"message": r.message, **_json_place(r.span)} for r in diagnostic.related],
        }
        for diagnostic in diagnostics
    ]
    # Escaped to ASCII, so that no character of a post reaches a terminal or a log as it is.
    return json.dumps({"diagnostics": rows}, indent=2)


def _json_place(span: Span | None) -> dict[str, object]:
    if span is None:
        return {"path": None, "line": None, "column": None, "width": None}
    return {"path": span.path, "line": span.line, "column": span.column, "width": span.width}


def _annotations(diagnostics: Sequence[Diagnostic], base: str) -> Iterator[str]:
    """GitHub's workflow commands, errors first, never more than GitHub shows."""
    commands = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
    for severity, command in commands.items():
        of_kind = [diagnostic for diagnostic in diagnostics if diagnostic.severity is severity]
        for diagnostic in of_kind[:_ANNOTATIONS]:
            yield _annotation(command, diagnostic, base)
        if len(of_kind) > _ANNOTATIONS:
            yield f"and {len(of_kind) - _ANNOTATIONS} more {severity}s; --format concise lists them all"


def _annotation(command: str, diagnostic: Diagnostic, base: str) -> str:
    span = diagnostic.span
    fields = [f"title={_property(diagnostic.code)}"]
    if span is not None:
        fields = [f"file={_property(path_from(span.path, base))}", f"line={span.line}", f"col={span.column}", *fields]
    message = diagnostic.message + (f" ({diagnostic.hint})" if diagnostic.hint else "")
    return f"::{command} {','.join(fields)}::{_data(message)}"


def _data(text: str) -> str:
    return shown(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
