"""Small registries and trees of lineage."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hypothesis import strategies as st

from llmtimeline.values.dates import PartialDate
from llmtimeline.values.facts import RELATIONS
from llmtimeline.values.places import Span
from llmtimeline.values.registry import Edge, Model, Registry
from llmtimeline.values.views.lineage import LineageNode
from llmtimeline.values.views.parts import ModelChip, VendorChip
from llmtimeline.values.views.posts import LineageView

from ..builders import a_model, a_registry


def a_date(text: str) -> PartialDate | None:
    return PartialDate(*map(int, text.split("-"))) if text else None


def a_step(child: str, parent: str, relation: str = "finetune") -> Edge:
    return Edge(child, parent, relation, RELATIONS[relation], Span("data/models.yaml"))


def a_lineage(*steps: str | Edge, models: Iterable[Model] = (), **dates: str) -> Registry:
    """Steps as `child < parent` or `child < parent: relation`; dates by id, `_` for `-`."""
    edges = []
    for step in steps:
        if isinstance(step, Edge):
            edges.append(step)
            continue
        child, _, rest = step.partition(" < ")
        parent, _, relation = rest.partition(": ")
        edges.append(a_step(child, parent, relation or "finetune"))
    given = {model.id: model for model in models}
    named = dict.fromkeys((*given, *dates, *(end for edge in edges for end in (edge.parent, edge.child))))
    made = [given.get(name) or a_model(name, date=a_date(dates.get(name, ""))) for name in named]
    return a_registry(models=made, edges=tuple(edges))


def a_node(
    name: str,
    *children: LineageNode,
    date: str = "",
    relation: str = "finetune",
    vendors: Sequence[str] = (),
    further: Sequence[tuple[str, str]] = (),
    **more: object,
) -> LineageNode:
    """A model of a tree that is to be drawn; the first of a tree takes nothing from anyone."""
    return LineageNode(
        model=ModelChip(name, name, f"/models/{name}/"),
        vendors=tuple(VendorChip(each, each, "") for each in vendors),
        date=a_date(date),
        relation=relation,
        inherits=RELATIONS.get(relation, "none"),
        further=tuple(
            LineageView(ModelChip(each, each, ""), each_relation, RELATIONS[each_relation])
            for each, each_relation in further
        ),
        children=children,
        **more,  # type: ignore[arg-type]
    )


DATES = st.sampled_from(
    [
        "",
        "",
        "",
        "2018",
        "2020",
        "2022-11",
        "2022-11-30",
        "2023-02-24",
        "2023-03-14",
        "2023-04",
        "2023-07-18",
        "2023-09-06",
    ]
)
NAMES = st.text(st.sampled_from("abcWMil-. 3大模型é"), min_size=1, max_size=24)


@st.composite
def registries(draw: st.DrawFn) -> Registry:
    """Any lineage, with circles, steps to oneself and to what does not exist."""
    ids = [f"m{number}" for number in range(draw(st.integers(1, 14)))]
    ends = st.sampled_from([*ids, "gone"])
    relations = st.sampled_from(sorted(RELATIONS))
    edges = draw(st.lists(st.builds(a_step, ends, ends, relations), max_size=24))
    families = st.sampled_from([*ids, "", "", "gone"])
    kinds = st.sampled_from(["model", "model", "family", "dataset"])
    models = [a_model(name, date=a_date(draw(DATES)), family=draw(families), kind=draw(kinds)) for name in ids]
    return a_registry(models=models, edges=tuple(edges))


@st.composite
def trees(draw: st.DrawFn) -> LineageNode:
    """Any tree of up to thirty models with dates and names as they come, and steps across it."""
    count = draw(st.integers(1, 30))
    below: dict[int, list[int]] = {number: [] for number in range(count)}
    for number in range(1, count):
        below[draw(st.integers(0, number - 1))].append(number)
    names = [f"{draw(NAMES)}#{number}" for number in range(count)]
    relations = st.sampled_from(sorted(RELATIONS))

    def node(number: int, *, first: bool = False) -> LineageNode:
        others = draw(st.lists(st.tuples(st.sampled_from([*names, "elsewhere"]), relations), max_size=2))
        return a_node(
            names[number],
            *(node(each) for each in below[number]),
            date=draw(DATES),
            relation="" if first else draw(relations),
            vendors=draw(st.lists(NAMES, max_size=2)),
            further=[each for each in others if each[0] != names[number]],
            hidden=draw(st.sampled_from([0, 0, 0, 7])),
        )

    return node(0, first=True)
