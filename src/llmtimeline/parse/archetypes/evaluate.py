"""Carries an archetype out. What it writes remembers where in the archetype it comes from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from llmtimeline.parse.archetypes.functions import FUNCTIONS, LONGEST, Function
from llmtimeline.parse.archetypes.lexer import GUIDE, ArchetypeError, Faults, faults_of
from llmtimeline.parse.archetypes.parser import parse_statements
from llmtimeline.parse.archetypes.syntax import (
    Branch,
    Command,
    Dot,
    Literal,
    Name,
    Operand,
    Output,
    Pipeline,
    Setting,
    Statement,
    Text,
)
from llmtimeline.parse.archetypes.values import Record, RefusalError, Value, is_true, kind_of, text_of
from llmtimeline.parse.notation.plain import shown
from llmtimeline.parse.notation.typed import nearest_word
from llmtimeline.values.diagnostics import Checked
from llmtimeline.values.sources import Source

_NAMESPACES = frozenset(name.partition(".")[0] for name in FUNCTIONS if "." in name)
_CONSTANTS = ("now", "site", "time.Now")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of what was written, by its offset, and the stretch of the archetype that it comes from."""

    offset: int
    start: int
    end: int
    copied: bool  # letter by letter; else all of it is what one action wrote


@dataclass(frozen=True, slots=True)
class Made:
    """The text that an archetype came to."""

    text: str
    pieces: tuple[Piece, ...]  # by offset

    def origin(self, offset: int) -> tuple[int, int]:
        """The stretch of the archetype, as offsets, that a place of the text comes from."""
        if not self.pieces:
            return 0, 1
        piece = self.pieces[max(0, bisect_right(self.pieces, offset, key=lambda piece: piece.offset) - 1)]
        if not piece.copied:
            return piece.start, piece.end
        start = min(piece.start + offset - piece.offset, piece.end)
        return start, start + 1


def evaluate(source: Source, page: Record, now: datetime) -> Checked[Made | None]:
    """What an archetype comes to for one post; None with the first fault: LT402, or LT403 for a name that is not known.

    `page` is what a dot is at first, and must have a `Site`.
    """
    faults = faults_of(source)
    run = _Run(source.text, page, now, faults)
    try:
        run.statements(parse_statements(source.text, faults), page)
    except ArchetypeError as error:
        return Checked(None, (error.finding,))
    return Checked(Made("".join(run.written), tuple(run.pieces)))


