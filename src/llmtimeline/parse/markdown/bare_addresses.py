"""Addresses that stand in the text without any markup become links.

The rules are Hugo's (measured in 0.168) with what hurts Chinese mended: an address may start right after a Chinese
character or inside full-width brackets, and quotation marks never belong to it. It ends at the first character that
is no ASCII address character, so Chinese text and punctuation always end it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from llmtimeline.parse.links import trimmed
from llmtimeline.parse.markdown.characters import LETTER

_LABELS = r"(?:[A-Za-z0-9][A-Za-z0-9_-]{0,62}\.)+"
_HOST = _LABELS + r"(?:[a-z]{2,63}|xn--[a-z0-9-]{2,59})(?![A-Za-z0-9-]|\.[A-Za-z0-9])(?::\d{1,5})?"
_PATH = r"(?:[/?#][A-Za-z0-9\-._~:/?#\[\]@!$&'()+,;=%]*)?"
_ADDRESS = re.compile(f"://{_HOST}({_PATH})")
_WWW = re.compile(rf"(?<![A-Za-z0-9@/.:_-])www\.{_HOST}({_PATH})")
_LOCAL_PART = re.compile(r"(?<![A-Za-z0-9.+_/:-])[A-Za-z0-9][A-Za-z0-9.+_-]{0,63}\Z")
_MAIL_HOST = re.compile(r"(?:[A-Za-z0-9][A-Za-z0-9-]{0,62}\.)+[A-Za-z]{2,63}(?![A-Za-z0-9_@-]|\.[A-Za-z0-9]|:\S|/)")
_PRETEST = re.compile(r"@|www\.")
_LINKED_AFTER = (*" \t\n*_~(\"'", "--", "...", ">>", "<<")

ONLY_HERE = "only_here"
"""Key of a link's `meta`: Hugo makes no link of the address, because of what stands before it."""


def bare_address(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """Inline rule, at `:`: a link for `http://…` or `https://…`. Sets `at` and `cut` in the token's meta."""
    pos, src = state.pos, state.src
    if silent or state.linkLevel or not src.startswith("://", pos):
        return False
    pending = state.pending
    scheme = "https" if pending.endswith("https") else "http"
    start = pos - len(scheme)
    if not pending.endswith(scheme) or not _may_follow(src[start - 1] if start > 0 else " "):
        return False
    found = _ADDRESS.match(src, pos, state.posMax)
    if not found:
        return False
    rest = trimmed(found.group())
    state.pending = pending[: -len(scheme)]
    if state.pending:
        state.pushPending()
    link = _link(scheme + rest, scheme + rest)
    link[0].meta |= {"at": start, ONLY_HERE: not _links_after(pending[: -len(scheme)])}
    if found.group(1) and found.end() < state.posMax and LETTER.match(src, found.end()):
        link[0].meta["cut"] = True
    state.tokens += link
    state.pos = pos + len(rest)
    return True


def _may_follow(before: str) -> bool:
    return not before.isascii() or not (before.isalnum() or before in "/=&%#@+-.\\")


def _links_after(text: str) -> bool:
    """Whether Hugo, too, links an address after a text; there "" is the begin, or comes after other markup."""
    return not text or text.endswith(_LINKED_AFTER)


def link_mail_and_www(state: StateCore) -> None:
    """Core rule: links for `www.…` and for e-mail addresses in the text that the inline rules left."""
    for token in state.tokens:
        if token.type == "inline" and token.children and _PRETEST.search(token.content):
            token.children = list(_with_links(token.children))


def _with_links(children: list[Token]) -> Iterator[Token]:
    depth, escaped = 0, False  # whether an escaped character stands right before
    for child in children:
        depth += child.nesting if child.tag == "a" else 0
        if child.type != "text" or depth:
            escaped = child.type == "text_special"
            yield child
            continue
        text, done = child.content, 0
        for start, end, href in _addresses(text):
            link = _link(href, text[start:end])
            link[0].meta[ONLY_HERE] = not _links_after(text[done:start]) or (escaped and start == 0)
            yield from (_text(text[done:start]), *link)
            done = end
        escaped = False
        if done:
            child.content = text[done:]
        if child.content:
            yield child


def _addresses(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and target of each, in order."""
    done = 0
    for hint in _PRETEST.finditer(text):
        if hint.start() < done:
            continue
        if hint.group() != "@":
            if found := _WWW.match(text, hint.start()):
                done = hint.start() + len(trimmed(found.group()))
                yield hint.start(), done, "https://" + text[hint.start() : done]
            continue
        local = _LOCAL_PART.search(text, max(done, hint.start() - 66), hint.start())
        host = _MAIL_HOST.match(text, hint.end())
        if local and host and ".." not in local.group():
            done = host.end()
            yield local.start(), done, "mailto:" + text[local.start() : done]


def _text(content: str) -> Token:
    return Token("text", "", 0, content=content)


def _link(href: str, text: str) -> tuple[Token, Token, Token]:
    opening = Token("link_open", "a", 1, attrs={"href": href}, markup="linkify", info="auto")
    return opening, _text(text), Token("link_close", "a", -1, markup="linkify", info="auto")
