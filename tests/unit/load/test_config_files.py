"""Config files, templates of Hugo and added style sheets, on disk."""

from __future__ import annotations

from pathlib import Path

from llmtimeline.load.config import find_config
from llmtimeline.load.tree import load_tree
from llmtimeline.values.config import Config, Language
from llmtimeline.values.diagnostics import Checked
from llmtimeline.values.sources import Tree

EN = (Language("en", "en", "English"),)


def write(root: Path, files: dict[str, str | bytes]) -> None:
    for path, content in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content if isinstance(content, bytes) else content.encode())


def load(root: Path, *themes: str, path: str = "hugo.yaml") -> Checked[Tree]:
    return load_tree(root, Config(path, languages=EN, theme=themes))


def test_files_of_a_config_folder_come_after_the_root_file_and_in_order(tmp_path: Path) -> None:
    names = ["params.yaml", "hugo.toml", "menus.zh.json", "nested/markup.yml", "README.md", ".hidden.yaml", "x.yaml~"]
    write(tmp_path, {f"config/_default/{name}": "a: b" for name in names})
    write(tmp_path, {"config/staging/hugo.yaml": "", "config/other/hugo.yaml": "", "config.yaml": ""})
    found = find_config(tmp_path, "staging")
    assert found.diagnostics == ()
    assert [source.path for source in found.value] == [
        "config.yaml",
        "config/_default/hugo.toml",
        "config/_default/menus.zh.json",
        "config/_default/nested/markup.yml",
        "config/_default/params.yaml",
        "config/staging/hugo.yaml",
    ]


def test_a_config_folder_alone_makes_a_site(tmp_path: Path) -> None:
    write(tmp_path, {"config/_default/hugo.yaml": "title: x"})
    assert [source.path for source in find_config(tmp_path).value] == ["config/_default/hugo.yaml"]
    write(tmp_path / "empty", {"config/_default/README.md": ""})
    assert [d.code for d in find_config(tmp_path / "empty").diagnostics] == ["LT005"]


def test_each_unreadable_file_is_told(tmp_path: Path) -> None:
    write(tmp_path, {"hugo.yaml": b"\xff", "config/_default/params.yaml": b"\xff", "config/_default/menus.yaml": ""})
    found = find_config(tmp_path)
    assert [(d.code, d.span.path) for d in found.diagnostics if d.span] == [
        ("LT001", "hugo.yaml"),
        ("LT001", "config/_default/params.yaml"),
    ]
    assert [source.path for source in found.value] == ["config/_default/menus.yaml"]


def test_go_templates_are_one_note_at_the_first(tmp_path: Path) -> None:
    write(tmp_path, {"layouts/partials/extend_head.html": "", "layouts/_default/single.html": ""})
    write(tmp_path, {"themes/ananke/layouts/index.html": "", "themes/ananke/static/x.css": ""})
    checked = load(tmp_path, "ananke")
    (found,) = checked.diagnostics
    assert (found.code, str(found.severity), found.span and found.span.path) == (
        "LT009",
        "note",
        "layouts/_default/single.html",
    )
    assert found.message == "3 templates in layouts/ and themes/ananke/layouts/ are Go templates and cannot run here"
    assert "x.css" in {asset.path for asset in checked.value.theme.assets}


def test_one_go_template_is_told_in_the_singular(tmp_path: Path) -> None:
    write(tmp_path, {"layouts/404.html": ""})
    assert [d.message for d in load(tmp_path).diagnostics] == [
        "1 template in layouts/ is a Go template and cannot run here"
    ]


def test_a_theme_that_is_not_there_stops_no_site_of_hugos(tmp_path: Path) -> None:
    assert [(d.code, str(d.severity)) for d in load(tmp_path, "nowhere").diagnostics] == [("LT006", "note")]
    ours = load(tmp_path, "nowhere", path="llmtimeline.yaml")
    assert [(d.code, str(d.severity)) for d in ours.diagnostics] == [("LT006", "error")]


def test_added_style_sheets_are_published(tmp_path: Path) -> None:
    extended = "assets/css/extended"
    write(
        tmp_path, {f"{extended}/b.css": "b", f"{extended}/a.css": "a", f"{extended}/note.txt": "", "assets/x.css": ""}
    )
    write(tmp_path, {f"themes/t/{extended}/a.css": "theirs", f"themes/t/{extended}/c.css": "c"})
    checked = load(tmp_path, "t")
    found = {a.path: a for a in checked.value.theme.assets if a.path.startswith("css/extended/")}
    assert list(found) == ["css/extended/a.css", "css/extended/b.css", "css/extended/c.css"]
    assert found["css/extended/a.css"].origin == str(tmp_path / extended / "a.css")
    assert all(asset.digest for asset in found.values())
