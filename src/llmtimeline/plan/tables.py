"""The table of contents of a post."""

from __future__ import annotations

import re
from collections.abc import Sequence

from llmtimeline.values.views import HeadingView

_FOOTNOTE = re.compile(r'<sup\b[^>]*id="fnref[^>]*>.*?</sup>', re.DOTALL)
_IMAGE = re.compile(r'<img\b[^>]*?\balt="([^"]*)"[^>]*>')
_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)\b[^>]*>")
_KEPT = frozenset({"b", "code", "del", "em", "i", "kbd", "mark", "s", "strong", "sub", "sup"})

Entry = tuple[int, str, str]  # level, id, inner HTML


def table_of_contents(headings: Sequence[Entry]) -> tuple[HeadingView, ...]:
    """Headings nested by level. One that skips a level stands below the nearest heading above it, without an empty
    entry between; one before any higher heading stands at the top."""
    return _nested(headings, 0, len(headings))


def entry_html(html: str) -> str:
    """A heading's HTML as it may stand inside a link: no links, footnote marks, ids; images as their description."""
    if "<" not in html:
        return html.strip()
    html = _IMAGE.sub(lambda image: image[1], _FOOTNOTE.sub("", html))
    return _TAG.sub(_bare, html).strip()


def _nested(headings: Sequence[Entry], start: int, end: int) -> tuple[HeadingView, ...]:
    views: list[HeadingView] = []
    while start < end:
        level, anchor, html = headings[start]
        below = start + 1
        while below < end and headings[below][0] > level:
            below += 1
        views.append(HeadingView(level, anchor, entry_html(html), _nested(headings, start + 1, below)))
        start = below
    return tuple(views)


def _bare(tag: re.Match[str]) -> str:
    name = tag[1].lower()
    if name not in _KEPT:
        return ""
    return f"</{name}>" if tag[0][1] == "/" else f"<{name}>"
