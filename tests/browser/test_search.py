"""The search as a reader meets it: by key and by link, with an input method, by address, and without scripts."""

from __future__ import annotations

import functools
import json
import re
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from click.testing import CliRunner

from ..unit.plan.search.test_folding import FOLDED, SQUASHED, WORDS
from .conftest import QuietHandler, QuietServer
from .tools import AXE, needs

FIELD, OPTION, STATUS = "dialog[open] input", "dialog[open] [role=option]", "dialog[open] [role=status]"


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A page that fails the test when a script of it does."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    yield page
    context.close()
    assert faults == []


def asked(page: Any, query: str) -> Any:
    """Opens the box by its key and types; the results, once they are there."""
    page.keyboard.press("/")
    page.locator(FIELD).wait_for()
    page.keyboard.type(query)
    page.locator(OPTION).first.wait_for()
    return page.locator(OPTION)


def active(page: Any) -> str:
    """The text of the option that the field says is active."""
    return str(
        page.evaluate(
            "document.getElementById(document.querySelector('[role=combobox]').getAttribute('aria-activedescendant'))"
            "?.querySelector('.search-title').textContent ?? ''"
        )
    )


@pytest.mark.parametrize("key", ["/", "Control+k", "Meta+k"])
@pytest.mark.parametrize("path", ["/", "/en/models/falcon-180b/"])
def test_a_key_opens_the_box_and_escape_gives_the_focus_back(page: Any, site_url: str, path: str, key: str) -> None:
    page.goto(site_url + path)
    page.locator("main a").first.focus()
    before = page.evaluate("document.activeElement.outerHTML")
    page.keyboard.press(key)
    page.locator(FIELD).wait_for()
    assert page.evaluate("document.activeElement.name") == "q"
    page.keyboard.press("Escape")
    assert page.locator("dialog[open]").count() == 0
    assert page.evaluate("document.activeElement.outerHTML") == before


def test_the_link_opens_it_too_and_takes_the_focus_back(page: Any, site_url: str) -> None:
    page.goto(site_url + "/")
    page.click("[data-search]")
    page.locator(FIELD).wait_for()
    assert page.url == site_url + "/"
    page.click(".search-close")
    assert page.evaluate("document.activeElement.matches('[data-search]')")
    page.click("[data-search]")
    page.locator(FIELD).wait_for()
    page.mouse.click(5, 700)  # on the ground beside it
    assert page.locator("dialog[open]").count() == 0


def test_a_slash_in_a_field_is_a_slash(page: Any, site_url: str) -> None:
    page.goto(site_url + "/")
    page.keyboard.press("/")
    page.locator(FIELD).wait_for()
    page.keyboard.type("a/b")
    assert page.locator(FIELD).input_value() == "a/b"


def test_arrows_home_end_and_enter(page: Any, site_url: str) -> None:
    page.goto(site_url + "/")
    results = asked(page, "通义千问")
    titles = results.locator(".search-title").all_inner_texts()
    assert len(titles) > 3
    page.keyboard.press("ArrowDown")
    assert active(page) == titles[0]
    page.keyboard.press("ArrowDown")
    assert active(page) == titles[1]
    assert results.nth(1).get_attribute("aria-selected") == "true"
    page.keyboard.press("End")
    assert active(page) == titles[-1]
    page.keyboard.press("ArrowDown")
    assert active(page) == titles[0]
    page.keyboard.press("ArrowUp")
    assert active(page) == titles[-1]
    page.keyboard.press("Home")
    assert active(page) == titles[0]
    page.keyboard.press("Enter")
    page.wait_for_url("**/models/qwen/")


def test_enter_opens_the_first_result_though_it_is_pressed_early(page: Any, site_url: str) -> None:
    page.goto(site_url + "/en/")
    page.keyboard.press("/")
    page.locator(FIELD).wait_for()
    page.keyboard.type("通义千问")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/models/qwen/")


def test_a_result_in_the_same_page_closes_the_box(page: Any, site_url: str) -> None:
    page.goto(site_url + "/post/2023-09/")
    results = asked(page, "Falcon 180B")
    results.and_(page.locator("[href^='/post/2023-09/#']")).first.click()
    assert page.locator("dialog[open]").count() == 0
    assert "#" in page.url


def test_the_count_is_told_and_what_was_asked_is_marked(page: Any, site_url: str) -> None:
    page.goto(site_url + "/en/")
    results = asked(page, "通义千问")
    count = results.count()
    assert page.locator(STATUS).inner_text() == f"{count} results"
    assert page.locator(STATUS).get_attribute("role") == "status"
    assert {text.lower() for text in results.first.locator("mark").all_inner_texts()} >= {"qwen", "通义千问"}
    assert page.locator(FIELD).get_attribute("aria-expanded") == "true"
    page.locator(FIELD).fill("zzzzqqqq")
    page.locator(STATUS, has_text="Nothing found for “zzzzqqqq”").wait_for()
    assert page.locator(FIELD).get_attribute("aria-expanded") == "false"
    page.locator(FIELD).fill("")
    page.locator(STATUS).and_(page.locator(":empty")).wait_for(state="attached")


