"""Inline tokens become HTML with holes, and plain text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from markdown_it.token import Token

from llmtimeline.parse.links import encode_address, is_external, is_safe, link_kind
from llmtimeline.parse.markdown.block_parser import MORE
from llmtimeline.parse.markdown.characters import joins_lines
from llmtimeline.parse.markdown.page import MORE_MARK, RAW_ID, Calls, Page, Part, escape_html, typeset
from llmtimeline.parse.markdown.places import InlinePlaces
from llmtimeline.parse.markdown.typography import COUNTED
from llmtimeline.parse.shortcodes.tags import show_literals
from llmtimeline.parse.shortcodes.woven import holds_token, without_tokens
from llmtimeline.values.addresses import is_inside
from llmtimeline.values.facts import Link
from llmtimeline.values.places import Span
from llmtimeline.values.posts import Image, Ref

_TAGS = {
    "em_open": "<em>",
    "em_close": "</em>",
    "strong_open": "<strong>",
    "strong_close": "</strong>",
    "s_open": "<del>",
    "s_close": "</del>",
}
TEXT = frozenset({"text", "text_special", "code_inline"})
_FOOTNOTE = re.compile(r"\[\^([^\[\]\s]{1,80})\]")


def write_inline(children: Sequence[Token], places: InlinePlaces, page: Page) -> tuple[list[Part], str]:
    """HTML and plain text of a block's inline tokens. What they refer to is gathered in `page`.

    May add LT201, LT203, LT204, LT206, LT211 and LT212; raw HTML is only noted.
    """
    plain = page.calls is None and len(children) == 1 and children[0].type == "text"
    if plain and "[^" not in (content := children[0].content):
        page.counted.append(counted := _counted(children[0]))
        return [typeset(escape_html(content), counted)], content
    writer = _InlineWriter(places, page)
    for index, child in enumerate(children):
        kind = child.type
        if kind == "text":
            writer.text(child.content, _counted(child))
        elif kind in _TAGS:
            writer.parts.append(_TAGS[kind])
        elif kind == "softbreak":
            writer.soft_break(children, index)
        else:
            _WRITERS[kind](writer, child)
    page.counted.append("".join(writer.counted))
    return writer.parts, "".join(writer.texts)


def plain_text(children: Sequence[Token]) -> str:
    """What a reader reads, without any markup; images give their description."""
    texts = []
    for child in children:
        if child.type in TEXT:
            texts.append(child.content)
        elif child.type.endswith("break"):
            texts.append(" ")
        elif child.children:
            texts.append(plain_text(child.children))
    return "".join(texts)


class _InlineWriter:
    __slots__ = ("_alt", "_closing", "_label_from", "_page", "_places", "counted", "parts", "texts")

    def __init__(self, places: InlinePlaces, page: Page) -> None:
        self.parts: list[Part] = []
        self.texts: list[str] = []
        self.counted: list[str] = []  # the text as Hugo writes it
        self._page = page
        self._places = places
        self._closing: list[tuple[str, Link | None]] = []  # of each open link: its closing tag, and the link outside
        self._label_from = 0  # index into texts
        self._alt = ""  # of the first image in an open link

    def text(self, content: str, counted: str) -> None:
        if not content:
            return
        if self._page.calls is not None and holds_token(content):
            self._run(self._page.calls, content, counted)
            return
        self._add(typeset(escape_html(content), counted), content, counted)
        if "[^" in content:
            self._check_footnotes(content)

    def _add(self, html: str, text: str, counted: str) -> None:
        self.parts.append(html)
        self.texts.append(text)
        self.counted.append(counted)

    def _run(self, calls: Calls, content: str, counted: str) -> None:
        """Text in which shortcodes stand."""
        for each, as_counted in zip(calls.split(content), calls.split(counted), strict=True):
            if isinstance(each, str):
                self.text(each, str(as_counted))
            else:
                parts, text = calls.write(each, self._page)
                self.parts += parts
                self.texts.append(text)
                self.counted.append(escape_html(text))

    def special(self, token: Token) -> None:
        """An escaped character or an entity."""
        html = escape_html(token.content)
        self._add(html, token.content, html)

    def code(self, token: Token) -> None:
        content = as_code(token.content, self._page)
        html = escape_html(content)
        self._add(f"<code>{html}</code>", content, html)

    def soft_break(self, children: Sequence[Token], index: int) -> None:
        before = self.texts[-1][-1:] if self.texts else ""
        if self._page.markup.hard_wraps:
            self.hard_break(children[index])
            return
        if before and self._page.markup.cjk_line_breaks:
            following = index + 1
            while following < len(children) and _is_unseen(children[following]):
                following += 1
            after = children[following] if following < len(children) else None
            if after is not None and after.type == "text" and joins_lines(before, after.content[0]):
                self.counted.append("\n")
                return
        self._add("\n", " ", " ")

    def hard_break(self, _: Token) -> None:
        self._add("<br>\n", " ", " ")

    def open_link(self, token: Token) -> None:
        href, title = str(token.attrs["href"]), _title(token)
        if self._page.calls is not None and holds_token(href):
            address = self._page.calls.address(href, self._page)
            if isinstance(address, Ref):
                self.parts += ('<a href="', address, f'"{title}>')
                self._closing.append(("</a>", None))
                return
            href = address
        if not is_safe(href):
            self._tell_unsafe(token, href)
            brackets = token.markup == "autolink"  # perhaps no address at all: `<std:string>`
            self.parts.append("&lt;" if brackets else "")
            self._closing.append(("&gt;" if brackets else "", None))
        elif is_external(href):
            self._open_external(token, href, title)
        elif not is_inside(href):
            self.parts.append(f'<a href="{escape_html(encode_address(href))}"{title}>')
            self._closing.append(("</a>", None))
        elif href.strip():
            self.parts += ('<a href="', Ref(href.strip(), image=False, span=self._span(token, href)), f'"{title}>')
            self._closing.append(("</a>", None))
        else:
            self._page.tell("LT201", "the link has no address", self._span(token, ""), "write `[text](address)`")
            self._closing.append(("", None))

    def _open_external(self, token: Token, href: str, title: str) -> None:
        address, span = encode_address(href.strip()), self._span(token, href)
        shown = ' class="bare"' if token.info == "auto" else ""  # its text is the address: paper need not repeat it
        self.parts.append(f'<a href="{escape_html(address)}"{shown}{title} rel="noopener">')
        self._closing.append(("</a>", Link(address, link_kind(address), "", span)))
        self._label_from = len(self.texts)
        self._alt = ""
        if token.meta.get("cut"):
            hint = "write `<address>` or `[text](address)` to keep it whole, or put a space where it ends"
            self._page.tell("LT206", f"the address ends at Chinese text: `{href}`", span, hint)

    def _tell_unsafe(self, token: Token, address: str) -> None:
        hint = "only http, https, mailto, tel and addresses inside the site may be linked"
        if token.markup == "autolink":
            hint += "; if it is no address, write it as `code`"
        shown = address if len(address) <= 60 else address[:60] + "…"
        self._page.tell("LT204", f"unsafe address `{shown}`", self._span(token, address), hint)

    def close_link(self, token: Token) -> None:
        tag, link = self._closing.pop()
        self.parts.append(tag)
        if link is None:
            return
        label = "" if token.info == "auto" else " ".join("".join(self.texts[self._label_from :]).split()) or self._alt
        bare = not label or encode_address(label) == link.url
        self._page.links.append(link if bare else replace(link, label=label))

    def image(self, token: Token) -> None:
        src, alt = str(token.attrs["src"]), without_tokens(plain_text(token.children or ()))
        if self._page.calls is not None and holds_token(src):
            address = self._page.calls.address(src, self._page)
            src = address.target if isinstance(address, Ref) else address
        span = self._span(token, src)
        self._alt = self._alt or " ".join(alt.split())
        if not alt.strip():
            hint = "write what it shows between the brackets: `![what it shows](…)`"
            self._page.tell("LT212", "the image has no description", span, hint)
        if not is_safe(src):
            self._tell_unsafe(token, src)
        elif not src.strip():
            self._page.tell("LT203", "the image has no address", span, "write `![what it shows](address)`")
        else:
            self._write_image(token, src.strip(), alt, span)
            return
        self.parts.append(escape_html(alt))

    def _write_image(self, token: Token, src: str, alt: str, span: Span) -> None:
        outside = not is_inside(src)
        source = escape_html(encode_address(src)) if outside else Ref(src, image=True, span=span)
        self.parts.append(Image(source, alt, str(token.attrs.get("title", ""))))

    def html(self, token: Token) -> None:
        tag = token.content
        if tag.startswith("<!--"):
            if tag == MORE:
                self.parts.append(MORE_MARK)
                self.texts.append("\n")  # two paragraphs
                self.counted.append("\n")
        elif self._page.markup.unsafe:
            self.parts += raw_parts(tag, self._page)
            self._page.anchors.update((ident, None) for ident in RAW_ID.findall(tag))
        else:
            self._page.raw_html.append(self._places.find(tag))

    def footnote(self, token: Token) -> None:
        number, again = token.meta["id"] + 1, token.meta["subId"] or ""
        ident = f"fnref{again}:{number}"
        self._page.referred.append(token.meta["id"])
        self._page.anchors[ident] = None
        self.counted.append(str(number))
        self.parts.append(
            f'<sup id="{ident}"><a href="#fn:{number}" class="footnote-ref" role="doc-noteref">{number}</a></sup>'
        )

    def _check_footnotes(self, content: str) -> None:
        for found in _FOOTNOTE.finditer(content):
            if found[1] not in self._page.footnotes:
                hint = f"write its text on a line of its own: `[^{found[1]}]: …`"
                self._page.tell("LT211", f"footnote `{found[1]}` has no text", self._places.find(found[0]), hint)

    def _span(self, token: Token, target: str) -> Span:
        at = token.meta.get("at", 0)
        if token.info == "auto":
            return self._places.find(target.removeprefix("mailto:"), at)
        return self._places.target(target, at)


def as_code(content: str, page: Page) -> str:
    """Code as its author meant it: shortcodes in it are text, whether they were escaped for Hugo or not."""
    if page.calls is not None and holds_token(content):
        content = page.calls.restored(content)
    return show_literals(content)


def raw_parts(html: str, page: Page) -> list[Part]:
    """Raw HTML of an author who is trusted, with the shortcodes in it."""
    if page.calls is None or not holds_token(html):
        return [html]
    parts: list[Part] = []
    for each in page.calls.split(html):
        parts += [each] if isinstance(each, str) else page.calls.write(each, page)[0]
    return parts


def _counted(token: Token) -> str:
    """A text as Hugo writes it in HTML."""
    counted = token.meta.get(COUNTED)
    return counted if isinstance(counted, str) else escape_html(token.content)


def _is_unseen(token: Token) -> bool:
    """Whether a token puts nothing between the text before and after it."""
    return token.nesting > 0 or (token.type == "text" and not token.content)


def _title(token: Token) -> str:
    title = token.attrs.get("title", "")
    return f' title="{escape_html(str(title))}"' if title else ""


_WRITERS = {
    "text_special": _InlineWriter.special,
    "code_inline": _InlineWriter.code,
    "hardbreak": _InlineWriter.hard_break,
    "link_open": _InlineWriter.open_link,
    "link_close": _InlineWriter.close_link,
    "image": _InlineWriter.image,
    "html_inline": _InlineWriter.html,
    "footnote_ref": _InlineWriter.footnote,
}
