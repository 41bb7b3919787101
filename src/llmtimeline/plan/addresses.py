"""Which page keeps an address that several want."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from llmtimeline.plan.pages import OURS, Kind, Page, Rank
from llmtimeline.values.diagnostics import Checked, Diagnostic, Related, diagnose
from llmtimeline.values.places import Span

_KINDS = {
    Kind.HOME: "the home page",
    Kind.POST: "a post",
    Kind.SECTION: "the section",
    Kind.TAXONOMY: "the list of terms",
    Kind.TERM: "the term's list",
    Kind.TIMELINE: "the timeline",
    Kind.YEAR: "the timeline of a year",
    Kind.SLICE: "a part of the timeline",
    Kind.MODELS: "the list of models",
    Kind.MODEL: "the model's page",
    Kind.VENDORS: "the list of vendors",
    Kind.VENDOR: "the vendor's page",
    Kind.LINEAGE: "the lineage",
    Kind.CHARTS: "the page of charts",
    Kind.COMPARE: "the page that compares models",
    Kind.COMPARISON: "the comparison",
    Kind.ARCHIVES: "the archives",
    Kind.SEARCH: "the search page",
    Kind.DATA: "the dataset's page",
    Kind.NOT_FOUND: "the 404 page",
}


_SETTINGS = {
    Kind.YEAR: "timeline",
    Kind.SLICE: "timeline",
    Kind.COMPARISON: "compare",
    Kind.MODEL: "models",
    Kind.VENDOR: "vendors",
    **{kind: kind.value for kind in OURS},
}


@dataclass(frozen=True, slots=True)
class Settled:
    """Which pages stand, and which gave way to them."""

    pages: tuple[Page, ...]
    replaced: Mapping[Page, str]  # a page of the site -> the key of the generated one in whose place it stands
    stand_ins: Mapping[Page, Page | None]  # a generated page that gave way -> what stands there; None for a file


def settle_pages(pages: Sequence[Page], config_path: str, static: Mapping[str, Span]) -> Checked[Settled]:
    """The pages that stand. `static` are the files of the site's static folders by their path.

    Adds LT501 where two pages of the site want one address, LT505 where one of ours gives way.
    """
    by_path: dict[str, list[Page]] = {}
    for page in pages:
        if page.is_rendered:
            by_path.setdefault(page.address.path, []).append(page)
    gone: set[Page] = set()
    replaced: dict[Page, str] = {}
    stand_ins: dict[Page, Page | None] = {}
    found: list[Diagnostic] = []
    for path, rivals in by_path.items():
        first, *others = sorted(rivals, key=lambda page: page.rank)
        gone.update(others)
        for other in others:
            if other.rank is first.rank or _is_stolen_home(first, other):
                found.append(_two_pages(first, other, config_path))
                continue
            replaced.setdefault(first, other.key)
            stand_ins[other] = first
            if first.kind is not other.kind:  # a page with `layout: archives` does what ours would
                found.append(_gives_way(other, first.url, first.origin or Span(config_path), _KINDS[first.kind]))
        if first.rank is Rank.OURS and path in static:
            gone.add(first)
            stand_ins[first] = None
            found.append(_gives_way(first, first.url, static[path], "a static file"))
    for ours, own in _own_searches(pages):
        if ours not in gone and own not in gone:
            gone.add(ours)
            stand_ins[ours] = own
            replaced.setdefault(own, ours.key)
    return Checked(Settled(tuple(page for page in pages if page not in gone), replaced, stand_ins), tuple(found))


def _own_searches(pages: Sequence[Page]) -> Iterator[tuple[Page, Page]]:
    """Our search page of each language, with the one that the site has at whichever address (`layout: search`)."""
    found = [page for page in pages if page.kind is Kind.SEARCH and page.is_rendered]
    own: dict[str, Page] = {}
    for page in found:
        if page.rank is Rank.OWN:
            own.setdefault(page.language, page)
    yield from ((page, own[page.language]) for page in found if page.rank is Rank.OURS and page.language in own)


def _is_stolen_home(first: Page, home: Page) -> bool:
    """Whether a page below the root says by its `url` that it is the home page, as copies of posts and strangers do."""
    return home.kind is Kind.HOME and first.post is not None and bool(first.post.key.id)


def _two_pages(first: Page, other: Page, config_path: str) -> Diagnostic:
    places = [page.origin for page in (first, other) if page.origin]
    related = [Related(span, f"wants `{first.url}`") for span in places]
    hint = "give one of them another `slug` or `url`"
    span = other.origin or first.origin or Span(config_path)
    return diagnose("LT501", f"two pages want the address `{first.url}`", span, hint=hint, related=related)


def _gives_way(other: Page, url: str, span: Span, what: str) -> Diagnostic:
    setting = _SETTINGS.get(other.kind)
    hint = f"`timeline: {{{setting}: …}}` in the config gives ours another address" if setting else ""
    return diagnose("LT505", f"{what} stands at `{url}`; {_KINDS[other.kind]} was left out", span, hint=hint)
