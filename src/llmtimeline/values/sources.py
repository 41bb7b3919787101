"""Files as the disk gave them, before anyone has read a meaning into them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from llmtimeline.values.pictures import Font, Picture

MARKDOWN_SUFFIXES = (".md", ".markdown", ".mdown")
"""What a content file's name ends in, in small letters."""

EXTRA_SHEETS = "css/extended/"
"""Where the style sheets are published that a site adds to the theme's."""

PAGEFIND = "pagefind"
"""The folder of Pagefind's files, with a folder for each language."""

SCRIPTS = {"js/site.js": "js/site/", "js/search.js": "js/search/"}
"""The scripts that are joined, in the order of their names, from the parts in a folder. A site may hide or add one.

The parts of every page's script are whole scripts by themselves; those of the search are one module, with one scope.
"""


@dataclass(frozen=True, slots=True)
class Source:
    """A text file: UTF-8 decoded, without BOM, with "\\n" line ends."""

    path: str  # from the site's root, with "/"; other layers: "<built-in>/data/vendors.yaml"
    text: str
    own: bool = True  # of the site, not of a theme or the built-in layer


@dataclass(frozen=True, slots=True)
class ContentFile:
    """A Markdown file below a content folder."""

    source: Source
    inner: str  # path below its content folder: "post/2023-09.zh.md"
    language: str = ""  # key of the language whose contentDir holds it; "" when the file name tells
    committed: datetime | None = None  # when its last commit was written; None where nobody asked git, or it knows none


@dataclass(frozen=True, slots=True)
class Asset:
    """A file to publish as it is. Its bytes stay on disk until they are copied."""

    path: str  # where it shall stand in the site: "images/a.png" ; of a bundle resource: below the content folder
    origin: str  # absolute path on this machine; never part of an output
    size: int  # bytes
    digest: str = ""  # first 8 hex of the SHA-256 of its bytes; "" where nobody needs it
    language: str = ""  # as in ContentFile, for resources below a contentDir
    own: bool = True  # of the site, not of a theme or the built-in layer
    drawing: str = ""  # of a small SVG that pages may carry inside themselves: its text
    picture: Picture | None = None  # what its header says; None for other files, and where nothing can be known


@dataclass(frozen=True, slots=True)
class TemplateSource:
    """One template of one layer."""

    path: str  # to show: "templates/base.html" or "<built-in>/templates/base.html"
    text: str


@dataclass(frozen=True, slots=True)
class Theme:
    """All layers laid over each other: the site, the themes it names, the built-in one."""

    templates: Mapping[str, TemplateSource] = field(default_factory=dict)
    # "pages/post.html" is the nearest; what it hides is reached as "!theme/pages/post.html" (each "!theme/" one deeper)
    words: Mapping[str, tuple[Source, ...]] = field(default_factory=dict)  # language -> i18n files, nearest first
    assets: tuple[Asset, ...] = ()  # static files, nearest layer won; sorted by path


@dataclass(frozen=True, slots=True)
class Tree:
    """What load found in a site."""

    content: tuple[ContentFile, ...] = ()  # sorted by path
    resources: tuple[Asset, ...] = ()  # other files below content folders
    data: tuple[Source, ...] = ()  # data/*.yaml and data/ids.lock; the site's first, then the built-in layer's
    theme: Theme = Theme()
    archetypes: tuple[Source, ...] = ()  # what new posts begin with; the site's own, sorted by path
    draws: bool = False  # whether pictures can be made: Pillow is installed
    font: Font | None = None  # of social cards; None where none are drawn
