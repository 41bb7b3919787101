"""What new posts begin with, as far as it tells which values nobody filled in."""

from __future__ import annotations

from pathlib import Path

from llmtimeline.load.archetypes import load_archetypes


def test_markdown_below_archetypes_is_read_and_nothing_else(tmp_path: Path) -> None:
    for path in ("default.md", "post/index.md", ".hidden.md", "note.txt"):
        (tmp_path / "archetypes" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "archetypes" / path).write_text("---\n---\n", "utf-8")
    assert [source.path for source in load_archetypes(tmp_path)] == [
        "archetypes/default.md",
        "archetypes/post/index.md",
    ]


def test_what_cannot_be_read_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "archetypes").mkdir()
    (tmp_path / "archetypes/default.md").write_bytes(b"\xff\xfe")
    (tmp_path / "archetypes/gone.md").symlink_to(tmp_path / "nowhere.md")
    assert load_archetypes(tmp_path) == ()


def test_a_site_needs_none(tmp_path: Path) -> None:
    assert load_archetypes(tmp_path) == ()
