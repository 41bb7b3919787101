"""The frame of every page of a language as its parameters want it: brand, footer, colours."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from llmtimeline.plan.head.pictures import picture
from llmtimeline.plan.index import SiteIndex
from llmtimeline.plan.links import Links
from llmtimeline.plan.pages import Kind
from llmtimeline.plan.params import as_flag, as_size, as_text
from llmtimeline.values.config import Language
from llmtimeline.values.params import find_param
from llmtimeline.values.views import PictureView, SiteLook

_ICON_HEIGHT = 30  # pixels, where nothing is said
_THEMES = frozenset({"light", "dark"})


def site_look(index: SiteIndex, language: Language, links: Links) -> SiteLook:
    """The look of a language's pages. LT201 and LT203 go to the links' findings."""
    params = language.params
    home = index.fixed[language.key, Kind.HOME]
    title = language.title or index.config.title
    theme = as_text(find_param(params, "defaultTheme")).lower()
    own = links.fill_text(home, language.prose.copyright)
    hidden = as_flag(find_param(params, "footer.hideCopyright"))
    svg = find_param(params, "label.iconSVG")
    return SiteLook(
        name=as_text(find_param(params, "label.text")) or title,
        icon=_icon(index, language, links, params),
        icon_svg=svg.strip() if isinstance(svg, str) else "",
        theme=theme if theme in _THEMES else "",
        copyright_html="" if hidden else own or escape(f"© {_newest_year(index)} {title}".replace("  ", " ")),
        footer_html=links.fill_text(home, language.prose.footer),
        theme_switch=not as_flag(find_param(params, "disableThemeToggle")),
        top_link=not as_flag(find_param(params, "disableScrollToTop")),
        language_switch=not as_flag(find_param(params, "disableLangToggle")),
        full_language_names=as_flag(find_param(params, "displayFullLangName"), default=True),
    )


def _icon(index: SiteIndex, language: Language, links: Links, params: Mapping[str, object]) -> PictureView | None:
    place = index.config.place_of("params.label.icon", language.key)
    url = picture(links, index.fixed[language.key, Kind.HOME], find_param(params, "label.icon"), place)
    if not url:
        return None
    height = as_size(find_param(params, "label.iconHeight"), _ICON_HEIGHT)
    size = links.pictures.size(url)
    width = round(height * size.width / size.height) if size else 0
    return PictureView(url.removeprefix(index.routes.origin), width=width, height=height)


def _newest_year(index: SiteIndex) -> str:
    """Of the newest post in any language, not of the clock: the same content gives the same pages next year."""
    dates = [page.post.front.date for pages in index.all_posts.values() for page in pages if page.post]
    return str(max((date.year for date in dates if date), default=""))
