"""Hand-made parts of views in both languages, as rich as a real site gives them."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from llmtimeline.values.dates import PartialDate
from llmtimeline.values.facts import Certainty, FactValue, License, Modalities
from llmtimeline.values.quantities import Bound, Quantity
from llmtimeline.values.views import FactRow, LinkView, PostCard, SiteView, SourceMark, TranslationView, ValueView

from .sample_releases import ROOT, at, releases

LANGUAGES = ("zh", "en")
LOCALE = {"zh": "zh-CN", "en": "en"}
CHINA = timezone(timedelta(hours=8))


def site(language: str) -> SiteView:
    zh = language == "zh"
    names = (
        ("时间线", "文章", "模型", "机构", "标签", "关于")
        if zh
        else ("Timeline", "Posts", "Models", "Vendors", "Tags", "About")
    )
    paths = ("timeline/", "post/", "models/", "vendors/", "tags/", "about/")
    return SiteView(
        title="大模型时间线" if zh else "LLM Timeline",
        base_url="https://example.org/",
        home_url=ROOT[language],
        home_permalink="https://example.org" + ROOT[language],
        language=language,
        locale=LOCALE[language],
        direction="ltr",
        languages=LANGUAGES,
        default_language="zh",
        menu=tuple(LinkView(at(language, path), name) for path, name in zip(paths, names, strict=True)),
        copyright="© 2023 llmtimeline",
        description="大语言模型的发布，一次不漏，一天不差，每个数值都能点回原文。"
        if zh
        else "Every release of a large language model, dated as its source dates it, each value one click away.",
        author="llmtimeline",
        production=True,
        assets={
            "css/site.css": "/css/site.css",
            "css/post.css": "/css/post.css",
            "js/site.js": "/js/site.js",
            "favicon.svg": "/favicon.svg",
        },
        timeline_url=at(language, "timeline/"),
        models_url=at(language, "models/"),
        vendors_url=at(language, "vendors/"),
        data_url="/data/",
        tags_url=at(language, "tags/"),
        archives_url=at(language, "archives/"),
        feed_url=at(language, "index.xml"),
        license="CC-BY-4.0",
    )


def translations(path: str, *, exact: bool = True) -> tuple[TranslationView, ...]:
    zh, en = "/" + path, "/en/" + (path if exact else "")
    return (
        TranslationView("zh", "zh-CN", "中文", zh, "https://example.org" + zh),
        TranslationView("en", "en", "English", en, "https://example.org" + en, exact),
    )


def card(language: str, *, month: int = 9) -> PostCard:
    zh = language == "zh"
    return PostCard(
        title=f"2023 年 {month} 月：会看会听的 ChatGPT，与 1800 亿参数的 Falcon"
        if zh
        else f"2023/{month:02d}: ChatGPT sees and hears, Falcon reaches 180 billion",
        url=at(language, f"post/2023-{month:02d}/"),
        permalink="https://example.org" + at(language, f"post/2023-{month:02d}/"),
        date=datetime(2023, month, 29, 10, 0, tzinfo=CHINA),
        lastmod=datetime(2023, month + 1, 2, 10, 0, tzinfo=CHINA),
        summary="OpenAI 给 ChatGPT 装上了眼睛和耳朵；阿里巴巴开放了 14B；TII 拿出了当时最大的开放模型，有一条要细读"
        if zh
        else "OpenAI gives ChatGPT eyes and ears, Alibaba opens its 14B model, and TII shows the largest open model so "
        "far, with one clause in the licence that deserves a second look",
        truncated=True,
        words=3412 if zh else 1980,
        minutes=9,
        releases=releases(language)[:3],
        tags=(LinkView(at(language, "tags/falcon/"), "Falcon"),),
        authors=("llmtimeline",),
    )


def source(language: str, line: int, *, same: bool = False) -> SourceMark:
    return SourceMark(
        at(language, "post/2023-09/#falcon-180b"),
        card(language).title,
        "content/post/2023-09.zh.md",
        line,
        same,
        "" if language == "zh" else "zh-CN",
    )


def said(language: str, field: str, value: FactValue, text: str, line: int, **more: object) -> ValueView:
    return ValueView(field, value, text, source(language, line, same=line > 80), **more)  # type: ignore[arg-type]


def facts(language: str) -> tuple[FactRow, ...]:
    zh = language == "zh"
    return (
        FactRow(
            "params",
            said(language, "params", Quantity("180B", 180 * 10**9, "parameters"), "180B", 80),
            (
                said(
                    language,
                    "params",
                    Quantity(">1700亿", 170 * 10**9, "parameters", bound=Bound.OVER),
                    ">1700亿",
                    81,
                    certainty=Certainty.RUMOURED,
                ),
            ),
        ),
        FactRow("tokens", said(language, "tokens", Quantity("3.5T tokens", 3500 * 10**9, "tokens"), "3.5T tokens", 82)),
        FactRow("hardware", said(language, "hardware", Quantity("4096 GPU", 4096, "gpu"), "4096 GPU", 83)),
        FactRow("gpu_hours", said(language, "gpu_hours", Quantity("7M", 7 * 10**6, "gpu-hours"), "7M", 84)),
        FactRow("context", said(language, "context", Quantity("2048", 2048, "tokens"), "2048", 85)),
        FactRow("modalities", said(language, "modalities", Modalities(("text",), ("text",)), "text -> text", 86)),
        FactRow("weights", said(language, "weights", "gated", "gated", 87)),
        FactRow(
            "license",
            said(
                language,
                "license",
                License("Falcon-180B TII License", "https://example.org/license.txt"),
                "Falcon-180B TII License",
                88,
                since=PartialDate(2023, 9, 6),
            ),
        ),
        FactRow(
            "commercial",
            said(
                language,
                "commercial",
                "restricted",
                "restricted",
                89,
                note="不包括托管用途" if zh else "hosting is excluded",
                certainty=Certainty.VENDOR_CLAIM,
            ),
        ),
        FactRow("cutoff", said(language, "cutoff", PartialDate(2022, 12, approximate=True), "2022-12~", 90)),
    )
