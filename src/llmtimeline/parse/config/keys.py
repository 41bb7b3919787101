"""Every key of a site's config: Hugo's vocabulary, as far as sites use it, and our own below `timeline`."""

from __future__ import annotations

from llmtimeline.parse.config.markup_keys import MARKUP
from llmtimeline.parse.config.paper_keys import PARAMS
from llmtimeline.parse.config.pictures import CARDS, IMAGES
from llmtimeline.parse.config.policy import CONTENT_POLICY
from llmtimeline.parse.config.sitemaps import SITE_SITEMAP
from llmtimeline.parse.notation.typed import Effect, Field, Kind, Table
from llmtimeline.values.config import FEED_FORMATS, SEARCH_ENGINES

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
        Field("lineage", Kind.NODE, "address of the lineage of all models, or false"),
        Field("charts", Kind.NODE, "address of the charts, or false"),
        Field("compare", Kind.NODE, "address of the comparisons, or false"),
        Field("search", Kind.NODE, "address of the search page, or false"),
        Field("searchEngine", Kind.TEXT, "what readers search with", words=SEARCH_ENGINES),
        Field("feeds", Kind.TEXTS, "formats of feeds; [] is none", words=FEED_FORMATS),
        Field("markdown", Kind.FLAG, "every page also as Markdown, beside it"),
        Field("images", Kind.NODE, "smaller pictures for smaller screens, or false", table=IMAGES),
        Field("cards", Kind.NODE, "pictures of pages for previews on other sites, or false", table=CARDS),
        Field("builtinCatalog", Kind.FLAG, "know the vendors and models that come with the program"),
        Field("rawHTML", Kind.FLAG, "the shortcode rawhtml passes its HTML through"),
        Field("openEdit", Kind.FLAG, "show links for corrections"),
        Field("license", Kind.TEXT, "licence of the dataset, an SPDX id such as CC-BY-4.0", slips=("licence",)),
        Field("licenseURL", Kind.ADDRESS, "text of that licence"),
        Field(
            "contentSecurityPolicy",
            Kind.NODE,
            "hosts from which pages may load files besides our own, by kind of file, or false for no policy",
            table=CONTENT_POLICY,
        ),
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
GOOGLE_ANALYTICS = Table(
    "services.googleAnalytics",
    (
        Field("ID", Kind.TEXT, "id of Google Analytics: G-1A2B3C4D5E"),
        Field("disable", Kind.ANY, "of former releases", effect=_NONE),
        Field("respectDoNotTrack", Kind.ANY, "of former releases", effect=_NONE),
    ),
)
MINIFY = Table(
    "minify",
    (
        Field("minifyOutput", Kind.FLAG, "pages lose the white space that nobody sees"),
        Field("disableHTML", Kind.FLAG, "pages are left as they are"),
        *(
            Field(name, Kind.ANY, "only pages change", effect=_NONE)
            for name in ("disableCSS", "disableJS", "disableJSON", "disableSVG", "disableXML", "tdewolff")
        ),
    ),
)
SERVICES = Table(
    "services",
    (
        Field("rss", Kind.TABLE, "feeds", table=_RSS),
        Field("googleAnalytics", Kind.TABLE, "counts of visits", table=GOOGLE_ANALYTICS),
        *(
            Field(name, Kind.ANY, "a service of others", effect=_NONE)
            for name in ("disqus", "instagram", "x", "twitter", "vimeo", "youtube")
        ),
    ),
)
_COUNTING = Table(
    "privacy.googleAnalytics",
    (
        Field("disable", Kind.FLAG, "visits are not counted"),
        Field("respectDoNotTrack", Kind.FLAG, "nor are those of readers who ask for it; true unless given"),
        Field("anonymizeIP", Kind.ANY, "of former releases", effect=_NONE),
        Field("useSessionStorage", Kind.ANY, "of former releases", effect=_NONE),
    ),
)
PRIVACY = Table(
    "privacy",
    (
        Field("googleAnalytics", Kind.TABLE, "counts of visits", table=_COUNTING),
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
        Field("minify", Kind.TABLE, "smaller pages", table=MINIFY),
        Field("privacy", Kind.TABLE, "what readers' visits tell others", table=PRIVACY),
        Field("googleAnalytics", Kind.TEXT, "as `services.googleAnalytics.ID`, its older name"),
        Field("outputs", Kind.NODE, "kind of page: formats, as in `home: [HTML, RSS, JSON]`"),
        Field("outputFormats", Kind.NODE, "formats by name"),
        Field("module", Kind.NODE, "themes and folders of others; they do not carry over"),
        Field("enableGitInfo", Kind.FLAG, "the time of a file's last commit is its `lastmod`"),
        Field("frontmatter", Kind.NODE, "which keys date a page: `date: [':filename', ':default']`"),
        Field("rssLimit", Kind.WHOLE, "as `services.rss.limit`, its older name"),
        Field("sitemap", Kind.TABLE, "the sitemap", table=SITE_SITEMAP),
        Field("markup", Kind.TABLE, "Markdown", table=MARKUP),
        Field("timeline", Kind.TABLE, "what a timeline has and a blog has not", table=TIMELINE),
        Field("params", Kind.TABLE, "parameters of the theme; free ones are kept", table=PARAMS),
        Field("enableEmoji", Kind.ANY, ":smile:", effect=_LOST, instead="type the emoji itself: 🙂"),
        Field("cascade", Kind.NODE, "front matter for many pages: `{target: {path: /post/**}, params: {…}}`"),
        Field("ignoreFiles", Kind.ANY, "content to skip", effect=_LOST, instead="move the files out, or use `draft`"),
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
                *("footnoteReturnLinkContents", "forceSyncStatic", "gc", "i18nDir", "ignoreCache"),
                *("ignoreErrors", "ignoreLogs", "ignoreVendorPaths", "imaging", "layoutDir", "mediaTypes"),
                *("metaDataFormat", "newContentEditor", "noBuildLock", "noChmod", "noTimes"),
                *("page", "panicOnWarning", "preserveTaxonomyNames", "printI18nWarnings", "printPathWarnings"),
                *("pygmentsCodeFences", "pygmentsCodefencesGuessSyntax", "pygmentsOptions"),
                *("pygmentsStyle", "pygmentsUseClasses", "pygmentsUseClassic", "quiet", "refLinksErrorLevel"),
                *("refLinksNotFoundURL", "related", "renderSegments", "resourceDir", "roles", "sectionPagesMenu"),
                *("security", "segments", "server", "templateMetrics", "templateMetricsHints"),
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
        Field("taxonomies", Kind.NODE, "singular: plural; besides those of the site"),
        Field("params", Kind.TABLE, "parameters, laid over those of the site", table=PARAMS),
    ),
    homes=(
        (PARAMS, "it belongs under the language's `params`"),
        (SITE, "it holds for all languages: write it at the top level"),
    ),
)
