"""Names beside marks: they cover nothing, at any width."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from llmtimeline.plan.charts.labels import HEIGHT, label_box, with_labels
from llmtimeline.plan.charts.room import NARROW, WIDE, Box, labelled
from llmtimeline.values.dates import PartialDate
from llmtimeline.values.quantities import Quantity
from llmtimeline.values.views.charts import Dot, Point

SHARES = st.floats(0, 1).map(lambda share: round(share, 5))


def a_point(name: str, at: float, *heights: float) -> Point:
    dots = tuple(Dot(height, Quantity("", int((1 - height) * 10**6) + 1)) for height in sorted(heights))
    return Point(name, name, "", PartialDate(2023, 1, 1), at, at, dots)


POINTS = st.lists(
    st.builds(
        lambda name, at, heights: a_point(name, at, *heights),
        st.sampled_from(["GPT-3", "Falcon 180B", "文心大模型", "A rather long name of a model indeed"]),
        SHARES,
        st.lists(SHARES, min_size=1, max_size=3),
    ),
    max_size=30,
)


def overlaps(one: Box, other: Box, width: float) -> bool:
    def x(side: tuple[float, float]) -> float:
        return side[0] * width + side[1]

    apart = x(one.right) <= x(other.left) + 0.01 or x(other.right) <= x(one.left) + 0.01
    return not apart and one.top < other.bottom - 0.01 and other.top < one.bottom - 0.01


@given(POINTS)
def test_no_two_names_touch_at_any_width(points: list[Point]) -> None:
    named, _ = with_labels(points, ())
    for width in (NARROW, 300, 420, WIDE, 800, 1100):
        boxes = [box for point in named if (box := shown_at(point, width))]
        assert not any(overlaps(a, b, width) for i, a in enumerate(boxes) for b in boxes[:i])
        for box in boxes:
            assert box.left[0] * width + box.left[1] >= -1
            assert box.right[0] * width + box.right[1] <= width + 13
            assert box.bottom <= HEIGHT


@given(POINTS)
def test_no_name_covers_a_dot(points: list[Point]) -> None:
    named, _ = with_labels(points, ())
    for width in (NARROW, 390, WIDE, 1000):
        for point in named:
            box = shown_at(point, width)
            for other in points:
                for dot in other.dots:
                    y = dot.at * HEIGHT
                    spot = Box((other.start, -4), (other.end, 4), y - 4, y + 4)
                    assert box is None or not overlaps(box, spot, width)


def shown_at(point: Point, width: float) -> Box | None:
    return None if point.label is None or (point.label.roomy and width < WIDE) else label_box(point)


def test_the_greatest_and_the_least_are_named_first() -> None:
    crowd = [a_point(f"m{n}", 0.5 + n / 1000, 0.5) for n in range(20)]
    named, _ = with_labels([*crowd, a_point("greatest", 0.2, 0.1), a_point("least", 0.3, 0.9)], ())
    assert [point.name for point in named if point.label and not point.label.roomy][-2:] == ["greatest", "least"]


def test_a_long_name_is_cut() -> None:
    (point,), _ = with_labels([a_point("A rather long name of a model indeed", 0.1, 0.5)], ())
    assert point.label is not None
    assert point.label.text == "A rather long name of a m…"


@given(st.lists(SHARES, max_size=40).map(sorted), st.floats(5, 60))
def test_labels_in_a_row_keep_their_distance(starts: list[float], width: float) -> None:
    labels = labelled(starts, width)
    for plot, shown in ((NARROW, {"always"}), (WIDE, {"always", "roomy"})):
        places = [start * plot for start, label in zip(starts, labels, strict=True) if label in shown]
        assert all(b - a >= width - 1e-9 for a, b in pairwise(places))
    assert not starts or labels[-1] == "always"
