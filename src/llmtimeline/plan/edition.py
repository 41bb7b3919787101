"""The site in one language: what the views of all its pages share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from html import escape

from llmtimeline.plan.cards import Cards
from llmtimeline.plan.coverage import Tellings, Told
from llmtimeline.plan.index import SiteIndex
from llmtimeline.plan.links import Links
from llmtimeline.plan.pages import Kind, Page
from llmtimeline.plan.pictures import picture
from llmtimeline.plan.sentences import one_line
from llmtimeline.values.config import Language
from llmtimeline.values.posts import Piece
from llmtimeline.values.views import LinkView, SiteView


class Edition:
    """One language: its cards, links and frame. The views of a page are made from this and the page."""

    def __init__(
        self, index: SiteIndex, language: Language, links: Links, told: Told, menu: tuple[LinkView, ...]
    ) -> None:
        self.index = index
        self.language = language
        self.links = links
        self.tellings = Tellings(index, language, told)
        self.cards = Cards(index, language, self.tellings)
        self.site = _site_view(index, language, menu)
        self.picture = _site_picture(links, index, self.site)
        self._sites: dict[int, SiteView] = {}
        self._entries = {link.url: place for place, link in reversed(list(enumerate(menu))) if not link.external}

    @property
    def key(self) -> str:
        """The language's key."""
        return self.language.key

    def page(self, kind: Kind) -> Page | None:
        """A page of which every language has one; None when it is turned off."""
        return self.index.fixed.get((self.key, kind))

    def subject(self, kind: Kind, identity: object) -> Page | None:
        """The page of a model, vendor or year."""
        return self.index.subjects.get((self.key, kind, str(identity)))

    def of_kind(self, kind: Kind) -> tuple[Page, ...]:
        """All pages of a kind that stand, in this language."""
        return self.index.of_kind(self.key, kind)

    def site_for(self, page: Page) -> SiteView:
        """The site's view with the menu's entry marked that the page is, or is in."""
        place = self._entries.get(page.url, -1)
        if place < 0:
            above = (ancestor.url for ancestor in reversed(page.ancestors()) if ancestor.kind is not Kind.HOME)
            place = next((self._entries[url] for url in above if url in self._entries), -1)
        if place < 0:
            return self.site
        if place not in self._sites:
            menu = list(self.site.menu)
            menu[place] = replace(menu[place], current=True)
            self._sites[place] = replace(self.site, menu=tuple(menu))
        return self._sites[place]

    def breadcrumbs(self, page: Page) -> tuple[LinkView, ...]:
        """The pages above, home first."""
        return tuple(LinkView(above.url, above.label) for above in page.ancestors())

    def intro(self, page: Page) -> str:
        """HTML of the whole body of the page's own content file; "" without one."""
        if page.post is None:
            return ""
        body = page.post.body
        pieces: list[Piece] = []
        for section in body.sections:
            if section.heading is not None:
                ident = f' id="{escape(section.heading.id)}"' if section.heading.id else ""
                pieces += (f"<h2{ident}>", *section.heading.pieces, "</h2>\n")
            pieces += section.pieces
        return self.links.fill(page, (*pieces, *body.endnotes))


def _site_view(index: SiteIndex, language: Language, menu: tuple[LinkView, ...]) -> SiteView:
    config, key = index.config, language.key
    home = index.fixed[key, Kind.HOME]

    def url(kind: Kind) -> str:
        page = index.fixed.get((key, kind))
        return page.url if page else ""

    tags = index.taxonomies.get((key, "tags"))
    assets = {
        asset.path: f"{index.routes.at(asset.path).url}?v={asset.digest}"
        for asset in index.tree.theme.assets
        if asset.digest
    }
    return SiteView(
        title=language.title or config.title,
        base_url=config.base_url,
        home_url=home.url,
        home_permalink=home.permalink,
        language=key,
        locale=language.locale,
        direction=language.direction,
        languages=tuple(each.key for each in config.languages),
        default_language=config.default_language,
        menu=menu,
        copyright=language.copyright or config.copyright,
        description=one_line(_text(language.params.get("description"))),
        author=_author(language.params.get("author")),
        production=config.environment == "production",
        params=language.params or config.params,
        assets=assets,
        timeline_url=url(Kind.TIMELINE),
        models_url=url(Kind.MODELS),
        vendors_url=url(Kind.VENDORS),
        data_url=url(Kind.DATA),
        archives_url=url(Kind.ARCHIVES),
        tags_url=tags.url if tags else "",
        feed_url="" if index.has_no("rss") else index.routes.feed(home.address).url,
        license=config.timeline.license,
    )


def _site_picture(links: Links, index: SiteIndex, site: SiteView) -> str:
    """The first of the site's `images`, for pages that have no picture of their own."""
    images = site.params.get("images")
    if not isinstance(images, (list, tuple)) or not images or not isinstance(images[0], str):
        return ""
    return picture(links, index.fixed[site.language, Kind.HOME], images[0])


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _author(value: object) -> str:
    """PaperMod takes a name, a list of names, or a mapping with `name`."""
    if isinstance(value, Mapping):
        return _text(value.get("name"))
    if isinstance(value, (list, tuple)):
        return ", ".join(name for name in value if isinstance(name, str))
    return _text(value)
