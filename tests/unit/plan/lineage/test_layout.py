"""The laws of a drawing: nothing lies on anything else, every step has its line, time gives the place."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import combinations, pairwise

from hypothesis import given, settings

from llmtimeline.plan.lineage.forest import ORDER
from llmtimeline.plan.lineage.items import GAP, LABEL, NAME, SAMPLE, SMALL, linked, walk
from llmtimeline.plan.lineage.layout import STEP, draw
from llmtimeline.plan.measure import text_width
from llmtimeline.values.views.lineage import LineageFigure, LineageMark, LineageNode

from .small import a_node, trees

Box = tuple[float, float, float, float]  # left, top, right, bottom


def boxes(mark: LineageMark) -> list[Box]:
    """Mark, name, and the sources below."""
    bold = bool(mark.node.children) or mark.node.is_current
    width = text_width(mark.name, NAME, bold=bold)
    width += GAP + text_width(mark.by, SMALL) if mark.by else 0
    width += GAP + text_width(mark.node.date.edtf(), SMALL) if mark.node.date else 0
    found = [
        (mark.x - 5, mark.y - 5, mark.x + 5, mark.y + 5),
        (mark.x + LABEL, mark.y - 9, mark.x + LABEL + width, mark.y + 9),
    ]
    for source in mark.sources:
        left = mark.x + LABEL + source.x
        found.append((left, mark.y + 11, left + SAMPLE + GAP + text_width(source.text, SMALL), mark.y + 26))
    return found


def overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def points(path: str) -> list[tuple[float, float]]:
    """Where the straight parts of a path begin and end; bends are cut short."""
    x = y = 0.0
    found = []
    for command, numbers in re.findall(r"([MVHq])([-\d. ]*)", path):
        values = [float(each) for each in numbers.split()]
        if command == "M":
            x, y = values
        elif command == "V":
            y = values[0]
        elif command == "H":
            x = values[0]
        else:
            x, y = x + values[2], y + values[3]
        found.append((x, y))
    return found


def places(figure: LineageFigure) -> dict[str, LineageMark]:
    return {mark.node.model.id: mark for mark in figure.marks}


FALCON = a_node(
    "falcon",
    a_node("falcon-180b", a_node("chat", relation="chat"), date="2023-09-06", relation="upgrade"),
    a_node("falcon-7b", relation="size-of"),
    date="2023-05",
    relation="",
)


def test_time_gives_the_place_and_an_undated_model_follows_its_parent() -> None:
    at = places(draw([FALCON]))
    assert at["falcon"].x < at["falcon-180b"].x
    assert at["falcon-7b"].x == at["falcon"].x + STEP
    assert at["chat"].x == at["falcon-180b"].x + STEP


def test_a_successor_goes_on_in_the_row_and_others_hang_below() -> None:
    at = places(draw([FALCON]))
    assert at["falcon"].y == at["falcon-180b"].y < at["falcon-7b"].y
    assert at["chat"].y == at["falcon-7b"].y  # beside each other: one is far to the left of the other


def test_an_undated_model_stands_before_what_comes_from_it() -> None:
    at = places(
        draw([a_node("base", a_node("tuned", date="2023-04-01"), a_node("other", date="2023-09"), relation="")])
    )
    assert at["base"].x == at["tuned"].x - STEP


def test_a_day_is_on_the_scale_and_a_full_year_is_wider() -> None:
    busy = [a_node(f"m{month}", date=f"2023-{month:02}-01") for month in range(1, 9)]
    figure = draw([a_node("first", *busy, date="2021-01-01", relation="")])
    years = {tick.year: tick.x for tick in figure.ticks if tick.is_year}
    assert list(years) == [2021, 2022, 2023]
    assert years[2022] - years[2021] < places(figure)["m8"].x - years[2023]
    assert places(figure)["m1"].x == years[2023]


def test_a_tree_without_dates_has_no_scale() -> None:
    figure = draw([a_node("a", a_node("b"), a_node("c", relation="data"), relation="")])
    assert (figure.ticks, figure.top) == ((), 0)
    assert [mark.x for mark in figure.marks] == [13, 13 + STEP, 13 + STEP]


def test_nothing_at_all_is_drawn_as_nothing() -> None:
    figure = draw([])
    assert (figure.marks, figure.edges, figure.ticks) == ((), (), ())


def test_many_undated_leaves_of_one_sort_stand_in_columns() -> None:
    leaves = [a_node(f"leaf-{number:02}") for number in range(20)]
    at = places(draw([a_node("hub", *leaves, relation="")]))
    assert len({at[leaf.model.id].x for leaf in leaves}) == 4
    assert len({at[leaf.model.id].y for leaf in leaves}) == 5


def test_parents_outside_the_drawing_are_named_below_by_what_they_gave() -> None:
    further = [("sharegpt", "data"), ("hc3", "data"), ("pythia", "finetune")]
    (mark,) = draw([a_node("koala", relation="", further=further)]).marks
    assert [(source.inherits, source.text) for source in mark.sources] == [
        ("data", "sharegpt, hc3"),
        ("weights", "pythia"),
    ]


def test_parents_inside_the_drawing_have_a_light_line() -> None:
    tree = a_node("llama", a_node("alpaca"), a_node("koala", further=[("alpaca", "data")]), relation="")
    figure = draw([tree])
    light = [(edge.parent, edge.child, edge.inherits) for edge in figure.edges if edge.is_further]
    assert light == [("alpaca", "koala", "data")]
    assert all(mark.sources == () for mark in figure.marks)


def test_a_thicket_of_lines_to_further_parents_is_told_in_words() -> None:
    children = [a_node(f"m{number}", further=[("m0", "data")] if number else ()) for number in range(10)]
    figure = draw([a_node("llama", *children, relation="")])
    assert [edge for edge in figure.edges if edge.is_further] == []
    assert [mark.sources[0].text for mark in figure.marks[2:]] == ["m0"] * 9


def test_very_long_names_are_cut() -> None:
    (mark,) = draw([a_node("x" * 4000, relation="", vendors=["y" * 4000])]).marks
    assert len(mark.name) < 60
    assert mark.name.endswith("…")
    assert draw([mark.node]).width < 2000


@settings(max_examples=60, deadline=None)
@given(trees())
def test_no_label_lies_on_another(tree: LineageNode) -> None:
    figure = draw([tree])
    every = [(mark.node.model.id, box) for mark in figure.marks for box in boxes(mark)]
    every += [(f"fold {fold.y}", (fold.x, fold.y - 8, fold.x + 150, fold.y + 8)) for fold in figure.folds]
    assert [(one, other) for (one, a), (other, b) in combinations(every, 2) if one != other and overlap(a, b)] == []
    assert all(box[0] >= 0 and box[2] <= figure.width and box[3] <= figure.height for _, box in every)


@settings(max_examples=60, deadline=None)
@given(trees())
def test_no_line_of_the_tree_runs_through_a_label(tree: LineageNode) -> None:
    figure = draw([tree])
    every = [(mark.node.model.id, box) for mark in figure.marks for box in boxes(mark)]
    for edge in figure.edges:
        if edge.is_further:
            continue
        line = points(edge.path)
        for (x0, y0), (x1, y1) in pairwise(line):
            thin = (min(x0, x1), min(y0, y1) - 0.1, max(x0, x1) + 0.1, max(y0, y1))
            assert [name for name, box in every if overlap(thin, box)] == [], edge


@settings(max_examples=60, deadline=None)
@given(trees())
def test_no_line_of_the_tree_crosses_another(tree: LineageNode) -> None:
    figure = draw([in_order(tree)])
    lines = [(edge, points(edge.path)) for edge in figure.edges if not edge.is_further]
    flat = [(edge, a, b) for edge, line in lines for a, b in pairwise(line) if a[1] == b[1]]
    steep = [(edge, a, b) for edge, line in lines for a, b in pairwise(line) if a[0] == b[0]]
    for edge, (x0, y), (x1, _) in flat:
        for other, (x, y0), (_, y1) in steep:
            assert not (x0 < x < x1 and y0 < y < y1), (edge, other)


def in_order(node: LineageNode) -> LineageNode:
    """As the forest has it: children that take weights first, then those that take data."""
    children = sorted(node.children, key=lambda child: ORDER.index(child.inherits))
    return replace(node, children=tuple(in_order(child) for child in children))


@settings(deadline=None)
@given(trees())
def test_every_step_is_drawn_once_or_named(tree: LineageNode) -> None:
    figure = draw([tree])
    drawn = linked(tree)
    steps = [(node.model.id, child.model.id) for node in walk(tree) for child in node.children]
    assert sorted((edge.parent, edge.child) for edge in figure.edges if not edge.is_further) == sorted(steps)
    light = [(edge.parent, edge.child, edge.inherits) for edge in figure.edges if edge.is_further]
    assert len(light) == len(set(light))
    for mark in figure.marks:
        node = mark.node
        assert {(edge.model.id, node.model.id, edge.inherits) for edge in node.further if edge.model.id in drawn} == {
            each for each in light if each[1] == node.model.id
        }
        assert {edge.inherits for edge in node.further if edge.model.id not in drawn} == {
            source.inherits for source in mark.sources
        }


@settings(deadline=None)
@given(trees())
def test_a_child_stands_to_the_right_of_its_parent_and_a_dated_root_on_its_day(tree: LineageNode) -> None:
    figure = draw([tree])
    at = places(figure)
    for node in walk(tree):
        for child in node.children:
            assert at[child.model.id].x >= at[node.model.id].x + 20
    assert draw([tree]) == figure
