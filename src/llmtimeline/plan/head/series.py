"""Posts that their authors put into one series."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from llmtimeline.plan.pages import Page

Series = Mapping[str, Sequence[Page]]  # name in small letters -> its posts


def group_series(posts: Iterable[Page]) -> Series:
    """The series of a language; each keeps the order of `posts`."""
    series: dict[str, list[Page]] = {}
    for page in posts:
        for name in _names(page):
            series.setdefault(name, []).append(page)
    return series


def others_in_series(series: Series, page: Page) -> tuple[Page, ...]:
    """The other posts of all series that a page is in, each once."""
    found = dict.fromkeys(other for name in _names(page) for other in series.get(name, ()))
    found.pop(page, None)
    return tuple(found)


def _names(page: Page) -> Iterator[str]:
    """`series` is a parameter of PaperMod's, and on sites that declare it a taxonomy."""
    if page.post is None:
        return
    front = page.post.front
    given = front.params.get("series", ())
    names = (given,) if isinstance(given, str) else given if isinstance(given, (list, tuple)) else ()
    terms = (term for plural, terms in front.terms if plural == "series" for term in terms)
    yield from dict.fromkeys(" ".join(str(name).split()).casefold() for name in (*names, *terms))
