"""From where a config lets pages load files."""

from __future__ import annotations

import pytest

from llmtimeline.parse.config.site import parse_config
from llmtimeline.values.config import Config
from llmtimeline.values.diagnostics import Checked
from llmtimeline.values.policy import PolicySettings
from llmtimeline.values.sources import Source


def parse(text: str) -> Checked[Config]:
    return parse_config(Source("hugo.yaml", f"baseURL: https://example.org/\ntimeline: {{{text}}}\n"))


@pytest.mark.parametrize(
    ("written", "wanted"), [("", None), ("contentSecurityPolicy: false", False), ("contentSecurityPolicy: yes", True)]
)
def test_the_policy_can_be_turned_off_or_asked_for(written: str, wanted: bool | None) -> None:
    found = parse(written)
    assert (found.diagnostics, found.value.timeline.policy) == ((), PolicySettings(wanted))


@pytest.mark.parametrize(
    ("written", "source"),
    [
        ("https://cdn.example.org", "https://cdn.example.org"),
        ("'*.example.org:8443'", "*.example.org:8443"),
        ("example.org/js/", "example.org/js/"),
        ("'https:'", "https:"),
        ("'blob:'", "blob:"),
        ("unsafe-inline", "'unsafe-inline'"),
        ("\"'wasm-unsafe-eval'\"", "'wasm-unsafe-eval'"),
        (
            "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
            "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
        ),
    ],
)
def test_a_source_is_a_host_a_scheme_or_a_word(written: str, source: str) -> None:
    found = parse(f"contentSecurityPolicy: {{script: [{written}]}}")
    assert found.diagnostics == ()
    assert found.value.timeline.policy == PolicySettings(True, {"script-src": (source,)})


def test_kinds_of_files_have_plain_names() -> None:
    kinds = ("script", "style", "image", "font", "connect", "media", "frame", "worker", "form")
    found = parse("contentSecurityPolicy: {" + ", ".join(f"{kind}: a.org" for kind in kinds) + "}")
    assert found.diagnostics == ()
    assert list(found.value.timeline.policy.more) == [
        *("script-src", "style-src", "img-src", "font-src", "connect-src", "media-src", "frame-src", "worker-src"),
        "form-action",
    ]


@pytest.mark.parametrize(
    ("written", "told", "more"),
    [
        ("{script: ['a.org; object-src *', b.org]}", ("LT108", 2, 45), {"script-src": ("b.org",)}),
        ("{frame: 'a.org, b.org'}", ("LT108", 2, 43), {}),
        ("{script: ['\"><script>']}", ("LT108", 2, 45), {}),
        ("{skript: [a.org]}", ("LT105", 2, 36), {}),
        ("[a.org]", ("LT106", 2, 35), {}),
        ("strict", ("LT106", 2, 35), {}),
    ],
)
def test_what_no_browser_takes_is_told_at_its_place(
    written: str, told: tuple[str, int, int], more: dict[str, tuple[str, ...]]
) -> None:
    found = parse(f"contentSecurityPolicy: {written}")
    assert [(d.code, d.span.line, d.span.column) for d in found.diagnostics if d.span] == [told]
    assert found.value.timeline.policy.more == more
