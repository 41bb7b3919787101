"""The search page. Without scripts it is the index of the whole site: every post with its sections, every page, model,
vendor and term."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from llmtimeline.plan.collation import sort_key
from llmtimeline.plan.edition import Edition
from llmtimeline.plan.frames import Planned, plan_page
from llmtimeline.plan.pagers import pager
from llmtimeline.plan.pages import Kind, Page
from llmtimeline.plan.routing.routes import encode_fragment
from llmtimeline.plan.search.documents import Document
from llmtimeline.values.dates import PartialDate
from llmtimeline.values.views import LinkView, SearchContent, SearchEntry, SearchGroup, SearchJump

MOST_LINES = 500
"""On one page; a page of a larger index ends within a group, and the next goes on with it."""

_KINDS = {"post": "post", "page": "page", "model": "model", "family": "model", "vendor": "vendor", "term": "term"}
_ORDER = ("post", "page", "model", "vendor", "term")
_FEWEST_TO_LETTER = 12
_DIGITS, _HAN = "#", "汉"


def plan_search_page(edition: Edition, documents: Sequence[Document], most: int = MOST_LINES) -> Iterator[Planned]:
    """The search page of a language and its further pages, of about `most` lines each."""
    cut = list(_cut(_groups(edition, documents), most)) or [[]]
    for page in edition.of_kind(Kind.SEARCH):
        routes = edition.index.routes
        for number, groups in enumerate(cut, start=1):
            address, view = pager(routes, page.address, number, len(cut))
            content = SearchContent(
                intro_html=edition.intro(page) if number == 1 else "",
                groups=tuple(_with_beginnings(groups)),
                jumps=_jumps(edition, page, cut, number),
                pager=view,
            )
            yield plan_page(edition, page, content, None, address)


def _groups(edition: Edition, documents: Sequence[Document]) -> Iterator[SearchGroup]:
    for kind in _ORDER:
        found = [document for document in documents if _KINDS[document.kind] == kind]
        if kind == "post":
            yield from _by_year(found)
            continue
        found.sort(key=lambda document: sort_key(document.title, edition.key))
        lettered = kind != "page" and len(found) >= _FEWEST_TO_LETTER
        label_of = {each.url: _letter(each.title, edition.key) if lettered else "" for each in found}
        for label, group in groupby(found, key=lambda document: label_of[document.url]):
            yield SearchGroup(kind, label, f"{kind}s:{label or 'all'}", _entries(group))


def _by_year(posts: Iterable[Document]) -> Iterator[SearchGroup]:
    for year, group in groupby(posts, key=lambda document: document.year):
        yield SearchGroup("post", year, f"posts:{year or 'undated'}", _entries(group))


def _entries(documents: Iterable[Document]) -> tuple[SearchEntry, ...]:
    return tuple(_entry(document) for document in documents)


def _entry(document: Document) -> SearchEntry:
    sections = tuple(
        LinkView(f"{document.url}#{encode_fragment(part.anchor)}", part.heading)
        for part in document.parts
        if part.anchor and part.heading
    )
    date = _partial(document.date) if document.kind in ("post", "model", "family") else None
    return SearchEntry(LinkView(document.url, document.title), date, sections)


def _partial(edtf: str) -> PartialDate | None:
    if not edtf:
        return None
    year, month, day, *_ = (*(int(part) for part in edtf.rstrip("~?%").split("-")), None, None)
    return PartialDate(year or 0, month, day)


def _letter(name: str, language: str) -> str:
    """Under which letter a name stands: a Latin one, or one sign for digits and one for what has no letters."""
    (group, weight), *_ = sort_key(name, language)[0] or ((0, b""),)
    first = weight.decode("ascii", "ignore").upper() if group < 2 else ""
    if first.isalpha():
        return first
    return _DIGITS if group < 2 else _HAN


def _lines(entry: SearchEntry) -> int:
    return 1 + len(entry.sections)


def _cut(groups: Iterable[SearchGroup], most: int) -> Iterator[list[SearchGroup]]:
    page: list[SearchGroup] = []
    room = most
    for group in groups:
        entries: list[SearchEntry] = []
        continued = False
        for entry in group.entries:
            if room < _lines(entry) and (page or entries):
                if entries:
                    page.append(replace(group, entries=tuple(entries), continued=continued))
                    continued = True
                yield page
                page, entries, room = [], [], most
            entries.append(entry)
            room -= _lines(entry)
        if entries:
            page.append(replace(group, entries=tuple(entries), continued=continued))
    if page:
        yield page


def _with_beginnings(groups: Sequence[SearchGroup]) -> Iterator[SearchGroup]:
    for number, group in enumerate(groups):
        yield replace(group, begins=number == 0 or groups[number - 1].kind != group.kind)


def _jumps(edition: Edition, page: Page, cut: Sequence[Sequence[SearchGroup]], shown: int) -> tuple[SearchJump, ...]:
    """Links to where each group begins; on the page itself they are anchors alone."""
    links: dict[str, list[LinkView]] = {}
    for number, groups in enumerate(cut, start=1):
        address = pager(edition.index.routes, page.address, number, len(cut))[0]
        for group in groups:
            if not group.continued:
                url = ("" if number == shown else address.url) + "#" + encode_fragment(group.anchor)
                links.setdefault(group.kind, []).append(LinkView(url, group.label))
    return tuple(SearchJump(kind, tuple(found)) for kind, found in links.items())
