"""The output folder: all or nothing, ours and theirs."""

from __future__ import annotations

import os
import signal
import stat
import sys
import warnings
from pathlib import Path
from types import FrameType

import pytest

from llmtimeline.write import site as write_site
from llmtimeline.write.lock import locked
from llmtimeline.write.marker import MARKER, read_marker
from llmtimeline.write.site import cannot_write, discard, open_staging, publish
from llmtimeline.write.staging import UnreadableError


def write(destination: Path, files: dict[str, str]) -> None:
    with locked(destination):
        staging = open_staging(destination)
        try:
            for path, text in files.items():
                staging.put(path, text.encode())
            publish(staging, list(files))
        finally:
            discard(staging)


def read(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != MARKER
    }


def test_a_site_stands_as_it_was_gathered(tmp_path: Path) -> None:
    write(tmp_path / "public", {"index.html": "home", "post/a/index.html": "a"})
    assert read(tmp_path / "public") == {"index.html": "home", "post/a/index.html": "a"}
    assert read_marker(tmp_path / "public") == {"index.html", "post/a/index.html"}
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


@pytest.mark.parametrize("path", ["../x", "/x", "a/../x", "a//x", "", "a/./b", "a\0b", "a\nb"])
def test_no_path_leaves_the_output(tmp_path: Path, path: str) -> None:
    staging = open_staging(tmp_path / "public")
    with pytest.raises(ValueError, match="not a path"):
        staging.put(path, b"x")
    discard(staging)


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

    def full(*_: object, **__: object) -> int:
        raise OSError(28, "No space left on device", str(staging.folder / "index.html"))

    monkeypatch.setattr("builtins.open", full)
    with pytest.raises(OSError, match="No space") as caught:
        staging.put("index.html", b"half")
    monkeypatch.undo()
    discard(staging)
    assert read(public) == {"index.html": "good"}
    told = cannot_write(caught.value, public)
    assert told.message == f"cannot write `{public}/index.html`: No space left on device"
    assert told.hint == "make room on the disk"


def test_a_rename_that_fails_leaves_the_last_good_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(write_site, "exchange", lambda _one, _other: False)
    public = tmp_path / "public"
    write(public, {"a": "1"})
    rename = Path.rename

    def fails_for_the_new_site(self: Path, target: Path) -> Path:
        if target == public and not self.name.endswith("-old"):
            raise OSError(5, "Input/output error")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fails_for_the_new_site)
    with pytest.raises(OSError, match="Input/output"):
        write(public, {"a": "2"})
    assert read(public) == {"a": "1"}
    assert [path.name for path in tmp_path.iterdir()] == ["public"]


def test_a_path_given_twice_never_writes_through_a_link_into_the_live_site(tmp_path: Path) -> None:
    public = tmp_path / "public"
    write(public, {"a": "1"})
    staging = open_staging(public)
    staging.put("a", b"1")
    with pytest.raises(FileExistsError):
        staging.put("a", b"2")
    discard(staging)
    assert read(public) == {"a": "1"}


def test_a_copied_file_is_linked_when_it_has_not_changed(tmp_path: Path) -> None:
    public, picture = tmp_path / "public", tmp_path / "a.png"
    for content in (b"one", b"one", b"two"):
        picture.write_bytes(content)
        staging = open_staging(public)
        staging.copy("img/a.png", picture)
        publish(staging, ["img/a.png"])
        discard(staging)
        if content == b"one":
            os.utime(public / "img/a.png", (1, 1))
    assert (public / "img/a.png").read_bytes() == b"two"
    assert (public / "img/a.png").stat().st_mtime != 1


@pytest.mark.parametrize("kind", ["gone", "link", "folder"])
def test_a_file_that_cannot_be_copied_is_not_taken_for_a_fault_of_the_disk(tmp_path: Path, kind: str) -> None:
    origin = tmp_path / "origin"
    if kind == "link":
        origin.symlink_to("/etc/hostname")
    elif kind == "folder":
        origin.mkdir()
    staging = open_staging(tmp_path / "public")
    with pytest.raises(UnreadableError):
        staging.copy("a", origin)
    discard(staging)


def test_a_file_whose_name_begins_with_a_number_sign_stays_ours(tmp_path: Path) -> None:
    public = tmp_path / "public"
    write(public, {"#1.txt": "1"})
    write(public, {"a": "1"})
    assert read(public) == {"a": "1"}


def test_a_folder_of_a_person_keeps_what_it_holds_and_how(tmp_path: Path) -> None:
    public = tmp_path / "public"
    write(public, {"a": "1"})
    public.chmod(0o750)
    hook = public / ".git/hooks/push"
    hook.parent.mkdir(parents=True)
    hook.write_text("#!/bin/sh")
    hook.chmod(0o755)
    (public / ".git/empty").mkdir(mode=0o700)
    (public / "latest").symlink_to("a")
    write(public, {"a": "2"})
    assert stat.S_IMODE(hook.stat().st_mode) == 0o755
    assert stat.S_IMODE((public / ".git/empty").stat().st_mode) == 0o700
    assert stat.S_IMODE(public.stat().st_mode) == 0o750
    assert os.readlink(public / "latest") == "a"


def test_without_hard_links_all_is_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refused)
    public = tmp_path / "public"
    write(public, {"a": "1", "b": "1"})
    (public / "CNAME").write_text("example.org")
    write(public, {"a": "1", "b": "2"})
    assert read(public) == {"CNAME": "example.org", "a": "1", "b": "2"}


WHOLE = [{f"page-{index}.html": str(number) for index in range(2)} for number in (1, 2)]


def build_until(line: int, destination: Path, *, exchanges: bool) -> bool:
    """Runs a build in a fork that is killed before the given line of `write` runs; False when there are fewer lines."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child:
        return os.WIFSIGNALED(os.waitpid(child, 0)[1])
    try:
        left = line

        def count(frame: FrameType, event: str, _: object) -> object:
            nonlocal left
            if "llmtimeline/write/" in frame.f_code.co_filename and event == "line":
                left -= 1
                if left == 0:
                    os.kill(os.getpid(), signal.SIGKILL)
            return count

        if not exchanges:
            write_site.exchange = lambda _one, _other: False
        sys.settrace(count)  # type: ignore[arg-type]
        write(destination, WHOLE[1])
    finally:
        os._exit(0)


@pytest.mark.parametrize("exchanges", [True, False])
def test_a_build_killed_at_any_line_leaves_one_whole_site(tmp_path: Path, *, exchanges: bool) -> None:
    public = tmp_path / "public"
    line = 0
    while True:
        line += 1
        write(public, WHOLE[0])
        (public / "CNAME").write_text("example.org")
        killed = build_until(line, public, exchanges=exchanges)
        if exchanges or public.exists():
            pages = read(public)
            assert pages.pop("CNAME") == "example.org", f"a person's file is lost at line {line}"
            assert pages in WHOLE, f"two builds are mixed at line {line}"
        write(public, {"index.html": "after"})
        assert read(public) == {"CNAME": "example.org", "index.html": "after"}, f"not mended after line {line}"
        assert [path.name for path in tmp_path.iterdir()] == ["public"], f"something is left after line {line}"
        if not killed:
            break
    assert line > 50
