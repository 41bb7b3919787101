"""The picture that social cards show of a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from llmtimeline.plan.links import Links
from llmtimeline.plan.pages import Page
from llmtimeline.values.places import Span
from llmtimeline.values.posts import Post


def page_picture(links: Links, page: Page) -> str:
    """The absolute address of the cover, else of the first of `images`; "" without one.

    Adds LT203 to the links' findings for a picture that is not there. Placeholders such as `<image path>` are passed
    over.
    """
    if page.post is None:
        return ""
    pictures = (picture(links, page, target, span) for target, span in _given(page.post))
    return next((found for found in pictures if found), "")


def picture(links: Links, page: Page, target: str, span: Span | None = None) -> str:
    """The absolute address of a picture named from a page; "" when it is not there. Adds LT203 only where a place is
    given."""
    if not target or "<" in target:
        return ""
    if target.startswith(("https://", "http://")):
        return target
    if ":" in target.partition("/")[0] or target.startswith("//"):
        return ""
    # PaperMod counts a cover from the site's root even without a leading "/".
    return links.file(page, target, None) or links.file(page, "/" + target.lstrip("/"), span)


def _given(post: Post) -> Iterator[tuple[str, Span]]:
    front = post.front
    cover = front.params.get("cover")
    if isinstance(cover, Mapping) and isinstance(cover.get("image"), str):
        yield str(cover["image"]), front.places.get("cover.image", post.span)
    for number, image in enumerate(front.images):
        yield image, front.places.get(f"images.{number}", post.span)
