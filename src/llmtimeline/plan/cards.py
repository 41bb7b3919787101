"""Releases, models, vendors and posts as other pages show them, in one language. Each is made once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from llmtimeline.plan.blog.covers import Covers
from llmtimeline.plan.coverage import Telling, Tellings
from llmtimeline.plan.facts import first_value, first_word
from llmtimeline.plan.index import SiteIndex
from llmtimeline.plan.links import Links
from llmtimeline.plan.pages import Kind, Page
from llmtimeline.plan.params import as_flag, as_text, page_param
from llmtimeline.plan.sentences import one_line
from llmtimeline.plan.timeline.traits import facets_of, traits_of
from llmtimeline.values.config import Language
from llmtimeline.values.names import Names
from llmtimeline.values.params import find_param
from llmtimeline.values.posts import Post
from llmtimeline.values.quantities import Quantity
from llmtimeline.values.registry import Claim, Model, Release
from llmtimeline.values.views import LinkView, ModelChip, ModelRow, PostCard, ReleaseRow, VendorChip


class Cards:
    """Cards and rows in one language."""

    def __init__(
        self, index: SiteIndex, language: Language, tellings: Tellings, links: Links, authors: tuple[str, ...]
    ) -> None:
        """`authors` are the site's, who wrote what no other author signs."""
        self._index = index
        self._registry = index.registry
        self._language = language
        self._tellings = tellings
        self._authors = authors
        self._params = language.params
        self.covers = Covers(links, self._params)
        self._vendors: dict[str, VendorChip] = {}
        self._models: dict[str, ModelChip] = {}
        self._model_rows: dict[str, ModelRow] = {}
        self._releases: dict[str, ReleaseRow] = {}
        self._summaries: dict[str, tuple[str, str]] = {}
        self._posts: dict[Page, PostCard] = {}

    def vendor(self, identity: str) -> VendorChip:
        """A vendor's chip."""
        chip = self._vendors.get(identity)
        if chip is None:
            vendor = self._registry.vendors.get(identity)
            name = vendor.names.of(self._language.key) if vendor else ""
            chip = self._vendors[identity] = VendorChip(identity, name or identity, self._url(Kind.VENDOR, identity))
        return chip

    def vendors(self, identities: Iterable[str]) -> tuple[VendorChip, ...]:
        """Several vendors' chips."""
        return tuple([self.vendor(identity) for identity in identities])

    def model(self, identity: str) -> ModelChip:
        """A model's chip."""
        chip = self._models.get(identity)
        if chip is None:
            model = self._registry.models.get(identity)
            name = model.names.of(self._language.key) if model else ""
            kind = model.kind if model else ""
            chip = ModelChip(identity, name or identity, self._url(Kind.MODEL, identity), kind)
            self._models[identity] = chip
        return chip

    def model_row(self, model: Model) -> ModelRow:
        """A model in an index."""
        row = self._model_rows.get(model.id)
        if row is None:
            row = self._model_rows[model.id] = ModelRow(
                chip=self.model(model.id),
                vendors=self.vendors(model.vendors),
                date=model.date,
                weights=first_word(model.claims, "weights"),
                commercial=first_word(model.claims, "commercial"),
                params=_params(model.claims),
                context=first_value(model.claims, "context"),
                sizes=tuple(size.name for size in model.sizes),
                summary=self.summary_of(model)[0],
            )
        return row

    def release(self, identity: str) -> ReleaseRow:
        """A release in a list; KeyError when there is none of this id."""
        row = self._releases.get(identity)
        if row is None:
            row = self._releases[identity] = self._release_row(self._registry.releases[identity])
        return row

    def post(self, page: Page) -> PostCard:
        """A post in a list."""
        card = self._posts.get(page)
        if card is None:
            if page.post is None:
                raise ValueError(f"{page.address.path} is no post")
            card = self._posts[page] = self._post_card(page, page.post)
        return card

    def terms(self, post: Post) -> tuple[tuple[str, tuple[LinkView, ...]], ...]:
        """A post's terms by taxonomy, in the order of its front matter; where `params.taxonomies.tag` names a taxonomy,
        those of that one alone. A term whose page is not written (`disableKinds: [term]`) has no address."""
        return tuple((plural, tuple(map(_term, pages))) for plural, pages in self._groups(post))

    def summary_of(self, model: Model) -> tuple[str, str]:
        """One line on a model, and its locale when it is not the page's."""
        summary = self._summaries.get(model.id)
        if summary is None:
            known = self._registry.releases
            told = (known[release] for release in model.releases if release in known)
            tellings = [telling for release in told for telling in self._tellings.told.of_release(release)]
            summary = self._summaries[model.id] = self._summary((model.summary,), tellings)
        return summary

    def _release_row(self, release: Release) -> ReleaseRow:
        key = self._language.key
        tellings = self._tellings.told.of_release(release)
        best = self._tellings.best(tellings)
        post_url = best.url if best else ""
        first = release.models[0] if release.models else ""
        model = self._registry.models.get(first)
        traits = traits_of(self._registry, release)
        summaries = (release.summary, model.summary) if model else (release.summary,)
        summary, summary_language = self._summary(summaries, tellings)
        elsewhere = self._told_elsewhere(tellings)
        return ReleaseRow(
            id=release.id,
            anchor=release.id,
            name=release.names.of(key) or release.name,
            url=self._url(Kind.MODEL, first) or post_url,
            date=release.date,
            vendors=self.vendors(release.vendors),
            event=release.event,
            status=release.status,
            tagline=release.tagline.given(key) or release.tagline.given("") or "",
            summary=summary,
            summary_language=summary_language,
            importance=release.importance,
            weights=traits.weights,
            commercial=traits.commercial,
            takes=traits.takes,
            gives=traits.gives,
            sizes=tuple(size.name for size in release.sizes),
            kind=model.kind if model else "model",
            told_only_in=elsewhere.locale if elsewhere else "",
            told_only_in_label=elsewhere.label if elsewhere else "",
            post_url=post_url,
            facets=facets_of(release, traits),
        )

    def _told_elsewhere(self, tellings: Sequence[Telling]) -> Language | None:
        if not tellings or any(telling.language == self._language.key for telling in tellings):
            return None
        return self._index.languages[tellings[0].language.lower()]

    def _summary(self, given: Iterable[Names], tellings: Sequence[Telling]) -> tuple[str, str]:
        """What is given in the language, else what a post in it says first; then the same in any other language."""
        key, names = self._language.key, tuple(given)
        for name in names:
            text = name.given(key) or name.given("")
            if text:
                return one_line(text), ""
        for telling in tellings:
            if telling.language == key and telling.section.lead:
                return self._tellings.told.opening(telling), ""
        for name in names:
            for language, text in name.by_language:
                if text:
                    known = self._index.languages.get(language)
                    return one_line(text), known.locale if known else language
        for telling in tellings:
            if telling.section.lead:
                return self._tellings.told.opening(telling), self._tellings.locale(telling.language)
        return "", ""

    def _post_card(self, page: Page, post: Post) -> PostCard:
        front, body = post.front, post.body
        told = self._index.releases_in.get(post.key, {})
        tags = next((pages for plural, pages in self._groups(post) if plural == (self._tag_taxonomy() or "tags")), ())
        releases = dict.fromkeys(release for _, release in sorted(told.items()))
        return PostCard(
            title=page.label,
            url=page.url,
            permalink=page.permalink,
            date=front.date,
            lastmod=front.lastmod,
            summary=one_line(body.summary_text),
            truncated=body.truncated,
            draft=front.draft,
            words=body.words if self._shows(page, "ShowWordCount") else 0,
            minutes=body.minutes if self._shows(page, "ShowReadingTime") else 0,
            releases=tuple(self.release(identity) for identity in releases if identity in self._registry.releases),
            tags=tuple(map(_term, tags)),
            authors=() if self._wants(page, "hideAuthor") else front.authors or self._authors,
            cover=self.covers.in_list(page),
            shows_meta=not self._wants(page, "hideMeta"),
            shows_summary=not self._wants(page, "hideSummary"),
        )

    def _groups(self, post: Post) -> list[tuple[str, tuple[Page, ...]]]:
        wanted = self._tag_taxonomy()
        groups = self._index.terms_of.get(post.key, ())
        return [(plural, pages) for plural, pages in groups if not wanted or plural == wanted]

    def _tag_taxonomy(self) -> str:
        return as_text(find_param(self._params, "taxonomies.tag")).lower()

    def _shows(self, page: Page, name: str) -> bool:
        return as_flag(page_param(self._params, page, name), default=True)

    def _wants(self, page: Page, name: str) -> bool:
        return as_flag(page_param(self._params, page, name))

    def _url(self, kind: Kind, identity: str) -> str:
        page = self._index.subjects.get((self._language.key, kind, identity))
        return page.url if page else ""


def _term(page: Page) -> LinkView:
    return LinkView(page.url if page.is_rendered else "", page.label)


def _params(claims: Iterable[Claim]) -> tuple[Quantity, ...]:
    value = first_value(claims, "params")
    if isinstance(value, Quantity):
        return (value,)
    if isinstance(value, tuple):
        return tuple(item for item in value if isinstance(item, Quantity))
    return ()
