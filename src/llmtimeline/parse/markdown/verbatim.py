"""Code, raw HTML and rules."""

from __future__ import annotations

import re

from markdown_it.common.utils import unescapeAll

from llmtimeline.parse.markdown.attributes import Attributes, parse_attributes
from llmtimeline.parse.markdown.block_html import visible_text
from llmtimeline.parse.markdown.block_parser import MORE
from llmtimeline.parse.markdown.draft import Draft
from llmtimeline.parse.markdown.facts import take_release_block
from llmtimeline.parse.markdown.headings import html_attributes
from llmtimeline.parse.markdown.highlight import highlight
from llmtimeline.parse.markdown.page import RAW_ID, escape_html
from llmtimeline.parse.markdown.writing import Writing, row_of

_LANGUAGE = re.compile(r"[^\s{]*")
_BRACES = re.compile(r"\{([^{}]*)\}\s*\Z")
_DRAWN_BY_SCRIPT = frozenset({"mermaid"})


def write_fence(writing: Writing, index: int) -> int:
    """A fenced block: facts of a release, or code."""
    token = writing.tokens[index]
    info = unescapeAll(token.info).strip() if token.info else ""
    found = _LANGUAGE.match(info)
    language = found[0] if found else ""
    if language.lower() == "release":
        inside = writing.parts is not writing.endnotes
        take_release_block(token, writing.draft if inside else Draft(0), writing.page)
        return index + 1
    braces = _BRACES.search(info, len(language)) if info.endswith("}") else None
    attributes = (parse_attributes(braces[1]) if braces else None) or Attributes()
    if attributes.id:
        writing.page.anchors[writing.ids.register(attributes.id)] = None
    writing.parts.append(_code(token.content, language, attributes))
    return _end(writing, index, token.content.strip("\n"))


def write_indented_code(writing: Writing, index: int) -> int:
    """Code by indentation; it has no language."""
    content = writing.tokens[index].content
    writing.parts.append(_code(content, "", Attributes()))
    return _end(writing, index, content.strip("\n"))


def _code(code: str, language: str, attributes: Attributes) -> str:
    """A listing that the keyboard can scroll; with colours in a `highlight` box where the language is known."""
    said = html_attributes(attributes.id, Attributes(classes=attributes.classes))
    shown = escape_html(code)
    if not language:
        return f'<pre tabindex="0"{said}><code>{shown}</code></pre>\n'
    name = escape_html(language)
    if language.lower() in _DRAWN_BY_SCRIPT:
        return f'<pre class="{name.lower()}" tabindex="0">{shown}</pre>\n'
    inner = f'<code class="language-{name}" data-lang="{name}">'
    coloured = highlight(code, language)
    if coloured is None:
        return f'<pre tabindex="0"{said}>{inner}{shown}</code></pre>\n'
    said = html_attributes(attributes.id, Attributes(classes=("highlight", *attributes.classes)))
    return f'<div{said}><pre tabindex="0">{inner}{coloured}</code></pre></div>\n'


def write_html(writing: Writing, index: int) -> int:
    """Raw HTML: as it is where the site allows it, else the text that it would have shown. Comments vanish."""
    token, page = writing.tokens[index], writing.page
    content = token.content.strip()
    if content == MORE:
        writing.mark()
        return index + 1
    text, has_tags = visible_text(content)
    if has_tags and page.markup.unsafe:
        writing.parts.append(token.content)
        page.anchors.update((ident, None) for ident in RAW_ID.findall(token.content))
    elif text:
        writing.parts += ("<p>", escape_html(text), "</p>\n")
    if has_tags and not page.markup.unsafe:
        page.raw_html.append(page.line_span(row_of(token)))
    return _end(writing, index, text)


def write_rule(writing: Writing, index: int) -> int:
    """A line across."""
    writing.parts.append("<hr>\n")
    return _end(writing, index, "")


def _end(writing: Writing, index: int, text: str) -> int:
    if text:
        writing.texts.append(text)
    writing.touch(writing.tokens[index])
    return index + 1
