"""One file made of several."""

from __future__ import annotations

from pathlib import Path

import pytest

from llmtimeline.write.staging import Staging, UnreadableError


@pytest.fixture
def staging(tmp_path: Path) -> Staging:
    (tmp_path / "staging").mkdir()
    return Staging(tmp_path / "staging", tmp_path / "public")


def files(folder: Path, *texts: str) -> list[Path]:
    paths = [folder / f"{number}.js" for number in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_bytes(text.encode())
    return paths


def test_each_part_stands_on_lines_of_its_own(tmp_path: Path, staging: Staging) -> None:
    staging.join("js/site.js", files(tmp_path, "// 一", "two();\n", ""))
    assert (staging.folder / "js/site.js").read_text("utf-8") == "// 一\ntwo();\n\n"


def test_a_part_that_is_gone_or_a_link_is_told_and_nothing_is_written(tmp_path: Path, staging: Staging) -> None:
    paths = files(tmp_path, "one();")
    (tmp_path / "link.js").symlink_to(paths[0])
    for missing in (tmp_path / "gone.js", tmp_path / "link.js"):
        with pytest.raises(UnreadableError):
            staging.join("js/site.js", [*paths, missing])
    assert list(staging.folder.iterdir()) == []


def test_what_the_site_holds_already_is_not_written_again(tmp_path: Path, staging: Staging) -> None:
    (tmp_path / "public/js").mkdir(parents=True)
    (tmp_path / "public/js/site.js").write_text("one();\n")
    staging.join("js/site.js", files(tmp_path, "one();"))
    assert (staging.folder / "js/site.js").samefile(tmp_path / "public/js/site.js")
