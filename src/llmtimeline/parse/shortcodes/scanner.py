"""Finds the shortcodes of a text. Unlike Hugo's, those inside code are code."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from llmtimeline.parse.shortcodes.tags import OPENING, Literal, Misread, Tag, read_tag

_INTEREST = re.compile(r"\{\{[<%]|`+|\\`")
_TICKS = re.compile("`+")
_NEAREST = 20  # open shortcodes among which the one is sought that a misspelled closing tag means
_FAR = 4000  # characters of inline code; bounds the search for ticks that nothing closes

Region = tuple[int, int]  # offsets: from, to


@dataclass(frozen=True, slots=True)
class Call:
    """A shortcode with all that it encloses."""

    tag: Tag
    start: int
    end: int
    inner: Region | None = None  # between the opening and the closing tag; None where there is none


Found = Call | Literal | Misread


def has_tags(text: str) -> bool:
    """Whether the text may hold shortcodes at all; nearly none does."""
    return OPENING.search(text) is not None


def scan(text: str, code: Sequence[Region], blocks: Sequence[Region]) -> tuple[Found, ...]:
    """The outermost shortcodes, in order. `code` are the blocks of code, `blocks` those in which `code` may stand."""
    return tuple(sorted(_paired(list(_tags(text, code, blocks))), key=lambda found: found.start))


def _tags(text: str, code: Sequence[Region], blocks: Sequence[Region]) -> Iterator[Tag | Literal | Misread]:
    pos = 0
    while found := _INTEREST.search(text, pos):
        listing = _around(found.start(), code)
        if listing is not None:
            pos = listing[1]
        elif found[0].startswith("`"):
            block = _around(found.start(), blocks)
            pos = _end_of_code(text, found, block[1] if block else found.end())
        elif found[0].startswith("\\"):
            pos = found.end()
        else:
            tag = read_tag(text, found.start())
            yield tag
            pos = tag.end


def _around(at: int, regions: Sequence[Region]) -> Region | None:
    last = bisect_right(regions, at, key=lambda region: region[0]) - 1
    return regions[last] if last >= 0 and at < regions[last][1] else None


def _end_of_code(text: str, ticks: re.Match[str], limit: int) -> int:
    """Where inline code ends, or where its ticks end when nothing closes it."""
    for found in _TICKS.finditer(text, ticks.end(), min(limit, ticks.end() + _FAR)):
        if len(found[0]) == len(ticks[0]):
            return found.end()
    return ticks.end()


def _paired(tags: Sequence[Tag | Literal | Misread]) -> list[Found]:
    """Closing tags close the nearest opening one of their name; what then stands between belongs to it."""
    found: list[Found] = []
    open_tags: list[tuple[Tag, int]] = []  # with the length of `found` when it opened
    open_names: Counter[str] = Counter()
    for tag in tags:
        if not isinstance(tag, Tag):
            found.append(tag)
        elif not tag.closing:
            if not tag.alone:
                open_tags.append((tag, len(found)))
                open_names[tag.name] += 1
            found.append(Call(tag, tag.start, tag.end))
        else:
            _close(tag, found, open_tags, open_names)
    return found


def _close(tag: Tag, found: list[Found], open_tags: list[tuple[Tag, int]], open_names: Counter[str]) -> None:
    meant = tag.name if open_names[tag.name] else _near(tag.name, open_tags)
    misread = None
    if meant != tag.name:
        message = f"`{tag.name}` is closed here, but nothing opened it"
        hint = f"did you mean `{{{{< /{meant} >}}}}`?" if meant else f"write `{{{{< {tag.name} >}}}}` before it"
        misread = Misread(tag.start, tag.end, message, tag.start, hint)
    if meant:
        _enclose(tag, meant, found, open_tags, open_names)
    if misread is not None:
        found.append(misread)


def _near(name: str, open_tags: Sequence[tuple[Tag, int]]) -> str:
    """The open shortcode that is spelled most like a name that nothing opened; a typing error is one mistake."""
    names = [opening.name for opening, _ in open_tags[-_NEAREST:]]
    return next(iter(get_close_matches(name, names[::-1], 1, 0.6)), "")


def _enclose(tag: Tag, name: str, found: list[Found], open_tags: list[tuple[Tag, int]], names: Counter[str]) -> None:
    while open_tags[-1][0].name != name:
        names[open_tags.pop()[0].name] -= 1
    opening, index = open_tags.pop()
    names[name] -= 1
    del found[index:]
    found.append(Call(opening, opening.start, tag.end, (opening.end, tag.start)))
