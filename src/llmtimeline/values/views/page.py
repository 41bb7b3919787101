"""The frame of every page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from llmtimeline.values.views.blog import PageParts
from llmtimeline.values.views.contents import PageContent
from llmtimeline.values.views.head import HeadView
from llmtimeline.values.views.parts import FeedView, LinkView, SiteView, TranslationView


@dataclass(frozen=True, slots=True)
class PageView:
    """One page: what its head needs, and its content."""

    title: str  # plain; "" on the home page
    description: str
    url: str
    permalink: str
    canonical: str  # permalink, unless front matter says otherwise
    site: SiteView
    content: PageContent
    translations: tuple[TranslationView, ...]  # every language of the site, the page's own too
    breadcrumbs: tuple[LinkView, ...] = ()  # ancestors, home first, without the page
    feeds: tuple[FeedView, ...] = ()
    markdown_url: str = ""  # of the page as Markdown; "" without one
    date: datetime | None = None
    lastmod: datetime | None = None
    published: datetime | None = None  # of an article, as search engines are told
    image: str = ""  # absolute, for social cards
    index: bool = True  # False: robots are asked to leave it out
    keywords: tuple[str, ...] = ()
    section: str = ""
    json_ld: tuple[Mapping[str, object], ...] = ()  # ready to serialise
    params: Mapping[str, object] = field(default_factory=dict)  # of the front matter
    is_article: bool = False
    parts: PageParts = PageParts()
    head: HeadView = HeadView()

    @property
    def kind(self) -> str:
        """Which template draws it: pages/<kind>.html."""
        return self.content.kind
