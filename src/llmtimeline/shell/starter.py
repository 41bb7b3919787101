"""The files of a new site."""

from __future__ import annotations

_CONFIG = """\
# The site's settings, in Hugo's vocabulary. What is llmtimeline's own stands under `timeline`.
baseURL: https://example.org/
title: 我的大模型时间线
defaultContentLanguage: zh        # its pages stand at the root, those of other languages below their key
hasCJKLanguage: true              # count Chinese text by characters
timeZone: Asia/Shanghai           # of dates written without an offset
enableRobotsTXT: true

languages:
  zh:
    locale: zh-Hans
    label: 中文
    weight: 1
    title: 我的大模型时间线
    params: {description: 大模型的发布，一次一次记下来。}
  en:
    locale: en
    label: English
    weight: 2
    title: My LLM timeline
    params: {description: "Releases of large language models, one by one."}

pagination:
  pagerSize: 10

timeline:
  license: CC-BY-4.0              # of the dataset under /data/
"""

_POST_ZH = """\
---
title: 第一篇更新
date: 2023-10-07T10:00:00+08:00
description: 一个能发布的样例：一次发布，一个事实块，几句话。
tags: [开放权重]
categories: [周报]
---

开头一两段说说这一期讲什么。下面的二级标题宣布一次发布：名称、日期、机构。

## Falcon 180B, 2023/09/06, TII

```release
params: 180B
tokens: 3.5T tokens
weights: gated
commercial: restricted
summary:
  zh: 参数最多的开放模型之一。
  en: One of the largest open models.
```

用自己的话写它是什么、为什么重要。单独成行的链接会按种类列在模型的页面上。

https://huggingface.co/blog/falcon-180b
"""

_POST_EN = """\
---
title: A first update
date: 2023-10-07T10:00:00+08:00
description: "A sample that can be published: one release, one block of facts, a few sentences."
tags: [Open weights]
categories: [Weekly]
---

One or two paragraphs on what this post is about. A second-level heading announces a release: name, date, vendor.

## Falcon 180B, 2023/09/06, TII

Say in your own words what it is and why it matters. The facts stand in the Chinese post's block, and need no repeating.

https://huggingface.co/blog/falcon-180b
"""

_VENDORS = """\
# Vendors that llmtimeline does not know yet, or knows differently: id -> record.
#
# some-lab:
#   name: {zh: 某实验室, en: Some Lab}
#   aliases: [SomeLab]
#   kind: lab
#   site: https://example.org/
{}
"""

_README = """\
# My LLM timeline

    llmtimeline build            # writes public/
    llmtimeline check --strict   # finds what is wrong, writes nothing

Posts live in `content/post/`, one file a language: `2023-10.zh.md`, `2023-10.en.md`. Names that the program does not
know go into `data/vendors.yaml` and `data/models.yaml`. Templates, styles and images of your own go into `templates/`
and `static/`.
"""

STARTER: dict[str, str] = {
    ".gitignore": "/public/\n/.llmtimeline/\n",
    "README.md": _README,
    "llmtimeline.yaml": _CONFIG,
    "content/_index.zh.md": "---\ntitle: 我的大模型时间线\n---\n\n按时间记下大模型的每一次发布。\n",
    "content/_index.en.md": "---\ntitle: My LLM timeline\n---\n\nEvery release of a large language model, in order.\n",
    "content/post/_index.zh.md": "---\ntitle: 更新\n---\n",
    "content/post/_index.en.md": "---\ntitle: Updates\n---\n",
    "content/post/2023-10.zh.md": _POST_ZH,
    "content/post/2023-10.en.md": _POST_EN,
    "data/vendors.yaml": _VENDORS,
}
