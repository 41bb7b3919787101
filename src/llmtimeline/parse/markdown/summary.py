"""The summary of a body: up to `<!--more-->`, else cut where Hugo cuts.

Hugo goes through the rendered HTML from one `</p>` to the next, counts the fields between white space, and cuts after
the first paragraph with which the count reaches `summaryLength`. Headings and footnote marks count, but are left
out of what is shown: a card would run them into the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape

from llmtimeline.parse.markdown.draft import Draft
from llmtimeline.parse.markdown.page import MORE_MARK, Part, Typeset, escape_html, pieces
from llmtimeline.values.posts import Image, Piece, Ref, Shortcode

_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)[^>]*>")
_ANY_TAG = re.compile(r"<[^>]*(?:>|$)")
# Fields that Hugo takes for markup: a tag that has lost its attributes, and an attribute with all that follows it.
_MARKUP = re.compile(r'</?[A-Za-z]+>?\Z|[A-Za-z-]+="')
_VOID = frozenset({"br", "hr", "img", "input", "wbr", "source"})
_ID = re.compile(r' id="[^"]*"')
_OURS = re.compile(r' rel="noopener"')  # attributes that Hugo's HTML has not
_FOOTNOTE_MARK = '<sup id="fnref'


@dataclass(frozen=True, slots=True)
class Summary:
    """HTML, the same as plain text on one line, and whether the body goes on."""

    pieces: tuple[Piece, ...] = ()
    text: str = ""
    truncated: bool = False


def summarize(drafts: Sequence[Draft], length: int, *, cjk: bool, has_mark: bool) -> Summary:
    """The summary of a body's sections. `length` counts words, in Chinese characters; a mark beats it."""
    stream = _stream(drafts)
    kept: list[Part] = []
    count, run = 0, ""
    for part, shown in stream:
        if part is MORE_MARK:
            break
        if shown:
            kept.append(_without_ids(part))
        if has_mark:
            continue
        if isinstance(part, str) and part.startswith("</p>"):
            # Hugo never counts the last character of a paragraph.
            count += sum(_words(field, cjk=cjk) for field in _OURS.sub("", run)[:-1].split())
            run = part.removeprefix("</p>")
            if count >= length:
                break
        else:
            run += _as_counted(part)
    kept += _closing_tags(kept)
    text = to_plain_line("".join(part for part in kept if isinstance(part, str)))
    return Summary(pieces(kept), text, any(_has_content(part) for part, _ in stream))


def to_plain_line(html: str) -> str:
    """The text of some HTML on one line."""
    return " ".join(unescape(_ANY_TAG.sub("", html)).split())


def _stream(drafts: Sequence[Draft]) -> Iterator[tuple[Part, bool]]:
    """Every part of the HTML in order, with the level-2 headings that templates draw, and whether to show it."""
    for draft in drafts:
        if draft.heading is not None:
            ident = f' id="{escape_html(draft.heading.id)}"' if draft.heading.id else ""
            yield from ((part, False) for part in (f"<h2{ident}>", *draft.heading.pieces, "</h2>\n"))
        done = 0
        for start, text_end, end in draft.inner_headings:
            yield from _shown(draft.parts[done:start])
            yield from ((part, False) for part in draft.parts[start:text_end])
            yield (draft.parts[end - 1], False)
            done = end
        yield from _shown(draft.parts[done:])


def _shown(parts: Sequence[Part]) -> Iterator[tuple[Part, bool]]:
    for part in parts:
        yield part, not (isinstance(part, str) and part.startswith(_FOOTNOTE_MARK))


def _words(field: str, *, cjk: bool) -> int:
    if field == ">" or _MARKUP.match(field):
        return 0
    if not cjk:
        return 1
    text = _ANY_TAG.sub("", field)
    return 1 if text.isascii() else len(text)


def _as_counted(part: Part) -> str:
    """HTML as Hugo writes it, as far as words go."""
    if isinstance(part, Typeset):
        return part.counted
    if isinstance(part, Image):
        title = f' title="{escape_html(part.title)}"' if part.title else ""
        return f'<img src="{_address(part.source)}" alt="{escape_html(part.alt)}"{title} loading="lazy">'
    return _address(part) if isinstance(part, str | Ref) else ""


def _address(part: str | Ref) -> str:
    return part.target if isinstance(part, Ref) else part


def _without_ids(part: Part) -> Part:
    return _ID.sub("", part) if isinstance(part, str) and " id=" in part else part


def _has_content(part: Part) -> bool:
    if isinstance(part, str):
        return bool(_ANY_TAG.sub("", part).strip()) or "<img" in part or "<hr" in part
    return isinstance(part, Ref | Image | Shortcode)


def _closing_tags(parts: Sequence[Part]) -> list[str]:
    """What closes the elements that the cut left open."""
    open_tags: list[str] = []
    for part in parts:
        if not isinstance(part, str):
            continue
        for closing, name in _TAG.findall(part):
            if not closing and name not in _VOID:
                open_tags.append(name)
            elif closing and name in open_tags:
                while open_tags.pop() != name:
                    pass
    return [f"</{name}>" for name in reversed(open_tags)]
