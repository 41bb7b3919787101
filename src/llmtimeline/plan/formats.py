"""Which pages have feeds, an index for programs, a twin in Markdown: by the config, and by what the pages hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from llmtimeline.plan.index import SiteIndex
from llmtimeline.plan.listings import is_in_feeds, is_set
from llmtimeline.plan.pages import Kind, Page
from llmtimeline.values.config import FEED_FORMATS
from llmtimeline.values.posts import PostKey

_KINDS = {Kind.HOME: "home", Kind.SECTION: "section", Kind.TAXONOMY: "taxonomy", Kind.TERM: "term"}
_OF_RELEASES = frozenset({Kind.TIMELINE, Kind.VENDOR, Kind.MODEL})


@dataclass(frozen=True, slots=True)
class FeedFormat:
    """A format of feeds."""

    file: str  # its name in the folder of the page
    media: str
    template: str


FORMATS: Mapping[str, FeedFormat] = {
    "rss": FeedFormat("index.xml", "application/rss+xml", "feeds/rss.xml"),
    "atom": FeedFormat("atom.xml", "application/atom+xml", "feeds/atom.xml"),
    "json": FeedFormat("feed.json", "application/feed+json", "feeds/feed.json"),
    "ics": FeedFormat("releases.ics", "text/calendar", "feeds/releases.ics"),
}


def feed_formats(index: SiteIndex, page: Page) -> tuple[str, ...]:
    """The formats of a page's feed; () where it has none.

    Hugo's lists have RSS, also while empty, unless their `outputs` leave `rss` out; home and terms have the other
    formats beside it once there is something to tell. The timeline, vendors and families have all formats for their
    releases. `disableKinds: [RSS]` turns all feeds off, and a page that is not written has none.
    """
    if index.has_no("rss") or not page.is_rendered:
        return ()
    name = _KINDS.get(page.kind)
    if name is not None and "rss" not in index.config.outputs.get(name, ("html", "rss")):
        return ()
    held = _held(index, page)
    return tuple(each for each in FEED_FORMATS if each in held and each in index.config.timeline.feeds)


def _held(index: SiteIndex, page: Page) -> tuple[str, ...]:
    if page.kind in _OF_RELEASES:
        return FEED_FORMATS if any(True for _ in releases_of(index, page)) else ()
    if page.kind in (Kind.HOME, Kind.TERM):
        posts = index.all_posts[page.language] if page.kind is Kind.HOME else index.members.get(page, ())
        of_posts = ("rss", "atom", "json") if any(is_in_feeds(post) for post in posts) else ("rss",)
        return (*of_posts, "ics") if any(True for _ in releases_of(index, page)) else of_posts
    return ("rss",) if page.kind in _KINDS else ()


def releases_of(index: SiteIndex, page: Page) -> Iterator[str]:
    """The ids of the releases that a page's feed tells of, each once: all, a vendor's, a family's, those told in the
    posts of a term; none of any other page."""
    registry = index.registry
    match page.kind:
        case Kind.TIMELINE:
            yield from registry.releases
        case Kind.VENDOR:
            yield from (each for each in registry.by_vendor.get(page.subject, ()) if each in registry.releases)
        case Kind.MODEL:
            yield from _of_family(index, page.subject)
        case Kind.TERM:
            keys = (post.post.key for post in index.members.get(page, ()) if post.post is not None)
            yield from _told_in(index, keys)


def _of_family(index: SiteIndex, family: str) -> Iterator[str]:
    """Of a family itself and of its members, also those of families within it."""
    models = index.registry.models
    if family not in models or models[family].kind != "family":
        return
    seen, waiting = {family: None}, [family]
    told: dict[str, None] = {}
    while waiting:
        name = waiting.pop()
        for release in models[name].releases if name in models else ():
            if release in index.registry.releases and release not in told:
                told[release] = None
                yield release
        inner = [each for each in index.registry.by_family.get(name, ()) if each not in seen]
        seen.update(dict.fromkeys(inner))
        waiting += inner


def _told_in(index: SiteIndex, posts: Iterator[PostKey]) -> Iterator[str]:
    told: dict[str, None] = {}
    for post in posts:
        for release in index.releases_in.get(post, {}).values():
            if release in index.registry.releases and release not in told:
                told[release] = None
                yield release


def has_twin(index: SiteIndex, page: Page, kind: str) -> bool:
    """Whether a page also stands as Markdown: where its kind has a template for that. A page that search engines are
    asked to leave out has none, as no file of Markdown can ask them."""
    if not index.config.timeline.markdown or twin_template(kind) not in index.tree.theme.templates:
        return False
    return page.post is None or not is_set(page.post, "robotsnoindex")


def twin_template(kind: str) -> str:
    """The template that draws a kind of page as Markdown."""
    return f"markdown/{kind}.md"


def wants_json(index: SiteIndex) -> bool:
    """Whether the home page has an `index.json`: where `outputs.home` holds JSON, as PaperMod's search asks for."""
    return "json" in index.config.outputs.get("home", ())
