"""`llmtimeline lock`."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from llmtimeline.shell.cli import main


def call(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def site(tmp_path: Path) -> Path:
    call("new", "site", tmp_path / "site")
    return tmp_path / "site"


def test_the_lock_names_what_is_published_sorted(site: Path) -> None:
    result = call("lock", "-s", site)
    assert result.exit_code == 0, result.output
    lines = (site / "data/ids.lock").read_text("utf-8").splitlines()
    ids = [line for line in lines if line and not line.startswith("#")]
    assert "model falcon-180b" in ids
    assert "release falcon-180b" in ids
    assert "vendor tii" in ids
    assert ids == sorted(ids)
    assert call("build", "-s", site, "--strict", "--quiet").output == ""


def test_a_second_lock_changes_nothing(site: Path) -> None:
    call("lock", "-s", site)
    before = (site / "data/ids.lock").stat().st_mtime_ns
    assert "up to date" in call("lock", "-s", site).stdout
    assert (site / "data/ids.lock").stat().st_mtime_ns == before


def test_an_id_that_is_gone_stays_in_the_lock_and_stops_the_build(site: Path) -> None:
    call("lock", "-s", site)
    lock = site / "data/ids.lock"
    lock.write_text(lock.read_text("utf-8") + "release gone-1b\n", encoding="utf-8")
    assert "error[LT311]" in call("build", "-s", site).stderr
    assert call("lock", "-s", site).exit_code == 0
    assert "release gone-1b" in lock.read_text("utf-8")


def test_a_site_with_errors_is_not_locked(site: Path) -> None:
    (site / "content/post/x.zh.md").write_bytes(b"\xff")
    result = call("lock", "-s", site)
    assert result.exit_code == 1
    assert "LT001" in result.stderr
    assert not (site / "data/ids.lock").exists()


def test_a_lock_that_cannot_be_written_is_told(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(Path, "write_text", refused)
    result = call("lock", "-s", site)
    assert result.exit_code == 1
    assert "Read-only file system" in result.stderr
