"""The promise of the dataset: what its form is cannot change without a word in the changelog."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from llmtimeline.plan.data.contract import CONTRACTS, CURRENT, digest_of
from llmtimeline.plan.data.schemas import SCHEMAS
from tests.unit.plan.builders import a_plan, a_post, view_at

WORDS = Path(__file__).parents[4] / "templates" / "i18n"


def test_the_schemas_are_those_of_the_newest_version() -> None:
    changed = (
        "the schemas of the dataset have changed: add a row with this digest to plan/data/contract.py, and what has "
        f"changed to templates/i18n/*.yaml as contract_<version>: {digest_of(SCHEMAS)}"
    )
    assert CONTRACTS[0].digest == digest_of(SCHEMAS), changed


def test_versions_only_grow_within_v1() -> None:
    versions = [tuple(map(int, contract.version.split("."))) for contract in CONTRACTS]
    assert versions == sorted(set(versions), reverse=True)
    assert {version[0] for version in versions} == {1}
    assert all(re.fullmatch("[0-9a-f]{16}", contract.digest) for contract in CONTRACTS)


def test_every_version_is_told_in_both_languages() -> None:
    for language in ("zh", "en"):
        words = yaml.safe_load((WORDS / f"{language}.yaml").read_text("utf-8"))
        keys = {f"contract_{contract.version.replace('.', '_')}" for contract in CONTRACTS}
        assert {key for key in words if key.startswith("contract_")} == keys


def test_the_changelog_stands_beside_the_data() -> None:
    view = view_at(a_plan([a_post("post/a")]), "data/v1/CHANGELOG.md")
    assert (view.versions[0], view.languages) == (CURRENT, ("zh", "en"))
