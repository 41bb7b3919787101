"""One field of a release block or catalog entry, from its notation to facts with their places."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from llmtimeline.parse.facts.fact_fields import FactField, Takes, field_of
from llmtimeline.parse.facts.fact_lists import BENCHMARK_KEYS, PRICE_KEYS, read_benchmark, read_price
from llmtimeline.parse.facts.fact_values import (
    LICENSE_KEYS,
    MODALITY_KEYS,
    read_choice,
    read_cutoff,
    read_languages,
    read_license,
    read_modalities,
    read_quantity,
    unite_quantities,
)
from llmtimeline.parse.facts.field_reading import FieldTask, Keys, keys_of
from llmtimeline.parse.facts.field_words import fold_label
from llmtimeline.parse.facts.scalar_lists import is_empty, items_of
from llmtimeline.values.diagnostics import Checked, Diagnostic
from llmtimeline.values.facts import Fact, Origin
from llmtimeline.values.located import Mapping, Node, Scalar

_VALUE_KEYS = keys_of({"value": ("值", "values")})
_Reader = Callable[[FactField, Node, FieldTask], Iterator[Fact]]

# Fields whose values may be mappings of their own, with the keys of these.
_OWN_KEYS: dict[Takes, Keys] = {
    Takes.LICENSE: LICENSE_KEYS,
    Takes.MODALITIES: MODALITY_KEYS,
    Takes.PRICES: PRICE_KEYS,
    Takes.BENCHMARKS: BENCHMARK_KEYS,
}


def parse_fact_field(key: Scalar, value: Node, *, origin: Origin, language: str) -> Checked[tuple[Fact, ...]]:
    """The facts that one key states; () for a key that is no fact's, which the caller tells.

    A value may end in its certainty and a note, `1.8T (rumoured)`, or be a mapping `{value, certainty, note, url,
    from}`. Each item of a list is a fact; quantities of one unit that are plainly stated side by side are one fact. A
    key without a value states nothing. Labels of both languages are understood whatever `language` is. May add LT106,
    LT107, LT108, LT111, LT113, LT114, LT118.
    """
    row = field_of(key.text)
    if row is None:
        return Checked(())
    findings: list[Diagnostic] = []
    return Checked(read_facts(row, value, FieldTask(row.name, origin, findings)), tuple(findings))


def read_facts(row: FactField, value: Node, task: FieldTask) -> tuple[Fact, ...]:
    """What parse_fact_field gives; the remarks of the task hold for every value that has none of its own."""
    # A list of modalities or languages is one value.
    items = items_of(value) if row.takes not in (Takes.MODALITIES, Takes.LANGUAGES) else (value,)
    facts: list[Fact] = []
    for item in items:
        wrapped = _unwrapped(row, item, task) if isinstance(item, Mapping) else (item, task)
        if wrapped is not None and not is_empty(wrapped[0]):
            facts += _READERS[row.takes](row, *wrapped)
    return unite_quantities(facts, task) if row.takes is Takes.QUANTITIES else tuple(facts)


def _unwrapped(row: FactField, item: Mapping, task: FieldTask) -> tuple[Node, FieldTask] | None:
    """The value inside `{value: …, certainty: …}`; a field's own mapping as it is."""
    keys = {fold_label(entry.key.text) for entry in item}
    is_named = any(_OWN_KEYS.get(row.takes, {}).get(key) == "name" for key in keys)
    if not is_named and not keys.isdisjoint(("value", "值")):  # but `{name: MMLU, value: 67.5}` is a score
        parts = task.parts(item, _VALUE_KEYS, "a value")
        return parts["value"], task.within(parts)
    if row.takes in _OWN_KEYS:
        return item, task
    hint = f"write `{row.name}: {row.example}`, or `{{value: …, certainty: …}}`"
    task.wrong_kind(item, row.takes.value, hint)
    return None


_READERS: dict[Takes, _Reader] = {
    Takes.QUANTITIES: read_quantity,
    Takes.WORD: read_choice,
    Takes.LANGUAGES: read_languages,
    Takes.LICENSE: read_license,
    Takes.MODALITIES: read_modalities,
    Takes.DATE: read_cutoff,
    Takes.BENCHMARKS: read_benchmark,
    Takes.PRICES: read_price,
}
