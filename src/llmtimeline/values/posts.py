"""One content file, parsed."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from llmtimeline.values.facts import Link, ReleaseBlock, ReleaseHeading
from llmtimeline.values.menus import MenuItem
from llmtimeline.values.places import Span


@dataclass(frozen=True, slots=True, order=True)
class PostKey:
    """Identity of a content file. It always includes the language."""

    id: str  # path below the content folder without language and suffix: "post/2023-09", "post" for post/_index.md
    language: str


class Node(enum.StrEnum):
    """How a content file stands in the tree."""

    LEAF = "leaf"  # x.md
    BUNDLE = "bundle"  # x/index.md, with its neighbours as resources
    BRANCH = "branch"  # x/_index.md: a section, a term, the home page


@dataclass(frozen=True, slots=True)
class Ref:
    """A hole in a body's HTML, inside a quoted attribute: an address that only the plan can fill."""

    target: str  # as written, percent-decoding untouched; never has a scheme
    image: bool  # src of an image rather than href of a link
    span: Span
    by_name: bool = False  # a page may also be named without its folder, as `ref` and `relref` may
    language: str = ""  # key of the language whose page is meant; "" is the page's own


@dataclass(frozen=True, slots=True)
class Image:
    """A hole in a body's HTML: a picture of the text. The plan writes its element, since it knows the file."""

    source: Ref | str  # an address outside the site is a string, escaped for HTML
    alt: str  # plain
    title: str = ""  # plain


@dataclass(frozen=True, slots=True)
class Shortcode:
    """A hole in a body's HTML that a template fills: `shortcodes/<name>.html`."""

    name: str
    number: int  # among the holes of the body, from 0
    span: Span
    positional: tuple[ArgumentValue, ...]
    named: Mapping[str, ArgumentValue]  # lower-cased names
    inner: tuple[Piece, ...]  # what it encloses, Markdown turned to HTML
    inner_text: str  # the same as written; of an author, so never to be trusted
    is_paired: bool  # whether it has a closing tag


Piece = str | Ref | Image | Shortcode
ArgumentValue = str | int | float | bool | Ref | tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a body."""

    level: int  # 1 to 6
    id: str  # as Hugo gives it (behaviour.md 2.7)
    text: str  # plain
    pieces: tuple[Piece, ...]  # the inner HTML
    span: Span


@dataclass(frozen=True, slots=True)
class Section:
    """From one top-level level-2 heading to the next; the first may have none. Release blocks are not in `pieces`."""

    heading: Heading | None
    pieces: tuple[Piece, ...]  # HTML after the heading
    text: str  # plain text after the heading, blocks joined by line breaks
    lead: str  # plain text of the first paragraph
    release: ReleaseHeading | None = None
    blocks: tuple[ReleaseBlock, ...] = ()
    links: tuple[Link, ...] = ()  # external links in order, each address once
    language: str = ""  # {lang=en} on the heading
    first_line: int = 1


@dataclass(frozen=True, slots=True)
class Body:
    """Markdown once parsed."""

    sections: tuple[Section, ...] = ()
    endnotes: tuple[Piece, ...] = ()  # the footnotes' HTML
    headings: tuple[Heading, ...] = ()  # all, in order, also nested ones
    anchors: frozenset[str] = frozenset()  # every id in the HTML
    summary: tuple[Piece, ...] = ()  # HTML: up to <!--more-->, else cut as Hugo cuts
    summary_text: str = ""  # plain, one line
    truncated: bool = False  # there is more than the summary
    words: int = 0  # as Hugo counts (behaviour.md 2.6)
    minutes: int = 0  # reading time
    cjk: bool = False


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The fields that the program itself reads, and all others as plain values."""

    title: str = ""
    link_title: str = ""
    description: str = ""
    summary: str = ""  # Markdown, inline
    date: datetime | None = None  # aware
    lastmod: datetime | None = None
    publish_date: datetime | None = None
    expiry_date: datetime | None = None
    draft: bool = False
    weight: int = 0
    slug: str = ""
    url: str = ""
    aliases: tuple[str, ...] = ()
    layout: str = ""
    type: str = ""
    translation_key: str = ""
    authors: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    terms: tuple[tuple[str, tuple[str, ...]], ...] = ()  # by plural name of the taxonomy: (("tags", ("GPT",)),)
    images: tuple[str, ...] = ()
    caption: tuple[Piece, ...] = ()  # of the cover, HTML
    render: str = "always"  # build.render: always, never, link
    list: str = "always"  # build.list: always, never, local
    publish_resources: bool = True  # build.publishResources: files beside the post are published
    cascade: tuple[Cascade, ...] = ()  # what a section gives to itself and to the pages below it
    menus: tuple[tuple[str, MenuItem], ...] = ()  # lower-cased name of the menu, the entry that leads to this page
    params: Mapping[str, object] = field(default_factory=dict)  # all other keys, lower-cased, nested too
    places: Mapping[str, Span] = field(default_factory=dict)  # lower-cased dotted key -> its value's place


@dataclass(frozen=True, slots=True)
class CascadeTarget:
    """Whom a cascade is for: patterns such as `/post/**`, of which "" fits everything."""

    path: str = ""  # of the content file below the content folder, without language and suffix, after a "/"
    kind: str = ""  # page, section, home, taxonomy, term
    language: str = ""  # its key
    environment: str = ""


@dataclass(frozen=True, slots=True)
class Cascade:
    """Front matter for many pages."""

    target: CascadeTarget
    front: FrontMatter


@dataclass(frozen=True, slots=True)
class Post:
    """One content file: identity, front matter, body."""

    key: PostKey
    path: str  # of the file, from the site's root
    node: Node
    front: FrontMatter
    body: Body
    span: Span  # of the title, else of the first line
