"""What the disk gives, and what it refuses to give."""

from __future__ import annotations

import os
import random
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from llmtimeline.load.config import find_config
from llmtimeline.load.reading import read_text
from llmtimeline.load.tree import load_tree
from llmtimeline.values.config import Config, Language
from llmtimeline.values.diagnostics import Checked, Diagnostic
from llmtimeline.values.sources import Tree

CONFIG = Config("llmtimeline.yaml", languages=(Language("en", "en", "English"),))


def write(root: Path, files: dict[str, str | bytes]) -> None:
    for path, content in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content if isinstance(content, bytes) else content.encode())


def load(root: Path, config: Config = CONFIG) -> Checked[Tree]:
    return load_tree(root, config)


def codes(checked: Checked[Tree]) -> list[str]:
    return [diagnostic.code for diagnostic in checked.diagnostics]


def test_a_folder_without_a_config_is_no_site(tmp_path: Path) -> None:
    checked = find_config(tmp_path)
    assert checked.value == ()
    assert [d.code for d in checked.diagnostics] == ["LT005"]


def test_our_config_comes_before_hugos(tmp_path: Path) -> None:
    write(tmp_path, {"hugo.yaml": "title: theirs", "llmtimeline.yaml": "title: ours"})
    checked = find_config(tmp_path)
    assert [source.path for source in checked.value] == ["llmtimeline.yaml"]


def test_byte_order_marks_and_foreign_line_ends_are_gone(tmp_path: Path) -> None:
    write(tmp_path, {"content/a.md": b"\xef\xbb\xbfone\r\ntwo\rthree\n"})
    assert load(tmp_path).value.content[0].source.text == "one\ntwo\nthree\n"


def test_a_file_that_is_not_utf_8_is_told_at_the_byte(tmp_path: Path) -> None:
    write(tmp_path, {"content/a.md": "标题\n中".encode() + "文".encode("gbk"), "content/b.md": "fine"})
    checked = load(tmp_path)
    assert codes(checked) == ["LT001"]
    assert (checked.diagnostics[0].span.line, checked.diagnostics[0].span.column) == (2, 2)  # type: ignore[union-attr]
    assert [file.inner for file in checked.value.content] == ["b.md"]


def test_a_file_in_utf_16_is_called_by_its_name(tmp_path: Path) -> None:
    write(tmp_path, {"content/a.md": "text".encode("utf-16")})
    assert "UTF-16" in load(tmp_path).diagnostics[0].hint


def test_a_link_out_of_the_site_is_not_followed(tmp_path: Path) -> None:
    site, secret = tmp_path / "site", tmp_path / "secret.md"
    secret.write_text("secret")
    write(site, {"content/a.md": "a", "static/b.txt": "b"})
    (site / "content/link.md").symlink_to(secret)
    (site / "static/link.txt").symlink_to("../../secret.md")
    (site / "content/folder").symlink_to(tmp_path)
    checked = load(site)
    assert codes(checked) == ["LT003", "LT003", "LT003"]
    assert [file.inner for file in checked.value.content] == ["a.md"]
    assert "link.txt" not in {asset.path for asset in checked.value.theme.assets}


def test_a_link_inside_the_site_is_followed_and_a_ring_is_not(tmp_path: Path) -> None:
    write(tmp_path, {"content/a.md": "a"})
    (tmp_path / "content/b.md").symlink_to("a.md")
    (tmp_path / "content/ring").symlink_to(".")
    checked = load(tmp_path)
    assert codes(checked) == []
    assert [file.inner for file in checked.value.content] == ["a.md", "b.md"]


def test_junk_is_passed_over_and_an_underscore_is_no_junk(tmp_path: Path) -> None:
    names = [".DS_Store", "x.md~", ".hidden.md", "#x.md#", "x.swp", "Thumbs.db", "_page.md", "x.md"]
    write(tmp_path, {f"content/post/{name}": "x" for name in names})
    checked = load(tmp_path)
    assert [file.inner for file in checked.value.content] == ["post/_page.md", "post/x.md"]
    assert checked.value.resources == ()


def test_other_formats_are_named_and_other_files_are_resources(tmp_path: Path) -> None:
    write(tmp_path, {"content/a.adoc": "= A", "content/post/b/data.csv": b"\x89"})
    checked = load(tmp_path)
    assert codes(checked) == ["LT007"]
    assert [resource.path for resource in checked.value.resources] == ["post/b/data.csv"]


def test_a_file_too_large_is_left_out(tmp_path: Path) -> None:
    write(tmp_path, {"content/a.md": b"x" * (10 * 1024 * 1024 + 1)})
    checked = load(tmp_path)
    assert codes(checked) == ["LT002"]
    assert checked.value.content == ()


