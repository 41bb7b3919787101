"""A config in several files, and in variables of the environment."""

from __future__ import annotations

from typing import Any

import pytest

from llmtimeline.parse.config.site import parse_config
from llmtimeline.values.config import Config
from llmtimeline.values.diagnostics import Checked
from llmtimeline.values.menus import MenuItem
from llmtimeline.values.sources import Source

BASE = "baseURL: https://example.org/\n"


def parse(files: dict[str, str], **environ: str) -> Checked[Config]:
    sources = [Source(path, text) for path, text in files.items()]
    return parse_config(*sources, environ=tuple(environ.items()))


def config(files: dict[str, str], **environ: str) -> Config:
    found = parse({"hugo.yaml": BASE, **files}, **environ)
    assert found.diagnostics == ()
    return found.value


def told(files: dict[str, str], **environ: str) -> list[str]:
    found = parse({"hugo.yaml": BASE, **files}, **environ).diagnostics
    places = [f"{d.span.path}:{d.span.line}:{d.span.column}" if d.span else "-" for d in found]
    return [f"{d.code} {place} {d.message}" for d, place in zip(found, places, strict=True)]


# Files


def test_later_files_are_laid_over_earlier_ones_in_any_notation() -> None:
    found = config(
        {
            "hugo.yaml": BASE + "title: root\nparams: {a: 1, cover: {hidden: true, alt: x}, list: [1, 2]}\n",
            "config/_default/hugo.toml": 'Title = "default"\n[params]\nb = 2\n[params.Cover]\nalt = "y"\n',
            "config/production/params.json": '{"c": 3, "LIST": [9]}',
        }
    )
    assert found.path == "hugo.yaml"
    assert found.title == "default"
    assert found.params == {"a": 1, "b": 2, "c": 3, "cover": {"hidden": True, "alt": "y"}, "list": (9,)}


def test_a_file_holds_the_key_that_it_is_named_after() -> None:
    found = config(
        {
            "config/_default/params.yaml": "ShowToc: true\n",
            "config/_default/taxonomies.yaml": "series: series\n",
            "config/_default/permalinks.toml": 'post = "/:year/:slug/"\n',
            "config/_default/pagination.yaml": "pagerSize: 7\n",
            "config/_default/markup.yaml": "goldmark: {renderer: {unsafe: true}}\n",
            "config/_default/outputs.yaml": "home: [HTML, JSON]\n",
        }
    )
    assert found.params == {"showtoc": True}
    assert (found.taxonomies, found.permalinks) == ((("series", "series"),), {"post": "/:year/:slug/"})
    assert (found.pager_size, found.markup.unsafe, found.outputs) == (7, True, {"home": ("html", "json")})


def test_a_file_of_a_language_belongs_to_it() -> None:
    found = config(
        {
            "hugo.yaml": BASE + "defaultContentLanguage: zh\nmenu: {main: [{name: old, url: /}]}\n",
            "config/_default/languages.yaml": "zh: {label: 中文, weight: 1}\nen: {weight: 2, params: {x: 1, y: 1}}\n",
            "config/_default/menus.yaml": "main: [{name: all, url: /}]\n",
            "config/_default/menu.zh.yaml": "main: [{name: 标签, url: /tags/}]\n",
            "config/_default/params.en.yaml": "y: 2\n",
            "config/_default/languages.EN.toml": 'title = "English"\n',
        }
    )
    zh, en = found.languages
    assert (zh.menu, en.menu) == ((MenuItem("标签", "/tags/"),), (MenuItem("all", "/"),))
    assert (en.params, en.title) == ({"x": 1, "y": 2}, "English")


def test_config_alone_is_enough() -> None:
    found = parse({"config/_default/hugo.yaml": BASE, "config/staging/config.yaml": "title: staged\n"})
    assert (found.diagnostics, found.value.path, found.value.title) == ((), "config/_default/hugo.yaml", "staged")


def test_every_finding_names_its_own_file() -> None:
    files = {
        "hugo.yaml": BASE + "timeZone: Nowhere\n",
        "config/_default/params.yaml": "\nShowToc: perhaps\n",
        "config/_default/menus.zh.yaml": "main:\n  - {url: /x/}\n",
        "config/_default/languages.yaml": "zh: {direction: up}\n",
        "config/production/summarylenght.yaml": "3\n",
    }
    assert sorted(told(files)) == [
        "LT105 config/production/summarylenght.yaml:1:1 unknown key `summarylenght`",
        "LT106 config/_default/params.yaml:2:10 `ShowToc` takes true or false, not `perhaps`",
        "LT108 config/_default/languages.yaml:1:17 `direction` knows no `up`",
        "LT116 hugo.yaml:2:11 no time zone is named `Nowhere`",
        "LT118 config/_default/menus.zh.yaml:2:5 a menu entry without a name",
    ]


def test_all_broken_files_are_told_and_the_others_count() -> None:
    files = {
        "hugo.yaml": "title: 'open",
        "config/_default/params.yaml": "a: [1",
        "config/_default/hugo.yaml": "- a list\n",
        "config/_default/menus.yaml": "main: [{name: x, url: /x/}]\n",
    }
    found = parse(files)
    assert {(d.code, d.span.path) for d in found.diagnostics if d.span} == {
        ("LT101", "hugo.yaml"),
        ("LT101", "config/_default/params.yaml"),
        ("LT104", "config/_default/hugo.yaml"),
    }
    assert found.value.languages[0].menu == (MenuItem("x", "/x/"),)


