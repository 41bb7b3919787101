"""What stands in parentheses behind a value: how sure it is, and notes."""

from __future__ import annotations

import re

from llmtimeline.parse.field_words import CERTAINTY_WORDS, fold_label
from llmtimeline.values.facts import Certainty

_COMMA = re.compile(r"\s*[,，;；、]\s*")


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
    """`1.8T (rumoured)` without its certainty, and that; other words in the parenthesis stay: `12B (active 2B)`."""
    found = take_parenthesis(text)
    if found is None:
        return text.strip(), None
    before, inside = found
    words = _COMMA.split(inside)
    certainties = [sure for word in words if (sure := CERTAINTY_WORDS.get(fold_label(word)))]
    if not certainties:
        rest, certainty = split_certainty(before)
        return (f"{rest} ({inside})" if certainty else text.strip()), certainty
    others = ", ".join(word for word in words if word and fold_label(word) not in CERTAINTY_WORDS)
    rest, _ = split_certainty(before)
    return (f"{rest} ({others})" if others else rest), certainties[0]


def split_remarks(text: str) -> tuple[str, Certainty | None, str]:
    """The value, its certainty where one is given, and the other words of the parentheses at its end as a note."""
    rest, certainty = split_certainty(text)
    notes: list[str] = []
    while found := take_parenthesis(rest):
        rest = found[0]
        notes.insert(0, found[1])
    return rest, certainty, "; ".join(note for note in notes if note)
