"""CITATION.cff and DCAT: valid, dated by the posts, and the same every time."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from typing import Any

import yaml

from llmtimeline.values.config import TimelineSettings
from tests.unit.plan.builders import (
    EN,
    ZH,
    a_config,
    a_date,
    a_plan,
    a_post,
    a_registry,
    a_release,
    a_section,
    covered,
    output_at,
    text_at,
)

POST = a_post("post/a", "zh", [a_section("GPT-4")], date="2023-09-07", lastmod=a_date("2023-10-15"))
TOLD = a_registry([a_release("gpt-4", "2023-03-14", covered(POST)), a_release("gpt-3", "2020", covered(POST))])
LICENSED = TimelineSettings(license="CC-BY-4.0", license_url="https://creativecommons.org/licenses/by/4.0/")


def cited(**settings: Any) -> Any:
    languages = settings.pop("languages", (ZH, EN))
    return yaml.safe_load(text_at(a_plan([POST], TOLD, a_config(*languages, **settings)), "data/v1/CITATION.cff"))


def test_the_citation_has_what_its_version_asks_for() -> None:
    found = cited(timeline=LICENSED)
    assert found == {
        "cff-version": "1.2.0",
        "message": "If you use this data, please cite it as below.",
        "type": "dataset",
        "title": "大模型时间线",
        "version": "1.1.0+20231015",
        "date-released": "2023-10-15",
        "url": "https://ex.org/data/",
        "repository-artifact": "https://ex.org/data/v1/registry.json",
        "license": "CC-BY-4.0",
        "license-url": "https://creativecommons.org/licenses/by/4.0/",
        "authors": [{"name": "大模型时间线"}],
    }


def test_what_a_citation_may_not_hold_is_left_out() -> None:
    hostile = replace(ZH, title='a: "b" # c\n- d\x00\x85', params={"author": ("李", 'x"\n'), "description": "# x: y"})
    found = cited(languages=(hostile,), timeline=TimelineSettings(license="Our own terms"))
    assert found["title"] == 'a: "b" # c - d'
    assert found["abstract"] == "# x: y"
    assert found["authors"] == [{"name": '李, x"'}]
    assert "license" not in found


def test_without_a_dated_post_it_has_no_date() -> None:
    found = yaml.safe_load(text_at(a_plan([a_post("post/a")]), "data/v1/CITATION.cff"))
    assert "date-released" not in found
    assert found["version"] == "1.1.0"
    assert json.loads(text_at(a_plan(), "data/v1/registry.json"))["date"] == ""


def test_catalogs_learn_sizes_and_checksums() -> None:
    checked = a_plan([POST], TOLD, a_config(timeline=LICENSED))
    record = json.loads(text_at(checked, "data/v1/dcat.jsonld"))
    assert (record["@type"], record["dct:modified"], record["dcat:version"]) == ("dcat:Dataset", "2023-10-15", "1.1.0")
    assert record["dct:temporal"] == {
        "@type": "dct:PeriodOfTime",
        "dcat:startDate": "2020-01-01",
        "dcat:endDate": "2023-03-14",
    }
    for part in record["dcat:distribution"]:
        name = part["dct:title"]
        content = text_at(checked, f"data/v1/{name}").encode()
        assert part["dcat:byteSize"] == len(content)
        assert part["spdx:checksum"]["spdx:checksumValue"] == hashlib.sha256(content).hexdigest()
        assert part["dcat:downloadURL"]["@id"] == f"https://ex.org/data/v1/{name}"
    assert len(record["dcat:distribution"]) == 6


def test_the_registry_names_its_form_and_its_day() -> None:
    registry = json.loads(text_at(a_plan([POST], TOLD), "data/v1/registry.json"))
    assert (registry["version"], registry["contract"], registry["date"]) == ("v1", "1.1.0", "2023-10-15")


def test_the_table_for_excel_is_the_same_with_a_mark_and_other_line_ends() -> None:
    checked = a_plan([POST], TOLD)
    plain, excel = (text_at(checked, f"data/v1/releases.{end}") for end in ("csv", "excel.csv"))
    assert excel[0] == "\ufeff"
    assert excel[1:].replace("\r\n", "\n") == plain


def test_search_engines_learn_of_version_day_and_span() -> None:
    view: Any = output_at(a_plan([POST], TOLD), "data/index.html").body
    thing = next(thing for thing in view.view.json_ld if thing["@type"] == "Dataset")
    assert (thing["version"], thing["dateModified"]) == ("1.1.0", "2023-10-15")
    assert thing["temporalCoverage"] == "2020/2023-03-14"
    assert len(thing["distribution"]) == 6
