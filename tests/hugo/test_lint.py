"""A site with the faults of a real one, which Hugo built in silence: each is told at its place, none is published."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from llmtimeline.build import BuildResult, build
from llmtimeline.values.request import Request

CONFIG = """\
baseURL: "https://llm.example"
title: 大模型周报
theme: PaperMod
hasCJKLanguage: true
params:
  images: ["<link or path of image for opengraph, twitter-cards>"]
  assets:
    favicon: "<link / abs url>"
    favicon16x16: "<link / abs url>"
  label:
    text: "Home"
    icon: /brand-icon.png
  profileMode:
    enabled: false # needs to be explicitly set
    title: ExampleSite
    subtitle: "This is subtitle"
    imageUrl: "<img location>"
    imageTitle: my image
  analytics:
    google:
      SiteVerificationTag: "XYZabc"
    bing:
      SiteVerificationTag: "XYZabc"
  editPost:
    URL: "https://github.com/llmupdate/content"
    Text: "Suggest Changes"
    appendFilePath: true
"""
ARCHETYPE = """\
---
title: "{{ replace .Name "-" " " | title }}"
date: {{ .Date }}
author: "David"
description: "Desc Text."
summary: "TODO: two sentences"
---
"""
POST = """\
---
title: "大模型周报"
date: 2023-09-29T09:54:54+08:00
author: "David"
description: "Desc Text."
summary: "TODO: two sentences"
canonicalURL: "https://canonical.url/to/page"
cover:
    image: "<image path/url>" # image path/url
    alt: "<alt text>" # alt text
    caption: "<text>" # display caption under cover
    hidden: true
images: [/images/card.png]
editPost:
    URL: "https://github.com/<path_to_repo>/content"
    Text: "Suggest Changes"
---

最近两周在大模型领域发生了不少重要的事情，Falcon 发布了 180B 的模型，效果跟 GPT 3.5 相当，而且允许商用。

## Falcon 180B 2023/09/06 TII

Antropic 的模型也更新了。

![云朵产生的原因](/images/cloud.png)
---

## Claude 2, 2023/07/11, Antropic

支持一百 K 的上下文。
"""
PLACEHOLDERS = (
    *(
        "abs url",
        "path of image",
        "img location",
        "ExampleSite",
        "This is subtitle",
        "my image",
        "XYZabc",
        "Desc Text.",
    ),
    *("canonical.url", "image path/url", "alt text", "path_to_repo", "TODO: two sentences", "&lt;text&gt;"),
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, BuildResult]:
    root = tmp_path_factory.mktemp("site")
    files = {"hugo.yaml": CONFIG, "archetypes/default.md": ARCHETYPE, "content/post/a.md": POST}
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return root / "public", build(Request(str(root), datetime(2024, 1, 1, tzinfo=UTC)))


def told(result: BuildResult, path: str) -> list[str]:
    return [
        f"{each.severity} {each.code} {each.span.line}:{each.span.column} {each.message}"
        for each in result.diagnostics
        if each.span and each.span.path == path
    ]


def test_every_fault_of_the_config_is_told_at_its_place(site: tuple[Path, BuildResult]) -> None:
    assert told(site[1], "hugo.yaml") == [
        "warning LT122 1:1 the text is Chinese and the config names no language, so pages say `zh-Hans`",
        "note LT115 3:8 the theme `PaperMod` is not used: its templates are written for Hugo",
        "warning LT117 6:12 `<link or path of image for opengraph, twitter-cards>` was never filled in",
        "warning LT117 8:14 `<link / abs url>` was never filled in, in 2 places",
        "warning LT203 12:11 no image `/brand-icon.png` in the site",
        "note LT117 15:12 `profileMode` is off, and 4 of its values were never filled in",
        "warning LT117 21:28 `XYZabc` was never filled in, in 2 places",
        "warning LT121 25:10 the edit link `https://github.com/llmupdate/content` names no branch, so it shows no file",
    ]


def test_every_fault_of_a_post_is_told_at_its_place(site: tuple[Path, BuildResult]) -> None:
    assert told(site[1], "content/post/a.md") == [
        "warning LT117 5:14 `Desc Text.` was never filled in",
        "warning LT117 6:10 `TODO: two sentences` was never filled in",
        "warning LT117 7:15 `https://canonical.url/to/page` was never filled in",
        "warning LT117 9:12 `<image path/url>` was never filled in",
        "warning LT117 10:10 `<alt text>` was never filled in",
        "warning LT117 11:14 `<text>` was never filled in",
        "warning LT203 13:10 no image `/images/card.png` in the site",
        "warning LT117 15:10 `https://github.com/<path_to_repo>/content` was never filled in",
        "warning LT305 21:16 the date `2023/09/06` does not stand between commas",
        "warning LT203 25:12 no image `/images/cloud.png` in the site",
        "warning LT207 26:1 this line makes a heading of the image above it",
        "warning LT313 28:26 `Antropic` is probably a typing error",
    ]


def test_no_placeholder_is_published(site: tuple[Path, BuildResult]) -> None:
    folder, result = site
    assert result.destination == folder
    pages = [path for path in sorted(folder.rglob("*")) if path.suffix in (".html", ".xml", ".json", ".txt")]
    assert pages
    for path in pages:
        text = path.read_text("utf-8")
        assert [each for each in PLACEHOLDERS if each in text] == [], path.name


def test_pages_say_that_they_are_chinese_at_the_addresses_they_had(site: tuple[Path, BuildResult]) -> None:
    folder, _ = site
    page = (folder / "post/a/index.html").read_text("utf-8")
    assert '<html lang="zh-Hans"' in page
    assert "og:locale" not in page or "zh_CN" in page
    assert "跳到正文" in page
    assert "<language>zh-Hans</language>" in (folder / "index.xml").read_text("utf-8")


def test_the_author_of_the_archetype_is_no_placeholder(site: tuple[Path, BuildResult]) -> None:
    assert "David" in (site[0] / "post/a/index.html").read_text("utf-8")
