"""Comments and counting: nobody is asked before a reader asks, or the site is public."""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from .conftest import QuietHandler, QuietServer, until

CONFIG = """\
title: 周报
defaultContentLanguage: zh
googleAnalytics: G-1A2B3C4D5E
timeline: {builtinCatalog: false}
params:
  giscus: {repo: a/b, repoId: R_1, category: General, categoryId: C_1}
"""
EXTRA = """\
<script>window.counted = "inline"</script>
<script src="https://counter.example/x.js"></script>
"""
# What giscus.app would answer: a frame below the script, and a style sheet.
CLIENT = """
const own = document.currentScript;
const sheet = document.createElement("link");
sheet.rel = "stylesheet"; sheet.href = "https://giscus.app/default.css"; document.head.append(sheet);
const frame = document.createElement("iframe");
frame.src = "https://giscus.app/widget?theme=" + own.dataset.theme + "&lang=" + own.dataset.lang; own.after(frame);
"""


@pytest.fixture(scope="module")
def talk_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site with comments, a count of visits and a script of its own."""
    from llmtimeline.shell.cli import main

    root = tmp_path_factory.mktemp("talk")
    server = QuietServer(("127.0.0.1", 0), functools.partial(QuietHandler, directory=str(root / "public")))
    url = f"http://127.0.0.1:{server.server_address[1]}"
    files = {
        "hugo.yaml": f"baseURL: {url}/\n{CONFIG}",
        "content/post/a.md": "---\ntitle: 甲\ndate: 2023-09-29\n---\n正文。\n",
        "content/post/quiet.md": "---\ntitle: 乙\ndate: 2023-09-28\ncomments: false\n---\n正文。\n",
        "content/post/film.md": "---\ntitle: 片\ndate: 2023-09-27\n---\n{{< youtube abc >}}\n",
        "templates/partials/extra-head.html": EXTRA,
    }
    for name, text in files.items():
        path = Path(root, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    result = CliRunner().invoke(main, ["build", "-s", str(root), "--quiet"])
    assert result.exit_code == 0, result.output
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield url
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def visit(browser: Any, talk_url: str) -> Iterator[Any]:
    """Opens a page with every other host played; gives the page, what was asked for, and what the console says."""
    contexts = []

    def opened(path: str, **settings: Any) -> tuple[Any, list[str], list[str]]:
        context = browser.new_context(**settings)
        contexts.append(context)
        page = context.new_page()
        asked: list[str] = []
        told: list[str] = []

        def answer(route: Any) -> None:
            url = route.request.url
            if url.startswith(talk_url):
                route.continue_()
                return
            asked.append(url)
            kind = "text/css" if url.endswith(".css") else "text/javascript"
            body = CLIENT if url.endswith("client.js") else ""
            if "/widget" in url or "/embed/" in url:
                kind, body = "text/html", "<p>framed"
            headers = {"Access-Control-Allow-Origin": "*"}
            route.fulfill(body=body, content_type=kind, headers=headers)

        context.route("**/*", answer)
        page.on("console", lambda message: told.append(message.text))
        page.goto(talk_url + path)
        return page, asked, told

    yield opened
    for context in contexts:
        context.close()


def test_giscus_is_fetched_when_a_reader_asks_and_in_the_colours_of_the_page(visit: Any) -> None:
    page, asked, told = visit("/post/a/", color_scheme="dark")
    assert [url for url in asked if "giscus" in url] == []
    page.get_by_role("button", name="显示评论").click()
    until(page, "document.querySelectorAll('.comments iframe').length === 1")
    page.wait_for_load_state("networkidle")
    assert "https://giscus.app/client.js" in asked
    assert "https://giscus.app/widget?theme=dark&lang=zh-CN" in asked
    assert told == []


def test_who_comes_back_from_signing_in_has_asked(visit: Any) -> None:
    page, asked, _ = visit("/post/a/?giscus=session")
    until(page, "document.querySelectorAll('.comments iframe').length === 1")
    assert "https://giscus.app/client.js" in asked


def test_without_scripts_there_is_a_link_to_the_discussions(visit: Any) -> None:
    page, asked, _ = visit("/post/a/", java_script_enabled=False)
    assert page.locator(".comments button").is_hidden()
    assert page.locator(".comments a").get_attribute("href") == "https://github.com/a/b/discussions"
    assert [url for url in asked if "giscus" in url] == []


def test_other_pages_do_not_open_the_door(visit: Any) -> None:
    for path in ("/", "/post/quiet/"):
        page, _, told = visit(path)
        assert page.locator(".comments").count() == 0
        assert "giscus" not in page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content")
        assert told == []


def test_scripts_of_the_sites_own_templates_run_and_visits_are_counted(visit: Any) -> None:
    page, asked, told = visit("/")
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.counted") == "inline"
    assert "https://counter.example/x.js" in asked
    assert "https://www.googletagmanager.com/gtag/js?id=G-1A2B3C4D5E" in asked
    assert told == []


def test_a_film_may_be_framed_where_a_post_shows_one(visit: Any) -> None:
    _, asked, told = visit("/post/film/")
    assert any(url.startswith("https://www.youtube-nocookie.com/embed/abc") for url in asked)
    assert told == []
