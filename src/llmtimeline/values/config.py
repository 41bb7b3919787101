"""The site's settings, in Hugo's vocabulary; what is ours stands under `timeline`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from llmtimeline.values.menus import MenuItem
from llmtimeline.values.pictures import CardSettings, ImageSettings
from llmtimeline.values.places import Span
from llmtimeline.values.policy import PolicySettings
from llmtimeline.values.posts import Body, Cascade, Piece
from llmtimeline.values.sitemap import SitemapSettings

PERMALINK_TOKENS: tuple[str, ...] = (
    *("year", "month", "monthname", "day", "weekday", "weekdayname", "yearday"),
    *("section", "sections", "sectionslug", "sectionslugs", "title", "slug", "slugorfilename"),
    *("filename", "contentbasename", "slugorcontentbasename"),
)
"""What may stand after a colon in a permalink: `/:year/:slug/`."""

PERMALINK_KINDS: tuple[str, ...] = ("page", "section", "taxonomy", "term")
"""The kinds of pages, in Hugo's words, whose addresses a pattern may make."""


FEED_FORMATS: tuple[str, ...] = ("rss", "atom", "json", "ics")
"""The formats of feeds. A calendar (ICS) holds releases only."""

SEARCH_ENGINES: tuple[str, ...] = ("own", "pagefind")
"""What readers may search with."""


@dataclass(frozen=True, slots=True)
class Prose:
    """What a config says in Markdown, as HTML with holes. Of one line each, but for `home`."""

    copyright: tuple[Piece, ...] = ()
    footer: tuple[Piece, ...] = ()
    profile_title: tuple[Piece, ...] = ()
    profile_subtitle: tuple[Piece, ...] = ()
    home_title: tuple[Piece, ...] = ()
    home: Body = Body()


@dataclass(frozen=True, slots=True)
class Language:
    """One language of the site."""

    key: str  # as in addresses and file names: "zh"
    locale: str  # BCP 47, for <html lang>, hreflang and feeds: "zh-CN"
    label: str  # its own name: "中文"
    weight: int = 0
    direction: str = "ltr"
    title: str = ""  # of the site in this language
    content_dir: str = ""  # "" when languages are told by file name
    copyright: str = ""
    menu: tuple[MenuItem, ...] = ()  # the main menu, as written
    menus: Mapping[str, tuple[MenuItem, ...]] = field(default_factory=dict)  # the others by lower-cased name
    params: Mapping[str, object] = field(default_factory=dict)  # the site's, overlaid; lower-cased keys
    cjk: bool = False  # counts words as Chinese by its own nature (zh, ja, ko)
    prose: Prose = Prose()  # the Markdown among its settings, which include the site's


@dataclass(frozen=True, slots=True)
class TimelineSettings:
    """What lives under `timeline:`. An address of None turns those pages off."""

    timeline: str | None = "timeline"  # address of the timeline, below the language's home
    models: str | None = "models"
    vendors: str | None = "vendors"
    data: str | None = "data"  # of the dataset, at the root, shared by the languages
    archives: str | None = "archives"
    lineage: str | None = "lineage"
    charts: str | None = "charts"
    compare: str | None = "compare"
    search: str | None = "search"
    search_engine: str = "own"  # or "pagefind"
    feeds: tuple[str, ...] = FEED_FORMATS  # the formats that lists are offered in
    markdown: bool = True  # every page stands as Markdown beside itself
    builtin_catalog: bool = True  # resolve names by the vendors and models that the program knows
    open_edit: bool = True
    license: str = ""  # of the dataset: an SPDX id
    license_url: str = ""
    images: ImageSettings = ImageSettings()
    cards: CardSettings = CardSettings()
    policy: PolicySettings = PolicySettings()  # Content-Security-Policy


