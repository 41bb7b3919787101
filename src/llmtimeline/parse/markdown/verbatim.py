"""Code, raw HTML and rules."""

from __future__ import annotations

import re

from markdown_it.common.utils import unescapeAll

from llmtimeline.parse.markdown.attributes import Attributes
from llmtimeline.parse.markdown.block_html import visible_text
from llmtimeline.parse.markdown.block_parser import MORE
from llmtimeline.parse.markdown.code_lines import CodeOptions, in_lines, read_options
from llmtimeline.parse.markdown.counting import counted_code
from llmtimeline.parse.markdown.draft import Draft
from llmtimeline.parse.markdown.facts import take_release_block
from llmtimeline.parse.markdown.headings import html_attributes
from llmtimeline.parse.markdown.highlight import highlight
from llmtimeline.parse.markdown.inline_writer import as_code, raw_parts
from llmtimeline.parse.markdown.page import RAW_ID, escape_html
from llmtimeline.parse.markdown.writing import Writing, row_of
from llmtimeline.parse.shortcodes.woven import without_tokens

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
    options = read_options(braces[1] if braces else "", numbered=writing.page.markup.line_numbers)
    if options.attributes.id:
        writing.page.anchors[writing.ids.register(options.attributes.id)] = None
    content = as_code(token.content, writing.page)
    writing.parts.append(_code(content, language, options, coloured=writing.page.markup.code_colours))
    writing.page.counted.append(counted_code(content))
    return _end(writing, index, content.strip("\n"))


def write_indented_code(writing: Writing, index: int) -> int:
    """Code by indentation; it has no language."""
    content = as_code(writing.tokens[index].content, writing.page)
    writing.parts.append(_code(content, "", CodeOptions()))
    writing.page.counted.append(counted_code(content))
    return _end(writing, index, content.strip("\n"))


def listing(code: str, language: str, options: str) -> str:
    """The HTML of code, with options as Hugo's `highlight` takes them: `linenos=table,hl_lines=1 3-4`."""
    return _code(code, language, read_options(options))


def _code(code: str, language: str, options: CodeOptions, *, coloured: bool = True) -> str:
    """A listing that the keyboard can scroll; in a `highlight` box where it has colours, or something said of lines."""
    ident, classes = options.attributes.id, options.attributes.classes
    said = html_attributes(ident, Attributes(classes=classes))
    shown = escape_html(code)
    if not language and not options.by_line:
        return f'<pre tabindex="0"{said}><code>{shown}</code></pre>\n'
    name = escape_html(language)
    if language.lower() in _DRAWN_BY_SCRIPT:
        return f'<pre class="{name.lower()}" tabindex="0">{shown}</pre>\n'
    inner = f'<code class="language-{name}" data-lang="{name}">' if language else "<code>"
    colours = highlight(code, language) if coloured and language else None
    if colours is None and not options.by_line:
        return f'<pre tabindex="0"{said}>{inner}{shown}</code></pre>\n'
    shown = colours or shown
    if options.by_line:
        shown = in_lines(shown, options)
    said = html_attributes(ident, Attributes(classes=("highlight", *classes)))
    return f'<div{said}><pre tabindex="0">{inner}{shown}</code></pre></div>\n'


def write_html(writing: Writing, index: int) -> int:
    """Raw HTML: as it is where the site allows it, else the text that it would have shown. Comments vanish."""
    token, page = writing.tokens[index], writing.page
    content = token.content.strip()
    if content == MORE:
        writing.mark()
        return index + 1
    text, has_tags = visible_text(content)
    if has_tags and page.markup.unsafe:
        writing.parts += raw_parts(token.content, page)
        page.anchors.update((ident, None) for ident in RAW_ID.findall(token.content))
    elif text := without_tokens(text):
        writing.parts += ("<p>", escape_html(text), "</p>\n")
    if has_tags and not page.markup.unsafe:
        page.raw_html.append(page.line_span(row_of(token)))
    page.counted.append(escape_html(text))
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
