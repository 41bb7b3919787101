"""What the program tells an author, as values: gathered, sorted, kept; never printed here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from llmtimeline.values.codes import CODES, Severity
from llmtimeline.values.places import Span

T_co = TypeVar("T_co", covariant=True)

__all__ = ["Checked", "Diagnostic", "Related", "Severity", "diagnose", "has_errors", "in_order"]


@dataclass(frozen=True, slots=True)
class Related:
    """A second place that a diagnostic speaks of."""

    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding. `message` is a terse sentence in the author's words, without a full stop."""

    code: str  # a key of CODES
    severity: Severity
    message: str
    span: Span | None = None  # None only where no file is to blame
    hint: str = ""  # what to do, in one sentence
    related: tuple[Related, ...] = ()


@dataclass(frozen=True, slots=True)
class Checked(Generic[T_co]):
    """What a stage that can fail gives: a value that is whole in any case, and what is wrong with its source."""

    value: T_co
    diagnostics: tuple[Diagnostic, ...] = ()


def diagnose(
    code: str,
    message: str,
    span: Span | None = None,
    *,
    hint: str = "",
    related: Iterable[Related] = (),
    severity: Severity | None = None,
) -> Diagnostic:
    """A diagnostic with the severity that the code has in CODES, unless another is given."""
    return Diagnostic(code, severity or CODES[code].severity, message, span, hint, tuple(related))


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """By path, line, column, then code and text; those without a place first; equal ones once."""
    nowhere = Span("", 0, 0)
    return tuple(
        sorted(
            dict.fromkeys(diagnostics),
            key=lambda d: (d.span or nowhere, d.code, d.message, d.hint),
        )
    )


def has_errors(diagnostics: Iterable[Diagnostic], *, strict: bool = False) -> bool:
    """Whether the build must stop: an error, or under `strict` a warning. Notes never stop it."""
    return any(d.severity is Severity.ERROR or (strict and d.severity is Severity.WARNING) for d in diagnostics)
