"""Small accidents of Markdown that an author would not want: each is told, none changes the page."""

from __future__ import annotations

import re

from markdown_it.token import Token

from llmtimeline.parse.facts.releases import parse_release_heading
from llmtimeline.parse.markdown.page import Page
from llmtimeline.parse.markdown.places import InlinePlaces
from llmtimeline.values.posts import Heading

_LONGEST = 60  # characters of a heading that somebody may have meant
_DIGIT = re.compile(r"\d")  # no date without one
_LATIN = re.compile("[A-Za-z]")
_SENTENCE_END = tuple("。！？；，：…!?;,:.")
_MARKS_WITHOUT_SPACE = re.compile(r"^(#{1,6})(?=[^#\s])(.*)$", re.MULTILINE)


def check_underlined_heading(token: Token, inline: Token, text: str, page: Page) -> None:
    """LT207: a line of - or = under a text that looks like no heading, or that is too short or indented for one."""
    row = token.map[1] - 1 if token.map else 0
    place = page.line_span(row)
    children = [child for child in inline.children or () if child.content or child.nesting or child.type == "image"]
    has_image = any(child.type == "image" for child in children)
    is_address = len(children) == 3 and children[0].info == "auto"
    is_sentence = len(text) > _LONGEST or "\n" in inline.content or text.rstrip().endswith(_SENTENCE_END)
    is_slip = token.level > 0 or place.width == 1  # in a list or quote; `-` where an item was begun
    if not (has_image or is_address or is_sentence or is_slip):
        return
    what = "the image" if has_image else "the address" if is_address else "the text"
    rule = "get a list" if place.width == 1 and token.markup == "-" else "get a rule"
    hint = f"leave a blank line before it to {rule}, or write the heading with `##`"
    page.tell("LT207", f"this line makes a heading of {what} above it", place, hint)


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


def check_bold_line(inline: Token, places: InlinePlaces, page: Page) -> None:
    """LT305: a paragraph that is nothing but a release in bold, where a heading was meant."""
    children = [child for child in inline.children or () if child.content or child.nesting]
    if len(children) != 3 or children[0].type != "strong_open" or children[2].type != "strong_close":
        return
    text, span = children[1].content, places.span(2, len(inline.content) - 4)
    release = parse_release_heading(text, span).value if _DIGIT.search(text) else None
    if release is not None and release.after and _LATIN.search(release.name.text):
        page.tell("LT305", "a release needs a heading, and this is a line in bold", span, f"write `## {text}`")


def check_paragraph(content: str, places: InlinePlaces, page: Page) -> None:
    """LT208: a line that begins with ## and no space. A single # may be a hashtag, unless a release follows."""
    for found in _MARKS_WITHOUT_SPACE.finditer(content):
        marks, text = found.groups()
        span = places.span(found.start(), len(found[0]))
        if len(marks) > 1 or parse_release_heading(text, span).value is not None:
            page.tell(
                "LT208", f"no space after `{marks}`, so this is no heading", span, f"write `{marks} {text.strip()}`"
            )