def test_invisible_direction_marks_are_told(tmp_path: Path) -> None:
    write(tmp_path, {"content/a.md": "first\nab\u202ecd"})
    diagnostic = load(tmp_path).diagnostics[0]
    assert diagnostic.code == "LT008"
    assert (diagnostic.span.line, diagnostic.span.column) == (2, 3)  # type: ignore[union-attr]


def test_each_language_may_have_its_own_content_folder(tmp_path: Path) -> None:
    zh = Language("zh", "zh-Hans", "中文", content_dir="content/zh")
    en = Language("en", "en", "English", content_dir="content/en")
    write(tmp_path, {"content/zh/a.md": "a", "content/en/a.md": "a"})
    content = load(tmp_path, Config("llmtimeline.yaml", languages=(zh, en))).value.content
    assert [(file.inner, file.language) for file in content] == [("a.md", "en"), ("a.md", "zh")]


def test_the_sites_own_template_hides_ours_and_can_still_name_it(tmp_path: Path) -> None:
    write(tmp_path, {"templates/base.html": "mine"})
    templates = load(tmp_path).value.theme.templates
    assert templates["base.html"].text == "mine"
    assert templates["!theme/base.html"].path == "<built-in>/templates/base.html"


def test_the_sites_static_file_hides_ours(tmp_path: Path) -> None:
    write(tmp_path, {"static/css/site.css": "body{}"})
    found = {asset.path: asset for asset in load(tmp_path).value.theme.assets}
    assert found["css/site.css"].size == 6
    assert len(found["css/site.css"].digest) == 8


def test_the_built_in_catalog_can_be_turned_off(tmp_path: Path) -> None:
    assert [source.path for source in load(tmp_path).value.data] == [
        "<built-in>/data/vendors.yaml",
        "<built-in>/data/models.yaml",
    ]
    timeline = replace(CONFIG.timeline, builtin_catalog=False)
    assert load(tmp_path, replace(CONFIG, timeline=timeline)).value.data == ()


@pytest.mark.parametrize(("name", "severity"), [("llmtimeline.yaml", "error"), ("hugo.yaml", "note")])
def test_a_theme_of_go_templates_stops_only_a_config_of_ours(tmp_path: Path, name: str, severity: str) -> None:
    checked = load(tmp_path, Config(name, languages=CONFIG.languages, theme=("PaperMod",)))
    assert [(d.code, str(d.severity)) for d in checked.diagnostics] == [("LT006", severity)]


def test_the_order_of_the_disk_does_not_matter(tmp_path: Path) -> None:
    names = [f"content/post/{stem}.md" for stem in ("b", "a", "é", "中", "Z", "10", "9")]
    one, other = tmp_path / "one", tmp_path / "other"
    write(one, dict.fromkeys(names, "x"))
    write(other, dict.fromkeys(random.Random(3).sample(names, len(names)), "x"))
    assert [file.inner for file in load(one).value.content] == [file.inner for file in load(other).value.content]


def test_a_link_to_a_hidden_file_is_not_followed_even_inside_the_site(tmp_path: Path) -> None:
    write(tmp_path, {".git/config": "token", "static/a.txt": "a"})
    (tmp_path / "static/b.txt").symlink_to("../.git/config")
    checked = load(tmp_path)
    assert codes(checked) == ["LT003"]
    assert "b.txt" not in {asset.path for asset in checked.value.theme.assets}


def test_a_link_that_leads_nowhere_or_to_itself_is_told(tmp_path: Path) -> None:
    write(tmp_path, {"content/a.md": "a"})
    (tmp_path / "content/gone.md").symlink_to("nothing.md")
    (tmp_path / "content/self.md").symlink_to("self.md")
    checked = load(tmp_path)
    assert codes(checked) == ["LT004", "LT004"]
    assert [file.inner for file in checked.value.content] == ["a.md"]


def test_a_ladder_of_links_is_climbed_once(tmp_path: Path) -> None:
    write(tmp_path, {f"content/{number:02}/a.md": "a" for number in range(30)})
    for number in range(29):
        for name in ("left", "right"):
            (tmp_path / f"content/{number:02}/{name}").symlink_to(f"../{number + 1:02}")
    # Two to the power of 29 paths lead through the ladder.
    assert 30 <= len(load(tmp_path).value.content) <= 60


