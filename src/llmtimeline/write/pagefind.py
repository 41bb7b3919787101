"""Pagefind, which makes an index of pages that it is given. It runs here and needs no network."""

from __future__ import annotations

import importlib
import json
import subprocess
import tempfile
from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path

from llmtimeline.values.diagnostics import Checked, Diagnostic, diagnose
from llmtimeline.values.outputs import Record
from llmtimeline.values.places import Span
from llmtimeline.write.staging import Staging

_ENTRY = "pagefind-entry.json"
# What its binary writes besides for its own search boxes, which are not ours.
_UNUSED = ("pagefind-ui.", "pagefind-modular-ui.", "pagefind-component-ui.", "pagefind-highlight.", "wasm.en.")
_LONGEST = 900  # seconds; 5,000 pages take it about ten


def check_pagefind(place: Span) -> tuple[Diagnostic, ...]:
    """LT606 where the package that the config asks for is missing."""
    if _binary() is not None:
        return ()
    hint = "pip install 'llmtimeline[search]', or take `searchEngine` out: the own search needs nothing"
    return (diagnose("LT606", "the config asks for Pagefind, which is not installed", place, hint=hint),)


def add_pagefind(staging: Staging, folder: str, records: Sequence[Record], place: Span) -> Checked[tuple[str, ...]]:
    """Puts Pagefind's index of each language, and its script, into folders of the site; the paths of what it put there.

    May add LT606. Raises OSError where the index cannot be written.
    """
    binary = _binary()
    if binary is None:
        return Checked((), check_pagefind(place))
    paths: list[str] = []
    for language, group in groupby(sorted(records, key=_order), key=lambda record: record.language):
        with tempfile.TemporaryDirectory(prefix="llmtimeline-") as scratch:
            made = Path(scratch, "made")
            fault = _index(binary, group, Path(scratch, "pages"), made)
            if fault:
                return Checked((), (diagnose("LT606", fault, place),))
            paths += _put(staging, f"{folder}/{language}", made)
    return Checked(tuple(paths))


def _order(record: Record) -> tuple[str, str]:
    return record.language, record.name


def _index(binary: Path, records: Iterable[Record], pages: Path, made: Path) -> str:
    """Writes the pages and lets Pagefind make its index of them; what went wrong, or ""."""
    pages.mkdir()
    for record in records:
        (pages / record.name).write_text(record.html, "utf-8")
    command = [str(binary), "--site", str(pages), "--output-path", str(made), "--silent"]
    try:
        done = subprocess.run(command, cwd=pages, capture_output=True, timeout=_LONGEST, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        return f"Pagefind did not run: {error}"
    if done.returncode == 0 and (made / _ENTRY).is_file():
        return ""
    said = (done.stderr or done.stdout).decode("utf-8", "replace").strip().splitlines()
    return f"Pagefind failed: {said[-1] if said else f'exit code {done.returncode}'}"


def _put(staging: Staging, folder: str, made: Path) -> list[str]:
    paths = []
    for file in sorted(made.rglob("*")):
        inner = file.relative_to(made).as_posix()
        if not file.is_file() or inner.startswith(_UNUSED):
            continue
        content = file.read_bytes()
        if inner == _ENTRY:  # its keys come in any order, and a site shall be the same each time
            content = json.dumps(json.loads(content), sort_keys=True, ensure_ascii=False).encode("utf-8")
        staging.put(f"{folder}/{inner}", content)
        paths.append(f"{folder}/{inner}")
    return paths


def _binary() -> Path | None:
    """The program that `pagefind[bin]` installs; None without it."""
    for name in ("pagefind_bin", "pagefind_extended"):
        try:
            found: object = importlib.import_module(name).get_executable()
        except (ImportError, AttributeError, FileNotFoundError):
            continue
        if isinstance(found, Path):
            return found
    return None
