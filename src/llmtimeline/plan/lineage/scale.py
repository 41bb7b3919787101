"""Dates to places along a drawing: years are as wide as they are full, and it begins and ends with what it shows."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Iterator

from llmtimeline.values.dates import PartialDate

NARROWEST = 0.35  # of the fullest year, as in the strip above the timeline
_ROOM, _FIRST_ROOM = 50, 84  # for a label: a year or month, and the first, which may name both


class Scale:
    """From the first month that any date may mean to the end of the last one, as 0 to 1."""

    def __init__(self, dates: Iterable[PartialDate]) -> None:
        """Without dates it is empty, and nothing may be asked of it but its ticks."""
        known = list(dates)
        self.is_empty = not known
        firsts, lasts = [date.first_day() for date in known], [date.last_day() for date in known]
        self._first = min((day.year * 12 + day.month - 1 for day in firsts), default=0)
        last = max((day.year * 12 + day.month - 1 for day in lasts), default=0)
        counts = Counter(date.year for date in known)
        self._with_months = {date.year for date in known if date.month}
        fullest = max(counts.values(), default=1)
        shares = [max(NARROWEST, counts.get(month // 12, 0) / fullest) for month in range(self._first, last + 1)]
        whole, sum_so_far = sum(shares), 0.0
        self._starts = [0.0]
        for share in shares:
            sum_so_far += share
            self._starts.append(sum_so_far / whole)

    @property
    def months(self) -> int:
        """How many it spans."""
        return len(self._starts) - 1

    def at(self, date: PartialDate) -> float:
        """A day is its place, a month the middle of the month, a year the middle of the year."""
        if date.month is None:
            return self._month(date.year * 12 + 6, 0.0)
        month = date.year * 12 + date.month - 1
        if date.day is None:
            return self._month(month, 0.5)
        return self._month(month, (date.day - 1) / monthrange(date.year, date.month)[1])

    def ticks(self, width: float) -> Iterator[tuple[float, int, int | None, bool]]:
        """Place, year, month, and whether a year begins to be shown here: each year where it begins (the first one
        where the scale does), and as many months between as have room for their names, if any date names one."""
        if self.is_empty:
            return
        free = 0.0
        for month in range(self._first, self._first + len(self._starts) - 1):
            year, number = divmod(month, 12)
            start = self._month(month, 0.0)
            wide = (self._month(month, 1.0) - start) * width
            every = 12 if year not in self._with_months else 1 if wide >= _ROOM else 3 if wide * 3 >= _ROOM else 12
            is_first = month == self._first
            if (number % every == 0 and start * width >= free) or is_first:
                yield start, year, number + 1 if number else None, is_first or not number
                free = start * width + (_FIRST_ROOM if is_first and number else _ROOM)

    def _month(self, month: int, share: float) -> float:
        place = month - self._first
        start, end = self._starts[place], self._starts[place + 1]
        return start + (end - start) * share
