"""The addresses that belong to a model, as one language names them."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from llmtimeline.plan.edition import Edition
from llmtimeline.plan.pages import Page
from llmtimeline.values.addresses import is_inside
from llmtimeline.values.facts import Link
from llmtimeline.values.registry import Model
from llmtimeline.values.views import TypedLinkView


def model_links(edition: Edition, page: Page, model: Model) -> tuple[TypedLinkView, ...]:
    """The model's links, each with the words that a post in the page's language has for it.

    Words of another language are left out: the host says more. Addresses inside the site count from the file that
    names them; `page` is the one that shows them.
    """
    labels = _labels(edition, model)
    return tuple(_view(edition, page, link, labels.get(link.url, "")) for link in model.links)


def size_links(edition: Edition, page: Page, model: Model) -> dict[str, tuple[TypedLinkView, ...]]:
    """The links of each size that has some of its own."""
    found = ((size.name, _views(edition, page, size.links)) for size in model.sizes)
    return {name: views for name, views in found if views}


def _views(edition: Edition, page: Page, links: Iterable[Link]) -> tuple[TypedLinkView, ...]:
    return tuple(_view(edition, page, link, "") for link in links)


def _view(edition: Edition, page: Page, link: Link, told: str) -> TypedLinkView:
    told_on = edition.index.pages_of_files.get(link.span.path, page)
    label = told or (link.label if told_on.language == edition.key else "")
    url = edition.links.address(told_on, link.url, link.span) if is_inside(link.url) else link.url
    return TypedLinkView(url, link.kind, label, _host(link.url))


def _labels(edition: Edition, model: Model) -> dict[str, str]:
    found: dict[str, str] = {}
    known, told = edition.index.registry.releases, edition.tellings.told
    for release in model.releases:
        for telling in told.of_release(known[release]) if release in known else ():
            if telling.language == edition.key:
                blocks = (link for block in telling.section.blocks for link in block.links)
                for link in (*blocks, *telling.section.links):
                    if link.label:
                        found.setdefault(link.url, link.label)
    return found


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
