"""Opening a theme, layers, and what is said when a template is wrong."""

from __future__ import annotations

import pytest

from llmtimeline.render.templates import Renderer, open_theme
from llmtimeline.values.diagnostics import Checked
from llmtimeline.values.outputs import Copied, Output, Rendered, Text
from llmtimeline.values.places import Span
from llmtimeline.values.sources import Asset, TemplateSource, Theme
from llmtimeline.values.words import Words

from .sample_pages import home
from .themes import built_in_theme, built_in_words, words_of


def render(templates: dict[str, str], language: str = "en", template: str = "pages/home.html") -> Checked[bytes]:
    theme = Theme({name: TemplateSource(f"templates/{name}", text) for name, text in templates.items()})
    output = Output("index.html", Rendered(template, home("en"), language))
    return open_theme(theme, built_in_words()).value.render(output)


def problems(**templates: str) -> list[tuple[str, str, str, str]]:
    """What the checks of some templates over the built-in ones find: code, place, message, hint."""
    checked = open_theme(
        built_in_theme(**{name.replace("__", "/") + ".html": text for name, text in templates.items()}),
        built_in_words(),
    )
    return [
        (d.code, f"{d.span.path}:{d.span.line}:{d.span.column}:{d.span.width}" if d.span else "", d.message, d.hint)
        for d in checked.diagnostics
    ]  # fmt: skip


def test_a_template_that_is_not_there_is_missed_before_anything_runs() -> None:
    assert problems(pages__x='\n  {% extends "basse.html" %}') == [
        ("LT401", "site/pages/x.html:2:15:10", "no template `basse.html`", "did you mean `base.html`?")
    ]


def test_an_include_may_be_absent_when_it_says_so() -> None:
    assert problems(pages__x='{% include "a.html" ignore missing %}{% include ["b.html", "base.html"] %}') == []


def test_a_syntax_error_has_its_line() -> None:
    ((code, place, message, _),) = problems(pages__x="a\n{% if %}\n")
    assert (code, place) == ("LT402", "site/pages/x.html:2:1:8")
    assert message == "expected an expression, got 'end of statement block'"


def test_an_unknown_filter_is_an_error_of_the_template() -> None:
    ((code, place, message, _),) = problems(pages__x="{{ page.title|shout }}")
    assert (code, place) == ("LT402", "site/pages/x.html:1:1:22")
    assert "shout" in message


@pytest.mark.parametrize(
    "text", ["{% include page.kind %}", '{% extends "a" ~ "b" %}', '{% include ["base.html", page.kind] %}']
)
def test_a_name_that_is_worked_out_is_refused(text: str) -> None:
    assert [(code, place.split(":")[1]) for code, place, _, _ in problems(pages__x="\n" + text)] == [("LT405", "2")]


def test_an_unknown_name_is_told_with_the_nearest_one() -> None:
    assert problems(pages__x="{{ pag.title }}\n{{ nothing_like_it }}") == [
        ("LT403", "site/pages/x.html:1:4:3", "unknown name `pag`", "did you mean `page`?"),
        ("LT403", "site/pages/x.html:2:4:15", "unknown name `nothing_like_it`", ""),
    ]


def test_an_unknown_field_of_the_page_is_told_before_anything_runs() -> None:
    assert problems(pages__x="{{ page.titel }} {{ site.title }} {{ page.kind }}") == [
        ("LT403", "site/pages/x.html:1:9:5", "`page` has no `titel`", "did you mean `title`?")
    ]


def test_what_a_template_sets_is_known_to_what_it_includes() -> None:
    assert problems(pages__x='{% set a = 1 %}{% include "y.html" %}', y="{{ a }}") == []
    assert [message for _, _, message, _ in problems(y="{{ a }}")] == ["unknown name `a`"]


def test_an_imported_macro_sees_no_page() -> None:
    found = problems(
        pages__x='{% from "m.html" import m %}{{ m() }}', m="{% macro m() %}{{ page.title }}{% endmacro %}"
    )
    assert [(code, message, hint) for code, _, message, hint in found] == [
        ("LT403", "unknown name `page`", "an imported macro sees only its arguments")
    ]


def test_a_word_that_a_language_lacks_is_told_for_that_language() -> None:
    words = built_in_words()
    words["en"] = Words(
        "en", {key: text for key, text in words_of("en").items() if key not in ("made_with", "date_day")}
    )
    found = open_theme(built_in_theme(), words).diagnostics
    assert [(d.code, d.span.path if d.span else "", d.message) for d in found] == [
        ("LT404", "", "the words of `en` lack `date_day`"),
        ("LT404", "templates/partials/footer.html", "the words of `en` lack `made_with`"),
    ]
    assert found[1].hint == "add it to templates/i18n/en.yaml"


def test_a_field_that_a_view_lacks_fails_at_its_line_with_a_hint() -> None:
    checked = render({"pages/home.html": "a\nb {{ page.content.pozts }}\n"})
    (found,) = checked.diagnostics
    assert (found.code, found.span) == ("LT403", Span("templates/pages/home.html", 2, 19, 5))
    assert found.message == "HomeContent has no `pozts` (in `index.html`)"
    assert found.hint == "did you mean `posts`?"
    assert checked.value == b""


