"""What a Hugo site's config says of formats, modules and counts of visits."""

from __future__ import annotations

import pytest

from llmtimeline.parse.config.site import parse_config
from llmtimeline.values.config import Config
from llmtimeline.values.diagnostics import Checked
from llmtimeline.values.sources import Source

BASE = "baseURL: https://example.org/\n"


def parse(text: str) -> Checked[Config]:
    return parse_config(Source("hugo.yaml", BASE + text))


def told(text: str) -> list[str]:
    return [
        f"{d.code} {d.severity} {d.span.line}:{d.span.column} {d.message}" for d in parse(text).diagnostics if d.span
    ]


# Counts of visits


@pytest.mark.parametrize(
    "text",
    ["googleAnalytics: G-EQPJJLMV72\n", "services: {GoogleAnalytics: {id: G-EQPJJLMV72}}\n",
     "googleAnalytics: UA-1-1\nservices: {googleAnalytics: {ID: G-EQPJJLMV72}}\n"],
)  # fmt: skip
def test_the_id_of_google_analytics_has_two_places(text: str) -> None:
    found = parse(text)
    assert (found.diagnostics, found.value.analytics_id) == ((), "G-EQPJJLMV72")
    assert (found.value.analytics_respect_dnt, found.value.analytics_disabled) == (True, False)


@pytest.mark.parametrize("written", ["UA-123456-7", "G-1A2B3C4D5E", "AW-123456", "GT-A1", "g-1a2b"])
def test_every_kind_of_id_is_taken(written: str) -> None:
    assert parse(f"googleAnalytics: {written}\n").value.analytics_id == written.upper()


@pytest.mark.parametrize(
    "written", ["XYZ", "G-XXXXXXXXXX", "UA-", "GTM-ABC1", "'<id>'", "'\"><script>1'", "'G-1 2'", '"G-1\');alert(1)//"']
)
def test_what_is_no_id_is_told_and_not_used(written: str) -> None:
    found = parse(f"googleAnalytics: {written}\n")
    assert [(d.code, d.span.line if d.span else 0) for d in found.diagnostics] == [("LT117", 2)]
    assert found.value.analytics_id == ""


def test_privacy_says_who_is_counted() -> None:
    found = parse("privacy: {googleAnalytics: {disable: true, respectDoNotTrack: false, anonymizeIP: true}}\n")
    assert (found.diagnostics, found.value.analytics_disabled, found.value.analytics_respect_dnt) == ((), True, False)


# Formats


def test_outputs_are_formats_by_kind() -> None:
    found = parse("outputs: {Home: [HTML, RSS, JSON, llms], section: html, RSS: [], term: [HTML, html]}\n")
    assert found.diagnostics == ()
    assert found.value.outputs == {"home": ("html", "rss", "json", "llms"), "section": ("html",), "term": ("html",)}
    assert parse("").value.outputs == {}


def test_a_format_that_is_not_made_is_named_once() -> None:
    found = parse("outputs:\n  home: [HTML, AMP]\n  page: [amp, HTML]\n")
    assert told("outputs:\n  home: [HTML, AMP]\n  page: [amp, HTML]\n") == [
        "LT115 warning 3:16 the output format `amp` is not made here"
    ]
    assert found.value.outputs == {"home": ("html",), "page": ("html",)}


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("outputs: [HTML]\n", "LT106 error 2:10 `outputs` takes a mapping, not a list"),
        ("outputs: {home: {a: b}}\n", "LT106 error 2:17 `outputs.home` takes a list of texts, not a mapping"),
        ("outputs: {hoem: [HTML]}\n", "LT105 warning 2:11 unknown key `outputs.hoem`"),
        (
            "outputFormats: {RSS: {baseName: feed}}\n",
            "LT115 warning 2:23 `outputFormats.RSS.baseName` has no effect here",
        ),
    ],
)
def test_mistakes_in_formats_have_their_place(text: str, finding: str) -> None:
    assert told(text) == [finding]


def test_formats_of_ones_own_are_no_mistake() -> None:
    assert told("outputFormats: {llms: {baseName: llms, mediaType: text/plain}, RSS: {baseName: index}}\n") == []
    assert told("mediaTypes: {text/plain: {suffixes: [txt]}}\n") == []


# Modules


def test_papermod_as_a_module_is_told_as_a_note_and_once() -> None:
    text = "module: {imports: [{path: github.com/adityatelange/hugo-PaperMod}]}\n"
    (finding,) = told(text)
    assert finding.startswith("LT115 note 2:20 the theme `github.com/adityatelange/hugo-PaperMod` is not used")
    assert len(told("theme: PaperMod\n" + text)) == 1


def test_modules_and_mounts_are_told_once_at_the_first() -> None:
    text = (
        "module:\n  proxy: direct\n  hugoVersion: {min: 0.146.0}\n  imports:\n    - path: github.com/a/icons\n"
        "    - {path: github.com/b/off, disable: true}\n  mounts:\n    - {source: content, target: content}\n"
        "    - {source: node_modules/x, target: static/x}\n"
    )
    (finding,) = told(text)
    assert finding.startswith("LT115 warning 6:7 Hugo's modules and mounts do not carry over: ")
    assert finding.endswith(": `github.com/a/icons`, `node_modules/x` at `static/x`")


def test_a_module_without_anything_to_lose_is_nothing_to_tell() -> None:
    assert told("module: {hugoVersion: {extended: true}, mounts: [{source: assets, target: assets}]}\n") == []
    assert told("module: x\n") == ["LT106 error 2:9 `module` takes a mapping, not a value"]
