"""The output folder: all or nothing, ours and theirs."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from llmtimeline.write import site as write_site
from llmtimeline.write.site import check_destination, discard, open_staging, publish
from llmtimeline.write.staging import MARKER, read_marker


def write(destination: Path, files: dict[str, str]) -> None:
    staging = open_staging(destination)
    for path, text in files.items():
        staging.put(path, text.encode())
    publish(staging, files)


def read(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != MARKER
    }


def test_a_site_stands_as_it_was_gathered(tmp_path: Path) -> None:
    write(tmp_path / "public", {"index.html": "home", "post/a/index.html": "a"})
    assert read(tmp_path / "public") == {"index.html": "home", "post/a/index.html": "a"}
    assert read_marker(tmp_path / "public") == ("index.html", "post/a/index.html")
    assert [path.name for path in tmp_path.iterdir()] == ["public"]


def test_what_is_no_longer_planned_is_gone_and_what_a_person_put_there_stays(tmp_path: Path) -> None:
    public = tmp_path / "public"
    write(public, {"index.html": "home", "old/index.html": "old"})
    (public / "CNAME").write_text("example.org")
    (public / ".git").mkdir()
    (public / ".git/HEAD").write_text("ref")
    (public / "old/by-hand.txt").write_text("mine")
    write(public, {"index.html": "new home"})
    assert read(public) == {
        ".git/HEAD": "ref",
        "CNAME": "example.org",
        "index.html": "new home",
        "old/by-hand.txt": "mine",
    }


def test_an_unchanged_file_keeps_its_time_stamp(tmp_path: Path) -> None:
    public = tmp_path / "public"
    write(public, {"a.html": "a", "b.html": "b"})
    os.utime(public / "a.html", (1, 1))
    os.utime(public / "b.html", (1, 1))
    write(public, {"a.html": "a", "b.html": "B"})
    assert (public / "a.html").stat().st_mtime == 1
    assert (public / "b.html").stat().st_mtime != 1
    assert read(public) == {"a.html": "a", "b.html": "B"}


def test_what_was_gathered_and_discarded_leaves_no_trace(tmp_path: Path) -> None:
    public = tmp_path / "public"
    write(public, {"index.html": "good"})
    staging = open_staging(public)
    staging.put("index.html", b"bad")
    discard(staging)
    assert read(public) == {"index.html": "good"}
    assert [path.name for path in tmp_path.iterdir()] == ["public"]


@pytest.mark.parametrize("path", ["../x", "/x", "a/../x", "a//x", "", "a/./b", "a\0b"])
def test_no_path_leaves_the_output(tmp_path: Path, path: str) -> None:
    staging = open_staging(tmp_path / "public")
    with pytest.raises(ValueError, match="not a path"):
        staging.put(path, b"x")
    discard(staging)


def codes(destination: Path, root: Path) -> list[str]:
    return [d.code for d in check_destination(destination, root, [root / "content", root / "static"])]


def test_a_folder_that_is_not_ours_is_refused(tmp_path: Path) -> None:
    root = tmp_path / "site"
    (root / "content").mkdir(parents=True)
    foreign = tmp_path / "foreign"
    foreign.mkdir()
    assert codes(foreign, root) == []
    (foreign / "thesis.txt").write_text("years of work")
    assert codes(foreign, root) == ["LT601"]
    (tmp_path / "link").symlink_to(foreign)
    assert codes(tmp_path / "link", root) == ["LT601"]
    assert codes(foreign / "thesis.txt", root) == ["LT601"]


def test_an_output_that_overlaps_the_site_is_refused(tmp_path: Path) -> None:
    root = tmp_path / "site"
    (root / "content").mkdir(parents=True)
    assert codes(root, root) == ["LT603"]
    assert codes(tmp_path, root) == ["LT603"]
    assert codes(root / "content", root) == ["LT603"]
    assert codes(root / "content/out", root) == ["LT603"]
    assert codes(root / "public", root) == []


def test_without_the_system_call_two_renames_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(write_site, "exchange", lambda _one, _other: False)
    public = tmp_path / "public"
    write(public, {"a": "1"})
    (public / "mine").write_text("mine")
    write(public, {"b": "2"})
    assert read(public) == {"b": "2", "mine": "mine"}


def test_an_old_site_that_stood_aside_when_the_system_died_comes_back(tmp_path: Path) -> None:
    public = tmp_path / "public"
    write(public, {"a": "1"})
    public.rename(tmp_path / ".public.llmtimeline-123-old")
    discard(open_staging(public))
    assert read(public) == {"a": "1"}


def test_a_full_disk_leaves_the_last_good_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    public = tmp_path / "public"
    write(public, {"index.html": "good"})
    staging = open_staging(public)

    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space"):
        staging.put("index.html", b"half")
    discard(staging)
    assert read(public) == {"index.html": "good"}


_KILLED = """
import sys
from pathlib import Path
from llmtimeline.write.site import open_staging, publish
number = int(sys.argv[2])
print("ready", flush=True)
while True:
    number += 1
    staging = open_staging(Path(sys.argv[1]))
    files = {f"page-{index}.html": str(number).encode() for index in range(20)}
    for path, content in files.items():
        staging.put(path, content)
    publish(staging, files)
    print(number, flush=True)
"""


def test_a_killed_build_leaves_one_whole_site(tmp_path: Path) -> None:
    public = tmp_path / "public"
    write(public, {f"page-{index}.html": "0" for index in range(20)})
    (public / "CNAME").write_text("example.org")
    for attempt in range(12):
        command = [sys.executable, "-c", _KILLED, str(public), str(attempt * 1000)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            for _ in range(2 + attempt):  # the kill comes after another number of whole builds each time
                process.stdout.readline()
            process.send_signal(signal.SIGKILL)
        texts = {text for path, text in read(public).items() if path.startswith("page-")}
        assert len(texts) == 1, "pages of two builds stand side by side"
        assert len([path for path in read(public) if path.startswith("page-")]) == 20
    write(public, {"index.html": "after"})
    assert read(public) == {"CNAME": "example.org", "index.html": "after"}
    assert [path.name for path in tmp_path.iterdir()] == ["public"]
