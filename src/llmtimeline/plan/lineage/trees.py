"""Trees of lineage as views in one language, each cut to what a page can hold."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from llmtimeline.plan.edition import Edition
from llmtimeline.plan.lineage.forest import ORDER, Forest, Step, grow_forest
from llmtimeline.values.registry import Model
from llmtimeline.values.views.lineage import LineageNode
from llmtimeline.values.views.posts import LineageView

_MOST_FURTHER = 12


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much of a tree is shown; the rest is counted where it is left out."""

    models: int  # in all
    depth: int  # below the first
    children: int  # of one model


WHOLE = Bounds(models=160, depth=12, children=40)
FAMILY = Bounds(models=40, depth=6, children=20)
NEAR = Bounds(models=16, depth=2, children=12)
_MOST_ANCESTORS = 8


class Trees:
    """The trees of a site in one language."""

    def __init__(self, edition: Edition) -> None:
        self.forest: Forest = grow_forest(edition.index.registry)
        self._edition = edition
        self._models: Mapping[str, Model] = edition.index.registry.models

    def whole(self, root: str) -> LineageNode:
        """A tree from its first model on."""
        return self._grown(root, self._kept(root, WHOLE))

    def around(self, model: str) -> LineageNode | None:
        """A model with its ancestors and its nearest descendants; None when it has neither.

        Children that stand under another parent stand under it here, without their own descendants.
        """
        forest = self.forest
        bounds = FAMILY if self._models[model].kind == "family" else NEAR
        above = list(forest.ancestors(model))
        kept = self._kept(model, bounds)
        seen = {model, *above, *kept}
        room = max(0, bounds.children - len(kept.get(model, ())))
        later = {step.child: step for step in forest.later.get(model, ()) if step.child not in seen}
        if not (above or kept or later or forest.further.get(model)):
            return None
        node = self._grown(model, kept, forest.above.get(model))
        adopted = tuple(self._node(step.child, step) for step in list(later.values())[:room])
        hidden = node.hidden + max(0, len(later) - room)
        url = node.hidden_url or (self._list_of(model) if hidden else "")
        children = tuple(sorted(node.children + adopted, key=lambda child: ORDER.index(child.inherits)))
        node = replace(node, children=children, hidden=hidden, hidden_url=url, is_current=True)
        below = model
        for ancestor in above[:_MOST_ANCESTORS]:
            hidden = forest.sizes[ancestor] - forest.sizes[below] - 1
            head = self._node(ancestor, forest.above.get(ancestor) if ancestor != above[:_MOST_ANCESTORS][-1] else None)
            url = self._list_of(ancestor) if hidden else ""
            node = replace(head, children=(node,), hidden=hidden, hidden_url=url)
            below = ancestor
        return node

    def _kept(self, root: str, bounds: Bounds) -> dict[str, tuple[Step, ...]]:
        """Of each model that is shown the children that are: level by level, of many children those that have most
        below them."""
        below, sizes = self.forest.below, self.forest.sizes
        kept: dict[str, tuple[Step, ...]] = {}
        left, waiting = bounds.models - 1, deque([(root, 0)])
        while waiting and left > 0:
            model, depth = waiting.popleft()
            steps = below.get(model, ())
            most = min(bounds.children, left)
            if not steps or depth >= bounds.depth:
                continue
            if len(steps) > most:
                largest = sorted(range(len(steps)), key=lambda place: (-sizes[steps[place].child], place))
                steps = tuple(steps[place] for place in sorted(largest[:most]))
            kept[model] = steps
            left -= len(steps)
            waiting.extend((step.child, depth + 1) for step in steps)
        return kept

    def _grown(self, model: str, kept: Mapping[str, Iterable[Step]], step: Step | None = None) -> LineageNode:
        children = tuple(self._grown(below.child, kept, below) for below in kept.get(model, ()))
        shown = sum(self.forest.sizes[child.model.id] for child in children)
        hidden = self.forest.sizes[model] - 1 - shown
        return self._node(model, step, children, hidden)

    def _node(
        self, identity: str, step: Step | None, children: tuple[LineageNode, ...] = (), hidden: int = 0
    ) -> LineageNode:
        row = self._edition.cards.model_row(self._models[identity])
        further = self.forest.further.get(identity, ())
        if step is not None and step in further:  # the one that it stands under here is another than in its tree
            further = tuple(other for other in further if other != step)
            further = (self.forest.above[identity], *further) if identity in self.forest.above else further
        return LineageNode(
            model=row.chip,
            vendors=row.vendors,
            date=row.date,
            weights=row.weights,
            relation=step.relation if step else "",
            inherits=step.inherits if step else "",
            further=tuple(self._further(other) for other in further[:_MOST_FURTHER]),
            children=children,
            hidden=hidden,
            hidden_url=self._list_of(identity) if hidden else "",
        )

    def _further(self, step: Step) -> LineageView:
        chip = self._edition.cards.model(step.parent)
        return LineageView(chip, step.relation, step.inherits, self._models[step.parent].date)

    def _list_of(self, model: str) -> str:
        """Where all children of a model stand: on its own page."""
        url = self._edition.cards.model(model).url
        return f"{url}#lineage" if url else ""
