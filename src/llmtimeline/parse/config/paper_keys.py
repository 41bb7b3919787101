"""The parameters of Hugo's PaperMod theme, which sites and posts bring along. Other parameters are free."""

from __future__ import annotations

from llmtimeline.parse.notation.typed import Effect, Field, Kind, Table

_NONE = Effect.NONE

SERVICES = (
    *("x", "twitter", "linkedin", "reddit", "facebook", "whatsapp", "telegram", "ycombinator", "hackernews"),
    *("weibo", "email"),
)
"""To which posts can be passed on."""

LINK_ICON = Table(
    "an entry of `socialIcons`",
    (
        Field("name", Kind.TEXT, "which icon: github, twitter, zhihu, …", required=True),
        Field("url", Kind.ADDRESS, "where it leads", required=True),
        Field("title", Kind.TEXT, "text on hover"),
    ),
)
BUTTON = Table(
    "a button",
    (
        Field("name", Kind.TEXT, "its text", required=True),
        Field("url", Kind.ADDRESS, "where it leads", required=True),
    ),
)
PROFILE = Table(
    "profileMode",
    (
        Field("enabled", Kind.FLAG, "a profile stands in place of the home page's list"),
        Field("title", Kind.TEXT, "large text"),
        Field("subtitle", Kind.TEXT, "text below it, Markdown"),
        Field("imageUrl", Kind.ADDRESS, "picture"),
        Field("imageTitle", Kind.TEXT, "text on hover of the picture"),
        Field("imageWidth", Kind.WHOLE, "width of the picture in pixels"),
        Field("imageHeight", Kind.WHOLE, "height of the picture in pixels"),
        Field("buttons", Kind.TABLES, "links below", table=BUTTON),
    ),
    is_open=True,
)
HOME_INFO = Table(
    "homeInfoParams",
    (
        Field("Title", Kind.TEXT, "heading of the box on the home page"),
        Field("Content", Kind.TEXT, "its text, Markdown"),
        Field("AlignSocialIconsTo", Kind.TEXT, "where the icons stand: left, center, right"),
    ),
    is_open=True,
)
LABEL = Table(
    "label",
    (
        Field("text", Kind.TEXT, "the site's name in the header"),
        Field("icon", Kind.ADDRESS, "picture beside it"),
        Field("iconHeight", Kind.WHOLE, "its height in pixels"),
        Field("iconSVG", Kind.TEXT, "drawing in place of the picture, HTML"),
    ),
    is_open=True,
)
EDIT_POST = Table(
    "editPost",
    (
        Field("URL", Kind.ADDRESS, "folder of the content in the repository"),
        Field("Text", Kind.TEXT, "text of the link"),
        Field("appendFilePath", Kind.FLAG, "the file's path is added to the address"),
        Field("disabled", Kind.FLAG, "no link"),
    ),
)
COVER = Table(
    "cover",
    (
        Field("image", Kind.ADDRESS, "picture above the post"),
        Field("alt", Kind.TEXT, "what the picture shows, for those who do not see it"),
        Field("caption", Kind.TEXT, "text below the picture"),
        Field("relative", Kind.FLAG, "the picture lies in the post's own folder"),
        Field("hidden", Kind.FLAG, "not shown in pages, only named to other sites"),
        Field("hiddenInList", Kind.FLAG, "not shown in lists"),
        Field("hiddenInSingle", Kind.FLAG, "not shown in the post"),
        Field("linkFullImages", Kind.FLAG, "the picture links to itself"),
        Field("responsiveImages", Kind.FLAG, "smaller pictures for small screens; true unless given"),
    ),
)
ASSETS = Table(
    "assets",
    (
        Field("favicon", Kind.ADDRESS, "icon of the site"),
        Field("favicon16x16", Kind.ADDRESS, "icon of 16 pixels"),
        Field("favicon32x32", Kind.ADDRESS, "icon of 32 pixels"),
        Field("apple_touch_icon", Kind.ADDRESS, "icon for home screens"),
        Field("safari_pinned_tab", Kind.ADDRESS, "icon of one colour"),
        Field("theme_color", Kind.TEXT, "colour of the browser's frame"),
        Field("msapplication_TileColor", Kind.TEXT, "colour of a Windows tile"),
        Field("disableFingerprinting", Kind.ANY, "style sheets without a digest", effect=_NONE),
        Field("disableHLJS", Kind.ANY, "of a former version of the theme", effect=_NONE),
        Field("disableScrollBarStyle", Kind.ANY, "of a former version of the theme", effect=_NONE),
    ),
    is_open=True,
)
_SITE_TAG = Table("a site verification", (Field("SiteVerificationTag", Kind.TEXT, "the code that was given"),))
ANALYTICS = Table(
    "analytics",
    tuple(
        Field(name, Kind.TABLE, f"proof of ownership for {name}", table=_SITE_TAG)
        for name in ("google", "bing", "yandex", "naver")
    ),
    is_open=True,
)
FOOTER = Table(
    "footer",
    (
        Field("text", Kind.TEXT, "text in the footer"),
        Field("hideCopyright", Kind.FLAG, "no copyright line"),
    ),
    is_open=True,
)
SOCIAL = Table(
    "social",
    (
        Field("facebook_app_id", Kind.TEXT, "for previews on Facebook"),
        Field("facebook_admin", Kind.TEXT, "for previews on Facebook"),
        Field("twitter", Kind.TEXT, "account for previews on X"),
        Field("fediverse_creator", Kind.TEXT, "account in the Fediverse"),
    ),
    is_open=True,
)
TAXONOMIES = Table(
    "params.taxonomies",
    (Field("tag", Kind.TEXT, "plural of the taxonomy whose terms stand below posts"),),
    is_open=True,
)
SCHEMA = Table(
    "schema",
    (
        Field("publisherType", Kind.TEXT, "Organization or Person"),
        Field("sameAs", Kind.ADDRESSES, "other pages on the publisher"),
    ),
    is_open=True,
)

