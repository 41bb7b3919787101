"""What can be found: posts and plain pages by section, models, vendors and terms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from llmtimeline.plan.edition import Edition
from llmtimeline.plan.listings import is_set
from llmtimeline.plan.pages import OURS, Kind, Page
from llmtimeline.plan.search.names import all_names
from llmtimeline.plan.sentences import one_line
from llmtimeline.values.posts import Post
from llmtimeline.values.registry import Model, Vendor

KINDS = ("post", "page", "model", "family", "vendor", "term")
"""Sorts of documents. An index holds their numbers, and pages a word for each (`search_kind_post`)."""


@dataclass(frozen=True, slots=True)
class Part:
    """A section of a document, which a result leads to."""

    anchor: str  # id in the page; "" for its beginning
    heading: str
    text: str
    date: str = ""  # EDTF, of the release that it tells, where that is not the document's


@dataclass(frozen=True, slots=True)
class Document:
    """A page that can be found."""

    kind: str  # one of KINDS
    url: str
    title: str
    date: str  # EDTF; "" where none is known
    names: tuple[str, ...]  # further ones, of models and vendors
    parts: tuple[Part, ...]  # at least one; the first is the page's beginning

    @property
    def year(self) -> str:
        """Of its date; "" without."""
        return self.date[:4]


def gather(edition: Edition) -> list[Document]:
    """Every document of a language: those about things first, then pages, the newest first.

    Left out: drafts, pages that ask to be (`searchHidden`, `robotsNoIndex`, `build.list`), the archives and searches.
    """
    named = [*_vendors(edition), *_models(edition), *_terms(edition)]
    written = [*_pages(edition), *_posts(edition)]
    return [*named, *sorted(written, key=lambda document: document.date, reverse=True)]


def _posts(edition: Edition) -> Iterator[Document]:
    for page in edition.index.all_posts[edition.key]:
        if page.kind is Kind.POST and page.post is not None and _may_be_found(page.post):
            kind = "post" if page.section else "page"
            yield Document(kind, page.url, page.title, _day(page.post), (), tuple(_parts(edition, page.post)))


def _pages(edition: Edition) -> Iterator[Document]:
    """The lists for which an author has written something."""
    for kind in (Kind.SECTION, *OURS):
        for page in edition.of_kind(kind):
            post = page.post
            if kind in (Kind.ARCHIVES, Kind.SEARCH) or post is None or not _may_be_found(post) or not page.title:
                continue
            yield Document("page", page.url, page.title, _day(post), (), tuple(_parts(edition, post)))


def _parts(edition: Edition, post: Post) -> Iterator[Part]:
    sections = post.body.sections
    has_lead = bool(sections) and sections[0].heading is None
    lead = sections[0].text if has_lead else ""
    yield Part("", "", "\n".join(text for text in (one_line(post.front.description), lead) if text))
    releases = edition.index.releases_in.get(post.key, {})
    for number, section in enumerate(sections):
        if section.heading is not None:
            release = edition.index.registry.releases.get(releases.get(number, ""))
            date = release.date.edtf() if release else ""
            yield Part(section.heading.id, section.heading.text, section.text, date)


def _models(edition: Edition) -> Iterator[Document]:
    for page in _shown(edition, Kind.MODEL):
        model = edition.index.registry.models[page.subject]
        kind = "family" if model.kind == "family" else "model"
        yield _named(edition, page, model, kind, model.date.edtf() if model.date else "")


def _vendors(edition: Edition) -> Iterator[Document]:
    for page in _shown(edition, Kind.VENDOR):
        yield _named(edition, page, edition.index.registry.vendors[page.subject], "vendor", "")


def _named(edition: Edition, page: Page, entry: Model | Vendor, kind: str, date: str) -> Document:
    names = tuple(name for name in all_names(entry) if name != page.title)
    text = "\n".join(filter(None, (entry.summary.of(edition.key), *_intro(page))))
    return Document(kind, page.url, page.title, date, names, (Part("", "", text),))


def _intro(page: Page) -> Iterator[str]:
    for section in page.post.body.sections if page.post else ():
        yield section.heading.text if section.heading else ""
        yield section.text


def _terms(edition: Edition) -> Iterator[Document]:
    terms = (page for (language, _, _), page in edition.index.terms.items() if language == edition.key)
    for page in sorted(terms, key=lambda page: page.url):
        if page in edition.index.members and not page.label.startswith("@"):
            intro = tuple(_parts(edition, page.post)) if page.post else (Part("", "", ""),)
            yield Document("term", page.url, page.label, "", (), intro)


def _shown(edition: Edition, kind: Kind) -> list[Page]:
    """The pages of a kind in the order of their names' ids; without those whose own file does not want to be found."""
    pages = (page for page in edition.of_kind(kind) if page.post is None or _may_be_found(page.post))
    return sorted(pages, key=lambda page: page.subject)


def _may_be_found(post: Post) -> bool:
    return not (post.front.draft or is_set(post, "searchhidden") or is_set(post, "robotsnoindex"))


def _day(post: Post) -> str:
    return post.front.date.date().isoformat() if post.front.date else ""
