"""A post's Markdown becomes a Body: sections of HTML with holes, release facts, headings, summary."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from llmtimeline.parse.markdown.counting import count_words, reading_minutes
from llmtimeline.parse.markdown.engine import open_engine
from llmtimeline.parse.markdown.inline_writer import write_inline
from llmtimeline.parse.markdown.page import Page, pieces
from llmtimeline.parse.markdown.places import InlinePlaces
from llmtimeline.parse.markdown.summary import summarize, to_plain_line
from llmtimeline.parse.markdown.texts import normalized, write_text
from llmtimeline.values.config import Config
from llmtimeline.values.diagnostics import Checked, in_order
from llmtimeline.values.places import Span
from llmtimeline.values.posts import Body, Piece


def parse_body(
    text: str,
    *,
    first_line: int,
    path: str,
    config: Config,
    language: str,
    cjk: bool,
    params: Callable[[str], object] = lambda _: None,
) -> Checked[Body]:
    """The body that starts at line `first_line` of the file. Never raises, and takes linear time.

    `language` words the titles of alerts and reads release blocks; `cjk` decides how words are counted; `params`
    answers the shortcode `param`. May add LT105, LT201, LT203 to LT208, LT211 to LT214, LT305, LT314 and all that
    release headings and blocks add.
    """
    page = Page(path, first_line, (), language, config.markup)
    writing = write_text(normalized(text), page, params)
    page.tell_raw_html()

    drafts = [draft for draft in writing.drafts if not draft.is_empty]
    summary = summarize(drafts, config.summary_length, cjk=cjk, has_mark=writing.has_mark)
    sections = tuple(draft.as_section(page) for draft in drafts)
    words = sum(count_words(text, cjk=cjk) for text in page.counted)
    body = Body(
        sections=sections,
        endnotes=pieces(writing.endnotes),
        headings=tuple(writing.headings),
        anchors=frozenset(page.anchors),
        summary=summary.pieces,
        summary_text=summary.text,
        truncated=summary.truncated,
        words=words,
        minutes=reading_minutes(words, cjk=cjk),
        cjk=cjk,
    )
    return Checked(body, in_order(page.diagnostics))


def render_inline(
    text: str, *, path: str, line: int, config: Config, language: str = "", column: int = 1
) -> Checked[tuple[Piece, ...]]:
    """One line of Markdown, such as a summary in the front matter, as HTML with holes, without a paragraph.

    `column` is where the text starts on its line. May add what links and images add to a body.
    """
    text = " ".join(normalized(text).split("\n"))
    children = open_engine(config.markup).parseInline(text)[0].children or ()
    page = Page(path, line, (" " * (column - 1) + text,), language, config.markup)
    parts, _ = write_inline(children, InlinePlaces(text, (0, 1), page), page)
    page.tell_raw_html()
    return Checked(pieces(parts), in_order(page.diagnostics))


def replace_summary(body: Body, text: str, *, span: Span, config: Config, language: str) -> Checked[Body]:
    """The body with a summary that its front matter gives, in inline Markdown, starting at `span`.

    As in Hugo it beats every other summary, and nothing counts as cut off. May add what `render_inline` adds.
    """
    found = render_inline(text, path=span.path, line=span.line, column=span.column, config=config, language=language)
    line = to_plain_line("".join(piece for piece in found.value if isinstance(piece, str)))
    return Checked(replace(body, summary=found.value, summary_text=line, truncated=False), found.diagnostics)
