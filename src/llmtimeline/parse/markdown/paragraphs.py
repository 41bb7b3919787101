"""Paragraphs, also those inside lists and footnotes."""

from __future__ import annotations

from collections.abc import Iterable

from markdown_it.token import Token

from llmtimeline.parse.markdown.block_attributes import said_of
from llmtimeline.parse.markdown.counting import BACK_LINK
from llmtimeline.parse.markdown.inline_writer import TEXT
from llmtimeline.parse.markdown.lint import check_bold_line, check_paragraph
from llmtimeline.parse.markdown.page import MORE_MARK, Part, without_marks
from llmtimeline.parse.markdown.words import back_to_text
from llmtimeline.parse.markdown.writing import Writing
from llmtimeline.parse.shortcodes.known import KNOWN
from llmtimeline.parse.shortcodes.woven import holds_token, is_only_tokens
from llmtimeline.values.posts import Shortcode


def write_paragraph(writing: Writing, index: int) -> int:
    """A paragraph; in a tight list without its tags. The first one with words of its own is the section's lead."""
    opening, inline = writing.tokens[index : index + 2]
    parts, text, places = writing.inline(inline)
    if "#" in inline.content:
        check_paragraph(inline.content, places, writing.page)
    if inline.content.startswith(("**", "__")) and opening.level == 0:
        check_bold_line(inline, places, writing.page)
    index += 2
    while writing.tokens[index].type == "footnote_anchor":
        parts.append(back_link(writing, writing.tokens[index]))
        writing.page.counted[-1] += BACK_LINK
        index += 1
    if is_only_tokens(inline.content) and not opening.hidden:
        writing.parts += (*parts, "\n")  # a shortcode that stands alone is no paragraph
        _note_text(writing, text)
        writing.touch(opening)
        return index + 1
    if writing.checkbox:
        parts = [f"<label>{writing.checkbox} ", *parts, "</label>"]
        writing.checkbox = ""
    if text and not text.isspace():
        writing.texts.append(text)
        if opening.level == 0 and not writing.draft.lead and _has_words(inline.children or ()):
            writing.draft.lead = " ".join(text.split())
    writing.touch(opening)
    if opening.hidden:
        writing.parts += without_marks(parts)
        if writing.tokens[index + 1].nesting >= 0:
            writing.parts.append("\n")
    elif MORE_MARK in parts:
        _write_around_mark(writing, parts)
    elif writing.page.calls is not None and holds_token(inline.content):
        _write_around_blocks(writing, parts)
    elif parts:
        bare = writing.page.markup.bare_images and [child.type for child in inline.children or ()] == ["image"]
        writing.parts += ("" if bare else f"<p{said_of(writing, opening)}>", *parts, "\n" if bare else "</p>\n")
    return index + 1


def back_link(writing: Writing, anchor: Token) -> str:
    """The link from the end of a footnote to where it was referred to."""
    number, again = anchor.meta["id"] + 1, anchor.meta["subId"] or ""
    label = back_to_text(writing.page.language)
    return (
        f'&#160;<a href="#fnref{again}:{number}" class="footnote-backref" role="doc-backlink" aria-label="{label}">'
        "&#x21a9;&#xfe0e;</a>"
    )


def _write_around_mark(writing: Writing, parts: list[Part]) -> None:
    """One paragraph before `<!--more-->` and one after it, as Hugo does."""
    cut = parts.index(MORE_MARK)
    _write_if_any(writing, parts[:cut])
    writing.mark()
    _write_if_any(writing, without_marks(parts[cut + 1 :]))


def _write_around_blocks(writing: Writing, parts: list[Part]) -> None:
    """Paragraphs around the shortcodes that are no part of a line, which no paragraph may hold."""
    start = 0
    for index, part in enumerate(parts):
        if _is_block(parts, index):
            _write_if_any(writing, parts[start:index])
            writing.parts += (part, "\n")
            start = index + 1
    _write_if_any(writing, parts[start:])


def _is_block(parts: list[Part], index: int) -> bool:
    """Whether a shortcode, or the listing it has become, stands for itself; an unknown one on a line of its own."""
    part = parts[index]
    if isinstance(part, str):
        return part.startswith(("<pre ", '<div class="highlight'))
    if not isinstance(part, Shortcode):
        return False
    if part.name in KNOWN:
        return not KNOWN[part.name].inline
    before, after = parts[index - 1 : index], parts[index + 1 : index + 2]
    return before in ([], ["\n"]) and after in ([], ["\n"])


def _write_if_any(writing: Writing, parts: list[Part]) -> None:
    while parts and parts[0] == "\n":
        parts = parts[1:]
    while parts and parts[-1] == "\n":
        parts = parts[:-1]
    if parts:
        writing.parts += ("<p>", *parts, "</p>\n")


def _note_text(writing: Writing, text: str) -> None:
    if text.strip():
        writing.texts.append(text)


def _has_words(children: Iterable[Token]) -> bool:
    """Whether a paragraph says more than a bare address."""
    in_address = False
    for child in children:
        if child.tag == "a" and child.info == "auto":
            in_address = child.nesting > 0
        elif not in_address and child.type in TEXT and child.content and not child.content.isspace():
            return True
    return False
