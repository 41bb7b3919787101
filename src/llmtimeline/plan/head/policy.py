"""From where a page may load files: the Content-Security-Policy in its head.

A page's own files come from its own host and nothing else runs. Pictures, sound and films may come from anywhere, since
posts embed them. What a page holds beyond that (films in frames, comments, counts of visits) opens the door for exactly
that page. Digests of the few lines that stand in the page itself are added where templates are drawn.
"""

from __future__ import annotations

from collections.abc import Iterator

from llmtimeline.plan.edition import Edition
from llmtimeline.values.config import Config
from llmtimeline.values.policy import Policy
from llmtimeline.values.views import (
    Html,
    PageContent,
    PostContent,
    ShortcodeValue,
    ShortcodeView,
    SiteHeadView,
)

_SELF, _NONE = "'self'", "'none'"
_USUAL: Policy = (
    ("default-src", (_NONE,)),
    ("script-src", (_SELF,)),
    ("style-src", (_SELF,)),
    ("img-src", (_SELF, "data:", "https:")),
    ("font-src", (_SELF,)),
    ("connect-src", (_SELF,)),
    ("media-src", (_SELF, "https:")),
    ("frame-src", ()),
    ("worker-src", ()),
    ("manifest-src", (_SELF,)),
    ("base-uri", (_SELF,)),
    ("form-action", (_SELF,)),
)
# Shortcodes that show a page of another host.
_FRAMES = {"youtube": "https://www.youtube-nocookie.com", "vimeo": "https://player.vimeo.com"}
# As Google documents them for its counting.
_COUNTING = {
    "script-src": ("https://www.googletagmanager.com",),
    "connect-src": (
        "https://*.google-analytics.com",
        "https://*.analytics.google.com",
        "https://www.googletagmanager.com",
    ),
}
_GISCUS = ("https://giscus.app",)
_WEB_ASSEMBLY = ("'wasm-unsafe-eval'",)  # which Pagefind is made of


def page_policy(edition: Edition, content: PageContent) -> Policy:
    """The policy of a page; () where the site wants none.

    A site whose posts may hold raw HTML has none unless it asks: nobody can know what its HTML loads.
    """
    config = edition.index.config
    if not _is_wanted(config):
        return ()
    more = {directive: (*sources, *_of_services(edition.head, content, directive)) for directive, sources in _USUAL}
    more["frame-src"] += tuple(_frames(content))
    if config.timeline.search_engine == "pagefind":
        more["script-src"] += _WEB_ASSEMBLY
    for directive, sources in config.timeline.policy.more.items():
        more[directive] = (*(source for source in more[directive] if source != _NONE), *sources)
    return tuple((directive, tuple(dict.fromkeys(sources))) for directive, sources in more.items() if sources)


def _is_wanted(config: Config) -> bool:
    wanted = config.timeline.policy.wanted
    return not (config.markup.unsafe or config.markup.raw_shortcode) if wanted is None else wanted


def _of_services(head: SiteHeadView, content: PageContent, directive: str) -> tuple[str, ...]:
    found = _COUNTING.get(directive, ()) if head.analytics else ()
    discussed = head.discussion is not None and isinstance(content, PostContent) and content.parts.comments
    return found + (_GISCUS if discussed and directive in ("script-src", "style-src", "frame-src") else ())


def _frames(content: PageContent) -> Iterator[str]:
    names = {shortcode.name for html in _bodies(content) for shortcode in _shortcodes(html)}
    yield from (host for name, host in _FRAMES.items() if name in names)


def _bodies(content: PageContent) -> Iterator[Html]:
    """All that authors say on a page."""
    if isinstance(content, PostContent):
        for section in content.sections:
            yield from (section.heading_html, section.html)
        yield content.endnotes_html
    else:
        yield getattr(content, "intro_html", "")
        yield getattr(getattr(content, "info", None), "html", "")


def _shortcodes(html: Html | ShortcodeValue) -> Iterator[ShortcodeView]:
    """Those in a body, and those within them."""
    for part in html if isinstance(html, tuple) else ():
        if isinstance(part, ShortcodeView):
            yield part
            for inner in (part.inner, *part.positional, *part.named.values()):
                yield from _shortcodes(inner)
