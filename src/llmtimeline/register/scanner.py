"""Known names in running text: found in one pass, however many names are known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import add
from typing import Any

from llmtimeline.register.identity import CJK, alias_key

_LETTERS = rf"[^\W\d_{CJK}]+"
_NUMBER = r"\d+(?:\.\d+)*"
_ATOM = re.compile(rf"{_NUMBER}|{_LETTERS}|[{CJK}]")
_STEP = re.compile(rf"[ \u00a0_.-]?({_NUMBER}|{_LETTERS}|[{CJK}])")
_ASCII_WORDS = re.compile(r"[a-z]+|[0-9]+(?:\.[0-9]+)*")
_WORDS = re.compile(rf"{_NUMBER}|{_LETTERS}")
_RUNS = re.compile(rf"[{CJK}]{{2,}}")
_ADDRESS = re.compile(r"https?://[!-~]+")
_BETWEEN_LETTERS = re.compile(r"(?<=[A-Za-z])[ -](?=[A-Za-z])")
_IS_CJK = re.compile(f"[{CJK}]")
_SHORTEST = 4
_SHORTEST_CJK = 2
_MOST_ATOMS = 24  # longer names are no names, and would make every start a long walk
_FREQUENT = 2  # first atoms of so few letters stand inside too many words to be looked at one by one
_WORDLIKE = frozenset("_0123456789abcdefghijklmnopqrstuvwxyz")
_GLUE = frozenset("-.@\u2010\u2011")

_Node = dict[Any, Any]  # atom -> node; None -> (what is meant, is a misspelling)


@dataclass(frozen=True, slots=True)
class Found:
    """A known name in a text."""

    start: int  # offset
    end: int
    meant: str  # id of the model; for a misspelling the right way of writing it
    typo: bool = False


def may_be_linked(name: str) -> bool:
    """Whether a name is long enough to be looked for in prose: four letters and digits, or two Chinese characters."""
    return len(alias_key(name)) >= _SHORTEST or len(_IS_CJK.findall(name)) >= _SHORTEST_CJK


class Scanner:
    """Finds names in texts, the longest first, at word boundaries.

    A name is a sequence of atoms: runs of letters, numbers, single Chinese characters. It matches whatever hyphens and
    spaces stand between them. Only places where the text has a first atom of some name are looked at.
    """

    def __init__(self) -> None:
        self._names: _Node = {}
        self._words: dict[str, _Node] = {}  # names by first word or number
        self._pairs: dict[str, _Node] = {}  # names by first two Chinese characters
        self._singles: dict[str, _Node] = {}  # names by one Chinese character before a word
        self._plain: set[str] = set()  # names that are written in small letters
        self._pattern = _ASCII_WORDS
        self._short: dict[str, re.Pattern[str]] = {}  # by first atom, where it is frequent

    def add(self, name: str, identity: str, *, typo: bool = False) -> None:
        """Take up a name. Of two that match the same text, the first one stays."""
        atoms = _ATOM.findall(_lower(name))
        if not atoms or len(atoms) > _MOST_ATOMS:
            return
        if name == name.lower():
            self._plain.add(name)
        first, rest = atoms[0], atoms[1:]
        if not _IS_CJK.match(first):
            node = self._words.setdefault(first, {})
            if not first.isascii():
                self._pattern = _WORDS
        elif rest and _IS_CJK.match(rest[0]):
            node = self._pairs.setdefault(first + rest.pop(0), {})
        else:
            node = self._singles.setdefault(first, {})
        for atom in rest:
            node = node.setdefault(atom, {})
        node.setdefault(None, (identity, typo))

    def add_model(self, name: str, identity: str) -> None:
        """Take up a model's name, unless it is too short; also as one word: `StableDiffusion`."""
        if may_be_linked(name):
            self.add(name, identity)
            self.add(_BETWEEN_LETTERS.sub("", name), identity)

    def scan(self, text: str) -> list[Found]:
        """Every name in the text from left to right, none inside another."""
        if "://" in text:
            text = _ADDRESS.sub(lambda match: " " * len(match[0]), text)
        lowered = _lower(text)
        found = [f for first, node in self._starts(lowered) for f in self._from(first, node, text, lowered)]
        found.sort(key=lambda f: (f.start, -f.end))
        kept: list[Found] = []
        for one in found:
            if not kept or one.start >= kept[-1].end:
                kept.append(one)
        return kept

    def _starts(self, lowered: str) -> Iterator[tuple[str, _Node]]:
        words = self._words.keys() & set(self._pattern.findall(lowered))
        yield from ((word, self._words[word]) for word in words)
        if lowered.isascii():
            return
        if self._pairs:
            pairs: set[str] = set()
            for run in _RUNS.findall(lowered):
                pairs.update(map(add, run, run[1:]))
            yield from ((pair, self._pairs[pair]) for pair in self._pairs.keys() & pairs)
        if self._singles:
            yield from ((single, self._singles[single]) for single in self._singles.keys() & set(lowered))

    def _from(self, first: str, node: _Node, text: str, lowered: str) -> Iterator[Found]:
        is_word = first in self._words
        past = 0
        for start in self._places(first, lowered):
            end = start + len(first)
            if start >= past and (not is_word or _begins_word(lowered, start, end)):
                longest = self._longest(node, start, end, text, lowered)
                if longest:
                    yield longest
                    past = longest.end

    def _places(self, first: str, lowered: str) -> Iterator[int]:
        if len(first) > _FREQUENT or not first.isascii():
            start = lowered.find(first)
            while start >= 0:
                yield start
                start = lowered.find(first, start + 1)
            return
        if first not in self._short:
            kind = "0-9" if first.isdigit() else "a-z"
            self._short[first] = re.compile(rf"{first}(?![{kind}])(?<![a-z0-9_.@-]{first})")
        yield from (match.start() for match in self._short[first].finditer(lowered))

    def _longest(self, node: _Node, start: int, end: int, text: str, lowered: str) -> Found | None:
        best: Found | None = None
        while True:
            meant = node.get(None)
            if meant and _ends_word(lowered, end) and self._is_name(text[start:end]):
                best = Found(start, end, *meant)
            step = _STEP.match(lowered, end)
            if step is None or step[1] not in node:
                return best
            node, end = node[step[1]], step.end()

    def _is_name(self, written: str) -> bool:
        """Whether it looks like a name and not like a common word: `Echo` does, `echo` does not."""
        return written in self._plain or any(not ("a" <= c <= "z" or c in " _.-") for c in written)


