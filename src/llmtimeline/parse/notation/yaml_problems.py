"""What libyaml finds wrong, in words for people who do not read parsers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import yaml

from llmtimeline.parse.notation.documents import Places
from llmtimeline.parse.notation.plain import shown
from llmtimeline.values.diagnostics import Diagnostic, diagnose
from llmtimeline.values.places import Span

# libyaml's words -> our words, a hint, and whether the beginning of the construct is the better place to point at.
_PROBLEMS: dict[str, tuple[str, str, bool]] = {
    "mapping values are not allowed": (
        "a second `: ` stands in this value",
        'put the value in quotes: `title: "GPT-4: the model"`',
        False,
    ),
    "could not find expected ':'": (
        "a key without its colon",
        "write `key: value`, with a space after the colon",
        True,
    ),
    "did not find expected key": (
        "a key was expected here",
        "check the indentation; a value that goes on after a closing quote must be quoted as a whole",
        False,
    ),
    "did not find expected '-' indicator": ("a list item was expected here", "start it with `- `", False),
    "did not find expected ',' or ']'": ("the list in `[…]` is not closed", "add the `]`, or the missing comma", True),
    "did not find expected ',' or '}'": (
        "the mapping in `{…}` is not closed",
        "add the `}`, or the missing comma",
        True,
    ),
    "found unexpected end of stream": (
        "the closing quote is missing",
        "end the value with the quote it began with",
        True,
    ),
    "found unknown escape character": (
        "a backslash before this letter means nothing",
        "use single quotes, or write `\\\\` for one backslash",
        False,
    ),
    "block sequence entries are not allowed": (
        "a list cannot begin here",
        "start the list on a line of its own",
        False,
    ),
    "mapping keys are not allowed": ("a key cannot stand here", "check the indentation", False),
    "did not find expected node content": ("a value was expected here", "quote values that begin with a sign", False),
    "did not find expected alphabetic": (
        "`*` and `&` at the start of a value have a meaning in YAML",
        "put the value in quotes",
        False,
    ),
    "did not find expected <document start>": ("nothing may stand here", "check the indentation", False),
    "found undefined tag handle": (
        "`!` at the start of a value has a meaning in YAML",
        "put the value in quotes",
        True,
    ),
    "found unexpected document indicator": ("the closing quote is missing", "end the value with a quote", True),
    "found a tab character": ("a tab indents this line", "YAML wants spaces: replace the tab by two of them", False),
}


def explain_problem(error: yaml.YAMLError, text: str, places: Places, origin: Callable[[int], int]) -> Diagnostic:
    """LT101 with the place of a parser's error. `origin` turns an offset in the text read into one of the places."""
    if isinstance(error, yaml.reader.ReaderError):
        return _unreadable(error, text, places, origin)
    problem = getattr(error, "problem", None) or "not valid YAML"
    mark = getattr(error, "problem_mark", None)
    context = getattr(error, "context_mark", None)
    if problem.startswith("mapping values") and mark is not None and not _goes_on(text, mark.index):
        hint = "give the line above its `: `, or take spaces off the start of this one"
        span = _place(mark, places, origin)
        return diagnose("LT101", "this line cannot follow the one above", span, hint=hint)
    if problem.startswith("found character"):
        return _odd_character(text, mark, places, origin)
    for start, (message, hint, at_context) in _PROBLEMS.items():
        if problem.startswith(start):
            chosen = context if at_context and context is not None else mark
            return diagnose("LT101", message, _place(chosen, places, origin), hint=hint)
    return diagnose("LT101", problem, _place(mark or context, places, origin))


def _goes_on(text: str, index: int) -> bool:
    """Whether a key with its colon stands before the place on the same line."""
    return ": " in text[text.rfind("\n", 0, index) + 1 : index]


def _place(mark: Any, places: Places, origin: Callable[[int], int]) -> Span:
    # At the end of the text the mark stands on a line that no editor shows.
    end = len(places.text.rstrip("\n"))
    start = min(origin(mark.index), end) if mark is not None else 0
    return places.between(start, start + 1)


def _odd_character(text: str, mark: Any, places: Places, origin: Callable[[int], int]) -> Diagnostic:
    span = _place(mark, places, origin)
    found = text[mark.index : mark.index + 1] if mark is not None else ""
    if found == "\t":
        hint = "YAML wants spaces: replace the tab by two of them"
        return diagnose("LT101", "a tab indents this line", span, hint=hint)
    return diagnose("LT101", f"a value cannot begin with `{shown(found)}`", span, hint="put the value in quotes")


def _unreadable(error: yaml.reader.ReaderError, text: str, places: Places, origin: Callable[[int], int]) -> Diagnostic:
    # libyaml counts bytes of UTF-8, the pure reader counts characters.
    position = error.position
    if error.encoding == "?":
        position = len(text.encode()[:position].decode(errors="ignore"))
    found = text[position : position + 1]
    name = f"U+{ord(found):04X}" if found else "at the end of the text"
    at = origin(position)
    return diagnose("LT101", f"control character {name}", places.between(at, at + 1), hint="delete the character")
