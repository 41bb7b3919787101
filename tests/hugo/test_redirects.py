"""What a redirect page says, and HTML content, which is refused by name: a site built from files."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from llmtimeline.build import build
from llmtimeline.values.request import Request

CONFIG = """baseURL: https://ex.org/sub/
title: t
defaultContentLanguage: zh
languages: {zh: {weight: 1, locale: zh-CN}, en: {weight: 2, locale: en-US}}
"""


def test_a_redirect_names_its_language_and_the_page_and_leads_there_without_scripts(tmp_path: Path) -> None:
    files = {
        "hugo.yaml": CONFIG,
        "content/post/中文.en.md": "---\ntitle: A\naliases: [/old/]\n---\n",
        "content/post/b.md": "---\ntitle: B\n---\n",
        "content/page.html": "<p>HTML</p>",
        "content/post/.dot.md": "---\ntitle: no\n---\n",
        "content/post/x.md~": "---\ntitle: no\n---\n",
        "content/post/_hidden.md": "---\ntitle: yes\n---\n",
    }
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    result = build(Request(str(tmp_path), datetime(2024, 6, 1, tzinfo=UTC)))
    (refused,) = [each for each in result.diagnostics if each.code == "LT007"]
    assert refused.span is not None
    assert refused.span.path == "content/page.html"
    html = (tmp_path / "public/en/old/index.html").read_text("utf-8")
    target = "https://ex.org/sub/en/post/%E4%B8%AD%E6%96%87/"
    assert '<html lang="en-US">' in html
    assert f'<link rel="canonical" href="{target}">' in html
    assert f'<meta http-equiv="refresh" content="0; url={target}">' in html
    assert f'<a href="{target}">' in html
    posts = {path.parent.name for path in (tmp_path / "public/post").glob("*/index.html")}
    assert posts == {"b", "_hidden"}
