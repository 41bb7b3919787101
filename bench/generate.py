"""Writes a bilingual site of any size, the same one every time, for measuring.

Half of the files are Chinese, half English; each is 5 to 9 kB with eight releases, fences, lists, tables and images,
and draws on 30 tags and 40 vendors. A Pelican site with the same posts can be written beside it.
"""

from __future__ import annotations

import argparse
import random
from base64 import b64decode
from datetime import date, timedelta
from pathlib import Path

VENDORS = [
    f"{stem} {kind}"
    for stem in ("Aurora", "Basalt", "Cobalt", "Delta", "Ember", "Fjord", "Garnet", "Harbor", "Indigo", "Juniper")
    for kind in ("Labs", "AI", "Research", "Systems")
]
TAGS = {
    "zh": [*(f"标签{number}" for number in range(1, 16)), *(f"Topic {number}" for number in range(1, 16))],
    "en": [*(f"Label {number}" for number in range(1, 16)), *(f"Topic {number}" for number in range(1, 16))],
}
ZH_WORDS = """
模型 训练 数据 开放 权重 参数 推理 上下文 长度 指令 微调 评测 分数 团队 论文 代码 许可 商用 社区 版本 显存 速度 质量
对齐 多模态
""".split()
EN_WORDS = """
model training data open weights parameters inference context length instruction tuning benchmark
score team paper code licence community version memory speed quality alignment
""".split()
# A picture of 8 by 8 white dots, as small as a PNG can be.
PNG = b64decode("iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAAAAADhZOFXAAAAEElEQVR42mP8zwABTAwUMQBJQQEPkWFcdwAAAABJRU5ErkJggg==")


def sentence(chance: random.Random, language: str) -> str:
    """One sentence of 12 to 24 words, with a little Markdown in it."""
    words = chance.choices(ZH_WORDS if language == "zh" else EN_WORDS, k=chance.randint(12, 24))
    place = chance.randrange(len(words))
    words[place] = chance.choice(("**{}**", "`{}`", "*{}*", "[{}](https://example.org/{}/)")).format(
        words[place], place
    )
    if language == "zh":
        half = len(words) // 2
        return "".join(words[:half]) + "，" + "".join(words[half:]) + "。"
    return " ".join(words).capitalize() + ". "


def section(chance: random.Random, language: str, day: date, serial: int) -> str:
    """A release with its block, prose, and now and then a list, a table, a fence or an image."""
    vendor = chance.choice(VENDORS)
    size = chance.choice((7, 13, 34, 70, 180))
    lines = [
        f"## Model {serial} {size}B, {day:%Y/%m/%d}, {vendor}",
        "",
        f"```release\nparams: {size}B\ntokens: {chance.randint(1, 15)}T tokens",
        "weights: open\ncommercial: allowed\n```",
        "",
        "".join(sentence(chance, language) for _ in range(4)),
        "",
    ]
    extra = serial % 4
    if extra == 0:
        lines += [f"* {sentence(chance, language)}" for _ in range(3)]
    elif extra == 1:
        lines += [
            "```python",
            "def generate(prompt: str, limit: int = 128) -> str:",
            '    """Answer."""',
            "    return model(prompt)[:limit]",
            "```",
        ]
    elif extra == 2:
        lines += [
            "| name | score |",
            "|---|---:|",
            *(f"| {chance.choice(EN_WORDS)} | {chance.randint(40, 90)} |" for _ in range(4)),
        ]
    else:
        lines += [f"![diagram {serial}](/images/diagram.png)"]
    lines += ["", f"https://example.org/models/{serial}", ""]
    return "\n".join(lines)


