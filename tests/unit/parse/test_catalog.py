"""The catalog: data files in layers, and the lock of ids."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmtimeline.parse.catalog import parse_catalog
from llmtimeline.values.dates import PartialDate
from llmtimeline.values.diagnostics import Checked
from llmtimeline.values.facts import BaseRef, License, Origin
from llmtimeline.values.names import Names
from llmtimeline.values.places import Span
from llmtimeline.values.quantities import Quantity
from llmtimeline.values.registry import Catalog, CatalogModel, LockedId, Vendor
from llmtimeline.values.sources import Source

ROOT = Path(__file__).parents[3]


def parse(*, vendors: str = "", models: str = "", lock: str | None = None) -> Checked[Catalog]:
    sources = [Source("data/vendors.yaml", vendors), Source("data/models.yaml", models)]
    return parse_catalog(sources if lock is None else [*sources, Source("data/ids.lock", lock)])


def told(found: Checked[Catalog]) -> list[str]:
    return [f"{d.code} {d.span.line}:{d.span.column} {d.message}" for d in found.diagnostics if d.span]


# Vendors


def test_a_vendor_arrives_whole() -> None:
    found = parse(
        vendors="meta:\n  name: {zh: 元, en: Meta}\n  aliases: [Meta AI]\n  former: Facebook\n  typos: [Mata]\n"
        "  kind: company\n  parent: holding\n  country: us\n  site: https://meta.com\n  github: [fb, 7]\n"
        "  huggingface: [meta-llama]\n  summary: One line.\n"
    )
    assert found == Checked(
        Catalog(
            vendors=(
                Vendor(
                    "meta",
                    Names((("zh", "元"), ("en", "Meta"))),
                    Span("data/vendors.yaml", 1, 1, 4),
                    ("Meta AI",),
                    ("Facebook",),
                    ("Mata",),
                    "company",
                    "holding",
                    "US",
                    "https://meta.com",
                    ("fb", "7"),
                    ("meta-llama",),
                    Names((("", "One line."),)),
                ),
            )
        )
    )


@pytest.mark.parametrize("text", ["", "# none yet\n", "{}"])
def test_data_files_may_be_empty(text: str) -> None:
    assert parse(vendors=text, models=text) == Checked(Catalog())


@pytest.mark.parametrize(
    ("text", "finding", "hint"),
    [
        ("- tii", "LT104 1:1 vendors.yaml is a list, not a mapping", "write one `id:` for each"),
        ("tii: TII", "LT104 1:6 a vendor is a value, not a mapping", "write `key: value`"),
        ("tii:", "LT118 1:1 `name` is missing", "name: what it is called"),
        ("tii: {kind: lab}", "LT118 1:1 `name` is missing", "name: what it is called"),
        ("Open AI: {name: x}", "LT106 1:1 `Open AI` is no id", "write `open-ai`"),
        ("a_b: {name: x}", "LT106 1:1 `a_b` is no id", "write `a-b`"),
        ("'-x': {name: x}", "LT106 1:1 `-x` is no id", "write `x`"),
        ("'!': {name: x}", "LT106 1:1 `!` is no id", "ids are lower-case"),
        ("tii: {name: x, alises: [y]}", "LT105 1:16 unknown key `tii.alises`", "did you mean `aliases`?"),
        ("tii: {name: x, url: y}", "LT105 1:16 unknown key `tii.url`", "did you mean `site`?"),
        ("tii: {name: x, zzz: y}", "LT105 1:16 unknown key `tii.zzz`", "a vendor takes `name`, `aliases`"),
        ("tii: {name: x, kind: firm}", "LT108 1:22 `kind` knows no `firm`", "it takes `company`"),
        ("tii: {name: x, country: China}", "LT108 1:25 `China` is no country code", "write its two letters"),
        ("tii: {name: x, site: 'javascript:x'}", "LT113 1:22 `javascript:x` is no address that may", "write an https"),
        ("tii: {name: [x]}", "LT106 1:13 `name` takes a text, or {zh: …, en: …}, not a list", "write"),
        ("tii: {name: x, aliases: {a: b}}", "LT106 1:25 `aliases` takes a list of texts, not a mapping", "write"),
        ("tii: {name: x}\ntii: {name: y}", "LT102 2:1 key `tii` stands in line 1 and in line 2", "take one"),
    ],
)
def test_mistakes_in_vendors_have_their_place_and_a_hint(text: str, finding: str, hint: str) -> None:
    found = parse(vendors=text)
    assert [line[: len(finding)] for line in told(found)] == [finding]
    assert found.diagnostics[0].hint.startswith(hint)


@pytest.mark.parametrize("name", ["falcon-180b", "gpt-3.5", "智谱", "o1", "vendor--name", "qwen2.5-72b", "हिन्दी"])
def test_ids_are_letters_digits_dots_and_hyphens_of_any_script(name: str) -> None:
    found = parse(vendors=f"{name}: {{name: x}}")
    assert found.diagnostics == ()
    assert found.value.vendors[0].id == name


# Models


def test_a_model_arrives_whole() -> None:
    found = parse(
        models="falcon:\n  name: Falcon\n  aliases: [F]\n  kind: family\n  family: birds\n  vendors: [tii, 智谱]\n"
        "  date: '2023-05'\n  base: [gpt-3 (variant)]\n  sizes: [7B, {name: 40B, license: Apache-2.0}]\n"
        "  links: [{url: 'https://github.com/a/b', kind: repo}]\n  params: 180B\n  许可: MIT\n  summary: {zh: 甲}\n"
    )
    assert found.diagnostics == ()
    (model,) = found.value.models
    assert (model.id, model.names.of("en"), model.kind, model.family) == ("falcon", "Falcon", "family", "birds")
    assert (model.aliases, model.vendors, model.date) == (("F",), ("tii", "智谱"), PartialDate(2023, 5))
    assert model.bases == (BaseRef("gpt-3", "variant", Span("data/models.yaml", 8, 10, 15), Origin.CATALOG),)
    assert [size.name for size in model.sizes] == ["7B", "40B"]
    assert [(link.url, link.kind) for link in model.links] == [("https://github.com/a/b", "repo")]
    assert [(fact.field, fact.origin, fact.span.line) for fact in model.facts] == [
        ("params", Origin.CATALOG, 11),
        ("license", Origin.CATALOG, 12),
    ]
    assert isinstance(model.facts[0].value, Quantity)
    assert model.facts[0].value.amount == 180_000_000_000
    assert model.facts[1].value == License("MIT")
    assert model.summary == Names((("zh", "甲"),))


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("a: {name: x, params: many}", "LT114 1:22 cannot read the quantity `many`"),
        ("a: {name: x, weights: opened}", "LT108 1:23 `weights` knows no `opened`"),
        ("a: {name: x, parmas: 7B}", "LT105 1:14 unknown key `a.parmas`"),
        ("a: {name: x, date: '2023-13'}", "LT107 1:20 "),
        ("a: {name: x, date: soon}", "LT107 1:20 "),
        ("a: {name: x, base: [[y]]}", "LT106 1:21 "),
        ("a: {name: x, base: y (cousin)}", "LT108 1:23 `base` knows no `cousin`"),
        ("a: {name: x, kind: modell}", "LT108 1:20 `kind` knows no `modell`"),
        ("a: {name: x, links: ['javascript:y']}", "LT113 1:22 "),
        ("a: {name: x, vendors: {b: c}}", "LT106 1:23 `vendors` takes a list of texts, not a mapping"),
    ],
)
def test_mistakes_in_models_have_their_place_and_the_record_stands(text: str, finding: str) -> None:
    found = parse(models=text)
    assert [line[: len(finding)] for line in told(found)] == [finding]
    assert [model.id for model in found.value.models] == ["a"]


# Layers


def test_a_nearer_record_hides_one_of_the_same_id() -> None:
    found = parse_catalog(
        [
            Source("data/vendors.yaml", "b: {name: mine}\nc: {name: c}\n"),
            Source("<theme>/data/vendors.yaml", "b: {name: theme, zzz: hidden}\na: {name: a}\n", own=False),
            Source("<built-in>/data/vendors.yaml", "a: {name: hidden}\nd: {name: d}\n", own=False),
            Source("<built-in>/data/models.yaml", "b: {name: model}\n", own=False),
        ]
    )
    assert found.diagnostics == ()
    assert [(v.id, v.names.of("en"), v.own) for v in found.value.vendors] == [
        ("b", "mine", True),
        ("c", "c", True),
        ("a", "a", False),
        ("d", "d", False),
    ]
    assert [(m.id, m.own) for m in found.value.models] == [("b", False)]


# The lock


def test_a_lock_holds_ids_and_where_the_moved_ones_went() -> None:
    lock = "# ids\nvendor tii\n\n  model 通义千问   # c\nmodel old-one -> falcon-180b\nrelease gpt-4@update\n"
    found = parse(lock=lock)
    assert found.diagnostics == ()
    assert found.value.locked == (
        LockedId("vendor", "tii", Span("data/ids.lock", 2, 8, 3)),
        LockedId("model", "通义千问", Span("data/ids.lock", 4, 9, 4)),
        LockedId("model", "old-one", Span("data/ids.lock", 5, 7, 7), "falcon-180b"),
        LockedId("release", "gpt-4@update", Span("data/ids.lock", 6, 9, 12)),
    )


def test_no_lock_is_not_an_empty_lock() -> None:
    assert parse().value.locked is None
    assert parse(lock="").value.locked == ()


@pytest.mark.parametrize(
    ("line", "finding"),
    [
        ("tii", "LT106 2:1 `tii` names no id"),
        ("model a b", "LT106 2:1 `model a b` names no id"),
        ("  model a ->", "LT106 2:3 `model a ->` names no id"),
        ("model -> b", "LT106 2:1 `model -> b` names no id"),
        ("<<<<<<< ours", "LT108 2:1 `<<<<<<<` is no kind of id"),
        ("modle a", "LT108 2:1 `modle` is no kind of id"),
        ("vendor tii", "LT102 2:8 `vendor tii` stands twice"),
    ],
)
def test_a_line_that_locks_nothing_is_told(line: str, finding: str) -> None:
    found = parse(lock=f"vendor tii\n{line}\n")
    assert told(found) == [finding]
    assert [locked.id for locked in found.value.locked or ()] == ["tii"]


# All of it


def test_the_built_in_catalog_has_no_findings_and_is_read_quickly() -> None:
    sources = [
        Source(f"data/{name}.yaml", (ROOT / f"data/{name}.yaml").read_text("utf-8")) for name in ("vendors", "models")
    ]
    before = time.process_time()
    found = parse_catalog(sources)
    assert time.process_time() - before < 0.5  # some 0.03 s; the rest is patience with slow machines
    assert found.diagnostics == ()
    assert len(found.value.vendors) >= 50
    assert all(isinstance(model, CatalogModel) and model.names.all() for model in found.value.models)


LINES = st.lists(
    st.sampled_from(
        [
            *("a:", "a: {name: x}", "  name: x", "  aliases: [~, 1, [y]]", "  base: ()", "  sizes: [{}]"),
            *("  links: [{url: }]", "  date: 9999999999", "  params: [1e999, ~]", "  price: {}", "  benchmarks: [[]]"),
            *("b: [1]", "- c", "  license: {name: []}", "  modalities: {in: 1}", "  languages: [[a]]", "  kind: [x]"),
        ]
    )
    | st.text(max_size=12),
    max_size=8,
).map("\n".join)


@given(LINES)
def test_no_data_file_makes_a_traceback(text: str) -> None:
    for found in (parse(vendors=text), parse(models=text), parse(lock=text)):
        lines = text.split("\n")
        for finding in found.diagnostics:
            assert finding.span is not None
            assert 1 <= finding.span.line <= len(lines)
