"""Scales and units of quantities, in the words of both languages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

SCALES: Mapping[str, int] = MappingProxyType(
    {
        **dict.fromkeys(("k", "thousand", "千"), 10**3),
        **dict.fromkeys(("w", "万"), 10**4),
        "十万": 10**5,
        **dict.fromkeys(("m", "mn", "million", "millions", "百万"), 10**6),
        "千万": 10**7,
        "亿": 10**8,
        **dict.fromkeys(("b", "bn", "billion", "billions", "十亿"), 10**9),
        "百亿": 10**10,
        "千亿": 10**11,
        **dict.fromkeys(("t", "tn", "trillion", "trillions", "万亿"), 10**12),
    }
)
"""Written form, in lower case -> factor. `k` is 1,000: what a maker calls 8k is often 8,192, but no text says so."""

_WRITTEN: tuple[tuple[str, int, tuple[str, ...]], ...] = (
    ("parameters", 1, ("parameters", "parameter", "params", "param", "参数", "参数量")),
    ("tokens", 1, ("tokens", "token", "tok", "toks", "词元", "令牌")),
    ("characters", 1, ("characters", "character", "chars", "char", "字符", "字", "汉字", "中文字符")),
    ("words", 1, ("words", "word", "词", "单词")),
    ("languages", 1, ("languages", "language", "语言", "语种", "种", "自然语言")),
    ("images", 1, ("images", "image", "pictures", "图片", "图像", "图")),
    ("gpu", 1, ("gpu", "gpus", "卡", "显卡")),
    (
        "gpu-hours",
        1,
        ("gpuhours", "gpuhour", "gpuh", "gpuhrs", "gpu小时", "gpu时", "gpu计算时", "gpu机时", "卡时", "卡小时"),
    ),
    ("flop", 1, ("flop", "flops", "次浮点运算", "浮点运算", "次运算")),
    *(
        ("flop", 10**power, (f"{letter}flop", f"{letter}flops", f"{word}flop", f"{word}flops"))
        for letter, word, power in (
            ("t", "tera", 12),
            ("p", "peta", 15),
            ("e", "exa", 18),
            ("z", "zetta", 21),
            ("y", "yotta", 24),
        )
    ),
    (
        "petaflop/s-days",
        1,
        ("petaflop/sdays", "petaflop/sday", "petaflopsdays", "pflop/sdays", "pflop/sday", "pfdays", "pfday"),
    ),
    ("hours", 1, ("hours", "hour", "hrs", "h", "小时")),
    ("days", 1, ("days", "day", "天", "日")),
    ("months", 1, ("months", "month", "月")),
    *(("bytes", 1000**power, (f"{letter}b",)) for power, letter in enumerate("kmgtp", 1)),
    *(("bytes", 1024**power, (f"{letter}ib",)) for power, letter in enumerate("kmgtp", 1)),
    ("USD", 1, ("usd", "us$", "$", "dollars", "dollar", "usdollars", "美元", "美金", "刀")),
    ("CNY", 1, ("cny", "rmb", "¥", "yuan", "元", "人民币", "元人民币", "块钱")),
    ("EUR", 1, ("eur", "€", "euros", "euro", "欧元")),
    ("GBP", 1, ("gbp", "£", "pounds", "英镑")),
    ("JPY", 1, ("jpy", "yen", "日元")),
)

UNITS: Mapping[str, tuple[str, int]] = MappingProxyType(
    {written: (unit, factor) for unit, factor, writings in _WRITTEN for written in writings}
)
"""Written form, in lower case without spaces and hyphens -> canonical unit, and how many: `gb` is 10**9 bytes."""

CURRENCIES: tuple[str, ...] = ("USD", "CNY", "EUR", "GBP", "JPY")

_MEASURE_WORDS = re.compile(r"^(?:[个块张种门枚颗台片次]|[x×*](?=\s)|[x×*](?=[A-Z]))\s*")
_LOOSE = re.compile(r"[\s·-]+")
_DEVICE_HOURS = re.compile(
    r"(?P<device>.*?[A-Za-z]+\s?v?\d\w*)[\s-]*(?:gpu[\s-]*)?(?:hours?|hrs?|h|小时|时|卡时)", re.IGNORECASE
)
_DEVICE = re.compile(r"(?P<device>[^\d\s(][^()]{0,39}?)?\s*(?:gpus?|显卡|卡|chips?|加速卡)?s?", re.IGNORECASE)


def unit_of(written: str, default: str) -> tuple[str, int, str] | None:
    """Canonical unit, its factor, and a device named in passing; None for words that are no unit.

    Where GPUs are counted (`default` is `gpu`) any short name of a device is a unit of its own: `A100 80GB`.
    """
    rest = _MEASURE_WORDS.sub("", written.strip(), count=1).strip()
    if not rest:
        return default, 1, ""
    known = UNITS.get(_LOOSE.sub("", rest.lower()))
    if known is not None:
        return *known, ""
    hours = _DEVICE_HOURS.fullmatch(rest)
    if hours is not None and default in ("gpu-hours", "gpu", ""):
        return "gpu-hours", 1, hours["device"].strip()
    device = _DEVICE.fullmatch(rest) if default == "gpu" else None
    return (device["device"] or "gpu", 1, "") if device is not None else None
