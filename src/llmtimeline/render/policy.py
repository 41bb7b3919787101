"""A page's Content-Security-Policy as a browser reads it, with the digests of what stands in the page itself."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256
from html import escape, unescape

from markupsafe import Markup

from llmtimeline.values.policy import Policy

_ELEMENT = re.compile(r"<(script|style)\b([^>]*)>(.*?)</\1\s*>", re.DOTALL | re.IGNORECASE)
_LINK = re.compile(r"<link\b([^>]*)>", re.IGNORECASE)
_ATTRIBUTE = r"""\b{}\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))"""
_SRC, _TYPE, _REL, _HREF = (
    re.compile(_ATTRIBUTE.format(name), re.IGNORECASE) for name in ("src", "type", "rel", "href")
)
_ORIGIN = re.compile(r"(?:https?:)?//([\w.:-]+)", re.IGNORECASE)
_RUNS = frozenset({"", "module", "text/javascript", "application/javascript"})
_ANY_INLINE = "'unsafe-inline'"


@lru_cache(maxsize=256)
def policy_text(policy: Policy, own: str = "") -> Markup:
    """The policy in one line, for an attribute in double quotes; "" for none.

    `own` is HTML of the theme's and the site's own templates, which is trusted: the digest of each script and style in
    it is added, and the host of each script and style sheet that it names. So a template that hides ours needs no
    setting. Posts are never looked at.
    """
    if not policy:
        return Markup("")
    more: dict[str, list[str]] = {}
    for directive, source in _sources(own):
        more.setdefault(directive, []).append(source)
    text = "; ".join(_line(directive, sources, more.get(directive, ())) for directive, sources in policy)
    return Markup(escape(text, quote=False).replace('"', "&quot;"))


def _line(directive: str, sources: tuple[str, ...], more: list[str] | tuple[()]) -> str:
    # A digest beside 'unsafe-inline' would turn that off.
    loose = _ANY_INLINE in sources
    added = (source for source in more if not (loose and source.startswith("'")))
    return " ".join((directive, *dict.fromkeys((*sources, *added))))


def _sources(html: str) -> Iterator[tuple[str, str]]:
    for name, attributes, text in _ELEMENT.findall(html):
        src = _value(_SRC, attributes)
        if name.lower() == "style":
            yield "style-src", _digest(text)
        elif src:
            for directive in ("script-src", "connect-src"):  # a counter answers to the host that it comes from
                yield from ((directive, host) for host in _host(src))
        elif _value(_TYPE, attributes).strip().lower() in _RUNS and text:
            yield "script-src", _digest(text)
    for attributes in _LINK.findall(html):
        if "stylesheet" in _value(_REL, attributes).lower().split():
            yield from (("style-src", host) for host in _host(_value(_HREF, attributes)))


def _value(pattern: re.Pattern[str], attributes: str) -> str:
    found = pattern.search(attributes)
    return unescape(next((group for group in found.groups() if group is not None), "")) if found else ""


def _host(address: str) -> Iterator[str]:
    found = _ORIGIN.match(address.strip())
    if found:
        yield found[0] if found[0].lower().startswith("http") else f"https:{found[0]}"


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
