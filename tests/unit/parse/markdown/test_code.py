"""Listings, and the colours of post.css."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pygments.token import STANDARD_TYPES

from llmtimeline.parse.markdown.highlight import LONGEST, highlight
from tests.unit.parse.markdown.reading import html

CSS = (Path(__file__).parents[4] / "static/css/post.css").read_text("utf-8")
PAPERS = {"light": ("#fbfaf6", "#ffffff"), "dark": ("#151517", "#1c1c1f")}


def test_a_known_language_gets_classes() -> None:
    shown = highlight("def f():\n    return '<'\n", "python")
    assert shown == (
        '<span class="k">def</span> <span class="nf">f</span><span class="p">():</span>\n'
        '    <span class="k">return</span> <span class="s1">\'&lt;\'</span>\n'
    )


@pytest.mark.parametrize("language", ["", "foolang", "no such", "x" * 1000, "\x00", "python "])
def test_an_unknown_language_gets_none(language: str) -> None:
    assert highlight("x", language) is None


def test_every_character_of_the_code_is_kept() -> None:
    code = "\n\n  a\t= '中' # 注\r\n\n"
    shown = highlight(code, "python")
    assert shown is not None
    assert re.sub("<[^>]*>", "", shown).rstrip("\n") == code.replace("\r\n", "\n").rstrip("\n")


def test_a_very_long_listing_stays_plain() -> None:
    assert highlight("x\n" * LONGEST, "python") is None


def test_names_of_languages_are_found_in_any_case() -> None:
    assert highlight("x = 1", "Python") == highlight("x = 1", "python")


def test_fences_that_nobody_colours() -> None:
    assert html("```\na\n```") == '<pre tabindex="0"><code>a\n</code></pre>'
    assert (
        html("```foolang\na\n```")
        == '<pre tabindex="0"><code class="language-foolang" data-lang="foolang">a\n</code></pre>'
    )
    assert html("```mermaid\na --> b\n```") == '<pre class="mermaid" tabindex="0">a --&gt; b\n</pre>'


def test_the_info_line_may_hold_attributes_and_hugo_options() -> None:
    assert html("```py {.wide #x lang=en}\n1\n```").startswith('<div id="x" class="highlight wide"><pre tabindex="0">')
    for info in ("py {hl_lines=[1]}", "py{linenos=table}", "py title", "py {"):
        assert html(f"```{info}\n1\n```").startswith(
            '<div class="highlight"><pre tabindex="0"><code class="language-py"'
        )


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


COLOURS = re.findall(r"(--code-\w+): light-dark\((#\w{6}), (#\w{6})\);", CSS)


@pytest.mark.parametrize(("name", "light", "dark"), COLOURS)
def test_every_colour_can_be_read_by_day_and_by_night(name: str, light: str, dark: str) -> None:
    assert min(contrast(light, paper) for paper in PAPERS["light"]) >= 4.5, name
    assert min(contrast(dark, paper) for paper in PAPERS["dark"]) >= 4.5, name


def test_every_colour_is_declared_used_and_nothing_else_is() -> None:
    declared = {name for name, _, _ in COLOURS}
    assert declared == set(re.findall(r"var\((--code-\w+)\)", CSS))
    assert len(re.findall("#[0-9a-f]{6}", CSS)) == 2 * len(declared)


def test_the_classes_are_those_of_pygments() -> None:
    known = set(STANDARD_TYPES.values())
    named = {name for group in re.findall(r"\.highlight :is\(([^)]*)\)", CSS) for name in re.findall(r"\.(\w+)", group)}
    assert named <= known
    without_colour = known - named - {"err"}
    assert without_colour == {"", "w", "x", "n", "nx", "o", "p", "pm", "g", "gs", "ge", "ges"} - named
