"""Full-width spaces at the start of a Chinese paragraph are a part of its text; to CommonMark only spaces and tabs are
an indent, but markdown-it trims whatever Python calls white space."""

from __future__ import annotations

from markdown_it.rules_core import StateCore

_WIDE = "\u3000"


def keep_wide_indents(state: StateCore) -> None:
    """Core rule, before the inline rules: give paragraphs the full-width spaces back that stand before their text."""
    if _WIDE not in state.src:
        return
    lines = state.src.split("\n")
    for index, token in enumerate(state.tokens):
        if token.type != "paragraph_open" or token.map is None:
            continue
        inline, line = state.tokens[index + 1], lines[token.map[0]]
        end = line.find(inline.content.partition("\n")[0])
        start = len(line[: max(end, 0)].rstrip(_WIDE))
        if start < end:
            inline.content = line[start:end] + inline.content
