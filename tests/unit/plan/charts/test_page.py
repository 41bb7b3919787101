"""The page of charts against a registry of a few releases."""

from __future__ import annotations

from typing import Any

import pytest

from llmtimeline.plan.charts.bars import MOST_BARS
from llmtimeline.plan.charts.points import MOST_LISTED, MOST_POINTS
from llmtimeline.values.config import TimelineSettings
from llmtimeline.values.facts import Certainty
from llmtimeline.values.quantities import Bound, Known, Quantity
from llmtimeline.values.registry import Registry
from llmtimeline.values.views.charts import ChartsContent, PointChart
from tests.unit.plan.builders import (
    a_claim,
    a_config,
    a_model,
    a_plan,
    a_post,
    a_registry,
    a_release,
    a_section,
    a_vendor,
    content_at,
    covered,
    paths_of,
)

BILLION = 10**9


def charts_of(registry: Registry, language: str = "") -> ChartsContent:
    content = content_at(a_plan(registry=registry), f"{language}charts/index.html")
    assert isinstance(content, ChartsContent)
    return content


def params(billions: float, **more: Any) -> Quantity:
    return Quantity(f"{billions}B", int(billions * BILLION), "parameters", **more)


def given_params(model: str, date: str, *values: Any, **more: Any) -> tuple[Any, Any]:
    """A release and its model with parameters; several values are sizes."""
    sizes = [str(place) if len(values) > 1 else "" for place, _ in enumerate(values)]
    claims = [a_claim(model, "params", value, size=size, **more) for size, value in zip(sizes, values, strict=True)]
    release = a_release(model, date)
    return release, a_model(model, *claims, date=release.date, releases=(model,))


def a_point_chart(*pairs: tuple[Any, Any], more: Any = ()) -> PointChart | None:
    return charts_of(a_registry([pair[0] for pair in pairs], [*(pair[1] for pair in pairs), *more])).params


def test_a_site_without_releases_has_a_page_without_charts() -> None:
    content = charts_of(Registry())
    assert (content.count, content.by_openness) == (0, ())
    assert [content.months, content.vendors, content.openness, content.params, content.context] == [None] * 5


def test_the_page_can_be_turned_off() -> None:
    plan = a_plan(config=a_config(timeline=TimelineSettings(charts=None)))
    assert [path for path in paths_of(plan) if "charts" in path] == []


def test_openness_is_counted_and_what_is_not_said_is_said() -> None:
    releases = [
        a_release("a", "2023-01-02", claims=(a_claim("a", "weights", "open"),)),
        a_release("b", "2023-02-02", claims=(a_claim("b", "weights", "closed"),)),
        a_release("c", "2023-03-02", claims=(a_claim("c", "weights", "unknown"),)),
        a_release("d", "2023-04"),
    ]
    content = charts_of(a_registry(releases))
    assert content.by_openness == (("open", 1), ("closed", 1), ("unknown", 2))
    assert content.openness is not None
    assert [column.count for column in content.openness.columns] == [3, 1]


def test_vendors_stand_by_count_then_by_name_and_a_shared_release_counts_for_each() -> None:
    releases = [
        a_release("a", "2023-01-02", vendors=["zhipu", "tsinghua"]),
        a_release("b", "2023-02-02", vendors=["tsinghua"]),
        a_release("c", "2023-03-02", vendors=["ai2"]),
        a_release("d", "2023-04", vendors=[]),
    ]
    registry = a_registry(
        releases, vendors=[a_vendor("zhipu", "智谱", "Zhipu"), a_vendor("tsinghua", "清华", "Tsinghua")]
    )
    chart = charts_of(registry, "en/").vendors
    assert chart is not None
    assert [(bar.name, bar.count) for bar in chart.bars] == [("Tsinghua", 2), ("ai2", 1), ("Zhipu", 1)]
    assert (chart.shared, chart.nameless, chart.vendors, chart.others) == (1, 1, 3, None)
    assert [bar.name for bar in charts_of(registry).vendors.bars] == ["清华", "ai2", "智谱"]  # type: ignore[union-attr]


@pytest.mark.parametrize(("vendors", "shown", "folded"), [(MOST_BARS + 1, MOST_BARS + 1, 0), (300, MOST_BARS, 288)])
def test_many_vendors_are_gathered_but_never_a_single_one(vendors: int, shown: int, folded: int) -> None:
    releases = [a_release(f"m{n}", "2023-01-02", vendors=[f"v{n}"]) for n in range(vendors)]
    chart = charts_of(a_registry(releases)).vendors
    assert chart is not None
    assert (len(chart.bars), chart.folded) == (shown, folded)
    assert sum(bar.count for bar in chart.bars) + (chart.others.count if chart.others else 0) == vendors


