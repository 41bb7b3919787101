"""Bodies for the tests of this folder."""

from __future__ import annotations

from collections.abc import Iterable
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from llmtimeline.parse.bodies import parse_body
from llmtimeline.plan.pictures import picture_element
from llmtimeline.values.config import Config, MarkupSettings
from llmtimeline.values.diagnostics import Checked, Diagnostic
from llmtimeline.values.posts import Body, Image, Piece, Ref
from llmtimeline.values.views import PictureView

SHARED = Path(__file__).parents[4] / "../shared"


def read(text: str, *, first_line: int = 1, language: str = "zh", cjk: bool = True, **settings: Any) -> Checked[Body]:
    """The body of a text. `summary_length` goes to the config, every other setting to its markup."""
    length = settings.pop("summary_length", 70)
    config = Config("llmtimeline.yaml", markup=MarkupSettings(**settings), summary_length=length)
    return parse_body(text, first_line=first_line, path="post.md", config=config, language=language, cjk=cjk)


def html(text: str, **settings: Any) -> str:
    """All the HTML of a text without level-2 headings, without what every link and image has."""
    body = read(text, **settings).value
    whole = "".join(joined(section.pieces) for section in body.sections) + joined(body.endnotes)
    return whole.replace(' rel="noopener"', "").replace(' loading="lazy" decoding="async"', "").strip()


def joined(pieces: Iterable[Piece]) -> str:
    return "".join(map(_written, pieces))


def _written(piece: Piece) -> str:
    if isinstance(piece, Image):
        view = PictureView(unescape(_written(piece.source)))
        return picture_element(view, alt=piece.alt, title=piece.title)
    return piece.target if isinstance(piece, Ref) else str(piece)


def refs(body: Body) -> list[Ref]:
    pieces = (piece for section in body.sections for piece in section.pieces)
    holes = (piece.source if isinstance(piece, Image) else piece for piece in pieces)
    return [hole for hole in holes if isinstance(hole, Ref)]


def codes(text: str, **settings: Any) -> list[str]:
    return [found.code for found in read(text, **settings).diagnostics]


def place(found: Diagnostic) -> tuple[int, int, int]:
    assert found.span is not None
    return found.span.line, found.span.column, found.span.width


def shared(path: str) -> Path:
    """A file of the measurements beside the repository; the test is skipped where there is none."""
    found = SHARED / path
    if not found.is_file():
        pytest.skip("the measurements are not at hand")
    return found
