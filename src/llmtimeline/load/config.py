"""The config files of a site: one at its root, and those below config/."""

from __future__ import annotations

import os
from pathlib import Path

from llmtimeline.load.folders import order_key, real_path, walk
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
_SUFFIXES = (".toml", ".yaml", ".yml", ".json")


def find_config(root: Path, environment: str = "production") -> Checked[tuple[Source, ...]]:
    """The site's config files, each to be laid over those before it: the one at the root, then what stands in
    config/_default/, then in config/ENVIRONMENT/, as Hugo has them.

    Empty with LT005 when there is none, with LT001 to LT004 when none can be read.
    """
    try:
        present = set(os.listdir(root))
    except OSError as error:
        why = "no folder" if isinstance(error, FileNotFoundError | NotADirectoryError) else "cannot read the folder"
        return Checked((), (diagnose("LT005", f"{why} `{root}`", hint="name the site's root with --source"),))
    found: list[Diagnostic] = []
    files: dict[str, Path | None] = {}
    name = next((name for name in CONFIG_NAMES if name in present), None)
    if name is not None:
        files[name] = real_path(root / name, root, name, found)
    for folder in dict.fromkeys(("_default", environment)):
        files.update(_files_in(root, f"config/{folder}/", found))
    if not files and not found:
        hint = "write llmtimeline.yaml, or make a site with `llmtimeline new site DIR`"
        return Checked((), (diagnose("LT005", f"no config file in `{root}`", hint=hint),))
    texts = ((path, read_text(file, path, DATA_LIMIT, found)) for path, file in files.items() if file is not None)
    return Checked(tuple(Source(path, text) for path, text in texts if text is not None), tuple(found))


def _files_in(root: Path, folder: str, found: list[Diagnostic]) -> dict[str, Path]:
    if not os.path.isdir(root / folder):
        return {}
    files = {
        folder + inner: file
        for inner, file in walk(root / folder, root, folder, found)
        if os.path.splitext(inner)[1].lower() in _SUFFIXES
    }
    return dict(sorted(files.items(), key=lambda item: order_key(item[0])))
