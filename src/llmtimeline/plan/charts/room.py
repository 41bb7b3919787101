"""Room for words in a drawing whose width only the reader's screen knows.

Marks stand at shares of the width, words beside them have a width in pixels. What is clear of each other at one width
is so at every greater one, as long as the order from left to right is that of the shares; so labels are placed for the
narrowest plot, and more of them for the narrowest that counts as wide.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

NARROW, WIDE = 232.0, 540.0
"""Pixels: the plot on a phone of 320 px, and where the style sheet shows what is `roomy`."""

FONT = 12.0


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: left and right are a share of the width and pixels beside it, top and bottom are pixels."""

    left: tuple[float, float]
    right: tuple[float, float]
    top: float
    bottom: float

    def is_clear_of(self, other: Box, width: float) -> bool:
        """Whether the two do not touch on a plot of this width or any greater one."""
        if self.bottom <= other.top or other.bottom <= self.top:
            return True
        return _before(self, other, width) or _before(other, self, width)

    def is_within(self, width: float, height: float, margin: float) -> bool:
        """Whether it keeps inside the plot, but for a margin at the sides and the top."""
        left, right = self.left[0] * width + self.left[1], self.right[0] * width + self.right[1]
        return left >= -1 and right <= width + margin and self.top >= -margin and self.bottom <= height


def labelled(starts: Sequence[float], width: float) -> list[str]:
    """For labels `width` pixels wide at places from left to right, where each has room: "always", "roomy" or "".

    The newest is placed first: the first place is often only part of a year.
    """
    labels = [""] * len(starts)
    for plot, word in ((NARROW, "always"), (WIDE, "roomy")):
        for place in range(len(starts) - 1, -1, -1):
            if labels[place]:
                continue
            taken = [start for start, label in zip(starts, labels, strict=True) if label]
            if all(abs(starts[place] - start) * plot >= width for start in taken):
                labels[place] = word
    return labels


def _before(one: Box, other: Box, width: float) -> bool:
    share = other.left[0] - one.right[0]
    return share >= 0 and share * width + other.left[1] - one.right[1] >= 0
