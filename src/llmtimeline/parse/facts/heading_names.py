"""The first segment of a release heading: the name, and other names, sizes, tags and verbs that cling to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from llmtimeline.parse.facts.heading_segments import part_of, split_segments
from llmtimeline.values.facts import Placed
from llmtimeline.values.statuses import VERBS, status_of

_MOST_REMARKS = 8  # verbs and parentheses behind one name
_LONGEST_NAME = 40  # characters; what is longer in parentheses is a remark
_CJK_VERBS = "|".join(verb for verb in VERBS if not verb.isascii())
_LATIN_VERBS = "|".join(verb for verb in VERBS if verb.isascii())
_VERB = re.compile(
    rf"(?P<verb>(?:正式|全新|重磅|全面|已|宣布)?(?:{_CJK_VERBS})|(?<=\s)(?:is\s|was\s)?(?:{_LATIN_VERBS}))$",
    re.IGNORECASE,
)
_LONGEST_VERB = 16
_DASH = re.compile(r"[-–—]+")
_SIZE = re.compile(r"(?:\d+\s?[x×]\s?)?\d+(?:\.\d+)?\s?(?:[BMT]|亿|万)(?:-A\d+(?:\.\d+)?B)?", re.IGNORECASE)
_TAG = re.compile(r"v?\d[\w.-]*", re.IGNORECASE | re.ASCII)
_CLAUSE = re.compile("[的了。：]")
_OTHER_COMMAS = re.compile(r"[、；;]")


@dataclass(slots=True)
class NameParts:
    """What the first segment tells. Filled from the end of the segment towards its start."""

    name: Placed
    also: list[Placed] = field(default_factory=list)
    sizes: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    statuses: list[Placed] = field(default_factory=list)  # (preview)
    remarks: list[Placed] = field(default_factory=list)  # other words in parentheses
    action: str = ""

    @property
    def joined(self) -> tuple[Placed, ...]:
        """The parts of `A/B`, with a letter or digit each and no spaces around the slash; else ()."""
        text = self.name.text
        if "/" not in text or " /" in text or "/ " in text:
            return ()
        parts = []
        start = 0
        for piece in text.split("/"):
            parts.append(part_of(text, start, start + len(piece), self.name.span))
            start += len(piece) + 1
        return tuple(parts) if all(part.text and part.text[0].isalnum() for part in parts) else ()


def take_name_apart(segment: Placed) -> NameParts:
    """`Segment Anything Model(SAM)`, `Llama 3.1 (8B, 70B)`, `ChatGPT 函数调用 - function call`, `CodeLLaMa 发布`."""
    parts = NameParts(segment)
    _strip(parts)
    _take_other_name(parts)
    _strip(parts)
    return parts


def _strip(parts: NameParts) -> None:
    """Takes verbs and parentheses off the end of the name, as long as something is left of it."""
    text, span = parts.name.text, parts.name.span
    end = len(text)
    for _ in range(_MOST_REMARKS):
        verb = _VERB.search(text[max(0, end - _LONGEST_VERB) : end]) if not parts.action else None
        if verb and (before := text[: end - len(verb["verb"])].rstrip()):
            parts.action, end = " ".join(verb["verb"].split()), len(before)
            continue
        opening = _opening(text, end)
        before = text[:opening].rstrip() if opening else ""
        if not before:
            break
        _sort(part_of(text, opening + 1, end - 1, span), parts)
        end = len(before)
    parts.name = part_of(text, 0, end, span)


def _opening(text: str, end: int) -> int:
    """The place of the parenthesis that the one at the end closes; 0 when there is none."""
    if text[end - 1 : end] not in (")", "）"):
        return 0
    depth = 0
    for place in range(end - 1, 0, -1):
        if text[place] in ")）":
            depth += 1
        elif text[place] in "(（":
            depth -= 1
            if depth == 0:
                return place
    return 0


def _sort(inside: Placed, parts: NameParts) -> None:
    """Puts what stands in parentheses where it belongs: `(8B, 70B)`, `(0613)`, `(preview)`, `(SAM)`, or a remark."""
    also: list[Placed] = []
    remarks: list[Placed] = []
    sizes: list[str] = []
    tags: list[str] = []
    for item in _items(inside):
        if _SIZE.fullmatch(item.text):
            sizes.append(item.text)
        elif _TAG.fullmatch(item.text):
            tags.append(item.text)
        elif status_of(item.text):
            parts.statuses.append(item)
        else:
            (also if _is_name(item.text) else remarks).append(item)
    if remarks:
        also, remarks = [], [inside]
    parts.also[:0], parts.remarks[:0], parts.sizes[:0], parts.tags[:0] = also, remarks, sizes, tags


def _items(inside: Placed) -> Iterator[Placed]:
    for segment in split_segments(inside.text, inside.span):
        start = 0
        for piece in _OTHER_COMMAS.split(segment.text):
            item = part_of(segment.text, start, start + len(piece), segment.span)
            start += len(piece) + 1
            if item.text:
                yield item


def _is_name(text: str) -> bool:
    """An abbreviation or name: in capitals, without digits, or a single word such as `qwen2-72b`."""
    if len(text) > _LONGEST_NAME or _CLAUSE.search(text):
        return False
    has_digit = any(character.isdigit() for character in text)
    return not has_digit or text.upper() == text or (text.isascii() and " " not in text)


def _take_other_name(parts: NameParts) -> None:
    """`ChatGPT 函数调用 - function call`: what follows the first dash between spaces is another name."""
    text, span = parts.name.text, parts.name.span
    for dash in _DASH.finditer(text):
        start, end = dash.span()
        if text[start - 1 : start].isspace() and text[end : end + 1].isspace():
            other = part_of(text, end, len(text), span)
            (parts.also if len(other.text) <= _LONGEST_NAME else parts.remarks).insert(0, other)
            parts.name = part_of(text, 0, start, span)
            return