@dataclass(slots=True)
class _Run:
    text: str
    page: Record
    now: datetime
    faults: Faults
    scopes: list[dict[str, Value]] = field(default_factory=lambda: [{}])
    written: list[str] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    length: int = 0

    def statements(self, statements: Sequence[Statement], dot: Value) -> None:
        for statement in statements:
            if isinstance(statement, Text):
                self._write(self.text[statement.start : statement.end], statement.start, statement.end, copied=True)
            elif isinstance(statement, Output):
                self._output(statement, dot)
            elif isinstance(statement, Setting):
                self._set(statement, dot)
            else:
                self._branch(statement, dot)

    def _write(self, text: str, start: int, end: int, *, copied: bool) -> None:
        if not text:
            return
        self.pieces.append(Piece(self.length, start, end, copied))
        self.written.append(text)
        self.length += len(text)

    def _output(self, output: Output, dot: Value) -> None:
        value = self._pipeline(output.pipeline, dot)
        start, end = output.pipeline.start, output.pipeline.end
        if value is None:
            hint = f'give it one: `{{{{ {self.text[start:end]} | default "…" }}}}`'
            raise self.faults.at(start, end, f"`{shown(self.text[start:end])}` has no value", shown(hint, 120), "LT403")
        try:
            self._write(text_of(value), output.start, output.end, copied=False)
        except RefusalError as error:
            raise self.faults.at(start, end, str(error)) from error

    def _set(self, setting: Setting, dot: Value) -> None:
        value = self._pipeline(setting.pipeline, dot)
        name = setting.variable
        if setting.declares:
            self.scopes[-1][name.text] = value
            return
        self._scope_of(name)[name.text] = value

    def _branch(self, branch: Branch, dot: Value) -> None:
        value = self._pipeline(branch.pipeline, dot)
        self.scopes.append({branch.variable.text: value} if branch.variable else {})
        if is_true(value):
            self.statements(branch.body, value if branch.sets_dot else dot)
        else:
            self.statements(branch.otherwise, dot)
        self.scopes.pop()

    def _pipeline(self, pipeline: Pipeline, dot: Value) -> Value:
        value = self._command(pipeline.commands[0], dot, ())
        for command in pipeline.commands[1:]:
            value = self._command(command, dot, (value,))
        return value

    def _command(self, command: Command, dot: Value, piped: tuple[Value, ...]) -> Value:
        first, *others = command.operands
        function = _function_name(first)
        moment = None if function else self._moment_to_format(first, dot)
        value = None if function or moment else self._operand(first, dot)
        arguments = [*(self._operand(operand, dot) for operand in others), *piped]
        if function is not None:
            return self._call(function, arguments, command)
        if moment is not None:
            return self._call(Name("Format", first.fields[-1].start, first.end), [*arguments, moment], command)
        if arguments:
            what = shown(self.text[first.start : first.end])
            raise self.faults.at(first.start, first.end, f"`{what}` is no function, and takes no arguments")
        return value

    def _moment_to_format(self, operand: Operand, dot: Value) -> datetime | None:
        """The moment before `.Format`; None where an operand is anything else."""
        *before, last = operand.fields or (Name("", 0, 0),)
        if last.text != "Format" or not (before or isinstance(operand.base, Name | Pipeline | Dot)):
            return None
        value = self._operand(Operand(operand.base, tuple(before), operand.start, last.start), dot)
        return value if isinstance(value, datetime) else None

    def _call(self, name: Name, arguments: list[Value], command: Command) -> Value:
        is_method = name.text == "Format"  # of a moment, which is the last argument of the function of that name
        function = FUNCTIONS["time.Format" if is_method else name.text]
        if not function.least <= len(arguments) <= function.most:
            raise self.faults.at(name.start, name.end, _wrong_number(name.text, function, len(arguments), is_method))
        try:
            value = function.call(arguments)
        except RefusalError as error:
            raise self.faults.at(command.start, command.end, f"`{name.text}`: {error}") from error
        if isinstance(value, str) and len(value) > LONGEST:
            raise self.faults.at(command.start, command.end, f"`{name.text}`: the text grows too long")
        return value

    def _operand(self, operand: Operand, dot: Value) -> Value:
        base, fields = operand.base, operand.fields
        if isinstance(base, Name) and not base.text.startswith("$"):
            function = _function_name(operand)
            if function is not None:
                return self._call(function, [], Command((operand,), operand.start, operand.end))
            value, fields = self._constant(base, fields)
        elif isinstance(base, Name):
            value = self.page if base.text == "$" else self._scope_of(base)[base.text]
        elif isinstance(base, Literal):
            value = base.value
        else:
            value = dot if isinstance(base, Dot) else self._pipeline(base, dot)
        for name in fields:
            value = self._field(value, name)
        return value

    def _constant(self, base: Name, fields: tuple[Name, ...]) -> tuple[Value, tuple[Name, ...]]:
        """The value of `now`, `time.Now` or `site`, and the fields that are left to ask for. LT403 for other names."""
        if base.text == "site":
            return self.page.fields["Site"], fields
        if base.text == "now":
            return self.now, fields
        name, left = (fields[0].text, fields[1:]) if fields and base.text in _NAMESPACES | {"time"} else ("", ())
        if base.text == "time" and name == "Now":
            return self.now, left
        whole = f"{base.text}.{name}" if name else base.text
        end = fields[0].end if name else base.end
        near = nearest_word(whole, (*FUNCTIONS, *_CONSTANTS))
        hint = f"did you mean `{near}`?" if near else GUIDE
        raise self.faults.at(base.start, end, f"archetypes know no function `{shown(whole)}`", hint, "LT403")

    def _field(self, value: Value, name: Name) -> Value:
        if isinstance(value, Record) and name.text in value.fields:
            return value.fields[name.text]
        if isinstance(value, datetime) and name.text in ("Year", "Day"):
            return value.year if name.text == "Year" else value.day
        if isinstance(value, datetime) and name.text == "Format":
            hint = 'write `.Date.Format "2006-01-02"`, in parentheses where it is an argument'
            raise self.faults.at(name.start, name.end, "`Format` needs a layout", hint)
        if value is None or isinstance(value, Mapping):
            return None if value is None else value.get(name.text.lower())
        known = tuple(value.fields) if isinstance(value, Record) else ()
        near = next((word for word in known if word.lower() == name.text.lower()), "") or nearest_word(name.text, known)
        hint = f"did you mean `.{near}`?" if near else GUIDE
        what = f"there is no `.{shown(name.text)}` here" if known else f"{kind_of(value)} has no `.{shown(name.text)}`"
        raise self.faults.at(name.start, name.end, what, hint, "LT403")

    def _scope_of(self, name: Name) -> dict[str, Value]:
        for scope in reversed(self.scopes):
            if name.text in scope:
                return scope
        hint = f"set it before: `{{{{ {name.text} := … }}}}`"
        raise self.faults.at(name.start, name.end, f"the variable `{shown(name.text)}` is not set", hint, "LT403")


def _wrong_number(name: str, function: Function, given: int, is_method: bool) -> str:  # noqa: FBT001
    least, most = function.least - is_method, function.most - is_method
    wanted = f"{least} to {most} arguments" if least < most else f"{least} argument{'s' if least > 1 else ''}"
    return f"`{name}` takes {wanted}, not {given - is_method}"


def _function_name(operand: Operand) -> Name | None:
    """The function that an operand names, such as `replace` or `strings.Replace`; None when it is a value."""
    base, fields = operand.base, operand.fields
    if not isinstance(base, Name):
        return None
    if not fields:
        return base if base.text in FUNCTIONS else None
    whole = f"{base.text}.{fields[0].text}"
    return Name(whole, base.start, fields[0].end) if len(fields) == 1 and whole in FUNCTIONS else None