def test_a_known_misspelling_and_a_near_one_are_mended(page: Any, site_url: str) -> None:
    page.goto(site_url + "/en/")
    page.keyboard.press("/")
    for slip, meant in (("ChatGTP", "ChatGPT"), ("Midjurney", "Midjourney")):
        page.locator(FIELD).fill(slip)
        page.locator(".search-hint button", has_text=meant).click()
        page.locator(OPTION, has_text=meant).first.wait_for()
        assert page.locator(FIELD).input_value() == meant


def test_an_input_method_is_waited_for(page: Any, site_url: str) -> None:
    page.goto(site_url + "/")
    page.keyboard.press("/")
    page.locator(FIELD).wait_for()
    client = page.context.new_cdp_session(page)
    client.send("Input.imeSetComposition", {"text": "qing'hua", "selectionStart": 8, "selectionEnd": 8})
    page.wait_for_timeout(200)
    assert page.locator(FIELD).input_value() == "qing'hua"
    assert page.locator(STATUS).inner_text() == ""
    client.send("Input.insertText", {"text": "清华"})
    page.locator(OPTION).first.wait_for()
    assert page.locator(FIELD).input_value() == "清华"
    assert page.locator(OPTION).first.locator(".search-title").inner_text() == "清华大学"


@needs(AXE)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_the_box_and_its_results_break_no_rule(browser: Any, site_url: str, scheme: str, width: int) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce", bypass_csp=True
    )
    page = context.new_page()
    for path in ("/", "/en/timeline/"):
        page.goto(site_url + path)
        page.add_script_tag(path=AXE)
        page.keyboard.press("/")
        page.locator(FIELD).wait_for()
        for query in ("", "LLaMA", "ChatGTP"):
            page.locator(FIELD).fill(query)
            page.locator("dialog[open] .search-hint, dialog[open] [role=option]").first.wait_for()
            page.keyboard.press("ArrowDown")
            answer = page.evaluate("axe.run('dialog', {resultTypes: ['violations']})")
            assert [each["id"] for each in answer["violations"]] == [], (path, query)
    context.close()


def test_the_page_behind_neither_scrolls_nor_moves(page: Any, site_url: str) -> None:
    page.goto(site_url + "/timeline/")
    box = page.locator("main h1").bounding_box()
    asked(page, "开源")
    assert page.locator("main h1").bounding_box() == box
    page.mouse.move(640, 780)
    page.mouse.wheel(0, 900)
    page.wait_for_timeout(150)
    assert page.evaluate("scrollY") == 0


def test_an_address_holds_what_was_asked(page: Any, site_url: str) -> None:
    page.goto(site_url + "/search/?q=%E6%B8%85%E5%8D%8E")
    options = page.locator("[role=option]")
    options.first.wait_for()
    assert page.locator("main input").input_value() == "清华"
    assert not page.locator("[data-search-index]").is_visible()
    history = page.evaluate("history.length")
    page.locator("main input").fill("百度 文心")
    page.locator("[role=option]", has_text="文心").first.wait_for()
    assert page.url.endswith("?q=%E7%99%BE%E5%BA%A6+%E6%96%87%E5%BF%83")
    assert page.evaluate("history.length") == history
    page.reload()
    options.first.wait_for()
    assert page.locator("main input").input_value() == "百度 文心"
    page.keyboard.press("/")
    page.keyboard.press("Escape")
    page.locator("[data-search-index]").wait_for()
    assert page.url == site_url + "/search/"


def test_all_results_are_a_link_to_the_page(page: Any, site_url: str) -> None:
    page.goto(site_url + "/")
    asked(page, "LLaMA")
    page.locator("dialog[open] .search-more").click()
    page.wait_for_url("**/search/?q=LLaMA")
    page.locator("[role=option]").nth(19).wait_for()
    page.locator(".search-more").click()
    page.locator("[role=option]").nth(30).wait_for()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_a_phone_the_box_is_the_screen(browser: Any, site_url: str, scheme: str) -> None:
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, color_scheme=scheme, has_touch=True, is_mobile=True
    )
    page = context.new_page()
    page.goto(site_url + "/")
    page.locator("[data-search]").tap()
    page.locator(FIELD).fill("商用")
    page.locator(OPTION).first.wait_for()
    assert page.locator("dialog[open]").bounding_box()["width"] == 390
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.evaluate("document.querySelector('.search-frame').scrollWidth <= 390")
    assert not page.locator(".search-keys").is_visible()
    assert min(page.eval_on_selector_all(OPTION, "all => all.map(each => each.offsetHeight)")) >= 44
    assert page.locator(".search-close").bounding_box()["height"] >= 44
    context.close()


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_without_scripts_everything_is_listed(browser: Any, site_url: str, prefix: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site_url + prefix + "/")
    page.click(".search-link")
    assert page.url == f"{site_url}{prefix}/search/"
    assert not page.locator("form[data-search-page]").is_visible()
    assert page.locator(".search-note").is_visible()
    links = page.eval_on_selector_all(".search-entries a", "all => all.map(each => each.getAttribute('href'))")
    for wanted in ("/post/2023-09/", "/models/qwen/", "/vendors/meta/", "/about/"):
        assert prefix + wanted in links
    assert any(link.startswith(f"{prefix}/post/2023-09/#") for link in links)
    anchors = page.eval_on_selector_all(".search-jumps a", "all => all.map(each => each.hash.slice(1))")
    assert all(
        page.evaluate("id => Boolean(document.getElementById(decodeURIComponent(id)))", each) for each in anchors
    )
    context.close()


