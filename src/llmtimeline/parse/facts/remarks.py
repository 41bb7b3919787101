"""What stands in parentheses behind a value: how sure it is, and notes."""

from __future__ import annotations

import re

from llmtimeline.parse.facts.field_words import CERTAINTY_WORDS, fold_label
from llmtimeline.values.facts import Certainty

_COMMA = re.compile(r"[,，;；、]")
_MOST = 4  # parentheses behind one value; more are no remarks


def take_parenthesis(text: str) -> tuple[str, str] | None:
    """The text before the parenthesis at its end, and what is inside; None without one, or with nothing before it."""
    text = text.rstrip()
    if not text.endswith((")", "）")):
        return None
    depth = 0
    for place in range(len(text) - 1, 0, -1):
        if text[place] in ")）":
            depth += 1
        elif text[place] in "(（":
            depth -= 1
            if depth == 0:
                before = text[:place].rstrip()
                return (before, text[place + 1 : -1].strip()) if before else None
    return None


def split_certainty(text: str) -> tuple[str, Certainty | None]:
    """`1.8T (rumoured)` without its certainty, and that; other words in parentheses stay: `12B (active 2B)`."""
    rest, insides = _take_all(text)
    certainty: Certainty | None = None
    kept: list[str] = []
    for inside in insides:
        words = [word.strip() for word in _COMMA.split(inside)]
        sure = [CERTAINTY_WORDS[fold_label(word)] for word in words if fold_label(word) in CERTAINTY_WORDS]
        certainty = certainty or next(iter(sure), None)
        others = [word for word in words if word and fold_label(word) not in CERTAINTY_WORDS]
        kept.append(", ".join(others) if sure else inside)
    if certainty is None:
        return text.strip(), None
    return " ".join((rest, *(f"({inside})" for inside in kept if inside))), certainty


def split_remarks(text: str) -> tuple[str, Certainty | None, str]:
    """The value, its certainty where one is given, and the other words of the parentheses at its end as a note."""
    rest, certainty = split_certainty(text)
    rest, insides = _take_all(rest)
    return rest, certainty, "; ".join(inside for inside in insides if inside)


def _take_all(text: str) -> tuple[str, list[str]]:
    rest = text.strip()
    insides: list[str] = []
    while len(insides) < _MOST and (found := take_parenthesis(rest)):
        rest = found[0]
        insides.insert(0, found[1])
    return rest, insides
