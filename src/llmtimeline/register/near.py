"""Did you mean: known names that are a slip of the finger away from an unknown one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from llmtimeline.register.identity import has_cjk

_DIGITS = re.compile(r"\d+(?:\.\d+)*")
_SHORTEST = 5  # shorter names are too close to each other
_MOST_EDITS = 2
_TWO_EDITS_FROM = 8  # shorter names are allowed one slip only, or two letters that changed places
_PIECES = _MOST_EDITS + 1
_COMMON = 200  # of a gram that more names share, only so many are looked at
_RARE_GRAMS = 8
_CANDIDATES = 12
_ALIKE = 0.6
# By how much the key is longer than the known name, and how far right its piece stands: both cost edits.
_SHIFTS = tuple(
    (longer, shift)
    for longer in range(-_MOST_EDITS, _MOST_EDITS + 1)
    for shift in range(-_MOST_EDITS, _MOST_EDITS + 1)
    if abs(shift) + abs(longer - shift) <= _MOST_EDITS
)


def edits(first: str, second: str, most: int = _MOST_EDITS) -> int:
    """Letters to insert, leave out, change or swap with their neighbour; `most` + 1 for anything above `most`.

    Linear in the length: only the diagonal band of width 2 * `most` + 1 is looked at.
    """
    if abs(len(first) - len(second)) > most:
        return most + 1
    far = most + 1
    before: dict[int, int] = {}
    row = {j: j for j in range(min(len(second), most) + 1)}
    for i, a in enumerate(first, 1):
        last, row = row, {}
        for j in range(max(0, i - most), min(len(second), i + most) + 1):
            if j == 0:
                row[j] = i
                continue
            b = second[j - 1]
            cost = min(last.get(j, far) + 1, row.get(j - 1, far) + 1, last.get(j - 1, far) + (a != b))
            if i > 1 and j > 1 and a == second[j - 2] and b == first[i - 2]:
                cost = min(cost, before.get(j - 2, far) + 1)
            row[j] = min(cost, far)
        if min(row.values()) > most:
            return far
        before = last
    return row.get(len(second), far)


class NearNames:
    """Known keys, arranged so that near ones are found without comparing with all."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._keys = tuple(sorted(dict.fromkeys(keys)))
        self._lengths = frozenset(map(len, self._keys))
        self._slips: dict[str, tuple[str, ...]] = {}
        self._pieces: dict[tuple[str, int, int, str], list[str]] | None = None
        self._grams: dict[str, list[str]] | None = None

    def slip(self, key: str) -> tuple[str, ...]:
        """Known keys that `key` is probably a misspelling of, nearest first.

        Never for names with Chinese characters, for other digits (`claude2` is no slip of `claude3`), nor when the
        known name is merely continued (`starcoderplus`).
        """
        if key not in self._slips:
            self._slips[key] = tuple(self._slips_of(key))
        return self._slips[key]

    def _slips_of(self, key: str) -> Iterator[str]:
        if len(key) < _SHORTEST or has_cjk(key):
            return
        letters = sorted(key)
        near: list[tuple[int, str]] = []
        for known in sorted(self._sharing_a_piece(key)):
            if key.startswith(known):
                continue
            distance = edits(key, known)
            if distance == 1 or (distance == _MOST_EDITS and (len(key) >= _TWO_EDITS_FROM or sorted(known) == letters)):
                near.append((distance, known))
        yield from (known for _, known in sorted(near))

    def nearest(self, key: str, limit: int = 3) -> tuple[str, ...]:
        """Up to `limit` known keys that look like this one, best first."""
        shared = Counter[str]()
        for _, known in sorted((len(k), k) for k in self._known_with_grams(key))[:_RARE_GRAMS]:
            shared.update(known)
        best = sorted(shared, key=lambda known: (-shared[known], abs(len(known) - len(key)), known))[:_CANDIDATES]
        scored = sorted((-_likeness(key, known), known) for known in best)
        return tuple(known for score, known in scored if -score >= _ALIKE)[:limit]

    def _sharing_a_piece(self, key: str) -> set[str]:
        """All keys with the same digits that may be two edits away: two edits leave one of three pieces whole."""
        if self._pieces is None:
            self._pieces = {}
            for known in self._keys:
                if len(known) >= _SHORTEST and not has_cjk(known):
                    digits = _digits(known)
                    for number, start, end in _cuts(len(known)):
                        self._pieces.setdefault((digits, len(known), number, known[start:end]), []).append(known)
        digits = _digits(key)
        found: set[str] = set()
        for longer, shift in _SHIFTS:
            length = len(key) - longer
            if length in self._lengths:
                for number, start, end in _cuts(length):
                    if start + shift >= 0:
                        found.update(self._pieces.get((digits, length, number, key[start + shift : end + shift]), ()))
        return found

    def _known_with_grams(self, key: str) -> Iterator[list[str]]:
        if self._grams is None:
            self._grams = {}
            for known in self._keys:
                for gram in _grams(known):
                    self._grams.setdefault(gram, []).append(known)
        for gram in _grams(key):
            known_here = self._grams.get(gram)
            if known_here:
                yield known_here[:_COMMON]


def _digits(key: str) -> str:
    return " ".join(_DIGITS.findall(key))


def _likeness(key: str, known: str) -> float:
    """From 0 to 1; a name that is whole within the other is as good as the same."""
    shorter, longer = sorted((key, known), key=len)
    if len(shorter) >= _SHORTEST - 1 and shorter in longer:
        return 1.0
    return SequenceMatcher(None, key[:200], known).ratio()


def _cuts(length: int) -> Iterator[tuple[int, int, int]]:
    for number in range(_PIECES):
        yield number, number * length // _PIECES, (number + 1) * length // _PIECES


def _grams(key: str) -> tuple[str, ...]:
    framed = f"\x02{key[:200]}\x03"
    return tuple(dict.fromkeys(framed[i : i + 2] for i in range(len(framed) - 1)))
