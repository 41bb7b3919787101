"""What a config says in Markdown: copyright, footer, the texts of the home page."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from llmtimeline.parse.bodies import parse_body, render_inline
from llmtimeline.values.config import Config, Language, Prose
from llmtimeline.values.diagnostics import Checked, Diagnostic
from llmtimeline.values.params import find_param
from llmtimeline.values.places import Span
from llmtimeline.values.posts import Body, Piece
from llmtimeline.values.sources import Source

_BLOCK = re.compile(r"[|>][-+0-9]*\s*(?:#.*)?\Z")  # how YAML announces a text on the lines below
_QUOTES = ('"""', "'''", '"', "'")


def with_prose(config: Config, sources: Sequence[Source]) -> Checked[Config]:
    """The config with its Markdown as HTML, in each language. May add what links and images add to a body."""
    lines = {source.path: source.text.split("\n") for source in sources}
    found: dict[Diagnostic, None] = {}  # what the languages share is read, and told, once
    languages = []
    for language in config.languages:
        prose = _read(config, language, lines)
        found.update(dict.fromkeys(prose.diagnostics))
        languages.append(replace(language, prose=prose.value))
    return Checked(replace(config, languages=tuple(languages)), tuple(found))


def _read(config: Config, language: Language, lines: Mapping[str, list[str]]) -> Checked[Prose]:
    found: list[Diagnostic] = []

    def start(key: str) -> Span:
        place = config.place_of(key, language.key)
        return _first_letter(place, lines.get(place.path, []))

    def inline(key: str, text: str | None = None) -> tuple[Piece, ...]:
        text = _param(language, key) if text is None else text
        if not text.strip():
            return ()
        span = start(key)
        checked = render_inline(
            text, path=span.path, line=span.line, column=span.column, config=config, language=language.key
        )
        found.extend(checked.diagnostics)
        return checked.value

    prose = Prose(
        copyright=inline("copyright", language.copyright or config.copyright),
        footer=inline("params.footer.text"),
        profile_title=inline("params.profileMode.title"),
        profile_subtitle=inline("params.profileMode.subtitle"),
        home_title=inline("params.homeInfoParams.Title"),
        home=_block(config, language, start, found),
    )
    return Checked(prose, tuple(found))


def _block(config: Config, language: Language, start: Callable[[str], Span], found: list[Diagnostic]) -> Body:
    key = "params.homeInfoParams.Content"
    text = _param(language, key)
    if not text.strip():
        return Body()
    span = start(key)
    checked = parse_body(
        text, first_line=span.line, path=span.path, config=config, language=language.key, cjk=language.cjk
    )
    found.extend(checked.diagnostics)
    return checked.value


def _param(language: Language, key: str) -> str:
    value = find_param(language.params, key.removeprefix("params."))
    return value if isinstance(value, str) else ""


def _first_letter(span: Span, lines: list[str]) -> Span:
    """Where the text of a value begins: after its quote, or on the line below `|`."""
    line = lines[span.line - 1][span.column - 1 :] if 0 < span.line <= len(lines) else ""
    if _BLOCK.match(line):
        below = lines[span.line] if span.line < len(lines) else ""
        return Span(span.path, span.line + 1, len(below) - len(below.lstrip()) + 1)
    quote = next((mark for mark in _QUOTES if line.startswith(mark)), "")
    return replace(span, column=span.column + len(quote))
