"""What the models give for an amount, such as parameters: what a chart may draw, and why it leaves others out."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from llmtimeline.plan.charts.scales import BEYOND, LEAST
from llmtimeline.plan.facts import first_word, same_value
from llmtimeline.values.dates import PartialDate
from llmtimeline.values.facts import Certainty
from llmtimeline.values.quantities import Known, Quantity
from llmtimeline.values.registry import Claim, Model, Registry

WITH_WEIGHTS = frozenset({"model", "family", "variant", "version", "quantization"})
"""Kinds of models that have parameters and a context window; of the others, such as tools, nobody asks for one."""

_SURE = (Certainty.STATED, Certainty.VENDOR_CLAIM, Certainty.THIRD_PARTY)


class Left(enum.Enum):
    """Why a model is not drawn."""

    NOTHING_GIVEN = enum.auto()
    UNSURE = enum.auto()
    OTHER_UNIT = enum.auto()
    UNDATED = enum.auto()


@dataclass(frozen=True, slots=True)
class Amounts:
    """What one model gave at one time, each amount once, from the least up."""

    model: Model
    date: PartialDate
    values: tuple[Quantity, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a chart of one field may draw, and how many models it leaves out for which reason."""

    drawn: tuple[Amounts, ...]
    left: tuple[tuple[Left, int], ...]
    asked: int

    def count(self, reason: Left) -> int:
        """How many models are left out for a reason."""
        return dict(self.left).get(reason, 0)


def read_amounts(registry: Registry, field: str, unit: str) -> Reading:
    """The amounts of one field in one unit, over all models, in the order of the registry."""
    drawn: list[Amounts] = []
    left = dict.fromkeys(Left, 0)
    asked = 0
    for model in registry.models.values():
        claims = [claim for claim in model.claims if claim.field == field]
        if model.kind not in WITH_WEIGHTS and not claims:
            continue
        asked += 1
        found = _amounts(registry, model, claims, unit)
        if isinstance(found, Left):
            left[found] += 1
        else:
            drawn += found
    return Reading(tuple(drawn), tuple(left.items()), asked)


def weights_of(model: Model) -> str:
    """How open the model's weights are, in the word of its first claim."""
    return first_word(model.claims, "weights")


def _amounts(registry: Registry, model: Model, claims: Sequence[Claim], unit: str) -> list[Amounts] | Left:
    sizes: dict[str, list[Claim]] = {}
    for claim in claims:
        sizes.setdefault(claim.size, []).append(claim)
    given = [(values, group) for group in sizes.values() if (values := _values(group[0]))]
    if not given:
        return Left.NOTHING_GIVEN
    sure = [(values, group) for values, group in given if group[0].certainty in _SURE]
    if not sure:
        return Left.UNSURE
    counted = [([value for value in values if value.unit == unit], group) for values, group in sure]
    if not any(values for values, _ in counted):
        return Left.OTHER_UNIT
    dated: dict[PartialDate, dict[int | float, Quantity]] = {}
    for values, group in counted:
        date = _first_told(registry, model, group)
        if date is not None:
            for value in values:
                dated.setdefault(date, {}).setdefault(value.amount or 0, value)
    if not dated:
        return Left.UNDATED
    return [
        Amounts(model, date, tuple(value for _, value in sorted(values.items())))
        for date, values in sorted(dated.items(), key=lambda item: item[0].timeline_key())
    ]


def _values(claim: Claim) -> list[Quantity]:
    """The amounts of a claim that a scale can hold: the ends of a range, each of a list.

    Where a list has amounts with and without a remark, those with one are parts of the others: `983M, 860M (UNet)`.
    """
    value = claim.fact.value
    items = value if isinstance(value, tuple) else (value,)
    given = [item for item in items if isinstance(item, Quantity) and item.known is Known.GIVEN]
    whole = given if claim.field != "params" else [item for item in given if not item.note] or given
    return [end for item in whole for end in _ends(item)]


def _ends(value: Quantity) -> Iterable[Quantity]:
    """One quantity for each end of a range, without what is said of the whole."""
    plain = replace(value, high=None, active=None, note="")
    for amount in (value.amount, value.high):
        if amount is not None and LEAST <= amount < BEYOND:
            yield replace(plain, amount=amount)


def _first_told(registry: Registry, model: Model, claims: Sequence[Claim]) -> PartialDate | None:
    """The date of the first release that tells the value shown: sizes may come out months after their announcement."""
    shown = same_value(claims[0].fact.value)
    dates = []
    for claim in claims:
        if same_value(claim.fact.value) == shown:
            date = _date_of(registry, model, claim)
            if date is not None:
                dates.append(date)
    return min(dates, key=lambda date: (date.first_day(), date.last_day()), default=None)


def _date_of(registry: Registry, model: Model, claim: Claim) -> PartialDate | None:
    if claim.post is not None and claim.section is not None:
        release = registry.releases.get(registry.by_section.get((claim.post, claim.section), ""))
        if release is not None and model.id in release.models:
            return release.date
    return model.date
