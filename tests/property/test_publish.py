"""Whatever a person does to the output folder between builds: we replace what is ours, and touch nothing else."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from llmtimeline.write.destination import check_destination
from llmtimeline.write.lock import locked
from llmtimeline.write.marker import MARKER
from llmtimeline.write.site import discard, open_staging, publish

# Few names, so that files of both sides meet often, as file against file and as file against folder.
NAMES = st.sampled_from(["a", "b", "#c", "中"])
PATHS = st.lists(NAMES, min_size=1, max_size=3).map("/".join)
FILES = st.dictionaries(PATHS, st.sampled_from(["x", "y"]), max_size=6)


def without_clashes(files: dict[str, str]) -> dict[str, str]:
    """The files that can stand beside each other: none is the folder of another. The plan sees to that."""
    return {path: text for path, text in files.items() if not any(other.startswith(f"{path}/") for other in files)}


def read(folder: Path) -> dict[str, str]:
    paths = (path for path in folder.rglob("*") if path.is_file() and path.name != MARKER)
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in paths}


def put_by_hand(folder: Path, files: dict[str, str], ours: set[str]) -> dict[str, str]:
    """Writes what the folder has room for, and gives that; a file of ours stays as it is."""
    written = {}
    for path, text in files.items():
        above = [folder.joinpath(*path.split("/")[:depth]) for depth in range(1, path.count("/") + 1)]
        if path in ours or (folder / path).exists() or any(parent.is_file() for parent in above):
            continue
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
        written[path] = text
    return written


@settings(max_examples=150)
@given(st.lists(st.tuples(FILES.map(without_clashes), FILES), min_size=1, max_size=5))
def test_a_build_replaces_what_is_ours_and_nothing_else(steps: list[tuple[dict[str, str], dict[str, str]]]) -> None:
    root = Path(tempfile.mkdtemp())
    public = root / "public"
    site: dict[str, str] = {}
    mine: dict[str, str] = {}
    try:
        for planned, by_hand in steps:
            if check_destination(public, root / "site", (), list(planned)):
                # Refused: then a file of mine really is where one of the site's would stand, and all stays as it was.
                assert any(
                    path == other or path.startswith(f"{other}/") or other.startswith(f"{path}/")
                    for path in planned
                    for other in mine
                )
            else:
                with locked(public):
                    staging = open_staging(public)
                    for path, text in planned.items():
                        staging.put(path, text.encode())
                    publish(staging, list(planned))
                    discard(staging)
                site = planned
            assert read(public) == {**site, **mine}
            assert [entry.name for entry in root.iterdir()] == ["public"]
            mine |= put_by_hand(public, by_hand, set(site))
    finally:
        shutil.rmtree(root)
