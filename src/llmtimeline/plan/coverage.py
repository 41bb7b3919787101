"""Where releases and models are told, seen from one language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from llmtimeline.plan.index import SiteIndex
from llmtimeline.plan.pages import Page
from llmtimeline.plan.routing.routes import encode_fragment
from llmtimeline.plan.sentences import first_sentence
from llmtimeline.values.config import Language
from llmtimeline.values.posts import Post, PostKey, Section
from llmtimeline.values.registry import Claim, Model, Release
from llmtimeline.values.views import CoverageView, SourceMark

_MOST_MENTIONS = 20


@dataclass(frozen=True, slots=True, eq=False)
class Telling:
    """A section of a post that stands in the site."""

    page: Page
    post: Post
    number: int
    section: Section
    release: str  # id; "" when it announces none
    language: str  # key
    url: str  # with the heading's anchor


class Told:
    """The sections of the site's posts by release, shared by all languages."""

    def __init__(self, index: SiteIndex) -> None:
        self._index = index
        self._by_place: dict[tuple[PostKey, int], Telling | None] = {}
        self._by_release: dict[str, tuple[Telling, ...]] = {}
        self._changed: dict[str, datetime | None] = {}
        self._openings: dict[Telling, str] = {}

    def at(self, key: PostKey, number: int) -> Telling | None:
        """A section of a post; None when the post has no page."""
        place = (key, number)
        if place not in self._by_place:
            self._by_place[place] = self._find(key, number)
        return self._by_place[place]

    def of_release(self, release: Release) -> tuple[Telling, ...]:
        """The sections that announce a release, in the order of its coverage."""
        found = self._by_release.get(release.id)
        if found is None:
            tellings = [self.at(coverage.post, coverage.section) for coverage in release.coverage]
            found = self._by_release[release.id] = tuple(each for each in tellings if each is not None)
        return found

    def changed(self, identity: str) -> datetime | None:
        """When the newest post that tells of a release was written or changed."""
        if identity not in self._changed:
            posts = self._index.posts
            fronts = [
                posts[told.post].front
                for told in self._index.registry.releases[identity].coverage
                if told.post in posts
            ]
            moments = [moment for front in fronts if (moment := front.lastmod or front.date)]
            self._changed[identity] = max(moments, default=None)
        return self._changed[identity]

    def opening(self, telling: Telling) -> str:
        """The first sentence of a section; "" without text."""
        opening = self._openings.get(telling)
        if opening is None:
            opening = self._openings[telling] = first_sentence(telling.section.lead)
        return opening

    def _find(self, key: PostKey, number: int) -> Telling | None:
        page, section = self._index.told_page(key), self._index.section(key, number)
        if page is None or section is None or page.post is None:
            return None
        anchor = section.heading.id if section.heading else ""
        url = f"{page.url}#{encode_fragment(anchor)}" if anchor else page.url
        release = self._index.releases_in.get(key, {}).get(number, "")
        return Telling(page, page.post, number, section, release, self._index.language_of(key, number), url)


class Tellings:
    """The same, seen from one language: sections in it go before others."""

    def __init__(self, index: SiteIndex, language: Language, told: Told) -> None:
        self.told = told
        self._index = index
        self._language = language
        self._places: dict[tuple[PostKey, int], tuple[str, str, str]] = {}

    def locale(self, language: str) -> str:
        """The locale of a language that is not the page's; "" for the page's own."""
        return "" if language == self._language.key else self._index.languages[language.lower()].locale

    def best(self, tellings: Iterable[Telling]) -> Telling | None:
        """The first in the page's language, else the first."""
        first: Telling | None = None
        for telling in tellings:
            if telling.language == self._language.key:
                return telling
            first = first or telling
        return first

    def mark(self, claim: Claim) -> SourceMark:
        """Where a claim is said: path and line of the claim, but the page in this language if it tells the same."""
        span = claim.fact.span
        if claim.post is None or claim.section is None:
            return SourceMark("", "", span.path, span.line)
        url, label, language = self._place(claim.post, claim.section)
        return SourceMark(url, label, span.path, span.line, language=language)

    def coverage(self, model: Model) -> tuple[CoverageView, ...]:
        """The sections that announce a model, newest post first, then at most twenty that mention it."""
        announcing = self._once(
            telling
            for release in model.releases
            if release in self._index.registry.releases
            for telling in self.told.of_release(self._index.registry.releases[release])
        )
        views = [self._view(telling, announces=True) for telling in _newest_first(announcing)]
        told = {telling.page.key for telling in announcing}
        mentioning = self._once(self.told.at(mention.post, mention.section) for mention in model.mentions)
        others = [telling for telling in mentioning if telling.page.key not in told]
        views += (self._view(telling, announces=False) for telling in _newest_first(others)[:_MOST_MENTIONS])
        return tuple(views)

    def _once(self, tellings: Iterable[Telling | None]) -> list[Telling]:
        """Of a post and its translations one, for each release or heading: the page's language before others."""
        groups: dict[tuple[str, str], list[Telling]] = {}
        for telling in tellings:
            if telling is not None:
                groups.setdefault((telling.page.key, telling.release or f"#{telling.number}"), []).append(telling)
        chosen = (self.best(group) for group in groups.values())
        return [telling for telling in chosen if telling is not None]

    def _place(self, key: PostKey, number: int) -> tuple[str, str, str]:
        place = self._places.get((key, number))
        if place is None:
            place = self._places[key, number] = self._find_place(key, number)
        return place

    def _find_place(self, key: PostKey, number: int) -> tuple[str, str, str]:
        telling = self.told.at(key, number)
        if telling is None:
            return "", "", ""
        telling = next(self._translations(telling), telling)
        return telling.url, telling.page.label, self.locale(telling.language)

    def _translations(self, telling: Telling) -> Iterator[Telling]:
        """The same release in the translation of a post."""
        if telling.language == self._language.key or not telling.release:
            return
        other = self._index.in_language(telling.page, self._language.key)
        release = self._index.registry.releases.get(telling.release)
        yield from (found for found in (self.told.of_release(release) if release else ()) if found.page is other)

    def _view(self, telling: Telling, *, announces: bool) -> CoverageView:
        section = telling.section
        return CoverageView(
            title=telling.page.label,
            url=telling.url,
            date=telling.post.front.date,
            heading=section.heading.text if section.heading else "",
            lead=section.lead,
            language=self.locale(telling.language),
            announces=announces,
        )


def _newest_first(tellings: Iterable[Telling]) -> list[Telling]:
    def key(telling: Telling) -> tuple[float, str, int]:
        date = telling.post.front.date
        return (-date.timestamp() if date else 0.0, telling.post.path, telling.number)

    return sorted(tellings, key=key)
