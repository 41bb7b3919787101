"""What a reader does, in a real browser: on a phone, in the dark, without JavaScript, with the keyboard."""

from __future__ import annotations

from typing import Any

import pytest

from .conftest import PAGES

BOTH = [*PAGES, *("/en" + page for page in PAGES if page != "/404.html")]


def open_page(browser: Any, url: str, **context: Any) -> Any:
    page = browser.new_context(**context).new_page()
    response = page.goto(url)
    assert response is not None
    return page


@pytest.mark.parametrize("path", BOTH)
def test_no_page_scrolls_sideways_on_a_phone(browser: Any, site_url: str, path: str) -> None:
    page = open_page(browser, site_url + path, viewport={"width": 390, "height": 844})
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    page.context.close()
    assert wide <= 0


@pytest.mark.parametrize("path", BOTH)
def test_every_page_reads_without_javascript_and_asks_no_other_host(browser: Any, site_url: str, path: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site_url + path)
    heading = page.locator("main h1").first.inner_text()
    context.close()
    assert heading.strip()
    assert [url for url in asked if not url.startswith(site_url)] == []


@pytest.mark.parametrize("path", [page for page in PAGES if page != "/404.html"])
def test_the_language_switch_stays_on_the_page_and_comes_back(browser: Any, site_url: str, path: str) -> None:
    page = open_page(browser, site_url + path)
    page.click("header a[hreflang=en], header a[hreflang|=en]")
    assert page.url == site_url + "/en" + path
    assert page.locator("html").get_attribute("lang").startswith("en")
    page.click("header a[hreflang|=zh]")
    assert page.url == site_url + path
    page.context.close()


CONTRAST = """
() => {
  const canvas = document.createElement('canvas'); canvas.width = canvas.height = 1;
  const pen = canvas.getContext('2d', {willReadFrequently: true});
  const rgba = (css) => { pen.clearRect(0, 0, 1, 1); pen.fillStyle = css; pen.fillRect(0, 0, 1, 1);
                          return [...pen.getImageData(0, 0, 1, 1).data]; };
  const linear = (v) => { v /= 255; return v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; };
  const light = ([r, g, b]) => .2126 * linear(r) + .7152 * linear(g) + .0722 * linear(b);
  const ground = (element) => { for (let e = element; e; e = e.parentElement) {
      const c = rgba(getComputedStyle(e).backgroundColor); if (c[3] > 250) return c; } return [255, 255, 255, 255]; };
  const poor = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.textContent.trim() || !element.checkVisibility({opacityProperty: true})) continue;
    if (element.closest('svg, [aria-hidden=true]')) continue;
    const box = element.getBoundingClientRect(); if (box.width < 2 || box.height < 2) continue;
    const style = getComputedStyle(element);
    const a = light(rgba(style.color)), b = light(ground(element));
    const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    const text = walker.currentNode.textContent.trim().slice(0, 30);
    if (ratio < 4.5) poor.push([ratio.toFixed(2), element.tagName, element.className, text]);
  }
  return poor;
}
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "path", ["/", "/timeline/", "/post/2023-09/", "/models/falcon-180b/", "/en/vendors/", "/en/tags/"]
)
def test_text_has_enough_contrast_in_light_and_dark(browser: Any, site_url: str, path: str, scheme: str) -> None:
    page = open_page(browser, site_url + path, color_scheme=scheme)
    poor = page.evaluate(CONTRAST)
    page.context.close()
    assert poor == []


@pytest.mark.parametrize("path", ["/", "/en/timeline/"])
def test_the_first_tab_stop_skips_to_the_content(browser: Any, site_url: str, path: str) -> None:
    page = open_page(browser, site_url + path)
    page.keyboard.press("Tab")
    target = page.evaluate("document.activeElement.getAttribute('href')")
    page.keyboard.press("Enter")
    page.context.close()
    assert target is not None
    assert target.startswith("#")


def test_a_value_on_a_model_page_leads_to_the_sentence_that_says_it(browser: Any, site_url: str) -> None:
    page = open_page(browser, site_url + "/models/falcon-180b/")
    href = page.locator("main table a[href*='/post/']").first.get_attribute("href")
    assert "#" in href
    page.goto(site_url + href if href.startswith("/") else href)
    anchor = page.evaluate("decodeURIComponent(location.hash.slice(1))")
    assert page.evaluate("(id) => document.getElementById(id)?.textContent ?? ''", anchor)
    assert "Falcon 180B" in page.evaluate(
        "(id) => document.getElementById(id).closest('section, article').textContent", anchor
    )
    page.context.close()


def test_a_missing_address_gets_a_page_in_both_languages(browser: Any, site_url: str) -> None:
    page = open_page(browser, site_url + "/no/such/page/")
    text = page.locator("main").inner_text()
    links = [link.get_attribute("href") for link in page.locator("main a").all()]
    page.context.close()
    assert any("一" <= character <= "鿿" for character in text)
    assert any(href.rstrip("/").endswith("/en") for href in links)
