"""Fields whose items are small mappings: benchmark scores and prices."""

from __future__ import annotations

from collections.abc import Iterator

from llmtimeline.parse.quantities import parse_quantity
from llmtimeline.values.diagnostics import Diagnostic, diagnose
from llmtimeline.values.facts import Benchmark, Certainty, Fact, Origin, Price
from llmtimeline.values.located import Mapping, Node, Scalar, Sequence

_BY = {"vendor": Certainty.VENDOR_CLAIM, "third-party": Certainty.THIRD_PARTY}


def read_benchmarks(name: str, value: Node, findings: list[Diagnostic]) -> Iterator[Fact]:
    """One fact a score: `{name: MMLU, score: 67.5, metric: 5-shot, by: vendor, url: …}`. May add LT106, LT108."""
    for item in _items(value):
        if not isinstance(item, Mapping) or not _text(item, "name") or not _text(item, "score"):
            findings.append(diagnose("LT106", f"`{name}` takes a list of scores", item.span, hint=_SCORE))
            continue
        by = _text(item, "by")
        if by and by not in _BY:
            span = item.span if (node := item.get("by")) is None else node.span
            findings.append(diagnose("LT108", f"`by` cannot be `{by}`", span, hint="write vendor or third-party"))
            continue
        row = Benchmark(_text(item, "name"), _text(item, "score"), _text(item, "metric"), _text(item, "url"), by)
        text = f"{row.name} {row.score}"
        yield Fact(name, row, text, item.span, Origin.BLOCK, _BY.get(by, Certainty.STATED), url=row.url)


def read_prices(name: str, value: Node, findings: list[Diagnostic]) -> Iterator[Fact]:
    """One fact a price: `{amount: 0.0465, currency: USD, per: 1000 words}`. May add LT106, LT114."""
    for item in _items(value):
        if not isinstance(item, Mapping) or not _text(item, "amount"):
            findings.append(diagnose("LT106", f"`{name}` takes a list of prices", item.span, hint=_PRICE))
            continue
        node = item.get("amount")
        quantity = parse_quantity(_text(item, "amount"), _text(item, "currency").upper())
        if quantity is None or quantity.amount is None or not quantity.unit:
            span = node.span if node is not None else item.span
            findings.append(diagnose("LT114", f"cannot read the price `{_text(item, 'amount')}`", span, hint=_PRICE))
            continue
        row = Price(quantity.amount, quantity.unit, _text(item, "per"), _text(item, "direction"))
        text = f"{_text(item, 'amount')} {row.currency}" + (f" / {row.per}" if row.per else "")
        yield Fact(name, row, text, item.span, Origin.BLOCK, note=_text(item, "note"), url=_text(item, "url"))


_SCORE = "write - {name: MMLU, score: 67.5}"
_PRICE = "write - {amount: 0.5, currency: USD, per: 1M tokens}"


def _items(value: Node) -> tuple[Node, ...]:
    return value.items if isinstance(value, Sequence) else (value,)


def _text(item: Mapping, key: str) -> str:
    node = item.get(key)
    return node.text.strip() if isinstance(node, Scalar) else ""
