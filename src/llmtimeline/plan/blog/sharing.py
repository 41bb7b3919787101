"""Links by which readers pass a post on: plain addresses, no scripts of others."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from llmtimeline.plan.blog.switches import flag, param
from llmtimeline.plan.edition import Edition
from llmtimeline.plan.pages import Page
from llmtimeline.values.views import ShareLink

# {url} and {title} are percent-encoded. The first seven are PaperMod's, in its order.
_ADDRESSES = {
    "x": "https://x.com/intent/tweet?text={title}&url={url}",
    "linkedin": "https://www.linkedin.com/sharing/share-offsite/?url={url}",
    "reddit": "https://www.reddit.com/submit?url={url}&title={title}",
    "facebook": "https://www.facebook.com/sharer/sharer.php?u={url}",
    "whatsapp": "https://api.whatsapp.com/send?text={title}%20{url}",
    "telegram": "https://t.me/share/url?url={url}&text={title}",
    "ycombinator": "https://news.ycombinator.com/submitlink?u={url}&t={title}",
    "weibo": "https://service.weibo.com/share/share.php?url={url}&title={title}",
    "email": "mailto:?subject={title}&body={url}",
}
_USUAL = tuple(_ADDRESSES)[:7]
_ALIASES = {"twitter": "x", "hackernews": "ycombinator"}


def share_links(edition: Edition, page: Page) -> tuple[ShareLink, ...]:
    """The links below a post; none unless `ShowShareButtons` asks for them."""
    if not flag(edition, page, "ShowShareButtons") or flag(edition, page, "disableShare"):
        return ()
    title, url = quote(page.title, safe=""), quote(page.permalink, safe="")
    services = dict.fromkeys(_services(param(edition, page, "ShareButtons")))
    return tuple(ShareLink(name, _ADDRESSES[name].format(title=title, url=url)) for name in services)


def _services(wanted: object) -> Iterator[str]:
    """In the order in which they are listed. A service that nobody knows was told when the list was read."""
    if not isinstance(wanted, (list, tuple)) or not wanted:
        yield from _USUAL
        return
    for name in wanted:
        known = _ALIASES.get(str(name).lower(), str(name).lower())
        if known in _ADDRESSES:
            yield known
