"""What new posts of a site begin with: the values in it that nobody replaced are not published."""

from __future__ import annotations

import os
from pathlib import Path

from llmtimeline.load.folders import order_key, walk
from llmtimeline.load.reading import CONTENT_LIMIT, read_text
from llmtimeline.values.diagnostics import Diagnostic
from llmtimeline.values.sources import MARKDOWN_SUFFIXES, Source

_FOLDER = "archetypes"


def load_archetypes(root: Path) -> tuple[Source, ...]:
    """The Markdown files below archetypes/, sorted. They are only looked at: what cannot be read is passed over."""
    unheard: list[Diagnostic] = []
    if not os.path.isdir(root / _FOLDER):
        return ()
    found = []
    for inner, file in walk(root / _FOLDER, root, f"{_FOLDER}/", unheard):
        shown = f"{_FOLDER}/{inner}"
        if os.path.splitext(inner)[1].lower() in MARKDOWN_SUFFIXES:
            text = read_text(file, shown, CONTENT_LIMIT, unheard)
            if text is not None:
                found.append(Source(shown, text))
    return tuple(sorted(found, key=lambda source: order_key(source.path)))
