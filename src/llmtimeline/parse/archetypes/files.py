"""Which files an archetype makes for a path: one post, one for each language, or a bundle."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from llmtimeline.parse.archetypes.names import NewPath, Target, no_markdown, plan_targets
from llmtimeline.parse.notation.plain import shown
from llmtimeline.values.archetypes import Archetype, Wish
from llmtimeline.values.config import Config
from llmtimeline.values.diagnostics import Checked
from llmtimeline.values.sources import Asset, Source


@dataclass(frozen=True, slots=True)
class Page:
    """One content file to make."""

    target: Target
    path: NewPath
    archetype: Source


_OTHER_SUFFIX = re.compile(r"\.(?:html?|mdx|mdwn|txt|org|rst|adoc|docx?|yaml|toml|json)\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Files:
    """All that is to be made."""

    pages: tuple[Page, ...] = ()
    copies: tuple[tuple[str, Asset], ...] = ()  # path from the site's root, and what is copied there


def plan_files(path: NewPath, archetype: Archetype, wish: Wish, config: Config) -> Checked[Files]:
    """The files to make, each path once. None of them, with LT007 or LT112, where the wish cannot be met."""
    if archetype.is_folder:
        return _plan_bundle(path, archetype, wish, config)
    if not path.suffix:
        name = shown(_OTHER_SUFFIX.sub("", wish.path.rstrip("/")))
        hint = f"write `{name}.md`, or `{name}/index.md` for a bundle"
        return Checked(Files(), (no_markdown(f"`{shown(wish.path)}` names no Markdown file", hint),))
    targets = plan_targets(path, wish, config)
    source = archetype.pages[0][1]
    return Checked(Files(tuple(Page(target, path, source) for target in targets.value)), targets.diagnostics)


def _plan_bundle(path: NewPath, archetype: Archetype, wish: Wish, config: Config) -> Checked[Files]:
    if path.stem not in ("", "index"):
        folder = f"{path.folder}/{path.stem}".lstrip("/")
        hint = f"write `{shown(folder)}/index.md`"
        return Checked(Files(), (no_markdown(f"the archetype `{archetype.name}` is a folder", hint),))
    pages: dict[str, Page] = {}
    for page_path, source, own in _paths_of(path, archetype, config):
        targets = plan_targets(page_path, replace(wish, languages=(), all_languages=False) if own else wish, config)
        if not targets.value:
            return Checked(Files(), targets.diagnostics)
        for target in targets.value:
            if own and (wish.languages and target.language not in wish.languages):
                continue
            pages.setdefault(target.path, Page(target, page_path, source))
    homes = dict.fromkeys(page.target.home for page in pages.values())
    copies = ((f"{home}/{path.folder}/{asset.path}", asset) for home in homes for asset in archetype.files)
    return Checked(Files(tuple(pages.values()), tuple(copies)))


def _paths_of(path: NewPath, archetype: Archetype, config: Config) -> Iterator[tuple[NewPath, Source, bool]]:
    """What each page of a folder becomes, and whether it names its own language; these come first."""
    languages = {language.key for language in config.languages}
    read = []
    for inner, source in archetype.pages:
        folder, _, file = inner.rpartition("/")
        name, _, suffix = file.rpartition(".")
        stem, _, last = name.rpartition(".")
        own = bool(stem) and last.lower() in languages
        whole = f"{path.folder}/{folder}" if folder else path.folder
        plain = replace(path, folder=whole, stem=stem if own else name, suffix=f".{suffix}")
        read.append((replace(plain, language=last.lower(), suffixed=True) if own else plain, source, own))
    return iter(sorted(read, key=lambda item: not item[2]))
