"""One content file to one post."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from llmtimeline.parse.bodies import parse_body, render_inline, replace_summary
from llmtimeline.parse.front.frontmatter import parse_front_matter
from llmtimeline.parse.front.page_dates import FileFacts
from llmtimeline.parse.languages import read_name
from llmtimeline.values.config import Config
from llmtimeline.values.diagnostics import Checked, in_order
from llmtimeline.values.params import find_param
from llmtimeline.values.places import Span
from llmtimeline.values.posts import FrontMatter, Node, Piece, Post, PostKey
from llmtimeline.values.sources import ContentFile

# Han, Hiragana, Katakana, Hangul: what Hugo looks for. Full-width punctuation alone does not count.
_CJK = re.compile(
    "[\u1100-\u11ff\u2e80-\u2fd5\u3005\u3007\u3021-\u3029\u3038-\u303b\u3041-\u3096\u309d-\u309f\u30a1-\u30fa"
    "\u30fd-\u30ff\u3131-\u318e\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97c\uac00-\ud7a3\ud7b0-\ud7fb"
    "\uf900-\ufad9\uff66-\uff6f\uff71-\uff9d\uffa0-\uffdc\U00020000-\U0003134f]"
)


def parse_post(file: ContentFile, config: Config, stand_ins: frozenset[str] = frozenset()) -> Checked[Post]:
    """The post of a content file, in the language of its content folder, else of its name, else the default one.

    `stand_ins` are values of the site's archetypes that count as not given. May add what front matter and body may add.
    """
    source = file.source
    name = read_name(file.inner, {file.language} if file.language else {item.key for item in config.languages})
    language = file.language or name.language or config.default_language
    own_name = "" if name.node is Node.BRANCH else name.id.rpartition("/")[2]
    matter = parse_front_matter(source, config, stand_ins, FileFacts(own_name, file.committed))
    front = matter.value.front
    body = parse_body(
        matter.value.body,
        first_line=matter.value.body_line,
        path=source.path,
        config=config,
        language=language,
        cjk=_counts_as_cjk(source.text, front.params.get("iscjklanguage"), language, config),
        params=_params(front, language, config),
    )
    title = front.places.get("title", Span(source.path))
    if front.summary:
        summarized = replace_summary(
            body.value, front.summary, span=front.places.get("summary", title), config=config, language=language
        )
        body = Checked(summarized.value, (*body.diagnostics, *summarized.diagnostics))
    caption = _caption(front, title, config, language)
    post = Post(
        key=PostKey(name.id, language),
        path=source.path,
        node=name.node,
        front=replace(front, caption=caption.value),
        body=body.value,
        span=title,
    )
    return Checked(post, in_order((*matter.diagnostics, *body.diagnostics, *caption.diagnostics)))


def _params(front: FrontMatter, language: str, config: Config) -> Callable[[str], object]:
    """Answers `param`: a dotted, lower-cased name of the front matter, else of the site's parameters."""
    sites = next((item.params for item in config.languages if item.key == language), config.params)
    fields = {"title": front.title, "description": front.description, **front.params}

    def answer(name: str) -> object:
        return next((value for params in (fields, sites) if (value := find_param(params, name)) is not None), None)

    return answer


def _caption(front: FrontMatter, title: Span, config: Config, language: str) -> Checked[tuple[Piece, ...]]:
    """The caption of the cover, which PaperMod reads as Markdown."""
    text = find_param(front.params, "cover.caption")
    if not isinstance(text, str) or not text.strip():
        return Checked(())
    span = front.places.get("cover.caption", title)
    return render_inline(text, path=span.path, line=span.line, column=span.column, config=config, language=language)


def _counts_as_cjk(text: str, override: object, language: str, config: Config) -> bool:
    """Whether words are counted by characters: as the post says, else by its language, else by what is in the file."""
    if isinstance(override, bool):
        return override
    if any(item.cjk for item in config.languages if item.key == language):
        return True
    return config.has_cjk and _CJK.search(text) is not None
