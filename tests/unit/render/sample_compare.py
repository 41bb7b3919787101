"""Comparisons of a small registry: two models, the index with its picker, and the files that this reads."""

from __future__ import annotations

from dataclasses import replace

from llmtimeline.values.facts import Benchmark, Certainty, License
from llmtimeline.values.outputs import Rendered
from llmtimeline.values.quantities import Quantity
from llmtimeline.values.registry import Edge
from llmtimeline.values.views import ComparableContent, CompareContent, ComparisonContent
from tests.unit.plan.builders import (
    Checked,
    Plan,
    Span,
    a_claim,
    a_model,
    a_plan,
    a_post,
    a_registry,
    a_release,
    a_section,
    content_at,
    covered,
)

POST = a_post("post/a", "zh", [a_section("LLaMA", "来了。")], date="2023-09-07", title="周报 <b>")


def comparison(language: str) -> ComparisonContent:
    """What differs, is the same, is known of one; sizes, a conflict, a benchmark, a licence with its address."""
    content = content_at(_plan(), f"{_prefix(language)}compare/llama-vs-llama-2/index.html")
    assert isinstance(content, ComparisonContent)
    return content


def compare(language: str) -> CompareContent:
    """The index."""
    content = content_at(_plan(), f"{_prefix(language)}compare/index.html")
    assert isinstance(content, CompareContent)
    return replace(content, names_url="/compare/models.json")


def facts_to_compare(language: str) -> ComparableContent:
    """What the picker reads."""
    bodies = {output.path: output.body for output in _plan().value.outputs}
    body = bodies[f"{_prefix(language)}compare/facts-1.json"]
    assert isinstance(body, Rendered)
    assert isinstance(body.view, ComparableContent)
    return body.view


def _prefix(language: str) -> str:
    return "" if language == "zh" else "en/"


def _plan() -> Checked[Plan]:
    first = (
        *(a_claim("llama", "params", _params(n), POST, size=f"{n}B") for n in (7, 13)),
        a_claim("llama", "license", License("research use only"), POST),
        a_claim("llama", "weights", "gated", POST),
        a_claim("llama", "code", "open", POST),
        a_claim("llama", "benchmarks", Benchmark("average", "91", "% of LLaMA 65B")),
    )
    second = (
        a_claim("llama-2", "params", _params(70), POST),
        a_claim("llama-2", "params", _params(65), POST, text="65B", certainty=Certainty.RUMOURED),
        a_claim("llama-2", "license", License("Llama 2 <License>", "https://ai.meta.com/l?a=1&b=2"), POST),
        a_claim("llama-2", "weights", "open", POST),
        a_claim("llama-2", "code", "open", POST),
    )
    edge = Edge("llama-2", "llama", "successor", "none", Span("x"))
    releases = [
        a_release("llama", "2023-02-24", covered(POST), vendors=["meta"]),
        a_release("llama-2", "2023-07-18", vendors=["meta"]),
    ]
    models = [
        a_model("llama", *first, date=releases[0].date, releases=("llama",), vendors=("meta",), children=(edge,)),
        a_model("llama-2", *second, date=releases[1].date, releases=("llama-2",), vendors=("meta",), parents=(edge,)),
    ]
    return a_plan([POST], a_registry(releases, models))


def _params(billions: float) -> Quantity:
    return Quantity(f"{billions}B", int(billions * 10**9), "parameters")