def test_a_config_or_catalog_that_is_a_link_out_of_the_site_is_not_read(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write(tmp_path, {"secret.yaml": "a: b", "site/content/a.md": "a"})
    (site / "data").mkdir()
    (site / "data/vendors.yaml").symlink_to("../../secret.yaml")
    (site / "hugo.yaml").symlink_to("../secret.yaml")
    assert [d.code for d in find_config(site).diagnostics] == ["LT003"]
    assert codes(load(site)) == ["LT003"]


def test_a_pipe_is_no_content(tmp_path: Path) -> None:
    write(tmp_path, {"content/a.md": "a"})
    os.mkfifo(tmp_path / "content/b.md")
    (tmp_path / "content/c.md").symlink_to("b.md")
    assert [file.inner for file in load(tmp_path).value.content] == ["a.md"]


def test_a_link_that_takes_the_place_of_a_file_while_the_build_runs_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    (tmp_path / "a.md").symlink_to("secret")
    found: list[Diagnostic] = []
    assert read_text(tmp_path / "a.md", "content/a.md", 100, found) is None
    assert [diagnostic.code for diagnostic in found] == ["LT004"]


def test_a_folder_that_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"content/post/a.md": "a", "content/b.md": "b"})
    scandir = os.scandir

    def locked(folder: Path) -> object:
        if folder.name == "post":
            raise PermissionError(13, "Permission denied")
        return scandir(folder)

    monkeypatch.setattr(os, "scandir", locked)
    checked = load(tmp_path)
    assert [(d.code, d.span.path if d.span else "") for d in checked.diagnostics] == [("LT004", "content/post/")]
    assert [file.inner for file in checked.value.content] == ["b.md"]


def test_a_file_name_that_cannot_be_printed_is_told_in_letters(tmp_path: Path) -> None:
    write(tmp_path, {"content/a.md": "a"})
    for name in (b"a\xff.md", b"b\n.md"):
        with open(os.fsencode(tmp_path) + b"/content/" + name, "wb") as file:
            file.write(b"x")
    checked = load(tmp_path)
    assert [(d.code, d.span.path if d.span else "") for d in checked.diagnostics] == [
        ("LT001", "content/a\ufffd.md"),
        ("LT001", "content/b\ufffd.md"),
    ]


def test_folders_nested_without_end_are_walked(tmp_path: Path) -> None:
    deep = "content/" + "d/" * 1200
    folder = os.open(tmp_path, os.O_RDONLY)
    try:
        for part in deep.strip("/").split("/"):
            os.mkdir(part, dir_fd=folder)
            deeper = os.open(part, os.O_RDONLY, dir_fd=folder)
            os.close(folder)
            folder = deeper
    finally:
        os.close(folder)
    assert load(tmp_path).value.content == ()
    subprocess.run(["rm", "-rf", tmp_path / "content"], check=True)  # deeper than pytest itself can tidy up


def test_only_hidden_files_that_hosts_read_are_published(tmp_path: Path) -> None:
    names = [".nojekyll", ".htaccess", ".env", ".DS_Store", ".git/config", ".well-known/security.txt"]
    write(tmp_path, {f"static/{name}": "x" for name in names})
    found = {asset.path for asset in load(tmp_path).value.theme.assets if asset.path.startswith(".")}
    assert found == {".nojekyll", ".htaccess", ".well-known/security.txt"}


def test_a_number_sign_alone_makes_no_junk(tmp_path: Path) -> None:
    write(tmp_path, {"content/#1.md": "x", "content/#1.md#": "x"})
    assert [file.inner for file in load(tmp_path).value.content] == ["#1.md"]


def test_a_content_folder_that_the_config_names_must_be_there(tmp_path: Path) -> None:
    assert codes(load(tmp_path)) == []
    assert codes(load(tmp_path, replace(CONFIG, content_dir="posts"))) == ["LT006"]


def test_where_every_language_has_a_content_folder_no_other_is_read(tmp_path: Path) -> None:
    languages = tuple(Language(key, key, key, content_dir=f"content/{key}") for key in ("zh", "en"))
    write(tmp_path, {"content/zh/a.md": "a", "content/en/a.md": "a", "content/stray.md": "x"})
    content = load(tmp_path, replace(CONFIG, languages=languages)).value.content
    assert [file.inner for file in content] == ["a.md", "a.md"]


def test_words_of_every_layer_are_kept_the_nearest_first(tmp_path: Path) -> None:
    write(tmp_path, {"i18n/ZH.yaml": "a: b", "themes/t/templates/i18n/zh.yml": "a: c"})
    words = load(tmp_path, replace(CONFIG, theme=("t",))).value.theme.words
    assert [source.path for source in words["zh"]] == [
        "i18n/ZH.yaml",
        "themes/t/templates/i18n/zh.yml",
        "<built-in>/templates/i18n/zh.yaml",
    ]
