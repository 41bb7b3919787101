"""Everything that a site is made of, found on disk."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from llmtimeline.load.active import is_active
from llmtimeline.load.archetypes import load_archetypes
from llmtimeline.load.drawing import find_drawing
from llmtimeline.load.folders import HIDDEN_BUT_PUBLIC, order_key, real_path, walk
from llmtimeline.load.git import commit_dates
from llmtimeline.load.layers import Layer, find_layers
from llmtimeline.load.pictures import is_picture, read_picture
from llmtimeline.load.reading import CONTENT_LIMIT, DATA_LIMIT, digest, read_text, size
from llmtimeline.values.config import Config
from llmtimeline.values.diagnostics import Checked, Diagnostic, diagnose
from llmtimeline.values.places import Span
from llmtimeline.values.sources import (
    EXTRA_SHEETS,
    MARKDOWN_SUFFIXES,
    Asset,
    ContentFile,
    Source,
    TemplateSource,
    Theme,
    Tree,
)

T = TypeVar("T")

_FOREIGN = (".html", ".htm", ".adoc", ".asciidoc", ".ad", ".org", ".rst", ".pandoc", ".pdc")
_LOCK = "ids.lock"
_DATA_FILES = ("vendors.yaml", "models.yaml", _LOCK)
_SHEETS = "assets/css/extended"  # style sheets that a site of PaperMod adds to the theme's
_ICON, _CARRIED = "favicon.svg", 1024  # bytes: up to which pages hold the icon themselves and ask for one file less
_LINKED_WITH_DIGEST = (".css", ".js", ".mjs", ".svg", ".woff2")


def load_tree(root: Path, config: Config) -> Checked[Tree]:
    """All content, data, templates, words and static files of a site, each list sorted.

    May add LT001 to LT008 and LT010 to LT015. What cannot be read is left out, so that the rest can be checked.
    """
    found: list[Diagnostic] = []
    layers = find_layers(root, config, found)
    content, resources = _load_content(root, config, found)
    theme = Theme(_load_templates(layers, found), _load_words(layers, found), _load_static(layers, config, found))
    drawing = find_drawing(root, config, found)
    tree = Tree(content, resources, _load_data(layers, config, found), theme, load_archetypes(root), *drawing)
    return Checked(tree, tuple(found))


def _content_folders(config: Config) -> tuple[tuple[str, str], ...]:
    """(folder, language key or "") of every content folder, the most deeply nested first so that each file has one."""
    folders = {language.content_dir: language.key for language in config.languages if language.content_dir}
    if not all(language.content_dir for language in config.languages):
        folders.setdefault(config.content_dir, "")
    return tuple(sorted(folders.items(), key=lambda item: (-item[0].count("/"), item[0])))


def _load_content(
    root: Path, config: Config, found: list[Diagnostic]
) -> tuple[tuple[ContentFile, ...], tuple[Asset, ...]]:
    files: dict[str, ContentFile] = {}
    resources: dict[str, Asset] = {}
    taken: set[str] = set()
    dates, settings = _commit_dates(root, config, found), config.timeline.images
    for folder, language in _content_folders(config):
        if not os.path.isdir(root / folder):
            _miss(folder, config, found)
            continue
        for inner, file in walk(root / folder, root, folder + "/", found):
            path = f"{folder}/{inner}"
            if path in taken:
                continue
            taken.add(path)
            suffix = os.path.splitext(inner)[1].lower()
            if suffix in MARKDOWN_SUFFIXES:
                text = read_text(file, path, CONTENT_LIMIT, found)
                if text is not None:
                    files[path] = ContentFile(Source(path, text), inner, language, dates.get(path))
            elif suffix in _FOREIGN:
                hint = "write Markdown, as x.md"
                found.append(diagnose("LT007", f"`{suffix}` files are not read", Span(path), hint=hint))
            elif config.markup.unsafe or config.markup.raw_shortcode or not is_active(file, path, found):
                length = size(file, path, found)
                if length is not None:
                    picture = read_picture(file, path, found) if is_picture(path) else None
                    version = digest(file, path, found) if settings.may_shrink(picture) else ""
                    resources[path] = Asset(inner, str(file), length, version, language=language, picture=picture)
    return _by_path(files), _by_path(resources)


def _commit_dates(root: Path, config: Config, found: list[Diagnostic]) -> dict[str, datetime]:
    if not config.git_info:
        return {}
    folders = [folder for folder, _ in _content_folders(config)]
    return commit_dates(root, folders, config.place_of("enableGitInfo"), found)


def _miss(folder: str, config: Config, found: list[Diagnostic]) -> None:
    """A site may do without `content/`, which nobody named; a folder that the config names must be there."""
    if folder != "content":
        found.append(diagnose("LT006", f"no content folder `{folder}`", Span(config.path), hint=f"make {folder}/"))


def _load_data(layers: Iterable[Layer], config: Config, found: list[Diagnostic]) -> tuple[Source, ...]:
    sources = []
    for layer in layers:
        if layer.builtin and not config.timeline.builtin_catalog:
            continue
        for name in _DATA_FILES:
            file, shown = layer.folder / "data" / name, f"{layer.shown}data/{name}"
            # A lock tells what this site has published; another layer's would speak of other sites.
            if not os.path.lexists(file) or (name == _LOCK and not layer.own):
                continue
            real = real_path(file, layer.home, shown, found)
            text = read_text(real, shown, DATA_LIMIT, found) if real is not None else None
            if text is not None:
                sources.append(Source(shown, text, layer.own))
    return tuple(sources)


def _load_templates(layers: Iterable[Layer], found: list[Diagnostic]) -> dict[str, TemplateSource]:
    """Templates by name; what a nearer layer hides stands under "!theme/" + its name, once for each layer above it."""
    templates: dict[str, TemplateSource] = {}
    for layer in layers:
        for name, file in _files_below(layer, "templates", found):
            if name.startswith("i18n/"):
                continue
            shown = f"{layer.shown}templates/{name}"
            text = read_text(file, shown, DATA_LIMIT, found)
            if text is None:
                continue
            free = name
            while free in templates:
                free = f"!theme/{free}"
            templates[free] = TemplateSource(shown, text)
    return dict(sorted(templates.items()))


def _load_words(layers: Iterable[Layer], found: list[Diagnostic]) -> dict[str, tuple[Source, ...]]:
    words: dict[str, list[Source]] = {}
    for layer in layers:
        for folder in ("i18n", "templates/i18n"):
            for name, file in sorted(_files_below(layer, folder, found)):
                stem, suffix = os.path.splitext(name)
                if suffix.lower() not in (".yaml", ".yml") or "/" in name:
                    continue
                shown = f"{layer.shown}{folder}/{name}"
                text = read_text(file, shown, DATA_LIMIT, found)
                if text is not None:
                    words.setdefault(stem.lower(), []).append(Source(shown, text, layer.own))
    return {language: tuple(sources) for language, sources in sorted(words.items())}


def _load_static(layers: Iterable[Layer], config: Config, found: list[Diagnostic]) -> tuple[Asset, ...]:
    assets: dict[str, Asset] = {}
    settings = config.timeline.images
    for layer in layers:
        # Of several folders of a site the last one wins, as in Hugo; a layer that is not the site has only static/.
        for folder in (*(reversed(config.static_dirs) if layer.own else ("static",)), _SHEETS):
            for name, file in _files_below(layer, folder, found, hidden=HIDDEN_BUT_PUBLIC):
                path = name if folder != _SHEETS else EXTRA_SHEETS + name
                if path in assets or (folder == _SHEETS and not _is_sheet(name)):
                    continue
                shown = f"{layer.shown}{folder}/{name}"
                length = size(file, shown, found)
                if length is not None:
                    picture = read_picture(file, shown, found) if is_picture(path) else None
                    linked = os.path.splitext(path)[1].lower() in _LINKED_WITH_DIGEST
                    version = digest(file, shown, found) if linked or settings.may_shrink(picture) else ""
                    is_carried = path == _ICON and length <= _CARRIED
                    drawing = read_text(file, shown, _CARRIED, found) if is_carried else None
                    assets[path] = Asset(
                        path, str(file), length, version, own=layer.own, picture=picture, drawing=drawing or ""
                    )
    return _by_path(assets)


def _is_sheet(name: str) -> bool:
    return name.lower().endswith(".css") and "/" not in name


def _files_below(
    layer: Layer, folder: str, found: list[Diagnostic], *, hidden: frozenset[str] = frozenset()
) -> Iterator[tuple[str, Path]]:
    if os.path.isdir(layer.folder / folder):
        yield from walk(layer.folder / folder, layer.home, f"{layer.shown}{folder}/", found, hidden=hidden)


def _by_path(items: dict[str, T]) -> tuple[T, ...]:
    return tuple(items[path] for path in sorted(items, key=order_key))
