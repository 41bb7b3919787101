"""The page of all lineage, and what of it stands on the pages of models."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from llmtimeline.plan.edition import Edition
from llmtimeline.plan.frames import Planned, plan_page
from llmtimeline.plan.lineage.items import walk
from llmtimeline.plan.lineage.layout import draw
from llmtimeline.plan.lineage.trees import WHOLE, Trees
from llmtimeline.plan.pagers import pager
from llmtimeline.plan.pages import Kind
from llmtimeline.plan.routing.routes import encode_fragment
from llmtimeline.plan.timeline.years import latest_change
from llmtimeline.values.views.lineage import LineageContent, LineageNode, LineageTree, ModelLineage

SHORT = 4  # trees of fewer models share a drawing
_MODELS_A_PAGE = 240  # each is about 22 elements, in the drawing and in the list
_MODEL_WIDTH = 720


def plan_lineage(edition: Edition) -> Iterator[Planned]:
    """All trees, largest first; where they are many, on several pages."""
    registry = edition.index.registry
    for page in edition.of_kind(Kind.LINEAGE):
        trees = Trees(edition)
        shares = _shares(trees)
        for number, share in enumerate(shares, start=1):
            address, view = pager(edition.index.routes, page.address, number, len(shares), "numbers")
            roots = [trees.whole(root) for root in share]
            counts = {root: trees.forest.sizes[root] for root in share}
            content = LineageContent(
                intro_html=edition.intro(page) if number == 1 else "",
                trees=tuple(
                    LineageTree(anchor_of(root.model.id), (root,), draw((root,)), counts[root.model.id])
                    for root in roots
                    if counts[root.model.id] >= SHORT
                ),
                short=tuple(_short([root for root in roots if counts[root.model.id] < SHORT])),
                pager=view,
                models=sum(trees.forest.sizes[root] for root in trees.forest.trees),
                count_of_trees=len(trees.forest.trees),
                alone=trees.forest.alone,
            )
            yield plan_page(edition, page, content, latest_change(edition, registry.releases), address)


class ModelLineages:
    """What of the trees stands on the pages of models, in one language."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._trees = Trees(edition)
        shares = _shares(self._trees)
        self._pages = {root: number for number, share in enumerate(shares, start=1) for root in share}
        self._total = len(shares)

    def of(self, model: str) -> ModelLineage | None:
        """The drawing of a model's place; None when nothing is known of its lineage."""
        around = self._trees.around(model)
        if around is None:
            return None
        root = self._trees.forest.roots[model]
        return ModelLineage(
            figure=draw((around,), _MODEL_WIDTH),
            tree_url=self._tree_url(root),
            tree_name=self._edition.cards.model(root).name,
        )

    def _tree_url(self, root: str) -> str:
        page, number = self._edition.page(Kind.LINEAGE), self._pages.get(root)
        if page is None or not page.is_rendered or number is None:
            return ""
        address, _ = pager(self._edition.index.routes, page.address, number, self._total)
        is_short = self._trees.forest.sizes[root] < SHORT
        return address.url if is_short else f"{address.url}#{encode_fragment(anchor_of(root))}"


def anchor_of(root: str) -> str:
    """The id of a tree in its page."""
    return f"tree-{root}"


def _short(roots: Sequence[LineageNode]) -> Iterator[LineageTree]:
    """Small trees in one drawing, and those without any date in another: on a scale they would seem to have one."""
    dated = [root for root in roots if any(node.date for node in walk(root))]
    undated = [root for root in roots if not any(node.date for node in walk(root))]
    for identity, group in (("short", dated), ("short-undated", undated)):
        if group:
            yield LineageTree(identity, tuple(group), draw(group), sum(1 for root in group for _ in walk(root)))


def _shares(trees: Trees) -> list[list[str]]:
    """The trees page by page."""
    shares: list[list[str]] = [[]]
    taken = 0
    for root in trees.forest.trees:
        size = min(trees.forest.sizes[root], WHOLE.models)
        if taken and taken + size > _MODELS_A_PAGE:
            shares.append([])
            taken = 0
        shares[-1].append(root)
        taken += size
    return shares
