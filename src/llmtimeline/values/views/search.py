"""The search: what its opener in the header knows, and the page that lists everything for readers without scripts."""

from __future__ import annotations

from dataclasses import dataclass

from llmtimeline.values.dates import PartialDate
from llmtimeline.values.views.html import Html
from llmtimeline.values.views.parts import LinkView
from llmtimeline.values.views.posts import Pager


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """A page in the full index, with the sections that it leads to."""

    link: LinkView
    date: PartialDate | None = None
    sections: tuple[LinkView, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchGroup:
    """Entries of one sort: posts of a year, models with one first letter."""

    kind: str  # post, page, model, vendor, term
    label: str  # a year, a letter; "#" of digits and signs, "汉" of Chinese names, "" without a year
    anchor: str
    entries: tuple[SearchEntry, ...]
    begins: bool = True  # the first of its kind on this page
    continued: bool = False  # its first entries stand on the page before


@dataclass(frozen=True, slots=True)
class SearchJump:
    """Where each group of one kind is."""

    kind: str
    links: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class SearchContent:
    """The search page. Without scripts it is the index of the whole site, cut in pages."""

    kind = "search"
    intro_html: Html
    groups: tuple[SearchGroup, ...]
    jumps: tuple[SearchJump, ...]
    pager: Pager
