"""Pictures, sound and films that previews on other sites show of a page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import islice
from urllib.parse import quote

from llmtimeline.plan.index import SiteIndex
from llmtimeline.plan.links import Links
from llmtimeline.plan.pages import Kind, Page
from llmtimeline.values.addresses import is_web_address
from llmtimeline.values.config import Language
from llmtimeline.values.places import Span

MOST = 6  # of each kind, as Hugo has it
_HOST = re.compile(r"https?://[^/?#]*", re.IGNORECASE)
_AS_WRITTEN = "%-._~!*'();/?:@&=+$,#[]"


def page_pictures(links: Links, page: Page) -> tuple[str, ...]:
    """The absolute address of the cover, else those of `images`; () without any.

    A cover counts also where it is hidden. Adds LT203 to the links' findings for a picture that is not there.
    """
    if page.post is None:
        return ()
    front = page.post.front
    cover = front.params.get("cover")
    target = cover.get("image") if isinstance(cover, Mapping) else None
    found = picture(links, page, target, front.places.get("cover.image", page.post.span))
    return (found,) if found else page_files(links, page, "images", front.images)


def page_files(
    links: Links, page: Page, name: str, targets: Iterable[object], *, images: bool = True
) -> tuple[str, ...]:
    """The absolute addresses of what a list of the front matter names, at most six. Adds LT203, or LT201."""
    if page.post is None:
        return ()
    front, place = page.post.front, page.post.span
    found = (
        picture(links, page, target, front.places.get(f"{name}.{number}", place), image=images)
        for number, target in enumerate(targets)
    )
    return tuple(islice((address for address in found if address), MOST))


def site_pictures(index: SiteIndex, language: Language, links: Links) -> tuple[str, ...]:
    """Those of the site's `images`, for pages that have no picture of their own. Adds LT203 to the links' findings."""
    config, home = index.config, index.fixed[language.key, Kind.HOME]
    given = language.params.get("images")
    targets = given if isinstance(given, (list, tuple)) else (given,)
    found = (
        picture(links, home, target, config.place_of(f"params.images.{number}", language.key))
        for number, target in enumerate(targets)
    )
    return tuple(islice((address for address in found if address), MOST))


def picture(links: Links, page: Page, target: object, span: Span | None = None, *, image: bool = True) -> str:
    """The absolute address of a file named from a page; "" for one that is not there, and for what is no address, such
    as the placeholder `<image path>`. Adds LT203 only where a place is given."""
    if not isinstance(target, str) or not target or "<" in target:
        return ""
    if target.startswith(("https://", "http://")):
        return web_address(target)
    if ":" in target.partition("/")[0] or target.startswith("//"):
        return ""
    # PaperMod counts a cover from the site's root even without a leading "/".
    return links.file(page, target, None) or links.file(page, "/" + target.lstrip("/"), span, image=image)


def web_address(written: object) -> str:
    """A whole http or https address as it may stand in a page, percent-encoded after the host; "" for anything else."""
    found = _HOST.match(written) if isinstance(written, str) else None
    if found is None or not isinstance(written, str):
        return ""
    address = found[0] + quote(written[found.end() :], safe=_AS_WRITTEN, errors="replace")
    return address if is_web_address(address) else ""
