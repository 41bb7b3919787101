"""The fields of a release block that settle what is meant, beside those that state facts; and labels for links."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from llmtimeline.parse.facts.fact_fields import FACT_FIELDS
from llmtimeline.parse.facts.field_words import Words, by_writing, fold_label


@dataclass(frozen=True, slots=True)
class BlockField:
    """One field of a release block that states no fact about a model."""

    name: str
    meaning: str
    labels: tuple[str, ...]  # other keys and labels for it; the first is the usual Chinese one
    example: str


BLOCK_FIELDS: tuple[BlockField, ...] = (
    BlockField("about", "The model that the whole block is about, when it is not the heading's.", ("关于",), "palm"),
    BlockField("id", "The release's own id; by default it comes from the name.", ("编号", "标识"), "falcon-180b"),
    BlockField(
        "models",
        "Ids or names of the models that are released, when the heading does not tell.",
        ("模型", "模型名", "model"),
        "[chatgpt, gpt-3.5]",
    ),
    BlockField(
        "names", "What it is called, by language.", ("名称", "名字", "name"), "{zh: 通义千问-14B, en: Qwen-14B}"
    ),
    BlockField(
        "date",
        "When it was released, finer than the heading says.",
        ("日期", "发布日期", "发布时间", "时间", "release date", "released", "published"),
        "2023-03-14",
    ),
    BlockField("event", "What happened.", ("事件",), "open-weights"),
    BlockField("status", "How far the release has come.", ("状态", "阶段", "stage"), "open-beta"),
    BlockField(
        "vendors",
        "Ids or names of those who release it.",
        (
            *("机构", "厂商", "公司", "发布方", "发布机构", "开发者", "开发商", "开发方", "组织", "研发机构"),
            *("vendor", "developer", "developers", "organization", "organisation", "company", "by"),
        ),
        "[tsinghua, zhipu]",
    ),
    BlockField(
        "base",
        "What it descends from, each with how.",
        ("基座", "基座模型", "基础模型", "底座", "底座模型", "基于", "base model", "based on", "bases"),
        "[llama-2 (continue-pretrain)]",
    ),
    BlockField(
        "sizes",
        "Checkpoints of one release, by name or with facts of their own.",
        ("规模", "尺寸", "大小", "规格", "型号", "size", "variants"),
        "[7B, 13B, 70B]",
    ),
    BlockField(
        "links", "Addresses, where their kind must be said.", ("链接", "相关链接", "link"), "{url: …, kind: paper}"
    ),
    BlockField("importance", "1 minor, 2 usual, 3 major.", ("重要性", "重要度"), "3"),
    BlockField(
        "summary", "One line for cards and feeds.", ("摘要", "简介", "一句话", "概要", "tldr"), "{zh: …, en: …}"
    ),
    BlockField(
        "errata",
        "Corrections, shown on the page.",
        ("勘误", "更正", "corrections"),
        "{date: 2023-10-01, field: params, was: 170B, why: {zh: …, en: …}}",
    ),
    BlockField("certainty", "How sure all values of the block are.", ("可信度", "可靠程度"), "vendor-claim"),
)

# A label that stands for no kind of its own is told by the address.
_LINK_LABELS: Words = (
    ("paper", ("论文", "论文地址", "论文链接", "技术报告", "arxiv", "technical report", "report")),
    ("announcement", ("公告", "官方公告", "发布公告", "announcement", "官宣", "新闻稿", "press release")),
    ("blog", ("博客", "博文", "官方博客", "介绍文章", "blog post", "article", "文章")),
    (
        "repo",
        (
            *("代码", "代码地址", "代码仓库", "仓库", "源码", "源代码", "开源地址", "项目地址"),
            *("github", "github 地址", "github 仓库", "gitee", "repository", "code", "source", "source code"),
        ),
    ),
    (
        "weights",
        (
            *("模型", "模型地址", "模型下载", "权重", "权重地址", "下载", "下载地址", "hf", "hf 地址", "hf 模型"),
            *("huggingface", "hugging face", "huggingface 地址", "modelscope", "魔搭", "魔搭社区", "model", "download"),
        ),
    ),
    ("demo", ("演示", "在线演示", "在线体验", "体验", "体验地址", "试用", "demo 地址", "playground", "try it")),
    ("docs", ("文档", "官方文档", "documentation", "api 文档", "接口文档")),
    ("site", ("官网", "主页", "项目主页", "项目", "website", "homepage", "home page", "home", "官方网站")),
    ("license", ("许可", "许可证", "许可协议", "协议", "licence")),
    ("discussion", ("讨论", "讨论区", "hacker news", "hn")),
    ("video", ("视频", "演示视频", "youtube", "bilibili")),
    ("dataset", ("数据集", "数据", "训练数据", "数据集地址", "data", "datasets")),
    ("other", ("其他", "其它")),
    ("", ("地址", "网址", "链接", "相关链接", "参考", "参考链接", "link", "links", "url", "reference", "references")),
)
LINK_KINDS: tuple[str, ...] = tuple(kind for kind, _ in _LINK_LABELS if kind)
LINK_LABELS: Mapping[str, str] = by_writing(_LINK_LABELS)
"""Folded label of an address -> its kind; "" where the address itself tells."""

_BY_LABEL = MappingProxyType({fold_label(text): row.name for row in BLOCK_FIELDS for text in (row.name, *row.labels)})
KEY_WRITINGS: Mapping[str, str] = MappingProxyType(
    {
        **{fold_label(text): row.name for row in FACT_FIELDS for text in (row.name, *row.labels)},
        **_BY_LABEL,
    }
)
"""Folded key or label of every field -> its name."""


def identity_of(key: str) -> str:
    """The name of the field that settles identity and has this key or label, or ""."""
    return _BY_LABEL.get(fold_label(key), "")


def link_kind_of(label: str) -> str | None:
    """The kind of link that a label announces, "" when it leaves that to the address; None for other labels."""
    return LINK_LABELS.get(fold_label(label)) if label else None
