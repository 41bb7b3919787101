"""Words that fields of a release block understand, in both languages, and what each means."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from llmtimeline.values.facts import EVENTS, RELATIONS, Certainty
from llmtimeline.values.statuses import STATUS_WORDS

Words = tuple[tuple[str, tuple[str, ...]], ...]
"""Canonical words, each with its other writings."""


def fold_label(label: str) -> str:
    """What two writings of a label or word share: case, spaces, hyphens and underscores do not count."""
    return label.casefold().replace(" ", "").replace("_", "").replace("-", "")


def by_writing(words: Iterable[tuple[str, Iterable[str]]]) -> Mapping[str, str]:
    """Folded writing -> canonical word."""
    return MappingProxyType({fold_label(text): word for word, others in words for text in (word, *others)})


OPENNESS: Words = (
    (
        "open",
        ("yes", "true", "released", "public", "available", "开放", "开源", "公开", "已开放", "已开源", "是", "可下载"),
    ),
    ("gated", ("on request", "by application", "request", "需申请", "须申请", "申请", "申请制", "申请后开放")),
    ("partial", ("partly", "partially", "partly open", "部分", "部分开放", "部分开源")),
    (
        "closed",
        (
            "no",
            "false",
            "not released",
            "private",
            "不开放",
            "不公开",
            "未公开",
            "闭源",
            "封闭",
            "未开放",
            "未开源",
            "否",
        ),
    ),
    ("unknown", ("?", "not known", "未知", "不明", "不详")),
)
COMMERCIAL: Words = (
    (
        "allowed",
        (
            *("yes", "true", "permitted", "free", "commercial use allowed"),
            *("允许", "可", "可以", "可商用", "允许商用", "可以商用", "免费商用", "可免费商用", "是"),
        ),
    ),
    (
        "restricted",
        (
            *("limited", "conditional", "with conditions", "with restrictions"),
            *(
                "有限制",
                "受限",
                "限制",
                "有限商用",
                "有条件",
                "有条件允许",
                "有条件商用",
                "需授权",
                "需申请",
                "须申请",
                "需许可",
            ),
        ),
    ),
    (
        "forbidden",
        (
            *("no", "false", "not allowed", "prohibited", "non-commercial", "research only", "none"),
            *(
                "禁止",
                "不可",
                "不允许",
                "不可商用",
                "不能商用",
                "不得商用",
                "禁止商用",
                "非商用",
                "仅限研究",
                "仅供研究",
                "否",
            ),
        ),
    ),
    ("unknown", ("?", "not known", "未知", "不明", "不详")),
)

_CERTAINTY: tuple[tuple[Certainty, tuple[str, ...]], ...] = (
    (Certainty.STATED, ("confirmed", "明确", "写明", "已确认")),
    (
        Certainty.VENDOR_CLAIM,
        (
            "vendor says",
            "claimed by vendor",
            "self-reported",
            "官方称",
            "官方说法",
            "官方宣称",
            "厂商称",
            "厂商说法",
            "厂商宣称",
        ),
    ),
    (Certainty.THIRD_PARTY, ("independent", "third parties", "第三方", "第三方数据", "独立评测")),
    (
        Certainty.AUTHOR_OPINION,
        ("opinion", "author's opinion", "our opinion", "作者观点", "作者看法", "个人观点", "个人看法", "笔者看法"),
    ),
    (
        Certainty.RUMOURED,
        (
            *("rumored", "rumour", "rumor", "rumours", "rumors", "unconfirmed", "alleged"),
            *("传闻", "据传", "传言", "坊间传闻", "未证实", "未经证实"),
        ),
    ),
    (Certainty.LEAKED, ("leak", "leaks", "泄露", "泄漏", "流出", "内部文件")),
    (Certainty.SUSPECT, ("doubtful", "dubious", "in doubt", "存疑", "可疑", "有疑问", "疑有误", "待核实")),
)
CERTAINTY_WORDS: Mapping[str, Certainty] = MappingProxyType(
    {fold_label(text): certainty for certainty, others in _CERTAINTY for text in (certainty.value, *others)}
)
"""Folded writing -> certainty."""

_RELATIONS: Words = (
    ("finetune", ("fine-tune", "fine-tuned", "finetuned", "fine-tuning", "微调", "微调自")),
    ("instruct", ("instruction", "instruction-tuned", "instruct-tuned", "sft", "指令", "指令微调")),
    ("chat", ("chat-tuned", "对话", "对话微调", "聊天")),
    ("rlhf", ("人类反馈", "人类反馈强化学习")),
    (
        "continue-pretrain",
        (
            "continued pretraining",
            "continued pre-training",
            "continual pretraining",
            "继续预训练",
            "增量预训练",
            "续训",
        ),
    ),
    ("merge", ("merged", "合并", "融合")),
    ("adapter", ("lora", "适配器", "适配")),
    ("quantized", ("quantised", "quantization", "quantisation", "quant", "量化", "量化自")),
    ("distil", ("distill", "distilled", "distillation", "蒸馏", "蒸馏自")),
    ("data", ("dataset", "training data", "trained on", "数据", "训练数据", "数据集")),
    ("successor", ("successor of", "next", "后继", "继任", "下一代", "后续")),
    ("upgrade", ("upgraded", "upgrade of", "升级", "升级版", "放大")),
    ("size-of", ("size", "another size", "规模", "尺寸", "大小")),
    ("variant", ("variant of", "变体", "变种")),
    ("version", ("version of", "snapshot", "版本", "快照")),
    ("feature-of", ("feature", "part of", "功能", "特性")),
    ("powered-by", ("powered", "runs on", "驱动", "由其驱动", "底层模型")),
    (
        "reimplements",
        ("reimplementation", "reimplementation of", "reproduces", "reproduction", "复现", "重新实现", "重写"),
    ),
)
RELATION_WORDS = by_writing((*_RELATIONS, *((relation, ()) for relation in RELATIONS if relation)))
"""Folded writing -> key of RELATIONS."""

_EVENTS: Words = (
    ("release", ("released", "launch", "发布", "上线", "推出")),
    ("announce", ("announced", "announcement", "宣布", "公布", "预告")),
    ("open-weights", ("open source", "open weights", "weights", "开放权重", "开源", "权重开放")),
    ("api", ("api access", "接口", "开放接口", "开放 API", "API 开放")),
    ("update", ("updated", "upgrade", "更新", "升级")),
    ("feature", ("new feature", "功能", "新功能")),
    ("deprecate", ("deprecated", "弃用")),
    ("retire", ("retired", "shutdown", "下线", "停用", "退役")),
)
EVENT_WORDS = by_writing((*_EVENTS, *((event, ()) for event in EVENTS)))
"""Folded writing -> one of EVENTS."""

STATUS_WRITINGS: Mapping[str, str] = MappingProxyType(
    {fold_label(written): status for written, status in STATUS_WORDS.items()}
)
"""Folded writing -> id of a status."""

MODALITY_WORDS = by_writing(
    (
        ("text", ("texts", "文本", "文字", "文")),
        ("image", ("images", "picture", "pictures", "vision", "图像", "图片", "图", "图文")),
        ("audio", ("sound", "music", "音频", "声音", "音乐")),
        ("speech", ("voice", "语音")),
        ("video", ("videos", "视频")),
        ("code", ("代码",)),
        ("3d", ("3d model", "三维", "三维模型")),
        ("mask", ("masks", "掩码", "蒙版")),
        ("point", ("points", "点")),
        ("box", ("boxes", "方框", "框")),
        ("embedding", ("embeddings", "vector", "向量", "嵌入")),
    )
)
"""Folded writing -> modality. Other words are taken as they are."""

LANGUAGE_WORDS = by_writing(
    (
        ("zh", ("Chinese", "Mandarin", "中文", "汉语", "中", "简体中文")),
        ("en", ("English", "英文", "英语", "英")),
        ("ja", ("Japanese", "日文", "日语")),
        ("ko", ("Korean", "韩文", "韩语", "朝鲜语")),
        ("fr", ("French", "法文", "法语")),
        ("de", ("German", "德文", "德语")),
        ("es", ("Spanish", "西班牙文", "西班牙语")),
        ("pt", ("Portuguese", "葡萄牙文", "葡萄牙语")),
        ("it", ("Italian", "意大利文", "意大利语")),
        ("ru", ("Russian", "俄文", "俄语")),
        ("ar", ("Arabic", "阿拉伯文", "阿拉伯语")),
        ("hi", ("Hindi", "印地语")),
        ("vi", ("Vietnamese", "越南语")),
        ("th", ("Thai", "泰语")),
        ("id", ("Indonesian", "印尼语", "印度尼西亚语")),
    )
)
"""Folded name of a language -> its BCP 47 code."""

_LICENSES: Words = (
    ("Apache-2.0", ("Apache 2", "Apache v2", "Apache v2.0", "Apache", "Apache 2.0 License", "Apache License 2.0")),
    ("MIT", ("MIT License", "Expat")),
    ("BSD-3-Clause", ("BSD 3", "New BSD", "BSD-3")),
    ("BSD-2-Clause", ("BSD 2", "Simplified BSD", "BSD-2")),
    ("GPL-3.0", ("GPLv3", "GPL 3", "GNU GPL v3", "GPL-3")),
    ("GPL-2.0", ("GPLv2", "GPL 2", "GNU GPL v2", "GPL-2")),
    ("AGPL-3.0", ("AGPLv3", "AGPL 3", "AGPL-3")),
    ("LGPL-3.0", ("LGPLv3", "LGPL 3", "LGPL-3")),
    ("MPL-2.0", ("MPL 2", "Mozilla Public License 2.0")),
    ("CC0-1.0", ("CC0", "CC0 1.0")),
    ("CC-BY-4.0", ("CC BY 4.0",)),
    ("CC-BY-SA-4.0", ("CC BY-SA 4.0",)),
    ("CC-BY-NC-4.0", ("CC BY-NC 4.0",)),
    ("CC-BY-NC-SA-4.0", ("CC BY-NC-SA 4.0",)),
    ("CC-BY-NC-ND-4.0", ("CC BY-NC-ND 4.0",)),
)
LICENSE_WORDS = by_writing(_LICENSES)
"""Folded writing -> SPDX id. Other names are kept as they are."""
