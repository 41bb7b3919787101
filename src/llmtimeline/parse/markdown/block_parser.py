"""markdown-it's block parser with a look at a line's first character before a rule is asked."""

from __future__ import annotations

from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, blockquote, fence, heading, hr, html_block, list_block, reference, table
from mdit_py_plugins.footnote.index import footnote_def

Rule = Callable[[StateBlock, int, int, bool], bool]

MORE = "<!--more-->"  # Hugo knows it in this very spelling only

_ENDS_PARAGRAPH = ["paragraph", "reference"]
_ENDS_QUOTE = [*_ENDS_PARAGRAPH, "blockquote"]
_ENDS_ALL = [*_ENDS_QUOTE, "list"]


def quicken_blocks(md: MarkdownIt) -> None:
    """Put the rules that need a certain first character behind a gate. They match what they matched before."""
    rules: tuple[tuple[str, Rule, str, list[str]], ...] = (
        ("fence", fence, "`~", _ENDS_ALL),
        ("blockquote", blockquote, ">", _ENDS_ALL),
        ("hr", hr, "*-_", _ENDS_ALL),
        ("list", list_block, "*+-0123456789", _ENDS_QUOTE),
        ("footnote_def", footnote_def, "[", _ENDS_PARAGRAPH),
        ("reference", reference, "[", []),
        ("html_block", _html_block, "<", _ENDS_QUOTE),
        ("heading", heading, "#", _ENDS_QUOTE),
    )
    for name, rule, starts, ends in rules:
        md.block.ruler.at(name, _gated(rule, frozenset(starts)), {"alt": ends})
    md.block.ruler.at("table", _table, {"alt": _ENDS_PARAGRAPH})


def _gated(rule: Rule, starts: frozenset[str]) -> Rule:
    def gated(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:  # noqa: FBT001
        start = state.bMarks[start_line] + state.tShift[start_line]
        return state.src[start : start + 1] in starts and rule(state, start_line, end_line, silent)

    return gated


def _table(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:  # noqa: FBT001
    """The stock rule, where the next line may be the one under a table's head."""
    if start_line + 2 > end_line:
        return False
    start = state.bMarks[start_line + 1] + state.tShift[start_line + 1]
    return state.src[start : start + 1] in _UNDER_HEAD and table(state, start_line, end_line, silent)


_UNDER_HEAD = frozenset("|-:")


def _html_block(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:  # noqa: FBT001
    """The stock rule, except that text after a comment on the comment's line is a paragraph, not raw HTML."""
    start, end = state.bMarks[start_line] + state.tShift[start_line], state.eMarks[start_line]
    if state.src.startswith("<!--", start):
        close = state.src.find("-->", start + 2, end)
        if close >= 0 and not state.src[close + 3 : end].isspace() and close + 3 < end:
            return False
    return html_block(state, start_line, end_line, silent)
