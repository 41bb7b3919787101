"""The trees of lineage in a real browser: drawn where there is room, listed on a phone, no word on another."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from typing import Any

import pytest

PAGES = ("/lineage/", "/en/lineage/", "/models/llama/", "/en/models/falcon-180b/")

# What of two drawn words lies on each other, and how far labels stand out of their drawing.
OVERLAPS = """
(svg) => {
  const texts = [...svg.querySelectorAll('text')].filter((text) => !text.closest('[aria-hidden]'));
  const squares = [...svg.querySelectorAll('.square')];
  const boxes = [...texts, ...squares].map((e) => ({of: e.textContent || 'square', box: e.getBBox()}));
  const found = [];
  for (let i = 0; i < boxes.length; i++) for (let j = i + 1; j < boxes.length; j++) {
    const a = boxes[i].box, b = boxes[j].box;
    const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
    const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
    if (across > 0.5 && down > 5) found.push(boxes[i].of + ' / ' + boxes[j].of);
  }
  const width = svg.viewBox.baseVal.width;
  for (const {of, box} of boxes) if (box.x < -1 || box.x + box.width > width + 1) found.push(of + ' stands out');
  return found;
}
"""


@pytest.fixture
def pages(browser: Any, site_url: str) -> Iterator[Any]:
    """Opens a page with a window of a size and scheme."""
    opened = []

    def open_page(path: str, width: int = 1280, scheme: str = "light") -> Any:
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
        opened.append(context)
        page = context.new_page()
        page.goto(site_url + path)
        return page

    yield open_page
    for context in opened:
        context.close()


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_drawn_word_lies_on_another(pages: Any, path: str, scheme: str) -> None:
    page = pages(path, scheme=scheme)
    drawings = page.locator(".canvas svg").all()
    assert drawings
    assert [drawing.evaluate(OVERLAPS) for drawing in drawings] == [[] for _ in drawings]


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("width", [1280, 800, 390])
def test_the_page_never_scrolls_sideways_and_a_drawing_only_where_it_is_wide(pages: Any, path: str, width: int) -> None:
    page = pages(path, width)
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    if width == 1280:
        hidden = "(canvases) => canvases.map((c) => c.scrollWidth - c.clientWidth)"
        assert max(page.locator(".canvas").evaluate_all(hidden)) <= 0


@pytest.mark.parametrize("path", ["/lineage/", "/en/lineage/"])
def test_a_phone_shows_the_list_and_not_the_drawing(pages: Any, path: str) -> None:
    page = pages(path, 390)
    assert not page.locator(".canvas").first.is_visible()
    assert not page.locator(".as-list").first.is_visible()
    lists = page.locator(".twin > .descent")
    assert all(each.is_visible() for each in lists.all())
    assert lists.first.locator("li").count() > 20


def test_on_a_desktop_the_list_comes_when_it_is_asked_for_without_a_script(browser: Any, site_url: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, java_script_enabled=False)
    page = context.new_page()
    page.goto(site_url + "/lineage/")
    twin = page.locator(".twin").first
    assert page.locator(".canvas").first.is_visible()
    assert not twin.is_visible()
    page.locator(".as-list summary").first.click()
    assert twin.is_visible()
    context.close()


def test_list_and_drawing_lead_to_the_same_models(pages: Any) -> None:
    page = pages("/lineage/")
    trees = page.locator(".lineage-tree")
    hrefs = "(links) => links.map((a) => a.getAttribute('href')).sort()"
    assert trees.count() > 8
    for tree in trees.all():
        drawn = tree.locator("svg a.model").evaluate_all(hrefs)
        assert drawn == tree.locator(".descent .named a").evaluate_all(hrefs)
        assert len(drawn) == len(set(drawn))


def test_links_of_a_drawing_are_reached_and_followed_by_keyboard(pages: Any) -> None:
    page = pages("/lineage/")
    page.locator(".canvas").first.focus()
    page.keyboard.press("Tab")
    focused = "document.activeElement.querySelector('title').textContent"
    assert page.evaluate(focused).startswith("LLaMA · Meta · ")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    page.wait_for_url("**/models/llama/")


def test_a_model_stands_out_in_its_own_place_and_leads_to_the_tree(pages: Any) -> None:
    page = pages("/models/falcon-180b/")
    here = page.locator(".canvas .here")
    assert here.count() == 1
    assert here.locator("title").text_content().startswith("Falcon 180B · ")
    page.locator("#lineage .whole a").click()
    page.wait_for_url("**/lineage/#tree-falcon")
    assert page.locator("#tree-falcon").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_open_is_full_and_closed_is_empty_in_both_schemes(pages: Any, scheme: str) -> None:
    page = pages("/lineage/", scheme=scheme)
    fill = "(square) => getComputedStyle(square).fill"
    ink, paper = (
        page.evaluate(f"getComputedStyle(document.documentElement).{name}") for name in ("color", "backgroundColor")
    )
    assert page.locator(".canvas .is-open .square").first.evaluate(fill) == ink
    assert page.locator(".canvas .is-closed .square").first.evaluate(fill) == paper
    assert page.locator(".canvas .is-gated .half").first.evaluate(fill) == ink


def test_the_page_is_light(pages: Any, site_url: str) -> None:
    body = pages("/lineage/").request.get(site_url + "/lineage/").body()
    assert len(gzip.compress(body, 6)) < 20_000