GISCUS = Table(
    "giscus",
    (
        Field("repo", Kind.TEXT, "repository whose discussions hold the comments: owner/name"),
        Field("repoId", Kind.TEXT, "its id, as giscus.app shows it"),
        Field("category", Kind.TEXT, "category of the discussions"),
        Field("categoryId", Kind.TEXT, "its id"),
        Field(
            "mapping",
            Kind.TEXT,
            "what a discussion is found by; pathname unless given",
            words=("pathname", "url", "title", "og:title", "specific", "number"),
        ),
        Field("term", Kind.TEXT, "title or number of the discussion, for `specific` and `number`"),
        Field("strict", Kind.FLAG, "titles must match exactly"),
        Field("reactions", Kind.FLAG, "reactions to the post; true unless given", slips=("reactionsenabled",)),
        Field("inputPosition", Kind.TEXT, "where one writes", words=("top", "bottom")),
        Field("theme", Kind.TEXT, "colours; those of the page unless given"),
    ),
)

# Of a page, else of the site.
SHARED_FIELDS: tuple[Field, ...] = (
    Field("author", Kind.ANY, "who writes: a name or a list of names"),
    Field("hideAuthor", Kind.FLAG, "the author is not named"),
    Field("ShowReadingTime", Kind.FLAG, "minutes of reading below the title"),
    Field("ShowWordCount", Kind.FLAG, "number of words below the title"),
    Field("ShowShareButtons", Kind.FLAG, "links for sharing"),
    Field("ShareButtons", Kind.TEXTS, "which ones", words=SERVICES),
    Field("ShowPostNavLinks", Kind.FLAG, "links to the posts before and after"),
    Field("ShowBreadCrumbs", Kind.FLAG, "the way from the home page"),
    Field("ShowCodeCopyButtons", Kind.FLAG, "a button that copies code"),
    Field("ShowRssButtonInSectionTermList", Kind.FLAG, "a link to the feed in lists"),
    Field("ShowToc", Kind.FLAG, "table of contents"),
    Field("TocOpen", Kind.FLAG, "unfolded from the start"),
    Field("TocSide", Kind.TEXT, "where it stands"),
    Field("UseHugoToc", Kind.FLAG, "headings of `markup.tableOfContents`; false: of all levels"),
    Field("ShowPageNums", Kind.FLAG, "number of the page in lists"),
    Field("disableAnchoredHeadings", Kind.FLAG, "no link beside headings"),
    Field("hideMeta", Kind.FLAG, "no date and author below the title"),
    Field("hideSummary", Kind.FLAG, "no summaries in lists"),
    Field("hideFooter", Kind.FLAG, "no footer"),
    Field("comments", Kind.FLAG, "comments below the post: by giscus, or the site's own template"),
    Field("CanonicalLinkText", Kind.TEXT, "text before the link to the first publication"),
    Field("cover", Kind.TABLE, "picture of a post", table=COVER),
    Field("editPost", Kind.TABLE, "link to the source", table=EDIT_POST),
    Field("social", Kind.TABLE, "accounts", table=SOCIAL),
    Field("images", Kind.ADDRESSES, "pictures for previews on other sites", slips=("image",)),
    Field("keywords", Kind.TEXTS, "words for search engines"),
    Field("description", Kind.TEXT, "one or two sentences for search engines and previews"),
    Field("placeholder", Kind.TEXT, "text in the empty search field"),
    Field("disableHLJS", Kind.ANY, "of a former version of the theme", effect=_NONE),
    Field("math", Kind.ANY, "formulas", effect=_NONE),
)

