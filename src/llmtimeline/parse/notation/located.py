"""The door to documents in which everything has its place: YAML, TOML and JSON."""

from __future__ import annotations

from llmtimeline.parse.notation.documents import BLOCK_LIMITS, FILE_LIMITS, Limits
from llmtimeline.parse.notation.yaml_notation import parse_yaml
from llmtimeline.values.diagnostics import Checked
from llmtimeline.values.located import Node

__all__ = ["BLOCK_LIMITS", "FILE_LIMITS", "Limits", "parse_json", "parse_toml", "parse_yaml"]

# TOML and JSON are rare in sites; their readers are imported when the first such text comes.


def parse_toml(
    text: str, *, path: str, first_line: int = 1, first_column: int = 1, limits: Limits = BLOCK_LIMITS
) -> Checked[Node | None]:
    """As parse_yaml, for TOML. A key given twice is LT101, as the notation has it."""
    from llmtimeline.parse.notation.toml_notation import parse_toml as parse

    return parse(text, path=path, first_line=first_line, first_column=first_column, limits=limits)


def parse_json(
    text: str, *, path: str, first_line: int = 1, first_column: int = 1, limits: Limits = BLOCK_LIMITS
) -> Checked[Node | None]:
    """As parse_yaml, for JSON."""
    from llmtimeline.parse.notation.json_notation import parse_json as parse

    return parse(text, path=path, first_line=first_line, first_column=first_column, limits=limits)