@dataclass(frozen=True, slots=True)
class MarkupSettings:
    """How Markdown is read. Defaults are Hugo's except where they hurt Chinese."""

    unsafe: bool = False  # raw HTML passes through
    typographer: bool = True  # straight quotes and -- become typographic ones
    cjk_emphasis: bool = True  # **中文。**后 is bold
    cjk_line_breaks: bool = True  # a line break between two Chinese characters leaves no space
    raw_shortcode: bool = False  # `rawhtml` passes through although other raw HTML may not
    toc_start: int = 2
    toc_end: int = 3  # -1: no limit
    toc_ordered: bool = False  # entries are numbered
    heading_ids: str = "github"
    hard_wraps: bool = False  # every line break is one
    line_numbers: bool = False  # of listings
    code_colours: bool = True  # of fences whose language is known
    block_attributes: bool = False  # `{.class #id}` on a line of its own after a block
    bare_images: bool = False  # an image alone stands in no paragraph
    typography: tuple[tuple[str, str], ...] = ()  # Hugo's name of a mark -> what stands for it, "" for as typed


@dataclass(frozen=True, slots=True)
class Config:
    """The whole configuration, whole at birth: every default is filled in."""

    path: str  # of the config file, from the site's root
    base_url: str = "http://localhost/"  # absolute, ends in "/"
    title: str = ""
    languages: tuple[Language, ...] = ()  # at least one; by weight, then in the order written
    default_language: str = "en"  # key of one of them
    default_in_subdir: bool = False
    theme: tuple[str, ...] = ()  # names of folders below themes/, nearest first
    taxonomies: tuple[tuple[str, str], ...] = (("category", "categories"), ("tag", "tags"))  # singular, plural
    permalinks: Mapping[str, str] = field(default_factory=dict)  # section -> pattern of its posts
    list_permalinks: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    # "section", "taxonomy", "term" -> first folder, or plural of the taxonomy -> pattern
    pager_size: int = 10
    pager_path: str = "page"
    pager_aliases: bool = True  # /page/1/ redirects
    summary_length: int = 70
    has_cjk: bool = False
    time_zone: str = ""  # IANA name; "" is UTC
    build_drafts: bool = False
    build_future: bool = False
    build_expired: bool = False
    ugly_urls: bool = False
    lower_paths: bool = True
    remove_accents: bool = False
    disable_aliases: bool = False
    capitalize_titles: bool = True
    pluralize_titles: bool = True
    robots_txt: bool = True  # unlike Hugo's, which writes none unless asked
    copyright: str = ""
    main_sections: tuple[str, ...] = ()  # () is the section with the most pages
    disabled_kinds: tuple[str, ...] = ()
    content_dir: str = "content"
    static_dirs: tuple[str, ...] = ("static",)
    publish_dir: str = "public"
    environment: str = "production"
    rss_limit: int = -1
    minify: bool = False  # pages lose the white space that nobody sees
    markup: MarkupSettings = MarkupSettings()
    timeline: TimelineSettings = TimelineSettings()
    params: Mapping[str, object] = field(default_factory=dict)  # lower-cased keys, nested too
    cascade: tuple[Cascade, ...] = ()  # front matter for the pages of the site
    places: Mapping[str, Span] = field(default_factory=dict, compare=False)  # lower-cased dotted key -> of its value
    analytics_id: str = ""  # of Google Analytics: capital letters, digits and hyphens
    analytics_respect_dnt: bool = True
    analytics_disabled: bool = False
    outputs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # kind of page -> formats, all lower-case
    sitemap: SitemapSettings = SitemapSettings()
    git_info: bool = False  # the time of a file's last commit is its lastmod
    date_keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    # "date", "lastmod", "publishdate", "expirydate" -> keys of front matter, `:filename` and `:git`; {}: the usual ones

    @property
    def is_public(self) -> bool:
        """Whether the site is built for everyone: search engines may keep it, and visits are counted.

        PaperMod's `params.env: production` says so for every environment; here never for a preview.
        """
        if self.environment == "development":
            return False
        return self.environment == "production" or self.params.get("env") == "production"

    def place_of(self, key: str, language: str = "") -> Span:
        """Where the value of a dotted key stands: among the language's own settings, else the site's, else the file."""
        name = key.lower()
        return self.places.get(f"languages.{language}.{name}") or self.places.get(name) or Span(self.path)

    @property
    def base_path(self) -> str:
        """The path of `base_url`: "/" or "/sub/"."""
        return "/" + "/".join(self.base_url.split("/")[3:]).lstrip("/")

    def language(self, key: str) -> Language:
        """The language of a key; KeyError when there is none."""
        for language in self.languages:
            if language.key == key:
                return language
        raise KeyError(key)
