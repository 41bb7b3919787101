"""Structured data for search engines (schema.org). Never the text of an article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from llmtimeline.plan.pages import Page
from llmtimeline.values.posts import Post
from llmtimeline.values.views import HeadView, LinkView, SiteHeadView, SiteView

_CONTEXT = "https://schema.org"
Thing = Mapping[str, object]


def publisher(kind: str, name: str, url: str, *, description: str, logo: str, same_as: Sequence[str]) -> Thing:
    """Who publishes the site. `kind` is a type of schema.org; a Person has a picture where others have a logo."""
    thing: dict[str, object] = {"@type": kind, "name": name, "url": url}
    picture = logo if kind == "Person" else {"@type": "ImageObject", "url": logo}
    optional = (("description", description), ("image" if kind == "Person" else "logo", logo and picture))
    thing |= {key: value for key, value in (*optional, ("sameAs", list(same_as))) if value}
    return thing


def of_home(site: SiteView, head: SiteHeadView) -> tuple[Thing, ...]:
    """The website and its publisher."""
    publishers = ({"@context": _CONTEXT, **head.publisher},) if head.publisher else ()
    return (_website(site, head), *publishers)


def _website(site: SiteView, head: SiteHeadView) -> Thing:
    thing: dict[str, object] = {
        "@context": _CONTEXT,
        "@type": "WebSite",
        "name": site.title,
        "url": site.home_permalink,
        "inLanguage": site.locale,
    }
    if site.description:
        thing["description"] = site.description
    if head.publisher:
        thing["publisher"] = _brief(head.publisher)
    return thing


def breadcrumbs(origin: str, links: Sequence[LinkView], page: Page) -> Thing:
    """The way from the home page. A name such as `@models` is a key of the templates' words."""
    steps = [(link.text, origin + link.url) for link in links] + [(page.title or page.label, page.permalink)]
    items = [
        {"@type": "ListItem", "position": position, "name": name, "item": address}
        for position, (name, address) in enumerate(steps, start=1)
    ]
    return {"@context": _CONTEXT, "@type": "BreadcrumbList", "itemListElement": items}


def article(
    page: Page, post: Post, site: SiteView, head: HeadView, *, description: str, keywords: Sequence[str]
) -> Thing:
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
        ("datePublished", _moment(front.publish_date or front.date)),
        ("dateModified", _moment(front.lastmod or front.date)),
        ("image", list(head.images)),
        ("keywords", ", ".join(keywords)),
        ("wordCount", post.body.words),
        ("author", [{"@type": "Person", "name": name} for name in head.authors]),
        ("publisher", _brief(head.site.publisher)),
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


def _brief(thing: Thing | None) -> Thing:
    """The publisher as an article names it; the rest stands on the home page."""
    return {key: value for key, value in (thing or {}).items() if key in ("@type", "name", "url", "logo", "image")}


def _moment(moment: datetime | None) -> str:
    return moment.isoformat() if moment else ""
