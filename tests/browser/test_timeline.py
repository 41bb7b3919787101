"""The timeline under a reader's hands: filters with and without scripts, the rail, the strip; on a desk and a phone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

WORDS = {"": ("条件", "清除全部"), "/en": ("of 42", "Clear all")}
SHOWN = ".release:not([hidden])"


@pytest.fixture(params=["", "/en"], ids=["zh", "en"])
def language(request: pytest.FixtureRequest) -> str:
    """What stands before the addresses of a language."""
    return str(request.param)


@pytest.fixture
def tab(browser: Any) -> Iterator[Any]:
    """A page on a desk that fails on any error of a script."""
    yield from open_tab(browser, 1280, 900)


@pytest.fixture
def phone(browser: Any) -> Iterator[Any]:
    """The same on a phone."""
    yield from open_tab(browser, 390, 844)


def open_tab(browser: Any, width: int, height: int, **more: Any) -> Iterator[Any]:
    context = browser.new_context(viewport={"width": width, "height": height}, **more)
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    context.close()
    assert faults == []


def choose(page: Any, key: str, value: str) -> None:
    if page.locator(".filters > summary").is_visible() and page.locator(".filters").get_attribute("open") is None:
        page.click(".filters > summary")
    if key != "important":
        page.click(f"[data-facet={key}] summary")
    page.click(f"[data-facet={key}] [data-value='{value}']")


def ids(page: Any, selector: str = SHOWN) -> list[str]:
    return [str(each) for each in page.eval_on_selector_all(selector, "rows => rows.map(row => row.id)")]


def test_without_scripts_every_filter_leads_to_a_page_with_as_many_releases(
    browser: Any, site_url: str, language: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_url}{language}/timeline/")
    links = page.eval_on_selector_all(
        ".filters [data-value]", "all => all.map(a => [a.getAttribute('href'), +a.querySelector('.count').textContent])"
    )
    keys = page.eval_on_selector_all("[data-facet]", "all => all.map(each => each.dataset.facet)")
    assert keys == ["vendor", "family", "weights", "modality", "year", "important"]
    for address, count in links:
        answer = page.goto(site_url + address)
        assert answer.status == 200, address
        if "/models/" not in address:  # the page of a family lists its members' releases in its own way
            assert page.locator(".release").count() == count, address
    context.close()


def test_filters_join_in_the_address_and_all_counts_follow(tab: Any, site_url: str, language: str) -> None:
    tab.goto(f"{site_url}{language}/timeline/")
    everything = ids(tab)
    choose(tab, "weights", "open")
    choose(tab, "vendor", "meta")
    assert tab.url == f"{site_url}{language}/timeline/?vendor=meta&weights=open"
    shown = ids(tab)
    assert 0 < len(shown) < len(everything)
    assert all("vendor=meta" in row and "weights=open" in row for row in facets(tab))
    assert tab.locator(".found [role=status]").inner_text().count(str(len(shown))) >= 1
    years = tab.locator(".main > .year:not([hidden]) h2 .count").all_inner_texts()
    assert sum(int("".join(filter(str.isdigit, each))) for each in years) == len(shown)
    rail = tab.locator(".rail > ol > li:not([hidden]) .count > [aria-hidden]").all_inner_texts()
    assert sum(map(int, rail)) == len(shown)
    assert tab.locator(".strip .lanes svg a:not(.off)").count() == len(shown)
    assert tab.locator(".main .month:not([hidden]):not(:has(.release:not([hidden])))").count() == 0
    assert tab.locator("[data-facet=vendor] [aria-current]").get_attribute("data-value") == "meta"
    # No entry that would show nothing.
    counts = tab.eval_on_selector_all(".filters li:not([hidden]) .count", "all => all.map(each => +each.textContent)")
    assert min(counts) > 0


def facets(page: Any) -> list[list[str]]:
    return [row.split() for row in page.eval_on_selector_all(SHOWN, "rows => rows.map(row => row.dataset.facets)")]


def test_a_state_can_be_sent_gone_back_to_and_cleared(tab: Any, site_url: str, language: str) -> None:
    tab.goto(f"{site_url}{language}/timeline/?weights=closed&utm=x")
    closed = ids(tab)
    assert all("weights=closed" in row for row in facets(tab))
    choose(tab, "important", "1")
    both = ids(tab)
    assert len(both) < len(closed)
    assert "utm=x" in tab.url
    tab.go_back()
    assert ids(tab) == closed
    tab.go_forward()
    assert ids(tab) == both
    assert WORDS[language][0] in tab.locator(".found").inner_text()
    tab.get_by_role("link", name=WORDS[language][1]).click()
    assert len(ids(tab)) == 42
    assert tab.url == f"{site_url}{language}/timeline/?utm=x"
    assert tab.locator(".found [role=status]").inner_text() == ""
    assert not tab.locator(".found a").is_visible()


def test_choosing_again_takes_a_choice_back(tab: Any, site_url: str) -> None:
    tab.goto(f"{site_url}/en/timeline/?year=2022")
    assert len(ids(tab)) == 6
    choose(tab, "year", "2022")
    assert (len(ids(tab)), tab.url) == (42, f"{site_url}/en/timeline/")


def test_nothing_that_fits_is_said_so(tab: Any, site_url: str) -> None:
    tab.goto(f"{site_url}/en/timeline/?vendor=nobody")
    assert tab.locator(".found [role=status]").inner_text() == "0 of 42 releases"
    assert "nobody" in tab.locator("[data-facet=vendor] > summary").inner_text()


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("start", [0, 700, 1500, 2600, 4000])
@pytest.mark.parametrize(("key", "value"), [("weights", "open"), ("important", "1"), ("vendor", "google")])
def test_the_list_does_not_jump(tab: Any, site_url: str, *, width: int, start: int, key: str, value: str) -> None:
    tab.set_viewport_size({"width": width, "height": 900})
    tab.goto(f"{site_url}/en/timeline/")
    tab.evaluate(f"scrollTo(0, {start})")
    places = "rows => rows.map(row => [row.id, row.getBoundingClientRect().top])"
    before = dict(tab.eval_on_selector_all(SHOWN, places))
    bar = tab.locator(".filters" if width > 960 else ".reach").bounding_box()["height"]
    tab.evaluate(f"document.querySelector(\"[data-facet={key}] [data-value='{value}']\").click()")
    after = dict(tab.eval_on_selector_all(SHOWN, places))
    in_view = [row for row in after if bar <= before[row] < 900]
    if tab.evaluate("scrollY") == 0:  # a page cannot be moved further down than that
        assert all(after[row] <= before[row] for row in after)
    elif in_view:
        assert abs(after[in_view[0]] - before[in_view[0]]) < 1
    elif start > 600:  # nothing in view stays, so the next release comes to where the first one was
        first = min(top for top in before.values() if top >= bar)
        assert min(abs(top - first) for top in after.values()) < 1


def test_a_middle_click_opens_what_a_click_shows(tab: Any, site_url: str) -> None:
    tab.goto(f"{site_url}/en/timeline/?weights=open")
    tab.click("[data-facet=vendor] summary")
    with tab.context.expect_page() as opened:
        tab.click("[data-facet=vendor] [data-value=meta]", modifiers=["Control"])
    other = opened.value
    other.wait_for_load_state()
    assert other.url == f"{site_url}/en/timeline/?vendor=meta&weights=open"
    assert tab.url == f"{site_url}/en/timeline/?weights=open"
    assert ids(other)
    other.close()


def test_from_the_page_of_a_sort_the_menus_go_on(tab: Any, site_url: str) -> None:
    tab.goto(f"{site_url}/en/timeline/open/")
    choose(tab, "vendor", "meta")
    tab.wait_for_url("**/en/timeline/?vendor=meta&weights=open")
    assert all("vendor=meta" in row and "weights=open" in row for row in facets(tab))


def test_the_keyboard_alone_is_enough(tab: Any, site_url: str) -> None:
    tab.goto(f"{site_url}/en/timeline/")
    menu = tab.locator("[data-facet=weights] > summary")
    menu.focus()
    tab.keyboard.press("Enter")
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.dataset.value") == "open"
    tab.keyboard.press("Enter")
    assert "weights=open" in tab.url
    assert tab.evaluate("document.activeElement.textContent").startswith("Openness")
    tab.keyboard.press("Enter")
    assert tab.locator("[data-facet=weights]").get_attribute("open") is not None
    tab.keyboard.press("Escape")
    assert tab.locator("[data-facet=weights]").get_attribute("open") is None
    assert tab.evaluate("document.activeElement.tagName") == "SUMMARY"
    tab.get_by_role("link", name="Clear all").focus()
    tab.keyboard.press("Enter")
    assert len(ids(tab)) == 42
    assert tab.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_what_has_the_focus_is_not_below_the_filters(tab: Any, site_url: str) -> None:
    tab.goto(f"{site_url}/en/timeline/")
    tab.evaluate("scrollTo(0, 3000)")
    tab.locator("#llama h4 a").focus()
    for _ in range(12):
        tab.keyboard.press("Shift+Tab")
        top, bar = tab.evaluate(
            "[document.activeElement.getBoundingClientRect().top,"
            " document.querySelector('.filters').getBoundingClientRect().bottom]"
        )
        assert top >= bar - 1


def test_each_mark_of_the_strip_has_a_name_and_leads_to_its_row(tab: Any, site_url: str, language: str) -> None:
    tab.goto(f"{site_url}{language}/timeline/")
    marks = tab.eval_on_selector_all(
        ".strip .lanes svg a", "all => all.map(a => [a.getAttribute('href'), a.querySelector('title').textContent])"
    )
    assert sorted(href for href, _ in marks) == sorted(f"#{each}" for each in ids(tab))
    assert all("20" in title for _, title in marks)
    href, title = next(mark for mark in marks if mark[0] == "#code-llama")
    assert tab.get_by_role("link", name=title, exact=True).count() == 1
    tab.click(f".strip a[href='{href}']")
    assert tab.url.endswith(href)
    top = tab.locator(href).bounding_box()["y"]
    assert tab.locator(".filters").bounding_box()["height"] <= top < 900


def test_no_two_marks_of_a_lane_lie_on_each_other(tab: Any, site_url: str) -> None:
    tab.goto(f"{site_url}/en/timeline/")
    boxes = tab.eval_on_selector_all(
        ".strip .lanes circle",
        "all => all.map(c => c.getBoundingClientRect()).map(({x, y, width}) => [x + width / 2, y + width / 2])",
    )
    assert len(boxes) > 30
    for number, (x, y) in enumerate(boxes):
        assert all(abs(x - other) > 8 or abs(y - level) > 8 for other, level in boxes[number + 1 :])


def test_the_rail_follows_the_reader(tab: Any, site_url: str) -> None:
    tab.goto(f"{site_url}/en/timeline/")
    tab.locator("#y2022-11").scroll_into_view_if_needed()
    tab.evaluate("document.getElementById('y2022-11').scrollIntoView()")
    tab.wait_for_selector(".rail [aria-current=true][href='#y2022-11']")
    assert tab.locator(".rail .open > a").get_attribute("href") == "#y2022"
    box = tab.locator(".rail").bounding_box()
    assert 0 <= box["y"] < 100


def test_on_a_phone_years_and_filters_stay_in_reach(phone: Any, site_url: str, language: str) -> None:
    phone.goto(f"{site_url}{language}/timeline/")
    assert phone.locator(".density").is_visible()
    assert not phone.locator(".strip .lanes").is_visible()
    phone.evaluate("scrollTo(0, 2500)")
    assert phone.locator(".reach").bounding_box()["y"] == 0
    for target in (".filters > summary", ".rail > ol > li > a", ".rail .open .months a"):
        assert phone.locator(target).first.bounding_box()["height"] >= 44
    choose(phone, "weights", "open")
    assert phone.evaluate("document.documentElement.scrollWidth") == 390
    phone.keyboard.press("Escape")
    assert not phone.locator("[data-facet=weights]").is_visible()
    assert phone.locator(".found").is_visible()
    phone.click(".rail > ol > li:nth-child(2) > a")
    assert "weights=open" in phone.url


@pytest.mark.parametrize("path", ["/timeline/2023/", "/timeline/open/", "/timeline/important/", "/timeline/image/"])
def test_parts_fit_a_phone(phone: Any, site_url: str, language: str, path: str) -> None:
    phone.goto(site_url + language + path)
    assert phone.evaluate("document.documentElement.scrollWidth") == 390
    assert phone.locator(".release").count() > 0
    current = phone.locator(".filters [aria-current=page]")
    assert current.count() == 1
