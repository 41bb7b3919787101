"""The fields of a release block that state facts: what each takes, in the words of both languages.

These rows serve parsing, suggestions, the JSON Schemas for editors and the documentation.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass

from llmtimeline.parse.facts.field_words import COMMERCIAL, OPENNESS, Words, fold_label
from llmtimeline.parse.facts.units import CURRENCIES


class Takes(enum.Enum):
    """What the value of a field is."""

    QUANTITIES = "a quantity or a list of quantities"
    WORD = "one of a few words"
    LANGUAGES = "a list of language codes, or how many"
    LICENSE = "an SPDX id, or a mapping with name and url"
    MODALITIES = "`text, image -> text`, or a mapping with in and out"
    DATE = "a date"
    BENCHMARKS = "a list of scores"
    PRICES = "a list of prices"


@dataclass(frozen=True, slots=True)
class FactField:
    """One field that states a fact."""

    name: str
    takes: Takes
    meaning: str
    labels: tuple[str, ...] = ()  # other keys and labels for it; the first is the usual Chinese one
    unit: str = ""  # of quantities that name none
    words: Words = ()  # canonical word, other writings
    free: bool = False  # a text that is no quantity is kept as text
    units: tuple[str, ...] = ()  # that quantities may have; () for any
    example: str = ""  # a value to show in hints and documentation


FACT_FIELDS: tuple[FactField, ...] = (
    FactField(
        "params",
        Takes.QUANTITIES,
        "How many parameters.",
        ("参数", "参数量", "参数规模", "参数数量", "模型参数", "parameters", "param", "parameter count"),
        unit="parameters",
        units=("parameters",),
        example="180B, 130亿 or 106B (active 12B)",
    ),
    FactField(
        "tokens",
        Takes.QUANTITIES,
        "How much text it was trained on; tokens unless the value says characters or words.",
        (
            *("训练数据量", "训练量", "数据量", "训练 token 数", "训练 token", "训练语料", "语料规模"),
            *("training tokens", "training data size", "trained on"),
        ),
        unit="tokens",
        units=("tokens", "characters", "words", "images", "hours", "bytes"),
        example="3.5T tokens or 1.2万亿",
    ),
    FactField(
        "context",
        Takes.QUANTITIES,
        "Context window, in tokens.",
        ("上下文", "上下文长度", "上下文窗口", "窗口长度", "context window", "context length", "context size"),
        unit="tokens",
        units=("tokens", "characters", "words"),
        example="4096, or [8k, 32k]",
    ),
    FactField(
        "modalities",
        Takes.MODALITIES,
        "What goes in and what comes out.",
        ("模态", "输入输出", "modality"),
        example="text, image -> text",
    ),
    FactField(
        "languages",
        Takes.LANGUAGES,
        "Languages that it handles.",
        ("语言", "支持语言", "语种", "language"),
        unit="languages",
        units=("languages",),
        example="[zh, en], or 46",
    ),
    FactField(
        "weights",
        Takes.WORD,
        "Whether the weights can be had.",
        ("权重", "模型权重", "model weights", "open weights"),
        words=OPENNESS,
        example="gated",
    ),
    FactField(
        "code",
        Takes.WORD,
        "Whether the code can be had.",
        ("代码", "源代码", "源码", "source code"),
        words=OPENNESS,
        example="open",
    ),
    FactField(
        "data",
        Takes.WORD,
        "Whether the training data can be had.",
        ("数据", "训练数据", "training data"),
        words=OPENNESS,
        example="closed",
    ),
    FactField(
        "license",
        Takes.LICENSE,
        "Under which licence.",
        ("许可", "许可证", "协议", "许可协议", "开源协议", "授权", "licence", "licenses"),
        example="Apache-2.0",
    ),
    FactField(
        "commercial",
        Takes.WORD,
        "Whether it may be used commercially.",
        (
            *("商用", "商业用途", "商业使用", "是否可商用", "可商用", "商用许可", "商业授权"),
            *("commercial use", "commercial usage"),
        ),
        words=COMMERCIAL,
        example="restricted",
    ),
    FactField(
        "hardware",
        Takes.QUANTITIES,
        "What it was trained on.",
        ("硬件", "训练硬件", "显卡", "training hardware", "gpus"),
        unit="gpu",
        free=True,
        example="4096 GPU",
    ),
    FactField(
        "gpu_hours",
        Takes.QUANTITIES,
        "Computing time of the training.",
        ("GPU 小时", "GPU 时", "卡时", "训练时长", "gpu hours"),
        unit="gpu-hours",
        units=("gpu-hours",),
        example="7M",
    ),
    FactField(
        "compute",
        Takes.QUANTITIES,
        "Operations of the training.",
        ("算力", "计算量", "训练算力", "flops", "training compute"),
        unit="flop",
        units=("flop", "petaflop/s-days", "gpu-hours"),
        example="3.14e23 FLOP",
    ),
    FactField(
        "cost",
        Takes.QUANTITIES,
        "What the training cost.",
        ("成本", "训练成本", "费用", "花费", "training cost"),
        units=CURRENCIES,
        example="4.6M USD",
    ),
    FactField(
        "cutoff",
        Takes.DATE,
        "Up to when it knows the world.",
        ("知识截止", "知识截止日期", "数据截止", "训练数据截止", "knowledge cutoff", "data cutoff"),
        example="2021-09",
    ),
    FactField(
        "price",
        Takes.PRICES,
        "What its use costs.",
        ("价格", "定价", "售价", "prices", "pricing"),
        example="{amount: 0.5, currency: USD, per: 1M tokens, direction: input}",
    ),
    FactField(
        "benchmarks",
        Takes.BENCHMARKS,
        "Scores as claimed.",
        ("评测", "测评", "基准", "跑分", "评测结果", "benchmark", "scores"),
        example="{name: MMLU, score: 67.5}",
    ),
)

_BY_LABEL = {fold_label(label): row for row in FACT_FIELDS for label in (row.name, *row.labels)}


def field_of(key: str) -> FactField | None:
    """The field of a name or label, compared without case, spaces, hyphens and underscores."""
    return _BY_LABEL.get(fold_label(key))
