"""Models, vendors and comparisons in a browser: at two widths, in both languages, with and without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

PATHS = (
    "models/",
    "models/llama/",
    "models/falcon-180b/",
    "models/chatgpt/",
    "models/langchain/",
    "models/refinedweb/",
    "vendors/",
    "vendors/openai/",
    "vendors/zhipu/",
    "compare/",
    "compare/llama-vs-llama-2/",
)
PICKED = "compare/?m=llama-2&m=falcon-180b"
WIDER = "document.documentElement.scrollWidth > innerWidth"


@pytest.fixture(params=["", "en/"])
def prefix(request: pytest.FixtureRequest) -> str:
    """Where a language's pages stand."""
    return str(request.param)


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A page that fails the test when anything goes wrong in its scripts."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    yield page
    context.close()
    assert faults == []


@pytest.fixture
def bare(browser: Any) -> Iterator[Any]:
    """A page without scripts."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_wider_than_a_phone(browser: Any, site_url: str, prefix: str, scheme: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, color_scheme=scheme)
    page = context.new_page()
    for path in (*PATHS, PICKED, "compare/?m=llama-2&m=falcon-180b&m=gpt-4&m=palm-2"):
        page.goto(f"{site_url}/{prefix}{path}")
        page.wait_for_load_state("networkidle")
        assert not page.evaluate(WIDER), path
    context.close()


def test_on_a_phone_the_label_of_a_fact_stands_above_it(browser: Any, site_url: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(site_url + "/models/falcon-180b/")
    label, value = page.locator(".facts th").first, page.locator(".facts td").first
    assert label.bounding_box()["y"] + label.bounding_box()["height"] <= value.bounding_box()["y"] + 1
    assert page.get_by_role("row").count() > 5  # still a table for those who listen
    page.goto(site_url + "/compare/llama-vs-llama-2/")
    label, *cells = page.locator(".compared tbody tr").nth(1).locator("th, td").all()
    boxes = [each.bounding_box() for each in (label, *cells)]
    assert boxes[0]["y"] < boxes[1]["y"] == boxes[2]["y"]
    context.close()


def test_a_source_mark_leads_to_the_section_that_says_it(page: Any, site_url: str, prefix: str) -> None:
    page.goto(f"{site_url}/{prefix}models/falcon-180b/")
    page.locator(".facts a.source").nth(1).click()
    page.wait_for_url("**/post/2023-09/#*")
    page.locator(":target").wait_for()


def test_what_is_folded_opens_by_keyboard(page: Any, site_url: str) -> None:
    page.goto(site_url + "/en/models/llama/")
    summary = page.locator(".rest > summary").first
    assert summary.inner_text().startswith("and ")
    folded = page.locator(".rest .coverage").first
    assert not folded.is_visible()
    summary.focus()
    page.keyboard.press("Enter")
    assert folded.is_visible()


def test_without_scripts_the_index_of_comparisons_is_whole(bare: Any, site_url: str, prefix: str) -> None:
    bare.goto(f"{site_url}/{prefix}compare/")
    assert not bare.locator(".picker").is_visible()
    bare.get_by_role("link", name="LLaMA vs LLaMA 2").click()
    assert bare.locator("h1").inner_text().startswith("LLaMA")
    rows = bare.locator(".compared tbody tr")
    assert rows.count() > 5
    shown = rows.filter(visible=True).count()
    same = bare.locator("tr.is-same").count()
    if same:
        bare.locator(".only input").check()
        assert rows.filter(visible=True).count() == shown - same


def test_only_the_differences_stay_when_asked_for(bare: Any, site_url: str) -> None:
    bare.goto(site_url + "/compare/chatglm-6b-vs-chatglm2-6b/")
    same = bare.locator("tr.is-same")
    assert same.count() > 0
    bare.locator(".only input").focus()
    bare.keyboard.press("Space")
    assert same.filter(visible=True).count() == 0
    assert bare.locator("tr.is-differs").filter(visible=True).count() > 0


def test_models_are_picked_by_keyboard_alone_and_stand_in_the_address(page: Any, site_url: str) -> None:
    page.goto(site_url + "/en/compare/")
    field = page.get_by_label("Add a model")
    field.focus()
    page.keyboard.type("llama2")  # as nobody writes it, yet one of its names
    page.keyboard.press("Enter")
    page.get_by_text("LLaMA 2 is chosen; add one more to compare.").wait_for()
    assert page.url.endswith("/en/compare/?m=llama-2")
    page.keyboard.type("Falcon 180B")
    page.keyboard.press("Enter")
    page.get_by_role("status").get_by_text("Comparing LLaMA 2, Falcon 180B.").wait_for()
    assert page.url.endswith("?m=llama-2&m=falcon-180b")
    heads = page.locator(".compared thead th > a").all_inner_texts()
    assert heads == ["LLaMA 2", "Falcon 180B"]
    page.keyboard.press("Shift+Tab")  # to the last chosen model
    page.keyboard.press("Enter")
    page.get_by_text("LLaMA 2 is chosen; add one more to compare.").wait_for()
    assert page.locator(".compared").count() == 0
    assert page.evaluate("document.activeElement.id") == "pick"
    page.go_back()
    page.locator(".compared").wait_for()
    assert page.url.endswith("?m=llama-2&m=falcon-180b")


def test_a_shared_address_shows_the_same_table_in_either_language(page: Any, site_url: str, prefix: str) -> None:
    page.goto(f"{site_url}/{prefix}compare/?m=llama&m=llama-2")
    page.locator(".compared tbody tr").first.wait_for()

    def rows() -> list[list[str]]:
        cells = "[...row.cells].map(cell => cell.textContent.replace(/\\s+/g, ''))"
        whole: list[list[str]] = page.locator(".compared tr").evaluate_all(
            f"rows => rows.map(row => [row.className, ...{cells}])"
        )
        return whole

    picked = rows()
    sources = page.locator(".compared a.source").evaluate_all("links => links.map(link => link.href)")
    page.goto(f"{site_url}/{prefix}compare/llama-vs-llama-2/")
    assert rows() == picked
    assert page.locator(".compared a.source").evaluate_all("links => links.map(link => link.href)") == sources


def test_the_picker_says_what_it_cannot_do(page: Any, site_url: str) -> None:
    page.goto(site_url + "/en/compare/?m=llama-2&m=falcon-180b&m=gpt-4&m=palm-2")
    page.locator(".of-4").wait_for()
    status = page.locator(".picker [role=status]")
    field = page.get_by_label("Add a model")
    for typed, said in (
        ("no such thing", "No model called “no such thing”"),
        ("gpt-4", "GPT-4 is there already."),
        ("Claude", "Four at most."),
        ("ll", "may be any of"),
    ):
        field.fill(typed)
        field.press("Enter")
        status.get_by_text(said).wait_for()
    assert page.locator(".chosen li").count() == 4


def test_an_address_made_up_by_a_stranger_shows_nothing_of_its_own(page: Any, site_url: str) -> None:
    page.goto(site_url + "/en/compare/?m=<img src=x onerror=alert(1)>&m=llama&m=__proto__&m=llama")
    page.get_by_text("LLaMA is chosen; add one more to compare.").wait_for()
    assert page.locator(".chosen li").count() == 1


def test_facts_are_fetched_when_they_are_asked_for(page: Any, site_url: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if request.url.endswith(".json") else None)
    page.goto(site_url + "/compare/")
    page.wait_for_load_state("networkidle")
    assert asked == []
    page.get_by_label("添加模型").focus()
    page.wait_for_function("document.querySelector('#pick-names').options.length > 20")
    assert [url.rpartition("/")[2] for url in asked] == ["models.json"]


def test_a_failure_to_load_is_said(page: Any, site_url: str) -> None:
    page.route("**/facts-1.json", lambda route: route.fulfill(status=200, body="[not json"))
    page.goto(site_url + "/en/compare/?m=llama&m=llama-2")
    page.get_by_text("The data did not load. Check the network and try again.").wait_for()


def test_a_model_leads_to_its_comparisons_and_these_lead_back(page: Any, site_url: str, prefix: str) -> None:
    page.goto(f"{site_url}/{prefix}models/llama-2/")
    page.locator(".margin a[href*='/compare/llama-vs-llama-2/']").click()
    assert page.url.endswith("/compare/llama-vs-llama-2/")
    page.locator(".compared thead a[href*='/models/llama-2/']").click()
    assert page.url == f"{site_url}/{prefix}models/llama-2/"


def test_a_vendor_shows_feeds_families_and_years(page: Any, site_url: str) -> None:
    page.goto(site_url + "/en/vendors/meta/")
    assert page.locator(".feeds a").all_inner_texts()[:2] == ["RSS", "Atom"]
    assert page.locator(".families dt a").all_inner_texts() == ["Code Llama", "LLaMA"]
    assert page.locator(".rail a[href='#y2023']").count() == 1
