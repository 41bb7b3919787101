"""Keys of a release block that settle what is meant, beside those that state facts."""

from __future__ import annotations

from llmtimeline.parse.fact_fields import FACT_NAMES, fold_label
from llmtimeline.values.facts import RELATIONS

# name -> other keys and labels, the usual Chinese one first
IDENTITY_LABELS: dict[str, tuple[str, ...]] = {
    "about": ("关于",),
    "id": ("编号",),
    "models": ("模型名", "model"),
    "names": ("名称", "name"),
    "date": ("日期", "发布日期", "发布时间", "release date", "released"),
    "event": ("事件",),
    "status": ("状态",),
    "vendors": ("机构", "厂商", "公司", "vendor"),
    "base": ("基座", "基座模型", "底座", "base model", "based on"),
    "sizes": ("规模", "尺寸", "size"),
    "links": ("链接", "link"),
    "importance": ("重要性",),
    "summary": ("摘要", "简介", "一句话"),
    "errata": ("勘误", "更正"),
    "certainty": ("可信度",),
}

# label of a line -> kind of link
LINK_LABELS: dict[str, str] = {
    **dict.fromkeys(("论文", "paper", "论文地址", "arxiv"), "paper"),
    **dict.fromkeys(("blog", "博客", "博文", "blog post"), "blog"),
    **dict.fromkeys(("公告", "官方公告", "announcement"), "announcement"),
    **dict.fromkeys(("github", "github地址", "代码仓库", "仓库", "repo", "repository"), "repo"),
    **dict.fromkeys(
        ("模型", "模型地址", "hf地址", "权重地址", "huggingface", "hugging face", "weights url"), "weights"
    ),
    **dict.fromkeys(("demo", "演示", "在线体验", "体验地址"), "demo"),
    **dict.fromkeys(("官网", "主页", "site", "website", "homepage"), "site"),
    **dict.fromkeys(("文档", "docs", "documentation"), "docs"),
    **dict.fromkeys(("数据集", "dataset"), "dataset"),
}

RELATION_WORDS: dict[str, str] = {
    **{relation: relation for relation in RELATIONS if relation},
    **dict.fromkeys(("微调", "fine-tune", "fine-tuned", "finetuned"), "finetune"),
    **dict.fromkeys(("指令", "指令微调", "instruct-tuned"), "instruct"),
    **dict.fromkeys(("对话", "对话微调", "聊天"), "chat"),
    "人类反馈": "rlhf",
    **dict.fromkeys(("继续预训练", "continued pretraining", "continue pretrain"), "continue-pretrain"),
    "合并": "merge",
    "适配器": "adapter",
    **dict.fromkeys(("量化", "quantised"), "quantized"),
    **dict.fromkeys(("蒸馏", "distilled", "distillation"), "distil"),
    **dict.fromkeys(("训练数据", "数据"), "data"),
    **dict.fromkeys(("后继", "继任", "下一代"), "successor"),
    **dict.fromkeys(("升级", "放大"), "upgrade"),
    "规模": "size-of",
    "变体": "variant",
    "版本": "version",
    "功能": "feature-of",
    **dict.fromkeys(("驱动", "由其驱动", "powered by"), "powered-by"),
    **dict.fromkeys(("复现", "重新实现", "reimplementation"), "reimplements"),
}

_BY_LABEL = {fold_label(label): name for name, labels in IDENTITY_LABELS.items() for label in (name, *labels)}
_LINKS = {fold_label(label): kind for label, kind in LINK_LABELS.items()}
BLOCK_KEYS: tuple[str, ...] = (*IDENTITY_LABELS, *FACT_NAMES)


def identity_of(key: str) -> str:
    """The canonical name of a key that settles identity, or ""."""
    return _BY_LABEL.get(fold_label(key), "")


def link_kind_of(label: str) -> str:
    """The kind of link that a label announces, or ""."""
    return _LINKS.get(fold_label(label), "")
