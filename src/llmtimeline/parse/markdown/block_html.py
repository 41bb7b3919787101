"""What is left of raw HTML when it is not allowed: the text that a reader would have seen."""

from __future__ import annotations

import re
from html import unescape

_HIDDEN = re.compile(r"<(script|style|template|noscript|iframe|object|svg|math)\b", re.IGNORECASE)
_TAG_START = re.compile(r"</?[A-Za-z]|<[!?]")


def visible_text(html: str) -> tuple[str, bool]:
    """The text between the tags, on one line, and whether there were tags besides comments. Linear."""
    out: list[str] = []
    pos, has_tags = 0, False
    while (start := html.find("<", pos)) >= 0:
        out.append(html[pos:start])
        if html.startswith("<!--", start):
            end, close = html.find("-->", start + 2), 3
        elif not _TAG_START.match(html, start):
            out.append("<")
            pos = start + 1
            continue
        else:
            has_tags = True
            end, close = html.find(">", start), 1
            if end >= 0 and (hidden := _HIDDEN.match(html, start)) and html[end - 1] != "/":
                closing = re.compile(rf"</{hidden[1]}\s*>", re.IGNORECASE).search(html, end)
                end, close = (closing.start(), closing.end() - closing.start()) if closing else (-1, 0)
        if end < 0:
            return " ".join(unescape("".join(out)).split()), has_tags
        out.append(" ")
        pos = end + close
    out.append(html[pos:])
    return " ".join(unescape("".join(out)).split()), has_tags
