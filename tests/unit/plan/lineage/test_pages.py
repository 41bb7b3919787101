"""The page of all trees, and a model's place on its own page: whole where it is small, cut where it is large."""

from __future__ import annotations

from typing import Any

import pytest

from llmtimeline.plan.lineage.items import walk
from llmtimeline.values.config import TimelineSettings
from llmtimeline.values.diagnostics import Checked
from llmtimeline.values.outputs import Plan
from llmtimeline.values.registry import Registry
from llmtimeline.values.views.lineage import LineageContent, LineageNode, LineageTree

from ..builders import EN, a_claim, a_config, a_model, a_plan, content_at, paths_of
from .small import a_lineage, a_step


def lineage(registry: Registry, number: int = 1) -> Any:
    return content_at(
        a_plan(registry=registry), f"lineage/page/{number}/index.html" if number > 1 else "lineage/index.html"
    )


def about(registry: Registry, model: str) -> Any:
    return content_at(a_plan(registry=registry), f"models/{model}/index.html").lineage


def names(root: LineageNode) -> list[str]:
    return [node.model.id for node in walk(root)]


def trees_of(content: LineageContent) -> list[LineageTree]:
    return [*content.trees, *content.short]


LLAMA = ("alpaca < llama", "koala < llama", "koala < alpaca: data", "llama-2 < llama: successor")


def test_a_site_without_lineage_says_so() -> None:
    content = lineage(a_lineage(lonely="2023"))
    assert (content.trees, content.short, content.models, content.alone) == ((), (), 0, 1)


def test_large_trees_have_a_drawing_each_and_small_ones_share_one() -> None:
    content = lineage(a_lineage(*LLAMA, "b < a", "d < c", "f < e", b="2023", d="2022"))
    assert [(tree.id, tree.count) for tree in content.trees] == [("tree-llama", 4)]
    assert [(tree.id, [names(root) for root in tree.roots]) for tree in content.short] == [
        ("short", [["a", "b"], ["c", "d"]]),
        ("short-undated", [["e", "f"]]),
    ]
    assert (content.models, content.count_of_trees, content.alone) == (10, 4, 0)


def test_list_and_drawing_hold_the_same_models() -> None:
    for tree in trees_of(lineage(a_lineage(*LLAMA, "b < a"))):
        listed = [name for root in tree.roots for name in names(root)]
        assert sorted(mark.node.model.id for mark in tree.figure.marks) == sorted(listed)


def test_a_node_says_who_made_it_when_and_how_open_it_is() -> None:
    claims = (a_claim("llama", "weights", "gated"),)
    registry = a_lineage(*LLAMA, models=[a_model("llama", *claims, vendors=("meta",))], koala="2023-04")
    (root,) = lineage(registry).trees[0].roots
    koala = next(node for node in walk(root) if node.model.id == "koala")
    assert (root.weights, [chip.id for chip in root.vendors], root.inherits) == ("gated", ["meta"], "")
    assert (koala.relation, koala.inherits, koala.date and koala.date.edtf()) == ("finetune", "weights", "2023-04")
    assert [(edge.model.id, edge.inherits) for edge in koala.further] == [("alpaca", "data")]


def test_the_page_may_be_turned_off() -> None:
    plan = a_plan(registry=a_lineage(*LLAMA), config=a_config(timeline=TimelineSettings(lineage=None)))
    assert "lineage/index.html" not in paths_of(plan)
    assert content_at(plan, "models/koala/index.html").lineage.tree_url == ""


def test_a_model_stands_between_its_ancestors_and_its_children_with_siblings_counted() -> None:
    registry = a_lineage(*LLAMA, "code-llama < llama-2", "phind < code-llama", "v2 < phind: version")
    place = about(registry, "llama-2")
    marks = {mark.node.model.id: mark.node for mark in place.figure.marks}
    assert list(marks) == ["llama", "llama-2", "code-llama", "phind"]
    assert (marks["llama"].hidden, marks["phind"].hidden) == (2, 1)
    assert [name for name, node in marks.items() if node.is_current] == ["llama-2"]
    assert marks["llama-2"].relation == "successor"
    assert place.tree_url == "/lineage/#tree-llama"
    assert place.tree_name == "llama"


