"""The text of an archetype in pieces: what is copied, and the actions between `{{` and `}}` as tokens with places."""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass

from llmtimeline.parse.notation.documents import Places, places_of
from llmtimeline.values.diagnostics import Diagnostic, diagnose
from llmtimeline.values.sources import Source

GUIDE = "docs/archetypes.md lists what archetypes may do"


class Kind(enum.Enum):
    """What a token is."""

    WORD = enum.auto()
    FIELD = enum.auto()
    DOT = enum.auto()
    VARIABLE = enum.auto()
    LITERAL = enum.auto()
    PIPE = enum.auto()
    OPEN = enum.auto()
    CLOSE = enum.auto()
    DECLARE = enum.auto()
    ASSIGN = enum.auto()
    END = enum.auto()  # of the action


@dataclass(frozen=True, slots=True)
class Token:
    """One token. Offsets count from the start of the archetype."""

    kind: Kind
    text: str  # of a FIELD without its dot, of a VARIABLE with its `$`, of an END nothing
    start: int
    end: int
    joined: bool = False  # follows the token before it without a space, as `.Format` in `now.Format`
    value: str | int | float | bool | None = None  # of a LITERAL


@dataclass(frozen=True, slots=True)
class Action:
    """What stands between `{{` and `}}`; the last token is an END."""

    tokens: tuple[Token, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Copied:
    """A stretch of the archetype that is copied as it is."""

    start: int
    end: int


class ArchetypeError(Exception):
    """Leaves the evaluation of an archetype with what is wrong; caught at its door, never seen outside."""

    def __init__(self, finding: Diagnostic) -> None:
        super().__init__(finding.message)
        self.finding = finding


@dataclass(frozen=True, slots=True)
class Faults:
    """Makes findings out of offsets of one archetype."""

    places: Places

    def at(self, start: int, end: int, message: str, hint: str = GUIDE, code: str = "LT402") -> ArchetypeError:
        """The error to raise for a stretch of the archetype."""
        return ArchetypeError(diagnose(code, message, self.places.between(start, end), hint=hint))


_SPACE = re.compile(r"[ \t\n]*")
_COMMENT = re.compile(r"\{\{(?:-[ \t\n]+)?/\*")
_TOKEN = re.compile(
    r"""
    (?P<string> "(?:[^"\\\n]|\\.)*" )
    | (?P<raw> `[^`]*` )
    | (?P<number> [-+]?(?:0[xX][0-9a-fA-F]+|[0-9][0-9_]*(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)(?![\w.]) )
    | (?P<field> \.[^\W\d]\w* )
    | (?P<dot> \. )
    | (?P<variable> \$\w* )
    | (?P<word> [^\W\d]\w* )
    | (?P<sign> :=|[=|()] )
    """,
    re.VERBOSE,
)
_SIGNS = {"|": Kind.PIPE, "(": Kind.OPEN, ")": Kind.CLOSE, ":=": Kind.DECLARE, "=": Kind.ASSIGN}
_CONSTANTS = {"true": True, "false": False, "nil": None}
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{3})|(.))", re.DOTALL)
_LETTERS = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v", "\\": "\\", '"': '"'}
_WHITE = " \t\n"
_OPENING, _CLOSING = "{{", "}}"


def faults_of(source: Source) -> Faults:
    """The maker of findings for one archetype."""
    return Faults(places_of(source.text, source.path, 1, 1))


def take_apart(text: str, faults: Faults) -> tuple[Copied | Action, ...]:
    """The archetype in order. Comments are gone and white space is cut at `{{- ` and ` -}}`. Raises ArchetypeError."""
    pieces: list[Copied | Action] = []
    position, cut_before = 0, False
    while True:
        opening = text.find(_OPENING, position)
        end = len(text) if opening < 0 else opening
        trims = opening >= 0 and _is_trim(text, opening + 2)
        start = _after_white(text, position, end) if cut_before else position
        stop = _before_white(text, start, end) if trims else end
        if stop > start:
            pieces.append(Copied(start, stop))
        if opening < 0:
            return tuple(pieces)
        comment = _COMMENT.match(text, opening)
        if comment:
            position, cut_before = _skip_comment(text, opening, comment.end(), faults)
            continue
        action, position, cut_before = _read_action(text, opening, opening + (3 if trims else 2), faults)
        pieces.append(action)


def _is_trim(text: str, position: int) -> bool:
    return text[position : position + 1] == "-" and text[position + 1 : position + 2] in (" ", "\t", "\n")


