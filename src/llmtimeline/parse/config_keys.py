"""Every key of a site's config: Hugo's vocabulary, as far as sites use it, and our own below `timeline`."""

from __future__ import annotations

from llmtimeline.parse.paper_keys import PARAMS
from llmtimeline.parse.typed import Effect, Field, Kind, Table

_NONE, _LOST = Effect.NONE, Effect.LOST

KINDS_OF_PAGES = ("page", "home", "section", "taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404")

TIMELINE = Table(
    "timeline",
    (
        Field("timeline", Kind.NODE, "address of the timeline below the language's home, or false"),
        Field("models", Kind.NODE, "address of the models' pages, or false"),
        Field("vendors", Kind.NODE, "address of the vendors' pages, or false"),
        Field("data", Kind.NODE, "address of the dataset below the root, or false"),
        Field("archives", Kind.NODE, "address of the archives, or false"),
        Field("builtinCatalog", Kind.FLAG, "know the vendors and models that come with the program"),
        Field("openEdit", Kind.FLAG, "show links for corrections"),
        Field("license", Kind.TEXT, "licence of the dataset, an SPDX id such as CC-BY-4.0", slips=("licence",)),
        Field("licenseURL", Kind.ADDRESS, "text of that licence"),
    ),
)

CJK = Table(
    "markup.goldmark.extensions.cjk",
    (
        Field("enable", Kind.FLAG, "rules for Chinese, Japanese and Korean text"),
        Field("eastAsianLineBreaks", Kind.FLAG, "a line break between Chinese characters leaves no space"),
        Field("eastAsianLineBreaksStyle", Kind.ANY, "which characters count", effect=_NONE),
        Field("emphasis", Kind.FLAG, "**bold** also where full-width punctuation touches it"),
        Field("escapedSpace", Kind.ANY, "a backslash and a space", effect=_NONE),
    ),
)
EXTENSIONS = Table(
    "markup.goldmark.extensions",
    (
        Field("typographer", Kind.NODE, "curly quotes and dashes, or false"),
        Field("cjk", Kind.TABLE, "rules for Chinese, Japanese and Korean text", table=CJK),
        *(
            Field(name, Kind.ANY, "part of Markdown here in any case", effect=_NONE)
            for name in ("definitionList", "footnote", "linkify", "linkifyProtocol", "strikethrough", "table")
        ),
        Field("taskList", Kind.ANY, "part of Markdown here in any case", effect=_NONE),
        Field("extras", Kind.ANY, "more Markdown", effect=_LOST, instead="only Hugo's usual Markdown is read"),
        Field("passthrough", Kind.ANY, "formulas as typed", effect=_LOST, instead="formulas are shown as text"),
    ),
)
PARSER = Table(
    "markup.goldmark.parser",
    (
        Field(
            "autoHeadingIDType",
            Kind.TEXT,
            "how ids of headings are made",
            words=("github", "github-ascii", "blackfriday"),
        ),
        Field("autoIDType", Kind.TEXT, "how ids are made", words=("github", "github-ascii", "blackfriday")),
        *(
            Field(name, Kind.ANY, "ids and attributes in Markdown", effect=_NONE)
            for name in ("attribute", "autoHeadingID", "autoDefinitionTermID", "wrapStandAloneImageWithinParagraph")
        ),
    ),
)
RENDERER = Table(
    "markup.goldmark.renderer",
    (
        Field("unsafe", Kind.FLAG, "raw HTML in posts is passed through"),
        Field("hardWraps", Kind.ANY, "line breaks", effect=_LOST, instead="end a line with a backslash to break it"),
        Field("xhtml", Kind.ANY, "XHTML", effect=_NONE),
    ),
)
GOLDMARK = Table(
    "markup.goldmark",
    (
        Field("renderer", Kind.TABLE, "what comes out", table=RENDERER),
        Field("parser", Kind.TABLE, "what is read", table=PARSER),
        Field("extensions", Kind.TABLE, "more than CommonMark", table=EXTENSIONS),
        Field("duplicateResourceFiles", Kind.ANY, "copies of files per language", effect=_NONE),
        Field("renderHooks", Kind.ANY, "templates for links and images", effect=_NONE),
    ),
)
TOC = Table(
    "markup.tableOfContents",
    (
        Field("startLevel", Kind.WHOLE, "highest level of heading in the table of contents"),
        Field("endLevel", Kind.WHOLE, "lowest level"),
        Field("ordered", Kind.ANY, "numbers", effect=_NONE),
    ),
)
MARKUP = Table(
    "markup",
    (
        Field("goldmark", Kind.TABLE, "Markdown", table=GOLDMARK),
        Field("tableOfContents", Kind.TABLE, "table of contents", table=TOC),
        Field("highlight", Kind.ANY, "colours of code", effect=_NONE),
        Field("defaultMarkdownHandler", Kind.ANY, "which Markdown", effect=_NONE),
        Field("asciidocExt", Kind.ANY, "AsciiDoc", effect=_NONE),
        Field("rst", Kind.ANY, "reStructuredText", effect=_NONE),
    ),
)

