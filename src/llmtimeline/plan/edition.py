"""The site in one language: what the views of all its pages share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from llmtimeline.plan.blog.look import site_look
from llmtimeline.plan.bodies import whole_body
from llmtimeline.plan.cards import Cards
from llmtimeline.plan.coverage import Tellings, Told
from llmtimeline.plan.formats import feed_formats
from llmtimeline.plan.head.assets import linked_assets
from llmtimeline.plan.head.cards import SocialCards
from llmtimeline.plan.head.pictures import site_pictures
from llmtimeline.plan.head.series import group_series
from llmtimeline.plan.index import SiteIndex
from llmtimeline.plan.links import Links
from llmtimeline.plan.menus import Place, places_by_url, with_current
from llmtimeline.plan.pages import Kind, Page
from llmtimeline.plan.params import as_text, page_param
from llmtimeline.plan.sentences import one_line
from llmtimeline.values.config import Language
from llmtimeline.values.sources import EXTRA_SHEETS, PAGEFIND
from llmtimeline.values.views import Html, LinkView, SearchLook, SiteHeadView, SiteView


class Edition:
    """One language: its cards, links and frame. The views of a page are made from this and the page."""

    def __init__(
        self,
        index: SiteIndex,
        language: Language,
        links: Links,
        told: Told,
        *,
        menus: Mapping[str, tuple[LinkView, ...]],
        head: SiteHeadView,
    ) -> None:
        self.index = index
        self.language = language
        self.links = links
        self.tellings = Tellings(index, language, told)
        self.cards = Cards(index, language, self.tellings, links, head.authors)
        self.site = replace(_site_view(index, language, menus, head), look=site_look(index, language, links))
        self.head = head
        self.pictures = site_pictures(index, language, links)
        self.social = SocialCards(index, language)
        self.series = group_series(index.all_posts[language.key])
        self._sites: dict[Place, SiteView] = {}
        self._entries = places_by_url(self.site.menu)

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
        place = self._entries.get(page.url)
        if place is None:
            above = (ancestor.url for ancestor in reversed(page.ancestors()) if ancestor.kind is not Kind.HOME)
            place = next((self._entries[url] for url in above if url in self._entries), None)
        if place is None:
            return self.site
        if place not in self._sites:
            self._sites[place] = replace(self.site, menu=with_current(self.site.menu, place))
        return self._sites[place]

    def breadcrumbs(self, page: Page) -> tuple[LinkView, ...]:
        """The pages above, home first."""
        above = (self.index.standing(ancestor) for ancestor in page.ancestors())
        return tuple(LinkView(each.url, each.label) for each in above if each is not None)

    def intro(self, page: Page) -> Html:
        """HTML of the whole body of the page's own content file; "" without one."""
        if page.post is None:
            return ""
        return self.links.fill(page, whole_body(page.post.body))


def _site_view(
    index: SiteIndex, language: Language, menus: Mapping[str, tuple[LinkView, ...]], head: SiteHeadView
) -> SiteView:
    config, key = index.config, language.key
    home = index.fixed[key, Kind.HOME]

    def url(kind: Kind) -> str:
        page = index.fixed.get((key, kind))
        return page.url if page else ""

    tags = index.taxonomies.get((key, "tags"))
    assets = linked_assets(index.tree, index.routes)
    sheets = tuple(url for path, url in assets.items() if path.startswith(EXTRA_SHEETS) and path.endswith(".css"))
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
        menu=menus["main"],
        menus=menus,
        copyright=language.copyright or config.copyright,
        description=one_line(as_text(language.params.get("description"))),
        author=", ".join(head.authors),
        production=config.is_public,
        params=language.params,
        assets=assets,
        extra_sheets=sheets,
        timeline_url=url(Kind.TIMELINE),
        models_url=url(Kind.MODELS),
        vendors_url=url(Kind.VENDORS),
        lineage_url=url(Kind.LINEAGE),
        charts_url=url(Kind.CHARTS),
        compare_url=url(Kind.COMPARE),
        search_url=url(Kind.SEARCH),
        search=_search_look(index, language),
        data_url=url(Kind.DATA),
        archives_url=url(Kind.ARCHIVES),
        tags_url=tags.url if tags else "",
        feed_url=index.routes.feed(home.address).url if "rss" in feed_formats(index, home) else "",
        license=config.timeline.license,
    )


def _search_look(index: SiteIndex, language: Language) -> SearchLook | None:
    page = index.fixed.get((language.key, Kind.SEARCH))
    if page is None:
        return None
    is_pagefind = index.config.timeline.search_engine == "pagefind"
    return SearchLook(
        index_url=index.routes.search_data(language.key).url,
        placeholder=as_text(page_param(language.params, page, "placeholder")),
        engine_url=f"{index.routes.base_path}{PAGEFIND}/{language.key.lower()}/" if is_pagefind else "",
    )
