"""Blocks that hold others: quotes, lists, tables, alerts, footnotes."""

from __future__ import annotations

from llmtimeline.parse.markdown.block_attributes import said_of
from llmtimeline.parse.markdown.counting import BACK_LINK
from llmtimeline.parse.markdown.facts import take_labelled_lines
from llmtimeline.parse.markdown.page import without_marks
from llmtimeline.parse.markdown.paragraphs import back_link
from llmtimeline.parse.markdown.words import alert_title
from llmtimeline.parse.markdown.writing import Writing, row_of

_MAY_HOLD_FACTS = frozenset({"blockquote_open", "bullet_list_open"})


def open_container(writing: Writing, index: int) -> int:
    """A quote, list or the like. The first one under a release's heading may hold its facts instead."""
    token, draft = writing.tokens[index], writing.draft
    if token.level == 0 and draft.untouched and draft.release is not None and token.type in _MAY_HOLD_FACTS:
        after = take_labelled_lines(writing.tokens, index, draft, writing.page)
        if after > index:
            draft.untouched = False
            return after
    writing.touch(token)
    start = token.attrs.get("start")
    number = "" if start is None else f' start="{start}"'
    return writing.open(index, f"<{token.tag}{number}{said_of(writing, token)}>")


def close_container(writing: Writing, index: int) -> int:
    """The end of a container."""
    writing.parts.append(f"</{writing.tokens[index].tag}>\n")
    return index + 1


def open_item(writing: Writing, index: int) -> int:
    """An item of a list; of a task list with its box, which nobody can tick on the page."""
    token = writing.tokens[index]
    if "checked" not in token.meta:
        return writing.open(index, "<li>")
    box = f'<input type="checkbox" disabled{" checked" if token.meta["checked"] else ""}>'
    if writing.tokens[index + 1].type == "paragraph_open":
        writing.checkbox, box = box, ""
    return writing.open(index, f'<li class="task">{box}')


def open_alert(writing: Writing, index: int) -> int:
    """`> [!NOTE]` with its title in the page's language; markdown-it's own title is passed over."""
    kind = writing.tokens[index].info.lower()
    writing.touch(writing.tokens[index])
    title = alert_title(kind, writing.page.language)
    writing.parts.append(
        f'<div class="alert alert-{kind}" role="note">\n<p class="alert-title" data-alert="{kind}">{title}</p>\n'
    )
    return index + 4


def open_table(writing: Writing, index: int) -> int:
    """A table in a box of its own, which the keyboard can scroll."""
    writing.touch(writing.tokens[index])
    said = said_of(writing, writing.tokens[index])
    writing.parts.append(f'<div class="table-scroll" tabindex="0"><table{said}>\n')
    return index + 1


def close_table(writing: Writing, index: int) -> int:
    """The end of a table and its box."""
    writing.parts.append("</table></div>\n")
    return index + 1


def open_row(writing: Writing, index: int) -> int:
    """A row of a table."""
    writing.column = 0
    writing.parts.append("<tr>\n")
    return index + 1


def close_row(writing: Writing, index: int) -> int:
    """The end of a row: its cells are one line of the plain text."""
    writing.texts.append(" ".join(writing.cells))
    writing.cells.clear()
    return close_container(writing, index)


def write_cell(writing: Writing, index: int) -> int:
    """A cell of a table."""
    opening, inline = writing.tokens[index : index + 2]
    parts, text, _ = writing.inline(inline, writing.column)
    attributes = ' scope="col"' if opening.tag == "th" else ""
    if style := opening.attrs.get("style"):  # a class, since pages allow no style in attributes
        attributes += f' class="align-{str(style).removeprefix("text-align:")}"'
    writing.parts += (f"<{opening.tag}{attributes}>", *without_marks(parts), f"</{opening.tag}>\n")
    writing.cells.append(text)
    found = writing.page.lines[row_of(inline)].find(inline.content, writing.column)
    writing.column = max(writing.column, found + len(inline.content))
    return index + 3


def write_term(writing: Writing, index: int) -> int:
    """A term of a definition list."""
    parts, text, _ = writing.inline(writing.tokens[index + 1])
    writing.parts += ("<dt>", *without_marks(parts), "</dt>\n")
    writing.texts.append(text)
    return index + 3


def open_footnotes(writing: Writing, index: int) -> int:
    """The footnotes, after everything else."""
    writing.begin_endnotes()
    writing.parts.append('<div class="footnotes" role="doc-endnotes">\n<hr>\n<ol>\n')
    return index + 1


def close_footnotes(writing: Writing, index: int) -> int:
    """The end of the footnotes."""
    writing.parts.append("</ol>\n</div>\n")
    return index + 1


def open_footnote(writing: Writing, index: int) -> int:
    """One footnote."""
    writing.footnote = writing.tokens[index].meta["id"]
    ident = f"fn:{writing.footnote + 1}"
    writing.page.anchors[ident] = None
    writing.parts.append(f'<li id="{ident}">\n')
    return index + 1


def close_footnote(writing: Writing, index: int) -> int:
    """The end of a footnote. Its links belong to the section that it explains."""
    writing.end_footnote()
    writing.parts.append("</li>\n")
    return index + 1


def write_back_link(writing: Writing, index: int) -> int:
    """The way back from a footnote that does not end with a paragraph."""
    writing.parts.append(f"<p>{back_link(writing, writing.tokens[index])}</p>\n")
    writing.page.counted.append(BACK_LINK)
    return index + 1
