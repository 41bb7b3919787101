"""A site of any number of releases, the same one every time: as ours may look after years."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

_CONFIG = """\
baseURL: {url}/
defaultContentLanguage: zh
hasCJKLanguage: true
languages:
  zh: {{locale: zh-Hans, label: 中文, title: 大模型时间线, weight: 1}}
  en: {{locale: en, label: English, title: LLM Timeline, weight: 2}}
"""
_SYLLABLES = ("ka", "mo", "ri", "ta", "lu", "ne", "so", "vi", "pa", "du")
_WEIGHTS = ("open", "open", "gated", "closed", "closed", "partial")
_MODALITIES = ("text -> text", "text, image -> text", "text -> image", "audio -> text", "text -> code")
_A_POST = 20  # releases
_FAMILY = 12  # models


def vendor_of(number: int) -> str:
    """A few vendors release much, most a little."""
    place = number * 7919 % 97
    rank = place % 8 if place < 60 else place + number % 203
    first, second, third = (_SYLLABLES[rank // step % 10] for step in (1, 10, 100))
    return f"{first}{second}{third}".capitalize() + " Lab"


def name_of(number: int) -> str:
    """Models come in families of twelve, with a version each."""
    family, version = divmod(number, _FAMILY)
    stem = "".join(_SYLLABLES[family // step % 10] for step in (1, 10, 100))
    return f"{stem.capitalize()}{stem[::-1]} {version + 1}"


def write_grown_site(folder: Path, releases: int, url: str) -> None:
    """Posts in both languages that announce so many releases, newest first, with lineage, sizes and gaps."""
    posts = folder / "content" / "post"
    posts.mkdir(parents=True)
    (folder / "llmtimeline.yaml").write_text(_CONFIG.format(url=url), "utf-8")
    names = sorted({vendor_of(number) for number in range(releases)})
    (folder / "data").mkdir()
    known = "".join(f"{name.lower().replace(' ', '-')}: {{name: {name}}}\n" for name in names)
    (folder / "data" / "vendors.yaml").write_text(known, "utf-8")
    start = date(2017, 1, 3)
    for number in range(0, releases, _A_POST):
        day = start + timedelta(days=number * 3200 // releases)
        told = range(number, min(number + _A_POST, releases))
        for language in ("zh", "en"):
            title = f"第 {number // _A_POST} 期" if language == "zh" else f"Issue {number // _A_POST}"
            head = f"---\ntitle: {title}\ndate: {day.isoformat()}T08:00:00+08:00\ntags: [Topic {number % 60}]\n---\n\n"
            text = "\n".join(_section(each, day, language) for each in told)
            (posts / f"issue-{number // _A_POST:04}.{language}.md").write_text(head + text, "utf-8")


def _section(number: int, day: date, language: str) -> str:
    when = day + timedelta(days=number % 7)
    dated = f"{when:%Y}" if number % 41 == 0 else f"{when:%Y/%m}" if number % 9 == 0 else f"{when:%Y/%m/%d}"
    prose = "它比前一代更稳，也更省显存。" if language == "zh" else "It is steadier, and needs less memory."
    if language == "zh":
        return f"## {name_of(number)}, {dated}, {vendor_of(number)}\n\n{prose}\n"
    lines = [
        f"params: {7 + number % 60}B",
        f"context: {2 ** (number % 6)}k",
        f"weights: {_WEIGHTS[number % 6]}",
        f"modalities: {_MODALITIES[number % 5]}",
        f"importance: {3 if number % 25 == 0 else 2 - number % 2}",
    ]
    if number % _FAMILY:
        lines.append(f"base: [{name_of(number - 1 - number % 3 % (number % _FAMILY or 1))}]")
    block = "\n".join(lines)
    return f"## {name_of(number)}, {dated}, {vendor_of(number)}\n\n```release\n{block}\n```\n\n{prose}\n"
