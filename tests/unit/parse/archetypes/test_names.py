"""Paths of new posts, as people type them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from llmtimeline.parse.archetypes.names import NewPath, plan_targets, read_path, rivals
from llmtimeline.values.archetypes import Wish
from llmtimeline.values.config import Config, Language

ZH, EN = Language("zh", "zh-Hans", "中文"), Language("en", "en", "English")
BY_NAME = Config("llmtimeline.yaml", languages=(ZH, EN), default_language="zh")
BY_FOLDER = replace(BY_NAME, languages=(replace(ZH, content_dir="content/zh"), replace(EN, content_dir="content/en")))


def read(path: str, config: Config = BY_NAME) -> NewPath:
    checked = read_path(Wish(path), config, whole_config=True)
    assert checked.value is not None
    return checked.value


def targets(path: str, config: Config = BY_NAME, **wish: object) -> list[str]:
    asked = replace(Wish(path), **wish)  # type: ignore[arg-type]
    checked = read_path(asked, config, whole_config=True)
    assert checked.value is not None
    planned = plan_targets(checked.value, asked, config)
    assert planned.diagnostics == ()
    return [target.path for target in planned.value]


@pytest.mark.parametrize(
    ("path", "name", "section"),
    [
        ("post/x.md", "x", "post"),
        ("post/2023/x.en.md", "x", "post"),
        ("post/x/index.md", "x", "post"),
        ("post/x/index.en.md", "x", "post"),
        ("post/_index.md", "post", "post"),
        ("x.md", "x", ""),
        ("about/index.md", "about", ""),
        ("post/x", "x", "post"),
        ("./content//post/x.md", "x", "post"),
        ("post/gpt-3.5.md", "gpt-3.5", "post"),
        ("post/f.zh-cn.md", "f.zh-cn", "post"),
        ("post/周报.md", "周报", "post"),
        ("post/X.MARKDOWN", "X", "post"),
    ],
)
def test_a_path_says_name_and_section(path: str, name: str, section: str) -> None:
    found = read(path)
    assert (found.name, found.section) == (name, section)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("post/x.md", ["content/post/x.md"]),
        ("content/post/x.md", ["content/post/x.md"]),
        ("post/x.en.md", ["content/post/x.en.md"]),
        ("post/x.zh.md", ["content/post/x.zh.md"]),
        ("post/x/index.en.md", ["content/post/x/index.en.md"]),
    ],
)
def test_one_file_stands_where_it_was_named(path: str, expected: list[str]) -> None:
    assert targets(path) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("post/x.md", ["content/zh/post/x.md"]),
        ("post/x.en.md", ["content/en/post/x.md"]),
        ("content/en/post/x.md", ["content/en/post/x.md"]),
        ("en/post/x.md", ["content/en/post/x.md"]),
        ("content/post/x.md", ["content/zh/post/x.md"]),
        ("content/en/post/x.en.md", ["content/en/post/x.en.md"]),
    ],
)
def test_a_language_has_its_folder(path: str, expected: list[str]) -> None:
    assert targets(path, BY_FOLDER) == expected


def test_several_languages_at_once() -> None:
    both = ["content/post/x.zh.md", "content/post/x.en.md"]
    assert targets("post/x.md", languages=("zh", "en")) == both
    assert targets("post/x.en.md", languages=("ZH", "en", "en")) == both
    assert targets("post/x.md", all_languages=True) == both
    assert targets("post/x/index.md", languages=("en",)) == ["content/post/x/index.en.md"]
    assert targets("en/post/x.md", BY_FOLDER, all_languages=True) == ["content/zh/post/x.md", "content/en/post/x.md"]


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("../x.md", "LT209"),
        ("post/../../x.md", "LT209"),
        ("/etc/x.md", "LT209"),
        ("~/x.md", "LT209"),
        ("C:/x.md", "LT209"),
        ("post\\x.md", "LT209"),
        ("post/.x.md", "LT503"),
        (".git/x.md", "LT503"),
        ("post/x.md~", "LT503"),
        ("post/\x07.md", "LT503"),
        ("post/\udcff.md", "LT503"),
        ("", "LT007"),
        ("content/", "LT007"),
    ],
)
def test_a_path_that_cannot_be(path: str, code: str) -> None:
    checked = read_path(Wish(path), BY_NAME, whole_config=True)
    assert checked.value is None
    (finding,) = checked.diagnostics
    assert finding.code == code
    assert finding.hint


@pytest.mark.parametrize("path", ["post/x.fr.md", "post/x.zh-cn.md"])
def test_a_name_that_ends_like_a_language_is_warned_of(path: str) -> None:
    (finding,) = read_path(Wish(path), BY_NAME, whole_config=True).diagnostics
    assert (finding.code, finding.severity.value) == ("LT112", "warning")
    assert finding.hint == "languages are en, zh"


def test_a_language_is_believed_where_no_config_can_be_read() -> None:
    checked = read_path(Wish("post/x.fr.md"), Config("", languages=(EN,)), whole_config=False)
    assert checked.value is not None
    assert checked.value.name == "x"
    planned = plan_targets(checked.value, Wish("post/x.fr.md"), Config("", languages=(EN,)))
    assert [target.path for target in planned.value] == ["content/post/x.fr.md"]


def test_a_language_that_the_site_lacks_stops_the_wish() -> None:
    planned = plan_targets(read("post/x.md"), Wish("post/x.md", languages=("zh", "fr")), BY_NAME)
    assert planned.value == ()
    assert [finding.message for finding in planned.diagnostics] == ["the site has no language `fr`"]


@pytest.mark.parametrize(
    ("path", "config", "expected"),
    [
        ("post/x.md", BY_NAME, {"content/post/x.zh.md", "content/post/x/index.zh.md", "content/post/x/index.md"}),
        ("post/x.en.md", BY_NAME, {"content/post/x/index.en.md"}),
        ("post/x/index.en.md", BY_NAME, {"content/post/x.en.md"}),
        ("post/_index.md", BY_NAME, {"content/post/_index.zh.md"}),
        (
            "en/x.md",
            BY_FOLDER,
            {"content/en/x.en.md", "content/en/x/index.en.md", "content/en/x/index.md"},
        ),
    ],
)
def test_files_that_would_be_the_same_page(path: str, config: Config, expected: set[str]) -> None:
    (target,) = plan_targets(read(path, config), Wish(path), config).value
    assert set(rivals(target, config)) == expected
