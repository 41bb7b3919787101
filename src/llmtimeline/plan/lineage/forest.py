"""The registry's lineage as a forest: every model under one parent, what it takes from others beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from llmtimeline.values.registry import Model, Registry
from llmtimeline.values.views.lineage import MEMBER

ORDER = ("weights", "data", "none")
"""In which what children take is told and drawn."""
_PLACES = {inherits: place for place, inherits in enumerate(ORDER)}


@dataclass(frozen=True, slots=True)
class Step:
    """From a child to one of its parents."""

    child: str
    parent: str
    relation: str
    inherits: str


@dataclass(frozen=True, slots=True)
class Forest:
    """Every step stands in `above` or in `further`, never in both. Its trees hold no circle, whatever the data hold."""

    above: Mapping[str, Step]  # model -> the one step to the model that it stands under
    below: Mapping[str, tuple[Step, ...]]  # the same from above: weights, data, none; oldest first, undated last
    further: Mapping[str, tuple[Step, ...]]  # model -> its steps to other parents
    later: Mapping[str, tuple[Step, ...]]  # the same from above
    sizes: Mapping[str, int]  # models in the tree that begins here
    roots: Mapping[str, str]  # model -> the first of its tree
    trees: tuple[str, ...]  # first models of trees of two and more: largest first, then oldest
    alone: int  # models without any step

    def ancestors(self, model: str) -> Iterator[str]:
        """From the model above to the first of the tree."""
        while model in self.above:
            model = self.above[model].parent
            yield model


def grow_forest(registry: Registry) -> Forest:
    """The forest of a registry; the order of its edges changes nothing. Linear but for sorting.

    A model stands under the parent that gave it the most: weights before form, form before data. A member of a family
    without parents stands under the family. Datasets are what goes in, not ancestors: a model stands under one only
    when it has neither other parents nor children.
    """
    steps = _steps(registry)
    above = _choose(registry.models, steps)
    below: dict[str, list[Step]] = {}
    for step in above.values():
        below.setdefault(step.parent, []).append(step)
    further, later = _rest(steps, above)
    for group in (*below.values(), *later.values()):
        group.sort(key=lambda step: (_PLACES.get(step.inherits, len(ORDER)), *_age(registry.models[step.child])))
    children = {parent: tuple(group) for parent, group in below.items()}
    order = list(_downwards(sorted(set(below) - set(above)), children))
    sizes = dict.fromkeys(registry.models, 1)
    roots = {model: model for model in registry.models}
    for model in order:
        if model in above:
            roots[model] = roots[above[model].parent]
    for model in reversed(order):
        if model in above:
            sizes[above[model].parent] += sizes[model]
    trees = sorted(set(below) - set(above), key=lambda root: (-sizes[root], *_age(registry.models[root])))
    linked = {end for step in steps for end in (step.child, step.parent)}
    return Forest(
        above=above,
        below=children,
        further={child: tuple(group) for child, group in further.items()},
        later={parent: tuple(group) for parent, group in later.items()},
        sizes=sizes,
        roots=roots,
        trees=tuple(trees),
        alone=len(registry.models) - len(linked),
    )


def _steps(registry: Registry) -> list[Step]:
    """All steps between two models that exist, each pair of models and relation once, and the memberships that place
    who has no parent."""
    known = registry.models
    found = {
        (edge.child, edge.parent, edge.relation): Step(edge.child, edge.parent, edge.relation, edge.inherits)
        for edge in registry.edges
        if edge.child != edge.parent and edge.child in known and edge.parent in known
    }
    steps = [found[key] for key in sorted(found)]
    placed = {step.child for step in steps if step.inherits != "data"}
    for model in known.values():
        if model.family in known and model.family != model.id and model.id not in placed:
            steps.append(Step(model.id, model.family, MEMBER, "none"))
    return steps


def _choose(models: Mapping[str, Model], steps: Sequence[Step]) -> dict[str, Step]:
    """For each model the step to the parent under which it stands."""
    chosen: dict[str, Step] = {}
    groups = _Groups()
    sources: list[Step] = []
    for step in sorted(steps, key=lambda step: _preference(models, step)):
        if step.inherits == "data" and models[step.parent].kind == "dataset":
            sources.append(step)
        elif step.child not in chosen and groups.join(step.child, step.parent):
            chosen[step.child] = step
    taken = {step.parent for step in chosen.values()}
    for step in sources:
        if step.child not in chosen and step.child not in taken and groups.join(step.child, step.parent):
            chosen[step.child] = step
    return chosen


def _preference(models: Mapping[str, Model], step: Step) -> tuple[object, ...]:
    child, parent = models[step.child], models[step.parent]
    rank = {"weights": 0, "none": 1}.get(step.inherits, 3) if step.relation != MEMBER else 2
    comes_later = bool(child.date and parent.date and parent.date.first_day() > child.date.last_day())
    return rank, comes_later, parent.date is None, step.child, step.parent, step.relation


def _rest(steps: Iterable[Step], above: Mapping[str, Step]) -> tuple[dict[str, list[Step]], dict[str, list[Step]]]:
    further: dict[str, list[Step]] = {}
    later: dict[str, list[Step]] = {}
    for step in steps:
        if above.get(step.child) != step and step.relation != MEMBER:
            further.setdefault(step.child, []).append(step)
            later.setdefault(step.parent, []).append(step)
    for group in further.values():
        group.sort(key=lambda step: (_PLACES.get(step.inherits, len(ORDER)), step.parent, step.relation))
    return further, later


def _age(model: Model) -> tuple[object, ...]:
    return model.date is None, model.date.timeline_key() if model.date else (), model.id


def _downwards(roots: Iterable[str], below: Mapping[str, tuple[Step, ...]]) -> Iterator[str]:
    """Every model of some trees, parents first."""
    waiting = list(roots)
    while waiting:
        model = waiting.pop()
        yield model
        waiting.extend(step.child for step in below.get(model, ()))


class _Groups:
    """Which models hang together so far: a step between two of one group would close a circle."""

    def __init__(self) -> None:
        self._leaders: dict[str, str] = {}

    def join(self, one: str, other: str) -> bool:
        """Puts the groups of two models together; False when they are one already."""
        first, second = self._leader(one), self._leader(other)
        if first == second:
            return False
        self._leaders[first] = second
        return True

    def _leader(self, model: str) -> str:
        path = []
        while (leader := self._leaders.get(model, model)) != model:
            path.append(model)
            model = leader
        for each in path:
            self._leaders[each] = model
        return model
