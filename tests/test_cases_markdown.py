"""The documents `tests/cases/markdown*.md`: Markdown, then the HTML and the diagnostics that it gives.

A case is a level-2 heading, a ````markdown fence, and fences of what must come out. After ````markdown may stand
settings: `language=en`, `unsafe`, `plain` (no typography, no Chinese rules). A hole in the HTML is shown as {address}.
UPDATE=1 rewrites what must come out; read the difference before you keep it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape, unescape
from pathlib import Path

import pytest

from llmtimeline.parse.bodies import parse_body
from llmtimeline.plan.pictures import picture_element
from llmtimeline.values.config import Config, MarkupSettings
from llmtimeline.values.diagnostics import Checked
from llmtimeline.values.posts import Body, Image, Piece, Ref
from llmtimeline.values.views import PictureView

CASES = Path(__file__).parent / "cases"
FENCE = re.compile(r"^````(\w+)([^\n]*)\n(.*?)^````$", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^## (.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Case:
    name: str
    settings: tuple[str, ...]
    source: str
    wanted: dict[str, str]


def cases_of(document: str) -> Iterator[Case]:
    starts = [*HEADING.finditer(FENCE.sub(lambda found: " " * len(found[0]), document))]
    for start, after in zip(starts, [*(s.start() for s in starts[1:]), len(document)], strict=True):
        fences = [(found[1], found[2].split(), found[3]) for found in FENCE.finditer(document, start.end(), after)]
        (_, settings, source), *rest = fences
        yield Case(start[1], tuple(settings), source, {kind: text for kind, _, text in rest})


def body_of(case: Case) -> Checked[Body]:
    settings = dict(setting.partition("=")[::2] for setting in case.settings)
    plain = "plain" in settings
    markup = MarkupSettings(
        unsafe="unsafe" in settings, typographer=not plain, cjk_emphasis=not plain, cjk_line_breaks=not plain
    )
    language = settings.get("language", "zh")
    config = Config("llmtimeline.yaml", markup=markup)
    return parse_body(case.source, first_line=1, path="post.md", config=config, language=language, cjk=True)


def html_of(body: Body) -> str:
    out = []
    for section in body.sections:
        if section.heading:
            out.append(f'<h2 id="{section.heading.id}">{shown(section.heading.pieces)}</h2>\n')
        out.append(shown(section.pieces))
    return "".join(out) + shown(body.endnotes)


def shown(pieces: tuple[Piece, ...]) -> str:
    return "".join(shown_piece(piece) for piece in pieces)


def shown_piece(piece: Piece) -> str:
    """A picture as the plan writes one of which it knows nothing."""
    if isinstance(piece, Image):
        view = PictureView(unescape(shown_piece(piece.source)))
        return picture_element(view, alt=piece.alt, title=piece.title)
    return "{" + escape(piece.target) + "}" if isinstance(piece, Ref) else str(piece)


def outcome(case: Case, kind: str) -> str:
    checked = body_of(case)
    if kind == "html":
        return html_of(checked.value)
    lines = []
    for found in checked.diagnostics:
        assert found.span
        place = f"{found.span.line}:{found.span.column}-{found.span.column + found.span.width - 1}"
        lines.append(f"{found.severity}[{found.code}] {place} {found.message}\n")
    return "".join(lines)


DOCUMENTS = sorted(CASES.glob("markdown*.md"))
ALL = [pytest.param(case, id=f"{path.stem}: {case.name}") for path in DOCUMENTS for case in cases_of(path.read_text())]


@pytest.mark.skipif("UPDATE" in os.environ, reason="the documents are being rewritten")
@pytest.mark.parametrize("case", ALL)
def test_a_document_gives_what_stands_below_it(case: Case) -> None:
    assert {kind: outcome(case, kind) for kind in case.wanted} == case.wanted
    if "diagnostics" not in case.wanted:
        assert outcome(case, "diagnostics") == ""


@pytest.mark.skipif("UPDATE" not in os.environ, reason="only with UPDATE=1")
@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_rewrite_the_documents(path: Path) -> None:
    document = path.read_text()
    source: Case | None = None

    def rewritten(found: re.Match[str]) -> str:
        nonlocal source
        kind, settings, text = found.groups()
        if kind == "markdown":
            source = Case("", tuple(settings.split()), text, {})
            return found[0]
        assert source is not None
        return f"````{kind}{settings}\n{outcome(source, kind)}````"

    path.write_text(FENCE.sub(rewritten, document))
