"""Every value that a post or the catalog gives for a model: in the order of display, with contradictions told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from llmtimeline.register.identity import alias_key
from llmtimeline.values.dates import PartialDate
from llmtimeline.values.diagnostics import Diagnostic, Related, diagnose
from llmtimeline.values.facts import Certainty, Fact, FactValue, License, Origin, field_rank
from llmtimeline.values.quantities import Bound, Known, Quantity
from llmtimeline.values.registry import Claim

_NUMBER = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,9})?")
_ORIGINS = {origin: place for place, origin in enumerate(Origin)}
_CERTAINTIES = {certainty: place for place, certainty in enumerate(Certainty)}
# Free text, lists that add up, and what the merging of dates has already told: no two of these contradict each other.
_NEVER_AT_ODDS = frozenset({"date", "modalities", "languages", "benchmarks", "price", "hardware", "note", "notes"})
_FIRM = frozenset({Certainty.STATED, Certainty.VENDOR_CLAIM, Certainty.THIRD_PARTY})
_ABOUT = 0.1  # how far off, as a share, an "about" may be
_SAME = 1e-9
_MOST = 10**300  # a whole number may be too large for a float


class Ranks:
    """The place of each post, newest first."""

    def __init__(self, paths: Iterable[str]) -> None:
        self._places = {path: place for place, path in enumerate(paths)}

    def of(self, claim: Claim) -> int:
        """0 for the newest post; after all posts for the catalog."""
        return self._places.get(claim.fact.span.path, len(self._places))


def in_display_order(claims: Iterable[Claim], ranks: Ranks) -> tuple[Claim, ...]:
    """By field, the whole model before its sizes; then block, line, catalog, heading; then the surest, the newest."""
    return tuple(
        sorted(
            claims,
            key=lambda claim: (
                field_rank(claim.field),
                *_size_key(claim.size),
                _ORIGINS[claim.fact.origin],
                _CERTAINTIES[claim.fact.certainty],
                ranks.of(claim),
                claim.fact.span,
                claim.fact.text,
            ),
        )
    )


def _size_key(size: str) -> tuple[bool, float, str]:
    """The whole model, then sizes from small to large, then those with words for names."""
    number = _NUMBER.search(size)
    return size != "", float(number[0]) if number else float("inf"), size


def find_contradictions(name: str, claims: Sequence[Claim], found: list[Diagnostic]) -> None:
    """LT312 for every value that cannot be true together with the one that is shown; `claims` in display order.

    The values that one block lists side by side are its author's deliberate alternatives and no contradiction. Doubtful
    values contradict nothing.
    """
    groups: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        if claim.field not in _NEVER_AT_ODDS and claim.fact.certainty in _FIRM:
            groups.setdefault((claim.field, claim.size), []).append(claim)
    for (field, size), group in groups.items():
        if len(group) < 2:
            continue
        sources: dict[tuple[object, ...], list[Fact]] = {}
        for claim in group:
            sources.setdefault((claim.post, claim.section, claim.fact.origin), []).append(claim.fact)
        shown, *others = sources.values()
        told: set[str] = set()
        for facts in others:
            text = facts[0].text
            if text in told or any(_agree(a, b) for a in shown for b in facts):
                continue
            told.add(text)
            what = f"{field} ({size})" if size else field
            found.append(
                diagnose(
                    "LT312",
                    f"{what} of `{name}` is `{text}` here, elsewhere `{shown[0].text}`",
                    facts[0].span,
                    hint="both are kept and shown; mark the one in doubt, as in `(suspect)`",
                    related=(Related(shown[0].span, f"`{shown[0].text}` is said here"),),
                )
            )


def _agree(one: Fact, other: Fact) -> bool:
    """Whether both may be true. A licence or price that holds `from` another day may differ."""
    if one.since != other.since or one.note != other.note:
        return True
    return values_agree(one.value, other.value)


def values_agree(one: FactValue, other: FactValue) -> bool:
    """Whether two values of one field may both be true; different kinds of value are never compared."""
    if isinstance(one, Quantity) and isinstance(other, Quantity):
        return _quantities_agree(one, other)
    if isinstance(one, PartialDate) and isinstance(other, PartialDate):
        return one.agrees_with(other)
    if isinstance(one, License) and isinstance(other, License):
        return alias_key(one.name) == alias_key(other.name)
    if isinstance(one, str) and isinstance(other, str):
        return alias_key(one) == alias_key(other)
    if isinstance(one, bool) and isinstance(other, bool):
        return one == other
    first, second = _quantities(one), _quantities(other)
    return not first or not second or any(_quantities_agree(a, b) for a in first for b in second)


def _quantities(value: FactValue) -> tuple[Quantity, ...]:
    if isinstance(value, Quantity):
        return (value,)
    if isinstance(value, tuple):
        return tuple(item for item in value if isinstance(item, Quantity))
    return ()


def _quantities_agree(one: Quantity, other: Quantity) -> bool:
    if one.known is not Known.GIVEN or other.known is not Known.GIVEN or one.note != other.note:
        return True
    if one.unit and other.unit and one.unit != other.unit:
        return False
    low, high = _range(one)
    other_low, other_high = _range(other)
    return low <= other_high * (1 + _SAME) and other_low <= high * (1 + _SAME)


def _range(quantity: Quantity) -> tuple[float, float]:
    low = float(min(quantity.amount or 0, _MOST))
    high = low if quantity.high is None else float(min(quantity.high, _MOST))
    if quantity.bound is Bound.OVER:
        return low, float("inf")
    if quantity.bound is Bound.UNDER:
        return 0, high
    if quantity.bound is Bound.ABOUT:
        return low * (1 - _ABOUT), high * (1 + _ABOUT)
    return low, high