def test_the_place_of_a_failure_is_the_macro_that_failed() -> None:
    files = {
        "pages/home.html": '{% from "macros/m.html" import m %}\n\n{{ m(page) }}',
        "macros/m.html": "{% macro m(p) %}\n{{ p.content.gone }}\n{% endmacro %}",
    }
    (found,) = render(files).diagnostics
    assert found.span is not None
    assert (found.span.path, found.span.line) == ("templates/macros/m.html", 2)


FAILURE = "the template fails: 'str' object has no attribute 'precision' (in `index.html`)"


@pytest.mark.parametrize(
    ("text", "code", "message"),
    [
        ("{{ t('gone' ~ '') }}", "LT404", "the words of `en` lack `gone` (in `index.html`)"),
        ("{{ 1 / 0 }}", "LT402", "the template fails: division by zero (in `index.html`)"),
        ("{{ page.title|date }}", "LT402", FAILURE),
        ("{% include page.kind ~ '.html' %}", "LT401", "no template `home.html` (in `index.html`)"),
        ("{% if %}", "LT402", "expected an expression, got 'end of statement block'"),
    ],
)  # fmt: skip
def test_whatever_a_template_does_wrong_is_a_diagnostic(text: str, code: str, message: str) -> None:
    (found,) = render({"pages/home.html": text}).diagnostics
    assert (found.code, found.message) == (code, message)
    assert found.span is not None
    assert (found.span.path, found.span.line) == ("templates/pages/home.html", 1)


def test_a_page_whose_template_is_missing_is_told_at_its_source() -> None:
    origin = Span("content/x.md", 3)
    output = Output("x.html", Rendered("pages/gone.html", home("en"), "en"), origin)
    (found,) = open_theme(Theme(), built_in_words()).value.render(output).diagnostics
    assert (found.code, found.span, found.message) == ("LT401", origin, "no template `pages/gone.html` (in `x.html`)")


def test_a_nearer_layer_hides_ours_and_reaches_what_it_hides() -> None:
    theme = built_in_theme(**{"partials/footer.html": 'MINE {% include "!theme/partials/footer.html" %}'})
    checked = open_theme(theme, built_in_words())
    assert checked.diagnostics == ()
    drawn = checked.value.render(Output("x", Rendered("pages/home.html", home("en"), "en"))).value.decode()
    assert "MINE <footer" in drawn


def test_a_block_of_the_base_can_be_filled_by_a_site() -> None:
    theme = built_in_theme(
        **{"base.html": '{% extends "!theme/base.html" %}{% block head %}<meta name="x">{% endblock %}'}
    )
    checked = open_theme(theme, built_in_words())
    assert checked.diagnostics == ()
    assert (
        '<meta name="x">'
        in checked.value.render(Output("x", Rendered("pages/home.html", home("zh"), "zh"))).value.decode()
    )


def test_one_compiled_template_speaks_each_language() -> None:
    theme = Theme({"pages/home.html": TemplateSource("h", "{{ 'params'|field }} {{ t('feed') }} {{ 9|month_name }}")})
    renderer = open_theme(theme, built_in_words()).value
    drawn = [
        renderer.render(Output("x", Rendered("pages/home.html", home("zh"), key))).value
        for key in ("zh", "en", "zh-tw")
    ]
    assert drawn[0] == drawn[2] == "参数 RSS 订阅 9 月\n".encode()
    assert drawn[1] == b"Parameters RSS feed September\n"


def test_a_language_without_words_borrows_the_english_ones() -> None:
    checked = render({"pages/home.html": "{{ t('feed') }}"}, "fr")
    assert checked.value == b"RSS feed\n"


def test_markup_is_escaped_and_plain_text_is_not() -> None:
    theme = Theme({name: TemplateSource(name, "{{ '<&>' ~ t.language }}") for name in ("a.html", "a.xml", "a.txt")})
    renderer = open_theme(theme, built_in_words()).value
    drawn = [
        renderer.render(Output("x", Rendered(name, home("en"), "en"))).value for name in ("a.html", "a.xml", "a.txt")
    ]
    assert drawn == [b"&lt;&amp;&gt;en\n", b"&lt;&amp;&gt;en\n", b"<&>en\n"]


def test_known_text_keeps_its_bytes_and_ends_in_one_newline(renderer: Renderer) -> None:
    assert renderer.render(Output("a.json", Text('{"a":"通"}\n\n'))).value == '{"a":"通"}\n'.encode()
    assert renderer.render(Output("a.csv", Text("a\r\n"))).value == b"a\r\n"
    assert renderer.render(Output("a.txt", Text("\ud800"))).value == b"?\n"


def test_a_file_to_copy_is_nobodys_page(renderer: Renderer) -> None:
    with pytest.raises(TypeError):
        renderer.render(Output("a.png", Copied(Asset("a.png", "/a.png", 1))))
