"""Tiny sites as texts, taken through parse, register and plan without a disk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from llmtimeline.parse.catalog import parse_catalog
from llmtimeline.parse.config.site import parse_config
from llmtimeline.parse.posts import parse_post
from llmtimeline.plan.site import plan_site
from llmtimeline.register import register
from llmtimeline.register.cascade import apply_cascades
from llmtimeline.register.published import select_published
from llmtimeline.values.diagnostics import Checked, Diagnostic
from llmtimeline.values.outputs import Plan
from llmtimeline.values.request import Request
from llmtimeline.values.sources import Asset, ContentFile, Source, Theme, Tree
from tests.unit.plan.builders import codes_of as codes_of
from tests.unit.plan.builders import output_at as output_at
from tests.unit.plan.builders import view_at as view_at

_VECTORS = Path(__file__).parents[2] / "../shared/hugo/vectors"
_VENDORS = "openai: {name: OpenAI}\nanthropic: {name: Anthropic}\n"
NOW = datetime(2024, 6, 1, tzinfo=UTC)

BARE = """
disableKinds: [taxonomy, term, RSS, sitemap, robotsTXT, "404"]
pagination: {disableAliases: true, pagerSize: 100}
timeline:
  {timeline: false, models: false, vendors: false, lineage: false, charts: false, compare: false, data: false,
  archives: false, search: false, cards: false}
"""
"""A config that leaves only what content and aliases make."""


def vector(name: str) -> str:
    """A file of what Hugo gave; the test is skipped where it is not at hand."""
    path = _VECTORS / name
    if not path.is_file():
        pytest.skip("Hugo's outputs are not at hand")
    return path.read_text("utf-8")


def a_site(
    config: str,
    content: Mapping[str, str],
    *,
    static: Sequence[str] = (),
    now: datetime = NOW,
    drafts: bool = False,
) -> Checked[Plan]:
    """The plan of a site. `content` holds front matter and body by path below the content folder (or, where it begins
    with "content/", below the root); names that are no Markdown are resources."""
    head = "" if "baseURL" in config else "baseURL: https://ex.org/\ntitle: HOME\n"
    settings = parse_config(Source("hugo.yaml", head + config))
    found: list[Diagnostic] = list(settings.diagnostics)
    folders = {lang.content_dir: lang.key for lang in settings.value.languages if lang.content_dir}
    files, neighbours = [], []
    for name, text in sorted(content.items()):
        path = name if name.startswith("content/") else f"content/{name}"
        folder = next((each for each in folders if path.startswith(each + "/")), "content")
        inner, language = path.removeprefix(folder + "/"), folders.get(folder, "")
        if name.endswith(".md"):
            files.append(ContentFile(Source(path, text), inner, language))
        else:
            neighbours.append(Asset(inner, f"/disk/{path}", 3, language=language))
    parsed = [parse_post(file, settings.value) for file in files]
    found += [each for checked in parsed for each in checked.diagnostics]
    request = Request("/site", now, drafts=drafts)
    every = apply_cascades([checked.value for checked in parsed], settings.value)
    posts = select_published(every, request, settings.value)
    catalog = parse_catalog([Source("<built-in>/data/vendors.yaml", _VENDORS, own=False)])
    registry = register(posts, catalog.value, settings.value)
    assets = tuple(Asset(path, f"/disk/static/{path}", 3, "1a2b3c4d") for path in sorted(static))
    tree = Tree(tuple(files), tuple(neighbours), (), Theme(assets=assets))
    plan = plan_site(posts, registry.value, settings.value, tree)
    return Checked(plan.value, (*found, *registry.diagnostics, *plan.diagnostics))


def paths_of(site: Checked[Plan]) -> set[str]:
    """Every file of a site."""
    return {output.path for output in site.value.outputs}


def titles_at(site: Checked[Plan], path: str) -> list[str]:
    """The titles of the posts that a list shows."""
    return [card.title for card in view_at(site, path).content.posts]


def urls_at(site: Checked[Plan], path: str) -> list[str]:
    """The addresses of the posts that a list shows."""
    return [card.url for card in view_at(site, path).content.posts]


def page(title: str = "x", body: str = "", **front: str) -> str:
    """A content file; the values are YAML."""
    lines = "".join(f"{key}: {value}\n" for key, value in {"title": title, **front}.items())
    return f"---\n{lines}---\n{body}"
