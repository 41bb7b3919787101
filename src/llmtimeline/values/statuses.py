"""Words that say how far a release has come, as headings write them between date and vendor."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

_WRITTEN: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("announced", ("announced", "announcement", "coming soon", "宣布", "预告", "即将推出", "即将发布")),
    ("alpha", ("alpha", "alpha 版")),
    ("beta", ("beta", "beta 版", "测试版", "测试")),
    ("closed-beta", ("closed beta", "private beta", "limited beta", "内测", "内部测试", "封闭测试")),
    ("open-beta", ("open beta", "public beta", "公测", "公开测试", "开放测试")),
    ("invite-only", ("invite only", "invitation only", "by invitation", "waitlist", "邀测", "邀请测试", "邀请制")),
    ("limited", ("limited", "limited access", "limited release", "限量", "有限开放", "部分开放")),
    (
        "preview",
        ("preview", "public preview", "research preview", "early access", "预览", "预览版", "抢先体验", "抢先版"),
    ),
    ("ga", ("ga", "general availability", "generally available", "正式版", "全面开放", "正式开放")),
    ("leaked", ("leaked", "leak", "泄露", "泄漏")),
    ("deprecated", ("deprecated", "弃用")),
    ("retired", ("retired", "discontinued", "停用", "下线", "停服")),
)

STATUS_WORDS: Mapping[str, str] = MappingProxyType(
    {written: status for status, writings in _WRITTEN for written in (status, *writings)}
)
"""Written form, in lower case -> canonical id such as `open-beta`. The ids themselves are among the written forms."""

STATUSES: tuple[str, ...] = tuple(status for status, _ in _WRITTEN)
"""All canonical ids, in the order in which a release usually passes them."""

VERBS: tuple[str, ...] = (
    *("发布", "上线", "开源", "公测", "升级", "推出"),
    *("released", "launched", "announced", "open-sourced"),
)
"""What a release does, at the end of its name: `CodeLLaMa 发布`."""


def status_of(written: str) -> str | None:
    """The canonical id of a status, however it is spaced, joined and cased; None for other words."""
    return _BY_LETTERS.get(_letters(written))


def _letters(written: str) -> str:
    return _BETWEEN.sub("", unicodedata.normalize("NFKC", written).casefold())


_BETWEEN = re.compile(r"[\s_\-\u2010-\u2015]+")
_BY_LETTERS = {_letters(written): status for written, status in STATUS_WORDS.items()}
