"""Menus: the config's and the pages' own entries, in order, below each other."""

from __future__ import annotations

from typing import Any

from llmtimeline.values.diagnostics import Checked
from llmtimeline.values.outputs import Plan, Rendered
from llmtimeline.values.views import LinkView
from tests.hugo.sites import a_site

Tree = list[Any]


def site_of(site: Checked[Plan], path: str = "index.html") -> Any:
    body = next(output.body for output in site.value.outputs if output.path == path)
    assert isinstance(body, Rendered)
    return body.view.site  # type: ignore[union-attr]


def tree(links: tuple[LinkView, ...]) -> Tree:
    return [(link.text, link.url, tree(link.children)) if link.children else (link.text, link.url) for link in links]


def menu(config: str, content: dict[str, str] | None = None, path: str = "index.html") -> Tree:
    site = a_site(config, {"post/a.md": "---\ntitle: A\n---\n", **(content or {})})
    assert site.diagnostics == ()
    return tree(site_of(site, path).menu)


def told(config: str) -> list[str]:
    found = a_site(config, {"post/a.md": "---\ntitle: A\n---\n"}).diagnostics
    return [f"{d.code} {d.severity} {d.span.line}:{d.span.column} {d.message}" for d in found if d.span]


def test_entries_stand_by_weight_then_by_name() -> None:
    weights = {"none": 0, "B": 2, "a": 2, "n": -1, "Also": 0}
    items = ", ".join(f"{{name: {name}, url: /, weight: {weight}}}" for name, weight in weights.items())
    assert [text for text, _ in menu(f"menus: {{main: [{items}]}}\n")] == ["n", "a", "B", "Also", "none"]


def test_names_of_one_weight_go_by_code_point_without_regard_to_case_in_every_language() -> None:
    names = ["阿", "_x", "乙", "b", "B", "Zeta", "ab", "aB", "Éa", "1"]  # by pinyin 阿 would come before 乙
    items = ", ".join(f"{{name: '{name}', url: /}}" for name in names)
    expected = ["1", "_x", "aB", "ab", "B", "b", "Zeta", "Éa", "乙", "阿"]
    for language in ("zh", "en"):
        config = f"languages: {{{language}: {{weight: 1}}}}\nmenus: {{main: [{items}]}}\n"
        assert [text for text, _ in menu(f"defaultContentLanguage: {language}\n{config}")] == expected


def test_entries_stand_below_the_one_that_they_name() -> None:
    config = """
menus:
  main:
    - {name: deep, url: /post/a/, parent: Posts}
    - {identifier: top, name: Products}
    - {name: Posts, pageRef: /post, parent: top}
    - {name: Home, url: /, weight: 1}
"""
    expected = [
        ("Home", "/"),
        ("Products", "", [("Posts", "/post/", [("deep", "/post/a/")])]),
    ]
    assert menu(config) == expected


def test_pages_put_themselves_into_menus() -> None:
    content = {
        "one.md": "---\ntitle: One\nlinkTitle: 1st\nmenus: {main: {weight: 5}}\n---\n",
        "two.md": "---\ntitle: Two\nmenu: main\nweight: 9\n---\n",
        "three.md": "---\ntitle: Three\nmenu: [main, Footer]\n---\n",
        "four.md": "+++\ntitle = 'Four'\n[menu.main]\nname = '四'\nparent = 'Two'\npre = '<i>'\n+++\n",
        "post/_index.md": "---\ntitle: All\nmenus: {main: , footer: {weight: 1}}\n---\n",
        "drafted.md": "---\ntitle: Draft\ndraft: true\nmenu: main\n---\n",
    }
    assert menu("", content) == [
        ("1st", "/one/"),
        ("Two", "/two/", [("四", "/four/")]),
        ("All", "/post/"),
        ("Three", "/three/"),
    ]
    assert tree(site_of(a_site("", content)).menus["footer"]) == [("All", "/post/"), ("Three", "/three/")]


def test_each_language_has_the_entries_of_its_own_pages() -> None:
    languages = "defaultContentLanguage: zh\nlanguages: {zh: {weight: 1}, en: {weight: 2}}\n"
    content = {
        "x.zh.md": "---\ntitle: 甲\nmenu: main\n---\n",
        "x.en.md": "---\ntitle: X\nmenu: main\n---\n",
        "y.zh.md": "---\ntitle: 乙\nmenu: main\n---\n",
    }
    assert menu(languages, content) == [("乙", "/y/"), ("甲", "/x/")]
    assert menu(languages, content, "en/index.html") == [("X", "/en/x/")]


def test_other_menus_are_there_for_templates() -> None:
    site = site_of(a_site("menus: {Footer: [{name: b, url: /post/}, {name: a, url: 'https://x.org'}]}\n", {}))
    assert tree(site.menus["footer"]) == [("a", "https://x.org"), ("b", "/post/")]
    assert site.menus["main"] == site.menu


def test_an_entry_below_another_is_marked() -> None:
    config = "menus: {main: [{identifier: top, name: T}, {name: Posts, pageRef: /post, parent: top}]}\n"
    site = site_of(a_site(config, {"post/a.md": "---\ntitle: A\n---\n"}), "post/a/index.html")
    assert [(link.current, [below.current for below in link.children]) for link in site.menu] == [(False, [True])]


def test_where_a_page_is_gone_its_url_counts() -> None:
    assert menu("menus: {main: [{name: x, pageRef: /gone, url: /post/}]}\n") == [("x", "/post/")]


def test_an_entry_that_leads_nowhere_is_told_at_its_address() -> None:
    text = "menus:\n  main:\n    - {name: x, pageRef: /pots}\n    - {name: y, url: /nowhere/}\n"
    assert told("baseURL: https://ex.org/\ntitle: T\n" + text) == [
        "LT201 warning 5:26 the menu's entry `x` leads to `/pots`, where nothing stands",
        "LT201 warning 6:22 the menu's entry `y` leads to `/nowhere/`, where nothing stands",
    ]


def test_a_parent_that_is_not_there_or_is_below_is_told() -> None:
    text = (
        "menus:\n  main:\n    - {name: x, url: /post/, parent: gone}\n    - {name: a, url: /post/, parent: b}\n"
        "    - {name: b, url: /post/, parent: a}\n    - {name: self, url: /post/, parent: self}\n"
    )
    site = a_site("baseURL: https://ex.org/\ntitle: T\n" + text, {"post/a.md": "---\ntitle: A\n---\n"})
    found = [(d.span.line, d.code, str(d.severity), d.message) for d in site.diagnostics if d.span]
    assert found == [
        (5, "LT108", "warning", "the menu's entry `x` stands below `gone`, which is no entry of the menu"),
        (6, "LT108", "warning", "the menu's entry `a` stands below `b`, which is below it"),
        (8, "LT108", "warning", "the menu's entry `self` stands below `self`, which is below it"),
    ]
    assert tree(site_of(site).menu) == [("a", "/post/", [("b", "/post/")]), ("self", "/post/"), ("x", "/post/")]


def test_a_menu_has_a_depth_that_can_be_drawn() -> None:
    items = "".join(f"    - {{name: n{i}, url: /, parent: n{i - 1}}}\n" for i in range(1, 100))
    found = told(f"menus:\n  main:\n    - {{name: n0, url: /}}\n{items}")
    assert found[0].endswith("the menu's entry `n8` stands below `n7`, which is too far down")
    assert all("too far down" in each for each in found)
