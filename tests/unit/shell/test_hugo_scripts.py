"""Commands as scripts for Hugo give them."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from llmtimeline.shell.cli import main

FILES = {
    "hugo.yaml": "baseURL: https://example.org/\ntitle: Root\n",
    "config/staging/hugo.yaml": "title: Staged\n",
    "content/post/a.md": "---\ntitle: A\ndate: 2024-01-01\n---\n\nWords.\n",
}


def call(*arguments: str | Path, **environment: str) -> Result:
    return CliRunner(env=environment).invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = tmp_path / "site"
    for path, text in FILES.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    return root


def home(site: Path, folder: str = "public") -> str:
    return (site / folder / "index.html").read_text("utf-8")


def test_flags_without_effect_are_taken_and_not_listed(site: Path) -> None:
    flags = ["--minify", "--gc", "--cleanDestinationDir", "--printPathWarnings", "--logLevel", "info", "--quiet"]
    result = call("build", "-s", site, *flags, "-b", "https://other.org/", "-D", "-F", "-E")
    assert (result.exit_code, result.output) == (0, "")
    assert "https://other.org/" in home(site)
    shown = call("build", "--help").output
    assert "--panicOnWarning" in shown
    assert not any(flag in shown for flag in ("--gc", "--logLevel"))


def test_a_warning_may_stop_the_build_under_hugos_name_for_it(site: Path) -> None:
    (site / "content/post/b.md").write_text("[x](nowhere.md)\n", "utf-8")
    assert call("build", "-s", site).exit_code == 0
    assert call("build", "-s", site, "--panicOnWarning").exit_code == 1


def test_a_destination_is_a_path_from_the_root(site: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert call("build", "-s", "site", "-d", "out/here").exit_code == 0
    assert (site / "out/here/index.html").is_file()
    assert call("build", "-s", "site", "-d", tmp_path / "elsewhere").exit_code == 0
    assert (tmp_path / "elsewhere/index.html").is_file()


@pytest.mark.parametrize(
    ("arguments", "environment", "title"),
    [
        ([], {}, "Root"),
        (["-e", "staging"], {}, "Staged"),
        ([], {"HUGO_ENVIRONMENT": "staging"}, "Staged"),
        ([], {"HUGO_ENV": "staging"}, "Staged"),
        (["--environment", "production"], {"HUGO_ENVIRONMENT": "staging"}, "Root"),
        (["-e", "staging"], {"HUGO_TITLE": "Outside"}, "Outside"),
    ],
)
def test_the_environment_chooses_the_config(
    site: Path, arguments: list[str], environment: dict[str, str], title: str
) -> None:
    result = call("build", "-s", site, *arguments, **environment)
    assert result.exit_code == 0, result.output
    assert f"<title>{title}</title>" in home(site)


@pytest.mark.parametrize("name", ["../x", ".git", "a/b", ""])
def test_an_environment_is_a_folders_name(site: Path, name: str) -> None:
    result = call("build", "-s", site, "-e", name)
    assert result.exit_code == (2 if name else 0)


def test_findings_in_files_of_a_config_are_shown_with_their_line(site: Path) -> None:
    (site / "config/_default").mkdir()
    (site / "config/_default/params.yaml").write_text("# first\nShowToc: perhaps\n", "utf-8")
    output = call("check", "-s", site, HUGO_TIMEZONE="Mars").stderr
    assert "--> site/config/_default/params.yaml:2:10" in output or "config/_default/params.yaml:2:10" in output
    assert "2 | ShowToc: perhaps" in output
    assert "no time zone is named `Mars` (from the variable HUGO_TIMEZONE)" in output


def test_added_style_sheets_are_linked_last(site: Path) -> None:
    (site / "assets/css/extended").mkdir(parents=True)
    for name in ("b.css", "a.css"):
        (site / "assets/css/extended" / name).write_text("p { color: red; }", "utf-8")
    assert call("build", "-s", site).exit_code == 0
    sheets = [part.split("?")[0] for part in home(site).split('rel="stylesheet" href="')[1:]]
    assert sheets[-2:] == ["/css/extended/a.css", "/css/extended/b.css"]
    assert "/css/site.css" in sheets[:-2]
    assert (site / "public/css/extended/a.css").is_file()


def test_entries_below_another_unfold_without_a_script(site: Path) -> None:
    (site / "config/_default").mkdir()
    assert call("build", "-s", site).exit_code == 0
    assert "css/menu.css" not in home(site)
    (site / "config/_default/menus.yaml").write_text(
        "main:\n  - {name: A & B, identifier: top, pageRef: /post}\n  - {name: Home, url: /, parent: top}\n", "utf-8"
    )
    assert call("build", "-s", site).exit_code == 0
    text = home(site)
    assert '<summary>A &amp; B</summary><ul><li><a href="/post/">A &amp; B</a></li>' in text
    assert '<li><a href="/" aria-current="page">Home</a></li>' in text
    assert "/css/menu.css" in text
