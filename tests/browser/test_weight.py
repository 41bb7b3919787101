"""What the pages that readers meet first weigh: compressed, without pictures, over the wire."""

from __future__ import annotations

import gzip
from urllib.parse import urlsplit

import pytest

from tests.browser.conftest import Served

WHOLE, SCRIPT, REQUESTS = 60_000, 10_000, 4  # bytes, bytes, count


@pytest.mark.parametrize("prefix", ["/", "/en/"])
@pytest.mark.parametrize("page", ["", "post/2023-09/", "timeline/"])
def test_a_page_is_light(own_site: Served, browser: object, prefix: str, page: str) -> None:
    context = browser.new_context()
    tab = context.new_page()
    asked: list[tuple[str, str]] = []
    tab.on("request", lambda request: asked.append((request.resource_type, request.url)))
    tab.goto(own_site.url + prefix + page)
    tab.wait_for_load_state("networkidle")
    context.close()
    over_the_wire = [(kind, urlsplit(url).path) for kind, url in asked if not url.startswith("data:")]
    assert len(over_the_wire) <= REQUESTS, over_the_wire
    sizes = {path: compressed(own_site, path) for kind, path in over_the_wire if kind != "image"}
    assert sum(sizes.values()) <= WHOLE, sizes
    scripts = [path for kind, path in over_the_wire if kind == "script"]
    assert len(scripts) <= 1
    assert all(sizes[path] <= SCRIPT for path in scripts)


def compressed(site: Served, path: str) -> int:
    """Bytes of a file as a host sends it."""
    file = site.folder / path.lstrip("/")
    return len(gzip.compress((file / "index.html" if file.is_dir() else file).read_bytes(), 6, mtime=0))
