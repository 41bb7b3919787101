"""Headings: those of level 2 at the left margin begin sections, all others stand inside."""

from __future__ import annotations

from markdown_it.token import Token

from llmtimeline.parse.facts.releases import parse_release_heading
from llmtimeline.parse.markdown.attributes import Attributes
from llmtimeline.parse.markdown.heading_ids import text_for_id
from llmtimeline.parse.markdown.inline_writer import plain_text
from llmtimeline.parse.markdown.lint import check_inner_heading, check_underlined_heading
from llmtimeline.parse.markdown.page import Page, Part, escape_html, pieces, without_marks
from llmtimeline.parse.markdown.writing import Writing, row_of
from llmtimeline.values.diagnostics import has_errors
from llmtimeline.values.places import Span
from llmtimeline.values.posts import Heading

_NONE = Attributes()


def write_heading(writing: Writing, index: int) -> int:
    """A heading. May add LT105, LT207, LT305 and what the release grammar adds."""
    opening, inline = writing.tokens[index : index + 2]
    level = int(opening.tag[1])
    begins_section = level == 2 and opening.level == 0 and not writing.page.is_nested
    if begins_section:
        writing.begin_section(row_of(opening))
    parts, text, places = writing.inline(inline)
    parts = without_marks(parts)
    title = " ".join((text if text.strip() else plain_text(inline.children or ())).split())
    attributes: Attributes = opening.meta.get("attributes", _NONE)
    _check_attributes(attributes, opening, writing.page)
    span = places.span(0, len(inline.content.partition("\n")[0]))
    heading = Heading(level, _ident(writing, inline, attributes), title, pieces(parts), span)
    writing.headings.append(heading)
    if opening.markup in ("-", "="):
        check_underlined_heading(opening, inline, title, writing.page)
    if begins_section:
        writing.draft.heading, writing.draft.language = heading, attributes.language
        if "\n" not in inline.content:
            _read_release(writing, text, span)
    else:
        check_inner_heading(heading, writing.page)
        writing.touch(opening)
        _write_inner(writing, heading, attributes, parts)
    return index + 3


def _read_release(writing: Writing, text: str, span: Span) -> None:
    """Whether the section tells of a release. The text keeps every space, because columns count them."""
    release = parse_release_heading(text, span)
    writing.page.diagnostics += release.diagnostics
    writing.draft.release = release.value
    writing.draft.misread = release.value is None and has_errors(release.diagnostics)


def _ident(writing: Writing, inline: Token, attributes: Attributes) -> str:
    """The author's id, else Hugo's; "" for a heading without any text, such as a bare address or a picture."""
    if attributes.id:
        ident = writing.ids.register(attributes.id)
    elif text := text_for_id(inline.children or ()):
        ident = writing.ids.assign(text)
    else:
        return ""
    writing.page.anchors[ident] = None
    return ident


def _check_attributes(attributes: Attributes, opening: Token, page: Page) -> None:
    for key in attributes.unknown:
        hint = "a heading takes `#id`, `.class` and `lang=…`"
        page.tell("LT105", f"unknown attribute `{key}`", page.line_span(row_of(opening)), hint)


def _write_inner(writing: Writing, heading: Heading, attributes: Attributes, parts: list[Part]) -> None:
    """A heading inside a section, with a link to itself."""
    start, tag = len(writing.parts), f"h{heading.level}"
    writing.parts += (f"<{tag}{html_attributes(heading.id, attributes)}>", *parts)
    text_end = len(writing.parts)
    if heading.id:
        href = escape_html(heading.id)
        writing.parts.append(f'<a class="anchor" href="#{href}" aria-hidden="true" tabindex="-1">#</a>')
    writing.parts.append(f"</{tag}>\n")
    if writing.parts is writing.draft.parts:
        writing.draft.inner_headings.append((start, text_end, len(writing.parts)))
    if heading.text:
        writing.texts.append(heading.text)


def html_attributes(ident: str, attributes: Attributes) -> str:
    """` id="…" class="…" lang="…"`, as far as given."""
    html = f' id="{escape_html(ident)}"' if ident else ""
    if attributes.classes:
        html += f' class="{escape_html(" ".join(attributes.classes))}"'
    return html + (f' lang="{attributes.language}"' if attributes.language else "")
