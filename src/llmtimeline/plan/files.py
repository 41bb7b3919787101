"""Files that are copied: static ones, and the neighbours of posts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from llmtimeline.plan.frames import Planned
from llmtimeline.plan.head.assets import joined_scripts
from llmtimeline.plan.index import SiteIndex
from llmtimeline.plan.pages import Kind, Page, Rank
from llmtimeline.values.config import Config
from llmtimeline.values.outputs import Copied, Joined, Output
from llmtimeline.values.places import Span
from llmtimeline.values.posts import Node
from llmtimeline.values.sources import MARKDOWN_SUFFIXES, Asset, Tree

_INDEX = re.compile(rf"index(?:\.[^.]+)?(?:{'|'.join(map(re.escape, MARKDOWN_SUFFIXES))})\Z", re.IGNORECASE)
_JUNK = frozenset({".ds_store", "thumbs.db", "desktop.ini"})


@dataclass(frozen=True, slots=True)
class Resource:
    """A neighbour of posts, and where it shall stand."""

    asset: Asset
    language: str  # "" when the languages share it
    path: str  # below the output


def plan_static(index: SiteIndex) -> Iterator[Planned]:
    """The static files of all layers, without what operating systems leave behind."""
    folder = (index.config.static_dirs or ("static",))[0].strip("/")
    scripts = joined_scripts(index.tree)
    parts = {part.path for of_script in scripts.values() for part in of_script}
    for asset in index.tree.theme.assets:
        if not is_junk(asset.path) and asset.path not in parts:
            origin = Span(f"{folder}/{asset.path}")
            yield Planned(Output(_nfc(asset.path), Copied(asset), origin, "static file"), Rank.STATIC)
    for path, of_script in scripts.items():
        yield Planned(Output(path, Joined(of_script), None, "script"), Rank.STATIC)


def plan_resources(index: SiteIndex, resources: tuple[Resource, ...]) -> Iterator[Planned]:
    """The neighbours of posts."""
    folders = {language.key: language.content_dir for language in index.config.languages}
    for resource in resources:
        folder = folders.get(resource.asset.language) or index.config.content_dir
        origin = Span(f"{folder.strip('/')}/{resource.asset.path}")
        yield Planned(Output(resource.path, Copied(resource.asset), origin, "resource"), Rank.OWN)


def find_resources(index: SiteIndex) -> tuple[Resource, ...]:
    """Where each neighbour of a post stands: beside the page of its bundle, else in the folder of its section.

    One with a language before its suffix, as `chart.en.png`, goes beside that language's page and keeps its name; any
    other goes beside the default language's, and all languages share it (measured in Hugo 0.168).
    """
    # Also of drafts: their neighbours are not to be published in their stead.
    bundles: dict[str, dict[str, Page]] = {
        file.inner.rpartition("/")[0]: {} for file in index.tree.content if _INDEX.match(file.inner.rpartition("/")[2])
    }
    for key, post in index.posts.items():
        if post.node is Node.BUNDLE:
            versions = bundles.setdefault(key.id, {})
            page = index.page_of.get(key)
            if page is not None and post.front.publish_resources:
                versions[key.language] = page
    sections = {(page.language, page.subject): page for page in index.pages if page.kind is Kind.SECTION}
    found = []
    for asset in index.tree.resources:
        if is_junk(asset.path):
            continue
        language = asset.language or _language_in(index, asset.path)
        bundle = _nearest(asset.path, bundles)
        if bundle is None:
            folder, name = _beside_posts(index, sections, asset.path, language)
        elif bundles[bundle]:
            folder, name = _bundle_folder(index, bundles[bundle], language), asset.path[len(bundle) :].lstrip("/")
        else:
            continue
        found.append(Resource(asset, language, _nfc(f"{folder}/{name}" if folder else name)))
    return tuple(found)


def first_folders(tree: Tree, config: Config) -> frozenset[tuple[str, str]]:
    """(language, name) of each first folder below the content folders that holds a content file and is no bundle."""
    spoken = {language.key for language in config.languages}
    found: set[tuple[str, str]] = set()
    bundles: set[str] = set()
    for file in tree.content:
        folder, _, rest = file.inner.partition("/")
        if not rest or rest.startswith("_index."):
            continue
        if _INDEX.match(rest):
            bundles.add(folder)
        parts = rest.rpartition("/")[2].split(".")
        suffix = parts[-2].lower() if len(parts) > 2 else ""
        found.add((file.language or (suffix if suffix in spoken else config.default_language), folder))
    return frozenset((language, folder) for language, folder in found if folder not in bundles)


def is_junk(path: str) -> bool:
    """Whether an operating system left this file behind."""
    name = path.rpartition("/")[2].lower()
    return name in _JUNK or name.startswith("._")


def _language_in(index: SiteIndex, path: str) -> str:
    parts = path.rpartition("/")[2].split(".")
    if len(parts) > 2 and (parts[-2], Kind.HOME) in index.fixed:
        return parts[-2]
    return ""


def _nearest(path: str, folders: Mapping[str, object]) -> str | None:
    while "/" in path:
        path = path.rpartition("/")[0]
        if path in folders:
            return path
    return None


def _bundle_folder(index: SiteIndex, versions: Mapping[str, Page], language: str) -> str:
    first = next(iter(versions.values()))
    page = versions.get(language) or versions.get(index.config.default_language) or first
    if page.post is None:
        return page.address.folder
    return index.routes.resources(page.post, page.address)


def _beside_posts(
    index: SiteIndex, sections: Mapping[tuple[str, str], Page], path: str, language: str
) -> tuple[str, str]:
    """The folder of the nearest section that a file is in, else of home, and the file's path below it, as written."""
    spoken = language or index.config.default_language
    parts = path.split("/")
    for depth in range(len(parts) - 1, 0, -1):
        section = sections.get((spoken, index.routes.rules.file("/".join(parts[:depth]))))
        if section is not None:
            return section.address.folder, "/".join(parts[depth:])
    return index.routes.prefix(spoken).rstrip("/"), path


def _nfc(path: str) -> str:
    return path if path.isascii() else unicodedata.normalize("NFC", path)
