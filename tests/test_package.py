"""What is shipped: a wheel that carries the built-in layer and builds a site from nothing."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel's content in a folder, as pip would lay it out."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    wheel = next(folder.glob("*.whl"))
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def test_the_wheel_carries_templates_static_files_and_the_catalog(unpacked: Path) -> None:
    for name in ("templates/base.html", "templates/i18n/zh.yaml", "static/css/site.css", "data/vendors.yaml"):
        assert (unpacked / "llmtimeline/builtin" / name).read_bytes() == (ROOT / name).read_bytes()
    assert (unpacked / "llmtimeline/py.typed").exists()


def test_an_installed_wheel_makes_and_builds_a_new_site(unpacked: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(unpacked)}
    for arguments in (["new", "site", "garden"], ["build", "-s", "garden", "--strict"]):
        command = [sys.executable, "-P", "-m", "llmtimeline", *arguments]
        done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
    public = tmp_path / "garden/public"
    assert "<built-in>" not in (public / "index.html").read_text("utf-8")
    assert (public / "css/site.css").read_bytes() == (ROOT / "static/css/site.css").read_bytes()
    assert (public / "models/falcon-180b/index.html").exists()
    assert (public / "en/models/falcon-180b/index.html").exists()


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["build", "--help"]])
def test_help_and_version_import_nothing_heavy(arguments: list[str]) -> None:
    code = (
        "import sys\n"
        "from llmtimeline.shell.cli import main\n"
        f"try: main({arguments!r})\n"
        "except SystemExit: pass\n"
        "heavy = {'jinja2', 'markdown_it', 'yaml', 'pygments', 'frontmatter', 'watchdog', 'json', 'multiprocessing'}\n"
        "print('HEAVY', sorted(heavy & set(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip().endswith("HEAVY []")
