"""What a phone needs to put the site among its programs."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from llmtimeline.values.config import Config
from llmtimeline.values.sources import Theme, Tree

from ..builders import a_config, a_plan, a_tree, paths_of, text_at, view_at

SQUARES = ("icon-192.png", "icon-512.png")
THEMES = ("favicon.svg", "favicon.ico", "apple-touch-icon.png", *SQUARES)


def tree_of(own: tuple[str, ...], themes: tuple[str, ...] = THEMES) -> Tree:
    tree = a_tree(*dict.fromkeys((*own, *themes)))
    return replace(tree, theme=Theme(assets=tuple(replace(a, own=a.path in own) for a in tree.theme.assets)))


def test_a_site_without_icons_has_the_themes_set() -> None:
    checked = a_plan(tree=tree_of(()))
    head = view_at(checked, "en/index.html").head.site
    assert [(icon.rel, icon.url, icon.sizes) for icon in head.icons] == [
        ("icon", "/favicon.ico", "32x32"),
        ("apple-touch-icon", "/apple-touch-icon.png", ""),
        ("icon", "/favicon.svg?v=1a2b3c4d", ""),
    ]
    assert head.manifest_url == "/site.webmanifest"


def test_the_manifest_speaks_the_default_language_below_the_sites_address() -> None:
    checked = a_plan(config=a_config(base_url="https://ex.org/sub/"), tree=tree_of(()))
    manifest = json.loads(text_at(checked, "site.webmanifest"))
    assert (manifest["lang"], manifest["start_url"], manifest["scope"]) == ("zh-CN", "/sub/", "/sub/")
    assert manifest["name"]
    assert {icon["src"] for icon in manifest["icons"]} == {"/sub/icon-192.png", "/sub/icon-512.png"}


@pytest.mark.parametrize("own", [("favicon.ico",), ("favicon.svg", "favicon.ico", SQUARES[0])])
def test_a_site_with_icons_of_its_own_shows_no_square_of_ours(own: tuple[str, ...]) -> None:
    checked = a_plan(tree=tree_of(own))
    head = view_at(checked, "index.html").head.site
    if own == ("favicon.ico",):
        assert (head.manifest_url, [icon.url for icon in head.icons]) == ("", ["/favicon.ico"])
        assert "site.webmanifest" not in paths_of(checked)


def test_a_manifest_of_the_sites_own_is_the_one() -> None:
    checked = a_plan(tree=tree_of(("favicon.ico", "site.webmanifest")))
    assert view_at(checked, "index.html").head.site.manifest_url == "/site.webmanifest"
    assert not checked.diagnostics


def test_the_squares_of_a_site_make_a_manifest() -> None:
    checked = a_plan(
        config=Config("c.yaml", languages=a_config().languages, default_language="zh"),
        tree=tree_of(("favicon.ico", *SQUARES)),
    )
    assert view_at(checked, "index.html").head.site.manifest_url == "/site.webmanifest"
