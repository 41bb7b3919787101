"""Dates from git."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from llmtimeline.load.tree import load_tree
from llmtimeline.values.config import Config, Language
from llmtimeline.values.diagnostics import Checked
from llmtimeline.values.places import Span
from llmtimeline.values.sources import Tree

PLACE = Span("hugo.yaml", 3, 16, 4)
CONFIG = Config(
    "hugo.yaml",
    languages=(Language("zh", "zh", "中文"), Language("en", "en", "English", content_dir="english")),
    git_info=True,
    places={"enablegitinfo": PLACE},
)
needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not at hand")


def git(root: Path, *words: str, date: str = "2024-01-01T00:00:00+00:00") -> None:
    """`date` is the author's; the committer's is a later one."""
    environment = {
        **os.environ,
        **{f"GIT_{who}_{what}": "x" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
        "GIT_AUTHOR_DATE": date,
        "GIT_COMMITTER_DATE": "2026-01-01T00:00:00+00:00",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
    }
    subprocess.run(("git", *words), cwd=root, env=environment, check=True, capture_output=True)


def write(root: Path, path: str, text: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, "utf-8")


def commit(root: Path, date: str, **files: str) -> None:
    for path, text in files.items():
        write(root, path, text)
    git(root, "add", "--all")
    git(root, "commit", "--message", "change", date=date)


def load(root: Path) -> Checked[Tree]:
    return load_tree(root, CONFIG)


def dates(checked: Checked[Tree]) -> dict[str, str]:
    return {file.source.path: file.committed.isoformat() if file.committed else "" for file in checked.value.content}


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    root = tmp_path / "repository"
    root.mkdir()
    git(root, "init", "--quiet")
    commit(root, "2024-01-02T03:04:05+08:00", **{"site/content/周 报.md": "1", "site/content/b.md": "1"})
    commit(root, "2024-05-05T00:00:00+00:00", **{"site/content/b.md": "2", "site/english/c.md": "1", "d.md": "1"})
    write(root, "site/content/new.md", "not committed")
    return root


@needs_git
def test_each_file_has_the_authors_date_of_its_newest_commit(repository: Path) -> None:
    checked = load(repository / "site")
    assert checked.diagnostics == ()
    assert dates(checked) == {
        "content/b.md": "2024-05-05T00:00:00+00:00",
        "content/new.md": "",
        "content/周 报.md": "2024-01-02T03:04:05+08:00",
        "english/c.md": "2024-05-05T00:00:00+00:00",
    }


@needs_git
def test_a_persons_own_settings_of_git_change_nothing(repository: Path) -> None:
    before = dates(load(repository / "site"))
    for key, value in {"log.showSignature": "true", "color.ui": "always", "log.date": "relative"}.items():
        git(repository, "config", key, value)
    git(repository, "mv", "site/content/b.md", "site/content/moved.md")
    git(repository, "commit", "--message", "move", date="2024-06-06T00:00:00+00:00")
    after = dates(load(repository / "site"))
    assert after.pop("content/moved.md") == "2024-06-06T00:00:00+00:00"
    assert after == {path: date for path, date in before.items() if path != "content/b.md"}


@needs_git
def test_a_shallow_clone_is_a_warning(repository: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", "--depth", "1", repository.as_uri(), "clone")
    (found,) = load(tmp_path / "clone/site").diagnostics
    assert (found.code, str(found.severity), found.span) == ("LT010", "warning", PLACE)
    assert "fetch-depth: 0" in found.hint


@needs_git
@pytest.mark.parametrize("is_repository", [False, True])
def test_without_commits_there_is_a_note_and_the_build_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_repository: bool
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    write(tmp_path, "content/a.md", "x")
    write(tmp_path, "english/a.md", "x")
    if is_repository:
        git(tmp_path, "init", "--quiet")
    checked = load(tmp_path)
    assert [(d.code, str(d.severity)) for d in checked.diagnostics] == [("LT010", "note")]
    assert set(dates(checked).values()) == {""}


def test_without_git_there_is_a_note_and_the_build_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    write(tmp_path, "content/a.md", "x")
    write(tmp_path, "english/a.md", "x")
    assert [d.code for d in load(tmp_path).diagnostics] == ["LT010"]
