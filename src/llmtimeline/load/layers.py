"""Layers laid over each other, nearest first: the site, the themes it names, the built-in one."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

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


def find_layers(root: Path, themes: tuple[str, ...], config_path: str, found: list[Diagnostic]) -> tuple[Layer, ...]:
    """All layers of a site. A theme without templates for us is left out and adds LT006.

    That is an error in a config of ours, and a note in one of Hugo's: a site that was made for Hugo names a theme of Go
    templates, often as a module, and must build all the same, with the built-in look.
    """
    severity = Severity.ERROR if config_path.startswith("llmtimeline.") else Severity.NOTE
    layers = [Layer(root, "", own=True, home=root)]
    for name in themes:
        folder = root / "themes" / name
        has_templates = os.path.isdir(folder / "templates")
        if has_templates or os.path.isdir(folder / "static"):
            layers.append(Layer(folder, f"themes/{name}/", own=False, home=root))
        if has_templates:
            continue
        found.append(
            diagnose(
                "LT006",
                f"theme `{name}` has no templates for llmtimeline",
                Span(config_path),
                hint="the built-in theme is used" if severity is Severity.NOTE else f"make themes/{name}/templates/",
                severity=severity,
            )
        )
    builtin = find_builtin()
    # Our own site is the built-in layer with content; it must not be laid over itself.
    if builtin.resolve() != root.resolve():
        layers.append(Layer(builtin, "<built-in>/", own=False, home=builtin, builtin=True))
    return tuple(layers)
