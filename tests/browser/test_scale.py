"""The same pages with 10 releases and with 5,000: every page stays one that a phone can open."""

from __future__ import annotations

import functools
import gzip
import threading
from collections.abc import Iterator

import pytest
from click.testing import CliRunner

from tests.browser.conftest import QuietHandler, QuietServer, Served
from tests.browser.grown import name_of, write_grown_site
from tests.browser.tools import pages_by_kind

ELEMENTS = 6_000  # of one page; beyond that phones stutter
COMPRESSED = 60_000  # bytes of HTML


@pytest.fixture(scope="module", params=[10, 5000])
def grown(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Served, int]]:
    """A built and served site, and how many releases it has."""
    from llmtimeline.shell.cli import main

    root = tmp_path_factory.mktemp("grown")
    folder = root / "public"
    server = QuietServer(("127.0.0.1", 0), functools.partial(QuietHandler, directory=str(folder)))
    url = f"http://127.0.0.1:{server.server_address[1]}"
    write_grown_site(root, request.param, url)
    result = CliRunner().invoke(main, ["build", "-s", str(root), "--strict", "--quiet"])
    assert result.exit_code == 0, result.output[:2000]
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield Served(url, folder), request.param
    server.shutdown()
    thread.join()
    server.server_close()


def test_every_page_stays_usable(grown: tuple[Served, int], browser: object) -> None:
    site, releases = grown
    heavy = {
        file.relative_to(site.folder).as_posix(): weight
        for file in site.folder.rglob("*.html")
        if file.stat().st_size > COMPRESSED
        and (weight := len(gzip.compress(file.read_bytes(), 6, mtime=0))) > COMPRESSED
    }
    assert not heavy
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    for prefix in ("", "en/"):
        for kind, address in pages_by_kind(site.folder, prefix).items():
            page.goto(site.url + address)
            elements, width = page.evaluate(
                "[document.querySelectorAll('*').length, document.documentElement.scrollWidth]"
            )
            assert elements <= ELEMENTS, (kind, address, elements)
            assert width <= 390, (kind, address, width)
    page.goto(f"{site.url}/en/search/?q={name_of(0)}")
    page.get_by_role("option").filter(has_text=name_of(0)).first.wait_for()
    page.goto(f"{site.url}/en/timeline/")
    assert page.locator(".release").count() <= min(releases, 500)
    assert page.locator(".rail a").count() >= 1
    context.close()
