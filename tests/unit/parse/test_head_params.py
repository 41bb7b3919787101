"""Parameters for the heads of pages, as config and front matter give them."""

import pytest

from llmtimeline.parse.config.site import parse_config
from llmtimeline.parse.front.frontmatter import parse_front_matter
from llmtimeline.values.config import Config
from llmtimeline.values.places import Span
from llmtimeline.values.sources import Source

CONFIG = """\
baseURL: https://ex.org/
params:
  env: production
  images: [/a.png, "<link or path of image>", /b.png]
  assets: {msapplication_TileColor: "#2e2e33"}
languages:
  en: {weight: 1}
  zh:
    weight: 2
    params:
      images: [/zh.png]
"""


@pytest.mark.parametrize(
    ("written", "kept", "code", "severity"),
    [
        ("https://other.example/a/", "https://other.example/a/", "", ""),
        ("https://other.example/图/", "https://other.example/图/", "", ""),
        ("/post/a/", None, "LT113", "warning"),
        ("other.example/a/", None, "LT113", "warning"),
        ("mailto:a@ex.org", None, "LT113", "warning"),
        ("https://", None, "LT113", "warning"),
        ("'https://a.example/\">x'", None, "LT113", "warning"),
        ("javascript:alert(1)", None, "LT113", "error"),
        ("https://canonical.url/to/page", None, "LT117", "warning"),
    ],
)
def test_the_first_place_of_a_post_is_a_whole_address(written: str, kept: str, code: str, severity: str) -> None:
    source = Source("content/post/a.md", f"---\ntitle: a\ncanonicalURL: {written}\n---\n")
    checked = parse_front_matter(source, Config("hugo.yaml"))
    assert checked.value.front.params.get("canonicalurl") == kept
    assert [(d.code, d.severity.value) for d in checked.diagnostics] == ([(code, severity)] if code else [])
    for found in checked.diagnostics:
        assert found.span is not None
        assert (found.span.line, found.span.column, bool(found.hint)) == (3, 15, True)


def test_a_config_knows_the_places_of_its_values() -> None:
    config = parse_config(Source("hugo.yaml", CONFIG)).value
    assert config.params["images"] == ("/a.png", "/b.png")
    assert config.place_of("params.images.1", "en") == Span("hugo.yaml", 4, 47, 6)
    assert config.place_of("params.images.0", "zh") == Span("hugo.yaml", 11, 16, 7)
    assert config.place_of("params.nothing", "zh") == Span("hugo.yaml")
    assert config.params["assets"] == {"msapplication_tilecolor": "#2e2e33"}


def test_the_environment_of_the_parameters_counts_but_never_in_a_preview() -> None:
    source = Source("hugo.yaml", CONFIG)
    public = {name: parse_config(source, environment=name).value.is_public for name in ("staging", "development")}
    assert public == {"staging": True, "development": False}
    assert not parse_config(Source("hugo.yaml", "title: x"), environment="staging").value.is_public
