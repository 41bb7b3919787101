"""The forest: every step of the registry once, each model under one parent, no circle."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given

from llmtimeline.plan.lineage.forest import Forest, grow_forest
from llmtimeline.values.registry import Registry
from llmtimeline.values.views.lineage import MEMBER

from ..builders import a_model
from .small import a_lineage, a_step, registries


def under(forest: Forest) -> dict[str, str]:
    return {child: step.parent for child, step in forest.above.items()}


@pytest.mark.parametrize(
    ("steps", "parent"),
    [
        (("c < a: data", "c < b: finetune"), "b"),
        (("c < a: successor", "c < b: finetune"), "b"),
        (("c < a: data", "c < b: successor"), "b"),
        (("c < a: finetune", "c < b: finetune"), "a"),
    ],
)
def test_a_model_stands_under_the_parent_that_gave_it_the_most(steps: tuple[str, ...], parent: str) -> None:
    forest = grow_forest(a_lineage(*steps))
    assert under(forest) == {"c": parent}
    assert [step.parent for step in forest.further["c"]] == ["a" if parent == "b" else "b"]


def test_a_parent_that_came_later_gives_way() -> None:
    dates = {"chatgpt": "2022-11-30", "gpt_4": "2023-03-14", "gpt_5": "2022-11-30"}
    registry = a_lineage("chatgpt < gpt_4: powered-by", "chatgpt < gpt_5: powered-by", **dates)
    assert under(grow_forest(registry)) == {"chatgpt": "gpt_5"}


def test_a_dataset_is_what_goes_in_and_no_ancestor() -> None:
    models = [a_model("c4", kind="dataset"), a_model("sa-1b", kind="dataset")]
    forest = grow_forest(a_lineage("llama < c4: data", "alpaca < llama", "sam < sa-1b: data", models=models))
    assert under(forest) == {"alpaca": "llama", "sam": "sa-1b"}
    assert [step.parent for step in forest.further["llama"]] == ["c4"]
    assert forest.trees == ("llama", "sa-1b")


def test_a_member_without_parents_stands_under_its_family() -> None:
    models = [a_model("llama-7b", family="llama"), a_model("llama-x", family="llama"), a_model("llama", kind="family")]
    forest = grow_forest(a_lineage("wizard < llama-7b", "llama-x < other", models=models))
    assert under(forest) == {"llama-7b": "llama", "llama-x": "other", "wizard": "llama-7b"}
    assert forest.above["llama-7b"].relation == MEMBER
    assert forest.roots["wizard"] == "llama"


def test_the_largest_tree_is_first_and_who_has_no_step_is_counted() -> None:
    registry = a_lineage("b < a", "d < c", "e < c", lonely="2023", other="")
    forest = grow_forest(registry)
    assert (forest.trees, forest.sizes["c"], forest.alone) == (("c", "a"), 3, 2)


def test_children_come_by_what_they_take_then_by_date_with_undated_last() -> None:
    registry = a_lineage(
        *("s < r: successor", "d < r: data", "new < r", "old < r", "none < r"), new="2023-05", old="2023-04-01"
    )
    assert [step.child for step in grow_forest(registry).below["r"]] == ["old", "new", "none", "d", "s"]


def test_circles_and_steps_to_oneself_leave_a_tree() -> None:
    forest = grow_forest(a_lineage("a < b", "b < c", "c < a", "d < d", "a < nobody"))
    assert under(forest) == {"a": "b", "b": "c"}
    assert {child: [step.parent for step in steps] for child, steps in forest.further.items()} == {
        "a": ["nobody"],
        "c": ["a"],
    }


def test_a_family_inside_its_own_member_leaves_a_tree() -> None:
    models = [a_model("a", family="b"), a_model("b", kind="family")]
    assert under(grow_forest(a_lineage("b < a", models=models))) == {"b": "a"}


@given(registries())
def test_every_step_between_two_models_is_in_the_forest_once(registry: Registry) -> None:
    forest = grow_forest(registry)
    steps = [*forest.above.values(), *(step for group in forest.further.values() for step in group)]
    found = [(step.child, step.parent, step.relation) for step in steps if step.relation != MEMBER]
    known = registry.models
    wanted = {
        (edge.child, edge.parent, edge.relation)
        for edge in registry.edges
        if edge.child != edge.parent and edge.child in known and edge.parent in known
    }
    assert len(found) == len(set(found))
    assert set(found) == wanted
    assert sorted(steps, key=repr) == sorted(
        [step for groups in (forest.below, forest.later) for group in groups.values() for step in group], key=repr
    )


@given(registries())
def test_every_model_leads_up_to_the_first_of_its_tree(registry: Registry) -> None:
    forest = grow_forest(registry)
    for model in registry.models:
        above = list(forest.ancestors(model))
        assert len(above) == len(set(above))
        assert forest.roots[model] == (above[-1] if above else model)
    assert sum(forest.sizes[root] for root in forest.trees) == sum(
        1 for model in registry.models if model in forest.above or model in forest.below
    )


@given(registries())
def test_the_order_of_steps_and_models_changes_nothing(registry: Registry) -> None:
    edges, models = list(registry.edges), list(registry.models.items())
    random.Random(7).shuffle(edges)
    random.Random(8).shuffle(models)
    assert grow_forest(replace(registry, edges=tuple(edges), models=dict(models))) == grow_forest(registry)


def test_a_chain_of_thousands_is_no_matter() -> None:
    chain = [a_step(f"m{number + 1:05}", f"m{number:05}") for number in range(5000)]
    forest = grow_forest(a_lineage(*chain))
    assert forest.sizes["m00000"] == 5001
    assert forest.roots["m05000"] == "m00000"
