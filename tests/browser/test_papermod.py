"""A site that uses what PaperMod and its shortcodes offer, as it is laid out."""

from __future__ import annotations

import functools
import struct
import threading
import zlib
from collections.abc import Iterator
from typing import Any

import pytest
from click.testing import CliRunner

from .conftest import QuietHandler, QuietServer, until

CONFIG = """\
title: 周报
defaultContentLanguage: zh
pagination: {pagerSize: 1}
timeline: {builtinCatalog: false}
params: {DateFormat: "January 2, 2006", disableThemeToggle: false}
"""
POST = """\
---
title: 甲
date: 2023-09-29
---
行内 {{< inTextImg url="/tall.png" height="20" >}} 小图。

{{< figure src="/tall.png" height="60" alt="只有高" >}}

{{< figure src="/tall.png" width="2000" height="4000" alt="比页面宽" >}}

{{< highlight python "hl_lines=2" >}}
short
a_line_that_is_longer_than_a_phone_is_wide = "and that must be coloured up to its very end, wherever it is scrolled to"
{{< /highlight >}}

| 模型 | 参数 | 上下文 | 许可证 | 发布日期 | 机构名称 |
|---|---|---|---|---|---|
| 通义千问 | 一百四十亿 | 八千一百九十二 | 通义千问许可证 | 2023/09/25 | 阿里巴巴 |
"""
RELEASES = "".join(f"## M-{month}, 2023/{month:02}/02, OpenAI\n\nText.\n\n" for month in range(1, 13))


def png(width: int, height: int) -> bytes:
    """A white picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    lines = zlib.compress((b"\0" + b"\xff" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", lines) + chunk(b"IEND", b"")


@pytest.fixture(scope="module")
def paper_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site."""
    from llmtimeline.shell.cli import main

    root = tmp_path_factory.mktemp("paper")
    server = QuietServer(("127.0.0.1", 0), functools.partial(QuietHandler, directory=str(root / "public")))
    url = f"http://127.0.0.1:{server.server_address[1]}"
    for folder in ("content/post", "static"):
        (root / folder).mkdir(parents=True)
    (root / "hugo.yaml").write_text(f"baseURL: {url}/\n{CONFIG}", "utf-8")
    (root / "content/post/a.md").write_text(POST, "utf-8")
    (root / "content/post/b.md").write_text(f"---\ntitle: 乙\ndate: 2023-09-28\n---\n{RELEASES}", "utf-8")
    (root / "static/tall.png").write_bytes(png(400, 800))
    result = CliRunner().invoke(main, ["build", "-s", str(root), "--quiet"])
    assert result.exit_code == 0, result.output
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield url
    server.shutdown()
    thread.join()
    server.server_close()


def sizes(page: Any, selector: str) -> list[tuple[int, int]]:
    """Width and height of what the selector finds."""
    code = "found => found.map(each => each.getBoundingClientRect()).map(box => [box.width, box.height])"
    return [(round(width), round(height)) for width, height in page.eval_on_selector_all(selector, code)]


def opened(browser: Any, address: str, width: int) -> Any:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(address)
    page.evaluate("document.querySelectorAll('img').forEach(each => { each.loading = 'eager' })")
    until(page, "[...document.images].every(each => each.complete && each.naturalWidth)")
    return page


@pytest.mark.parametrize("width", [390, 1280])
def test_pictures_have_the_height_that_was_asked_for_and_never_leave_the_page(
    browser: Any, paper_url: str, width: int
) -> None:
    page = opened(browser, f"{paper_url}/post/a/", width)
    assert sizes(page, ".in-text") == [(10, 20)]
    (_, tall), (wide, high) = sizes(page, "figure img")
    assert tall == 60
    assert wide < width
    assert abs(high - 2 * wide) <= 2
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


def test_a_highlighted_line_is_as_wide_as_the_longest(browser: Any, paper_url: str) -> None:
    page = opened(browser, f"{paper_url}/post/a/", 390)
    assert sizes(page, ".highlight .hl")[0][0] > page.eval_on_selector(".highlight pre", "each => each.clientWidth")
    page.close()


def test_chinese_in_a_narrow_table_does_not_stand_upright(browser: Any, paper_url: str) -> None:
    page = opened(browser, f"{paper_url}/post/a/", 390)
    assert min(width for width, _ in sizes(page, ".prose td")) >= 64
    page.close()


def test_the_second_page_of_the_home_page_uses_its_width(browser: Any, paper_url: str) -> None:
    page = opened(browser, f"{paper_url}/page/2/", 1280)
    assert sizes(page, ".cards")[0][0] > 600
    page.close()


def test_a_date_in_the_archive_takes_one_line(browser: Any, paper_url: str) -> None:
    page = opened(browser, f"{paper_url}/archives/", 390)
    assert max(height for _, height in sizes(page, ".lines time")) < 30
    page.close()


def test_the_months_beside_the_timeline_can_be_hit(browser: Any, paper_url: str) -> None:
    page = opened(browser, f"{paper_url}/timeline/2023/", 1280)
    found = sizes(page, ".months a")
    assert len(found) == 12
    assert min(min(size) for size in found) >= 24
    page.close()
