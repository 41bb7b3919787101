"""The frame of a page's view: head, breadcrumbs, languages, feeds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from llmtimeline.plan.blog.parts import page_parts
from llmtimeline.plan.edition import Edition
from llmtimeline.plan.formats import FORMATS, feed_formats, has_twin
from llmtimeline.plan.head import structured
from llmtimeline.plan.head.page import canonical_address, head_view
from llmtimeline.plan.head.policy import page_policy
from llmtimeline.plan.listings import is_set
from llmtimeline.plan.pages import Kind, Page, Rank
from llmtimeline.plan.routing.routes import Address
from llmtimeline.plan.sentences import one_line, shortened
from llmtimeline.plan.translations import translation_views
from llmtimeline.values.outputs import Output, Rendered
from llmtimeline.values.views import FeedView, PageContent, PageView, SiteView


@dataclass(frozen=True, slots=True)
class Planned:
    """An output, and how firmly it holds its address."""

    output: Output
    rank: Rank


_LABELS = {Kind.SECTION: "section", Kind.TERM: "term", Kind.TAXONOMY: "list of terms", Kind.NOT_FOUND: "404 page"}


@dataclass(frozen=True, slots=True)
class Head:
    """What a page's family knows for its head; the rest comes from the page, its content file and the site."""

    description: str = ""  # where no content file gives one
    date: datetime | None = None
    lastmod: datetime | None = None
    json_ld: tuple[Mapping[str, object], ...] = ()


def plan_page(
    edition: Edition, page: Page, content: PageContent, head: Head | None = None, shown: Address | None = None
) -> Planned:
    """The output of a page. `shown` is its address where it is a further page of a list. May add LT203."""
    shown = shown or page.address
    view = _view(edition, page, content, head or Head(), shown)
    body = Rendered(f"pages/{content.kind}.html", view, page.language)
    label = _LABELS.get(page.kind, page.kind.value)
    return Planned(Output(shown.path, body, page.origin, label), page.rank)


def feed_title(page: Page, site: SiteView) -> str:
    """The site's title; of other pages than the home page their own before it."""
    return site.title if page.kind is Kind.HOME else f"{page.title or page.label} · {site.title}"


def _view(edition: Edition, page: Page, content: PageContent, head: Head, shown: Address) -> PageView:
    site, post = edition.site_for(page), page.post
    crumbs = edition.breadcrumbs(page)
    description = _description(page, head, site)
    keywords, is_article = _keywords(edition, page), page.kind is Kind.POST and bool(page.section)
    translations = translation_views(edition.index, page, shown)
    rest = head_view(edition, page, translations)
    json_ld = list(head.json_ld)
    if page.kind is Kind.HOME:
        json_ld += structured.of_home(site, rest.site)
    elif page.kind is not Kind.NOT_FOUND:
        json_ld.append(structured.breadcrumbs(edition.index.routes.origin, crumbs, page))
    if is_article and post is not None:
        json_ld.append(structured.article(page, post, site, rest, description=description, keywords=keywords))
    return PageView(
        title=page.title or (page.label if page.kind is Kind.SECTION else "") if page.kind is not Kind.HOME else "",
        description=description,
        url=shown.url,
        permalink=shown.permalink,
        canonical=canonical_address(page) or shown.permalink,
        site=site,
        content=content,
        translations=translations,
        breadcrumbs=crumbs,
        feeds=_feeds(edition, page, site),
        markdown_url=edition.index.routes.markdown(shown).url if has_twin(edition.index, page, content.kind) else "",
        date=post.front.date if page.kind is Kind.POST and post else head.date,
        lastmod=post.front.lastmod if page.kind is Kind.POST and post else head.lastmod,
        published=(post.front.publish_date or post.front.date) if is_article and post else None,
        image=rest.images[0] if rest.images else "",
        index=is_indexed(edition, page),
        keywords=keywords,
        section=page.section,
        json_ld=tuple(json_ld),
        params=post.front.params if post else {},
        is_article=is_article,
        parts=page_parts(edition, page, content),
        head=replace(rest, policy=page_policy(edition, content)),
    )


def is_indexed(edition: Edition, page: Page) -> bool:
    """Whether search engines may keep a page."""
    if not edition.site.production or page.kind is Kind.NOT_FOUND:
        return False
    return page.post is None or not is_set(page.post, "robotsnoindex")


def _feeds(edition: Edition, page: Page, site: SiteView) -> tuple[FeedView, ...]:
    """The page's own feeds; on the home page those of all releases after them."""
    views = _feeds_of(edition, page, feed_title(page, site))
    timeline = edition.page(Kind.TIMELINE) if page.kind is Kind.HOME else None
    if timeline is not None and timeline in edition.of_kind(Kind.TIMELINE):
        views += _feeds_of(edition, timeline, feed_title(timeline, site))
    return views


def _feeds_of(edition: Edition, page: Page, title: str) -> tuple[FeedView, ...]:
    views = []
    for name in feed_formats(edition.index, page):
        form = FORMATS[name]
        address = edition.index.routes.feed(page.address, form.file)
        subscribe = "webcal:" + address.permalink.partition(":")[2] if name == "ics" else ""
        views.append(FeedView(address.url, address.permalink, title, name, form.media, subscribe))
    return tuple(views)


def _description(page: Page, head: Head, site: SiteView) -> str:
    if page.post is not None:
        front = page.post.front
        text = front.description
        if not text and (front.summary or page.kind is Kind.POST):
            text = shortened(page.post.body.summary_text)
        if text:
            return one_line(text)
    return head.description or one_line(site.description)


def _keywords(edition: Edition, page: Page) -> tuple[str, ...]:
    post = page.post
    if post is not None and post.front.keywords:
        return post.front.keywords
    if page.kind is Kind.HOME:
        given = edition.site.params.get("keywords")
        return tuple(word for word in given if isinstance(word, str)) if isinstance(given, (list, tuple)) else ()
    if post is None:
        return ()
    terms = edition.index.terms_of.get(post.key, ())
    return next((tuple(term.label for term in pages) for plural, pages in terms if plural == "tags"), ())
