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


def git(root: Path, *words: str, date: str = "2024-01-01T00:00:00+00:00") -> str:
    """What git says. `date` is the author's; the committer's is a later one."""
    environment = {
        **os.environ,
        **{f"GIT_{who}_{what}": "x" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
        "GIT_AUTHOR_DATE": date,
        "GIT_COMMITTER_DATE": "2026-01-01T00:00:00+00:00",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
    }
    done = subprocess.run(("git", *words), cwd=root, env=environment, check=True, capture_output=True, text=True)
    return done.stdout.strip()


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


def hostile_settings(marker: Path) -> str:
    """The configuration of a repository that tries to run a program, in all the ways in which a log might."""
    run = f"touch {marker}; false"
    return (
        f'[core]\n\tpager = "{run}"\n\tfsmonitor = "{run}"\n\tsshCommand = "{run}"\n\talternateRefsCommand = "{run}"\n'
        f'\thooksPath = "hooks"\n\trepositoryformatversion = 1\n'
        f'[alias]\n\tlog = "!{run}"\n\trev-parse = "!{run}"\n[diff]\n\texternal = "{run}"\n'
        f'[diff "evil"]\n\ttextconv = "{run}"\n\tcommand = "{run}"\n[filter "evil"]\n\tclean = "{run}"\n'
        f'[gpg]\n\tprogram = "{run}"\n[log]\n\tshowSignature = true\n\tshowRoot = false\n\tfollow = true\n'
        f'[pager]\n\tlog = "{run}"\n[extensions]\n\tpartialClone = origin\n[protocol "ext"]\n\tallow = always\n'
        f'[remote "origin"]\n\turl = "ext::sh -c \\"touch% {marker}\\""\n\tpromisor = true\n\tuploadpack = "{run}"\n'
    )


@needs_git
def test_a_repository_of_a_stranger_runs_nothing(tmp_path: Path) -> None:
    root, marker = tmp_path / "site", tmp_path / "ran"
    write(root, ".gitattributes", "* diff=evil filter=evil\n")
    git(root, "init", "--quiet")
    commit(root, "2024-01-01T00:00:00+00:00", **{"content/a.md": "a", "english/b.md": "b"})
    commit(root, "2024-02-01T00:00:00+00:00", **{"content/a.md": "aa", "content/[x].md": "x"})
    with open(root / ".git/config", "a", encoding="utf-8") as config:
        config.write(hostile_settings(marker))
    assert dates(load(root)) == {
        "content/[x].md": "2024-02-01T00:00:00+00:00",
        "content/a.md": "2024-02-01T00:00:00+00:00",
        "english/b.md": "2024-01-01T00:00:00+00:00",
    }
    # Without its objects, git would ask the remote for them.
    for folder in (root / ".git/objects").iterdir():
        shutil.rmtree(folder)
    assert [d.code for d in load(root).diagnostics] == ["LT010"]
    assert not marker.exists()


@needs_git
def test_the_files_of_a_bare_repository_in_the_site_are_files(tmp_path: Path) -> None:
    """They can be committed, unlike a folder `.git`; and git would believe the configuration among them."""
    outer, marker = tmp_path / "outer", tmp_path / "ran"
    root = outer / "site"
    outer.mkdir()
    git(outer, "init", "--quiet")
    commit(outer, "2024-01-01T00:00:00+00:00", **{"site/content/a.md": "a"})
    git(outer, "clone", "--bare", str(outer), str(tmp_path / "bare"))
    shutil.copytree(tmp_path / "bare", root, dirs_exist_ok=True)
    with open(root / "config", "a", encoding="utf-8") as config:
        config.write(hostile_settings(marker))
    assert "LT010" in [d.code for d in load(root).diagnostics]
    assert not marker.exists()


@needs_git
@pytest.mark.parametrize("date", ["99999999999999 +0000", "-1 +0000", "1 +9999", "x"])
def test_a_commit_of_an_impossible_date_dates_nothing(tmp_path: Path, date: str) -> None:
    git(tmp_path, "init", "--quiet")
    commit(tmp_path, "2024-01-01T00:00:00+00:00", **{"content/a.md": "a"})
    tree = git(tmp_path, "write-tree")
    write(tmp_path, "commit", f"tree {tree}\nauthor x <x> {date}\ncommitter x <x> {date}\n\nchange\n")
    commit_id = git(tmp_path, "hash-object", "-t", "commit", "-w", "--literally", "commit")
    git(tmp_path, "update-ref", "HEAD", commit_id)
    (file,) = load(tmp_path).value.content
    assert file.committed is None or file.committed.year < 2024
