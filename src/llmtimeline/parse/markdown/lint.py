"""Small accidents of Markdown that an author would not want: each is told, none changes the page."""

from __future__ import annotations

import re

from markdown_it.token import Token

from llmtimeline.parse.markdown.page import Page
from llmtimeline.parse.markdown.places import InlinePlaces
from llmtimeline.parse.releases import parse_release_heading
from llmtimeline.values.posts import Heading

_LONGEST = 60  # characters of a heading that somebody may have meant
_DIGIT = re.compile(r"\d")  # no date without one
_SENTENCE_END = tuple("。！？；，：…!?;,:.")
_MARKS_WITHOUT_SPACE = re.compile(r"^(#{1,6})(?=[^#\s])(.*)$", re.MULTILINE)


def check_underlined_heading(token: Token, inline: Token, text: str, page: Page) -> None:
    """LT207: a line of - or = under a text that looks like no heading."""
    content = inline.content
    has_image = any(child.type == "image" for child in inline.children or ())
    if not (has_image or len(text) > _LONGEST or "\n" in content or text.rstrip().endswith(_SENTENCE_END)):
        return
    row = token.map[1] - 1 if token.map else 0
    what = "the image" if has_image else "the text"
    hint = "leave a blank line before it to get a rule, or write the heading with `##`"
    page.tell("LT207", f"this line makes a heading of {what} above it", page.line_span(row), hint)


def check_inner_heading(heading: Heading, page: Page) -> None:
    """LT305: a heading that names a release, but at a level or in a place where none is looked for."""
    if not _DIGIT.search(heading.text) or parse_release_heading(heading.text, heading.span).value is None:
        return
    if heading.level == 2:
        message, hint = "this release stands inside a quote or list", "write the heading at the left margin"
    else:
        message = f"a release needs a heading of level 2, and this is level {heading.level}"
        hint = f"write `## {heading.text}`"
    page.tell("LT305", message, heading.span, hint)


def check_paragraph(content: str, places: InlinePlaces, page: Page) -> None:
    """LT208: a line that begins with ## and no space. A single # may be a hashtag, unless a release follows."""
    for found in _MARKS_WITHOUT_SPACE.finditer(content):
        marks, text = found.groups()
        span = places.span(found.start(), len(found[0]))
        if len(marks) > 1 or parse_release_heading(text, span).value is not None:
            page.tell(
                "LT208", f"no space after `{marks}`, so this is no heading", span, f"write `{marks} {text.strip()}`"
            )
