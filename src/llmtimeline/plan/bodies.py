"""A whole body out of its sections."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from llmtimeline.values.posts import Body, Piece


def whole_body(body: Body) -> tuple[Piece, ...]:
    """The HTML of all sections with their headings, and of the footnotes. Release blocks are no part of it."""
    pieces: list[Piece] = []
    for section in body.sections:
        if section.heading is not None:
            ident = f' id="{escape(section.heading.id)}"' if section.heading.id else ""
            pieces += (f"<h2{ident}>", *section.heading.pieces, "</h2>\n")
        pieces += section.pieces
    return (*pieces, *body.endnotes)


def whole_text(body: Body) -> str:
    """The plain text of all sections with their headings, a line for each paragraph."""
    return "\n".join(_texts(body))


def _texts(body: Body) -> Iterator[str]:
    for section in body.sections:
        if section.heading is not None:
            yield section.heading.text
        if section.text:
            yield section.text
