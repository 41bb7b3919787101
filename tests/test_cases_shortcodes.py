"""The document `tests/cases/shortcodes.md`: what stands in a post, then its page's HTML and the diagnostics.

All cases are posts of one site, which is built once; posts with errors have no page. UPDATE=1 rewrites what must
come out; read the difference before you keep it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from llmtimeline.build import BuildResult, build, check
from llmtimeline.values.codes import Severity
from llmtimeline.values.request import Request

DOCUMENT = Path(__file__).parent / "cases/shortcodes.md"
FENCE = re.compile(r"^(`{4,5})(\w+)\n(.*?)^\1$\n?", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
PROSE = re.compile(
    r'<div class="prose">\s*(?:<div class="foreword">)?(.*?)(?:</(?:div|section)>\s*)?</div>\s*(?=<footer|</article)',
    re.DOTALL,
)
FRONT = "---\ntitle: 题\ndate: 2023-01-02\nmy: {own: 我}\n---\n"
SITE = {
    "hugo.yaml": """
baseURL: https://example.org/sub/
title: T
defaultContentLanguage: zh
languages: {zh: {label: 中文}, en: {label: English}}
params: {sites: 站}
timeline: {timeline: false, models: false, vendors: false, data: false}
""",
    "content/post/target.zh.md": "---\ntitle: 目标\n---\n\n## 标题\n",
    "content/post/target.en.md": "---\ntitle: Target\n---\n\n## Title\n",
    "templates/shortcodes/tabs.html": '<div class="tabs">{{ shortcode.inner|html(shortcode) }}</div>',
    "templates/shortcodes/tab.html": "<p>{{ parent.name }} {{ shortcode.number }}: "
    "{{ shortcode.get(0) or shortcode.get('name') }}</p>{{ shortcode.inner|html(shortcode)|unwrapped }}",
    "templates/shortcodes/badge.html": "<b>{{ shortcode.get(0) }}</b>",
    "static/a.png": "",
    "static/a.mp4": "",
    "static/a.mp3": "",
}


@dataclass(frozen=True)
class Case:
    name: str
    source: str
    wanted: Mapping[str, str]
    number: int


def cases() -> Iterator[Case]:
    document = DOCUMENT.read_text("utf-8")
    starts = [*HEADING.finditer(FENCE.sub(lambda found: " " * len(found[0]), document))]
    for number, start in enumerate(starts):
        after = starts[number + 1].start() if number + 1 < len(starts) else len(document)
        (_, source), *rest = [(found[2], found[3]) for found in FENCE.finditer(document, start.end(), after)]
        yield Case(start[1], source, dict(rest), number)


@dataclass(frozen=True)
class Site:
    root: Path
    result: BuildResult

    def outcome(self, number: int) -> dict[str, str]:
        path = f"content/post/case-{number:02}.zh.md"
        lines = []
        for found in self.result.diagnostics:
            if found.span and found.span.path == path:
                first = found.span.line - FRONT.count("\n")
                place = f"{first}:{found.span.column}-{found.span.column + found.span.width - 1}"
                lines.append(f"{found.severity}[{found.code}] {place} {found.message}\n")
        said = {"diagnostics": "".join(lines)} if lines else {}
        page = self.root / f"public/post/case-{number:02}/index.html"
        if not page.is_file():
            assert any(line.startswith("error") for line in lines)
            return said
        prose = PROSE.search(page.read_text("utf-8"))
        assert prose
        html = "".join(f"{line.rstrip()}\n" for line in prose[1].splitlines() if line.strip())
        html = re.sub(r"(<svg)[^>]*>.*?</svg>", r"\1>…</svg>", html, flags=re.DOTALL)
        return {"html": html} | said


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    root = tmp_path_factory.mktemp("shortcodes")
    texts = SITE | {f"content/post/case-{case.number:02}.zh.md": FRONT + case.source for case in cases()}
    for name, text in texts.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    request = Request(str(root), datetime(2024, 1, 1, tzinfo=UTC))
    result = check(request)
    for found in result.diagnostics:
        if found.span and found.severity is Severity.ERROR:
            (root / found.span.path).unlink(missing_ok=True)
    assert build(request).destination
    return Site(root, result)


@pytest.mark.skipif("UPDATE" in os.environ, reason="the document is being rewritten")
@pytest.mark.parametrize("case", [pytest.param(case, id=case.name) for case in cases()])
def test_a_shortcode_gives_what_stands_below_it(case: Case, site: Site) -> None:
    assert site.outcome(case.number) == case.wanted


@pytest.mark.skipif("UPDATE" not in os.environ, reason="only with UPDATE=1")
def test_rewrite_the_document(site: Site) -> None:
    document = DOCUMENT.read_text("utf-8")
    known = {case.source: case for case in cases()}

    def rewritten(found: re.Match[str]) -> str:
        ticks, kind, source = found.groups()
        if kind != "markdown":
            return ""
        outcome = site.outcome(known[source].number)
        return found[0] + "".join(f"\n{ticks}{name}\n{text}{ticks}\n" for name, text in outcome.items())

    text = FENCE.sub(rewritten, document)
    DOCUMENT.write_text(re.sub(r"\n{3,}(?=## )", "\n\n", text).rstrip("\n") + "\n", "utf-8")
