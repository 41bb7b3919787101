"""Readers of facts that come in lists: benchmark scores and prices."""

from __future__ import annotations

import re
from collections.abc import Iterator

from llmtimeline.parse.facts.fact_fields import FactField
from llmtimeline.parse.facts.field_reading import FieldTask, Remarks, keys_of, read_word
from llmtimeline.parse.facts.field_words import by_writing, fold_label
from llmtimeline.parse.facts.quantities import parse_quantity
from llmtimeline.parse.facts.remarks import split_remarks
from llmtimeline.parse.facts.units import CURRENCIES, UNITS
from llmtimeline.parse.notation.plain import shown
from llmtimeline.values.facts import Benchmark, Certainty, Fact, Price
from llmtimeline.values.located import Mapping, Node, Scalar

_BENCHMARK_WRITINGS: dict[str, tuple[str, ...]] = {
    "name": ("名称", "benchmark", "评测"),
    "score": ("分数", "得分", "成绩", "value"),
    "metric": ("指标", "口径"),
    "by": ("测评方", "出自"),
}
BENCHMARK_KEYS = keys_of(_BENCHMARK_WRITINGS)
PRICE_KEYS = keys_of(
    {
        "amount": ("金额", "价格"),
        "currency": ("货币", "币种"),
        "per": ("每", "单位", "unit"),
        "direction": ("方向", "for"),
    }
)

_BY = by_writing(
    (
        ("vendor", ("maker", "self-reported", "官方", "厂商", "自测", "vendor-claim")),
        ("third-party", ("independent", "third party", "第三方")),
    )
)
_CERTAINTY_BY = {"vendor": Certainty.VENDOR_CLAIM, "third-party": Certainty.THIRD_PARTY}
_BY_CERTAINTY: dict[Certainty | None, str] = {certainty: by for by, certainty in _CERTAINTY_BY.items()}
_DIRECTIONS = by_writing(
    (("input", ("in", "prompt", "输入", "提示")), ("output", ("out", "completion", "输出", "生成", "补全")))
)
_SCORE_LINE = re.compile(r"(?P<name>[^:：=]*[^:：=\s])\s*[:：=]\s*(?P<score>\S.*)")
_SCORE_AT_END = re.compile(r"(?P<name>.*\S)\s(?P<score>[~≈<>]?\d[\d.,]*\s?%?)")
_SCORE_HINT = "write `{name: MMLU, score: 67.5}`"
_PER = re.compile(r"\s*(?:/|\bper\b|每)\s*", re.IGNORECASE)
_PRICE_HINT = "write `{amount: 0.5, currency: USD, per: 1M tokens}`"


def read_benchmark(row: FactField, node: Node, task: FieldTask) -> Iterator[Fact]:
    """`{name: MMLU, score: 67.5, metric: 5-shot, by: vendor}`, `{MMLU: 67.5, HumanEval: 26}` or `MMLU: 67.5 (5-shot)`.

    May add LT106, LT108, LT111, LT113, LT118.
    """
    if isinstance(node, Scalar):
        yield from _score_line(node, task)
    elif not isinstance(node, Mapping):
        task.wrong_kind(node, row.takes.value, _SCORE_HINT)
    elif any(fold_label(entry.key.text) in _OWN_SCORE_KEYS for entry in node):
        yield from _score_mapping(node, task)
    else:
        for entry in node:
            if isinstance(entry.value, Scalar):
                score, certainty, metric = split_remarks(entry.value.text)
                value = Benchmark(entry.key.text.strip(), score, metric, by=_BY_CERTAINTY.get(certainty, ""))
                yield task.fact(value, f"{value.name} {score}", entry.value.span, Remarks(certainty))
            else:
                task.wrong_kind(entry.value, "a score", _SCORE_HINT)


_OWN_SCORE_KEYS = frozenset(fold_label(text) for key in ("name", "score") for text in (key, *_BENCHMARK_WRITINGS[key]))


