"""The config file of a site."""

from __future__ import annotations

import os
from pathlib import Path

from llmtimeline.load.folders import real_path
from llmtimeline.load.reading import DATA_LIMIT, read_text
from llmtimeline.values.diagnostics import Checked, Diagnostic, diagnose
from llmtimeline.values.sources import Source

# Ours first, then the names that Hugo has had, in the order in which Hugo looks for them.
CONFIG_NAMES = (
    "llmtimeline.yaml",
    "llmtimeline.yml",
    "llmtimeline.toml",
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
    """The site's config file. None with LT005 when there is none, with LT001 to LT004 when it cannot be read."""
    try:
        present = set(os.listdir(root))
    except OSError as error:
        why = "no folder" if isinstance(error, FileNotFoundError | NotADirectoryError) else "cannot read the folder"
        return Checked(None, (diagnose("LT005", f"{why} `{root}`", hint="name the site's root with --source"),))
    name = next((name for name in CONFIG_NAMES if name in present), None)
    if name is None:
        hint = "write llmtimeline.yaml, or make a site with `llmtimeline new site DIR`"
        return Checked(None, (diagnose("LT005", f"no config file in `{root}`", hint=hint),))
    found: list[Diagnostic] = []
    file = real_path(root / name, root, name, found)
    text = read_text(file, name, DATA_LIMIT, found) if file is not None else None
    return Checked(None if text is None else Source(name, text), tuple(found))
