"""From the words of real files to the registry: the parsers and the catalog as they are."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
import yaml

from llmtimeline.parse.catalog import parse_catalog
from llmtimeline.parse.posts import parse_post
from llmtimeline.register import register
from llmtimeline.values.diagnostics import Checked
from llmtimeline.values.posts import Post
from llmtimeline.values.registry import Catalog, Registry
from llmtimeline.values.sources import ContentFile, Source

from .builders import CONFIG, codes

ROOT = Path(__file__).parents[3]
SHARED = ROOT / "../shared"
SEEDS = {"S0": "000_5f572c36e0afaf1c.txt", "S1": "001_2f9959bcf7532035.txt"}


@cache
def built_in() -> Catalog:
    files = ("vendors.yaml", "models.yaml")
    sources = [
        Source(f"<built-in>/data/{name}", (ROOT / "data" / name).read_text("utf-8"), own=False) for name in files
    ]
    checked = parse_catalog(sources)
    assert checked.diagnostics == ()
    return checked.value


def parsed(inner: str, text: str) -> Post:
    return parse_post(ContentFile(Source(f"content/{inner}", text), inner), CONFIG).value


def read(**files: str) -> Checked[Registry]:
    """`a_zh` is content/a.zh.md."""
    posts = [parsed(name.replace("_", ".") + ".md", text.lstrip()) for name, text in files.items()]
    return register(posts, built_in(), CONFIG)


def test_the_built_in_catalog_is_sound() -> None:
    assert register([], built_in(), CONFIG).diagnostics == ()


def test_headings_block_and_labelled_lines_become_one_release() -> None:
    checked = read(
        a_zh="""
---
title: 九月
date: 2023-09-29
---

## Falcon 180B，2023年9月，TII

```release
date: 2023-09-06
params: 180B
base: falcon-40b (upgrade)
importance: 3
```

ChatGPT 之外的又一个。

https://huggingface.co/tiiuae/falcon-180B
""",
        a_en="""
---
title: September
date: 2023-09-29
---

## Falcon 180B, 2023/09/06, Technology Innovation Institute

> Parameters: 180B
> Base: Falcon 40B (upgrade)
""",
    )
    assert checked.diagnostics == ()
    (release,) = checked.value.releases.values()
    assert (release.id, release.date.edtf(), release.vendors, release.importance) == (
        "falcon-180b",
        "2023-09-06",
        ("tii",),
        3,
    )
    assert release.languages == ("zh", "en")
    assert [(c.path, c.line) for c in release.coverage] == [("content/a.zh.md", 6), ("content/a.en.md", 6)]
    made = checked.value.models["falcon-180b"]
    assert [(c.field, c.fact.origin.value) for c in made.claims] == [
        ("date", "block"),
        ("date", "heading"),
        ("date", "heading"),
        ("params", "block"),
        ("params", "line"),
    ]
    assert [(e.parent, e.relation, e.span.path) for e in made.parents] == [("falcon-40b", "upgrade", "content/a.zh.md")]
    assert [link.kind for link in release.links] == ["weights"]


def test_a_link_of_a_block_keeps_the_words_that_the_prose_has_for_it() -> None:
    checked = read(
        a_zh="""
## GPT-4，2023/03/14，OpenAI

```release
links:
  - {url: https://ex.org/论文, kind: paper}
  - {url: https://ex.org/b, kind: blog, label: 公告}
```

