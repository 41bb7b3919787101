"""The parser, built once for each way in which a site may read Markdown."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, autolink, image, link
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from llmtimeline.parse.markdown.attributes import take_heading_attributes
from llmtimeline.parse.markdown.bare_addresses import bare_address, link_mail_and_www
from llmtimeline.parse.markdown.block_attributes import take_block_attributes
from llmtimeline.parse.markdown.block_parser import quicken_blocks
from llmtimeline.parse.markdown.indents import keep_wide_indents
from llmtimeline.parse.markdown.inline_parser import CjkStateInline, QuickInline
from llmtimeline.parse.markdown.typography import guillemets, typography
from llmtimeline.values.config import MarkupSettings

MAX_NESTING = 24  # blocks and inlines; deeper ones stay text. A list takes two. Time grows with it.

_OPTIONS = {
    "maxNesting": MAX_NESTING,
    "html": True,  # recognised, so that the writer can leave it out and say so
    "xhtmlOut": False,
    "tasklists": True,
    "alerts": True,
    "strikethrough_single_tilde": True,
}


class Engine(MarkdownIt):
    """markdown-it without judgement on addresses: the writer sees them as written, and judges."""

    def __init__(self, inline: QuickInline) -> None:
        super().__init__("commonmark", _OPTIONS)
        self.inline = inline
        self.configure("commonmark", _OPTIONS)

    def normalizeLink(self, url: str) -> str:  # noqa: N802
        """The address as written."""
        return url

    def normalizeLinkText(self, url: str) -> str:  # noqa: N802
        """The address as written."""
        return url

    def validateLink(self, url: str) -> bool:  # noqa: N802
        """Every address."""
        return True


@lru_cache(maxsize=16)
def open_engine(markup: MarkupSettings) -> Engine:
    """The parser for these settings. It holds no state of a document."""
    state_class = CjkStateInline if markup.cjk_emphasis else StateInline
    inline = QuickInline(state_class, MAX_NESTING)
    md = Engine(inline)
    md.enable(["table", "strikethrough"])
    md.use(deflist_plugin).use(footnote_plugin, inline=False)

    inline.ruler.at("link", _placed(link))
    inline.ruler.at("image", _placed(image))
    inline.ruler.at("autolink", _placed(autolink))
    inline.ruler.push("bare_address", bare_address)
    quicken_blocks(md)
    md.core.ruler.before("inline", "wide_indents", keep_wide_indents)
    md.core.ruler.before("inline", "attributes", take_heading_attributes)
    if markup.block_attributes:
        md.core.ruler.before("inline", "block_attributes", take_block_attributes)
    md.core.ruler.after("inline", "mail_and_www", link_mail_and_www)
    if markup.typographer:
        own = dict(markup.typography)
        inline.ruler.before("autolink", "guillemets", guillemets(own))
        md.core.ruler.after("mail_and_www", "typography", typography(pair_cjk=markup.cjk_emphasis, own=own))
    md.core.ruler.disable(["text_join"])  # the writer reads escaped characters as text
    inline.settle()
    return md


def _placed(rule: Callable[[StateInline, bool], bool]) -> Callable[[StateInline, bool], bool]:
    """The rule, noting in the token's `meta["at"]` where in the inline text it started."""

    def placed(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
        if silent:
            return rule(state, True)  # noqa: FBT003
        start, index = state.pos, len(state.tokens) + (1 if state.pending else 0)
        if not rule(state, False):  # noqa: FBT003
            return False
        state.tokens[index].meta["at"] = start
        return True

    return placed
