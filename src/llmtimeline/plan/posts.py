"""Pages of posts and plain pages."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from urllib.parse import quote

from llmtimeline.plan.blog.parts import post_parts
from llmtimeline.plan.blog.sharing import share_links
from llmtimeline.plan.blog.switches import answer, flag, param
from llmtimeline.plan.edition import Edition
from llmtimeline.plan.facts import fact_rows
from llmtimeline.plan.frames import Planned, plan_page
from llmtimeline.plan.pages import Kind, Page
from llmtimeline.plan.params import as_text
from llmtimeline.plan.tables import table_of_contents
from llmtimeline.values.posts import Post, PostKey
from llmtimeline.values.registry import Claim
from llmtimeline.values.views import FactRow, HeadingView, LinkView, PostContent, SectionView

_LOWEST_LEVEL = 6


def plan_posts(edition: Edition) -> Iterator[Planned]:
    """Every post and plain page of a language."""
    newer, older = _neighbours(edition)
    for page in edition.of_kind(Kind.POST):
        if page.post is None or not page.is_rendered:
            continue
        edition.links.check_own_addresses(page, page.post)
        beside = (newer.get(page), older.get(page)) if flag(edition, page, "ShowPostNavLinks", default=True) else ()
        content = _post_content(edition, page, page.post, *(beside or (None, None)))
        yield plan_page(edition, page, content)


def _post_content(edition: Edition, page: Page, post: Post, newer: Page | None, older: Page | None) -> PostContent:
    card = edition.cards.post(page)
    sections = range(len(post.body.sections))
    releases = edition.index.releases_in.get(post.key, {})
    anchors = edition.index.short_anchors.get(post.key, {})
    return PostContent(
        sections=tuple([_section_view(edition, page, n, releases.get(n, ""), anchors.get(n, "")) for n in sections]),
        endnotes_html=edition.links.fill(page, post.body.endnotes),
        toc=_contents(edition, page, post),
        card=card,
        terms=edition.cards.terms(post),
        newer=LinkView(newer.url, newer.label) if newer else None,
        older=LinkView(older.url, older.label) if older else None,
        edit_url=edit_url(edition, page, post),
        edit_text=as_text(param(edition, page, "editPost.Text")),
        releases=card.releases,
        cover=edition.cards.covers.in_post(page),
        share=share_links(edition, page),
        parts=post_parts(edition, page),
    )


def _contents(edition: Edition, page: Page, post: Post) -> tuple[HeadingView, ...]:
    """The table of contents: where `ShowToc` asks for it, else of posts with more than one heading to go to.

    `UseHugoToc: false` takes headings of all levels, as PaperMod's own table does.
    """
    markup, wanted = edition.index.config.markup, answer(edition, page, "ShowToc")
    if wanted is False:
        return ()
    lowest = markup.toc_end if markup.toc_end >= 0 else _LOWEST_LEVEL
    levels = range(markup.toc_start, lowest + 1)
    if answer(edition, page, "UseHugoToc") is False:
        levels = range(1, _LOWEST_LEVEL + 1)
    entries = [
        (heading.level, heading.id, edition.links.fill_text(page, heading.pieces))
        for heading in post.body.headings
        if heading.level in levels and heading.id
    ]
    contents = table_of_contents(entries)
    return contents if wanted or len(contents) > 1 else ()


def _section_view(edition: Edition, page: Page, number: int, release: str, anchor: str) -> SectionView:
    post = page.post
    if post is None:
        raise ValueError(f"{page.address.path} is no post")
    section = post.body.sections[number]
    heading = section.heading
    known = release in edition.index.registry.releases
    return SectionView(
        heading_id=heading.id if heading else "",
        heading_html=edition.links.fill(page, heading.pieces) if heading else "",
        html=edition.links.fill(page, section.pieces),
        release=edition.cards.release(release) if known else None,
        facts=_facts(edition, page, post, release, number) if known else (),
        language=_locale(edition, section.language),
        anchor=anchor,
    )


def _facts(edition: Edition, page: Page, post: Post, release: str, number: int) -> tuple[FactRow, ...]:
    """The facts of a release as this post or its translations give them; its own words come first.

    The date stands in the row of the release already.
    """
    claims: list[Claim] = []
    for key in _pair(edition, page, post):
        claims += (
            claim
            for claim in edition.index.claims_in.get((release, key), ())
            if claim.field != "date" and (key != post.key or claim.section == number)
        )
    models = dict.fromkeys(claim.model for claim in claims)
    rows: list[FactRow] = []
    for model in models:
        said = [claim for claim in claims if claim.model == model]
        rows += fact_rows((claim for claim in said if not claim.size), edition.tellings.mark)
        for size in dict.fromkeys(claim.size for claim in said if claim.size):
            rows += fact_rows((claim for claim in said if claim.size == size), edition.tellings.mark, size)
    return tuple(rows)


def _pair(edition: Edition, page: Page, post: Post) -> Iterator[PostKey]:
    yield post.key
    for other in edition.index.versions.get(page.key, {}).values():
        if other.post is not None and other.language != page.language:
            yield other.post.key


def _locale(edition: Edition, language: str) -> str:
    """The locale of a section in another language than the page's."""
    if not language:
        return ""
    known = edition.index.languages.get(language.lower()) or edition.index.languages.get(
        language.lower().partition("-")[0]
    )
    if known is None:
        return language
    return "" if known.key == edition.key else known.locale


def _neighbours(edition: Edition) -> tuple[dict[Page, Page], dict[Page, Page]]:
    """Each post's newer and older neighbour in list order among the main sections.

    PaperMod calls the newer one "Prev"; here each is called what it is.
    """
    posts = edition.index.main_posts[edition.key]
    pairs = list(pairwise(posts))
    return {older: newer for newer, older in pairs}, dict(pairs)


def edit_url(edition: Edition, page: Page, post: Post) -> str:
    """Where the post can be edited: `editPost` of the front matter over that of the site, key by key."""
    if not edition.index.config.timeline.open_edit or flag(edition, page, "editPost.disabled"):
        return ""
    url = param(edition, page, "editPost.URL")
    if not isinstance(url, str) or "<" in url or not url.startswith(("https://", "http://")):
        return ""
    if not flag(edition, page, "editPost.appendFilePath"):
        return url
    return f"{url.rstrip('/')}/{quote(_inner_path(edition, post), safe='/')}"


def _inner_path(edition: Edition, post: Post) -> str:
    config = edition.index.config
    for folder in (edition.language.content_dir, config.content_dir):
        if folder and post.path.startswith(folder.strip("/") + "/"):
            return post.path[len(folder.strip("/")) + 1 :]
    return post.path
