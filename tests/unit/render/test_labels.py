"""Dates, fields and values in words."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from llmtimeline.render.labels import choice_text, date_text, day_text, field_text, moment_text, month_text, value_text
from llmtimeline.render.words import Texts
from llmtimeline.values.dates import PartialDate
from llmtimeline.values.facts import EVENTS, RELATIONS, Benchmark, Certainty, FactValue, License, Modalities, Price
from llmtimeline.values.quantities import Quantity
from llmtimeline.values.words import Words

from .themes import built_in_words

FIELDS = """
id model models names date event status vendors params sizes tokens context modalities languages weights code
data license commercial base hardware gpu_hours compute cost cutoff price benchmarks certainty links
importance errata summary
"""

DATES = [
    (PartialDate(2023, 9, 6), "", "2023年9月6日", "September 6, 2023"),
    (PartialDate(2023, 5), "", "2023年5月", "May 2023"),
    (PartialDate(2020), "", "2020年", "2020"),
    (PartialDate(2023, 9, 6), "short", "2023年9月6日", "Sep 6, 2023"),
    (PartialDate(2023, 9), "short", "2023年9月", "Sep 2023"),
    (PartialDate(2020), "short", "2020年", "2020"),
    (PartialDate(2023, 9, 6), "within_year", "9 月 6 日", "Sep 6"),
    (PartialDate(2022, 12, approximate=True), "", "约2022年12月", "c. December 2022"),
    (PartialDate(2021, uncertain=True), "", "2021年（存疑）", "2021 (uncertain)"),
    (
        PartialDate(2021, 1, 2, approximate=True, uncertain=True),
        "",
        "约2021年1月2日（存疑）",
        "c. January 2, 2021 (uncertain)",
    ),
]


@pytest.mark.parametrize(("date", "style", "chinese", "english"), DATES)
def test_a_date_is_as_precise_as_it_was_given(
    both: tuple[Texts, Texts], date: PartialDate, style: str, chinese: str, english: str
) -> None:
    assert [date_text(date, texts, style) for texts in both] == [chinese, english]


def test_in_a_month_a_release_shows_its_day_or_that_none_is_given(zh: Texts, en: Texts) -> None:
    assert (day_text(PartialDate(2023, 9, 25), zh), day_text(PartialDate(2023, 9, 25), en)) == ("25 日", "25")
    assert (day_text(PartialDate(2023, 5), zh), day_text(PartialDate(2023, 5), en)) == ("日期未给出", "day not given")
    assert (day_text(PartialDate(2020), zh), day_text(PartialDate(2020), en)) == ("月份未给出", "month not given")
    assert day_text(PartialDate(2023, 9, 5, approximate=True), zh) == "约5 日"


def test_a_post_keeps_the_day_of_its_own_zone(en: Texts) -> None:
    moment = datetime(2023, 9, 30, 0, 30, tzinfo=timezone(timedelta(hours=8)))
    assert moment_text(moment, en) == "September 30, 2023"


def test_months_have_names(zh: Texts, en: Texts) -> None:
    assert (month_text(9, zh), month_text(9, en), month_text(9, en, "short")) == ("9 月", "September", "Sep")


VALUES: list[tuple[str, FactValue, str, str]] = [
    ("weights", "gated", "申请后可得", "on request"),
    ("code", "open", "开放", "open"),
    ("commercial", "restricted", "有限制", "restricted"),
    ("weights", "half-open", "half-open", "half-open"),
    ("hardware", "open", "open", "open"),
    ("code", True, "是", "yes"),
    ("cutoff", PartialDate(2021, 9), "2021年9月", "September 2021"),
    ("license", License("Apache-2.0"), "Apache-2.0", "Apache-2.0"),
    ("license", License("", "https://e.org/l"), "https://e.org/l", "https://e.org/l"),
    ("modalities", Modalities(("text", "image"), ("text",)), "文本、图像 → 文本", "text, image → text"),
    ("modalities", Modalities(("text",)), "文本", "text"),
    ("languages", ("zh", "en", "tlh"), "中文、英语、tlh", "Chinese, English, tlh"),
    (
        "benchmarks",
        Benchmark("MMLU", "67.5", "5-shot", by="vendor"),
        "MMLU 5-shot 67.5（机构自称）",
        "MMLU 5-shot 67.5 (by the vendor)",
    ),
    ("benchmarks", Benchmark("SAT", "90", "percentile"), "SAT 百分位 90", "SAT percentile 90"),
    ("benchmarks", Benchmark("HumanEval", "top 10 %"), "HumanEval top 10 %", "HumanEval top 10 %"),
    ("price", Price(0.002, "USD", "1K tokens"), "0.002 美元 / 1K token", "$0.002 / 1K tokens"),
    ("price", Price(3, "CNY", "1M tokens", "input"), "3 元 / 1M token（输入）", "¥3 / 1M tokens (input)"),
    (
        "params",
        (Quantity("7B", 7 * 10**9, "parameters"), Quantity("40B", 40 * 10**9, "parameters")),
        "70 亿、400 亿",
        "7B, 40B",
    ),
]


@pytest.mark.parametrize(("field", "value", "chinese", "english"), VALUES)
def test_every_kind_of_value_has_words(
    both: tuple[Texts, Texts], field: str, value: FactValue, chinese: str, english: str
) -> None:
    assert [value_text(value, field, texts) for texts in both] == [chinese, english]


@pytest.mark.parametrize("field", FIELDS.split())
def test_every_field_has_a_label(zh: Texts, en: Texts, field: str) -> None:
    assert field_text(field, zh) != field
    assert field_text(field, en) != field


def test_an_unknown_field_keeps_its_name(en: Texts) -> None:
    assert field_text("temperament", en) == "temperament"


CLOSED: dict[str, tuple[str, ...]] = {
    "event": EVENTS,
    "relation": tuple(RELATIONS),
    "certainty": tuple(Certainty),
    "openness": ("open", "gated", "partial", "closed", "unknown"),
    "mark": ("open", "gated", "partial", "closed"),
    "use": ("allowed", "restricted", "forbidden"),
    "kinds": (
        *("model", "family", "variant", "version", "quantization", "product"),
        *("feature", "framework", "tool", "dataset", "technique"),
    ),
    "link": (
        *("paper", "announcement", "blog", "repo", "weights", "demo", "docs"),
        *("site", "license", "discussion", "video", "dataset", "other"),
    ),
    "vendor_kind": ("company", "university", "lab", "community", "person", "publisher"),
}


@pytest.mark.parametrize(("group", "words"), CLOSED.items())
def test_every_closed_word_is_known_in_both_languages(zh: Texts, en: Texts, group: str, words: tuple[str, ...]) -> None:
    for word in words:
        assert f"{group}_{word or 'none'}" in zh
        assert f"{group}_{word or 'none'}" in en
    assert choice_text("unheard-of", group, en) == "unheard-of"


@pytest.mark.parametrize(
    ("layout", "zh_shown", "en_shown"),
    [
        ("January 2, 2006", "一月 5, 2024", "January 5, 2024"),
        ("Jan 2, 2006", "1月 5, 2024", "Jan 5, 2024"),
        ("2006年1月2日 Monday", "2024年1月5日 星期五", "2024年1月5日 Friday"),
        (":date_full", "2024年1月5日星期五", "Friday, January 5, 2024"),
        (":date_long", "2024年1月5日", "January 5, 2024"),
        (":date_medium", "2024年1月5日", "Jan 5, 2024"),
        (":date_short", "2024/1/5", "1/5/24"),
        (":time_short", "15:04", "3:04 pm"),
        (":time_medium", "15:04:05", "3:04:05 pm"),
        (":time_full", "+0800 15:04:05", "3:04:05 pm +0800"),
        ("%Y-%m-%d", "2024年1月5日", "January 5, 2024"),
    ],
)
def test_the_sites_layout_says_how_posts_are_dated(
    layout: str, zh_shown: str, en_shown: str, both: tuple[Texts, Texts]
) -> None:
    moment = datetime(2024, 1, 5, 15, 4, 5, tzinfo=timezone(timedelta(hours=8)))
    for texts, shown in zip(both, (zh_shown, en_shown), strict=True):
        words = built_in_words()[texts.language]
        with_layout = Texts(Words(texts.language, {**words.texts, "date_layout": layout}))
        assert moment_text(moment, with_layout) == shown


def test_kinds_of_chinese_have_names(zh: Texts, en: Texts) -> None:
    kinds = ("zh-Hans", "zh-TW")
    assert value_text(kinds, "languages", zh) == "简体中文、繁体中文（台湾）"
    assert value_text(kinds, "languages", en) == "Simplified Chinese, Traditional Chinese (Taiwan)"
