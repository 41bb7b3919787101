"""The dataset: JSON that its schemas hold to, CSV that no spreadsheet runs, the same bytes every time."""

import csv
import io
import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from llmtimeline.plan.data.dataset import csv_cell
from llmtimeline.plan.data.jsontext import json_file
from llmtimeline.plan.data.schemas import SCHEMAS
from llmtimeline.values.config import TimelineSettings
from llmtimeline.values.dates import PartialDate
from llmtimeline.values.facts import Benchmark, Certainty, Erratum, License, Link, Modalities, Price, Size
from llmtimeline.values.names import Names
from llmtimeline.values.places import Span
from llmtimeline.values.quantities import Bound, Known, Quantity
from llmtimeline.values.registry import Registry
from tests.unit.plan.builders import (
    Edge,
    a_claim,
    a_config,
    a_model,
    a_plan,
    a_post,
    a_registry,
    a_release,
    a_section,
    a_vendor,
    covered,
    paths_of,
    text_at,
)

ZH = a_post("post/a", "zh", [a_section("前言"), a_section("Falcon 180B，2023", "来了。")], date="2023-09-07")
EN = a_post("post/a", "en", [a_section("Falcon 180B", "It came.")], date="2023-09-07")
SPAN = Span("content/post/a.zh.md", 12, 3)
VALUES = (
    ("params", Quantity("106B (active 12B)", 106_000_000_000, "parameters", active=12_000_000_000)),
    ("tokens", Quantity("未公开", known=Known.UNDISCLOSED)),
    ("context", (Quantity("8k", 8000, "tokens", note="trained"), Quantity("32k", 32000, "tokens"))),
    ("hardware", Quantity(">4096 GPU", 4096, "gpu", high=5000.5, bound=Bound.OVER)),
    ("license", License("Falcon License", "https://x/license")),
    ("modalities", Modalities(("text", "image"), ("text",))),
    ("languages", ("zh", "en")),
    ("weights", "gated"),
    ("cutoff", PartialDate(2021, 9, approximate=True)),
    ("benchmarks", Benchmark("MMLU", "70.4", by="vendor")),
    ("price", Price(0.5, "USD", "1M tokens", "input")),
    ("rlhf", True),
)


def a_full_registry() -> Registry:
    claims = [a_claim("falcon", field, value, ZH, 1, certainty=Certainty.VENDOR_CLAIM) for field, value in VALUES]
    fact = claims[0].fact
    sizes = (Size("180B", (fact,), (Link("https://hf.co/x", "weights", "权重", SPAN),)), Size("40B"))
    edge = Edge("falcon", "falcon-40b", "upgrade", "none", SPAN)
    release = a_release(
        "falcon",
        "2023-09",
        covered(ZH, 1, 11),
        covered(EN, 0, 8),
        vendors=["tii"],
        name="Falcon 180B",
        names=Names((("zh", "猎鹰"), ("en", "Falcon"))),
        claims=(*claims, a_claim("falcon", "params", fact.value, EN, 0, size="180B")),
        summary=Names((("", "=1+1"),)),
        status=("preview",),
        sizes=sizes,
        links=(Link("https://x/paper", "paper", "", SPAN),),
        errata=(Erratum(None, "params", "18B", Names((("en", "typo"),)), SPAN),),
    )
    model = a_model(
        "falcon",
        *release.claims,
        a_claim("falcon", "code", "open"),
        releases=("falcon",),
        parents=(edge,),
        sizes=sizes,
        vendors=("tii",),
    )
    older = a_model("falcon-40b", children=(edge,), date=PartialDate(2023, 5, uncertain=True), family="falcon")
    vendor = a_vendor(
        "tii", "阿联酋技术创新研究所", "TII", kind="lab", country="AE", summary=Names((("zh", "研究所"),))
    )
    return a_registry([release], [model, older], [vendor], edges=(edge,), moved={("model", "old"): "falcon"})


CHECKED = a_plan([ZH, EN], a_full_registry(), a_config(timeline=TimelineSettings(license="CC-BY-4.0")))


def data(name: str) -> Any:
    return json.loads(text_at(CHECKED, f"data/v1/{name}"))


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_file_holds_to_its_schema(name: str) -> None:
    schema = data(f"schema/{name}.schema.json")
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == f"https://ex.org/data/v1/schema/{name}.schema.json"
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(data(f"{name}.json"))


@pytest.mark.parametrize("name", SCHEMAS)
def test_an_empty_registry_holds_to_the_schemas_too(name: str) -> None:
    checked = a_plan()
    value = json.loads(text_at(checked, f"data/v1/{name}.json"))
    Draft202012Validator(json.loads(text_at(checked, f"data/v1/schema/{name}.schema.json"))).validate(value)


