"""Which pages have a feed or an index for programs: by Hugo's `disableKinds` and `outputs`."""

from __future__ import annotations

from llmtimeline.plan.index import SiteIndex
from llmtimeline.plan.pages import Kind, Page

_KINDS = {Kind.HOME: "home", Kind.SECTION: "section", Kind.TAXONOMY: "taxonomy", Kind.TERM: "term"}


def has_feed(index: SiteIndex, page: Page) -> bool:
    """Whether a page has a feed of its own: each list of Hugo's, unless its `outputs` leave `rss` out, and vendors."""
    if index.has_no("rss"):
        return False
    if page.kind is Kind.VENDOR:
        return bool(index.registry.by_vendor.get(page.subject))  # one that no release ever filled is of no use
    name = _KINDS.get(page.kind)
    return name is not None and "rss" in index.config.outputs.get(name, ("html", "rss"))


def wants_json(index: SiteIndex) -> bool:
    """Whether the home page has an `index.json`: where `outputs.home` holds JSON, as PaperMod's search asks for."""
    return "json" in index.config.outputs.get("home", ())
