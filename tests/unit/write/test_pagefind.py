"""Pagefind's index in a site, the same bytes each time, and what is said where it cannot be made."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

import pytest

from llmtimeline.values.outputs import Record
from llmtimeline.values.places import Span
from llmtimeline.write import pagefind
from llmtimeline.write.pagefind import add_pagefind, check_pagefind
from llmtimeline.write.site import discard, open_staging

PLACE = Span("hugo.yaml", 3, 17)
RECORDS = [
    Record(
        language,
        f"{n:06}.html",
        f"<!doctype html><html lang=zxx><body data-pagefind-body><p>开 源 {n}</p></body></html>",
    )
    for language in ("zh", "en")
    for n in range(30)
]
needs_pagefind = pytest.mark.skipif(
    importlib.util.find_spec("pagefind_bin") is None, reason="Pagefind is not installed"
)


def made(destination: Path, records: list[Record] = RECORDS) -> dict[str, bytes]:
    """Path -> bytes of what is put into a site."""
    staging = open_staging(destination)
    checked = add_pagefind(staging, "pagefind", records, PLACE)
    assert checked.diagnostics == ()
    files = {path: (staging.folder / path).read_bytes() for path in checked.value}
    assert {file.relative_to(staging.folder).as_posix() for file in staging.folder.rglob("*") if file.is_file()} == set(
        files
    )
    discard(staging)
    return files


@needs_pagefind
def test_each_language_has_an_index_of_its_own_and_no_boxes_of_others(tmp_path: Path) -> None:
    files = made(tmp_path / "public")
    assert {path.split("/")[1] for path in files} == {"zh", "en"}
    assert json.loads(files["pagefind/zh/pagefind-entry.json"])["languages"]["zxx"]["page_count"] == 30
    assert "pagefind/en/pagefind.js" in files
    assert not [path for path in files if "-ui" in path or path.endswith(".css")]


@needs_pagefind
def test_the_same_records_make_the_same_bytes(tmp_path: Path) -> None:
    assert made(tmp_path / "a") == made(tmp_path / "b", RECORDS[::-1])


def test_a_missing_package_is_said_with_the_line_that_installs_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(name: str) -> object:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr(pagefind.importlib, "import_module", missing)
    staging = open_staging(tmp_path / "public")
    for (found,) in (check_pagefind(PLACE), add_pagefind(staging, "pagefind", RECORDS, PLACE).diagnostics):
        assert (found.code, found.span) == ("LT606", PLACE)
        assert "pip install 'llmtimeline[search]'" in found.hint
    discard(staging)


def test_a_program_that_fails_is_quoted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = tmp_path / "pagefind"
    broken.write_text("#!/bin/sh\necho no room >&2\nexit 3\n")
    broken.chmod(0o755)
    monkeypatch.setattr(pagefind, "_binary", lambda: broken)
    staging = open_staging(tmp_path / "public")
    (found,) = add_pagefind(staging, "pagefind", RECORDS, PLACE).diagnostics
    assert (found.code, found.message) == ("LT606", "Pagefind failed: no room")
    broken.unlink()
    (found,) = add_pagefind(staging, "pagefind", RECORDS, PLACE).diagnostics
    assert found.message.startswith("Pagefind did not run")
    discard(staging)
