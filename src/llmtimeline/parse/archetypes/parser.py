"""From tokens to statements: text/template's grammar without loops, definitions and other things that nobody needs."""

from __future__ import annotations

from dataclasses import dataclass, field

from llmtimeline.parse.archetypes.lexer import GUIDE, Action, ArchetypeError, Copied, Faults, Kind, Token, take_apart
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

_DEEPEST = 20  # parentheses in parentheses, and branches in branches
_BRANCHES = ("if", "with")
_CLOSERS = ("else", "end")
_FOREIGN = frozenset({"range", "define", "template", "block", "break", "continue", "return", "partial", "try"})


def parse_statements(text: str, faults: Faults) -> tuple[Statement, ...]:
    """The whole archetype. Raises ArchetypeError at its first fault."""
    return _Parser(take_apart(text, faults), faults).whole()


@dataclass(slots=True)
class _Parser:
    pieces: tuple[Copied | Action, ...]
    faults: Faults
    position: int = 0
    depth: int = 0

    def whole(self) -> tuple[Statement, ...]:
        statements, closer = self._statements()
        if closer is not None:
            word = closer.tokens[0]
            hint = "each `else` and `end` belongs to an `if` or a `with` before it"
            raise self.faults.at(word.start, word.end, f"`{word.text}` without an `if` or a `with`", hint)
        return statements

    def _statements(self) -> tuple[tuple[Statement, ...], Action | None]:
        """Statements up to an `else` or `end`, and that; None at the end of the archetype."""
        statements: list[Statement] = []
        while self.position < len(self.pieces):
            piece = self.pieces[self.position]
            self.position += 1
            if isinstance(piece, Copied):
                statements.append(Text(piece.start, piece.end))
                continue
            word = _keyword(piece)
            if word in _CLOSERS:
                return tuple(statements), piece
            statements.append(self._branch(piece, 0) if word in _BRANCHES else self._simple(piece))
        return tuple(statements), None

    def _simple(self, action: Action) -> Output | Setting:
        tokens = _Tokens(action, self.faults)
        setting = tokens.setting()
        pipeline = tokens.pipeline()
        tokens.expect_end()
        if setting is None:
            return Output(pipeline, action.start, action.end)
        return Setting(setting[0], pipeline, declares=setting[1])

    def _branch(self, action: Action, at: int) -> Branch:
        """A branch whose word is the token at `at`: the second one in `else if`, which shares the `end`."""
        word = action.tokens[at]
        self.depth += 1
        if self.depth > _DEEPEST:
            raise self.faults.at(word.start, word.end, f"branches nested more than {_DEEPEST} deep", "write it flatter")
        tokens = _Tokens(action, self.faults, at + 1)
        setting = tokens.setting()
        if setting is not None and not setting[1]:
            name = setting[0]
            raise self.faults.at(name.start, name.end, f"write `{name.text} := …` after `{word.text}`")
        pipeline = tokens.pipeline()
        tokens.expect_end()
        body, closer = self._statements()
        otherwise: tuple[Statement, ...] = ()
        if closer is not None and closer.tokens[0].text == "else":
            if closer.tokens[1].text in _BRANCHES and closer.tokens[1].kind is Kind.WORD:
                otherwise = (self._branch(closer, 1),)
            else:
                self._expect_bare(closer)
                otherwise, closer = self._statements()
                self._expect_finish(word, closer)
        else:
            self._expect_finish(word, closer)
        self.depth -= 1
        return Branch(pipeline, setting[0] if setting else None, word.text == "with", body, otherwise)

    def _expect_finish(self, word: Token, closer: Action | None) -> None:
        if closer is None:
            raise self.faults.at(word.start, word.end, f"`{word.text}` is never ended", "write `{{ end }}` after it")
        if closer.tokens[0].text == "else":
            second = closer.tokens[0]
            raise self.faults.at(second.start, second.end, "a second `else`", "take one out")
        self._expect_bare(closer)

    def _expect_bare(self, action: Action) -> None:
        extra = action.tokens[1]
        if extra.kind is not Kind.END:
            message = f"`{action.tokens[0].text}` takes nothing after it"
            raise self.faults.at(extra.start, extra.end, message, "close the action with `}}`")


