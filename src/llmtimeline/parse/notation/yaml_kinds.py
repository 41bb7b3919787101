"""What a plain scalar of YAML is. Hugo's releases differ; where they do, a value stays the word that was typed."""

from __future__ import annotations

import re

from llmtimeline.values.located import ScalarKind

_WORDS = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), ScalarKind.NULL),
    **dict.fromkeys(("true", "True", "TRUE", "false", "False", "FALSE"), ScalarKind.BOOLEAN),
    **dict.fromkeys((".inf", ".Inf", ".INF", "-.inf", "+.inf", ".nan", ".NaN", ".NAN"), ScalarKind.FLOAT),
}
_NUMBER = re.compile(r"[-+]?[0-9][0-9_]*|0o[0-7]+|0x[0-9a-fA-F]+")
# Without a point `1e3` is a word to some releases of Hugo and a number to others; a word loses nothing.
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9][0-9_]*\.[0-9]*)(?:[eE][-+]?[0-9]+)?")
_TIMESTAMP = re.compile(
    r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}"
    r"(?:(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?(?:[ \t]*(?:Z|[-+][0-9]{1,2}(?::?[0-9]{2})?))?)?"
)
_STARTS = frozenset("-+.0123456789")


def kind_of(text: str) -> ScalarKind:
    """What a plain scalar is to the core schema."""
    word = _WORDS.get(text)
    if word is not None:
        return word
    if text[0] not in _STARTS:
        return ScalarKind.TEXT
    if _NUMBER.fullmatch(text):
        return ScalarKind.INTEGER
    if _TIMESTAMP.fullmatch(text):
        return ScalarKind.TIMESTAMP
    return ScalarKind.FLOAT if _FLOAT.fullmatch(text) else ScalarKind.TEXT
