"""What stands in the head of a page beside its title: for search engines, previews on other sites, browsers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from llmtimeline.values.policy import Policy


@dataclass(frozen=True, slots=True)
class IconView:
    """One picture that stands for the site."""

    rel: str  # icon, apple-touch-icon, mask-icon
    url: str
    type: str = ""  # media type
    sizes: str = ""  # "16x16"
    drawing: str = ""  # a `data:` address that holds it whole, so that no page asks for it; "" where it is too large


@dataclass(frozen=True, slots=True)
class AnalyticsView:
    """The counting of visits by Google."""

    id: str  # letters, digits and hyphens only
    respects_dnt: bool = True  # browsers that ask not to be tracked are not counted


@dataclass(frozen=True, slots=True)
class DiscussionView:
    """Comments by giscus."""

    url: str  # where they are kept, for those who do not load them here
    settings: tuple[tuple[str, str], ...]  # attributes of its script, without `data-`; "" is left out


@dataclass(frozen=True, slots=True)
class SiteHeadView:
    """What the heads of all pages of one language share."""

    name: str = ""  # of the site, in previews
    authors: tuple[str, ...] = ()
    icons: tuple[IconView, ...] = ()
    manifest_url: str = ""  # for phones that put the site among their programs
    theme_color: str = ""  # "" is the theme's own
    tile_color: str = ""
    verifications: tuple[tuple[str, str], ...] = ()  # name of the meta element, code
    twitter: str = ""  # account, with "@"
    facebook: tuple[tuple[str, str], ...] = ()  # property, value
    analytics: AnalyticsView | None = None
    discussion: DiscussionView | None = None
    publisher: Mapping[str, object] | None = None  # structured data


@dataclass(frozen=True, slots=True)
class OriginView:
    """Where a page was first published."""

    url: str
    host: str
    text: str = ""  # before the host, in the author's words; "" is the theme's


@dataclass(frozen=True, slots=True)
class HeadView:
    """The head of one page. Every address is absolute."""

    site: SiteHeadView = SiteHeadView()
    authors: tuple[str, ...] = ()
    locale: str = ""  # as Open Graph has it: zh_CN
    other_locales: tuple[str, ...] = ()  # of its translations
    alternates: tuple[tuple[str, str], ...] = ()  # hreflang, address; its own too; () without a translation
    images: tuple[str, ...] = ()
    image_alt: str = ""  # what the first image shows; "" is the page's title
    image_width: int = 0  # of the first image; 0 when nothing is known
    image_height: int = 0
    image_type: str = ""  # media type
    audio: tuple[str, ...] = ()
    videos: tuple[str, ...] = ()
    see_also: tuple[str, ...] = ()  # other posts of its series
    fediverse_creator: str = ""
    origin: OriginView | None = None  # shown below the title
    policy: Policy = ()  # from where the page may load files; the filter `policy` writes it