def _score_mapping(node: Mapping, task: FieldTask) -> Iterator[Fact]:
    parts = task.parts(node, BENCHMARK_KEYS, "a score")
    name, score = task.text(parts, "name"), task.text(parts, "score")
    if not name or not score:
        missing = "score" if name else "name"
        task.tell("LT118", f"`{missing}` is missing", node.span, _SCORE_HINT)
        return
    url = task.address(parts, "url")
    by = read_word(task, parts["by"], _BY, "by") if "by" in parts else ""
    inner = task.within({key: part for key, part in parts.items() if key != "url"})
    value = Benchmark(name, score, task.text(parts, "metric"), url, by)
    yield inner.fact(value, f"{name} {score}", node.span, Remarks(inner.remarks.certainty or _CERTAINTY_BY.get(by)))


def _score_line(node: Scalar, task: FieldTask) -> Iterator[Fact]:
    text, certainty, metric = split_remarks(node.text)
    found = _SCORE_LINE.fullmatch(text) or _SCORE_AT_END.fullmatch(text)
    if found is None:
        task.wrong_kind(node, "scores", _SCORE_HINT)
        return
    value = Benchmark(found["name"].strip(), found["score"].strip(), metric, by=_BY_CERTAINTY.get(certainty, ""))
    yield task.fact(value, node.text.strip(), node.span, Remarks(certainty))


def read_price(row: FactField, node: Node, task: FieldTask) -> Iterator[Fact]:
    """`{amount: 0.0465, currency: USD, per: 1000 words}` or `$0.03 / 1K tokens (input)`. May add LT106 to LT118."""
    if isinstance(node, Mapping):
        yield from _price_mapping(node, task)
    elif isinstance(node, Scalar):
        yield from _price_line(node, task)
    else:
        task.wrong_kind(node, row.takes.value, _PRICE_HINT)


def _price_mapping(node: Mapping, task: FieldTask) -> Iterator[Fact]:
    parts = task.parts(node, PRICE_KEYS, "a price")
    amount, currency = task.text(parts, "amount"), task.text(parts, "currency")
    if not amount:
        task.tell("LT118", "`amount` is missing", node.span, _PRICE_HINT)
        return
    code = UNITS.get(currency.lower(), (currency.upper(), 1))[0]
    if currency and not re.fullmatch("[A-Z]{3}", code):
        task.tell("LT108", f"`{shown(currency)}` is no currency", parts["currency"].span, "write USD, CNY, EUR …")
        return
    quantity = parse_quantity(amount, code)
    if quantity is None or quantity.amount is None or (currency and quantity.unit != code):
        task.tell("LT114", f"cannot read the amount `{shown(amount)}`", parts["amount"].span, _PRICE_HINT)
        return
    if not quantity.unit:
        task.tell("LT118", "`currency` is missing", node.span, _PRICE_HINT)
        return
    direction = read_word(task, parts["direction"], _DIRECTIONS, "direction") if "direction" in parts else ""
    value = Price(quantity.amount, quantity.unit, task.text(parts, "per"), direction)
    yield task.within(parts).fact(value, _price_text(amount, value), node.span)


def _price_text(amount: str, value: Price) -> str:
    text = f"{amount} {value.currency}" if amount[-1:].isdigit() and amount[:1].isdigit() else amount
    return f"{text} / {value.per}" if value.per else text


def _price_line(node: Scalar, task: FieldTask) -> Iterator[Fact]:
    text, certainty, note = split_remarks(node.text)
    amount, *per = _PER.split(text, maxsplit=1)
    quantity = parse_quantity(amount)
    if quantity is None or quantity.amount is None or quantity.unit not in CURRENCIES:
        task.tell(
            "LT114", f"cannot read the price `{shown(node.text)}`", node.span, "write `$0.03 / 1K tokens (input)`"
        )
        return
    direction = _DIRECTIONS.get(fold_label(note), "")
    value = Price(quantity.amount, quantity.unit, per[0].strip() if per else "", direction)
    yield task.fact(value, node.text.strip(), node.span, Remarks(certainty, "" if direction else note))
