"""Parameters by name."""

from __future__ import annotations

import pytest

from llmtimeline.values.params import find_param

PARAMS = {"cover": {"hidden": False, "image": "a.png"}, "author": "Ann"}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("author", "Ann"),
        ("Cover.Hidden", False),  # a value that says no is a value
        ("cover", {"hidden": False, "image": "a.png"}),
        ("cover.alt", None),
        ("author.name", None),
        ("nothing.at.all", None),
        ("", None),
    ],
)
def test_a_dotted_name_leads_into_tables_in_any_case(name: str, value: object) -> None:
    assert find_param(PARAMS, name) == value