def test_places_survive_the_merge() -> None:
    found = config({"config/_default/params.yaml": "# one\nenv: production\n"})
    assert found.place_of("params.env").path == "config/_default/params.yaml"
    assert (found.place_of("params.env").line, found.place_of("baseURL").path) == (2, "hugo.yaml")


# Environment


def test_variables_are_laid_over_the_files() -> None:
    files = {"hugo.yaml": BASE + "title: T\nparams: {n: 1, flag: false, list: [a], text: '1', my_key: old}\n"}
    found = config(
        files,
        HUGO_TITLE="from outside",
        HUGO_BUILDDRAFTS="true",
        HUGO_SUMMARYLENGTH="30",
        HUGO_DISABLEKINDS="rss, 404",
        HUGO_MAINSECTIONS="post news",
        HUGO_PARAMS_N="2",
        HUGO_PARAMS_FLAG="true",
        HUGO_PARAMS_LIST="[x, y]",
        HUGO_PARAMS_TEXT="2",
        HUGO_PARAMS_NEW="7",
        HUGOxPARAMSxmy_key="new",
        HUGO_PARAMS_COVER_HIDDEN="true",
        HUGO_TIMELINE_DATA="false",
    )
    assert (found.title, found.build_drafts, found.summary_length) == ("from outside", True, 30)
    assert (found.disabled_kinds, found.main_sections, found.timeline.data) == (("RSS", "404"), ("post", "news"), None)
    assert found.params == {
        "n": 2, "flag": True, "list": ("x", "y"), "text": "2", "my_key": "new", "new": "7", "cover": {"hidden": True},
    }  # fmt: skip


def test_variables_reach_languages_and_menus() -> None:
    found = config(
        {"hugo.yaml": BASE + "languages: {zh: {weight: 1}, en: {weight: 2}}\n"},
        HUGO_LANGUAGES_EN_TITLE="[beta]",
        HUGO_LANGUAGES_EN_DISABLED="no",
        HUGO_MENUS_MAIN='[{"name": "x", "url": "/x/"}]',
    )
    assert [language.title for language in found.languages if language.key == "en"] == ["[beta]"]
    item = found.languages[0].menu[0]
    assert (item, item.span) == (MenuItem("x", "/x/"), None)


@pytest.mark.parametrize(
    "name",
    ["HUGO_CACHEDIR", "HUGO_NUMWORKERMULTIPLIER", "HUGO_MEMORYLIMIT", "HUGO_VERSION", "HUGO_ENV", "HUGO_ENVIRONMENT",
     "HUGO_MODULE_PROXY", "HUGO", "HUGO_", "HUGOPATH", "HUGO__", "HUGO_PARAMS_", "HUGO_RESOURCEDIR"],
)  # fmt: skip
def test_variables_of_no_setting_are_nothing_to_us(name: str) -> None:
    assert config({}, **{name: "/x"}) == config({})


@pytest.mark.parametrize(
    ("name", "text", "finding"),
    [
        ("HUGO_TIMEZONE", "Mars", "LT116 - no time zone is named `Mars` (from the variable HUGO_TIMEZONE)"),
        (
            "HUGO_BUILDDRAFTS",
            "perhaps",
            "LT106 - `buildDrafts` takes true or false, not `perhaps` (from the variable HUGO_BUILDDRAFTS)",
        ),
        (
            "HUGO_BASEURL",
            "example.org",
            "LT113 - `example.org` is no address of a site (from the variable HUGO_BASEURL)",
        ),
    ],
)
def test_a_wrong_value_names_its_variable(name: str, text: str, finding: str) -> None:
    found = parse({"hugo.yaml": BASE}, **{name: text})
    assert told({}, **{name: text}) == [finding]
    assert not any(span.path.startswith("$") for span in found.value.places.values())


def test_a_flag_beats_the_environment_and_that_the_files() -> None:
    source = Source("hugo.yaml", BASE)
    variables = (("HUGO_BASEURL", "https://env.org"),)
    options: dict[str, Any] = {"environ": variables}
    assert parse_config(source, **options).value.base_url == "https://env.org/"
    assert parse_config(source, base_url="https://flag.org/", **options).value.base_url == "https://flag.org/"


# Languages, by each of their names


@pytest.mark.parametrize(
    ("names", "more"),
    [
        ("locale: zh-cn, label: 汉语, direction: rtl", ""),
        ("languageCode: zh-CN, languageName: 汉语, languageDirection: rtl", ""),
        ("LOCALE: zh_cn, LABEL: 汉语, Direction: RTL", ""),
        ("LanguageCode: zh-cn, LANGUAGENAME: 汉语, languagedirection: rtl", "BUILDDRAFTS: true\n"),
    ],
)
def test_a_language_by_newer_and_older_names(names: str, more: str) -> None:
    text = f"{more}Languages:\n  ZH: {{{names}, Weight: 3, ContentDir: content/zh, Title: T, PARAMS: {{A: 1}}}}\n"
    (zh,) = config({"hugo.yaml": BASE + text}).languages
    assert (zh.key, zh.locale, zh.label, zh.direction, zh.weight) == ("zh", "zh-CN", "汉语", "rtl", 3)
    assert (zh.content_dir, zh.title, zh.params) == ("content/zh", "T", {"a": 1})


@pytest.mark.parametrize(("written", "read"), [("true", True), ("false", False)])
def test_the_default_language_may_have_a_folder(written: str, read: bool) -> None:
    text = f"defaultContentLanguage: zh\ndefaultContentLanguageInSubdir: {written}\nlanguages: {{zh: {{}}, en: {{}}}}\n"
    assert config({"hugo.yaml": BASE + text}).default_in_subdir is read
