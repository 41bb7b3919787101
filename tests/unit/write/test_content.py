"""New content files: all or none, never over another."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from llmtimeline.write import content
from llmtimeline.write.content import NewFile, write_new


def files_in(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_files_and_their_folders_are_made(tmp_path: Path) -> None:
    (tmp_path / "picture").write_bytes(b"\x00\xff")
    new = [NewFile(tmp_path / "a/b/x.md", "中\n".encode()), NewFile(tmp_path / "a/b/y.png", tmp_path / "picture")]
    write_new(new, force=False)
    assert files_in(tmp_path) == ["a", "a/b", "a/b/x.md", "a/b/y.png", "picture"]
    assert (tmp_path / "a/b/x.md").read_bytes() == "中\n".encode()
    assert (tmp_path / "a/b/y.png").read_bytes() == b"\x00\xff"


def test_none_is_made_when_one_is_there(tmp_path: Path) -> None:
    (tmp_path / "y.md").write_text("mine")
    new = [NewFile(tmp_path / "a/x.md", b"x"), NewFile(tmp_path / "y.md", b"y")]
    with pytest.raises(FileExistsError):
        write_new(new, force=False)
    assert files_in(tmp_path) == ["y.md"]
    assert (tmp_path / "y.md").read_text() == "mine"


def test_none_is_made_when_one_cannot_be_read(tmp_path: Path) -> None:
    new = [NewFile(tmp_path / "a/x.md", b"x"), NewFile(tmp_path / "a/y.png", tmp_path / "nowhere")]
    with pytest.raises(FileNotFoundError):
        write_new(new, force=True)
    assert files_in(tmp_path) == []


def test_force_replaces_a_file_and_a_link_but_not_what_the_link_names(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    (tmp_path / "x.md").symlink_to(tmp_path / "secret")
    (tmp_path / "y.md").write_text("old")
    write_new([NewFile(tmp_path / "x.md", b"x"), NewFile(tmp_path / "y.md", b"y")], force=True)
    assert (tmp_path / "secret").read_text() == "secret"
    assert not (tmp_path / "x.md").is_symlink()
    assert (tmp_path / "y.md").read_text() == "y"


def test_a_file_system_without_links_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError(1, "no links here")

    monkeypatch.setattr(content.os, "link", refused)
    write_new([NewFile(tmp_path / "x.md", b"x")], force=False)
    assert os.listdir(tmp_path) == ["x.md"]
    with pytest.raises(FileExistsError):
        write_new([NewFile(tmp_path / "x.md", b"y")], force=False)
    assert (tmp_path / "x.md").read_bytes() == b"x"