def test_an_index_that_does_not_come_is_said(browser: Any, site_url: str) -> None:
    context = browser.new_context()
    lost = context.new_page()
    lost.route("**/search.zh.json", lambda route: route.abort())
    lost.goto(site_url + "/")
    lost.keyboard.press("/")
    lost.locator(STATUS, has_text="索引载入失败").wait_for()
    context.close()
    context = browser.new_context()
    lost = context.new_page()
    lost.route(re.compile(r"/js/search\.js"), lambda route: route.abort())
    lost.goto(site_url + "/")
    lost.click("[data-search]")
    lost.wait_for_url("**/search/")
    context.close()


def test_nothing_is_fetched_before_the_first_use(browser: Any, site_url: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    asked_for: list[str] = []
    page.on("request", lambda request: asked_for.append(request.url))
    page.goto(site_url + "/", wait_until="networkidle")
    assert not [url for url in asked_for if "search" in url]
    page.keyboard.press("/")
    page.locator(FIELD).wait_for()
    assert sorted(re.sub(r"\?.*|.*/", "", url) for url in asked_for if "search" in url) == [
        *("search.css", "search.js", "search.zh.json"),
    ]
    context.close()


def test_the_script_folds_as_the_program_does(page: Any, site_url: str) -> None:
    page.goto(site_url + "/")
    script = page.locator("[data-search]").get_attribute("data-script")
    call = "async ([script, name, texts]) => { const all = await import(script); return texts.map(all[name]); }"
    for name, cases in (("fold", FOLDED), ("squash", SQUASHED), ("inWords", WORDS)):
        assert page.evaluate(call, [script, name, [text for text, _ in cases]]) == [wanted for _, wanted in cases]
    from llmtimeline.plan.search.folding import fold

    # Every character that Python's tables know; a browser's newer ones may know more.
    letters = [chr(code) for code in range(0x30000) if not 0xD800 <= code < 0xE000 and chr(code).isprintable()]
    assert page.evaluate(call, [script, "fold", letters]) == [fold(letter) for letter in letters]


HOSTILE = '<img src=x onerror="window.hit=1"> &amp; "quoted" Qwen'
CONFIG = """\
title: T
baseURL: %s/
languages: {en: {title: T, label: English, locale: en}}
timeline: {search: false}
params: {placeholder: Try it, fuseOpts: {minMatchCharLength: 1}}
"""


@pytest.fixture(scope="module")
def hostile_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site that was taken over, with a search page of its own and a post by a stranger."""
    from llmtimeline.shell.cli import main

    root = tmp_path_factory.mktemp("hostile")
    server = QuietServer(("127.0.0.1", 0), functools.partial(QuietHandler, directory=str(root / "public")))
    url = f"http://127.0.0.1:{server.server_address[1]}"
    (root / "content/post").mkdir(parents=True)
    (root / "hugo.yaml").write_text(CONFIG % url, "utf-8")
    (root / "content/find.md").write_text("---\ntitle: Find\nlayout: search\nurl: /find-it/\n---\nHow to.\n", "utf-8")
    front = json.dumps({"title": HOSTILE, "date": "2023-01-01"})
    (root / "content/post/a.md").write_text(f"{front}\n\n## {HOSTILE}\n\n`{HOSTILE}`\n", "utf-8")
    result = CliRunner().invoke(main, ["build", "-s", str(root), "--quiet"])
    assert result.exit_code == 0, result.output
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield url
    server.shutdown()
    thread.join()
    server.server_close()


def test_what_a_stranger_wrote_stays_text(page: Any, hostile_url: str) -> None:
    page.goto(hostile_url + "/find-it/?q=img%20quoted")
    page.locator("[role=option]").first.wait_for()
    assert "<img src=x onerror" in page.locator(".search-title").first.inner_text()
    assert page.locator(".search-results img").count() == 0
    assert page.evaluate("window.hit") is None
    assert page.locator("[role=option] mark").count() >= 2


def test_an_own_search_page_is_the_one_that_is_linked(page: Any, hostile_url: str) -> None:
    page.goto(hostile_url + "/")
    assert page.locator("[data-search]").get_attribute("href") == "/find-it/"
    page.keyboard.press("/")
    assert page.locator(FIELD).get_attribute("placeholder") == "Try it"
    page.goto(hostile_url + "/find-it/")
    assert page.locator("main h1").inner_text() == "Find"
    assert page.locator(".search-entries a").first.get_attribute("href") == "/post/a/"
