"""Our own site, built once and served on the loopback, in headless Chromium."""

from __future__ import annotations

import functools
import os
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

ROOT = Path(__file__).parents[2]
CHROMIUM = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
)

# The pages that a reader meets first, in the default language; the English ones stand below /en/.
PAGES = (
    "/",
    "/timeline/",
    "/timeline/2023/",
    "/timeline/open/",
    "/lineage/",
    "/charts/",
    "/compare/",
    "/compare/llama-vs-llama-2/",
    "/search/",
    "/post/",
    "/post/2023-09/",
    "/models/",
    "/models/falcon-180b/",
    "/models/llama/",
    "/vendors/",
    "/vendors/openai/",
    "/tags/",
    "/categories/",
    "/archives/",
    "/data/",
    "/about/",
    "/404.html",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks everything here `browser`; without Chromium it is skipped, unless the gate demands it."""
    missing = CHROMIUM is None and os.environ.get("LLMTIMELINE_REQUIRE_BROWSER") != "1"
    for item in items:
        if Path(str(item.fspath)).parent == Path(__file__).parent:
            item.add_marker(pytest.mark.browser)
            if missing:
                item.add_marker(pytest.mark.skip(reason="no Chromium here"))


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves a folder without a log, and 404.html for what is missing, as static hosts do."""

    def log_message(self, *_: object) -> None:
        """Says nothing."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The site's own page for a missing address."""
        page = Path(self.directory, "404.html")
        if code != 404 or not page.exists():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class QuietServer(ThreadingHTTPServer):
    """Says nothing of browsers that close a connection before its end."""

    def handle_error(self, *_: object) -> None:
        """A page that is gone needs no answer."""


def until(page: Any, expression: str) -> None:
    """Waits until an expression is true in a page.

    Playwright's own `wait_for_function` evaluates texts inside the page, which our policy does not allow.
    """
    for _ in range(250):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(20)
    raise AssertionError(f"never true: {expression}")


@dataclass(frozen=True)
class Served:
    """A built site: where it is asked for, and where it lies."""

    url: str  # without "/" at the end
    folder: Path


@pytest.fixture(scope="session")
def own_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Our own site, built for the address at which it is served."""
    from llmtimeline.shell.cli import main

    folder = tmp_path_factory.mktemp("site") / "public"
    server = QuietServer(("127.0.0.1", 0), functools.partial(QuietHandler, directory=str(folder)))
    url = f"http://127.0.0.1:{server.server_address[1]}"
    result = CliRunner().invoke(main, ["build", "-s", str(ROOT), "-d", str(folder), "-b", url + "/", "--quiet"])
    assert result.exit_code == 0, result.output
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield Served(url, folder)
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="session")
def site_url(own_site: Served) -> str:
    """The address of our own site."""
    return own_site.url


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    """Headless Chromium of the system; Playwright brings none of its own."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
        )
        yield chromium
        chromium.close()
