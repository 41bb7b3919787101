"""Where a section's facts stand: fenced release blocks, and labelled lines right under the heading."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it.token import Token

from llmtimeline.parse.facts.releases import parse_labelled_lines, parse_release_block
from llmtimeline.parse.markdown.draft import Draft
from llmtimeline.parse.markdown.page import Page
from llmtimeline.values.facts import Placed
from llmtimeline.values.places import Span

_ITEM_START = re.compile(r"[ \t]*(?:>[ \t]?)+|[ \t]*[-*+][ \t]+")
_LABELLED = re.compile(r"[^：:]{1,40}[：:]")
_PLAIN_TOKENS = frozenset(
    {"paragraph_open", "paragraph_close", "inline", "list_item_open", "list_item_close"},
)


def take_release_block(token: Token, draft: Draft, page: Page) -> None:
    """Parse a fenced release block into the draft. May add LT314 and what the block's own parser adds."""
    row = token.map[0] if token.map else 0
    if draft.release is None and not draft.misread:
        message = "a release block outside a release"
        hint = "put it under the heading of a release, such as `## Falcon 180B, 2023/09/06, TII`"
        page.tell("LT314", message, page.line_span(row), hint)
        return
    column = 1
    for offset, line in enumerate(token.content.split("\n"), row + 1):
        if line.strip():
            column = max(0, page.lines[offset].find(line)) + 1
            break
    block = parse_release_block(
        token.content,
        path=page.path,
        first_line=page.first_line + row + 1,
        first_column=column,
        language=page.language,
    )
    page.diagnostics += block.diagnostics
    if draft.release is not None:
        draft.blocks.append(block.value)


def take_labelled_lines(tokens: Sequence[Token], index: int, draft: Draft, page: Page) -> int:
    """Parse the quote or list that opens at `index` when every line of it is `label：value`.

    Gives the index after it when its facts went into the draft, else `index`: it is prose.
    """
    opening = tokens[index]
    end = index + 1
    while tokens[end].level > opening.level:
        if tokens[end].type not in _PLAIN_TOKENS or "checked" in tokens[end].meta:
            return index
        end += 1
    lines = _placed_lines(opening, page)
    if not lines:
        return index
    found = parse_labelled_lines(lines, page.language)
    if found.value is None:
        return index
    page.diagnostics += found.diagnostics
    draft.blocks.append(found.value)
    return end + 1


def _placed_lines(opening: Token, page: Page) -> list[Placed]:
    """The lines without `>` or list marks, or nothing where one of them has no label."""
    first, after = opening.map or (0, 0)
    placed: list[Placed] = []
    for row in range(first, min(after, len(page.lines))):
        line = page.lines[row]
        mark = _ITEM_START.match(line)
        text = line[mark.end() if mark else 0 :].strip()
        if not text:
            continue
        if not _LABELLED.match(text):
            return []
        column = line.find(text, mark.end() if mark else 0) + 1
        placed.append(Placed(text, Span(page.path, page.first_line + row, column, len(text))))
    return placed
