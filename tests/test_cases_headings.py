"""The document `tests/cases/headings.md`: a heading as written, then what comes out of it.

UPDATE=1 rewrites what must come out; read the difference before you keep it.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from llmtimeline.parse.facts.releases import parse_release_heading
from llmtimeline.values.facts import Placed
from llmtimeline.values.places import Span

DOCUMENT = Path(__file__).parent / "cases/headings.md"
CASE = re.compile(r"^```\n(## [^\n]+)\n```\n\n```\n(.*?)^```$", re.MULTILINE | re.DOTALL)
CASES = [(found[1], found[2]) for found in CASE.finditer(DOCUMENT.read_text("utf-8"))]


def shown(part: Placed) -> str:
    """A part with its columns, to see that places are right."""
    return f"{part.text} @{part.span.column}-{part.span.column + part.span.width - 1}"


def outcome(written: str) -> str:
    text = written.removeprefix("## ")
    checked = parse_release_heading(text, Span("post.md", 1, 4, len(text)))
    lines = []
    heading = checked.value
    if heading is None:
        lines.append("not a release")
    else:
        lines += [f"name    {shown(heading.name)}", f"date    {heading.date.edtf()} @{heading.date_span.column}"]
        for label, parts in (("also", heading.also), ("joined", heading.joined), ("tagline", heading.tagline)):
            lines += [f"{label:<8}{shown(part)}" for part in parts]
        lines += [f"{'after':<8}{shown(part)}" for part in heading.after]
        for label, words in (("sizes", heading.sizes), ("tags", heading.tags)):
            if words:
                lines.append(f"{label:<8}{' | '.join(words)}")
        if heading.action:
            lines.append(f"action  {heading.action}")
    for found in checked.diagnostics:
        assert found.span is not None
        lines.append(f"{found.severity}[{found.code}] @{found.span.column}: {found.message} = {found.hint}")
    return "".join(f"{line}\n" for line in lines)


def test_the_document_can_be_rewritten() -> None:
    text = DOCUMENT.read_text("utf-8")
    rewritten = CASE.sub(lambda found: f"```\n{found[1]}\n```\n\n```\n{outcome(found[1])}```", text)
    if os.environ.get("UPDATE") == "1":
        DOCUMENT.write_text(rewritten, encoding="utf-8")
    assert len(CASES) >= 40
    assert rewritten == DOCUMENT.read_text("utf-8")


@pytest.mark.parametrize(("written", "wanted"), CASES, ids=[case[0] for case in CASES])
def test_a_heading_comes_apart_as_the_document_says(written: str, wanted: str) -> None:
    assert outcome(written) == wanted
