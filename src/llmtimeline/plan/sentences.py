"""One line out of a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

# A limit counted so that 60 Chinese characters weigh as much as 140 Latin ones.
_LIMIT = 420
_WIDE, _NARROW = 7, 3
_WIDE_CHARACTERS = re.compile(
    "[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\U00020000-\U0003ffff]+"
)
_END = re.compile(r"[。！？!?]+[”’」』）)\"']*|\.[\"'”’)]*(?=\s|\Z)")
_GAP = re.compile(r"(?<=[，。！？；：、）」』》】]) ")
_PAUSE = re.compile(r"[，；：、,;:\s]")
_WITHIN = frozenset(["eg", "ie", "etc", "vs", "no", "al", "ca", "cf", "approx", "dr", "mr", "inc"])


def one_line(text: str) -> str:
    """The text with every run of white space as one space, and none after Chinese punctuation, which brings its own."""
    return _GAP.sub("", " ".join(text.split()))


def first_sentence(text: str) -> str:
    """The first sentence; one that is too long ends with "…" at a pause. At most about 60 Chinese or 140 Latin
    characters."""
    line = one_line(text[:1000])
    return _within(line[: next(_ends(line), len(line))])


def shortened(text: str) -> str:
    """As many whole sentences as fit into the length of one, at least a part of the first."""
    line = one_line(text[:2000])
    room = _room(line)
    if room >= len(line):
        return line
    fitting = [end for end in _ends(line) if end <= room]
    return line[: fitting[-1]] if fitting else _within(line)


def _ends(line: str) -> Iterator[int]:
    for found in _END.finditer(line):
        word = re.split(r"[^A-Za-z.]", line[max(0, found.start() - 8) : found.start()])[-1]
        if found[0][0] != "." or word.replace(".", "").lower() not in _WITHIN:
            yield found.end()


def _room(line: str) -> int:
    if len(line) * _WIDE <= _LIMIT:
        return len(line)
    spent, place = 0, 0
    for wide in _WIDE_CHARACTERS.finditer(line, 0, _LIMIT // _NARROW):
        before = wide.start() - place
        if spent + before * _NARROW > _LIMIT:
            break
        spent, place = spent + before * _NARROW, wide.start()
        fitting = min(wide.end() - place, (_LIMIT - spent) // _WIDE)
        spent, place = spent + fitting * _WIDE, place + fitting
        if place < wide.end():
            return place
    return min(len(line), place + (_LIMIT - spent) // _NARROW)


def _within(line: str) -> str:
    room = _room(line)
    if room >= len(line):
        return line
    pauses = [found.start() for found in _PAUSE.finditer(line, room // 2, room)]
    return line[: pauses[-1] if pauses else room].rstrip() + "…"
