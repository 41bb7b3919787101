"""Dates as precise as they were given, and no more."""

from __future__ import annotations

import calendar
import enum
from dataclasses import dataclass
from datetime import date


class Precision(enum.StrEnum):
    """How much of a date is known."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, a month or a day, maybe approximate or uncertain. A month is never stored as its first day."""

    year: int
    month: int | None = None
    day: int | None = None  # only with a month
    approximate: bool = False  # EDTF "~": about then
    uncertain: bool = False  # EDTF "?": not sure

    @property
    def precision(self) -> Precision:
        """YEAR, MONTH or DAY."""
        if self.month is None:
            return Precision.YEAR
        return Precision.MONTH if self.day is None else Precision.DAY

    def edtf(self) -> str:
        """The text form, EDTF level 1: `2020`, `2023-05`, `2023-03-14`, `2023-05~`, `2023?`, `2023%` (both)."""
        text = f"{self.year:04d}"
        if self.month is not None:
            text += f"-{self.month:02d}"
            if self.day is not None:
                text += f"-{self.day:02d}"
        if self.approximate and self.uncertain:
            return text + "%"
        return text + ("~" if self.approximate else "?" if self.uncertain else "")

    def first_day(self) -> date:
        """The first day that the date may mean."""
        return date(self.year, self.month or 1, self.day or 1)

    def last_day(self) -> date:
        """The last day that the date may mean."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def contains(self, other: PartialDate) -> bool:
        """Whether `other` lies within this date: 2023-03 contains 2023-03-15 and itself."""
        return self.first_day() <= other.first_day() and other.last_day() <= self.last_day()

    def agrees_with(self, other: PartialDate) -> bool:
        """Whether one of the two contains the other, so that both may speak of one event."""
        return self.contains(other) or other.contains(self)

    def timeline_key(self) -> tuple[int, int, int]:
        """Sorted descending: a month-only date comes after the days of its month, a year after its months."""
        return (self.year, self.month or 0, self.day or 0)