PAGINATION = Table(
    "pagination",
    (
        Field("pagerSize", Kind.WHOLE, "posts on one page of a list"),
        Field("path", Kind.TEXT, "part of the address: /page/2/"),
        Field("disableAliases", Kind.FLAG, "no redirect at /page/1/"),
    ),
)
_RSS = Table("services.rss", (Field("limit", Kind.WHOLE, "most entries of a feed; -1 is all"),))
_NO_COUNTING = "put the code of the service into a template of your own, templates/partials/head.html"
SERVICES = Table(
    "services",
    (
        Field("rss", Kind.TABLE, "feeds", table=_RSS),
        Field("googleAnalytics", Kind.ANY, "counts of visits", effect=_LOST, instead=_NO_COUNTING),
        *(
            Field(name, Kind.ANY, "a service of others", effect=_NONE)
            for name in ("disqus", "instagram", "x", "twitter", "vimeo", "youtube")
        ),
    ),
)

MENU_ITEM = Table(
    "a menu entry",
    (
        Field("name", Kind.TEXT, "its text"),
        Field("url", Kind.ADDRESS, "where it leads"),
        Field("pageRef", Kind.TEXT, "path of the page that it leads to"),
        Field("identifier", Kind.TEXT, "its own name, for `parent`"),
        Field("weight", Kind.WHOLE, "place in the order, ascending; 0 is last"),
        Field("parent", Kind.TEXT, "identifier of the entry above"),
        Field("title", Kind.TEXT, "text on hover"),
        Field("pre", Kind.ANY, "HTML before the text", effect=_NONE),
        Field("post", Kind.ANY, "HTML after the text", effect=_NONE),
        Field("params", Kind.ANY, "for templates", effect=_NONE),
    ),
)

# Given for the site or for one language.
_OF_LANGUAGES: tuple[Field, ...] = (
    Field("title", Kind.TEXT, "name of the site"),
    Field("copyright", Kind.TEXT, "copyright line, Markdown"),
    Field("locale", Kind.TEXT, "language tag for browsers and feeds: zh-Hans, en"),
    Field("languageCode", Kind.TEXT, "as `locale`, its older name"),
    Field("label", Kind.TEXT, "the language's own name: 中文"),
    Field("languageName", Kind.TEXT, "as `label`, its older name"),
    Field("direction", Kind.TEXT, "ltr or rtl", words=("ltr", "rtl")),
    Field("languageDirection", Kind.TEXT, "as `direction`, its older name", words=("ltr", "rtl")),
    Field("contentDir", Kind.TEXT, "folder of the content"),
    Field("menus", Kind.NODE, "menus by name; `main` is the one in the header"),
    Field("menu", Kind.NODE, "as `menus`, its older name"),
)

