"""Which parts of the frame, and of a post, PaperMod's parameters show."""

from __future__ import annotations

import re

from llmtimeline.plan.blog.switches import answer, flag
from llmtimeline.plan.edition import Edition
from llmtimeline.plan.formats import feed_formats
from llmtimeline.plan.pages import Kind, Page
from llmtimeline.values.views import HomeContent, ListContent, PageContent, PageParts, PostContent, PostParts

_LISTS = frozenset({Kind.SECTION, Kind.TERM})
# Of the text above a list, what needs more style than paragraphs, lists and links do.
_RICH = re.compile(r"<(?:pre|table|dl|details|figure|img)\b|class=\"(?:alert|footnote|task)")


def page_parts(edition: Edition, page: Page, content: PageContent) -> PageParts:
    """The parts of the frame."""
    return PageParts(
        breadcrumbs=flag(edition, page, "ShowBreadCrumbs", default=True),
        footer=not flag(edition, page, "hideFooter"),
        feed_url=_feed_url(edition, page) if flag(edition, page, "ShowRssButtonInSectionTermList") else "",
        feeds=answer(edition, page, "ShowRssButtonInSectionTermList") is not False,
        styled=bool(edition.site.look.theme) or _is_styled(content) or _has_shortcodes(content),
        rich=_is_rich(content),
        described=page.post is None or bool(page.post.front.description),
    )


def post_parts(edition: Edition, page: Page) -> PostParts:
    """The parts of a post. A plain page outside the main sections shows its date only where someone asks for it."""
    hides_meta, comments = answer(edition, page, "hideMeta"), answer(edition, page, "comments")
    is_main = page.type in edition.index.main_sections
    return PostParts(
        meta=is_main if hides_meta is None else not hides_meta,
        toc_open=flag(edition, page, "TocOpen"),
        toc_numbered=edition.index.config.markup.toc_ordered,
        anchors=not flag(edition, page, "disableAnchoredHeadings"),
        copy_buttons=flag(edition, page, "ShowCodeCopyButtons", default=True),
        comments=is_main and edition.head.discussion is not None if comments is None else comments,
    )


def pager_words(edition: Edition, page: Page) -> str:
    """How a list says on which of its pages one is: in words, in numbers (`ShowPageNums`), or not at all."""
    wanted = answer(edition, page, "ShowPageNums")
    return "words" if wanted is None else "numbers" if wanted else ""


def _is_styled(content: PageContent) -> bool:
    """Whether it holds what few sites ask for, so that its style stands in a sheet of its own."""
    match content:
        case PostContent(cover=cover, share=share, parts=parts):
            return bool(cover or share or parts.toc_numbered or not parts.anchors)
        case HomeContent(info=info, profile=profile, posts=posts):
            return bool(info or profile or any(post.cover for post in posts))
        case ListContent(posts=posts):
            return any(post.cover for post in posts)
        case _:
            return False


def _is_rich(content: PageContent) -> bool:
    if isinstance(content, PostContent):
        return True
    texts = (getattr(content, "intro_html", ""), getattr(getattr(content, "info", None), "html", ""))
    parts = (part for html in texts for part in ((html,) if isinstance(html, str) else html))
    return any(not isinstance(part, str) or _RICH.search(part) for part in parts)


def _has_shortcodes(content: PageContent) -> bool:
    if isinstance(content, PostContent):
        return any(not isinstance(section.html, str) for section in content.sections)
    return not isinstance(getattr(content, "intro_html", ""), str)


def _feed_url(edition: Edition, page: Page) -> str:
    if page.kind is Kind.ARCHIVES:
        return edition.site.feed_url
    if page.kind in _LISTS and "rss" in feed_formats(edition.index, page):
        return edition.index.routes.feed(page.address).url
    return ""
