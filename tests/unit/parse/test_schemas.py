"""The JSON Schemas for editors say what the parser says. UPDATE=1 writes them anew after a change of the tables."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from llmtimeline.parse.schemas import Schema, config_schema, front_matter_schema, models_schema, vendors_schema

ROOT = Path(__file__).parents[3]
SHARED = ROOT / "../shared"
FILES: dict[str, Callable[[], Schema]] = {
    "vendors": vendors_schema,
    "models": models_schema,
    "config": config_schema,
    "front-matter": front_matter_schema,
}


@pytest.mark.parametrize("name", FILES)
def test_the_schema_file_is_what_the_tables_give(name: str) -> None:
    path = ROOT / f"data/schema/{name}.schema.json"
    text = json.dumps(FILES[name](), ensure_ascii=False, indent=2) + "\n"
    if os.environ.get("UPDATE"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
    assert path.read_text("utf-8") == text


@pytest.mark.parametrize("name", FILES)
def test_each_schema_is_a_schema(name: str) -> None:
    Draft202012Validator.check_schema(FILES[name]())


def mistakes(name: str, document: Any) -> list[str]:
    return [
        f"{error.json_path}: {error.message}" for error in Draft202012Validator(FILES[name]()).iter_errors(document)
    ]


@pytest.mark.parametrize("name", ["vendors", "models"])
def test_the_built_in_data_fits_its_schema(name: str) -> None:
    document = yaml.safe_load((ROOT / f"data/{name}.yaml").read_text("utf-8"))
    assert mistakes(name, document) == []


def test_the_config_of_the_site_to_take_over_fits() -> None:
    path = SHARED / "input/llmupdate/hugo.yaml"
    if not path.exists():
        pytest.skip("the shared input is not here")
    document = yaml.safe_load(path.read_text("utf-8"))
    assert [line for line in mistakes("config", document) if "hidemeta" not in line] == []


@pytest.mark.parametrize(
    ("name", "document"),
    [
        ("vendors", {"tii": {"name": "TII", "kind": "firm"}}),
        ("vendors", {"tii": {"kind": "lab"}}),
        ("vendors", {"T II": {"name": "TII"}}),
        ("vendors", {"tii": {"name": "TII", "sites": "x"}}),
        ("models", {"falcon": {"name": "Falcon", "weights": "opened"}}),
        ("models", {"falcon": {"name": "Falcon", "kind": "modell"}}),
        ("config", {"buildDraft": True}),
        ("config", {"languages": {"zh": {"weigth": 1}}}),
        ("config", {"timeline": {"models": 1}}),
        ("front-matter", {"draft": "flase"}),
        ("front-matter", {"cover": {"heigth": 1}}),
    ],
)
def test_what_the_parser_refuses_the_schema_refuses(name: str, document: Any) -> None:
    assert mistakes(name, document)


@pytest.mark.parametrize(
    ("name", "document"),
    [
        ("vendors", {"智谱": {"name": {"zh": "智谱", "en": "Zhipu"}, "aliases": "GLM", "github": ["THUDM", 7]}}),
        ("models", {"falcon": {"name": "Falcon", "params": ["7B", 40], "weights": "open (since May)", "data": "open"}}),
        ("models", {"falcon": {"name": "F", "params": {"value": "1T", "certainty": "rumoured"}, "date": 2023}}),
        ("config", {"title": "x", "timeline": {"models": False}, "params": {"mine": {"x": 1}}, "menus": {"main": []}}),
        ("front-matter", {"title": 2023, "tags": "one", "mine": 1, "build": {"render": "link"}}),
    ],
)
def test_what_the_parser_takes_the_schema_takes(name: str, document: Any) -> None:
    assert mistakes(name, document) == []
