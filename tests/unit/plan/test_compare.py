"""Comparisons: which pairs have a page, what stands in a row, and the files that the picker reads."""

import json
from dataclasses import replace

import pytest

from llmtimeline.plan.compare.pairs import MOST, MOST_PER_LINE, MOST_PER_PARENT, common_pairs, pair_subject
from llmtimeline.plan.compare.rows import compared_rows, counted
from llmtimeline.plan.facts import fact_rows
from llmtimeline.values.config import TimelineSettings
from llmtimeline.values.facts import Benchmark
from llmtimeline.values.names import Names
from llmtimeline.values.outputs import Rendered, Text
from llmtimeline.values.quantities import Quantity
from llmtimeline.values.registry import Claim, Edge, Registry
from llmtimeline.values.views import ComparableContent, ComparedRow, FactRow, SourceMark

from .builders import Span, a_claim, a_config, a_model, a_plan, a_registry, a_release, content_at, paths_of, view_at


def params(billions: float) -> Quantity:
    return Quantity(f"{billions}B", int(billions * 10**9), "parameters")


def dated(name: str, date: str, *parents: tuple[str, str], vendor: str = "meta", **more: object) -> tuple:
    """A model with a release of that day and one fact; parents with the relation."""
    release = a_release(name, date, vendors=[vendor])
    claims = more.pop("claims", (a_claim(name, "params", params(7)),))
    given = {"date": release.date, "releases": (name,), "vendors": (vendor,), "parents": steps(name, *parents), **more}
    return release, a_model(name, *claims, **given)


def steps(child: str, *parents: tuple[str, str]) -> tuple[Edge, ...]:
    takes = {"finetune": "weights", "quantized": "weights", "data": "data"}
    return tuple(
        Edge(child, parent, word, takes.get(word, "none"), Span("data/models.yaml")) for parent, word in parents
    )


def registry_of(*pairs: tuple) -> Registry:
    models = {model.id: model for _, model in pairs}
    children: dict[str, list[Edge]] = {}
    for model in models.values():
        for edge in model.parents:
            children.setdefault(edge.parent, []).append(edge)
    whole = [replace(model, children=tuple(children.get(model.id, ()))) for model in models.values()]
    return a_registry([release for release, _ in pairs if release], whole)


def undated(name: str, *parents: tuple[str, str], **more: object) -> tuple:
    claims = more.pop("claims", (a_claim(name, "params", params(7)),))
    return None, a_model(name, *claims, parents=steps(name, *parents), **more)


def test_a_pair_is_a_model_and_what_it_followed_or_was_built_on() -> None:
    found = common_pairs(
        registry_of(
            dated("llama", "2023-02-24", vendor="meta"),
            dated("koala", "2023-04-03", ("llama", "finetune"), vendor="berkeley"),
            dated("openllama", "2023-05-02", ("llama", "reimplements"), vendor="x"),
            dated("ggml-koala", "2023-05-03", ("koala", "quantized"), vendor="y"),
            dated("redpajama", "2023-04-17", ("llama", "data"), vendor="together"),
            undated("vicuna", ("llama", "finetune")),
        )
    )
    assert dict(found) == {"koala-vs-llama": ("llama", "koala"), "llama-vs-vicuna": ("llama", "vicuna")}


def test_a_vendors_models_of_one_name_follow_each_other() -> None:
    names = ("gpt-4", "gpt-3.5", "gpt-3", "whisper")
    found = common_pairs(registry_of(*(dated(name, f"2023-0{9 - n}-01") for n, name in enumerate(names))))
    assert list(found) == ["gpt-3.5-vs-gpt-4", "gpt-3-vs-gpt-3.5"]  # the newest first


def test_the_child_comes_second_though_nobody_dates_its_parent() -> None:
    found = common_pairs(registry_of(dated("new", "2023-09-06", ("old", "upgrade"), vendor="t"), undated("old")))
    assert found == {"new-vs-old": ("old", "new")}


def test_sizes_and_a_family_beside_its_member_are_no_pair() -> None:
    family = dated("falcon", "2023-05-01", vendor="tii", kind="family")
    same_day = [dated(f"falcon-{size}", "2023-06-01", vendor="tii", family="falcon") for size in ("7b", "40b")]
    later = dated("falcon-180b", "2023-09-06", vendor="tii", family="falcon")
    found = common_pairs(registry_of(family, *same_day, later))
    assert set(found) == {"falcon-180b-vs-falcon-7b"}  # the next release of the family, once


@pytest.mark.parametrize("field", ["date", "context"])
def test_a_pair_needs_a_fact_that_is_known_of_both(field: str) -> None:
    other = dated("m-2", "2023-02-01", claims=(a_claim("m-2", field, params(1)),))
    assert not common_pairs(registry_of(dated("m-1", "2023-01-01"), other))


def test_a_tool_or_a_data_set_is_no_pair() -> None:
    assert not common_pairs(registry_of(dated("m-1", "2023-01-01", kind="tool"), dated("m-2", "2023-02-01")))


def test_an_address_does_not_depend_on_dates() -> None:
    assert pair_subject("llama-2", "llama") == pair_subject("llama", "llama-2") == "llama-vs-llama-2"


def test_pairs_are_bounded_for_each_model_each_line_and_in_all() -> None:
    tunes = [undated(f"tune{chr(97 + n // 26)}{chr(97 + n % 26)}", ("base", "finetune")) for n in range(200)]
    assert len(common_pairs(registry_of(dated("base", "2023-01-01"), *tunes))) == MOST_PER_PARENT
    line = [dated(f"m-{n}", f"{2000 + n}-01-01") for n in range(60)]
    assert len(common_pairs(registry_of(*line))) == MOST_PER_LINE
    many = [dated(f"m{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}-{n}", f"2023-01-{n % 28 + 1:02d}") for n in range(3000)]
    assert len(common_pairs(registry_of(*many))) == MOST


