"""`llmtimeline new content`, as people type it."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from llmtimeline.shell.cli import main

REAL_SITE = Path(__file__).parents[3] / "../shared/input/llmupdate"
CLOCK = "2023-10-01T08:05:09+08:00"
CONFIG = """\
baseURL: https://example.org/
title: 时间线
defaultContentLanguage: zh
timeZone: Asia/Shanghai
languages:
  zh: {label: 中文, weight: 1}
  en: {label: English, weight: 2}
params:
  author: Me
"""
ARCHETYPE = '---\ntitle: "{{ replace .Name "-" " " | title }}"\ndate: {{ .Date }}\ndraft: true\n---\n'


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write(tmp_path, "llmtimeline.yaml", CONFIG)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    return tmp_path


def write(site: Path, path: str, text: str) -> None:
    (site / path).parent.mkdir(parents=True, exist_ok=True)
    (site / path).write_text(text, encoding="utf-8")


def call(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def new(*arguments: str, code: int = 0) -> Result:
    result = call("new", *arguments, "--clock", CLOCK)
    assert result.exit_code == code, result.output
    assert "LT901" not in result.output
    return result


def content(site: Path) -> list[str]:
    return sorted(path.relative_to(site).as_posix() for path in (site / "content").rglob("*") if path.is_file())


@pytest.mark.parametrize("words", [("post/my-first-post.md",), ("content", "content/post/my-first-post.md")])
def test_a_post_without_any_archetype(site: Path, words: tuple[str, ...]) -> None:
    result = new(*words)
    assert (result.stdout, result.stderr) == ("created content/post/my-first-post.md\n", "")
    text = (site / "content/post/my-first-post.md").read_text("utf-8")
    assert 'title: "My First Post"\n' in text
    assert "date: 2023-10-01T08:05:09+08:00\n" in text
    assert "draft: true\n" in text


def test_a_new_post_builds_without_a_finding(site: Path) -> None:
    new("post/x.md", "--all-languages")
    result = call("build", "-D", "--strict", "--clock", CLOCK)
    assert (result.exit_code, result.stderr) == (0, "")
    assert (site / "public/post/x/index.html").is_file()
    assert (site / "public/en/post/x/index.html").is_file()


def test_the_nearest_archetype_counts_and_a_name_more_than_a_layer(site: Path) -> None:
    write(site, "llmtimeline.yaml", CONFIG + "theme: paper\n")
    (site / "themes/paper/templates").mkdir(parents=True)
    write(site, "themes/paper/archetypes/default.md", "theme default")
    write(site, "themes/paper/archetypes/post.md", "theme post")
    new("post/a.md")
    new("news/a.md")
    write(site, "archetypes/default.md", "site default")
    new("post/b.md")
    new("news/b.md")
    write(site, "archetypes/post.md", "site post")
    new("post/c.md")
    new("news/c.md", "--kind", "post")
    new("-k", "post", "d.md")
    texts = {path: (site / path).read_text() for path in content(site)}
    assert texts == {
        "content/d.md": "site post",
        "content/news/a.md": "theme default",
        "content/news/b.md": "site default",
        "content/news/c.md": "site post",
        "content/post/a.md": "theme post",
        "content/post/b.md": "theme post",
        "content/post/c.md": "site post",
    }


def test_a_kind_that_nobody_has_is_told(site: Path) -> None:
    result = new("post/x.md", "--kind", "nope")
    assert "warning[LT401]: there is no archetype `nope`" in result.stderr
    assert content(site) == ["content/post/x.md"]


def test_an_archetype_is_run_for_the_file_and_its_language(site: Path) -> None:
    write(
        site,
        "archetypes/post.md",
        "{{ .Name }}|{{ .Type }}|{{ .Section }}|{{ .Lang }}|{{ .Language.Label }}|{{ .File.Dir }}"
        "|{{ .File.LogicalName }}|{{ .File.ContentBaseName }}|{{ .File.TranslationBaseName }}"
        "|{{ .Site.Title }}|{{ .Site.Params.Author }}",
    )
    new("post/hello_world.en.md")
    new("post/2023/my-bundle/index.md")
    assert (site / "content/post/hello_world.en.md").read_text("utf-8") == (
        "hello_world|post|post|en|English|post/|hello_world.en.md|hello_world|hello_world|时间线|Me"
    )
    assert (site / "content/post/2023/my-bundle/index.md").read_text("utf-8") == (
        "my-bundle|post|post|zh|中文|post/2023/my-bundle/|index.md|my-bundle|index|时间线|Me"
    )


def test_both_languages_at_once(site: Path) -> None:
    result = new("post/x.md", "--languages", "zh,en")
    assert result.stdout == "created content/post/x.zh.md\ncreated content/post/x.en.md\n"
    assert content(site) == ["content/post/x.en.md", "content/post/x.zh.md"]


def test_languages_with_folders_of_their_own(site: Path) -> None:
    write(
        site,
        "llmtimeline.yaml",
        CONFIG.replace("weight: 1", "weight: 1, contentDir: content/zh").replace(
            "weight: 2", "weight: 2, contentDir: en"
        ),
    )
    assert new("post/x.md", "--all-languages").stdout == "created content/zh/post/x.md\ncreated en/post/x.md\n"
    assert new("post/y.en.md").stdout == "created en/post/y.md\n"
    assert new("content/zh/post/z.md").stdout == "created content/zh/post/z.md\n"


def test_a_language_that_the_site_lacks(site: Path) -> None:
    assert "error[LT112]" in new("post/x.md", "--languages", "zh,fr", code=1).stderr
    assert not (site / "content").exists()
    assert "warning[LT112]" in new("post/x.fr.md").stderr


@pytest.fixture
def album(site: Path) -> Path:
    write(site, "archetypes/album/index.md", ARCHETYPE)
    write(site, "archetypes/album/notes/remark.md", "about {{ .Name }}")
    (site / "archetypes/album/cover.png").write_bytes(b"\x89PNG {{ .Name }}")
    return site


def test_a_folder_makes_a_bundle(album: Path) -> None:
    result = new("album/trip-to-x")
    assert "created content/album/trip-to-x/index.md\n" in result.stdout
    made = album / "content/album/trip-to-x"
    assert content(album) == [
        f"content/album/trip-to-x/{name}" for name in ("cover.png", "index.md", "notes/remark.md")
    ]
    assert 'title: "Trip to X"' in (made / "index.md").read_text("utf-8")
    assert (made / "cover.png").read_bytes() == b"\x89PNG {{ .Name }}"
    assert (made / "notes/remark.md").read_text("utf-8") == "about remark"


def test_a_folder_makes_a_bundle_in_several_languages(album: Path) -> None:
    new("post/a/index.md", "-k", "album", "--all-languages")
    names = ("cover.png", "index.en.md", "index.zh.md", "notes/remark.en.md", "notes/remark.zh.md")
    assert content(album) == [f"content/post/a/{name}" for name in names]
    write(album, "archetypes/two/index.zh.md", "zh")
    write(album, "archetypes/two/index.en.md", "en")
    new("two/b")
    new("two/c", "--languages", "en")
    assert content(album)[-3:] == [
        "content/two/b/index.en.md",
        "content/two/b/index.zh.md",
        "content/two/c/index.en.md",
    ]


def test_a_folder_makes_no_single_file(album: Path) -> None:
    assert "write `post/x/index.md`" in new("post/x.md", "-k", "album", code=1).stderr
    new("album/single.md")  # a folder of the section's name is passed over for a single file
    assert content(album) == ["content/album/single.md"]


def test_a_path_without_a_suffix(site: Path) -> None:
    result = new("post/x", code=1)
    assert "error[LT007]: `post/x` names no Markdown file" in result.stderr
    assert "write `post/x.md`" in result.stderr
    assert result.stderr.endswith("nothing was written\n")
    assert not (site / "content").exists()


def test_a_file_that_is_there_stays(site: Path) -> None:
    write(site, "content/post/x.md", "mine")
    assert "error[LT605]: `content/post/x.md` is there already" in new("post/x.md", code=1).stderr
    assert (site / "content/post/x.md").read_text() == "mine"
    assert new("post/x.md", "--force").stdout == "created content/post/x.md\n"
    assert (site / "content/post/x.md").read_text() != "mine"


@pytest.mark.parametrize("there", ["content/post/x.zh.md", "content/post/x/index.md"])
def test_the_same_page_under_another_name_is_in_the_way(site: Path, there: str) -> None:
    write(site, there, "mine")
    assert f"`{there}` is there already, and is the same page" in new("post/x.md", "-f", code=1).stderr
    assert content(site) == [there]


def test_none_of_several_is_made_when_one_is_there(site: Path) -> None:
    write(site, "content/post/x.en.md", "mine")
    new("post/x.md", "--all-languages", code=1)
    assert content(site) == ["content/post/x.en.md"]


@pytest.mark.parametrize("path", ["../x.md", "/tmp/x.md", "post/../../x.md", "post/.x.md"])
def test_a_path_out_of_the_content(site: Path, path: str) -> None:
    assert "error[LT" in new(path, code=1).stderr
    assert sorted(os.listdir(site)) == ["llmtimeline.yaml"]


def test_a_link_out_of_the_site_is_not_followed(site: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (site / "content").mkdir()
    (site / "content/post").symlink_to(outside)
    (site / "archetypes").mkdir()
    (site / "archetypes/news.md").symlink_to(outside / "secret.md")
    (outside / "secret.md").write_text("secret")
    assert "error[LT003]" in new("post/x.md", code=1).stderr
    assert "error[LT003]" in new("news/x.md", code=1).stderr
    assert os.listdir(outside) == ["secret.md"]


def test_a_fault_of_the_archetype_writes_nothing(site: Path) -> None:
    write(site, "archetypes/post.md", "---\ntitle: {{ partial .Name }}\n---\n")
    result = new("post/x.md", code=1)
    assert "error[LT402]: `partial` is not known to archetypes" in result.stderr
    assert "--> archetypes/post.md:2:11" in result.stderr
    assert "^^^^^^^" in result.stderr
    assert not (site / "content").exists()


def test_front_matter_that_would_not_parse_is_not_written(site: Path) -> None:
    write(site, "archetypes/post.md", '---\ntitle: "{{ .Name }}"\n---\n')
    assert "archetypes/post.md:2:" in new('post/a" b.md', code=1).stderr
    assert not (site / "content").exists()


def test_what_is_left_over_in_an_archetype_is_told_and_not_mended(site: Path) -> None:
    archetype = '---\ntitle: {{ .Name }}\nauthor: "<your name>"\ndraft: true\ndraft: false\n---\n'
    write(site, "archetypes/post.md", archetype)
    result = new("post/x.md")
    assert "note[LT117]: a value waits to be filled in: `<your name>`" in result.stderr
    assert "--> archetypes/post.md:3:9" in result.stderr
    assert "warning[LT102]" in result.stderr
    assert "--> archetypes/post.md:5:1" in result.stderr
    assert (site / "content/post/x.md").read_text() == archetype.replace("{{ .Name }}", "x")


def test_what_is_broken_elsewhere_stops_nothing(site: Path) -> None:
    write(site, "content/post/broken.md", "---\ntitle: [\n")
    write(site, "data/vendors.yaml", "[")
    assert new("post/x.md").stderr == ""


def test_a_broken_config_is_told_and_stops_nothing(site: Path) -> None:
    write(site, "llmtimeline.yaml", "title: [\n")
    result = new("post/x.en.md")
    assert "warning[LT101]" in result.stderr
    assert "--> llmtimeline.yaml:" in result.stderr
    assert content(site) == ["content/post/x.en.md"]


def test_a_folder_that_is_no_site(site: Path) -> None:
    (site / "llmtimeline.yaml").unlink()
    assert "error[LT005]" in new("post/x.md", code=1).stderr
    assert os.listdir(site) == []


def test_a_disk_that_refuses_is_told(site: Path) -> None:
    write(site, "content/post", "a file")
    assert "a file stands where its folder should be" in new("post/x.md", code=1).stderr


def test_a_site_elsewhere(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site.parent)
    assert new("-s", site.name, "post/x.md").stdout == f"created {site.name}/content/post/x.md\n"


@pytest.fixture
def berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("berlin")
def test_the_date_is_in_the_zone_of_the_site_else_of_the_author(site: Path) -> None:
    write(site, "archetypes/default.md", "{{ .Date }}")
    call("new", "a.md", "--clock", "2023-10-01T08:00:00Z")
    assert (site / "content/a.md").read_text() == "2023-10-01T16:00:00+08:00"
    write(site, "llmtimeline.yaml", CONFIG.replace("timeZone: Asia/Shanghai\n", ""))
    call("new", "b.md", "--clock", "2023-10-01T08:00:00-05:00")
    assert (site / "content/b.md").read_text() == "2023-10-01T08:00:00-05:00"
    call("new", "c.md")
    assert (site / "content/c.md").read_text()[-6:] in ("+01:00", "+02:00")


def test_the_commands_help_and_a_new_site_are_found_still(site: Path) -> None:
    assert "site" in call("new", "--help").stdout
    assert "--all-languages" in call("new", "content", "-h").stdout
    assert call("new", "site", "garden").exit_code == 0
    assert (site / "garden/llmtimeline.yaml").is_file()
    assert call("new", "content").exit_code == 2


def test_the_real_archetype_makes_a_post_that_builds(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if not REAL_SITE.is_dir():
        pytest.skip("the real site is not here")
    shutil.copytree(REAL_SITE, site / "real")
    monkeypatch.chdir(site / "real")
    result = new("post/weekly-of-the-llms.md")
    told = [line for line in result.stderr.splitlines() if line.startswith(("note", "warning", "error"))]
    assert [line.split("]")[0] for line in told] == ["note[LT117", "warning[LT102"]
    assert "6 values wait to be filled in: `Desc Text.`, " in told[0]
    assert "--> archetypes/default.md:20:1" in result.stderr
    text = Path("content/post/weekly-of-the-llms.md").read_text("utf-8")
    assert text.startswith('---\ntitle: "Weekly of the Llms"\ndate: 2023-10-01T08:05:09+08:00\ndraft: true\n')
    built = call("build", "-D", "--clock", CLOCK, "--format", "concise")
    assert built.exit_code == 0, built.output
    assert {
        line.split(": ")[1]
        for line in built.stderr.splitlines()
        if line.startswith("content/post/weekly-of-the-llms.md")
    } <= {"warning[LT102]", "warning[LT117]"}
    assert new("post/weekly-again.md").exit_code == 0