def test_who_took_data_from_a_model_stands_below_it_on_its_page() -> None:
    place = about(a_lineage(*LLAMA), "alpaca")
    marks = {mark.node.model.id: mark.node for mark in place.figure.marks}
    assert (marks["koala"].relation, marks["koala"].inherits) == ("data", "data")
    assert [(edge.model.id, edge.inherits) for edge in marks["koala"].further] == [("llama", "weights")]


def test_a_source_of_data_alone_shows_who_took_it() -> None:
    models = [a_model("sharegpt", kind="dataset")]
    place = about(a_lineage(*LLAMA, "koala < sharegpt: data", models=models), "sharegpt")
    assert [mark.node.model.id for mark in place.figure.marks] == ["sharegpt", "koala"]
    assert place.tree_url == ""


def test_a_model_without_lineage_has_no_drawing() -> None:
    assert about(a_lineage(*LLAMA, lonely="2023"), "lonely") is None


def test_a_family_shows_its_members_and_what_they_led_to() -> None:
    models = [a_model("qwen", kind="family"), *(a_model(f"qwen-{size}", family="qwen") for size in ("7b", "14b"))]
    place = about(a_lineage("chat < qwen-7b: chat", models=models), "qwen")
    assert sorted(mark.node.model.id for mark in place.figure.marks) == ["chat", "qwen", "qwen-14b", "qwen-7b"]


def test_circles_of_a_hostile_site_make_pages_like_any() -> None:
    steps = [a_step("a", "a"), a_step("a", "b"), a_step("b", "a"), a_step("b", "gone"), a_step("a", "b", "data")]
    registry = a_lineage(*steps, models=[a_model("a", family="a"), a_model("b", family="a")])
    (tree,) = trees_of(lineage(registry))
    assert names(tree.roots[0]) == ["gone", "b", "a"]
    assert about(registry, "a") is not None


@pytest.fixture(scope="module")
def crowd() -> Checked[Plan]:
    """Five thousand models: a star of a thousand, a chain of a thousand, and three thousand in small trees."""
    star = [a_step(f"star-{number:04}", "sun") for number in range(1000)]
    chain = [a_step(f"chain-{number + 1:04}", f"chain-{number:04}") for number in range(1000)]
    small = [a_step(f"small-{number:04}-b", f"small-{number:04}-a", "chat") for number in range(1500)]
    return a_plan(registry=a_lineage(*star, *chain, *small), config=a_config(EN))


def test_of_five_thousand_models_every_page_holds_a_few_hundred(crowd: Checked[Plan]) -> None:
    pages = [path for path in paths_of(crowd) if path.startswith("lineage/") and path.endswith("index.html")]
    shown: list[str] = []
    for path in pages:
        drawn = [mark.node.model.id for tree in trees_of(content_at(crowd, path)) for mark in tree.figure.marks]
        assert len(drawn) <= 240, path
        shown += drawn
    assert len(shown) == len(set(shown))
    assert len([name for name in shown if name.startswith("small")]) == 3000
    first = content_at(crowd, "lineage/index.html")
    assert (first.pager.number, first.pager.total) == (1, len(pages))
    trees = [tree for path in pages for tree in content_at(crowd, path).trees]
    sun = next(root for tree in trees for root in tree.roots if root.model.id == "sun")
    assert (len(sun.children), sun.hidden, sun.hidden_url) == (40, 960, "/models/sun/#lineage")


def test_of_five_thousand_models_each_has_a_small_drawing_and_leads_to_its_tree(crowd: Checked[Plan]) -> None:
    for model in ("sun", "star-0500", "chain-0500", "chain-1000", "small-1499-a"):
        place = content_at(crowd, f"models/{model}/index.html").lineage
        assert len(place.figure.marks) <= 24
        page, _, anchor = place.tree_url.partition("#")
        there = trees_of(content_at(crowd, page.strip("/") + "/index.html"))
        roots = [root.model.id for tree in there if not anchor or tree.id == anchor for root in tree.roots]
        assert {"star-0500": "sun", "chain-0500": "chain-0000", "chain-1000": "chain-0000"}.get(model, model) in roots
