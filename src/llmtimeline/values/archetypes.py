"""What a new post is made from, and what an author asked for."""

from __future__ import annotations

from dataclasses import dataclass

from llmtimeline.values.sources import Asset, Source


@dataclass(frozen=True, slots=True)
class Wish:
    """Arguments of `new content`."""

    path: str  # as typed: "post/x.md", "content/post/x.zh.md", "post/x/index.md"; "post/x" for a bundle
    kind: str = ""  # name of the archetype; "" is the section's
    languages: tuple[str, ...] = ()  # a file for each of these; () is the one file that `path` names
    all_languages: bool = False
    force: bool = False  # replace a file that is there


@dataclass(frozen=True, slots=True)
class Archetype:
    """A pattern for new content: one file, or a folder that becomes a bundle."""

    name: str  # "default", "post"
    pages: tuple[tuple[str, Source], ...]  # (path inside the folder, the file to run); the path is "" for one file
    files: tuple[Asset, ...] = ()  # of a folder: what is copied as it is; their paths are inside the folder
    is_folder: bool = False
