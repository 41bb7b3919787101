"""Everything that a link inside the site may lead to."""

from __future__ import annotations

import difflib
import posixpath
import re
from collections.abc import Iterable
from dataclasses import dataclass

from llmtimeline.plan.index import SiteIndex
from llmtimeline.plan.pages import Kind, Page
from llmtimeline.plan.routing.routes import Address
from llmtimeline.values.posts import Node, Post
from llmtimeline.values.sources import MARKDOWN_SUFFIXES

_PAGER = re.compile(r"/\d+\Z")
_MOST_NEIGHBOURS = 400  # names looked at for one suggestion
_MOST_SUGGESTIONS = 200  # a site with more broken links has another problem than spelling


@dataclass(frozen=True, slots=True)
class Target:
    """What stands at the end of a link."""

    address: Address
    page: Page | None = None  # None for a file


def is_markdown(path: str) -> bool:
    """Whether a path names a content file rather than a page."""
    return path.lower().endswith(MARKDOWN_SUFFIXES)


def without_suffix(path: str) -> str:
    """The path without ".md"."""
    return path.rpartition(".")[0] if is_markdown(path) else path


class Targets:
    """Pages by address and by content file, and files by path; all looked up, none searched."""

    def __init__(self, index: SiteIndex, files: Iterable[str], resources: Iterable[tuple[str, str, str]]) -> None:
        """`files` are paths below the output; `resources` are (path below the content, language or "", output path)."""
        self._index = index
        self._files = frozenset(files)
        self._pages: dict[str, Page] = {}
        self._content: dict[str, dict[str, Page]] = {}
        self._aliases: dict[str, Page] = {}
        self._resources: dict[str, dict[str, str]] = {}
        self._content_by_name: dict[str, list[str]] | None = None
        self._near_paths: _Neighbours | None = None
        self._near_content: _Neighbours | None = None
        prefixes = (index.routes.prefix(language.key) for language in index.config.languages)
        self._prefixes = tuple(prefix for prefix in prefixes if prefix)
        for page in index.pages:
            if page.is_rendered:
                self._pages.setdefault(_plain(page.address.path), page)
        for key, page in index.page_of.items():
            if page.is_rendered:
                self._content.setdefault(key.id, {})[key.language] = page
        for page in index.pages:
            if page.post is not None and page.post.front.aliases and not index.config.disable_aliases:
                for _, file, _ in index.routes.aliases(page.post, page.address):
                    self._aliases.setdefault(_plain(file), page)
        for page, former in index.former_terms.items():
            for file in former:
                self._aliases.setdefault(_plain(file), page)
        for path, language, output in resources:
            self._resources.setdefault(path, {})[language] = output

    def at(self, path: str, language: str) -> Target | None:
        """What stands at a path from the site's root, without the base path. A path that names no language is looked
        up in the given one first, then as it is."""
        path = path.strip("/")
        prefix = self._index.routes.prefix(language)
        found = self._pages.get(_plain(prefix + path).strip("/")) or self._pages.get(_plain(path))
        if found is not None:
            names_language = (path + "/").startswith(self._prefixes)
            return self._page(found if names_language else self._index.in_language(found, language) or found)
        for file in (path, f"{path}/index.xml", prefix + path):
            if file in self._files:
                return Target(self._index.routes.at(file))
        alias = self._aliases.get(_plain(prefix + path)) or self._aliases.get(_plain(path))
        if alias is not None:
            return self._page(self._index.in_language(alias, language) or alias)
        return self._pager(path, prefix)

    def content(self, path: str, language: str) -> Target | None:
        """What a path below the content folder names: a content file, with or without suffix, or a resource."""
        path = path.strip("/")
        if not is_markdown(path):
            found = self._resource(path, language)
            if found is not None:
                return found
        stem = without_suffix(path)
        stem, spoken = self._without_language(stem) if is_markdown(path) else (stem, "")
        if stem in ("index", "_index"):
            stem = ""
        elif stem.endswith(("/index", "/_index")):
            stem = stem.rpartition("/")[0]
        versions = self._content.get(stem) or self._content.get(self._index.routes.rules.file(stem))
        if not versions:
            return None
        page = versions.get(spoken or language)
        if page is None:
            # Pages that translationKey joins have different files.
            first = next(iter(versions.values()))
            page = (None if spoken else self._index.in_language(first, language)) or first
        return self._page(page)

    def by_name(self, path: str, language: str) -> Target | None:
        """The only page whose content file ends in this path, with or without suffix; None where there are several."""
        stem = self._without_language(without_suffix(path.strip("/")))[0]
        if self._content_by_name is None:
            self._content_by_name = {}
            for each in self._content:
                self._content_by_name.setdefault(each.rpartition("/")[2], []).append(each)
        same = self._content_by_name.get(stem.rpartition("/")[2], [])
        ends = [each for each in same if f"/{each}".endswith(f"/{stem}")]
        if not stem or len(ends) != 1:
            return None
        versions = self._content[ends[0]]
        return self._page(versions.get(language) or next(iter(versions.values())))

    def nearest(self, path: str, language: str) -> str:
        """A page's or file's path that is spelled like this one, or ""."""
        if self._near_paths is None:
            self._near_paths = _Neighbours((*sorted(self._pages), *sorted(self._files), *sorted(self._resources)))
        return self._near_paths.nearest(path, self._index.routes.prefix(language))

    def nearest_content(self, path: str) -> str:
        """A content file's path below the content folder, without language and suffix, or ""."""
        if self._near_content is None:
            self._near_content = _Neighbours(sorted(self._content))
        return self._near_content.nearest(path, "")

    def _page(self, page: Page) -> Target:
        return Target(page.address, page)

    def _pager(self, path: str, prefix: str) -> Target | None:
        config = self._index.config
        if not _PAGER.search(path):
            return None
        first, _, last = path.rpartition("/")[0].rpartition("/")
        if last != config.pager_path or (self._pages.get(first) is None and self._pages.get(prefix + first) is None):
            return None
        return Target(self._index.routes.at(f"{path}/index.html"))

    def _resource(self, path: str, language: str) -> Target | None:
        stem, dot, suffix = path.rpartition(".")
        for name in (f"{stem}.{language}{dot}{suffix}", path) if dot else (path,):
            versions = self._resources.get(name)
            if versions:
                output = versions.get(language) or versions.get("") or next(iter(versions.values()))
                return Target(self._index.routes.at(output))
        return None

    def _without_language(self, stem: str) -> tuple[str, str]:
        before, dot, last = stem.rpartition(".")
        if dot and (last, Kind.HOME) in self._index.fixed:
            return before, last
        return stem, ""