SITE = Table(
    "the config",
    (
        Field("baseURL", Kind.TEXT, "address at which the site will stand: https://example.org/"),
        *_OF_LANGUAGES,
        Field("languages", Kind.NODE, "languages by key: `zh: {label: 中文, weight: 1}`"),
        Field("defaultContentLanguage", Kind.TEXT, "key of the language at the root"),
        Field("defaultContentLanguageInSubdir", Kind.FLAG, "that language, too, gets a folder"),
        Field("disableLanguages", Kind.TEXTS, "keys of languages to leave out"),
        Field("theme", Kind.TEXTS, "folders below themes/, nearest first"),
        Field("taxonomies", Kind.NODE, "singular: plural; in place of tags and categories"),
        Field("permalinks", Kind.NODE, "section: pattern such as /:year/:month/:slug/"),
        Field("pagination", Kind.TABLE, "pages of lists", table=PAGINATION),
        Field("paginate", Kind.WHOLE, "as `pagination.pagerSize`, its older name"),
        Field("paginatePath", Kind.TEXT, "as `pagination.path`, its older name"),
        Field("summaryLength", Kind.WHOLE, "words of an automatic summary"),
        Field("hasCJKLanguage", Kind.FLAG, "count Chinese, Japanese and Korean by characters"),
        Field("timeZone", Kind.TEXT, "of dates without one: Asia/Shanghai"),
        Field("buildDrafts", Kind.FLAG, "publish drafts"),
        Field("buildFuture", Kind.FLAG, "publish posts dated in the future"),
        Field("buildExpired", Kind.FLAG, "publish posts past their expiryDate"),
        Field("uglyURLs", Kind.FLAG, "/post/a.html in place of /post/a/"),
        Field("disablePathToLower", Kind.FLAG, "addresses keep capital letters"),
        Field("removePathAccents", Kind.FLAG, "é becomes e in addresses"),
        Field("disableAliases", Kind.FLAG, "no redirects from aliases"),
        Field("capitalizeListTitles", Kind.FLAG, "titles of lists begin with a capital"),
        Field("pluralizeListTitles", Kind.FLAG, "titles of sections stand in the plural"),
        Field("enableRobotsTXT", Kind.FLAG, "write robots.txt; false leaves it out"),
        Field("mainSections", Kind.TEXTS, "sections that the home page lists"),
        Field("disableKinds", Kind.TEXTS, "pages not to make", words=KINDS_OF_PAGES),
        Field("staticDir", Kind.TEXTS, "folders whose files are copied"),
        Field("publishDir", Kind.TEXT, "folder that the site is written to"),
        Field("services", Kind.TABLE, "feeds", table=SERVICES),
        Field("googleAnalytics", Kind.ANY, "counts of visits", effect=_LOST, instead=_NO_COUNTING),
        Field("rssLimit", Kind.WHOLE, "as `services.rss.limit`, its older name"),
        Field("markup", Kind.TABLE, "Markdown", table=MARKUP),
        Field("timeline", Kind.TABLE, "what a timeline has and a blog has not", table=TIMELINE),
        Field("params", Kind.TABLE, "parameters of the theme; free ones are kept", table=PARAMS),
        Field("enableEmoji", Kind.ANY, ":smile:", effect=_LOST, instead="type the emoji itself: 🙂"),
        Field("enableGitInfo", Kind.ANY, "dates from git", effect=_LOST, instead="write `lastmod` in front matter"),
        Field("cascade", Kind.ANY, "front matter for many", effect=_LOST, instead="write it in each post"),
        Field("module", Kind.ANY, "themes and folders", effect=_LOST, instead="name theme folders under `theme`"),
        Field("ignoreFiles", Kind.ANY, "content to skip", effect=_LOST, instead="move the files out, or use `draft`"),
        Field("outputFormats", Kind.ANY, "formats", effect=_LOST, instead="feeds and the dataset are always written"),
        Field("author", Kind.ANY, "the author", effect=_LOST, instead="write it under `params`"),
        Field("social", Kind.ANY, "accounts", effect=_LOST, instead="write it under `params`"),
        Field("disqusShortname", Kind.ANY, "comments", effect=_LOST, instead="give a template for comments"),
        Field("canonifyURLs", Kind.ANY, "absolute addresses", effect=_LOST, instead="addresses begin with baseURL"),
        Field("relativeURLs", Kind.ANY, "relative addresses", effect=_LOST, instead="addresses begin with baseURL"),
        *(
            Field(name, Kind.ANY, "of Hugo's own; nothing here depends on it", effect=_NONE)
            for name in (
                *("archetypeDir", "assetDir", "blackfriday", "build", "cacheDir", "caches", "cleanDestinationDir"),
                *("contentTypes", "dataDir", "defaultContentRole", "defaultContentVersion", "defaultOutputFormat"),
                *("deployment", "disableBrowserError", "disableDefaultLanguageRedirect", "disableFastRender"),
                *("disableHugoGeneratorInject", "disableLiveReload", "enableInlineShortcodes"),
                *("enableMissingTranslationPlaceholders", "environment", "footnoteAnchorPrefix"),
                *("footnoteReturnLinkContents", "forceSyncStatic", "frontmatter", "gc", "i18nDir", "ignoreCache"),
                *("ignoreErrors", "ignoreLogs", "ignoreVendorPaths", "imaging", "layoutDir", "mediaTypes"),
                *("metaDataFormat", "minify", "newContentEditor", "noBuildLock", "noChmod", "noTimes", "outputs"),
                *("page", "panicOnWarning", "preserveTaxonomyNames", "printI18nWarnings", "printPathWarnings"),
                *("privacy", "pygmentsCodeFences", "pygmentsCodefencesGuessSyntax", "pygmentsOptions"),
                *("pygmentsStyle", "pygmentsUseClasses", "pygmentsUseClassic", "quiet", "refLinksErrorLevel"),
                *("refLinksNotFoundURL", "related", "renderSegments", "resourceDir", "roles", "sectionPagesMenu"),
                *("security", "segments", "server", "sitemap", "templateMetrics", "templateMetricsHints"),
                *("themesDir", "timeout", "titleCaseStyle", "verbose", "versions", "watch", "workingDir"),
            )
        ),
    ),
    homes=((PARAMS, "it belongs under `params`"), (TIMELINE, "it belongs under `timeline`")),
)

LANGUAGE = Table(
    "a language",
    (
        *_OF_LANGUAGES,
        Field("weight", Kind.WHOLE, "place in the order, ascending"),
        Field("disabled", Kind.FLAG, "the language is left out"),
        Field("params", Kind.TABLE, "parameters, laid over those of the site", table=PARAMS),
    ),
    homes=(
        (PARAMS, "it belongs under the language's `params`"),
        (SITE, "it holds for all languages: write it at the top level"),
    ),
)
