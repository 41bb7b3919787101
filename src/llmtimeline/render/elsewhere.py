"""HTML for readers elsewhere, such as those of feeds: what it names is named in full."""

from __future__ import annotations

import re
from urllib.parse import urljoin

from markupsafe import Markup, escape

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TAG = re.compile(r"<[A-Za-z](?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")
_ATTRIBUTE = re.compile(
    r"""(?P<name>\s[A-Za-z:_-]+)(?P<is>\s*=\s*)(?P<quote>["'])(?P<value>.*?)(?P=quote)""", re.DOTALL
)
_ADDRESSES = frozenset({"href", "src", "poster"})
_WHOLE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


def xml_text(text: str) -> str:
    """The text without the characters that XML 1.0 forbids."""
    return _NOT_XML.sub("", text)


def cdata(text: str) -> Markup:
    """The text as a CDATA section; one that holds the section's end is cut in two there."""
    return Markup("<![CDATA[" + xml_text(text).replace("]]>", "]]]]><![CDATA[>") + "]]>")


def absolute(html: str, permalink: str) -> str:
    """HTML whose links, pictures and films are named with scheme and host, as seen from the page at `permalink`.

    Feeds are read elsewhere, where `/a.png` and `#note` lead nowhere.
    """

    def of_tag(tag: re.Match[str]) -> str:
        return _ATTRIBUTE.sub(of_attribute, tag[0])

    def of_attribute(found: re.Match[str]) -> str:
        if found["name"].strip().lower() not in _ADDRESSES:
            return found[0]
        return f"{found['name']}{found['is']}{found['quote']}{_joined(permalink, found['value'])}{found['quote']}"

    return _TAG.sub(of_tag, str(html))


def _joined(permalink: str, target: str) -> str:
    if not target or _WHOLE.match(target):
        return target
    try:
        # Only what is put before the target is new; the target itself is HTML already.
        return urljoin(str(escape(permalink)), target)
    except ValueError:  # "//[": no browser would follow it either
        return target
