"""The first segment of a release heading: the name, and other names, sizes, tags and verbs that cling to it."""

from __future__ import annotations

import re
from typing import TypedDict

from llmtimeline.values.facts import Placed

# At the end of a name only. Longer words stand before the ones that they end with.
VERBS: tuple[str, ...] = (
    "正式发布",
    "全新发布",
    "重磅发布",
    "正式开源",
    "正式上线",
    "发布",
    "上线",
    "开源",
    "公测",
    "升级",
    "is released",
    "was released",
    "released",
    "launched",
    "announced",
    "open-sourced",
)
_VERB = re.compile(rf"(?:(?<=\s)|(?<=[^\x00-\x7f])|(?<=[A-Za-z0-9.)）]))(?P<verb>{'|'.join(VERBS)})$", re.IGNORECASE)
_PARENTHESIS = re.compile(r"\s*[(（](?P<inside>[^()（）]*)[)）]$")
_SIZE = re.compile(r"\d+(?:\.\d+)?\s?[BMK]", re.IGNORECASE)
_TAG = re.compile(r"\d{3,8}(?:-preview)?|v\d+(?:\.\d+)*", re.IGNORECASE)
_LIST = re.compile(r"[,，、/]")
_DASH = " - "


class NameParts(TypedDict):
    """Fields of a ReleaseHeading that come from its first segment."""

    name: Placed
    also: tuple[Placed, ...]
    joined: tuple[Placed, ...]
    sizes: tuple[str, ...]
    tags: tuple[str, ...]
    action: str


def take_name_apart(segment: Placed) -> NameParts:
    """`Segment Anything Model(SAM)` -> name, also; `Llama 3.1 (8B, 70B)` -> name, sizes; `A - b` -> name, also; …

    For `ChatGPT/GPT-3.5` the name is the first part, and `joined` has both. Whether they are two entities is for the
    catalog to say.
    """
    parts = NameParts(name=segment, also=(), joined=(), sizes=(), tags=(), action="")
    rest = _take_verb(segment, parts)
    rest = _take_parenthesis(rest, parts)
    rest = _take_verb(rest, parts)
    rest = _take_other_name(rest, parts)
    parts["name"] = rest
    pieces = _joined(rest)
    if pieces:
        parts["joined"] = pieces
        parts["name"] = pieces[0]
    return parts


def _take_verb(segment: Placed, parts: NameParts) -> Placed:
    found = _VERB.search(segment.text)
    if found is None or found.start() == 0 or parts["action"]:
        return segment
    parts["action"] = found["verb"]
    return _cut(segment, 0, found.start())


def _take_parenthesis(segment: Placed, parts: NameParts) -> Placed:
    found = _PARENTHESIS.search(segment.text)
    if found is None or found.start() == 0:
        return segment
    inside = found["inside"].strip()
    items = [item.strip() for item in _LIST.split(inside) if item.strip()]
    if items and all(_SIZE.fullmatch(item) for item in items):
        parts["sizes"] = tuple(items)
    elif items and all(_TAG.fullmatch(item) for item in items):
        parts["tags"] = tuple(items)
    elif inside:
        start = found.start("inside") + len(found["inside"]) - len(found["inside"].lstrip())
        parts["also"] = (Placed(inside, segment.span.shifted(start, len(inside))),)
    return _cut(segment, 0, found.start())


def _take_other_name(segment: Placed, parts: NameParts) -> Placed:
    at = segment.text.find(_DASH)
    if at <= 0:
        return segment
    other = _cut(segment, at + len(_DASH), len(segment.text))
    if other.text:
        parts["also"] = (*parts["also"], other)
    return _cut(segment, 0, at)


def _joined(segment: Placed) -> tuple[Placed, ...]:
    """The parts of `A/B`: only without spaces around the slash, each with a letter, and a name of a letter or more."""
    if "/" not in segment.text or " /" in segment.text or "/ " in segment.text:
        return ()
    pieces: list[Placed] = []
    start = 0
    for text in segment.text.split("/"):
        pieces.append(_cut(segment, start, start + len(text)))
        start += len(text) + 1
    if all(len(piece.text) > 1 and any(character.isalpha() for character in piece.text) for piece in pieces):
        return tuple(pieces)
    return ()


def _cut(segment: Placed, start: int, end: int) -> Placed:
    piece = segment.text[start:end]
    stripped = piece.strip()
    offset = start + (len(piece) - len(piece.lstrip()) if stripped else 0)
    return Placed(stripped, segment.span.shifted(offset, max(1, len(stripped))))
