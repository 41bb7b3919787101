"""The archetype that a new post begins with: the nearest one of the site, its themes and the built-in layer."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from llmtimeline.load.folders import order_key, real_path, walk
from llmtimeline.load.layers import find_builtin
from llmtimeline.load.reading import DATA_LIMIT, read_text, size
from llmtimeline.values.archetypes import Archetype
from llmtimeline.values.codes import Severity
from llmtimeline.values.diagnostics import Checked, Diagnostic, diagnose
from llmtimeline.values.sources import MARKDOWN_SUFFIXES, Asset, Source

_FOLDER = "archetypes"


@dataclass(frozen=True, slots=True)
class _Layer:
    folder: Path  # the archetypes of one layer
    shown: str  # before paths: "archetypes/"
    home: Path  # what symbolic links may not leave


def find_archetype(
    root: Path, themes: tuple[str, ...], kind: str, section: str, *, folders: bool
) -> Checked[Archetype | None]:
    """The archetype of a kind, else of a section, else the default one. A name counts more than a layer, as in Hugo.

    With `folders`, and always for a kind, a folder with an index may be one too. May add LT001 to LT004, with None when
    the archetype that counts cannot be read, and LT401 for a kind that nobody has.
    """
    found: list[Diagnostic] = []
    layers = tuple(_layers(root, themes))
    for name in dict.fromkeys(name for name in (kind or section, "default") if _is_name(name)):
        for layer in layers:
            if (folders or name == kind) and _has_index(layer.folder / name):
                return Checked(_read_folder(name, layer, found), tuple(found))
            if (layer.folder / f"{name}.md").is_file():
                return Checked(_read_file(name, layer, found), (*_other_kind(kind, name), *found))
    raise FileNotFoundError("the built-in archetype")  # it is part of the program


def _layers(root: Path, themes: tuple[str, ...]) -> Iterator[_Layer]:
    yield _Layer(root / _FOLDER, f"{_FOLDER}/", root)
    for name in themes:
        yield _Layer(root / "themes" / name / _FOLDER, f"themes/{name}/{_FOLDER}/", root)
    builtin = find_builtin()
    yield _Layer(builtin / _FOLDER, f"<built-in>/{_FOLDER}/", builtin)


def _is_name(name: str) -> bool:
    return bool(name) and not name.startswith(".") and "/" not in name and "\\" not in name and name.isprintable()


def _other_kind(kind: str, name: str) -> tuple[Diagnostic, ...]:
    if not kind or kind == name:
        return ()
    hint = f"the archetype `{name}` was used"
    return (diagnose("LT401", f"there is no archetype `{kind}`", hint=hint, severity=Severity.WARNING),)


def _has_index(folder: Path) -> bool:
    """Whether a folder makes a bundle: it has `index.md`, maybe with a language in its name."""
    try:
        return any(_is_index(name) for name in os.listdir(folder))
    except OSError:
        return False


def _is_index(name: str) -> bool:
    return name.lower().endswith(MARKDOWN_SUFFIXES) and name.partition(".")[0] == "index"


def _read_file(name: str, layer: _Layer, found: list[Diagnostic]) -> Archetype | None:
    shown = f"{layer.shown}{name}.md"
    file = real_path(layer.folder / f"{name}.md", layer.home, shown, found)
    text = read_text(file, shown, DATA_LIMIT, found) if file is not None else None
    return None if text is None else Archetype(name, (("", Source(shown, text)),))


def _read_folder(name: str, layer: _Layer, found: list[Diagnostic]) -> Archetype | None:
    pages: list[tuple[str, Source]] = []
    files: list[Asset] = []
    inside = f"{layer.shown}{name}/"
    for path, file in sorted(walk(layer.folder / name, layer.home, inside, found), key=lambda item: order_key(item[0])):
        if path.lower().endswith(MARKDOWN_SUFFIXES):
            text = read_text(file, inside + path, DATA_LIMIT, found)
            if text is not None:
                pages.append((path, Source(inside + path, text)))
        else:
            length = size(file, inside + path, found)
            if length is not None:
                files.append(Asset(path, str(file), length))
    unread = any(finding.severity is Severity.ERROR for finding in found)
    return None if unread else Archetype(name, tuple(pages), tuple(files), is_folder=True)
