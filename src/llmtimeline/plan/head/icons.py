"""The icons of a site: those that its config names, else the files of PaperMod's names, else the theme's own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from llmtimeline.plan.head.pictures import picture
from llmtimeline.plan.index import SiteIndex
from llmtimeline.plan.links import Links
from llmtimeline.plan.pages import Kind
from llmtimeline.values.config import Language
from llmtimeline.values.sources import Asset
from llmtimeline.values.views import IconView

_PNG, _SVG = "image/png", "image/svg+xml"
_TYPES = {"png": _PNG, "svg": _SVG}
_APPLE = "apple-touch-icon"

# Parameter below `assets`, the file that stands for it where it is not given, relation, sizes.
_ICONS = (
    ("favicon", "favicon.ico", "icon", ""),
    ("favicon16x16", "favicon-16x16.png", "icon", "16x16"),
    ("favicon32x32", "favicon-32x32.png", "icon", "32x32"),
    ("apple_touch_icon", "apple-touch-icon.png", _APPLE, ""),
    ("safari_pinned_tab", "safari-pinned-tab.svg", "mask-icon", ""),
)
_DRAWING = "favicon.svg"  # the built-in theme brings one; a site may have its own


def find_icons(index: SiteIndex, language: Language, links: Links) -> tuple[IconView, ...]:
    """The icons, in the order in which the head names them. Adds LT203 to the links' findings for a missing file.

    The theme's own stands in only where the site has none.
    """
    icons = tuple(_named(index, language, links))
    drawing = _drawing(index)
    if drawing is None or (any(icon.rel == "icon" for icon in icons) and not drawing.own):
        return icons
    version = f"?v={drawing.digest}" if drawing.digest else ""
    return (*icons, IconView("icon", index.routes.at(_DRAWING).url + version, _SVG))


def logo_of(index: SiteIndex, icons: tuple[IconView, ...]) -> str:
    """The absolute address of the site's icon that is likely the largest; "" where it has none of its own."""
    drawing = _drawing(index)
    theirs = index.routes.at(_DRAWING).url if drawing and not drawing.own else None
    own = [icon for icon in icons if icon.rel != "mask-icon" and icon.url.partition("?")[0] != theirs]
    url = min(own, key=lambda icon: icon.rel != _APPLE).url if own else ""
    return index.routes.origin + url if url.startswith("/") else url


def _drawing(index: SiteIndex) -> Asset | None:
    return next((asset for asset in index.tree.theme.assets if asset.path == _DRAWING), None)


def _named(index: SiteIndex, language: Language, links: Links) -> Iterator[IconView]:
    given = language.params.get("assets")
    settings = given if isinstance(given, Mapping) else {}
    home = index.fixed[language.key, Kind.HOME]
    there = {asset.path for asset in index.tree.theme.assets}
    for name, file, rel, sizes in _ICONS:
        place = index.config.place_of(f"params.assets.{name}", language.key)
        url = picture(links, home, settings.get(name), place)
        if not url and file in there:
            url = index.routes.at(file).url
        if url:
            suffix = url.partition("?")[0].rpartition(".")[2].lower()
            media = _TYPES.get(suffix, "") if rel == "icon" else ""
            yield IconView(rel, url, media, sizes)
