"""The theme, opened and checked; then one output after another as bytes."""

from __future__ import annotations

from collections.abc import Mapping
from types import CodeType

from jinja2 import BytecodeCache, TemplateError, TemplateSyntaxError
from jinja2.bccache import Bucket

from llmtimeline.render.card_words import card_text
from llmtimeline.render.cards import CardPress
from llmtimeline.render.checks import check_labels, check_templates
from llmtimeline.render.environment import LayeredEnvironment
from llmtimeline.render.faults import TEMPLATE_ERRORS, Unknown, runtime_fault, syntax_fault
from llmtimeline.render.filters import language_filters, plain_filters
from llmtimeline.render.loader import ThemeLoader
from llmtimeline.render.minify import minify_html
from llmtimeline.render.pictures import MadePicture, shrink
from llmtimeline.render.shortcodes import draw_html, qr_code, unwrapped
from llmtimeline.render.words import Texts, known_language
from llmtimeline.values.diagnostics import Checked, diagnose, in_order
from llmtimeline.values.outputs import Copied, Drawn, Joined, Made, Output, Rendered, Resized, Text
from llmtimeline.values.pictures import Font
from llmtimeline.values.sources import TemplateSource, Theme
from llmtimeline.values.views import PageView
from llmtimeline.values.words import Words

_FALLBACK = "en"


def open_theme(theme: Theme, words: Mapping[str, Words], *, minify: bool = False) -> Checked[Renderer]:
    """The theme with all templates checked and none run. Adds LT401 to LT405.

    A language whose key has no words takes those of its primary subtag (`zh-tw` those of `zh`), else the English ones.
    """
    renderer = Renderer(theme, words, minify=minify)
    environment, languages = renderer.environment(_FALLBACK), renderer.languages()
    found = (*check_templates(theme.templates, environment, languages), *check_labels(languages))
    return Checked(renderer, in_order(found))


class Renderer:
    """Draws outputs. Keeps compiled templates, so one Renderer serves a whole build; not for several threads."""

    def __init__(self, theme: Theme, words: Mapping[str, Words], *, minify: bool = False) -> None:
        self._templates = theme.templates
        self._sources = {source.path: source for source in theme.templates.values()}
        self._words = words
        self._minify = minify
        self._compiled = _CompiledOnce()
        self._environments: dict[str, LayeredEnvironment] = {}
        self._presses: dict[Font, CardPress] = {}

    def languages(self) -> tuple[Texts, ...]:
        """The words of every language, by key."""
        return tuple(Texts(self._words[language], self._words) for language in sorted(self._words))

    def environment(self, language: str) -> LayeredEnvironment:
        """Jinja with the words and filters of a language."""
        if language not in self._environments:
            self._environments[language] = _environment(self._texts(language), self._templates, self._compiled)
        return self._environments[language]

    def render(self, output: Output) -> Checked[bytes]:
        """A file's bytes: UTF-8, one newline at the end; none where its template fails. Adds LT401 to LT404."""
        match output.body:
            case Rendered() as body:
                return self._drawn(body, output)
            case Text(text):
                return Checked(_encoded(text))
            case Copied() | Joined() | Resized() | Drawn():
                raise TypeError(f"{output.path} is copied or made, not rendered")

    def _drawn(self, body: Rendered, output: Output) -> Checked[bytes]:
        if body.template not in self._templates:
            message = f"no template `{body.template}` (in `{output.path}`)"
            return Checked(b"", (diagnose("LT401", message, output.origin),))
        view = body.view
        context = {"page": view, "site": view.site} if isinstance(view, PageView) else {"feed": view}
        try:
            template = self.environment(body.language).get_template(body.template)
            text = template.render(context)
            if self._minify and output.path.endswith(".html"):
                text = minify_html(text)
            return Checked(_encoded(text))
        except TemplateSyntaxError as error:
            source = self._sources.get(error.filename or "") or self._templates[body.template]
            return Checked(b"", (syntax_fault(error, source),))
        except (TemplateError, *TEMPLATE_ERRORS) as error:
            return Checked(b"", (runtime_fault(error, self._sources, output.path),))

    def make(self, body: Made, content: bytes) -> MadePicture:
        """A picture. `content` are the bytes of the picture to make smaller, or of the font to draw with."""
        if isinstance(body, Resized):
            return shrink(content, body.width, body.quality)
        if body.font not in self._presses:
            self._presses[body.font] = CardPress(content)
        words = card_text(body.card, self._texts(body.language), body.font.characters)
        return MadePicture(self._presses[body.font].draw(words))

    def _texts(self, language: str) -> Texts:
        words = self._words.get(known_language(language, self._words)) or self._words.get(_FALLBACK)
        return Texts(words or Words(language), self._words)


class _CompiledOnce(BytecodeCache):
    """Compiled templates in memory, shared by the environments of all languages."""

    def __init__(self) -> None:
        self._codes: dict[str, CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._codes.get(bucket.key)

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self._codes[bucket.key] = bucket.code


def _environment(texts: Texts, templates: Mapping[str, TemplateSource], compiled: BytecodeCache) -> LayeredEnvironment:
    environment = LayeredEnvironment(
        loader=ThemeLoader(templates),
        undefined=Unknown,
        autoescape=_is_markup,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=compiled,
    )
    environment.filters.update(plain_filters())
    environment.filters.update(language_filters(texts))
    environment.filters.update({"html": draw_html, "unwrapped": unwrapped, "qr_code": qr_code})
    environment.globals["t"] = texts
    return environment


def _is_markup(name: str | None) -> bool:
    return name is None or name.endswith((".html", ".xml", ".svg"))


def _encoded(text: str) -> bytes:
    # A lone surrogate, as an escape in YAML or JSON can make it, has no UTF-8.
    return (text.rstrip("\n") + "\n").encode("utf-8", "replace")
