"""The keys of `markup` in a site's config: how its Markdown is read, with Hugo's names."""

from __future__ import annotations

from llmtimeline.parse.notation.typed import Effect, Field, Kind, Table

_NONE, _LOST = Effect.NONE, Effect.LOST

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
ATTRIBUTE = Table(
    "markup.goldmark.parser.attribute",
    (
        Field("block", Kind.FLAG, "`{.class #id}` on a line of its own is for the block above it"),
        Field("title", Kind.ANY, "part of Markdown here in any case", effect=_NONE),
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
        Field("attribute", Kind.TABLE, "what may stand in braces", table=ATTRIBUTE),
        Field("wrapStandAloneImageWithinParagraph", Kind.FLAG, "false: an image alone stands in no paragraph"),
        *(Field(name, Kind.ANY, "ids in Markdown", effect=_NONE) for name in ("autoHeadingID", "autoDefinitionTermID")),
    ),
)
RENDERER = Table(
    "markup.goldmark.renderer",
    (
        Field("unsafe", Kind.FLAG, "raw HTML in posts is passed through"),
        Field("hardWraps", Kind.FLAG, "every line break in a paragraph is shown"),
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
        Field("endLevel", Kind.WHOLE, "lowest level; -1 for all"),
        Field("ordered", Kind.FLAG, "its entries are numbered"),
    ),
)
HIGHLIGHT = Table(
    "markup.highlight",
    (
        Field("lineNos", Kind.TEXT, "lines have numbers: true, false, table or inline", slips=("linenumbers",)),
        Field("codeFences", Kind.FLAG, "false: listings have no colours"),
        *(
            Field(name, Kind.ANY, "how Hugo writes listings", effect=_NONE)
            for name in (
                *("anchorLineNos", "guessSyntax", "hl_Lines", "hl_inline", "lineAnchors", "lineNoStart"),
                *("lineNumbersInTable", "noClasses", "noHl", "style", "tabWidth", "wrapperClass"),
            )
        ),
    ),
    is_open=True,
)
MARKUP = Table(
    "markup",
    (
        Field("goldmark", Kind.TABLE, "Markdown", table=GOLDMARK),
        Field("tableOfContents", Kind.TABLE, "table of contents", table=TOC),
        Field("highlight", Kind.TABLE, "listings", table=HIGHLIGHT),
        Field("defaultMarkdownHandler", Kind.ANY, "which Markdown", effect=_NONE),
        Field("asciidocExt", Kind.ANY, "AsciiDoc", effect=_NONE),
        Field("rst", Kind.ANY, "reStructuredText", effect=_NONE),
    ),
)