PAGE_FIELDS: tuple[Field, ...] = (
    Field("canonicalURL", Kind.WEB_ADDRESS, "where the post was first published"),
    Field("ShowCanonicalLink", Kind.FLAG, "says so below the title"),
    Field("disableShare", Kind.FLAG, "no links for sharing"),
    Field("searchHidden", Kind.FLAG, "not in the search"),
    Field("hiddenInHomeList", Kind.FLAG, "not in the list of the home page"),
    Field("hiddenInRss", Kind.FLAG, "not in feeds"),
    Field("robotsNoIndex", Kind.FLAG, "search engines are asked to leave it out"),
    Field("audio", Kind.ADDRESSES, "sound for previews"),
    Field("videos", Kind.ADDRESSES, "films for previews"),
    Field("series", Kind.TEXTS, "series of posts, for previews"),
    Field("locale", Kind.TEXT, "language tag for previews"),
    Field("ShowAllPagesInArchive", Kind.FLAG, "archives of all sections"),
)

SITE_FIELDS: tuple[Field, ...] = (
    Field("env", Kind.TEXT, "production: built for the public in every environment but development"),
    Field("title", Kind.TEXT, "the site's name in previews"),
    Field("subtitle", Kind.TEXT, "a line below the site's name"),
    Field("DateFormat", Kind.TEXT, "how dates are shown, in Go's notation: January 2, 2006"),
    Field("defaultTheme", Kind.TEXT, "colours to begin with", words=("auto", "light", "dark")),
    Field("disableThemeToggle", Kind.FLAG, "no switch between light and dark"),
    Field("disableLangToggle", Kind.FLAG, "no switch between languages"),
    Field("displayFullLangName", Kind.FLAG, "languages by their full names"),
    Field("languageAltTitle", Kind.TEXT, "hover text of a language's link"),
    Field("taxonomies", Kind.TABLE, "which taxonomy the tags below posts are", table=TAXONOMIES),
    Field("disableSpecial1stPost", Kind.FLAG, "the newest post looks like the others"),
    Field("disableScrollToTop", Kind.FLAG, "no button to the top"),
    Field("ShowFullTextinRSS", Kind.FLAG, "feeds hold whole posts"),
    Field("ShowAllPagesInArchive", Kind.FLAG, "archives of all sections"),
    Field("mainSections", Kind.TEXTS, "sections that the home page lists"),
    Field("label", Kind.TABLE, "name in the header", table=LABEL),
    Field("profileMode", Kind.TABLE, "a profile in place of the home page's list", table=PROFILE),
    Field("homeInfoParams", Kind.TABLE, "a box on the home page", table=HOME_INFO),
    Field("socialIcons", Kind.TABLES, "links to accounts", table=LINK_ICON),
    Field("assets", Kind.TABLE, "icons of the site", table=ASSETS),
    Field("analytics", Kind.TABLE, "proofs of ownership for search engines", table=ANALYTICS),
    Field("schema", Kind.TABLE, "who publishes, for search engines", table=SCHEMA),
    Field("footer", Kind.TABLE, "the footer", table=FOOTER),
    Field("giscus", Kind.TABLE, "comments kept in the discussions of a repository on GitHub", table=GISCUS),
    Field("fuseOpts", Kind.ANY, "settings of the theme's search", effect=_NONE),
)

PARAMS = Table("params", (*SITE_FIELDS, *SHARED_FIELDS), is_open=True)
