"""No kind of page breaks a rule of axe-core: in both languages, light and dark, on a desk and on a phone."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Served
from tests.browser.tools import AXE, needs, pages_by_kind

_KINDS = {
    *("home", "post", "list", "terms", "timeline", "models", "model", "vendors", "vendor", "archives", "data", "404"),
    *("lineage", "charts", "compare", "comparison", "search"),
}


@needs(AXE)
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("prefix", ["", "en/"], ids=["zh", "en"])
def test_no_violation_on_any_kind_of_page(
    own_site: Served, browser: object, prefix: str, scheme: str, width: int
) -> None:
    pages = pages_by_kind(own_site.folder, prefix)
    assert set(pages) >= _KINDS
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce", bypass_csp=True
    )
    page = context.new_page()
    found = []
    for kind, address in pages.items():
        page.goto(own_site.url + address)
        page.add_script_tag(path=AXE)
        answer = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        for violation in answer["violations"]:
            targets = [" ".join(map(str, node["target"])) for node in violation["nodes"]]
            found.append(f"{kind} {address}: {violation['id']}: {targets[:3]}")
    context.close()
    assert not found, "\n".join(found)