def write_site(folder: Path, files: int) -> None:
    """`files` posts, half of them in each language, in the layout that llmtimeline reads."""
    (folder / "content/post").mkdir(parents=True)
    (folder / "static/images").mkdir(parents=True)
    (folder / "data").mkdir()
    (folder / "static/images/diagram.png").write_bytes(PNG)
    vendors = "".join(f"{name.lower().replace(' ', '-')}:\n  name: {name}\n" for name in VENDORS)
    (folder / "data/vendors.yaml").write_text(vendors, encoding="utf-8")
    (folder / "llmtimeline.yaml").write_text(
        "baseURL: https://measured.example/\ntitle: Measured\ndefaultContentLanguage: zh\nhasCJKLanguage: true\n"
        "languages:\n  zh: {locale: zh-CN, label: 中文, weight: 1}\n  en: {locale: en, label: English, weight: 2}\n",
        encoding="utf-8",
    )
    for path, _, text in posts(files):
        (folder / "content/post" / path).write_text(text, encoding="utf-8")


def write_pelican_site(folder: Path, files: int) -> None:
    """The same posts for Pelican: same lists, feeds and pagination as far as it has them."""
    (folder / "content/images").mkdir(parents=True)
    (folder / "content/images/diagram.png").write_bytes(PNG)
    (folder / "pelicanconf.py").write_text(
        "SITENAME = 'Measured'\nSITEURL = 'https://measured.example'\nPATH = 'content'\nTIMEZONE = 'UTC'\n"
        "DEFAULT_LANG = 'zh'\nDEFAULT_PAGINATION = 10\nARTICLE_URL = ARTICLE_SAVE_AS = '{lang}/{slug}.html'\n"
        "ARTICLE_LANG_URL = ARTICLE_LANG_SAVE_AS = '{lang}/{slug}.html'\nSTATIC_PATHS = ['images']\n"
        "FEED_ALL_ATOM = 'feeds/all.atom.xml'\nTAG_FEED_ATOM = 'feeds/tag/{slug}.atom.xml'\n"
        "CATEGORY_FEED_ATOM = 'feeds/category/{slug}.atom.xml'\nAUTHOR_FEED_ATOM = None\n"
        # By default page 2 of `topic-1` and page 1 of `topic-12` have one name, which stops Pelican.
        "PAGINATION_PATTERNS = ((1, '{url}', '{save_as}'),\n"
        "    (2, '{base_name}/page/{number}/', '{base_name}/page/{number}/index.html'))\n",
        encoding="utf-8",
    )
    for path, language, text in posts(files):
        _, front, body = text.split("---\n", 2)
        fields = dict(line.split(": ", 1) for line in front.strip().splitlines())
        head = (
            f"Title: {fields['title']}\nDate: {fields['date'][:10]}\nSlug: {path.split('.')[0]}\nLang: {language}\n"
            f"Tags: {fields['tags'].strip('[]')}\nCategory: {fields['categories'].strip('[]')}\n\n"
        )
        (folder / "content" / path).write_text(head + body, encoding="utf-8")


def posts(files: int) -> list[tuple[str, str, str]]:
    """(file name, language, text) of each post; a pair of languages shares its releases."""
    made = []
    start = date(2017, 1, 1)
    for number in range(files // 2):
        day = start + timedelta(days=number % 3000)
        for language in ("zh", "en"):
            chance = random.Random(f"{number}-{language}")
            shared = random.Random(number)
            tags = ", ".join(shared.sample(TAGS[language], 3))
            head = (
                f"---\ntitle: {'周报' if language == 'zh' else 'Week'} {number}\ndate: {day:%Y-%m-%d}T08:00:00+08:00\n"
                f"tags: [{tags}]\ncategories: [{'周报' if language == 'zh' else 'Weekly'}]\n---\n\n"
            )
            shared_vendors = random.Random(number * 7)
            sections = []
            for index in range(8):
                vendor_chance = random.Random(shared_vendors.random())
                text = section(vendor_chance, language, day - timedelta(days=index), number * 8 + index)
                sections.append(text)
            intro = "".join(sentence(chance, language) for _ in range(6))
            made.append((f"week-{number:05d}.{language}.md", language, head + intro + "\n\n" + "\n".join(sections)))
    return made


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--files", type=int, default=2000)
    parser.add_argument("--pelican", action="store_true", help="write a Pelican site instead")
    arguments = parser.parse_args()
    (write_pelican_site if arguments.pelican else write_site)(arguments.folder, arguments.files)