def _after_white(text: str, start: int, end: int) -> int:
    while start < end and text[start] in _WHITE:
        start += 1
    return start


def _before_white(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in _WHITE:
        end -= 1
    return end


def _skip_comment(text: str, start: int, inside: int, faults: Faults) -> tuple[int, bool]:
    """Where the text goes on after a comment, and whether white space is cut there."""
    close = text.find("*/", inside)
    if close < 0:
        raise faults.at(start, start + 2, "the comment is not closed", "close it with `*/}}`")
    if text.startswith(_CLOSING, close + 2):
        return close + 4, False
    white = _after_white(text, close + 2, len(text))
    if white > close + 2 and text.startswith("-" + _CLOSING, white):
        return white + 3, True
    hint = "write `{{/* … */}}`, with nothing else between the braces"
    raise faults.at(close, close + 2, "the comment ends before its braces do", hint)


def _read_action(text: str, opening: int, inside: int, faults: Faults) -> tuple[Action, int, bool]:
    """The action, where the text goes on, and whether white space is cut there."""
    tokens: list[Token] = []
    position = inside
    while True:
        found = _SPACE.match(text, position)
        after = found.end() if found else position
        spaced = after > position or not tokens
        if text.startswith(_CLOSING, after):
            tokens.append(Token(Kind.END, "", after, after + 2))
            return Action(tuple(tokens), opening, after + 2), after + 2, False
        if after > position and text.startswith("-" + _CLOSING, after):
            tokens.append(Token(Kind.END, "", after, after + 3))
            return Action(tuple(tokens), opening, after + 3), after + 3, True
        if after >= len(text):
            raise faults.at(opening, opening + 2, "the action is not closed", "close it with `}}`")
        token = _read_token(text, after, faults, joined=not spaced)
        tokens.append(token)
        position = token.end


def _read_token(text: str, start: int, faults: Faults, *, joined: bool) -> Token:
    found = _TOKEN.match(text, start)
    if found is None:
        if text[start] in '"`':
            raise faults.at(start, start + 1, "the text is not closed", f"close it with `{text[start]}` on its line")
        shown = text[start] if text[start].isprintable() else "\N{REPLACEMENT CHARACTER}"
        raise faults.at(start, start + 1, f"`{shown}` cannot stand in an action")
    end, what, written = found.end(), found.lastgroup, found[0]
    if what == "string":
        return Token(Kind.LITERAL, written, start, end, joined, _unescaped(written, start, faults))
    if what == "raw":
        return Token(Kind.LITERAL, written, start, end, joined, written[1:-1])
    if what == "number":
        return Token(Kind.LITERAL, written, start, end, joined, _number(written, start, faults))
    if what == "word" and written in _CONSTANTS:
        return Token(Kind.LITERAL, written, start, end, joined, _CONSTANTS[written])
    if what == "sign":
        return Token(_SIGNS[written], written, start, end, joined)
    kinds = {"field": Kind.FIELD, "dot": Kind.DOT, "variable": Kind.VARIABLE, "word": Kind.WORD}
    return Token(kinds[what or "word"], written.removeprefix("."), start, end, joined)


def _number(written: str, start: int, faults: Faults) -> int | float:
    digits = written.replace("_", "")
    if len(digits) > 20:
        raise faults.at(start, start + len(written), "the number is too long")
    try:
        if digits.lower().lstrip("+-").startswith("0x"):
            return int(digits, 16)
        return float(digits) if any(sign in digits for sign in ".eE") else int(digits)
    except ValueError:
        raise faults.at(start, start + len(written), f"`{written}` is no number") from None


def _unescaped(written: str, start: int, faults: Faults) -> str:
    """The text between quotation marks, with Go's escapes resolved."""

    def resolve(found: re.Match[str]) -> str:
        digits = found[1] or found[2] or found[3]
        code = int(digits, 16) if digits else int(found[4], 8) if found[4] else -1
        if found[5] in _LETTERS:
            return _LETTERS[found[5]]
        if code < 0 or code > 0x10FFFF or 0xD800 <= code <= 0xDFFF:
            place = start + 1 + found.start()
            hint = "between `` ` `` signs no escapes count"
            raise faults.at(place, place + len(found[0]), f"`{found[0]}` is no escape", hint)
        return chr(code)

    return _ESCAPE.sub(resolve, written[1:-1])
