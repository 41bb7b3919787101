"""The icons of a site: those that its config names, else the files of PaperMod's names, else the theme's own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from urllib.parse import quote

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
_FILE = "favicon.ico"
_IN_DATA = "/:;=@!?,()-_.~'*+"  # what may stand in a `data:` address as it is
_OURS = {_FILE: "icon", "apple-touch-icon.png": _APPLE}
DRAWING = "favicon.svg"
"""The icon as a drawing; the built-in theme brings one, and a site may have its own."""


def find_icons(index: SiteIndex, language: Language, links: Links) -> tuple[IconView, ...]:
    """The icons, in the order in which the head names them. Adds LT203 to the links' findings for a missing file.

    The theme's own stands in only where the site has none.
    """
    named, drawing = tuple(_named(index, language, links)), static_file(index, DRAWING)
    has_icon = any(icon.rel == "icon" for icon in named)
    if drawing is None or (has_icon and not drawing.own):
        return named
    version = f"?v={drawing.digest}" if drawing.digest else ""
    inside = f"data:{_SVG},{quote(drawing.drawing.strip(), safe=_IN_DATA)}" if drawing.drawing else ""
    ours = IconView("icon", index.routes.at(DRAWING).url + version, _SVG, drawing=inside)
    icons = (*(named or _theirs(index)), ours)
    # With its size beside it, browsers take the drawing and not the file.
    return tuple(replace(icon, sizes="32x32") if icon.url == index.routes.at(_FILE).url else icon for icon in icons)


def logo_of(index: SiteIndex, icons: tuple[IconView, ...]) -> str:
    """The absolute address of the site's icon that is likely the largest; "" where it has none of its own."""
    ours = {index.routes.at(path).url for path in (*_OURS, DRAWING) if (a := static_file(index, path)) and not a.own}
    own = [icon for icon in icons if icon.rel != "mask-icon" and icon.url.partition("?")[0] not in ours]
    url = min(own, key=lambda icon: icon.rel != _APPLE).url if own else ""
    return index.routes.origin + url if url.startswith("/") else url


def static_file(index: SiteIndex, path: str) -> Asset | None:
    """The static file at a path, of whatever layer; None when there is none."""
    return next((asset for asset in index.tree.theme.assets if asset.path == path), None)


def _theirs(index: SiteIndex) -> Iterator[IconView]:
    """Those of the theme beside its drawing."""
    for path, rel in _OURS.items():
        if static_file(index, path) is not None:
            yield IconView(rel, index.routes.at(path).url)


def _named(index: SiteIndex, language: Language, links: Links) -> Iterator[IconView]:
    given = language.params.get("assets")
    settings = given if isinstance(given, Mapping) else {}
    home = index.fixed[language.key, Kind.HOME]
    there = {asset.path for asset in index.tree.theme.assets if asset.own}
    for name, file, rel, sizes in _ICONS:
        place = index.config.place_of(f"params.assets.{name}", language.key)
        url = picture(links, home, settings.get(name), place)
        if not url and file in there:
            url = index.routes.at(file).url
        if url:
            suffix = url.partition("?")[0].rpartition(".")[2].lower()
            media = _TYPES.get(suffix, "") if rel == "icon" else ""
            yield IconView(rel, url, media, sizes)
