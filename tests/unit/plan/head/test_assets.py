"""The one script of every page, joined from its parts."""

from __future__ import annotations

from dataclasses import replace

from llmtimeline.values.outputs import Copied, Joined, Plan
from llmtimeline.values.sources import Tree
from llmtimeline.values.views import PageView
from tests.unit.plan.builders import a_plan, a_post, a_tree, view_at

PARTS = ("js/site/a.js", "js/site/b.js")


def planned(tree: Tree) -> Plan:
    return a_plan([a_post("post/a")], tree=tree).value


def address(tree: Tree) -> str:
    view = view_at(a_plan([a_post("post/a")], tree=tree), "index.html")
    assert isinstance(view, PageView)
    return view.site.assets.get("js/site.js", "")


def test_the_parts_are_published_as_one_file_in_the_order_of_their_names() -> None:
    outputs = {
        output.path: output.body for output in planned(a_tree(*PARTS, "js/other.js", "js/site/note.txt")).outputs
    }
    joined = outputs["js/site.js"]
    assert isinstance(joined, Joined)
    assert [part.path for part in joined.assets] == list(PARTS)
    assert [path for path in outputs if path.startswith("js/")] == ["js/other.js", "js/site.js", "js/site/note.txt"]


def test_a_site_with_a_script_of_its_own_has_that_instead() -> None:
    outputs = {output.path: output.body for output in planned(a_tree("js/site.js", *PARTS)).outputs}
    assert isinstance(outputs["js/site.js"], Copied)


def test_the_address_changes_with_any_part() -> None:
    tree = a_tree(*PARTS)
    *rest, last = tree.theme.assets
    changed = replace(tree, theme=replace(tree.theme, assets=(*rest, replace(last, digest="00000000"))))
    assert address(tree).startswith("/js/site.js?v=")
    assert address(tree) != address(changed)
    assert address(a_tree("favicon.svg")) == ""
