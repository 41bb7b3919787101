"""Everything that a site is made of, found on disk."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

from llmtimeline.load.folders import order_key, walk
from llmtimeline.load.layers import Layer, find_layers
from llmtimeline.load.reading import CONTENT_LIMIT, DATA_LIMIT, read_text
from llmtimeline.values.config import Config
from llmtimeline.values.diagnostics import Checked, Diagnostic, diagnose
from llmtimeline.values.places import Span
from llmtimeline.values.sources import Asset, ContentFile, Source, TemplateSource, Theme, Tree

T = TypeVar("T")

_MARKDOWN = (".md", ".markdown", ".mdown")
_FOREIGN = (".html", ".htm", ".adoc", ".asciidoc", ".ad", ".org", ".rst", ".pandoc", ".pdc")
_DATA_FILES = ("vendors.yaml", "models.yaml", "ids.lock")
_LINKED_WITH_DIGEST = (".css", ".js", ".mjs", ".svg", ".woff2")


def load_tree(root: Path, config: Config) -> Checked[Tree]:
    """All content, data, templates, words and static files of a site, each list sorted.

    May add LT001 to LT008. What cannot be read is left out, so that the rest can be checked.
    """
    found: list[Diagnostic] = []
    layers = find_layers(root, config.theme, config.path, found)
    content, resources = _load_content(root, config, found)
    theme = Theme(_load_templates(layers, found), _load_words(layers, found), _load_static(layers, config, found))
    return Checked(Tree(content, resources, _load_data(layers, config, found), theme), tuple(found))


def _content_folders(config: Config) -> tuple[tuple[str, str], ...]:
    """(folder, language key or "") of every content folder, the most deeply nested first so that each file has one."""
    folders = {language.content_dir: language.key for language in config.languages if language.content_dir}
    folders.setdefault(config.content_dir, "")
    return tuple(sorted(folders.items(), key=lambda item: (-item[0].count("/"), item[0])))


def _load_content(
    root: Path, config: Config, found: list[Diagnostic]
) -> tuple[tuple[ContentFile, ...], tuple[Asset, ...]]:
    files: dict[str, ContentFile] = {}
    resources: dict[str, Asset] = {}
    taken: set[str] = set()
    for folder, language in _content_folders(config):
        if not (root / folder).is_dir():
            continue
        for inner, file in walk(root / folder, root, folder + "/", found):
            path = f"{folder}/{inner}"
            if path in taken:
                continue
            taken.add(path)
            suffix = file.suffix.lower()
            if suffix in _MARKDOWN:
                text = read_text(file, path, CONTENT_LIMIT, found)
                if text is not None:
                    files[path] = ContentFile(Source(path, text), inner, language)
            elif suffix in _FOREIGN:
                found.append(
                    diagnose("LT007", f"`{suffix}` files are not read", Span(path), hint="write Markdown, as x.md")
                )
            else:
                resources[path] = Asset(inner, str(file), file.stat().st_size, language=language)
    return _by_path(files), _by_path(resources)


def _load_data(layers: Iterable[Layer], config: Config, found: list[Diagnostic]) -> tuple[Source, ...]:
    sources = []
    for layer in layers:
        if layer.shown == "<built-in>/" and not config.timeline.builtin_catalog:
            continue
        for name in _DATA_FILES:
            file = layer.folder / "data" / name
            # A lock tells what this site has published; another layer's would speak of other sites.
            if not file.is_file() or (name == "ids.lock" and not layer.own):
                continue
            shown = f"{layer.shown}data/{name}"
            text = _read_inside(layer, file, shown, found)
            if text is not None:
                sources.append(Source(shown, text, layer.own))
    return tuple(sources)


def _read_inside(layer: Layer, file: Path, shown: str, found: list[Diagnostic]) -> str | None:
    if not file.resolve().is_relative_to(layer.home.resolve()):
        found.append(
            diagnose(
                "LT003", "the symbolic link leads out of the site", Span(shown), hint="copy the file into the site"
            )
        )
        return None
    return read_text(file, shown, DATA_LIMIT, found)


def _load_templates(layers: Iterable[Layer], found: list[Diagnostic]) -> dict[str, TemplateSource]:
    """Templates by name; what a nearer layer hides stands under "!theme/" + its name, once for each layer above it."""
    templates: dict[str, TemplateSource] = {}
    for layer in layers:
        folder = layer.folder / "templates"
        if not folder.is_dir():
            continue
        for name, file in walk(folder, layer.home, f"{layer.shown}templates/", found):
            if name.startswith("i18n/"):
                continue
            text = read_text(file, f"{layer.shown}templates/{name}", DATA_LIMIT, found)
            if text is None:
                continue
            while name in templates:
                name = f"!theme/{name}"  # noqa: PLW2901 - the name grows until it is free
            templates[name] = TemplateSource(f"{layer.shown}templates/{file.relative_to(folder).as_posix()}", text)
    return dict(sorted(templates.items()))


def _load_words(layers: Iterable[Layer], found: list[Diagnostic]) -> dict[str, tuple[Source, ...]]:
    words: dict[str, list[Source]] = {}
    for layer in layers:
        for folder in ("i18n", "templates/i18n"):
            if not (layer.folder / folder).is_dir():
                continue
            for name, file in walk(layer.folder / folder, layer.home, f"{layer.shown}{folder}/", found):
                stem, _, suffix = name.rpartition(".")
                if suffix not in ("yaml", "yml") or "/" in name:
                    continue
                text = read_text(file, f"{layer.shown}{folder}/{name}", DATA_LIMIT, found)
                if text is not None:
                    words.setdefault(stem.lower(), []).append(Source(f"{layer.shown}{folder}/{name}", text, layer.own))
    return {language: tuple(sources) for language, sources in sorted(words.items())}


def _load_static(layers: Iterable[Layer], config: Config, found: list[Diagnostic]) -> tuple[Asset, ...]:
    assets: dict[str, Asset] = {}
    for layer in layers:
        # Of several folders of a site the last one wins, as in Hugo; a layer that is not the site has only static/.
        for folder in reversed(config.static_dirs) if layer.own else ("static",):
            if not (layer.folder / folder).is_dir():
                continue
            for path, file in walk(layer.folder / folder, layer.home, f"{layer.shown}{folder}/", found):
                if path not in assets:
                    digest = _digest(file) if file.suffix in _LINKED_WITH_DIGEST else ""
                    assets[path] = Asset(path, str(file), file.stat().st_size, digest)
    return _by_path(assets)


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()[:8]


def _by_path(items: dict[str, T]) -> tuple[T, ...]:
    return tuple(items[path] for path in sorted(items, key=order_key))