def test_a_release_carries_its_places() -> None:
    (release,) = data("releases.json")
    assert release["names"] == {"zh": "猎鹰", "en": "Falcon"}
    assert (release["date"], release["vendors"], release["models"]) == ("2023-09", ["tii"], ["falcon"])
    assert release["summary"] == {"zh": "=1+1", "en": "=1+1"}
    assert release["languages"] == ["zh", "en"]
    assert release["posts"] == [
        {
            "path": "content/post/a.zh.md",
            "line": 11,
            "language": "zh",
            "url": "https://ex.org/post/a/#falcon-180b%EF%BC%8C2023",
        },
        {"path": "content/post/a.en.md", "line": 8, "language": "en", "url": "https://ex.org/en/post/a/#falcon-180b"},
    ]


@pytest.mark.parametrize(
    ("field", "record"),
    [
        ("params", {"value": 106_000_000_000, "unit": "parameters", "active": 12_000_000_000}),
        ("tokens", {"value": None, "unit": "", "known": "undisclosed"}),
        ("context", {"value": [8000, 32000], "items": [{"value": 8000, "qualifier": "trained"}, {"value": 32000}]}),
        ("hardware", {"value": 4096, "unit": "gpu", "high": 5000.5, "bound": "over"}),
        ("license", {"value": {"name": "Falcon License", "url": "https://x/license"}}),
        ("modalities", {"value": {"in": ["text", "image"], "out": ["text"]}}),
        ("languages", {"value": ["zh", "en"]}),
        (
            "weights",
            {"value": "gated", "certainty": "vendor-claim", "path": "content/post/a.zh.md", "line": 9, "column": 3},
        ),
        ("cutoff", {"value": "2021-09~"}),
        ("benchmarks", {"value": {"name": "MMLU", "score": "70.4", "by": "vendor"}}),
        ("price", {"value": {"amount": 0.5, "currency": "USD", "per": "1M tokens", "direction": "input"}}),
        ("rlhf", {"value": True}),
    ],
)
def test_a_claim_is_its_value_in_one_form(field: str, record: dict[str, Any]) -> None:
    claim = next(claim for claim in data("releases.json")[0]["claims"] if claim["field"] == field)
    assert {key: claim[key] for key in record} == record
    assert claim["url"].startswith("https://ex.org/post/a/#")


def test_the_registry_holds_all_of_it() -> None:
    registry = data("registry.json")
    assert registry["releases"] == data("releases.json")
    assert registry["models"] == data("models.json")
    assert registry["vendors"] == data("vendors.json")
    assert registry["relations"][0]["parent"] == "falcon-40b"
    assert registry["moved"] == [{"kind": "model", "from": "old", "to": "falcon"}]
    assert registry["license"] == {"name": "CC-BY-4.0", "url": ""}


@pytest.mark.parametrize("name", ["registry", "releases", "models", "vendors"])
def test_the_text_is_that_of_the_standard_library(name: str) -> None:
    text = text_at(CHECKED, f"data/v1/{name}.json")
    assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=2) + "\n"


@pytest.mark.parametrize(
    "value",
    [
        {},
        [],
        [[], {}],
        {"a": [1, 2.5, True, None, '中\n"\\\u2028']},
        "x",
        -1,
        1e300,
        {"": {"b": [{"c": []}]}},
        [[1, [2]]],
    ],
)
def test_any_json_is_written_as_the_standard_library_does(value: Any) -> None:
    assert json_file(value) == json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def test_the_table_has_one_line_a_release() -> None:
    (row,) = csv.DictReader(io.StringIO(text_at(CHECKED, "data/v1/releases.csv")))
    assert (row["id"], row["name_zh"], row["date"], row["vendors"]) == ("falcon", "猎鹰", "2023-09", "tii")
    assert (row["params"], row["context"], row["license"], row["weights"]) == (
        "106000000000",
        "8000;32000",
        "Falcon License",
        "gated",
    )
    assert (row["line"], row["summary_zh"]) == ("11", "'=1+1")


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@x", "'@x"),
        ("\tx", "'\tx"),
        ("a,b", '"a,b"'),
        ('say "hi"', '"say ""hi"""'),
        ("=a,b", '"\'=a,b"'),
        ("a\nb", '"a\nb"'),
        (None, ""),
        (3, "3"),
    ],
)
def test_a_cell_is_never_a_formula(value: object, cell: str) -> None:
    assert csv_cell(value) == cell


def test_the_dataset_can_be_moved_or_turned_off() -> None:
    assert "sets/v1/releases.json" in paths_of(a_plan(config=a_config(timeline=TimelineSettings(data="sets"))))
    paths = paths_of(a_plan(config=a_config(timeline=TimelineSettings(data=None))))
    assert not [path for path in paths if path.startswith("data")]


def test_every_text_ends_in_one_newline() -> None:
    for output in CHECKED.value.outputs:
        text = getattr(output.body, "text", "x\n")
        assert text.endswith("\n")
        assert not text.endswith("\n\n")
