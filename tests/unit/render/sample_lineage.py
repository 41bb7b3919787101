"""Trees of lineage: of every sort of line and square, dated and not, cut and whole, with what wants to break out."""

from __future__ import annotations

from dataclasses import replace

from llmtimeline.plan.lineage.layout import draw
from llmtimeline.values.dates import PartialDate
from llmtimeline.values.views import (
    LineageContent,
    LineageNode,
    LineageTree,
    LineageView,
    ModelChip,
    ModelLineage,
    Pager,
)

from .sample_releases import at, chip, vendor

HOSTILE = '</text><script>alert(1)</script>" onload="x'


def falcon(language: str) -> LineageNode:
    """Weights, data and neither; a parent outside, and one inside."""
    data = ModelChip("refinedweb", "RefinedWeb", at(language, "models/refinedweb/"), "dataset")
    chat = LineageNode(
        ModelChip("chat", "Falcon 180B Chat", at(language, "models/falcon-180b-chat/")),
        (vendor(language, "tii"),),
        None,
        "partial",
        "chat",
        "weights",
        further=(LineageView(data, "data", "data"), LineageView(chip(language, "falcon"), "distil", "data")),
    )
    big = LineageNode(
        chip(language, "falcon-180b"),
        (vendor(language, "tii"),),
        PartialDate(2023, 9, 6),
        "gated",
        "upgrade",
        "none",
        children=(
            chat,
            LineageNode(ModelChip("bare", "猎鹰 <无页>", ""), weights="closed", relation="", inherits="data"),
        ),
        hidden=3,
        hidden_url=at(language, "models/falcon-180b/#lineage"),
    )
    small = LineageNode(
        ModelChip("x", HOSTILE, at(language, "models/x/")), relation="member", inherits="none", hidden=1
    )
    return LineageNode(
        chip(language, "falcon"), (vendor(language, "tii"),), PartialDate(2023, 5), "open", children=(big, small)
    )


def lineage(language: str) -> LineageContent:
    """Two pages of trees, this the last one."""
    root = falcon(language)
    dated = LineageNode(chip(language, "gpt-3"), date=PartialDate(2020))
    alone = LineageNode(ModelChip("y", "BLOOM", at(language, "models/y/")), weights="unknown")
    return LineageContent(
        intro_html="",
        trees=(LineageTree("tree-falcon", (root,), draw([root]), 9),),
        short=(
            LineageTree("short", (dated,), draw([dated]), 1),
            LineageTree("short-undated", (alone,), draw([alone]), 1),
        ),
        pager=Pager(2, 2, at(language, "lineage/"), ""),
        models=11,
        count_of_trees=3,
        alone=66,
    )


def no_lineage() -> LineageContent:
    """Of a site where no model has a parent."""
    return LineageContent("", (), (), Pager(1, 1), 0, 0, 0)


def model_lineage(language: str) -> ModelLineage:
    """The place of one model."""
    root = falcon(language)
    here = replace(root, children=(replace(root.children[0], is_current=True), *root.children[1:]))
    return ModelLineage(draw([here], 720), at(language, "lineage/#tree-falcon"), root.model.name)
