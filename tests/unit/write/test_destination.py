"""Where a site may be written."""

from __future__ import annotations

from pathlib import Path

import pytest

from llmtimeline.write.destination import check_destination
from llmtimeline.write.marker import write_marker


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
    assert codes(root / "public/site", root) == []


def test_a_home_folder_is_no_output_even_when_it_is_empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    assert codes(home, tmp_path / "site") == ["LT603"]
    assert codes(Path("/"), tmp_path / "site") == ["LT603"]


def test_an_output_inside_a_folder_that_links_to_the_content_is_refused(tmp_path: Path) -> None:
    root = tmp_path / "site"
    (root / "content").mkdir(parents=True)
    (tmp_path / "elsewhere").symlink_to(root)
    assert codes(tmp_path / "elsewhere/content/out", root) == ["LT603"]


def test_a_mount_point_is_refused_as_it_cannot_be_exchanged(tmp_path: Path) -> None:
    assert codes(Path("/proc"), tmp_path / "site") == ["LT601"]


@pytest.mark.parametrize(
    ("foreign", "planned"),
    [
        ("robots.txt", "robots.txt"),  # a file where a file shall stand
        ("post", "post/index.html"),  # a file where a folder shall stand
        ("about/readme.txt", "about"),  # a folder where a file shall stand
        ("ours/readme.txt", "ours"),  # a file in a folder of ours where a file shall stand
    ],
)
def test_a_file_of_a_person_is_never_overwritten(tmp_path: Path, foreign: str, planned: str) -> None:
    public = tmp_path / "public"
    public.mkdir()
    write_marker(public, ["index.html", "ours/index.html"])
    (public / foreign).parent.mkdir(exist_ok=True)
    (public / foreign).write_text("mine")
    (public / "CNAME").write_text("mine")
    found = check_destination(public, tmp_path / "site", (), ["index.html", planned])
    assert [diagnostic.code for diagnostic in found] == ["LT601"]
    assert foreign.split("/")[0] in found[0].message
    assert check_destination(public, tmp_path / "site", (), ["index.html"]) == ()


def test_a_file_of_a_person_beside_new_ones_is_no_obstacle(tmp_path: Path) -> None:
    public = tmp_path / "public"
    (public / "images").mkdir(parents=True)
    write_marker(public, ["index.html"])
    (public / "images/mine.png").write_text("mine")
    assert check_destination(public, tmp_path / "site", (), ["images/ours.png"]) == ()


def test_many_files_in_the_way_are_counted(tmp_path: Path) -> None:
    public = tmp_path / "public"
    public.mkdir()
    write_marker(public, [])
    names = [f"{number}.html" for number in range(9)]
    for name in names:
        (public / name).write_text("mine")
    found = check_destination(public, tmp_path / "site", (), names)
    assert len(found) == 6
    assert found[-1].message.startswith("4 more files")
