"""What a phone needs to put the site among its programs: site.webmanifest."""

from __future__ import annotations

from collections.abc import Iterator

from llmtimeline.plan.data.jsontext import json_file
from llmtimeline.plan.head.icons import DRAWING, static_file
from llmtimeline.plan.index import SiteIndex
from llmtimeline.plan.pages import Kind
from llmtimeline.values.outputs import Output, Text
from llmtimeline.values.views import IconView, SiteHeadView

_FILE = "site.webmanifest"
_SQUARES = {"icon-192.png": 192, "icon-512.png": 512}
_PAPER = "#fbfaf6"  # the theme's, in light


def manifest_address(index: SiteIndex, icons: tuple[IconView, ...]) -> str:
    """The root-relative address of the manifest: the site's own static file, else ours where it has squares to show.

    The theme's squares stand only beside the theme's drawing: a site with an icon of its own is to show no other.
    """
    squares = [static_file(index, path) for path in _SQUARES]
    shows_ours = any(index.routes.at(DRAWING).url == icon.url.partition("?")[0] for icon in icons)
    ours = all(square is not None and (square.own or shows_ours) for square in squares)
    return index.routes.at(_FILE).url if ours or static_file(index, _FILE) is not None else ""


def plan_manifest(index: SiteIndex, head: SiteHeadView) -> Iterator[Output]:
    """Our manifest, in the words of the default language, whose head this is; none where the site brings its own."""
    if not head.manifest_url or static_file(index, _FILE) is not None:
        return
    language = index.config.language(index.config.default_language)
    manifest = {
        "name": head.name,
        "short_name": head.name,
        "lang": language.locale,
        "dir": language.direction,
        "start_url": index.fixed[language.key, Kind.HOME].url,
        "scope": index.routes.base_path,
        "display": "minimal-ui",
        "background_color": _PAPER,
        "theme_color": head.theme_color or _PAPER,
        "icons": [
            {"src": index.routes.at(path).url, "sizes": f"{side}x{side}", "type": "image/png", "purpose": purpose}
            for path, side in _SQUARES.items()
            for purpose in ("any", "maskable")
        ],
    }
    yield Output(_FILE, Text(json_file(manifest)), None, "manifest")
