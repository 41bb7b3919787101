"""The members of families as chips, and what stands before and after a model in time."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from llmtimeline.plan.collation import number_key
from llmtimeline.plan.edition import Edition
from llmtimeline.plan.lines import age, lines_of
from llmtimeline.values.registry import Model
from llmtimeline.values.views import ModelChip

_MOST_SIBLINGS = 20  # a family of hundreds would make its pages grow with its square
_FOLLOWS = frozenset({"successor", "upgrade"})


class Families:
    """The members of each family, oldest first. Each family is sorted once."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._models = edition.index.registry.models
        self._ordered: dict[str, tuple[ModelChip, ...]] = {}
        self._places: dict[str, dict[str, int]] = {}
        self._beside = _neighbours(self._models.values())

    def members(self, family: str) -> tuple[ModelChip, ...]:
        """All members, oldest first, undated last."""
        if family not in self._ordered:
            by_family = self._edition.index.registry.by_family
            found = [self._models[member] for member in by_family.get(family, ()) if member in self._models]
            found.sort(key=lambda model: (age(model)[:2], number_key(model.id)))
            self._ordered[family] = tuple(self._edition.cards.model(model.id) for model in found)
            self._places[family] = {model.id: place for place, model in enumerate(found)}
        return self._ordered[family]

    def siblings(self, model: Model) -> tuple[ModelChip, ...]:
        """The members next to a model in time, at most twenty."""
        members = self.members(model.family) if model.family else ()
        if not members:
            return ()
        place = self._places[model.family].get(model.id, 0)
        start = max(0, min(place - _MOST_SIBLINGS // 2, len(members) - _MOST_SIBLINGS - 1))
        near = members[start : start + _MOST_SIBLINGS + 1]
        return tuple(chip for chip in near if chip.id != model.id)[:_MOST_SIBLINGS]

    def beside(self, model: Model) -> tuple[ModelChip | None, ModelChip | None]:
        """The model before and the one after: in its family by date, else in its vendor's line of that name, else what
        it followed and what followed it. What came out together with it is neither."""
        before, after = self._beside.get(model.id, (None, None))
        if before is None:
            followed = (edge.parent for edge in model.parents if edge.relation in _FOLLOWS)
            before = max(self._known(followed), key=age, default=None)
        if after is None:
            followers = (edge.child for edge in model.children if edge.relation in _FOLLOWS)
            after = min(self._known(followers), key=age, default=None)
        chip = self._edition.cards.model
        return chip(before.id) if before else None, chip(after.id) if after else None

    def _known(self, identities: Iterable[str]) -> list[Model]:
        return [self._models[identity] for identity in identities if identity in self._models]


def _neighbours(models: Iterable[Model]) -> dict[str, tuple[Model | None, Model | None]]:
    """The ones before and after each model in its lines; the first line that knows one has the word."""
    found: dict[str, tuple[Model | None, Model | None]] = {}
    for line in lines_of(models):
        together = [list(group) for _, group in groupby(line, key=lambda model: model.releases or model.id)]
        for place, group in enumerate(together):
            before = together[place - 1][-1] if place else None
            after = together[place + 1][0] if place + 1 < len(together) else None
            for model in group:
                first = found.get(model.id, (None, None))
                found[model.id] = first[0] or before, first[1] or after
    return found
