"""The charts in a real browser: legible on every screen, in the dark, in forced colours, on paper."""

from __future__ import annotations

from typing import Any

import pytest

from .tools import AXE, needs

PATHS = ("/charts/", "/en/charts/")
WIDTHS = (320, 390, 703, 704, 960, 1280)

# Pairs of words in one drawing whose ink touches. A box of text is higher than its ink, in Chinese fonts by far.
TOUCHING = """
() => [...document.querySelectorAll('svg.drawing')].flatMap((svg) => {
  const texts = [...svg.querySelectorAll('text')].map((text) => [text.textContent, text.getBoundingClientRect()])
    .filter(([, box]) => box.width > 0);
  const ink = ({left, right, top, height}) => ({left, right, top: top + height / 2 - 5, bottom: top + height / 2 + 5});
  return texts.flatMap(([one, a], i) => texts.slice(i + 1).filter(([, b]) => {
    const [x, y] = [ink(a), ink(b)];
    return x.left < y.right && y.left < x.right && x.top < y.bottom && y.top < x.bottom;
  }).map(([other]) => one + ' / ' + other));
})
"""

# What is drawn or written beyond the edges of the screen.
OUTSIDE = """
() => [...document.querySelectorAll('.chart text, .chart circle, .chart rect, .chart b')]
  .map((mark) => [mark.textContent || mark.getAttribute('class'), mark.getBoundingClientRect()])
  .filter(([, box]) => box.width && (box.left < 0 || box.right > document.documentElement.clientWidth + .5))
  .map(([name]) => name)
"""

# The contrast of each sort of mark with the paper: of its fill or of its outline, whichever is the greater.
MARKS = """
() => {
  const canvas = document.createElement('canvas'); canvas.width = canvas.height = 1;
  const pen = canvas.getContext('2d', {willReadFrequently: true});
  const light = (css) => {
    pen.clearRect(0, 0, 1, 1); pen.fillStyle = css; pen.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...pen.getImageData(0, 0, 1, 1).data].slice(0, 3)
      .map((v) => (v /= 255) <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b;
  };
  const ratio = (a, b) => (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
  const paper = light(getComputedStyle(document.documentElement).backgroundColor);
  const found = {};
  for (const mark of document.querySelectorAll('.part, .on-day, .on-month, .dash, .sizes, .median, .hatch, .speck')) {
    const style = getComputedStyle(mark);
    const paints = [style.fill, style.stroke].filter((paint) => paint.startsWith('rgb'));
    const name = mark.getAttribute('class');
    found[name] = Math.min(found[name] ?? 99, Math.max(...paints.map((paint) => ratio(light(paint), paper))));
  }
  return found;
}
"""


def open_page(browser: Any, url: str, width: int = 1280, **context: Any) -> Any:
    page = browser.new_context(viewport={"width": width, "height": 900}, **context).new_page()
    assert page.goto(url).ok
    return page


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("width", WIDTHS)
def test_no_words_touch_and_nothing_leaves_the_screen(browser: Any, site_url: str, path: str, width: int) -> None:
    page = open_page(browser, site_url + path, width)
    touching, outside = page.evaluate(TOUCHING), page.evaluate(OUTSIDE)
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    sizes = page.evaluate(
        "[...document.querySelectorAll('svg.drawing text')].map((text) => parseFloat(getComputedStyle(text).fontSize))"
    )
    page.context.close()
    assert touching == []
    assert outside == []
    assert wide <= 0
    assert min(sizes) >= 11


@pytest.mark.parametrize("path", PATHS)
def test_tables_open_without_javascript_and_stay_on_the_phone(browser: Any, site_url: str, path: str) -> None:
    page = open_page(browser, site_url + path, 390, java_script_enabled=False)
    for summary in page.locator(".chart summary").all():
        assert summary.bounding_box()["height"] >= 44
        summary.click()
    tables = page.locator(".chart details[open] table")
    shown = [tables.nth(place).is_visible() for place in range(tables.count())]
    widths = [box["x"] + box["width"] for region in page.get_by_role("region").all() if (box := region.bounding_box())]
    page.context.close()
    assert shown == [True] * 5
    assert max(widths) <= 390


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("forced", ["none", "active"])
def test_marks_stand_out_from_the_paper(browser: Any, site_url: str, scheme: str, forced: str) -> None:
    page = open_page(browser, site_url + "/en/charts/", color_scheme=scheme, forced_colors=forced)
    found = page.evaluate(MARKS)
    page.context.close()
    assert {"part is-whole", "part is-open", "part is-closed", "part is-unknown", "on-day", "median"} <= set(found)
    assert {name: round(ratio, 1) for name, ratio in found.items() if ratio < 3} == {}


def test_a_mark_leads_to_its_model(browser: Any, site_url: str) -> None:
    page = open_page(browser, site_url + "/en/charts/")
    page.locator("svg a[href='/en/models/gpt-3/'] text").click()
    assert page.url == site_url + "/en/models/gpt-3/"
    page.context.close()


@pytest.mark.parametrize("path", PATHS)
def test_the_page_prints_with_its_drawings_whole(browser: Any, site_url: str, path: str) -> None:
    page = open_page(browser, site_url + path, 720)
    page.emulate_media(media="print")
    outside = page.evaluate(OUTSIDE)
    pdf = page.pdf(format="A4")
    page.context.close()
    assert outside == []
    assert pdf.startswith(b"%PDF")


@needs(AXE)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PATHS)
def test_axe_finds_nothing_with_the_tables_open(browser: Any, site_url: str, path: str, scheme: str) -> None:
    page = open_page(browser, site_url + path, 390, color_scheme=scheme, bypass_csp=True)
    page.evaluate("document.querySelectorAll('.chart details').forEach((table) => { table.open = true; })")
    page.add_script_tag(path=str(AXE))
    found = page.evaluate("axe.run().then(({violations}) => violations.map(({id, nodes}) => [id, nodes[0].html]))")
    page.context.close()
    assert found == []