class _Neighbours:
    """Paths by their folder and by their name, for suggestions. Made when the first link is broken."""

    def __init__(self, paths: Iterable[str]) -> None:
        self._in_folder: dict[str, list[str]] = {}
        self._by_name: dict[str, list[str]] = {}
        self._suggested = 0
        for path in paths:
            folder, _, name = path.rpartition("/")
            self._in_folder.setdefault(folder, []).append(name)
            self._by_name.setdefault(name, []).append(path)

    def nearest(self, path: str, prefix: str) -> str:
        """Looks in the same folder, then for the same name elsewhere, below the prefix before others."""
        folder, _, name = path.strip("/").rpartition("/")
        if self._suggested < _MOST_SUGGESTIONS:
            self._suggested += 1
            close = difflib.get_close_matches(name, self._in_folder.get(folder, [])[:_MOST_NEIGHBOURS], 1, 0.6)
            if close:
                return posixpath.join(folder, close[0])
        same = self._by_name.get(name, [])[:_MOST_NEIGHBOURS]
        return min(same, key=lambda other: (not other.startswith(prefix), other.count("/"), other), default="")


def content_folder(post: Post) -> str:
    """The folder below the content folder from which a file's relative links count."""
    return post.key.id.rpartition("/")[0] if post.node is Node.LEAF else post.key.id


def _plain(path: str) -> str:
    folder, _, name = path.rpartition("/")
    return folder if name == "index.html" else path
