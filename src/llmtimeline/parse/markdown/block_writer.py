"""Block tokens become sections of HTML with holes: which writer takes which token."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from markdown_it.token import Token

from llmtimeline.parse.markdown import containers, headings, paragraphs, verbatim
from llmtimeline.parse.markdown.page import Page
from llmtimeline.parse.markdown.writing import Writing

_WRITERS: dict[str, Callable[[Writing, int], int]] = {
    "paragraph_open": paragraphs.write_paragraph,
    "heading_open": headings.write_heading,
    "fence": verbatim.write_fence,
    "code_block": verbatim.write_indented_code,
    "html_block": verbatim.write_html,
    "hr": verbatim.write_rule,
    "blockquote_open": containers.open_container,
    "blockquote_close": containers.close_container,
    "bullet_list_open": containers.open_container,
    "bullet_list_close": containers.close_container,
    "ordered_list_open": containers.open_container,
    "ordered_list_close": containers.close_container,
    "list_item_open": containers.open_item,
    "list_item_close": containers.close_container,
    "dl_open": containers.open_container,
    "dl_close": containers.close_container,
    "dt_open": containers.write_term,
    "dd_open": containers.open_container,
    "dd_close": containers.close_container,
    "alert_open": containers.open_alert,
    "alert_close": containers.close_container,
    "table_open": containers.open_table,
    "table_close": containers.close_table,
    "thead_open": containers.open_container,
    "thead_close": containers.close_container,
    "tbody_open": containers.open_container,
    "tbody_close": containers.close_container,
    "tr_open": containers.open_row,
    "tr_close": containers.close_row,
    "th_open": containers.write_cell,
    "td_open": containers.write_cell,
    "footnote_block_open": containers.open_footnotes,
    "footnote_block_close": containers.close_footnotes,
    "footnote_open": containers.open_footnote,
    "footnote_close": containers.close_footnote,
    "footnote_anchor": containers.write_back_link,
}


def write_blocks(tokens: Sequence[Token], page: Page) -> Writing:
    """The whole body, written."""
    writing = Writing(tokens, page)
    index = 0
    while index < len(tokens):
        index = _WRITERS[tokens[index].type](writing, index)
    if writing.parts is not writing.endnotes:
        writing.end_section()
    return writing
