"""Pictures as readers meet them: nothing jumps, nothing is loaded too early, and small screens load small files."""

from __future__ import annotations

import functools
import random
import re
import threading
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from click.testing import CliRunner
from PIL import Image

from llmtimeline.shell.cli import main

from .conftest import QuietHandler, QuietServer, until

PARAGRAPH = "这是一段用来撑开页面的文字，它不说任何事。" * 30
CONFIG = """
baseURL: {url}/
title: 图
defaultContentLanguage: zh
languages: {{zh: {{locale: zh-Hans, label: 中文}}}}
"""
POST = f"""---
title: 有图的文章
date: 2023-09-06
---

前言。

![第一张](Pasted%20image%2020241124215700.png)

{PARAGRAPH}

![第二张](<far away.jpg>)

{PARAGRAPH}

{{{{< figure src="drawing.svg" alt="图示" caption="说明" >}}}}

{PARAGRAPH}
"""
COVERED = """---
title: 有封面的文章
date: 2023-09-05
cover: {image: cover.jpg, alt: 封面}
---

正文。
"""
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 200"><rect width="600" height="200" fill="#999"/></svg>'
)
SHIFTS = """
window.shifts = [];
new PerformanceObserver(list => window.shifts.push(...list.getEntries().map(entry => entry.value)))
  .observe({type: "layout-shift", buffered: true});
"""


def noise(size: tuple[int, int], form: str) -> bytes:
    stream = BytesIO()
    tile = Image.frombytes("RGB", (24, 16), random.Random(3).randbytes(24 * 16 * 3))
    tile.resize(size, Image.Resampling.BICUBIC).save(stream, form)
    return stream.getvalue()


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site whose posts hold pictures."""
    root = tmp_path_factory.mktemp("pictures")
    server = QuietServer(("127.0.0.1", 0), functools.partial(QuietHandler, directory=str(root / "public")))
    url = f"http://127.0.0.1:{server.server_address[1]}"
    files: dict[str, str | bytes] = {
        "llmtimeline.yaml": CONFIG.format(url=url),
        "content/post/a/index.md": POST,
        "content/post/a/Pasted image 20241124215700.png": noise((1800, 1200), "PNG"),
        "content/post/a/far away.jpg": noise((2000, 900), "JPEG"),
        "content/post/a/drawing.svg": DRAWING,
        "content/post/b/index.md": COVERED,
        "content/post/b/cover.jpg": noise((1600, 800), "JPEG"),
    }
    for path, content in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content.encode() if isinstance(content, str) else content)
    result = CliRunner().invoke(main, ["build", "-s", str(root), "-d", str(root / "public"), "--quiet", "--strict"])
    assert result.exit_code == 0, result.output
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield url
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def open_page(browser: Any) -> Iterator[Any]:
    contexts = []

    def open_at(url: str, width: int = 390, density: float = 2) -> tuple[Any, list[str]]:
        context = browser.new_context(viewport={"width": width, "height": 844}, device_scale_factor=density)
        contexts.append(context)
        page = context.new_page()
        page.add_init_script(SHIFTS)
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
        page.goto(url, wait_until="networkidle")
        return page, asked

    yield open_at
    for context in contexts:
        context.close()


def images_in(asked: list[str]) -> list[str]:
    return [name for name in asked if re.search(r"\.(png|jpg|webp|svg)$", name)]


@pytest.mark.parametrize("path", ["/post/a/", "/post/b/", "/"])
@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_jumps_while_pictures_arrive(pictures: str, open_page: Any, path: str, width: int) -> None:
    page, _ = open_page(pictures + path, width)
    height = page.evaluate("document.documentElement.scrollHeight")
    page.evaluate("document.querySelectorAll('main img').forEach(image => image.loading = 'eager')")
    until(page, "[...document.querySelectorAll('main img')].every(image => image.complete)")
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert page.evaluate("window.shifts.reduce((all, one) => all + one, 0)") == 0
    assert page.evaluate("document.documentElement.scrollHeight") == height
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_pictures_below_the_fold_wait_until_a_reader_comes_near(pictures: str, open_page: Any) -> None:
    page, asked = open_page(f"{pictures}/post/a/")
    assert images_in(asked)[0].startswith("Pasted%20image")
    states = page.evaluate("[...document.querySelectorAll('main img')].map(image => [image.loading, image.decoding])")
    assert states == [["auto", "async"], ["lazy", "async"], ["lazy", "async"]]
    page.locator("main img").nth(2).scroll_into_view_if_needed()
    until(page, "document.querySelectorAll('main img')[2].complete")
    assert "drawing.svg" in asked


@pytest.mark.parametrize(
    ("width", "density", "chosen"), [(390, 2, 800), (390, 1, 480), (1280, 1, 800), (1280, 2, 1200)]
)
def test_a_screen_loads_the_picture_that_fits_it(
    pictures: str, open_page: Any, width: int, density: float, chosen: int
) -> None:
    page, asked = open_page(f"{pictures}/post/a/", width, density)
    first = page.evaluate("document.querySelector('main img').currentSrc").rpartition("/")[2]
    assert re.fullmatch(rf"Pasted%20image%2020241124215700\.{chosen}w\.[0-9a-f]{{8}}\.webp", first)
    # The picture itself is not loaded besides.
    assert not [name for name in images_in(asked) if name == "Pasted%20image%2020241124215700.png"]


def test_pictures_keep_their_shape(pictures: str, open_page: Any) -> None:
    page, _ = open_page(f"{pictures}/post/a/", 390)
    boxes = page.evaluate(
        "[...document.querySelectorAll('main img')].map(image => [image.clientWidth, image.clientHeight])"
    )
    ratios = [1800 / 1200, 2000 / 900, 600 / 200]
    assert all(abs(width / height - ratio) < 0.03 for (width, height), ratio in zip(boxes, ratios, strict=True)), boxes
    assert all(width > 300 for width, _ in boxes)


def test_a_card_of_the_site_loads_nothing_until_somebody_shares_it(pictures: str, open_page: Any) -> None:
    page, asked = open_page(f"{pictures}/post/a/")
    card = page.locator('meta[property="og:image"]').get_attribute("content")
    assert card.startswith(f"{pictures}/cards/")
    assert card.rpartition("/")[2] not in asked
    picture = Image.open(BytesIO(page.request.get(card).body()))
    assert (picture.format, picture.size) == ("PNG", (1200, 630))


def test_the_icons_add_no_request_to_the_page(pictures: str, open_page: Any) -> None:
    page, asked = open_page(f"{pictures}/post/a/")
    assert not {"favicon.ico", "apple-touch-icon.png", "icon-192.png", "icon-512.png", "site.webmanifest"} & set(asked)
    for link in page.locator("link[rel~=icon], link[rel=apple-touch-icon], link[rel=manifest]").all():
        address = link.get_attribute("href")
        assert address.startswith("data:image/svg+xml,") or page.request.get(pictures + address).ok, address
    manifest = page.request.get(f"{pictures}/site.webmanifest").json()
    for icon in manifest["icons"]:
        picture = Image.open(BytesIO(page.request.get(pictures + icon["src"]).body()))
        assert f"{picture.width}x{picture.height}" == icon["sizes"]
