"""The fields of a release block: what each takes, in the words of both languages.

These rows serve parsing, suggestions, the JSON Schemas for editors and the documentation.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass

from llmtimeline.values.facts import Certainty


class Takes(enum.Enum):
    """What the value of a field is."""

    QUANTITIES = "a quantity or a list of quantities"
    WORD = "one of a few words"
    TEXT = "text"
    TEXTS = "a list of texts"
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
    words: tuple[tuple[str, tuple[str, ...]], ...] = ()  # canonical word, other writings
    free: bool = False  # a text that is no quantity is kept as text


_OPENNESS = (
    ("open", ("开放", "开源", "公开", "yes")),
    ("gated", ("需申请", "申请", "申请制")),
    ("partial", ("部分", "部分开放")),
    ("closed", ("不开放", "闭源", "封闭", "未开放", "no")),
    ("unknown", ("未知", "不明")),
)
_COMMERCIAL = (
    ("allowed", ("允许", "可", "可以", "可商用", "允许商用", "yes", "true")),
    ("restricted", ("有限制", "受限", "限制", "有限商用", "有条件", "limited")),
    ("forbidden", ("禁止", "不可", "不允许", "不可商用", "禁止商用", "仅限研究", "no", "false", "non-commercial")),
    ("unknown", ("未知", "不明")),
)

FACT_FIELDS: tuple[FactField, ...] = (
    FactField("params", Takes.QUANTITIES, "How many parameters.", ("参数", "参数量", "parameters"), "parameters"),
    FactField(
        "tokens",
        Takes.QUANTITIES,
        "How much text it was trained on; tokens unless the value says characters or words.",
        ("训练数据量", "训练量", "数据量", "训练 token 数", "training tokens"),
        "tokens",
    ),
    FactField(
        "context",
        Takes.QUANTITIES,
        "Context window, in tokens.",
        ("上下文", "上下文长度", "上下文窗口", "context window", "context length"),
        "tokens",
    ),
    FactField("modalities", Takes.MODALITIES, "What goes in and what comes out.", ("模态", "modality")),
    FactField(
        "languages", Takes.LANGUAGES, "Languages that it handles.", ("语言", "支持语言", "language"), "languages"
    ),
    FactField("weights", Takes.WORD, "Whether the weights can be had.", ("权重", "模型权重"), words=_OPENNESS),
    FactField("code", Takes.WORD, "Whether the code can be had.", ("代码", "源代码"), words=_OPENNESS),
    FactField("data", Takes.WORD, "Whether the training data can be had.", ("数据", "训练数据"), words=_OPENNESS),
    FactField("license", Takes.LICENSE, "Under which licence.", ("许可", "许可证", "协议", "licence", "开源协议")),
    FactField(
        "commercial",
        Takes.WORD,
        "Whether it may be used commercially.",
        ("商用", "商业用途", "商业使用", "commercial use"),
        words=_COMMERCIAL,
    ),
    FactField("hardware", Takes.QUANTITIES, "What it was trained on.", ("硬件", "训练硬件"), "gpu", free=True),
    FactField(
        "gpu_hours",
        Takes.QUANTITIES,
        "Computing time of the training.",
        ("GPU 小时", "gpu hours", "算力时"),
        "gpu-hours",
    ),
    FactField("compute", Takes.QUANTITIES, "Operations of the training.", ("算力", "计算量"), "flop"),
    FactField("cost", Takes.QUANTITIES, "What the training cost.", ("成本", "训练成本", "费用"), "USD"),
    FactField("cutoff", Takes.DATE, "Up to when it knows the world.", ("知识截止", "数据截止", "knowledge cutoff")),
    FactField("price", Takes.PRICES, "What its use costs.", ("价格", "定价")),
    FactField("benchmarks", Takes.BENCHMARKS, "Scores as claimed.", ("评测", "测评", "基准", "benchmark")),
)

CERTAINTY_WORDS: dict[str, Certainty] = {
    **{str(certainty): certainty for certainty in Certainty},
    "rumored": Certainty.RUMOURED,
    "rumour": Certainty.RUMOURED,
    "传闻": Certainty.RUMOURED,
    "据传": Certainty.RUMOURED,
    "leak": Certainty.LEAKED,
    "泄露": Certainty.LEAKED,
    "存疑": Certainty.SUSPECT,
    "可疑": Certainty.SUSPECT,
    "vendor claim": Certainty.VENDOR_CLAIM,
    "官方称": Certainty.VENDOR_CLAIM,
    "厂商称": Certainty.VENDOR_CLAIM,
    "third party": Certainty.THIRD_PARTY,
    "第三方": Certainty.THIRD_PARTY,
    "opinion": Certainty.AUTHOR_OPINION,
    "作者观点": Certainty.AUTHOR_OPINION,
    "个人观点": Certainty.AUTHOR_OPINION,
    "明确": Certainty.STATED,
}


def field_of(key: str) -> FactField | None:
    """The field of a name or label, compared without case, spaces and underscores."""
    return _BY_LABEL.get(fold_label(key))


def fold_label(label: str) -> str:
    """What two writings of a label share."""
    return label.casefold().replace(" ", "").replace("_", "").replace("-", "")


_BY_LABEL = {fold_label(label): row for row in FACT_FIELDS for label in (row.name, *row.labels)}
FACT_NAMES: tuple[str, ...] = tuple(row.name for row in FACT_FIELDS)
