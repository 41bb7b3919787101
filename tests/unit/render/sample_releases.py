"""Releases in both languages, and what a timeline makes of them."""

from __future__ import annotations

from llmtimeline.values.dates import PartialDate
from llmtimeline.values.views import (
    Facet,
    FacetOption,
    LinkView,
    ModelChip,
    MonthGroup,
    Pager,
    ReleaseRow,
    Strip,
    StripBin,
    StripLane,
    StripMark,
    StripTick,
    TimelineContent,
    VendorChip,
    YearGroup,
)

ROOT = {"zh": "/", "en": "/en/"}

VENDORS: dict[str, tuple[str, str]] = {
    "openai": ("OpenAI", "OpenAI"),
    "alibaba": ("阿里巴巴", "Alibaba"),
    "tii": ("TII", "TII"),
    "meta": ("Meta", "Meta"),
    "google": ("谷歌", "Google"),
    "tsinghua": ("清华大学", "Tsinghua University"),
    "zhipu": ("智谱 AI", "Zhipu AI"),
    "baichuan": ("百川智能", "Baichuan"),
    "anthropic": ("Anthropic", "Anthropic"),
}

# id | zh | en | date | vendors | importance | weights | commercial | sizes; then what is said in zh and en
_TABLE = """
chatgpt-multimodal | ChatGPT 多模态 | ChatGPT multimodal | 2023-09-25 | openai | 3 | closed |  |
  zh: 可以看、听、讲：图片识别和语音对话面向公众开放。
  en: ChatGPT sees, hears and speaks: images and voice for the public.
qwen-14b | 通义千问 14B | Qwen-14B | 2023-09-25 | alibaba | 2 | open | allowed | 14B
  zh: 通义千问的 140 亿参数版本，权重开放，允许商用。
  en
falcon-180b | Falcon 180B | Falcon 180B | 2023-09-06 | tii | 3 | gated | restricted | 180B
  zh: 当时最大的开放模型，3.5 万亿 token，4096 块 GPU；许可不含托管用途。
  en: The largest open model of its day: 3.5 trillion tokens on 4,096 GPUs; hosting needs a licence of its own.
code-llama | Code Llama | Code Llama | 2023-08-24 | meta | 2 | open | allowed | 7B 13B 34B
  zh: 基于 Llama 2 的编码模型，衍生出 WizardCoder、Phind CodeLlama。
  en: Code models built on Llama 2; WizardCoder and Phind CodeLlama followed.
seamless-m4t | SeamlessM4T | SeamlessM4T | 2023-08-22 | meta | 1 | open | forbidden |
  zh
  en
llama-2 | Llama 2 | Llama 2 | 2023-07-18 | meta | 3 | open | restricted | 7B 13B 70B
  zh: 可以商用的 Llama，月活跃用户超过 7 亿的公司除外。
  en: Llama for business, unless you have 700 million monthly users.
baichuan-13b | Baichuan-13B | Baichuan-13B | 2023-07-11 | baichuan | 2 | open | allowed | 13B
  zh
  en
palm-2 | PaLM 2 | PaLM 2 | 2023-05-11 | google | 2 | closed |  |
  zh: 四个规模，最小的 Gecko 可以在手机上离线运行。
  en: Four sizes, the smallest for phones without a network.
falcon | Falcon | Falcon | 2023-05 | tii | 2 | open | allowed | 7B 40B
  zh: 开放权重、可商用，40B 版被认为胜过 LLaMA 65B。
  en: Open weights with commercial use; the 40B model was judged better than LLaMA 65B.
chatglm-6b | ChatGLM-6B | ChatGLM-6B | 2023-03-14 | tsinghua zhipu | 2 | open | restricted | 6.2B
  zh: 一张消费级显卡就能跑的中英双语对话模型。
  en: A bilingual chat model for a single consumer graphics card.
gpt-4 | GPT-4 | GPT-4 | 2023-03-13 | openai | 3 | closed |  |
  zh: 能看图，考过律师资格考试。
  en: It reads pictures and passes the bar exam.
chatgpt | ChatGPT | ChatGPT | 2022-11-30 | openai | 3 | closed |  |
  zh: 两个月内用户过亿。
  en: A hundred million users within two months.
palm | PaLM | PaLM | 2022-04 | google | 2 | closed |  | 540B
  zh
  en
gpt-3 | GPT-3 | GPT-3 | 2020 | openai | 3 | closed |  | 175B
  zh: 幂律扩展的里程碑。
  en: The milestone of scaling laws.
"""


def _rows() -> tuple[tuple[str, ...], ...]:
    lines = _TABLE.strip().split("\n")
    told = [line.strip()[4:] for line in lines]
    heads = [[cell.strip() for cell in line.split("|")] for line in lines[::3]]
    return tuple((*head, zh, en) for head, zh, en in zip(heads, told[1::3], told[2::3], strict=True))


