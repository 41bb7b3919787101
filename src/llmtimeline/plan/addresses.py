"""Which page keeps an address that several want."""

from __future__ import annotations

from collections.abc import Sequence

from llmtimeline.plan.pages import Kind, Page, Rank
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
    Kind.MODELS: "the list of models",
    Kind.MODEL: "the model's page",
    Kind.VENDORS: "the list of vendors",
    Kind.VENDOR: "the vendor's page",
    Kind.ARCHIVES: "the archives",
    Kind.DATA: "the dataset's page",
    Kind.NOT_FOUND: "the 404 page",
}


def settle_pages(pages: Sequence[Page], config_path: str) -> Checked[tuple[tuple[Page, ...], dict[Page, str]]]:
    """The pages that stand, and for each own page that took a generated one's place the key of that one.

    Adds LT501 where two pages of the site want one address, LT505 where one of ours gives way.
    """
    by_path: dict[str, list[Page]] = {}
    for page in pages:
        if page.is_rendered:
            by_path.setdefault(page.address.path, []).append(page)
    gone: set[Page] = set()
    replaced: dict[Page, str] = {}
    found: list[Diagnostic] = []
    for rivals in by_path.values():
        if len(rivals) == 1:
            continue
        first, *others = sorted(rivals, key=lambda page: page.rank)
        gone.update(others)
        for other in others:
            if other.rank is Rank.OWN:
                found.append(_two_pages(first, other))
            else:
                replaced.setdefault(first, other.key)
                if first.kind is not other.kind:  # a page with `layout: archives` does what ours would
                    found.append(_gives_way(first, other, config_path))
    return Checked((tuple(page for page in pages if page not in gone), replaced), tuple(found))


def _two_pages(first: Page, other: Page) -> Diagnostic:
    places = [page.origin for page in (first, other) if page.origin]
    related = [Related(span, f"wants `{first.url}`") for span in places]
    hint = "give one of them another `slug` or `url`"
    return diagnose("LT501", f"two pages want the address `{first.url}`", other.origin, hint=hint, related=related)


def _gives_way(first: Page, other: Page, config_path: str) -> Diagnostic:
    span = first.origin or Span(config_path)
    return diagnose("LT505", f"this page stands at `{first.url}`; {_KINDS[other.kind]} was left out", span)