def mark(claim: Claim) -> SourceMark:
    return SourceMark("", "", claim.fact.span.path, claim.fact.span.line)


def side_by_side(*models: list[Claim]) -> tuple[ComparedRow, ...]:
    def rows(claims: list[Claim]) -> list[tuple[tuple[str, str], FactRow]]:
        sizes = dict.fromkeys(claim.size for claim in claims)
        found = [row for size in sizes for row in fact_rows([c for c in claims if c.size == size], mark, size)]
        return [((row.field, getattr(row.shown.value, "name", "")), row) for row in found]

    return compared_rows([rows(claims) for claims in models])


@pytest.mark.parametrize(
    ("one", "other", "third", "verdict"),
    [
        (params(7), params(7), params(7), "same"),
        (params(7), Quantity("70亿", 7 * 10**9, "parameters"), params(7), "same"),
        (params(7), params(13), params(7), "differs"),
        (params(7), params(7), None, "alike"),
        (params(7), params(13), None, "differs"),
        (params(7), None, None, "one"),
    ],
)
def test_a_row_says_how_its_values_stand_to_each_other(
    one: Quantity, other: Quantity | None, third: Quantity | None, verdict: str
) -> None:
    claims = [[a_claim("m", "params", value)] if value else [] for value in (one, other, third)]
    (row,) = side_by_side(*claims)
    assert (row.verdict, [cell.is_empty for cell in row.cells]) == (verdict, [not each for each in claims])


def test_dates_always_differ_so_that_nobody_needs_to_be_told() -> None:
    (row,) = side_by_side([a_claim("a", "date", "x")], [a_claim("b", "date", "y")])
    assert row.verdict == ""


def test_sizes_stand_in_the_row_of_their_field_and_count_as_its_values() -> None:
    sizes = [a_claim("a", "params", params(n), size=f"{n}B") for n in (7, 13)]
    (row,) = side_by_side(sizes, sizes)
    assert row.verdict == "same"
    assert [[size.size for size in cell.sizes] for cell in row.cells] == [["7B", "13B"]] * 2
    (row,) = side_by_side(sizes, sizes[:1])
    assert row.verdict == "differs"


def test_a_benchmark_stands_beside_the_same_benchmark() -> None:
    rows = side_by_side(
        [a_claim("a", "benchmarks", Benchmark("MMLU", "70")), a_claim("a", "benchmarks", Benchmark("SAT", "1"))],
        [a_claim("b", "benchmarks", Benchmark("MMLU", "60"))],
    )
    assert [(row.subject, row.verdict) for row in rows] == [("MMLU", "differs"), ("SAT", "one")]
    assert counted(rows) == (("differs", 1), ("one", 1))


def site(**settings: object) -> object:
    pairs = [
        dated("llama", "2023-02-24", kind="family", aliases=("羊驼",)),
        dated("llama-2", "2023-07-18", ("llama", "successor"), names=Names((("zh", "拉玛 2"), ("en", "LLaMA 2")))),
        undated("bare", claims=()),
    ]
    return a_plan(registry=registry_of(*pairs), config=a_config(**settings))


def test_each_pair_has_a_page_in_every_language_and_its_models_lead_there() -> None:
    plan = site()
    for prefix in ("", "en/"):
        content = content_at(plan, f"{prefix}compare/llama-vs-llama-2/index.html")
        assert [each.chip.id for each in content.models] == ["llama", "llama-2"]
        assert content.pick_url == f"/{prefix}compare/?m=llama&m=llama-2"
        (link,) = content_at(plan, f"{prefix}models/llama/index.html").comparisons
        assert (link.url, link.text) == (
            f"/{prefix}compare/llama-vs-llama-2/",
            "LLaMA 2" if prefix else "拉玛 2",
        )
        (group,) = content_at(plan, f"{prefix}compare/index.html").groups
        assert (group.name, len(group.links)) == ("llama", 1)
    other = next(
        each for each in view_at(plan, "compare/llama-vs-llama-2/index.html").translations if each.language == "en"
    )
    assert other.exact


def test_the_picker_reads_names_and_facts_in_the_language_of_the_page() -> None:
    outputs = {output.path: output.body for output in site().value.outputs}
    names = outputs["compare/models.json"]
    assert isinstance(names, Text)
    assert json.loads(names.text) == [["llama", "llama", 1, "羊驼"], ["llama-2", "拉玛 2", 1, "LLaMA 2"]]  # not `bare`
    facts = outputs["en/compare/facts-1.json"]
    assert isinstance(facts, Rendered)
    assert isinstance(facts.view, ComparableContent)
    first, second = facts.view.models
    assert (second.model.chip.name, [key for key, _ in second.rows]) == ("LLaMA 2", ["params"])
    assert first.keys == second.keys  # both have 7B


def test_a_file_of_facts_holds_no_more_than_two_hundred_models() -> None:
    many = [dated(f"m{n:03d}", "2023-01-01") for n in range(450)]
    paths = paths_of(a_plan(registry=registry_of(*many)))
    assert [path for path in paths if path.startswith("compare/facts-")] == [
        f"compare/facts-{n}.json" for n in (1, 2, 3)
    ]


def test_without_the_page_of_comparisons_nothing_leads_there() -> None:
    plan = site(timeline=TimelineSettings(compare=None))
    assert not [path for path in paths_of(plan) if "compare" in path]
    content = content_at(plan, "models/llama/index.html")
    assert (content.comparisons, content.pick_url) == ((), "")
