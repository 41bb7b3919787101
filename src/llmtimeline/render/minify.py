"""Pages without the white space that nobody sees, where the site asks for it (`minify.minifyOutput`, `--minify`)."""

from __future__ import annotations

import re

_KEPT = re.compile(r"<(pre|textarea|script|style)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_COMMENT = re.compile(r"<!--(?!\[).*?-->", re.DOTALL)
_BETWEEN_TAGS = re.compile(r"(>|\A)[ \t]*\n\s*(?=<|\Z)")


def minify_html(text: str) -> str:
    """The page without comments, and with one line break where there were several and an indent.

    A break stays a break, because between two words of a line it is a space. Texts, attributes, code, scripts and
    styles are left as they are.
    """
    parts: list[str] = []
    done = 0
    for kept in _KEPT.finditer(text):
        parts += (_without_indents(text[done : kept.start()]), kept[0])
        done = kept.end()
    parts.append(_without_indents(text[done:]))
    return "".join(parts)


def _without_indents(text: str) -> str:
    return _BETWEEN_TAGS.sub(r"\1\n", _COMMENT.sub("", text))