def _lower(text: str) -> str:
    """Lower case without change of length, so that offsets stay."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _is_wordlike(char: str) -> bool:
    return char in _WORDLIKE or (char > "\x7f" and char.isalnum() and not _IS_CJK.match(char))


def _begins_word(text: str, start: int, end: int) -> bool:
    """Whether the atom at `start` is whole and begins its word: no `LLaMA` in `Video-LLaMA` or `ChatLLaMA`."""
    if start and (_is_wordlike(text[start - 1]) or text[start - 1] in _GLUE):
        return False
    if end == len(text) or not _is_wordlike(text[end]):
        return True
    return text[end] == "_" or text[end].isdigit() != text[end - 1].isdigit()


def _ends_word(text: str, end: int) -> bool:
    """Whether a word ends here: not in `LLaMAs`, in `llama.rs`, nor before a version's number as in `Claude-3`."""
    if end == len(text):
        return True
    after = text[end]
    if _is_wordlike(after):
        return False
    if after in "-." and end + 1 < len(text):
        beyond = text[end + 1]
        if after == "-":
            return not (beyond.isdigit() and text[end - 1].isalpha())
        return not (_is_wordlike(beyond) and beyond.isascii())
    return True


def build_scanner(names: Iterable[tuple[str, str]], typos: Iterable[tuple[str, str]]) -> Scanner:
    """A scanner for (name, id) of models, short names left out, and for (misspelling, right name)."""
    scanner = Scanner()
    for name, identity in names:
        scanner.add_model(name, identity)
    for typo, identity in typos:
        scanner.add(typo, identity, typo=True)
    return scanner
