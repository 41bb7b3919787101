"""Where the lines of a large title end: Latin words whole, no comma at the start of a line, lines of like length."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

Measure = Callable[[str], float]

_NEVER_FIRST = "，。、；：？！）】》」』〕〉”’％‰…—·,.;:?!)]}%々ーァィゥェォッャュョ"
_NEVER_LAST = "（【《「『〔〈“‘([{#$￥¥@"
_LONGEST = 1000  # characters that are looked at: more than any card holds
_OPENING, _CLOSING = "（【《「『〔〈“‘([{", "）】》」』〕〉”’)]}"
_PAUSES = "，。、；：？！,;:—·|"  # after which a line ends well
# Chinese is set by characters; a number keeps its unit, and everything else stays whole between spaces.
_WIDE = "\u2e80-\u303f\u3040-\u30ff\u3100-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff"
_UNIT = re.compile(rf"\d[\d.,]*\s?[年月日号个位亿万]|[{_WIDE}“”‘’…—·]|[^\s{_WIDE}“”‘’…—·]+|\s+")


@dataclass(frozen=True, slots=True)
class _Piece:
    """What no line breaks."""

    text: str
    spaced: bool  # a space stands before it


def break_lines(text: str, width: float, most: int, measure: Measure) -> tuple[str, ...]:
    """The text in at most so many lines, none wider than `width`; where there is more, the last ends in an ellipsis.

    Of all ways with the fewest lines that is taken whose lines are most alike, and end at a pause where one is near.
    """
    measured = lru_cache(maxsize=None)(measure)
    if len(text) > _LONGEST:
        text = f"{text[:_LONGEST]}…"
    pieces = [part for piece in _pieces(text) for part in _short_enough(piece, width, measured)]
    if not pieces:
        return ()
    lines = _greedy(pieces, width, measured)
    if len(lines) > most:
        kept = [_joined(line) for line in lines[: most - 1]]
        return (*kept, _shortened(lines[most - 1], width, measured))
    return tuple(_joined(line) for line in _balanced(pieces, len(lines), width, measured))


def _pieces(text: str) -> list[_Piece]:
    found: list[_Piece] = []
    spaced = False
    for unit in _UNIT.findall(" ".join(text.split())):
        if unit.isspace():
            spaced = bool(found)
            continue
        last = found[-1].text if found else ""
        if last and not spaced and (unit[0] in _NEVER_FIRST or last[-1] in _NEVER_LAST):
            found[-1] = _Piece(last + unit, found[-1].spaced)
        else:
            found.append(_Piece(unit, spaced))
        spaced = False
    return found


def _short_enough(piece: _Piece, width: float, measure: Measure) -> list[_Piece]:
    """A word that no line can hold is cut where it must be."""
    parts, rest = [], piece
    while measure(rest.text) > width and len(rest.text) > 1:
        end = next(n for n in range(1, len(rest.text)) if measure(rest.text[: n + 1]) > width)
        parts.append(_Piece(rest.text[:end], rest.spaced))
        rest = _Piece(rest.text[end:], spaced=False)
    return [*parts, rest]


def _joined(pieces: Sequence[_Piece]) -> str:
    return "".join((" " if piece.spaced and number else "") + piece.text for number, piece in enumerate(pieces))


def _greedy(pieces: Sequence[_Piece], width: float, measure: Measure) -> list[list[_Piece]]:
    lines: list[list[_Piece]] = [[]]
    for piece in pieces:
        if lines[-1] and measure(_joined([*lines[-1], piece])) > width:
            lines.append([])
        lines[-1].append(piece)
    return lines


def _shortened(line: list[_Piece], width: float, measure: Measure) -> str:
    """The last line with an ellipsis. No space and no pause stands before it."""
    text = _joined(line).rstrip(_PAUSES + ".…")
    while text and measure(text + _ellipsis(text)) > width:
        text = text[:-1].rstrip(_PAUSES + _NEVER_LAST + " .…")
    return text + _ellipsis(text)


def _ellipsis(text: str) -> str:
    """Chinese fonts put "…" at half the height of a line, where it belongs after Chinese only."""
    return "..." if text[-1:].isascii() else "…"


def _balanced(pieces: Sequence[_Piece], count: int, width: float, measure: Measure) -> list[Sequence[_Piece]]:
    """The cheapest of all ways to make `count` lines."""
    if count == 1:
        return [pieces]
    ideal, prices = measure(_joined(pieces)) / count, _prices(pieces)
    # best[n][end]: the least cost of n lines that hold pieces[:end], and where the last of them starts
    best: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]
    for _ in range(count):
        row: dict[int, tuple[float, int]] = {}
        for start, (so_far, _) in best[-1].items():
            for end in range(start + 1, len(pieces) + 1):
                wide = measure(_joined(pieces[start:end]))
                if wide > width and end > start + 1:
                    break
                cost = so_far + ((wide - ideal) / width) ** 2 + prices[end]
                if end not in row or cost < row[end][0]:
                    row[end] = (cost, start)
        best.append(row)
    ends = [len(pieces)]
    for row in reversed(best[1:]):
        ends.append(row[ends[-1]][1])
    return [pieces[start:end] for start, end in pairwise(reversed(ends))]


def _prices(pieces: Sequence[_Piece]) -> list[float]:
    """What it costs to end a line before each piece, and at the end.

    Least after a pause; more within Chinese, whose words nobody marks, and within a name such as `Llama 2`; most within
    brackets.
    """
    prices, depth = [0.0], 0
    for piece, following in pairwise(pieces):
        depth = max(0, depth + sum((mark in _OPENING) - (mark in _CLOSING) for mark in piece.text))
        if piece.text[-1] in _PAUSES:
            price = 0.0
        elif following.spaced and piece.text[-1].isascii() and following.text[0].isascii():
            price = 0.15 if following.text[0].isdigit() else 0.03
        else:
            price = 0.02 if following.spaced else 0.035
        prices.append(price + (0.1 if depth else 0.0))
    return [*prices, 0.0]
