"""Releases by vendor: the longest bars, and one for all others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from llmtimeline.plan.charts.columns import openness_of, pieces
from llmtimeline.plan.charts.scales import rounded
from llmtimeline.values.views import ReleaseRow, VendorChip
from llmtimeline.values.views.charts import Bar, BarChart

MOST_BARS = 12


def vendor_bars(releases: Sequence[ReleaseRow], order: Callable[[VendorChip], object]) -> BarChart | None:
    """The bars of some releases; None where none has a vendor. Vendors with equal counts stand by `order` of their
    chips.

    A release of two vendors counts for each. Vendors beyond the MOST_BARS first are gathered, but never a single one.
    """
    piles: dict[str, Counter[str]] = {}
    chips = {chip.id: chip for release in releases for chip in release.vendors}
    for release in releases:
        for identity in dict.fromkeys(chip.id for chip in release.vendors):
            piles.setdefault(identity, Counter())[openness_of(release.weights)] += 1
    if not piles:
        return None
    ordered = sorted(chips.values(), key=lambda chip: (-piles[chip.id].total(), order(chip)))
    shown, rest = ordered[:MOST_BARS], ordered[MOST_BARS:]
    if len(rest) == 1:
        shown, rest = ordered, []
    others = _sum(piles[chip.id] for chip in rest)
    longest = max(piles[ordered[0].id].total(), others.total())
    return BarChart(
        bars=tuple(_bar(chip.name, chip.url, piles[chip.id], longest) for chip in shown),
        others=_bar("", "", others, longest) if rest else None,
        folded=len(rest),
        vendors=len(ordered),
        shared=sum(len(release.vendors) > 1 for release in releases),
        nameless=sum(not release.vendors for release in releases),
    )


def _bar(name: str, url: str, pile: Counter[str], longest: int) -> Bar:
    return Bar(name, url, pile.total(), pieces(pile, longest), rounded(pile.total() / longest))


def _sum(piles: Iterable[Counter[str]]) -> Counter[str]:
    whole: Counter[str] = Counter()
    for pile in piles:
        whole.update(pile)
    return whole