def test_sizes_are_dots_on_one_line_and_the_numbers_are_of_all_sizes() -> None:
    chart = a_point_chart(
        given_params("llama-2", "2023-07-18", params(7), params(13), params(70)),
        given_params("gpt-3", "2020", params(175)),
    )
    assert chart is not None
    assert [(point.id, [dot.value.amount // BILLION for dot in point.dots]) for point in chart.points] == [  # type: ignore[operator]
        ("gpt-3", [175]),
        ("llama-2", [70, 13, 7]),
    ]
    assert (chart.low.amount, chart.high.amount, chart.median.amount) == (7 * BILLION, 175 * BILLION, 13 * BILLION)
    assert (chart.amounts, chart.models, chart.given, chart.asked) == (4, 2, 2, 2)
    assert [point.id for point in chart.highest] == ["gpt-3"]
    year, day = chart.points
    assert year.start < year.end
    assert day.start == day.end


def test_a_median_is_drawn_for_years_with_three_amounts() -> None:
    chart = a_point_chart(
        given_params("a", "2022-01-05", params(1), params(2)),
        given_params("b", "2023-01-05", params(3), params(40)),
        given_params("c", "2023-01-06", params(8), params(500)),
    )
    assert chart is not None
    assert [(year.year, year.count, year.median.amount // BILLION, year.drawn) for year in chart.by_year] == [  # type: ignore[operator]
        (2022, 2, 1, False),
        (2023, 4, 8, True),
    ]


def test_what_is_not_drawn_is_counted_with_its_reason() -> None:
    undisclosed = Quantity("undisclosed", known=Known.UNDISCLOSED)
    models = [
        a_model("undated", a_claim("undated", "params", params(7))),
        a_model("silent"),
        a_model("secret", a_claim("secret", "params", undisclosed)),
        a_model("rumour", a_claim("rumour", "params", params(1800), certainty=Certainty.RUMOURED)),
        a_model("bytes", a_claim("bytes", "params", Quantity("7 GB", 7, "bytes"))),
        a_model("tool", kind="tool"),
    ]
    chart = a_point_chart(given_params("a", "2023-01-05", params(13)), more=models)
    assert chart is not None
    assert (chart.models, chart.given, chart.asked) == (1, 4, 6)
    assert (chart.undated, chart.unsure, chart.other_unit) == (1, 1, 1)


def test_a_value_that_is_disputed_later_stays_the_first_one() -> None:
    release, model = given_params("a", "2023-01-05", params(13))
    second = a_claim("a", "params", params(99))
    chart = a_point_chart((release, a_model("a", *model.claims, second, date=release.date, releases=("a",))))
    assert chart is not None
    assert [dot.value.amount for dot in chart.points[0].dots] == [13 * BILLION]


def test_the_ends_of_a_range_are_dots_and_a_bound_is_kept() -> None:
    chart = a_point_chart(
        given_params("a", "2023-01-05", Quantity("0.06-11B", 60_000_000, "parameters", high=11 * BILLION)),
        given_params("b", "2023-02-05", params(170, bound=Bound.OVER)),
    )
    assert chart is not None
    assert [[dot.value.amount for dot in point.dots] for point in chart.points] == [
        [11 * BILLION, 60_000_000],
        [170 * BILLION],
    ]
    assert chart.points[1].dots[0].value.bound is Bound.OVER


def test_parts_of_a_model_are_no_sizes_of_it() -> None:
    value = (params(0.983), params(0.86, note="UNet"), params(0.123, note="CLIP"))
    chart = a_point_chart(given_params("stable-diffusion", "2022-08-22", value))
    assert chart is not None
    assert [dot.value.amount for dot in chart.points[0].dots] == [983_000_000]


@pytest.mark.parametrize("amount", [0, -7, 10**400, float("inf"), float("nan")])
def test_what_no_scale_can_hold_is_as_if_not_given(amount: float) -> None:
    assert a_point_chart(given_params("a", "2023-01-05", Quantity("x", amount, "parameters"))) is None


def test_sizes_that_came_out_later_stand_at_that_date() -> None:
    first = a_post("post/a", sections=[a_section("Qwen")])
    later = a_post("post/b", sections=[a_section("Qwen opened")])
    announced = a_release("qwen", "2023-04", covered(first))
    opened = a_release("qwen@open-weights", "2023-08-03", covered(later))
    claims = (
        a_claim("qwen", "params", params(7), later, size="7B"),
        a_claim("qwen", "params", params(14), first, size="14B"),
    )
    model = a_model("qwen", *claims, date=announced.date, releases=("qwen@open-weights", "qwen"))
    plan = a_plan([first, later], a_registry([announced, opened], [model]))
    chart = content_at(plan, "charts/index.html").params
    assert [(point.date.edtf(), len(point.dots)) for point in chart.points] == [("2023-04", 1), ("2023-08-03", 1)]
    assert chart.models == 1


def test_models_of_one_month_share_its_room() -> None:
    chart = a_point_chart(*(given_params(name, "2023-04", params(13)) for name in "abc"))
    assert chart is not None
    places = [point.start for point in chart.points]
    assert len(set(places)) == 3
    assert places == sorted(places)


def test_context_windows_are_those_in_tokens() -> None:
    tokens = (Quantity("8k", 8000, "tokens"), Quantity("32k", 32_000, "tokens"))
    registry = a_registry(
        [a_release("a", "2023-01-05"), a_release("b", "2023-02-05")],
        [
            a_model("a", a_claim("a", "context", tokens), releases=("a",), date=a_release("a", "2023-01-05").date),
            a_model("b", a_claim("b", "context", Quantity("9 字", 9, "characters")), date=a_release("b", "2023").date),
        ],
    )
    chart = charts_of(registry).context
    assert chart is not None
    assert [dot.value.amount for dot in chart.points[0].dots] == [32_000, 8000]
    assert (chart.other_unit, chart.unit) == (1, "tokens")


def test_more_than_can_be_listed_or_drawn_is_gathered() -> None:
    def chart_of(models: int) -> PointChart:
        pairs = (given_params(f"m{n}", f"2023-{n % 12 + 1:02d}-05", params(n + 1)) for n in range(models))
        chart = a_point_chart(*pairs)
        assert chart is not None
        return chart

    some, many = chart_of(MOST_LISTED + 1), chart_of(MOST_POINTS + 1)
    assert (some.listed, len(some.points), some.cells) == (False, MOST_LISTED + 1, ())
    assert (many.points, sum(cell.count for cell in many.cells)) == ((), MOST_POINTS + 1)
    assert [point.id for point in many.highest] == [f"m{MOST_POINTS}"]
    assert all(0 < cell.x < 1 and 0 < cell.y < 1 and 1 <= cell.size <= 5 for cell in many.cells)
