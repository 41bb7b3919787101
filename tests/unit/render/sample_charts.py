"""Charts of a small registry, and of one whose points are too many to draw one by one."""

from __future__ import annotations

from llmtimeline.plan.charts.points import MOST_POINTS
from llmtimeline.values.quantities import Quantity
from llmtimeline.values.registry import Model, Release
from llmtimeline.values.views import ChartsContent
from tests.unit.plan.builders import a_claim, a_model, a_plan, a_registry, a_release, content_at


def charts(language: str) -> ChartsContent:
    """Every sort of mark: all kinds of openness, days, months and years, sizes, what is left out."""
    pairs = [
        _pair("falcon-180b", "2023-09-06", "open", 180, vendor="tii"),
        _pair("llama-2", "2023-07-18", "gated", 7, 13, 70, vendor="meta"),
        _pair("falcon", "2023-05", "open", 7, 40, vendor="tii"),
        _pair("palm", "2022-04", "closed", 8, 62, 540, vendor="<b>Google</b>"),
        _pair("gpt-3", "2020", "", 175),
        _pair("chatglm", "2023-05-14", "partial", 6),
    ]
    undated = a_model("bert", a_claim("bert", "params", _params(1)))
    return _content(language, pairs, undated)


def crowded_charts(language: str) -> ChartsContent:
    """Marks for many, and tables by year."""
    pairs = [
        _pair(f"m{n}", f"20{10 + n % 14}-{n % 12 + 1:02d}-07", "open", n + 1, vendor=f"v{n % 40}")
        for n in range(MOST_POINTS + 20)
    ]
    return _content(language, pairs)


def empty_charts() -> ChartsContent:
    """Of a site that holds nothing yet."""
    return ChartsContent("", 0)


def _content(language: str, pairs: list[tuple[Release, Model]], *more: Model) -> ChartsContent:
    registry = a_registry([release for release, _ in pairs], [*(model for _, model in pairs), *more])
    content = content_at(a_plan(registry=registry), f"{'' if language == 'zh' else 'en/'}charts/index.html")
    assert isinstance(content, ChartsContent)
    return content


def _pair(
    name: str, date: str, weights: str, *billions: float, vendor: str = "openai", context: int = 4096
) -> tuple[Release, Model]:
    claims = [a_claim(name, "params", _params(n), size=f"{n}B" if len(billions) > 1 else "") for n in billions]
    claims.append(a_claim(name, "context", Quantity(str(context), context, "tokens")))
    if weights:
        claims.append(a_claim(name, "weights", weights))
    release = a_release(name, date, vendors=[vendor], claims=tuple(claims))
    return release, a_model(name, *claims, date=release.date, releases=(name,), vendors=(vendor,))


def _params(billions: float) -> Quantity:
    return Quantity(f"{billions}B", int(billions * 10**9), "parameters")
