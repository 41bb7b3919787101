"""Identity of content files: which language, which kind of node, and what they are called without these."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from llmtimeline.values.posts import Node
from llmtimeline.values.sources import MARKDOWN_SUFFIXES


@dataclass(frozen=True, slots=True)
class ContentName:
    """What the path of a content file says."""

    id: str  # path without language and suffix; of a bundle or a branch its folder; "" for the home page
    language: str  # "" when the name says none
    node: Node


def read_name(inner: str, languages: Collection[str]) -> ContentName:
    """What a path below a content folder says, on a site with languages of these keys.

    A suffix that is no language stays part of the name: `f.zh-cn.md` on a site with `zh` is a post of that name.
    """
    folder, _, name = inner.rpartition("/")
    for suffix in MARKDOWN_SUFFIXES:
        if name.lower().endswith(suffix):
            name = name[: -len(suffix)]
            break
    stem, dot, last = name.rpartition(".")
    language = last.lower() if dot and stem and last.lower() in languages else ""
    stem = stem if language else name
    if stem == "_index" or (stem == "index" and not folder):
        return ContentName(folder, language, Node.BRANCH)
    if stem == "index":
        return ContentName(folder, language, Node.BUNDLE)
    return ContentName(f"{folder}/{stem}" if folder else stem, language, Node.LEAF)
