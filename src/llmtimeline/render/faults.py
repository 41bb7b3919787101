"""What goes wrong in a template, as diagnostics at its own file and line."""

from __future__ import annotations

import dataclasses
import difflib
from collections.abc import Iterable, Mapping
from functools import partial
from types import FunctionType, TracebackType

from jinja2 import StrictUndefined, TemplateNotFound, TemplateRuntimeError, TemplateSyntaxError, UndefinedError
from jinja2.utils import missing

from llmtimeline.render.words import MissingWordError
from llmtimeline.values.diagnostics import Diagnostic, diagnose
from llmtimeline.values.places import Span
from llmtimeline.values.sources import TemplateSource

# What a template of an author may raise while it runs; anything else is a fault of the program.
TEMPLATE_ERRORS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    UndefinedError,
    ValueError,
)


class UnknownNameError(UndefinedError):
    """A name that nothing has, with the value that was asked for it."""

    def __init__(self, message: str, asked: object, name: str) -> None:
        super().__init__(message)
        self.name = name
        self.near = nearest(name, field_names(type(asked)))


class Unknown(StrictUndefined):
    """What a name that nothing has evaluates to: any use of it fails, in the words of the views."""

    def __init__(
        self,
        hint: str | None = None,
        obj: object = missing,
        name: str | None = None,
        exc: type[TemplateRuntimeError] = UndefinedError,
    ) -> None:
        super().__init__(hint, obj, name, exc)
        self._undefined_exception = partial(UnknownNameError, asked=obj, name=str(name))  # type: ignore[assignment]

    @property
    def _undefined_message(self) -> str:
        if self._undefined_hint:
            return self._undefined_hint
        if self._undefined_obj is missing:
            return f"unknown name `{self._undefined_name}`"
        return f"{type(self._undefined_obj).__name__} has no `{self._undefined_name}`"


def field_names(kind: type) -> tuple[str, ...]:
    """The fields, properties and methods of a view, in order."""
    if not dataclasses.is_dataclass(kind):
        return ()
    more = (property, str, FunctionType)
    properties = (name for name, value in vars(kind).items() if isinstance(value, more) and name[0] != "_")
    return (*(field.name for field in dataclasses.fields(kind)), *properties)


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name that is spelled most like this one, or ""."""
    return next(iter(difflib.get_close_matches(name, list(known), 1, 0.7)), "")


def did_you_mean(name: str) -> str:
    """A hint, or "" without a name."""
    return f"did you mean `{name}`?" if name else ""


def place(source: TemplateSource, line: int, word: str = "") -> Span:
    """The place of a word in a line of a template; the whole line where the word is not in it."""
    lines = source.text.split("\n")
    text = lines[line - 1] if 0 < line <= len(lines) else ""
    start = text.find(word) if word else -1
    if start >= 0:
        return Span(source.path, line, start + 1, len(word))
    bare = text.strip()
    return Span(source.path, line, text.find(bare) + 1, max(1, len(bare)))


def syntax_fault(error: TemplateSyntaxError, source: TemplateSource) -> Diagnostic:
    """LT402 at the line that Jinja names."""
    message = (error.message or "not a template").rstrip(".")
    return diagnose("LT402", message[:1].lower() + message[1:], place(source, error.lineno))


def runtime_fault(error: BaseException, sources: Mapping[str, TemplateSource], page: str) -> Diagnostic:
    """LT403, LT404, LT401 or LT402, at the innermost template line that was running. `sources` are by path to show."""
    word = (
        error.name if isinstance(error, UnknownNameError) else error.key if isinstance(error, MissingWordError) else ""
    )
    span, on_page = _where(error.__traceback__, sources, word), f" (in `{page}`)"
    if isinstance(error, MissingWordError):
        hint = f"add it to templates/i18n/{error.language}.yaml"
        return diagnose("LT404", f"the words of `{error.language}` lack `{error.key}`{on_page}", span, hint=hint)
    if isinstance(error, UndefinedError):
        hint = did_you_mean(error.near) if isinstance(error, UnknownNameError) else ""
        return diagnose("LT403", f"{error.message}{on_page}", span, hint=hint)
    if isinstance(error, TemplateNotFound):
        return diagnose("LT401", f"no template `{error.name}`{on_page}", span)
    message = str(error) or type(error).__name__
    return diagnose("LT402", f"the template fails: {message[:1].lower()}{message[1:]}{on_page}", span)


def each_fault_once(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """A template that fails does so on every page that it draws: the first one is named, the others are counted."""
    groups: dict[tuple[str, Span], list[Diagnostic]] = {}
    rest: list[Diagnostic] = []
    for finding in found:
        if finding.code.startswith("LT4") and finding.span is not None:
            groups.setdefault((finding.code, finding.span), []).append(finding)
        else:
            rest.append(finding)
    return [*rest, *(_counted(group) for group in groups.values())]


def _counted(group: list[Diagnostic]) -> Diagnostic:
    more = len(group) - 1
    if not more:
        return group[0]
    return dataclasses.replace(
        group[0], message=f"{group[0].message}, and in {more} more {'file' if more == 1 else 'files'}"
    )


def _where(trace: TracebackType | None, sources: Mapping[str, TemplateSource], word: str) -> Span | None:
    span = None
    while trace is not None:
        source = sources.get(trace.tb_frame.f_code.co_filename)
        if source is not None:
            span = place(source, trace.tb_lineno, word)
        trace = trace.tb_next
    return span
