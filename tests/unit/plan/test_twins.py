"""Every page of a kind that has a template stands as Markdown beside itself, and gives way to any other file."""

from __future__ import annotations

from llmtimeline.values.config import TimelineSettings
from llmtimeline.values.outputs import Copied, Rendered
from llmtimeline.values.sources import Asset, TemplateSource, Theme, Tree
from tests.unit.plan.builders import (
    a_config,
    a_plan,
    a_post,
    a_registry,
    a_release,
    a_section,
    covered,
    output_at,
    paths_of,
    view_at,
)

KINDS = ("home", "post", "list", "model")
A = a_post("post/a", "zh", [a_section("GPT-4", "来了。")], tags=["GPT"], date="2023-03-20")
TOLD = a_registry([a_release("gpt-4", "2023-03-14", covered(A))])


def a_theme(*static: str) -> Tree:
    templates = {f"markdown/{kind}.md": TemplateSource(f"templates/markdown/{kind}.md", "") for kind in KINDS}
    assets = tuple(Asset(path, f"/disk/{path}", 3, "1a2b3c4d") for path in static)
    return Tree((), (), (), Theme(templates, assets=assets))


def test_pages_stand_as_markdown_beside_themselves() -> None:
    checked = a_plan([A], TOLD, tree=a_theme())
    found = [path for path in paths_of(checked) if path.endswith(".md") and not path.startswith(("en/", "data/"))]
    assert found == ["index.md", "models/gpt-4/index.md", "post/a/index.md", "post/index.md", "tags/gpt/index.md"]
    body = output_at(checked, "post/a/index.md").body
    assert isinstance(body, Rendered)
    assert body.template == "markdown/post.md"
    assert body.view is view_at(checked, "post/a/index.html")
    assert view_at(checked, "post/a/index.html").markdown_url == "/post/a/index.md"
    assert view_at(checked, "timeline/index.html").markdown_url == ""


def test_twins_count_as_no_pages_and_stand_in_no_sitemap() -> None:
    with_twins, without = a_plan([A], TOLD, tree=a_theme()), a_plan([A], TOLD)
    assert with_twins.value.totals.pages == without.value.totals.pages
    urls = [entry.permalink for entry in view_at(with_twins, "zh/sitemap.xml").entries]
    assert not [url for url in urls if url.endswith(".md")]


def test_further_pages_of_a_list_have_their_own() -> None:
    posts = [A, a_post("post/b", date="2023-03-21")]
    checked = a_plan(posts, config=a_config(pager_size=1), tree=a_theme())
    assert view_at(checked, "post/page/2/index.html").markdown_url == "/post/page/2/index.md"
    assert "post/page/2/index.md" in paths_of(checked)


def test_pages_that_are_files_have_files_as_twins() -> None:
    checked = a_plan([A], config=a_config(ugly_urls=True), tree=a_theme())
    assert view_at(checked, "post/a.html").markdown_url == "/post/a.md"
    assert "post/a.md" in paths_of(checked)


def test_the_config_turns_them_off() -> None:
    checked = a_plan([A], TOLD, a_config(timeline=TimelineSettings(markdown=False)), a_theme())
    assert not [path for path in paths_of(checked) if path.endswith(".md") and not path.startswith("data/")]
    assert view_at(checked, "index.html").markdown_url == ""


def test_what_search_engines_shall_leave_out_has_none() -> None:
    hidden = a_post("post/h", params={"robotsnoindex": True})
    assert "post/h/index.md" not in paths_of(a_plan([hidden], tree=a_theme()))


def test_a_twin_gives_way_without_a_word() -> None:
    checked = a_plan([A], tree=a_theme("post/a/index.md"))
    assert isinstance(output_at(checked, "post/a/index.md").body, Copied)
    assert checked.diagnostics == ()
