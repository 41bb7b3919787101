"""Every key of front matter that means something here, and those of Hugo that do not."""

from __future__ import annotations

from functools import lru_cache

from llmtimeline.parse.config.paper_keys import PAGE_FIELDS, SHARED_FIELDS
from llmtimeline.parse.config.sitemaps import PAGE_SITEMAP
from llmtimeline.parse.notation.typed import Effect, Field, Kind, Table

_NONE, _LOST = Effect.NONE, Effect.LOST

# Which keys may stand for a date, the first one that is given counts. Order measured in Hugo 0.151.
DATE_KEYS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("date", ("date", "publishdate", "pubdate", "published", "lastmod", "modified")),
    ("lastmod", ("lastmod", "modified", "date", "publishdate", "pubdate", "published")),
    ("publishdate", ("publishdate", "pubdate", "published", "date")),
    ("expirydate", ("expirydate", "unpublishdate")),
)

BUILD = Table(
    "build",
    (
        Field("render", Kind.NODE, "always, never, or link: no page, but an address"),
        Field("list", Kind.NODE, "always, never, or local: only in its own section"),
        Field("publishResources", Kind.FLAG, "false: files beside the post are left out"),
    ),
)

# Fields of FrontMatter itself; every other key goes into its params.
OWN_FIELDS: tuple[Field, ...] = (
    Field("title", Kind.TEXT, "title of the page", slips=("subject", "headline")),
    Field("linkTitle", Kind.TEXT, "a shorter title for lists and menus"),
    Field("description", Kind.TEXT, "one or two sentences for search engines and previews"),
    Field("summary", Kind.TEXT, "what lists show, in place of the beginning; Markdown"),
    Field("date", Kind.NODE, "when it was written: 2023-09-29T09:54:54+08:00", slips=("created", "createdat")),
    Field(
        "lastmod",
        Kind.NODE,
        "when it was last changed",
        slips=("updated", "update", "lastmodified", "last_modified", "lastupdated", "updatedat"),
    ),
    Field("modified", Kind.NODE, "as `lastmod`"),
    Field("publishDate", Kind.NODE, "from when on it is shown"),
    Field("pubdate", Kind.NODE, "as `publishDate`"),
    Field("published", Kind.NODE, "as `publishDate`"),
    Field("expiryDate", Kind.NODE, "until when it is shown", slips=("expires", "expiry")),
    Field("unpublishDate", Kind.NODE, "as `expiryDate`"),
    Field("draft", Kind.FLAG, "not published unless drafts are asked for"),
    Field("weight", Kind.WHOLE, "place in lists, ascending; 0 is by date"),
    Field("slug", Kind.TEXT, "last part of the address"),
    Field("url", Kind.TEXT, "whole address inside the site", slips=("permalink",)),
    Field("aliases", Kind.TEXTS, "former addresses, which redirect here", slips=("alias", "redirect_from")),
    Field("layout", Kind.TEXT, "which template: archives, search, …"),
    Field("type", Kind.TEXT, "kind of content, in place of the section"),
    Field("translationKey", Kind.TEXT, "pairs translations whose files have different names"),
    Field("authors", Kind.TEXTS, "who writes"),
    Field("keywords", Kind.TEXTS, "words for search engines"),
    Field("images", Kind.ADDRESSES, "pictures for previews on other sites", slips=("image",)),
    Field("build", Kind.TABLE, "whether it is rendered and listed", table=BUILD),
    Field("_build", Kind.TABLE, "as `build`, its older name", table=BUILD),
    Field("headless", Kind.FLAG, "neither rendered nor listed"),
    Field("cascade", Kind.NODE, "in the `_index.md` of a section: front matter for all pages of the section"),
    Field("menus", Kind.NODE, "menus that the page stands in: `main`, or `main: {weight: 10}`"),
    Field("menu", Kind.NODE, "as `menus`, its older name"),
)

_FOREIGN_FIELDS: tuple[Field, ...] = (
    Field("sitemap", Kind.TABLE, "what the sitemap says of the page", table=PAGE_SITEMAP),
    Field("isCJKLanguage", Kind.FLAG, "count words as in Chinese, whatever the text is"),
    *(
        Field(name, Kind.ANY, "of Hugo; nothing here depends on it", effect=_NONE)
        for name in ("markup", "outputs", "resources", "lang", "path", "kind", "sites", "content", "family")
    ),
)

_PARAM_FIELDS = tuple(
    row
    for row in (*SHARED_FIELDS, *PAGE_FIELDS, *_FOREIGN_FIELDS)
    if row.name.lower() not in {own.name.lower() for own in OWN_FIELDS}
)

_USUAL_SLIPS = {"tags": ("tag",), "categories": ("category",)}
OWN_KEYS = frozenset(row.name.lower() for row in OWN_FIELDS)

PAGE_PARAMS = Table("params", _PARAM_FIELDS, is_open=True)


@lru_cache(maxsize=16)
def front_table(taxonomies: tuple[tuple[str, str], ...]) -> Table:
    """The keys of front matter on a site with these taxonomies, each a pair of singular and plural."""
    plurals = {plural: singular for singular, plural in taxonomies}
    terms = tuple(
        Field(
            plural,
            Kind.TEXTS,
            f"terms of the taxonomy {plural}",
            slips=_USUAL_SLIPS.get(plural, (singular,) if singular != plural else ()),
        )
        for plural, singular in plurals.items()
    )
    rows = [row for row in (*OWN_FIELDS, *_PARAM_FIELDS) if row.name.lower() not in plurals]
    params = Field("params", Kind.TABLE, "other values for templates", table=PAGE_PARAMS)
    return Table("front matter", (*terms, *rows, params), is_open=True)
