"""The config file of a site."""

from __future__ import annotations

from pathlib import Path

from llmtimeline.load.reading import DATA_LIMIT, read_text
from llmtimeline.values.diagnostics import Checked, Diagnostic, diagnose
from llmtimeline.values.sources import Source

# Ours first, then the names that Hugo has had, in the order in which Hugo looks for them.
CONFIG_NAMES = (
    "llmtimeline.yaml",
    "llmtimeline.yml",
    "hugo.toml",
    "hugo.yaml",
    "hugo.yml",
    "hugo.json",
    "config.toml",
    "config.yaml",
    "config.yml",
    "config.json",
)


def find_config(root: Path) -> Checked[Source | None]:
    """The site's config file. None with LT005 when there is none, with LT001, LT002 or LT004 when it cannot be read."""
    for name in CONFIG_NAMES:
        file = root / name
        if not file.is_file():
            continue
        found: list[Diagnostic] = []
        text = read_text(file, name, DATA_LIMIT, found)
        return Checked(None if text is None else Source(name, text), tuple(found))
    message = f"no config file in `{root}`" if root.is_dir() else f"no folder `{root}`"
    hint = "write llmtimeline.yaml, or make a site with `llmtimeline new site DIR`"
    return Checked(None, (diagnose("LT005", message, hint=hint),))