def _keyword(action: Action) -> str:
    first = action.tokens[0]
    return first.text if first.kind is Kind.WORD else ""


@dataclass(slots=True)
class _Tokens:
    """Reads one action from left to right."""

    action: Action
    faults: Faults
    position: int = 0
    depth: int = field(default=0)

    def setting(self) -> tuple[Name, bool] | None:
        """The variable before `:=` or `=`, and whether it is declared here."""
        first, second = self._here(), self._next()
        if first.kind is not Kind.VARIABLE or second.kind not in (Kind.DECLARE, Kind.ASSIGN):
            return None
        if first.text == "$":
            raise self.faults.at(first.start, first.end, "`$` is the post to be made, and cannot be set")
        self.position += 2
        return Name(first.text, first.start, first.end), second.kind is Kind.DECLARE

    def pipeline(self) -> Pipeline:
        start = self._here().start
        commands = [self._command()]
        while self._here().kind is Kind.PIPE:
            self.position += 1
            commands.append(self._command())
        return Pipeline(tuple(commands), start, commands[-1].end)

    def expect_end(self) -> None:
        token = self._here()
        if token.kind is not Kind.END:
            raise self._unexpected(token)

    def _command(self) -> Command:
        operands: list[Operand] = []
        while self._here().kind in (Kind.WORD, Kind.FIELD, Kind.DOT, Kind.VARIABLE, Kind.LITERAL, Kind.OPEN):
            if operands and self._here().joined:
                raise self._unexpected(self._here(), "leave a space before it")
            operands.append(self._operand())
        if not operands:
            raise self._unexpected(self._here())
        return Command(tuple(operands), operands[0].start, operands[-1].end)

    def _operand(self) -> Operand:
        first = self._here()
        self.position += 1
        base: Name | Literal | Dot | Pipeline
        fields: list[Name] = []
        if first.kind is Kind.OPEN:
            base = self._in_parentheses(first)
        elif first.kind is Kind.LITERAL:
            base = Literal(first.value)
        elif first.kind in (Kind.WORD, Kind.VARIABLE):
            if first.text in _FOREIGN:
                raise self.faults.at(first.start, first.end, f"`{first.text}` is not known to archetypes")
            base = Name(first.text, first.start, first.end)
        else:
            base = Dot()
            if first.kind is Kind.FIELD:
                fields.append(Name(first.text, first.start, first.end))
        while self._here().kind is Kind.FIELD and self._here().joined:
            token = self._here()
            fields.append(Name(token.text, token.start, token.end))
            self.position += 1
        return Operand(base, tuple(fields), first.start, self.action.tokens[self.position - 1].end)

    def _in_parentheses(self, opening: Token) -> Pipeline:
        self.depth += 1
        if self.depth > _DEEPEST:
            message = f"parentheses nested more than {_DEEPEST} deep"
            raise self.faults.at(opening.start, opening.end, message, "set a variable: `{{ $x := … }}`")
        inner = self.pipeline()
        if self._here().kind is not Kind.CLOSE:
            raise self.faults.at(opening.start, opening.end, "the parenthesis is not closed", "close it with `)`")
        self.position += 1
        self.depth -= 1
        return inner

    def _here(self) -> Token:
        return self.action.tokens[self.position]

    def _next(self) -> Token:
        return self.action.tokens[min(self.position + 1, len(self.action.tokens) - 1)]

    def _unexpected(self, token: Token, hint: str = GUIDE) -> ArchetypeError:
        if token.kind is not Kind.END:
            return self.faults.at(token.start, token.end, f"`{token.text}` cannot stand here", hint)
        if len(self.action.tokens) == 1:
            return self.faults.at(self.action.start, self.action.end, "an empty action", "take it out, or fill it in")
        return self.faults.at(token.start, token.end, "a value is missing before the end of the action", hint)
