"""How a site wants its Markdown read: `markup` in the config, with Hugo's names."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape

from llmtimeline.parse.notation.plain import yes_or_no
from llmtimeline.parse.notation.typed import Values
from llmtimeline.values.config import MarkupSettings
from llmtimeline.values.located import Mapping, Node, Scalar

# Hugo's name of a substitution -> what it is unless the site says otherwise.
_MARKS = {
    "leftdoublequote": "“",
    "rightdoublequote": "”",
    "leftsinglequote": "‘",
    "rightsinglequote": "’",
    "endash": "–",
    "emdash": "—",
    "ellipsis": "…",
    "leftanglequote": "«",
    "rightanglequote": "»",
}


def read_markup(values: Values, *, raw_shortcode: bool) -> MarkupSettings:
    """The settings of the table `markup`."""
    goldmark, toc, highlight = values.table("goldmark"), values.table("tableOfContents"), values.table("highlight")
    extensions, parser, renderer = goldmark.table("extensions"), goldmark.table("parser"), goldmark.table("renderer")
    cjk = extensions.table("cjk")
    usual = MarkupSettings()
    marks = extensions.node("typographer")
    return MarkupSettings(
        unsafe=renderer.flag("unsafe"),
        raw_shortcode=raw_shortcode,
        typographer=not _is_off(marks),
        typography=tuple(_own_marks(marks)),
        cjk_emphasis=cjk.flag("emphasis", default=cjk.flag("enable", default=usual.cjk_emphasis)),
        cjk_line_breaks=cjk.flag("eastAsianLineBreaks", default=cjk.flag("enable", default=usual.cjk_line_breaks)),
        toc_start=toc.whole("startLevel", usual.toc_start),
        toc_end=toc.whole("endLevel", usual.toc_end),
        toc_ordered=toc.flag("ordered"),
        heading_ids=parser.text("autoIDType") or parser.text("autoHeadingIDType") or usual.heading_ids,
        hard_wraps=renderer.flag("hardWraps"),
        block_attributes=parser.table("attribute").flag("block"),
        bare_images=not parser.flag("wrapStandAloneImageWithinParagraph", default=True),
        line_numbers=highlight.text("lineNos").lower() in ("true", "yes", "table", "inline"),
        code_colours=highlight.flag("codeFences", default=True),
    )


def _is_off(node: Node | None) -> bool:
    """`false`, or Hugo's `{disable: true}`."""
    if isinstance(node, Mapping):
        disable = node.get("disable")
        return isinstance(disable, Scalar) and yes_or_no(disable) is True
    return isinstance(node, Scalar) and yes_or_no(node) is False


def _own_marks(node: Node | None) -> Iterator[tuple[str, str]]:
    """What the site writes in place of the usual marks, as characters or as entities."""
    for name, usual in _MARKS.items():
        given = node.get(name) if isinstance(node, Mapping) else None
        if isinstance(given, Scalar):
            yield usual, unescape(given.text)
