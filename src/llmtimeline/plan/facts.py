"""Claims as rows: one a field, the value to show first, then those that differ."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from hashlib import sha256

from llmtimeline.values.dates import PartialDate
from llmtimeline.values.facts import Benchmark, FactValue, License, Modalities, Price, field_rank
from llmtimeline.values.quantities import Quantity
from llmtimeline.values.registry import Claim
from llmtimeline.values.views import FactRow, SourceMark, ValueView


def fact_rows(claims: Iterable[Claim], mark: Callable[[Claim], SourceMark], size: str = "") -> tuple[FactRow, ...]:
    """Rows in the fixed order of fields; other fields follow by name. Of each field the first claim is shown.

    Two benchmarks, or prices for two things, are two rows. A value said twice stands once, with its first source.
    """
    groups: dict[tuple[str, object], list[Claim]] = {}
    for claim in claims:
        groups.setdefault((claim.field, subject_of(claim.fact.value)), []).append(claim)
    rows: list[FactRow] = []
    previous: SourceMark | None = None
    ordered = sorted(groups.items(), key=lambda item: field_rank(item[0][0]))
    for (field, _), group in ordered:
        source = mark(group[0])
        shown = _value_view(group[0], _repeated(source) if _same(source, previous) else source)
        others = tuple([_value_view(claim, mark(claim)) for claim in _different(group)]) if len(group) > 1 else ()
        rows.append(FactRow(field, shown, others, size))
        previous = source
    return tuple(rows)


def first_word(claims: Iterable[Claim], field: str) -> str:
    """The word that the first claim gives for a field of a closed list, such as `weights`; "" when nothing is said."""
    for claim in claims:
        if claim.field == field and not claim.size and isinstance(claim.fact.value, str):
            return claim.fact.value
    return ""


def first_value(claims: Iterable[Claim], field: str) -> FactValue | None:
    """The value that the first claim gives for a field of the model as a whole."""
    return next((claim.fact.value for claim in claims if claim.field == field and not claim.size), None)


def same_value(value: FactValue) -> object:
    """A key that is equal for values that mean the same, however they are written: 180B and 1800亿."""
    match value:
        case Quantity():
            if value.amount is None:
                return "quantity", value.known
            return "quantity", value.amount, value.unit, value.high, value.bound, value.active, value.note
        case License():
            return "license", value.name.casefold() or value.url
        case str():
            return " ".join(value.casefold().split())
        case tuple():
            return tuple(same_value(item) for item in value)
        case Modalities():
            return "modalities", tuple(sorted(set(value.takes))), tuple(sorted(set(value.gives)))
        case Benchmark():
            return "benchmark", value.score.replace(" ", "")
        case _:
            return value


def value_key(value: FactValue) -> str:
    """Eight characters that are equal for values that mean the same."""
    return sha256(repr(same_value(value)).encode()).hexdigest()[:8]


def subject_of(value: FactValue) -> object:
    """What a value of a field speaks of, where one field has several: which benchmark, the price of what."""
    if isinstance(value, Benchmark):
        return value.name.casefold(), value.metric.casefold()
    if isinstance(value, Price):
        return value.currency, value.per, value.direction
    return ""


def _different(group: list[Claim]) -> Iterable[Claim]:
    shown = group[0].fact.value
    seen = {same_value(shown)}
    for claim in group[1:]:
        value, key = claim.fact.value, same_value(claim.fact.value)
        # A coarser date does not differ from a finer one that lies in it.
        coarser = isinstance(value, PartialDate) and isinstance(shown, PartialDate) and value.contains(shown)
        if key not in seen and not coarser:
            seen.add(key)
            yield claim


def _value_view(claim: Claim, source: SourceMark) -> ValueView:
    fact = claim.fact
    return ValueView(claim.field, fact.value, fact.text, source, fact.certainty, fact.note, fact.since, fact.url)


def _repeated(mark: SourceMark) -> SourceMark:
    return SourceMark(mark.url, mark.label, mark.path, mark.line, same_as_previous=True, language=mark.language)


def _same(mark: SourceMark, previous: SourceMark | None) -> bool:
    if previous is None or mark.url != previous.url:
        return False
    return bool(mark.url) or mark.path == previous.path
