"""Whole small sites: tests/sites/<name>/ holds a site, and expected/ what it gives.

expected/files.txt lists every file of the output, expected/messages.txt what the author is told, and
expected/releases.json the dataset. UPDATE=1 rewrites them; read the difference before you keep it.
"""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from llmtimeline.shell.cli import main

SITES = sorted(path for path in (Path(__file__).parent / "sites").iterdir() if path.is_dir())


def built(site: Path, scratch: Path) -> dict[str, str]:
    """File of expected/ -> what it should hold."""
    root = shutil.copytree(site, scratch / "site", ignore=shutil.ignore_patterns("expected"))
    output = scratch / "public"
    arguments = ["build", "-s", str(root), "-d", str(output), "--clock", "2024-06-01T00:00:00+00:00"]
    result = CliRunner().invoke(main, [*arguments, "--format", "concise", "--quiet"])
    assert result.exit_code == (0 if output.exists() else 1)
    files = (path.relative_to(output).as_posix() for path in output.rglob("*") if path.is_file())
    # A card's name changes with every word on it, and with the font: that there is one is what counts here.
    paths = sorted({re.sub(r"(cards/).*", r"\1…", path) for path in files})
    releases = output / "data/v1/releases.json"
    return {
        "files.txt": "".join(f"{path}\n" for path in paths),
        "messages.txt": result.output,
        "releases.json": releases.read_text("utf-8") if releases.exists() else "",
    }


@pytest.mark.parametrize("site", SITES, ids=[site.name for site in SITES])
def test_a_site_gives_what_is_expected_of_it(site: Path, tmp_path: Path) -> None:
    found = built(site, tmp_path)
    expected = site / "expected"
    if os.environ.get("UPDATE") == "1":
        expected.mkdir(exist_ok=True)
        for name, text in found.items():
            (expected / name).write_text(text, encoding="utf-8")
    assert found == {name: (expected / name).read_text("utf-8") for name in found}
