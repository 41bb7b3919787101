"""Light and dark: the system decides until the reader does, and that choice stays."""

from __future__ import annotations

from typing import Any

BACKGROUND = "getComputedStyle(document.documentElement).backgroundColor"


def is_dark(page: Any) -> bool:
    red = int(page.evaluate(BACKGROUND).removeprefix("rgb(").split(",")[0])
    return red < 128


def test_a_choice_is_kept_from_page_to_page(browser: Any, site_url: str) -> None:
    context = browser.new_context(color_scheme="light")
    page = context.new_page()
    page.goto(site_url + "/")
    assert not is_dark(page)
    page.click(".theme-switch")
    assert is_dark(page)
    page.goto(site_url + "/en/timeline/")
    assert is_dark(page)
    page.click(".theme-switch")
    page.reload()
    assert not is_dark(page)
    context.close()


def test_a_choice_made_with_papermod_still_counts(browser: Any, site_url: str) -> None:
    context = browser.new_context(color_scheme="light")
    context.add_init_script("localStorage.setItem('pref-theme', 'dark')")
    page = context.new_page()
    page.goto(site_url + "/")
    assert is_dark(page)
    context.close()


def test_nonsense_in_the_storage_changes_nothing(browser: Any, site_url: str) -> None:
    context = browser.new_context(color_scheme="dark")
    context.add_init_script("localStorage.setItem('pref-theme', 'red; x')")
    page = context.new_page()
    page.goto(site_url + "/")
    assert is_dark(page)
    context.close()


def test_the_page_is_never_drawn_in_the_other_colours_first(browser: Any, site_url: str) -> None:
    context = browser.new_context(color_scheme="light")
    context.add_init_script(
        "localStorage.setItem('pref-theme', 'dark'); window.seen = [];"
        "new MutationObserver(() => { if (document.body) window.seen.push(getComputedStyle(document.documentElement)"
        ".backgroundColor) }).observe(document, {childList: true, subtree: true})"
    )
    page = context.new_page()
    page.goto(site_url + "/")
    assert set(page.evaluate("window.seen")) == {page.evaluate(BACKGROUND)}
    context.close()


def test_without_scripts_there_is_no_switch_and_the_system_decides(browser: Any, site_url: str) -> None:
    context = browser.new_context(color_scheme="dark", java_script_enabled=False)
    page = context.new_page()
    page.goto(site_url + "/")
    assert not page.locator(".theme-switch").is_visible()
    context.close()


def test_the_switch_has_a_name_and_answers_the_keyboard(browser: Any, site_url: str) -> None:
    context = browser.new_context(color_scheme="light")
    page = context.new_page()
    for path, name in (("/", "切换明暗"), ("/en/", "Switch between light and dark")):
        page.goto(site_url + path)
        button = page.get_by_role("button", name=name)
        button.focus()
        before = is_dark(page)
        page.keyboard.press("Enter")
        assert is_dark(page) is not before
    context.close()
