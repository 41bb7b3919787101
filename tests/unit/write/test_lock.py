"""Two builds of one destination take turns."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from llmtimeline.write.lock import locked

_HOLD = """
import sys
from pathlib import Path
from llmtimeline.write.lock import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.readline()
"""


def hold(destination: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", _HOLD, str(destination)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_a_free_destination_is_not_waited_for_and_nothing_is_left(tmp_path: Path) -> None:
    with locked(tmp_path / "out/public") as waited:
        assert not waited
    assert list((tmp_path / "out").iterdir()) == []


def test_a_second_build_waits_for_the_first_and_says_so(tmp_path: Path) -> None:
    public = tmp_path / "public"
    with hold(public) as other:
        said: list[str] = []

        def waiting() -> None:
            said.append("waiting")
            other.communicate("go on\n")

        with locked(public, waiting) as waited:
            assert waited
            assert said == ["waiting"]
            # The first one took its lock file away; this one holds another that counts.
            assert [path.name for path in tmp_path.iterdir()] == [".public.llmtimeline-lock"]
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_build_held_is_free(tmp_path: Path) -> None:
    public = tmp_path / "public"
    with hold(public) as other:
        other.kill()
        other.communicate()
        with locked(public) as waited:
            assert not waited
    assert list(tmp_path.iterdir()) == []


def test_two_destinations_beside_each_other_do_not_wait_for_each_other(tmp_path: Path) -> None:
    with locked(tmp_path / "one"), locked(tmp_path / "other") as waited:
        assert not waited


def test_a_file_system_without_locks_is_written_all_the_same(tmp_path: Path, monkeypatch: object) -> None:
    import fcntl

    def unsupported(*_: object) -> None:
        raise OSError(37, os.strerror(37))

    monkeypatch.setattr(fcntl, "flock", unsupported)  # type: ignore[attr-defined]
    with locked(tmp_path / "public") as waited:
        assert not waited
