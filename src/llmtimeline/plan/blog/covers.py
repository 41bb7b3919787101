"""The picture above a post, as PaperMod's `cover` says."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from html import unescape

from llmtimeline.plan.head.pictures import picture
from llmtimeline.plan.links import Links
from llmtimeline.plan.pages import Page
from llmtimeline.plan.params import as_flag, as_text, page_param
from llmtimeline.values.params import find_param
from llmtimeline.values.posts import Post
from llmtimeline.values.views import PictureView

_TAG = re.compile(r"<[^>]*>")


class Covers:
    """The covers of the posts of one language."""

    def __init__(self, links: Links, params: Mapping[str, object]) -> None:
        self._links = links
        self._params = params

    def in_post(self, page: Page) -> PictureView | None:
        """The cover above the post itself. Adds LT203 to the links' findings for a file that is not there."""
        return None if self._is_hidden(page, "hiddenInSingle") else self._cover(page)

    def in_list(self, page: Page) -> PictureView | None:
        """The cover beside the post in a list: it leads nowhere and has no caption."""
        found = None if self._is_hidden(page, "hiddenInList") else self._cover(page)
        return replace(found, caption_html="", linked=False) if found else None

    def _is_hidden(self, page: Page, where: str) -> bool:
        """As the switch for the place says, else that for all places; each of the page, else of the site."""
        for name in (where, "hidden"):
            answer = page_param(self._params, page, f"cover.{name}")
            if answer is not None:
                return as_flag(answer)
        return False

    def _cover(self, page: Page) -> PictureView | None:
        post = page.post
        target = find_param(post.front.params, "cover.image") if post else None
        if post is None or not target:
            return None
        url = picture(self._links, page, target, post.front.places.get("cover.image", post.span))
        if not url:
            return None
        caption = self._links.fill_text(page, post.front.caption)
        responsive = page_param(self._params, page, "cover.responsiveImages")
        return replace(
            self._links.pictures.view(url, variants=as_flag(responsive, default=True)),
            alt=_alt(post, caption),
            caption_html=caption,
            linked=as_flag(find_param(self._params, "cover.linkFullImages")),
        )


def _alt(post: Post, caption: str) -> str:
    """What the picture shows; PaperMod takes the caption where nothing is said."""
    return as_text(find_param(post.front.params, "cover.alt")) or as_text(unescape(_TAG.sub("", caption)))
