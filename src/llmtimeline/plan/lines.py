"""Models that follow each other: the dated members of a family, or one vendor's models of one name."""

from __future__ import annotations

import re
from collections.abc import Iterable

from llmtimeline.values.registry import Model

_STEM = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def lines_of(models: Iterable[Model]) -> tuple[tuple[Model, ...], ...]:
    """Each line oldest first: families, then one vendor's models whose ids begin alike up to the first digit, as GPT-3,
    GPT-3.5 and GPT-4 do. Models without a date have no place in time, and stand in no line."""
    families: dict[str, list[Model]] = {}
    named: dict[tuple[str, str], list[Model]] = {}
    for model in models:
        if model.date is None:
            continue
        if model.family:
            families.setdefault(model.family, []).append(model)
        stem = _STEM.match(model.id)
        if model.vendors and stem:
            named.setdefault((model.vendors[0], stem[0]), []).append(model)
    return tuple(tuple(sorted(line, key=age)) for line in (*families.values(), *named.values()))


def age(model: Model) -> tuple[bool, tuple[int, int, int], str]:
    """Oldest first, the undated last: what nobody dates is mostly a derivative."""
    return model.date is None, model.date.timeline_key() if model.date else (0, 0, 0), model.id
