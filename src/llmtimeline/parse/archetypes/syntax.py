"""An archetype once parsed. Every part knows its stretch of the archetype, as offsets."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Name:
    """A function or `site`, a variable (`$x`, `$`), or a field after a dot."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Literal:
    """A text, a number, true, false or nil."""

    value: str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Dot:
    """What the nearest `with` has set, or the post to be made."""


Base = Name | Literal | Dot


@dataclass(frozen=True, slots=True)
class Operand:
    """A value, and the fields that are asked of it: `.Site.Params.x` is Dot with three."""

    base: Base | Pipeline  # a pipeline stands in parentheses
    fields: tuple[Name, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Command:
    """A value, or a call with arguments."""

    operands: tuple[Operand, ...]  # at least one
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Pipeline:
    """Commands, each of which is given what the one before it came to."""

    commands: tuple[Command, ...]  # at least one
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Text:
    """A stretch to copy."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Output:
    """An action that writes its value."""

    pipeline: Pipeline
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Setting:
    """`$x := …`, or `$x = …` for a variable that is there."""

    variable: Name
    pipeline: Pipeline
    declares: bool


@dataclass(frozen=True, slots=True)
class Branch:
    """`if` or `with`, up to its `end`."""

    pipeline: Pipeline
    variable: Name | None  # of `with $x := …`
    sets_dot: bool  # `with`
    body: tuple[Statement, ...]
    otherwise: tuple[Statement, ...]


Statement = Text | Output | Setting | Branch
