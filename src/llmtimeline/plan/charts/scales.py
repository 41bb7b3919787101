"""Amounts to positions: ticks at round numbers, linear for counts, logarithmic for amounts."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from llmtimeline.values.views.charts import Tick

_MOST_TICKS = 6  # above the foot of a linear scale
_MOST_STEPS = 8  # lines of a logarithmic scale
LEAST, BEYOND = 1, 10**18
"""What a logarithmic scale takes: from LEAST to below BEYOND. No model has a quintillion of anything yet."""


@dataclass(frozen=True, slots=True)
class Linear:
    """Counts from 0 to `top`, which is a tick."""

    top: int
    step: int

    def at(self, value: float) -> float:
        """From the top: 1 for 0, 0 for `top`."""
        return rounded(1 - value / self.top)

    def ticks(self) -> tuple[Tick, ...]:
        """From 0 up."""
        return tuple(Tick(self.at(value), value) for value in range(0, self.top + 1, self.step))


@dataclass(frozen=True, slots=True)
class Logarithmic:
    """Amounts between the first and the last of `values`, which are its ticks."""

    values: tuple[int, ...]

    def at(self, value: float) -> float:
        """From the top: 1 for the first tick, 0 for the last."""
        low, high = math.log10(self.values[0]), math.log10(self.values[-1])
        return rounded(1 - (math.log10(value) - low) / (high - low))

    def ticks(self) -> tuple[Tick, ...]:
        """From the least up."""
        return tuple(Tick(self.at(value), value) for value in self.values)


def linear(most: int) -> Linear:
    """A scale for counts up to `most`, in steps of 1, 2 or 5 times a power of ten."""
    most = max(most, 1)
    step = next(step for step in _round_steps() if step * _MOST_TICKS >= most)
    return Linear(-(-most // step) * step, step)


def logarithmic(amounts: Sequence[float]) -> Logarithmic:
    """A scale that holds all amounts, each at least LEAST and below BEYOND: 1, 3, 10 … where few decades are spanned,
    else powers of ten, of which some are left out where they are many."""
    low, high = min(amounts), max(amounts)
    fine = _between(sorted(digit * 10**power for power in range(19) for digit in (1, 3)), low, high)
    if len(fine) <= _MOST_STEPS - 2:
        return Logarithmic(fine)
    powers = _between([10**power for power in range(19)], low, high)
    gap = -(-(len(powers) - 1) // (_MOST_STEPS - 1))
    # Counted from the foot; the last one reaches beyond the highest power where the gap does not divide evenly.
    return Logarithmic(tuple(powers[0] * 10**step for step in range(0, len(powers) - 1 + gap, gap)))


def rounded(share: float) -> float:
    """A position with as many digits as a screen can show, and the same on every machine."""
    return round(share, 5) + 0.0  # without a negative zero


def _between(steps: Sequence[int], low: float, high: float) -> tuple[int, ...]:
    """The steps from the last one not above `low` to the first one not below `high`, at least two."""
    first = max(place for place, step in enumerate(steps) if step <= low)
    last = next((place for place, step in enumerate(steps) if step >= high), len(steps) - 1)
    if first == last:
        first, last = (first, last + 1) if last + 1 < len(steps) else (first - 1, last)
    return tuple(steps[first : last + 1])


def _round_steps() -> Iterator[int]:
    for power in count():
        yield from (digit * 10**power for digit in (1, 2, 5))