def _date(text: str) -> PartialDate:
    return PartialDate(*(int(part) for part in text.split("-")))


def at(language: str, path: str) -> str:
    return ROOT[language] + path


def vendor(language: str, key: str) -> VendorChip:
    return VendorChip(key, VENDORS[key][language == "en"], at(language, f"vendors/{key}/"))


def chip(language: str, key: str, name: str = "", kind: str = "model") -> ModelChip:
    names = {row[0]: row[1:3] for row in _rows()}
    return ModelChip(key, name or names[key][language == "en"], at(language, f"models/{key}/"), kind)


def releases(language: str) -> tuple[ReleaseRow, ...]:
    english = language == "en"
    rows = []
    for key, zh, en, date, vendors, importance, weights, commercial, sizes, zh_line, en_line in _rows():
        only_zh = english and bool(zh_line) and not en_line
        rows.append(
            ReleaseRow(
                id=key,
                anchor=key,
                name=en if english else zh,
                url=at(language, f"models/{key}/"),
                date=_date(date),
                vendors=tuple(vendor(language, one) for one in vendors.split()),
                event="feature" if key == "chatgpt-multimodal" else "release",
                status=("open-beta",) if key == "palm-2" else (),
                summary=zh_line if only_zh or not english else en_line,
                summary_language="zh-CN" if only_zh else "",
                importance=int(importance),
                weights=weights,
                commercial=commercial,
                sizes=tuple(sizes.split()),
                told_only_in="zh-CN" if only_zh else "",
                told_only_in_label="中文" if only_zh else "",
                post_url=("/" if only_zh else ROOT[language]) + f"post/2023-09/#{key}",
            )
        )
    return tuple(rows)


def years(language: str, *, bare: bool = False) -> tuple[YearGroup, ...]:
    rows = releases(language)
    groups = []
    for year in sorted({row.date.year for row in rows}, reverse=True):
        of_year = [row for row in rows if row.date.year == year]
        months = dict.fromkeys(row.date.month for row in of_year)
        groups.append(
            YearGroup(
                year,
                len(of_year),
                ()
                if bare
                else tuple(MonthGroup(year, m, tuple(row for row in of_year if row.date.month == m)) for m in months),
                at(language, f"timeline/{year}/"),
                len(of_year) / 11,
            )
        )
    return tuple(groups)


def strip(language: str) -> Strip:
    lanes: dict[str, list[StripMark]] = {}
    for row in releases(language):
        start = (row.date.first_day().toordinal() - 737425) / 1461  # 2020 to 2023
        end = start if row.date.day else (row.date.last_day().toordinal() + 1 - 737425) / 1461
        mark = StripMark(row.id, row.name, f"#{row.anchor}", row.date, start, end)
        lanes.setdefault(row.vendors[0].id, []).append(mark)
    months: dict[tuple[int, int], int] = {}
    for row in releases(language):
        if row.date.month:
            key = (row.date.year, row.date.month)
            months[key] = months.get(key, 0) + 1
    return Strip(
        ticks=tuple(StripTick((year - 2020) / 4, year) for year in range(2020, 2024)),
        lanes=tuple(
            StripLane(vendor(language, key).name, vendor(language, key).url, tuple(m), top=2 * number)
            for number, (key, m) in enumerate(lanes.items())
        ),
        bars=tuple(_bar(year, month, count) for (year, month), count in sorted(months.items())),
        steps=2 * len(lanes),
        bends=False,
    )


def _bar(year: int, month: int, count: int) -> StripBin:
    date, start = PartialDate(year, month), (year - 2020 + (month - 1) / 12) / 4
    return StripBin(date, date, count, "#", start, start + 1 / 48, count / 5)


def facets(language: str, chosen: str = "") -> tuple[Facet, ...]:
    """Menus of each kind: plain names, words, a single entry; the first says where the rest is."""
    makers = tuple(
        FacetOption(key, vendor(language, key).name, vendor(language, key).url, 3) for key in ("openai", "meta")
    )
    openness = tuple(
        FacetOption(word, f"@mark_{word}", at(language, f"timeline/{word}/"), 5, current=word == chosen)
        for word in ("open", "closed")
    )
    major = FacetOption("1", "@facet_important", at(language, "timeline/important/"), 6)
    more = LinkView(at(language, "vendors/"), "@vendors")
    return Facet("vendor", makers, more), Facet("weights", openness), Facet("important", (major,))


def slice_of(language: str) -> TimelineContent:
    """The second page of the releases with open weights."""
    pager = Pager(2, 3, at(language, "timeline/open/"), at(language, "timeline/open/page/3/"))
    return TimelineContent(
        years(language)[:1],
        years(language, bare=True),
        None,
        None,
        14,
        facets=facets(language, "open"),
        slice="open",
        pager=pager,
        shown=11,
        whole_url=at(language, "timeline/"),
    )
