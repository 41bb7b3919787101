"""Layers laid over each other, nearest first: the site, the themes it names, the built-in one."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from llmtimeline.load.folders import order_key, walk
from llmtimeline.values.config import Config
from llmtimeline.values.diagnostics import Diagnostic, Severity, diagnose
from llmtimeline.values.places import Span


@dataclass(frozen=True, slots=True)
class Layer:
    """A folder with templates/, static/, data/ and i18n/, each of them optional."""

    folder: Path
    shown: str  # before paths in diagnostics: "" for the site, "themes/x/", "<built-in>/"
    own: bool  # the site itself
    home: Path  # what symbolic links may not leave
    builtin: bool = False


def find_builtin() -> Path:
    """The built-in layer: inside the package where a wheel put it, else the checkout around the package.

    In an editable install only the checkout has these folders, so a stale copy is never found.
    """
    package = Path(__file__).resolve().parents[1]
    carried = package / "builtin"
    return carried if carried.is_dir() else package.parents[1]


def find_layers(root: Path, config: Config, found: list[Diagnostic]) -> tuple[Layer, ...]:
    """All layers of a site. A theme without templates for us adds LT006.

    That is an error in a config of ours, and a note in one of Hugo's: a site that was made for Hugo names a theme of Go
    templates, often as a module, and must build all the same, with the built-in look. LT009 tells of Go templates.
    """
    severity = Severity.ERROR if config.path.startswith("llmtimeline.") else Severity.NOTE
    layers = [Layer(root, "", own=True, home=root)]
    foreign = ["layouts/"]
    for name in config.theme:
        folder = root / "themes" / name
        has_templates = os.path.isdir(folder / "templates")
        if has_templates or any(os.path.isdir(folder / part) for part in ("static", "assets")):
            layers.append(Layer(folder, f"themes/{name}/", own=False, home=root))
        if has_templates:
            continue
        if severity is Severity.NOTE and os.path.isdir(folder / "layouts"):
            foreign.append(f"themes/{name}/layouts/")
            continue
        found.append(
            diagnose(
                "LT006",
                f"theme `{name}` has no templates for llmtimeline",
                config.place_of("theme"),
                hint="the built-in theme is used" if severity is Severity.NOTE else f"make themes/{name}/templates/",
                severity=severity,
            )
        )
    _tell_go_templates(root, foreign, found)
    builtin = find_builtin()
    # Our own site is the built-in layer with content; it must not be laid over itself.
    if builtin.resolve() != root.resolve():
        layers.append(Layer(builtin, "<built-in>/", own=False, home=builtin, builtin=True))
    return tuple(layers)


def _tell_go_templates(root: Path, folders: list[str], found: list[Diagnostic]) -> None:
    """One note for all of them; at the first, in the order of their paths."""
    paths = [
        folder + inner
        for folder in folders
        if os.path.isdir(root / folder)
        for inner, _ in walk(root / folder, root, folder, found)
    ]
    if not paths:
        return
    named = [folder for folder in folders if any(path.startswith(folder) for path in paths)]
    count = "1 template" if len(paths) == 1 else f"{len(paths)} templates"
    runs = "is a Go template" if len(paths) == 1 else "are Go templates"
    found.append(
        diagnose(
            "LT009",
            f"{count} in {' and '.join(named)} {runs} and cannot run here",
            Span(min(paths, key=order_key)),
            hint="the built-in templates are used; put Jinja ones into templates/",
        )
    )
