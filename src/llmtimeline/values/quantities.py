"""Numbers as authors write them: `180B`, `130亿`, `1.2万亿`, `8w`, `>1700亿`, `106B (active 12B)`, `未公开`."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class Bound(enum.StrEnum):
    """How the amount stands to the true number."""

    EXACT = "exact"
    ABOUT = "about"  # 约, ~, about
    OVER = "over"  # >, 超过, over
    UNDER = "under"  # <, 不到, under


class Known(enum.StrEnum):
    """Unknown (no claim at all), undisclosed and not applicable are three different things."""

    GIVEN = "given"
    UNDISCLOSED = "undisclosed"
    NOT_APPLICABLE = "not-applicable"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit and qualifiers. `amount` is None exactly when `known` is not GIVEN."""

    text: str  # as written
    amount: int | float | None = None  # in single units: 180B is 180_000_000_000; int wherever it is whole
    unit: str = ""  # "parameters", "tokens", "characters", "words", "gpu", "gpu-hours", an ISO 4217 code, …
    high: int | float | None = None  # upper end of a range such as 0.06-11B; `amount` is then the lower
    bound: Bound = Bound.EXACT
    active: int | float | None = None  # of a mixture of experts: 106B (active 12B)
    note: str = ""  # other words in parentheses: 200k (trained)
    known: Known = Known.GIVEN
