"""What judges our pages from outside: axe-core and the validator of the W3C's HTML checker, from tests/tools."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest

MODULES = Path(__file__).parents[1] / "tools" / "node_modules"
AXE = MODULES / "axe-core" / "axe.min.js"
VALIDATOR = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
_KIND = re.compile(r'<body class="on-([^" ]+)')


def needs(tool: Path, *programs: str) -> pytest.MarkDecorator:
    """Skips where `make tools` was not run, unless the gate demands it."""
    is_there = tool.exists() and all(map(shutil.which, programs))
    demanded = os.environ.get("LLMTIMELINE_REQUIRE_BROWSER") == "1"
    return pytest.mark.skipif(not is_there and not demanded, reason="`make tools` brings it")


def pages_by_kind(folder: Path, prefix: str = "") -> dict[str, str]:
    """For each kind of page below a prefix the address of its largest page, which holds the most of what it can."""
    largest: dict[str, tuple[int, str]] = {}
    for file in sorted((folder / prefix).rglob("*.html")):
        inner = file.relative_to(folder).as_posix()
        text = file.read_text("utf-8")
        kind = _KIND.search(text)
        if kind is None or (not prefix and inner.startswith("en/")):
            continue
        size = (len(text), "/" + inner.removesuffix("index.html"))
        largest[kind[1]] = max(largest.get(kind[1], (0, "")), size)
    return {kind: address for kind, (_, address) in sorted(largest.items())}
