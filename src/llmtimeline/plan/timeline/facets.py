"""The menus that cut the timeline down: each entry leads to a page that is built."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace

from llmtimeline.plan.edition import Edition
from llmtimeline.plan.pages import Kind
from llmtimeline.plan.timeline.traits import IMPORTANT, MODALITIES, OPENNESS
from llmtimeline.values.views import Facet, FacetOption, LinkView, ReleaseRow

# Entries of one menu; a longer list is no help, and it would stand on every page of the timeline.
ENTRIES = 20

_Name = Callable[[str], str]


class Facets:
    """The menus of one language. The counts are those of the whole timeline, as on the pages that they lead to."""

    def __init__(self, edition: Edition, rows: Iterable[ReleaseRow]) -> None:
        self._edition = edition
        counts: dict[str, Counter[str]] = {}
        for row in rows:
            for facet in row.facets:
                key, _, value = facet.partition("=")
                counts.setdefault(key, Counter())[value] += 1
        self._counts = counts
        self._menus = tuple(menu for menu in self._all() if menu.options)

    def at(self, current: str = "") -> tuple[Facet, ...]:
        """The menus as the page of one facet (`weights=open`) shows them."""
        key, _, value = current.partition("=")
        return tuple(_marked(menu, value) if menu.key == key else menu for menu in self._menus)

    def _all(self) -> Iterable[Facet]:
        cards = self._edition.cards
        yield self._fullest("vendor", Kind.VENDOR, Kind.VENDORS, lambda each: cards.vendor(each).name)
        yield self._fullest("family", Kind.MODEL, Kind.MODELS, lambda each: cards.model(each).name)
        yield self._sliced("weights", OPENNESS, "mark")
        yield self._sliced("modality", MODALITIES, "modality")
        years = sorted(self._counts.get("year", ()), key=int, reverse=True)
        yield Facet("year", self._options("year", Kind.YEAR, years[:ENTRIES], str))
        yield Facet(IMPORTANT, self._options(IMPORTANT, Kind.SLICE, ("1",), lambda _: "@facet_important"))

    def _fullest(self, key: str, kind: Kind, index: Kind, name: _Name) -> Facet:
        """Most releases first, then in the order of the alphabet that ids are in."""
        counts = self._counts.get(key, Counter())
        ordered = sorted(counts, key=lambda value: (-counts[value], value))
        page = self._edition.page(index) if len(ordered) > ENTRIES else None
        more = LinkView(page.url, page.label) if page else None
        return Facet(key, self._options(key, kind, ordered[:ENTRIES], name), more)

    def _sliced(self, key: str, values: Iterable[str], words: str) -> Facet:
        return Facet(key, self._options(key, Kind.SLICE, values, lambda value: f"@{words}_{value}"))

    def _options(self, key: str, kind: Kind, values: Iterable[str], name: _Name) -> tuple[FacetOption, ...]:
        """Without what no page is built for: a link is all that a reader without scripts has."""
        counts, found = self._counts.get(key, Counter()), []
        for value in values:
            page = self._edition.subject(kind, IMPORTANT if key == IMPORTANT else value)
            if page is not None and counts[value]:
                found.append(FacetOption(value, name(value), page.url, counts[value]))
        return tuple(found)


def _marked(menu: Facet, value: str) -> Facet:
    return replace(menu, options=tuple(replace(each, current=each.value == value) for each in menu.options))
