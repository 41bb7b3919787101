"""`{.class #id}` on a line of its own, right below a paragraph, list, quote or table: Hugo's `attribute.block`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from llmtimeline.parse.markdown.attributes import Attributes, parse_attributes
from llmtimeline.parse.markdown.headings import html_attributes
from llmtimeline.parse.markdown.writing import Writing

_BRACES = re.compile(r"\{([^{}]*)\}")
_TAKES = frozenset({"paragraph_open", "bullet_list_open", "ordered_list_open", "blockquote_open", "table_open"})


def take_block_attributes(state: StateCore) -> None:
    """Core rule, before the inline rules: attributes go from their line to `meta["attributes"]` of the block above."""
    if "}" not in state.src:
        return
    lines = state.src.split("\n")
    kept: list[Token] = []
    tokens = state.tokens
    index = 0
    outer: Token | None = None  # the block at the left margin that holds this one
    while index < len(tokens):
        token = tokens[index]
        if token.level == 0 and token.nesting > 0:
            outer = token
        if token.type == "paragraph_open" and _take_from_paragraph(token, tokens[index + 1], kept, lines, outer):
            index += 3
            continue
        if token.type == "table_close":
            _take_from_table(kept)
        kept.append(token)
        index += 1
    state.tokens = kept


def said_of(writing: Writing, opening: Token) -> str:
    """The attributes of a block as they stand in its tag; "" without any."""
    attributes = opening.meta.get("attributes")
    if not isinstance(attributes, Attributes):
        return ""
    if attributes.id:
        writing.page.anchors[writing.ids.register(attributes.id)] = None
    return html_attributes(attributes.id, attributes)


def _take_from_paragraph(
    opening: Token, inline: Token, before: Sequence[Token], lines: Sequence[str], outer: Token | None
) -> bool:
    """Whether the paragraph was nothing but attributes of the block before it. A line below its text is taken off."""
    text, _, last = inline.content.rpartition("\n")
    found = _BRACES.fullmatch(last.strip())
    attributes = parse_attributes(found[1]) if found else None
    if attributes is None or opening.map is None:
        return False
    if not text:
        row = opening.map[0]
        above = _block_that_ends_at(row, opening.level, before) if row and lines[row - 1].strip() else None
        if above is not None:
            above.meta["attributes"] = attributes
        return above is not None
    # At the left margin below the text of an item or quote, they are for the list or quote as a whole.
    outside = opening.level > 0 and lines[opening.map[1] - 1].startswith("{")
    (outer if outside and outer else opening).meta["attributes"] = attributes
    inline.content = text
    return False


def _block_that_ends_at(row: int, level: int, before: Sequence[Token]) -> Token | None:
    """The opening token of the block at this level that ends right above a line."""
    for token in reversed(before):
        if token.level < level:
            return None
        if token.level == level and token.nesting > 0:
            return token if token.type in _TAKES and token.map and token.map[1] == row else None
    return None


def _take_from_table(tokens: list[Token]) -> None:
    """A row of braces alone is what follows a table: `tokens` end with the last row of its body."""
    start = next(at for at in range(len(tokens) - 1, -1, -1) if tokens[at].type == "tr_open")
    texts = [token.content for token in tokens[start:] if token.type == "inline"]
    found = _BRACES.fullmatch(texts[0].strip()) if texts and not any(texts[1:]) else None
    attributes = parse_attributes(found[1]) if found else None
    if attributes is None or tokens[-1].type != "tbody_close":
        return
    table = next(token for token in reversed(tokens) if token.type == "table_open")
    table.meta["attributes"] = attributes
    del tokens[start:-1]
    if tokens[-2].type == "tbody_open":
        del tokens[-2:]