见[技术报告](https://ex.org/论文)和[别的](https://ex.org/b)。
"""
    )
    (release,) = checked.value.releases.values()
    wanted = [("paper", "技术报告"), ("blog", "公告")]
    assert [(link.kind, link.label) for link in release.links] == wanted
    assert [(link.kind, link.label) for link in checked.value.models["gpt-4"].links] == wanted


def test_mistakes_are_told_at_their_columns() -> None:
    checked = read(
        a_zh="""
## GPT-4, 2023/03/14, very soon, OpenIA

```release
base: gpt-33
date: 2023-04
```
"""
    )
    assert [(d.code, d.span and (d.span.line, d.span.column, d.span.width)) for d in checked.diagnostics] == [
        ("LT306", (1, 23, 9)),
        ("LT313", (1, 34, 6)),
        ("LT309", (4, 7, 6)),
        ("LT315", (5, 7, 7)),
    ]


def test_a_joined_name_with_odd_commas_and_a_status() -> None:
    checked = read(
        a_zh="""
## ChatGPT/GPT-3.5，2022/11/30，公测， OpenAI

## MT-NLG 530B 发布，2021年10月，Microsoft & NVIDIA

## Segmenting（SAM），2023/04/05，Facebook
"""
    )
    assert checked.diagnostics == ()
    releases = checked.value.releases
    assert [(r.id, r.models, r.vendors, r.status) for r in releases.values()] == [
        ("sam", ("sam",), ("meta",), ()),
        ("chatgpt", ("chatgpt", "gpt-3.5"), ("openai",), ("open-beta",)),
        ("mt-nlg-530b", ("mt-nlg-530b",), ("microsoft", "nvidia"), ()),
    ]


def test_our_own_posts_are_registered_without_a_warning() -> None:
    folder = ROOT / "content"
    posts = [parsed(p.relative_to(folder).as_posix(), p.read_text("utf-8")) for p in sorted(folder.rglob("*.md"))]
    checked = register(posts, built_in(), CONFIG)
    assert [d for d in checked.diagnostics if d.severity != "note"] == []
    assert all(release.languages == ("zh", "en") for release in checked.value.releases.values())
    assert all(release.importance for release in checked.value.releases.values())


@pytest.fixture(scope="module")
def seeds() -> Checked[Registry]:
    folder = SHARED / "input/seeds"
    if not folder.is_dir():
        pytest.skip("the seed posts are not at hand")
    posts = [parsed(f"{key}.zh.md", (folder / name).read_text("utf-8")) for key, name in SEEDS.items()]
    return register(posts, built_in(), CONFIG)


def test_every_seed_heading_comes_out_as_the_specification_says(seeds: Checked[Registry]) -> None:
    text = (SHARED / "registry/headings.md").read_text("utf-8")
    rows = yaml.load(text.rpartition("```yaml")[2].partition("```")[0], Loader=yaml.BaseLoader)
    found = {f"{c.post.id}:{c.line}": r for r in seeds.value.releases.values() for c in r.coverage}
    assert set(found) == {row["src"] for row in rows if row.get("release") != "false"}
    for row in rows:
        if row.get("release") == "false":
            continue
        release = found[row["src"]]
        assert (release.name, release.date.edtf(), list(release.vendors)) == (row["name"], row["date"], row["vendors"])
        assert list(release.status) == row.get("status", [])
        assert release.tagline.of("zh") == row.get("tagline", "")
        models = row.get("models") or [row.get("model", release.models[0])]
        assert list(release.models) == models


def test_the_seeds_known_misspellings_are_told_and_nothing_else(seeds: Checked[Registry]) -> None:
    assert codes(seeds.diagnostics) == ["LT313", "LT313"]
    assert [d.message.partition(" in ")[0] for d in seeds.diagnostics] == ["`ChatGTP 4`", "`Quaro`"]


def test_plugins_and_function_calls_are_features(seeds: Checked[Registry]) -> None:
    for identity in ("chatgpt-multimodal", "chatgpt-function-calling", "chatgpt-plugins"):
        assert seeds.value.models[identity].kind == "feature"


def test_mistakes_in_the_catalog_are_told_at_the_values_that_have_them() -> None:
    vendors = """\
acme:
  name: {zh: 极致, en: Acme}
  aliases: [ACME Labs, Same]
beta:
  name: Beta
  former:
    - ~
    - same
  parent: nobody
"""
    models = """\
one:
  name: One
  vendors: [acme, acmee]
  family: none-such
"""
    sources = [Source("data/vendors.yaml", vendors), Source("data/models.yaml", models)]
    checked = register([], parse_catalog(sources).value, CONFIG)
    assert [(d.code, d.span and (d.span.path, d.span.line, d.span.column)) for d in checked.diagnostics] == [
        ("LT309", ("data/models.yaml", 3, 19)),
        ("LT309", ("data/models.yaml", 4, 11)),
        ("LT308", ("data/vendors.yaml", 8, 7)),
        ("LT309", ("data/vendors.yaml", 9, 11)),
    ]
