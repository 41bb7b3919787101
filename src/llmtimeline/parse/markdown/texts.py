"""A whole text of Markdown, written: the post's body, and what its shortcodes enclose."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import count
from typing import Any

from llmtimeline.parse.markdown.block_writer import write_blocks
from llmtimeline.parse.markdown.calls import TextCalls, take_calls
from llmtimeline.parse.markdown.engine import Engine, open_engine
from llmtimeline.parse.markdown.inline_writer import write_inline
from llmtimeline.parse.markdown.page import Page, Part
from llmtimeline.parse.markdown.places import InlinePlaces
from llmtimeline.parse.markdown.verbatim import listing
from llmtimeline.parse.markdown.writing import Writing
from llmtimeline.parse.shortcodes.scanner import Region, has_tags, scan
from llmtimeline.parse.shortcodes.woven import reserve

_CODE = frozenset({"fence", "code_block"})


def normalized(text: str) -> str:
    """As CommonMark wants it, section 2.3; done here so that lines and columns are those that the parser sees."""
    return reserve(text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd"))


def write_text(text: str, page: Page, params: Callable[[str], object], depth: int = 0) -> Writing:
    """All blocks of a text, whose lines become the page's."""
    engine = open_engine(page.markup)
    if has_tags(text):
        text = _weave(text, page, engine, params, depth)
    page.lines = (" " * page.first_column + text).split("\n")
    env: dict[str, Any] = {}
    tokens = engine.parse(text, env)
    page.footnotes = _footnote_labels(env)
    return write_blocks(tokens, page)


def _weave(text: str, page: Page, engine: Engine, params: Callable[[str], object], depth: int) -> str:
    code, blocks = _code_regions(text, engine)
    woven = take_calls(text, scan(text, code, blocks), page)
    numbers = page.calls.numbers if page.calls else count()
    page.calls = TextCalls(text, woven, _Writers(params), params, depth, numbers)
    return woven.text


def _code_regions(text: str, engine: Engine) -> tuple[list[Region], list[Region]]:
    """Offsets of the blocks of code, and of the blocks with inline text."""
    tokens: list[Any] = []
    engine.block.parse(text, engine, {}, tokens)
    starts = [0]
    while found := text.find("\n", starts[-1]) + 1:
        starts.append(found)
    starts.append(len(text))
    code: list[Region] = []
    blocks: list[Region] = []
    for token in tokens:
        if token.map and (token.type in _CODE or token.type == "inline"):
            first, after = (starts[min(row, len(starts) - 1)] for row in token.map)
            (code if token.type in _CODE else blocks).append((first, after))
    return sorted(code), sorted(blocks)


class _Writers:
    """Writes what shortcodes enclose, with the means of this package."""

    def __init__(self, params: Callable[[str], object]) -> None:
        self._params = params

    def blocks(self, text: str, page: Page, row: int, column: int, depth: int) -> tuple[list[Part], str]:
        inner = _nested(page, row, column)
        writing = write_text(text, inner, self._params, depth)
        return [*writing.draft.parts, *writing.endnotes], " ".join((*writing.texts, *writing.endnote_texts))

    def inline(self, text: str, page: Page, row: int, column: int) -> tuple[list[Part], str]:
        text = " ".join(text.split("\n"))
        inner = _nested(page, row, column)
        inner.lines = (" " * inner.first_column + text,)
        children = open_engine(page.markup).parseInline(text)[0].children or ()
        return write_inline(children, InlinePlaces(text, (0, 1), inner), inner)

    def code(self, text: str, language: str, options: str) -> str:
        return listing(text, language, options)


def _nested(page: Page, row: int, column: int) -> Page:
    """A page for a text inside this one. What it gathers goes to the same lists."""
    first_column = column + (page.first_column if row == 0 else 0)
    return replace(
        page,
        first_line=page.first_line + row,
        first_column=first_column,
        lines=(),
        is_nested=True,
        referred=[],
        counted=[],
    )


def _footnote_labels(env: Mapping[str, Any]) -> frozenset[str]:
    """The labels of the footnotes that have a text."""
    refs: Mapping[str, int] = env.get("footnotes", {}).get("refs", {})
    return frozenset(label.removeprefix(":") for label in refs)
