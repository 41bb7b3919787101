"""Structured data for search engines (schema.org). Never the text of an article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from llmtimeline.plan.pages import Page
from llmtimeline.values.posts import Post
from llmtimeline.values.views import LinkView, SiteView

_CONTEXT = "https://schema.org"
Thing = Mapping[str, object]


def website(site: SiteView) -> Thing:
    """Of the home page."""
    thing: dict[str, object] = {
        "@context": _CONTEXT,
        "@type": "WebSite",
        "name": site.title,
        "url": site.home_permalink,
        "inLanguage": site.locale,
    }
    if site.description:
        thing["description"] = site.description
    return thing


def breadcrumbs(origin: str, links: Sequence[LinkView], page: Page, title: str) -> Thing:
    """The way from the home page. A step that only the templates can name goes without a name."""
    steps = [(link.text, origin + link.url) for link in links] + [(title or page.label, page.permalink)]
    items: list[dict[str, object]] = []
    for position, (name, address) in enumerate(steps, start=1):
        item: dict[str, object] = {"@type": "ListItem", "position": position, "item": address}
        if not name.startswith("@"):
            item["name"] = name
        items.append(item)
    return {"@context": _CONTEXT, "@type": "BreadcrumbList", "itemListElement": items}


def article(page: Page, post: Post, site: SiteView, *, description: str, image: str, keywords: Sequence[str]) -> Thing:
    """Of a post."""
    front = post.front
    thing: dict[str, object] = {
        "@context": _CONTEXT,
        "@type": "BlogPosting",
        "headline": page.title,
        "url": page.permalink,
        "mainEntityOfPage": page.permalink,
        "inLanguage": site.locale,
        "isPartOf": {"@type": "WebSite", "name": site.title, "url": site.home_permalink},
    }
    optional: tuple[tuple[str, object], ...] = (
        ("description", description),
        ("datePublished", _moment(front.date)),
        ("dateModified", _moment(front.lastmod or front.date)),
        ("image", image),
        ("keywords", ", ".join(keywords)),
        ("wordCount", post.body.words),
        ("author", [{"@type": "Person", "name": name} for name in _authors(post, site)]),
    )
    thing |= {key: value for key, value in optional if value}
    return thing


def dataset(site: SiteView, permalink: str, files: Sequence[tuple[str, str]], license_url: str) -> Thing:
    """Of the dataset's page. `files` are (address, media type)."""
    thing: dict[str, object] = {
        "@context": _CONTEXT,
        "@type": "Dataset",
        "name": site.title,
        "description": site.description or site.title,
        "url": permalink,
        "inLanguage": site.locale,
        "isAccessibleForFree": True,
        "distribution": [
            {"@type": "DataDownload", "contentUrl": address, "encodingFormat": media} for address, media in files
        ],
    }
    if site.author:
        thing["creator"] = {"@type": "Person", "name": site.author}
    if license_url or site.license:
        thing["license"] = license_url or site.license
    return thing


def _authors(post: Post, site: SiteView) -> tuple[str, ...]:
    return post.front.authors or ((site.author,) if site.author else ())


def _moment(moment: datetime | None) -> str:
    return moment.isoformat() if moment else ""
