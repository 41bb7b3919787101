"""A body in the making: the tokens, the section that is open, and where HTML and text go."""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it.token import Token

from llmtimeline.parse.markdown.draft import Draft
from llmtimeline.parse.markdown.heading_ids import HeadingIds
from llmtimeline.parse.markdown.inline_writer import write_inline
from llmtimeline.parse.markdown.page import MORE_MARK, Page, Part
from llmtimeline.parse.markdown.places import InlinePlaces
from llmtimeline.values.posts import Heading


class Writing:
    """What the writers of blocks work on. Each takes the index of its first token and gives the next one's."""

    def __init__(self, tokens: Sequence[Token], page: Page) -> None:
        self.tokens = tokens
        self.page = page
        self.draft = Draft(0)
        self.drafts = [self.draft]
        self.parts = self.draft.parts  # of the draft, or the endnotes
        self.texts = self.draft.texts
        self.headings: list[Heading] = []
        self.endnotes: list[Part] = []
        self.endnote_texts: list[str] = []
        self.ids = page.ids = page.ids or HeadingIds(page.markup.heading_ids)
        self.has_mark = False  # <!--more--> was seen
        self.checkbox = ""  # waits for the text of a task list's item
        self.cells: list[str] = []  # texts of the table row so far
        self.footnote = -1  # id of the open one
        self.homes: dict[int, Draft] = {}  # footnote id -> the section that first refers to it
        self.column = 0  # where on the table row's line the next cell begins

    def inline(self, token: Token, from_column: int = 0) -> tuple[list[Part], str, InlinePlaces]:
        """HTML, plain text and places of an inline token."""
        start, end = token.map or (0, 1)
        places = InlinePlaces(token.content, (start, end), self.page, from_column)
        parts, text = write_inline(token.children or (), places, self.page)
        return parts, text, places

    def open(self, index: int, html: str) -> int:
        """Write an opening tag, with the line break after it that markdown-it would write."""
        token, following = self.tokens[index], self.tokens[index + 1]
        inside = following.hidden or following.type == "inline"
        empty = following.nesting < 0 and following.tag == token.tag
        self.parts.append(html if inside or empty else html + "\n")
        return index + 1

    def touch(self, token: Token) -> None:
        """Note that something stands in the section, so that no labelled lines are looked for after it."""
        if token.level == 0:
            self.draft.untouched = False

    def mark(self) -> None:
        """End the summary here, unless it has ended before."""
        if not self.has_mark and self.parts is self.draft.parts:
            self.has_mark = True
            self.parts.append(MORE_MARK)

    def begin_section(self, row: int) -> None:
        """Close the open section and begin one at a line, counted from 0."""
        self.end_section()
        self.draft = Draft(row)
        self.drafts.append(self.draft)
        self.parts, self.texts = self.draft.parts, self.draft.texts

    def begin_endnotes(self) -> None:
        """Close the last section; from here on everything belongs to the footnotes."""
        self.end_section()
        self.parts, self.texts = self.endnotes, self.endnote_texts

    def end_section(self) -> None:
        """Give the links that were gathered to the open section."""
        self.draft.links += self.page.links
        self.page.links.clear()
        for footnote in self.page.referred:
            self.homes.setdefault(footnote, self.draft)
        self.page.referred.clear()

    def end_footnote(self) -> None:
        """Give the links of the footnote to the section that refers to it."""
        if self.footnote in self.homes:
            self.homes[self.footnote].links += self.page.links
        self.page.links.clear()


def row_of(token: Token) -> int:
    """The line at which a token starts, from 0."""
    return token.map[0] if token.map else 0
