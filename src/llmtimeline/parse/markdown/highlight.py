"""Code with a span for each kind of word; static/css/post.css gives them colours."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from llmtimeline.parse.markdown.page import escape_html

if TYPE_CHECKING:
    from pygments.lexer import Lexer
    from pygments.token import _TokenType

# Some grammars of Pygments take more than linear time; long listings are shown plain.
LONGEST = 30_000  # characters


def highlight(code: str, language: str) -> str | None:
    """HTML of the code, without `<pre>`, or None where the language is unknown or the code too long."""
    lexer = _lexer(language.lower()) if len(code) <= LONGEST else None
    if lexer is None:
        return None
    parts: list[str] = []
    last, run = "", [""]
    try:
        for kind, text in lexer.get_tokens(code):
            name = _class_of(kind)
            if name != last:
                parts.append(_span("".join(run), last))
                last, run = name, []
            run.append(text)
    except (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError):
        return None  # hundreds of grammars by many hands: a fault in one must not stop a build
    parts.append(_span("".join(run), last))
    return "".join(parts)


def _span(text: str, name: str) -> str:
    shown = escape_html(text)
    return f'<span class="{name}">{shown}</span>' if name and shown else shown


@lru_cache(maxsize=128)
def _lexer(language: str) -> Lexer | None:
    """The grammar for a name. Grammars of other packages are not asked for: finding them reads the disk."""
    name = _names().get(language)
    if name is None:
        return None
    from pygments.lexers import find_lexer_class

    found = find_lexer_class(name)
    return found(stripnl=False) if found else None


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    from pygments.lexers import get_all_lexers

    return {alias.lower(): name for name, aliases, _, _ in get_all_lexers(plugins=False) for alias in aliases}


@lru_cache(maxsize=512)
def _class_of(kind: _TokenType) -> str:
    """The short name that Pygments gives a kind of word, or its nearest parent's."""
    from pygments.token import STANDARD_TYPES

    known: _TokenType | None = kind
    while known is not None and known not in STANDARD_TYPES:
        known = known.parent
    name: str = STANDARD_TYPES[known] if known is not None else ""
    return "" if name == "w" else name
