"""The frame around every page: what may run, light and dark, the keyboard, paper, and what moves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from .conftest import PAGES, until

ALL = [path for page in PAGES for path in (page, f"/en{page}")]
POST = "/post/2023-09/"
FIGURES = """
window.shifts = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts.push(entry.value);
}).observe({ type: "layout-shift", buffered: true });
"""


@pytest.fixture
def opened(browser: Any, site_url: str) -> Iterator[Any]:
    """Opens an address of the site in a fresh profile."""
    contexts = []

    def open_page(path: str, script: str = "", **settings: Any) -> Any:
        context = browser.new_context(**settings)
        contexts.append(context)
        if script:
            context.add_init_script(script)
        page = context.new_page()
        page.goto(site_url + path)
        return page

    yield open_page
    for context in contexts:
        context.close()


# What may run


@pytest.mark.parametrize("path", ALL)
def test_nothing_on_a_page_breaks_its_policy(browser: Any, site_url: str, path: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    page.goto(site_url + path)
    until(page, "document.readyState === 'complete'")
    policy = page.locator("head meta").nth(1).get_attribute("content")
    context.close()
    assert [text for text in told if "404 (Not Found)" not in text] == []
    assert policy.startswith("default-src 'none'; script-src 'self' 'sha256-")
    assert "unsafe" not in policy.replace("'wasm-unsafe-eval'", "")


@pytest.mark.parametrize(
    "attempt",
    [
        "document.head.append(Object.assign(document.createElement('script'), {textContent: 'window.ran = 1'}))",
        "document.body.setAttribute('onclick', 'window.ran = 1'); document.body.click()",
        "document.body.innerHTML += '<img src=x onerror=\"window.ran = 1\">'",
    ],
)
def test_what_a_post_might_smuggle_in_does_not_run(opened: Any, attempt: str) -> None:
    page = opened(POST)
    page.evaluate(attempt)
    page.wait_for_timeout(50)
    assert page.evaluate("window.ran") is None


def test_no_page_asks_another_host_and_each_asks_for_four_files_at_most(browser: Any, site_url: str) -> None:
    for path in ("/", POST, "/timeline/"):
        context = browser.new_context()
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request, asked=asked: asked.append(request.url))
        page.goto(site_url + path, wait_until="networkidle")
        context.close()
        assert [url for url in asked if not url.startswith(site_url)] == []
        assert len([url for url in asked if "favicon" not in url]) <= 4, asked


# Light and dark


def test_the_frame_of_the_browser_takes_the_chosen_colour(opened: Any) -> None:
    tints = "[...document.querySelectorAll('meta[name=theme-color]')].map((meta) => meta.content)"
    page = opened("/", "localStorage.setItem('pref-theme', 'dark')", color_scheme="light")
    assert set(page.evaluate(tints)) == {"rgb(22, 22, 24)"}
    page.click(".theme-switch")
    assert set(page.evaluate(tints)) == {"rgb(251, 250, 246)"}


# Nothing moves


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("path", ["/", POST, "/en" + POST, "/timeline/", "/en/timeline/", "/archives/", "/tags/"])
def test_nothing_shifts_while_a_page_comes_in(opened: Any, path: str, width: int) -> None:
    page = opened(path, FIGURES, viewport={"width": width, "height": 844})
    until(page, "document.readyState === 'complete'")
    page.wait_for_timeout(100)  # frames in which a script's work is drawn
    assert sum(page.evaluate("window.shifts")) == 0


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_the_line_that_shows_how_far_one_is_stands_still_for_who_wants_no_motion(opened: Any, motion: str) -> None:
    page = opened(POST, reduced_motion=motion, viewport={"width": 1280, "height": 700})
    width = "parseFloat(getComputedStyle(document.querySelector('.post'), '::before').transform.split('(')[1])"
    seen = []
    for place in (0, 0.5, 1):
        page.evaluate("(place) => scrollTo(0, place * document.body.scrollHeight)", place)
        page.wait_for_timeout(50)
        seen.append(page.evaluate(width))
    if motion == "reduce":
        assert page.evaluate("getComputedStyle(document.querySelector('.post'), '::before').content") == "none"
    else:
        assert seen[0] == 0
        assert 0 < seen[1] < 1
        assert seen[2] == 1


# The way through a post


def test_the_contents_say_where_the_reader_is(opened: Any) -> None:
    page = opened(POST, viewport={"width": 1280, "height": 800})
    current = "[...document.querySelectorAll('.aside [aria-current]')].map((link) => decodeURIComponent(link.hash))"
    assert page.evaluate(current) == []
    links = page.locator(".toc.aside li a")
    for number in (2, 0):
        links.nth(number).click()
        target = page.evaluate("decodeURIComponent(location.hash)")
        until(page, f"({current})[0] === {target!r}")
        assert page.evaluate(current) == [target]
    page.evaluate("scrollTo(0, 0)")
    until(page, f"({current}).length === 0")


def test_each_heading_has_a_link_of_its_own_that_keys_reach_and_that_is_copied(opened: Any, site_url: str) -> None:
    page = opened(POST, permissions=["clipboard-read", "clipboard-write"])
    links = page.locator(".prose a.hash")
    names = [links.nth(number).get_attribute("aria-label") for number in range(links.count())]
    assert len(set(names)) == len(names) == page.locator(".prose h2").count()
    links.first.focus()
    assert links.first.evaluate("(link) => getComputedStyle(link).opacity") == "1"
    page.keyboard.press("Enter")
    until(page, "document.querySelector('[role=status]').textContent === '链接已复制'")
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    assert page.url.startswith(site_url + POST + "#")


@pytest.mark.parametrize(("path", "words"), [(POST, ("复制", "已复制")), ("/en" + POST, ("Copy", "Copied"))])
def test_code_can_be_copied_and_the_answer_is_said(opened: Any, path: str, words: tuple[str, str]) -> None:
    page = opened(path, permissions=["clipboard-read", "clipboard-write"])
    button = page.locator(".copy").first
    assert button.text_content() == words[0]
    button.focus()
    assert button.evaluate("(each) => getComputedStyle(each).opacity") == "1"
    page.keyboard.press("Enter")
    until(page, f"document.querySelector('[role=status]').textContent === '{words[1]}'")
    code = page.locator("pre > code").first.text_content()
    assert page.evaluate("navigator.clipboard.readText()") == code
    assert "git clone" in code


# The keyboard


def stops(page: Any, number: int) -> list[tuple[str, float, float]]:
    """What the first presses of Tab reach: a name, and where it is drawn."""
    found = []
    for _ in range(number):
        page.keyboard.press("Tab")
        found.append(
            page.evaluate(
                "() => { const here = document.activeElement, box = here.getBoundingClientRect();"
                "return [here.className || here.textContent.trim(), Math.round(box.y / 30), box.x] }"
            )
        )
    return [tuple(each) for each in found]


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("path", ["/", "/en/about/"])
def test_the_masthead_is_reached_in_the_order_in_which_it_is_drawn(opened: Any, path: str, width: int) -> None:
    page = opened(path, viewport={"width": width, "height": 844})
    reached = stops(page, 12)
    assert reached[0][0] == "skip"
    assert {"brand", "search-link", "theme-switch"} < {name for name, _, _ in reached}
    assert [row for _, row, _ in reached[1:11]] == sorted(row for _, row, _ in reached[1:11])
    first_row = [x for _, row, x in reached[1:11] if row == reached[1][1]]
    assert first_row == sorted(first_row)


def test_the_skip_link_is_seen_once_reached_and_leads_past_the_masthead(opened: Any) -> None:
    page = opened(POST)
    skip = page.locator(".skip")
    assert skip.evaluate("(link) => link.getBoundingClientRect().bottom") <= 0
    page.keyboard.press("Tab")
    assert skip.evaluate("(link) => link.getBoundingClientRect().top") >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.localName") == "main"
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


@pytest.mark.parametrize("path", ALL[:2])
def test_seven_entries_and_the_tools_fit_into_the_masthead(opened: Any, path: str) -> None:
    for width, rows in ((1280, 1), (390, 2)):
        page = opened(path, viewport={"width": width, "height": 844})
        height = page.locator(".masthead").evaluate("(head) => head.getBoundingClientRect().height")
        assert height <= 46 * rows


# Without scripts


@pytest.mark.parametrize("path", ["/", POST, "/en/archives/"])
def test_without_scripts_nothing_is_offered_that_needs_them(opened: Any, path: str) -> None:
    page = opened(path, java_script_enabled=False, viewport={"width": 1280, "height": 800})
    assert page.locator("button:visible").count() == 0
    assert page.locator("main h1").is_visible()
    if path == POST:
        assert page.locator(".toc.aside a").first.is_visible()
        assert page.locator(".prose a.hash").first.get_attribute("href").startswith("#")


# Paper

AFTER = (
    "(selector) => [...document.querySelectorAll(selector)].map((link) =>"
    " getComputedStyle(link, '::after').content.replaceAll('\"', ''))"
)


def test_paper_shows_addresses_once_and_nothing_to_click(opened: Any) -> None:
    page = opened(POST, color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    addressed = page.evaluate(AFTER, ".prose a[href^=http]:not(.bare)")
    assert addressed
    assert all("attr(href)" in text or re.fullmatch(r" <https?://\S+>", text) for text in addressed)
    bare = page.locator(".prose a.bare")
    assert bare.count()
    assert set(page.evaluate(AFTER, ".prose a.bare")) == {"none"}
    assert {bare.nth(number).text_content() for number in range(bare.count())} == {
        bare.nth(number).get_attribute("href") for number in range(bare.count())
    }
    for selector in (".menu", ".tools", ".toc.aside", ".toc.folded", ".neighbours", ".copy", ".hash", ".skip"):
        assert page.locator(selector).first.is_hidden(), selector
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(29, 28, 26)"


def test_a_post_can_be_printed(opened: Any) -> None:
    page = opened(POST)
    paper = page.pdf(format="A4")
    assert paper.startswith(b"%PDF")
    assert 2 <= len(re.findall(rb"/Type\s*/Page\b", paper)) <= 6
    assert b"https://huggingface.co/tiiuae/falcon-180B" in paper  # a link that can be followed from the file, too
