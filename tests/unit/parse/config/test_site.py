"""A site's config."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from llmtimeline.parse.config.keys import LANGUAGE, SITE
from llmtimeline.parse.config.site import parse_config
from llmtimeline.parse.notation.typed import Effect, Kind, Table
from llmtimeline.values.config import Config, Language, MarkupSettings, Prose, TimelineSettings
from llmtimeline.values.diagnostics import Checked, has_errors
from llmtimeline.values.menus import MenuItem
from llmtimeline.values.sources import Source

SHARED = Path(__file__).parents[4] / "../shared"
BASE = "baseURL: https://example.org/\n"


def parse(text: str, path: str = "hugo.yaml", **options: Any) -> Checked[Config]:
    return parse_config(Source(path, text), **options)


def config(text: str) -> Config:
    found = parse(BASE + text)
    assert found.diagnostics == ()
    return found.value


def told(text: str) -> list[str]:
    return [
        f"{d.code} {d.span.line}:{d.span.column} {d.message}"
        for d in parse(BASE + text).diagnostics
        if d.span is not None
    ]


def hints(text: str) -> list[str]:
    return [d.hint for d in parse(BASE + text).diagnostics]


# Defaults and notations


def test_a_config_is_whole_whatever_is_in_it() -> None:
    found = parse(BASE).value
    assert found == Config("hugo.yaml", "https://example.org/", languages=(Language("en", "en", "English"),))


@pytest.mark.parametrize("text", ["", "# nothing\n", "---\n"])
def test_an_empty_config_lacks_only_its_address(text: str) -> None:
    found = parse(text)
    assert [(d.code, d.severity.value) for d in found.diagnostics] == [("LT118", "warning")]
    assert found.value.base_url == "http://localhost/"


@pytest.mark.parametrize("text", ["title: 'open", "- a list", "just words", "a: [1", "title: \x00"])
def test_a_broken_config_still_gives_a_whole_one(text: str) -> None:
    found = parse(text)
    assert has_errors(found.diagnostics)
    assert found.value.languages
    assert found.value.default_language == "en"


def test_the_three_notations_say_the_same() -> None:
    yaml = parse(
        "baseURL: https://a.org/\ntitle: 甲\nparams: {ShowToc: true}\nmenus:\n  main:\n    - {name: x, url: /x/}\n"
    )
    toml = parse(
        'baseURL = "https://a.org/"\ntitle = "甲"\n[params]\nShowToc = true\n[[menus.main]]\nname = "x"\nurl = "/x/"\n',
        "hugo.yaml.toml",
    )
    json = parse(
        '{"baseURL": "https://a.org/", "title": "甲", "params": {"ShowToc": true}, '
        '"menus": {"main": [{"name": "x", "url": "/x/"}]}}',
        "hugo.json",
    )
    assert yaml.diagnostics == toml.diagnostics == json.diagnostics == ()
    assert [getattr(yaml.value, name) for name in ("title", "languages", "params")] == [
        getattr(toml.value, name) for name in ("title", "languages", "params")
    ]
    assert yaml.value.languages == json.value.languages


def test_keys_are_compared_without_case_at_all_levels() -> None:
    found = config("BUILDDRAFTS: true\nPagination:\n  PAGERSIZE: 7\nMarkup: {Goldmark: {Renderer: {UNSAFE: true}}}\n")
    assert (found.build_drafts, found.pager_size, found.markup.unsafe) == (True, 7, True)


def test_every_plain_setting_arrives() -> None:
    found = config(
        "title: T\ncopyright: C\ndefaultContentLanguageInSubdir: true\ntheme: [a, b]\nsummaryLength: 30\n"
        "hasCJKLanguage: true\ntimeZone: Asia/Shanghai\nbuildFuture: true\nbuildExpired: true\nuglyURLs: true\n"
        "disablePathToLower: true\nremovePathAccents: true\ndisableAliases: true\ncapitalizeListTitles: false\n"
        "pluralizeListTitles: false\nenableRobotsTXT: false\nmainSections: [post]\ndisableKinds: [rss, 404]\n"
        "contentDir: ./texts/\nstaticDir: [static, more/files]\npublishDir: out\n"
        "pagination: {path: seite, disableAliases: true}\nservices: {rss: {limit: 20}}\n"
    )
    assert (found.title, found.copyright, found.default_in_subdir, found.theme) == ("T", "C", True, ("a", "b"))
    assert (found.summary_length, found.has_cjk, found.time_zone) == (30, True, "Asia/Shanghai")
    assert (found.build_drafts, found.build_future, found.build_expired, found.ugly_urls) == (False, True, True, True)
    assert (found.lower_paths, found.remove_accents, found.disable_aliases) == (False, True, True)
    assert (found.capitalize_titles, found.pluralize_titles, found.robots_txt) == (False, False, False)
    assert (found.main_sections, found.disabled_kinds) == (("post",), ("RSS", "404"))
    assert (found.content_dir, found.static_dirs, found.publish_dir) == ("texts", ("static", "more/files"), "out")
    assert (found.pager_path, found.pager_aliases) == ("seite", False)
    assert found.rss_limit == 20


def test_former_names_of_settings_still_work() -> None:
    found = config("paginate: 3\npaginatePath: p\nrssLimit: 5\nlanguageCode: zh-cn\n")
    assert (found.pager_size, found.pager_path, found.rss_limit) == (3, "p", 5)
    assert found.languages[0].locale == "zh-CN"


def test_markup_settings_are_hugos() -> None:
    text = (
        "markup:\n  goldmark:\n    extensions: {typographer: {disable: true}, cjk: {enable: false, emphasis: true}}\n"
        "    parser: {autoHeadingIDType: github-ascii}\n  tableOfContents: {startLevel: 1, endLevel: 4}\n"
        "  highlight: {style: monokai}\n"
    )
    assert config(text).markup == MarkupSettings(
        typographer=False, cjk_emphasis=True, cjk_line_breaks=False, toc_start=1, toc_end=4, heading_ids="github-ascii"
    )
    assert not config("markup: {goldmark: {extensions: {typographer: false}}}").markup.typographer
    assert config("markup: {goldmark: {extensions: {typographer: {}}}}").markup.typographer


# Address


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("https://llmupdate.com", "https://llmupdate.com/"),
        ("http://localhost:1313/sub", "http://localhost:1313/sub/"),
        ("https://例子.org/博客/", "https://例子.org/博客/"),
    ],
)
def test_the_address_ends_with_a_slash(written: str, read: str) -> None:
    assert parse(f"baseURL: {written}").value.base_url == read


@pytest.mark.parametrize(
    "written",
    ["example.org", "//example.org/", "ftp://example.org/", "javascript:alert(1)", "https://", "https://a b.org/",
     "https://a.org/?x=1", "https://a.org/#x", "https://[::1/", "https://a.org:port/"],
)  # fmt: skip
def test_an_address_that_is_not_whole_is_an_error(written: str) -> None:
    found = parse(f"baseURL: '{written}'")
    assert [d.code for d in found.diagnostics] == ["LT113"]
    assert found.value.base_url == "http://localhost/"


def test_the_caller_may_give_another_address() -> None:
    found = parse("baseURL: nonsense", base_url="http://localhost:4000/x")
    assert found == Checked(parse("baseURL: http://localhost:4000/x/").value)
    assert [d.code for d in parse("", base_url="nonsense").diagnostics] == ["LT113"]


# Folders


@pytest.mark.parametrize("written", ["../out", "/etc", "a/../../b", "C:/x", "\\\\host\\x", "~/x", "."])
@pytest.mark.parametrize("key", ["publishDir", "contentDir", "staticDir"])
def test_a_folder_outside_the_site_is_refused(key: str, written: str) -> None:
    found = parse(f"{BASE}{key}: '{written}'")
    assert [(d.code, d.span.line if d.span else 0) for d in found.diagnostics] == [("LT209", 2)]
    assert (found.value.publish_dir, found.value.content_dir, found.value.static_dirs) == (
        "public",
        "content",
        ("static",),
    )


def test_a_theme_is_a_folder_below_themes() -> None:
    assert told("theme: ../x") == ["LT209 2:8 `../x` is no folder of a theme"]


def test_papermod_gives_way_to_the_built_in_theme() -> None:
    for name in ("PaperMod", "hugo-PaperMod", "github.com/adityatelange/hugo-PaperMod"):
        found = parse(f"{BASE}theme: {name}")
        assert [(d.code, d.severity.value) for d in found.diagnostics] == [("LT115", "note")]
        assert found.value.theme == ()


# Languages


def test_a_site_without_languages_has_one() -> None:
    assert config("").languages == (Language("en", "en", "English"),)
    (language,) = config("defaultContentLanguage: zh\ntitle: 周报\n").languages
    assert (language.key, language.locale, language.label, language.cjk) == ("zh", "zh-Hans", "中文", True)
    assert language.title == "周报"
    assert config("languageCode: zh-cn\n").default_language == "zh"


TWO = """
title: Both
params: {author: Me, cover: {hidden: true, alt: x}}
menus:
  main: [{name: all, url: /}]
defaultContentLanguage: zh
languages:
  en:
    languageName: English (UK)
    languageCode: en-gb
    weight: 2
    contentDir: content/en
    params: {Author: I, cover: {alt: y}}
    menu:
      main:
        - {name: last, url: /c/}
        - {name: second, url: /b/, weight: 20}
        - {name: first, pageRef: /a, weight: 10, title: hover, identifier: i, parent: p}
  zh:
    locale: zh-cn
    label: 简体中文
    weight: 1
    title: 双语
    copyright: 版权
  fr: {disabled: true}
"""


def test_languages_lay_their_own_over_what_the_site_says() -> None:
    found = config(TWO)
    assert found.default_language == "zh"
    zh, en = found.languages
    assert replace(zh, prose=Prose()) == Language(
        "zh",
        "zh-CN",
        "简体中文",
        1,
        title="双语",
        copyright="版权",
        menu=(MenuItem("all", "/"),),
        params={"author": "Me", "cover": {"hidden": True, "alt": "x"}},
        cjk=True,
    )
    assert (en.key, en.locale, en.label, en.title, en.content_dir) == (
        "en",
        "en-GB",
        "English (UK)",
        "Both",
        "content/en",
    )
    assert en.params == {"author": "I", "cover": {"hidden": True, "alt": "y"}}
    assert [item.name for item in en.menu] == ["last", "second", "first"]
    assert en.menu[2] == MenuItem("first", "", "/a", "i", 10, "p", "hover")


def test_languages_without_a_weight_come_last_in_the_order_written() -> None:
    found = config("languages: {fr: {}, de: {weight: 1}, en: {}}\n")
    assert [language.key for language in found.languages] == ["de", "fr", "en"]
    assert found.default_language == "en"


def test_some_languages_are_written_from_right_to_left() -> None:
    found = config("languages: {ar: {}, en: {languageDirection: rtl}, zh-hant-tw: {}}\n")
    assert [language.direction for language in found.languages] == ["rtl", "rtl", "ltr"]
    assert found.languages[2].locale == "zh-Hant-TW"


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        (
            "defaultContentLanguage: zh\nlanguages: {en: {}}\n",
            "LT112 2:25 the default language `zh` is not among `languages`",
        ),
        ("languages: [zh, en]\n", "LT104 2:12 `languages` takes a mapping, not a list"),
        ("languages: {chinese!: {}, en: {}}\n", "LT106 2:13 `chinese!` is no language"),
        ("languages: {zh: {disabled: true}}\n", "LT106 2:12 all languages are disabled"),
        ("languages: {en: {contentDir: ../x}}\n", "LT209 2:30 `contentDir` leads out of the site: `../x`"),
        ("languages: {en: {ShowToc: true}}\n", "LT105 2:18 unknown key `languages.en.ShowToc`"),
        ("languages: {en: {summaryLength: 7}}\n", "LT105 2:18 unknown key `languages.en.summaryLength`"),
        ("languages: {en: {direction: up}}\n", "LT108 2:29 `direction` knows no `up`"),
        ("menus: {footer: x}\n", "LT106 2:17 `menus.footer` takes a list, not a value"),
        ("menu: {main: [{url: /x/}]}\n", "LT118 2:15 a menu entry without a name"),
        (
            "menu: {main: [{name: x, url: 'javascript:x'}]}\n",
            "LT113 2:30 `javascript:x` is no address that may be linked",
        ),
        ("menu: {main: {name: x}}\n", "LT106 2:14 `menu.main` takes a list, not a mapping"),
    ],
)
def test_mistakes_in_languages_and_menus_have_their_place(text: str, finding: str) -> None:
    assert told(text) == [finding]


def test_disabled_languages_are_left_out() -> None:
    found = config("languages: {en: {}, fr: {}}\ndisableLanguages: [fr]\n")
    assert [language.key for language in found.languages] == ["en"]


# Timeline, taxonomies, permalinks


def test_what_is_ours_stands_under_timeline() -> None:
    found = config(
        "timeline: {timeline: /events/all/, models: false, vendors: true, data: d, archives: no, builtinCatalog: false,"
        " openEdit: false, license: CC-BY-4.0, licenseURL: https://x.org/l}\n"
    )
    assert found.timeline == TimelineSettings(
        *("events/all", None, "vendors", "d", None),
        builtin_catalog=False,
        open_edit=False,
        license="CC-BY-4.0",
        license_url="https://x.org/l",
    )


@pytest.mark.parametrize("written", ["../up", "a/../b", "''", "a//b", "a?b", "'a b: c'", "[a]"])
def test_an_address_below_timeline_stays_below_the_site(written: str) -> None:
    found = parse(f"{BASE}timeline: {{models: {written}}}")
    assert [d.code for d in found.diagnostics] in (["LT209"], ["LT106"])
    assert found.value.timeline.models == "models"


def test_taxonomies_replace_the_usual_ones() -> None:
    assert config("").taxonomies == (("category", "categories"), ("tag", "tags"))
    assert config("taxonomies: {tag: tags, Vendor: Vendors}\n").taxonomies == (("tag", "tags"), ("vendor", "vendors"))
    assert config("taxonomies: {}\n").taxonomies == ()


def test_permalinks_go_by_section() -> None:
    assert config("permalinks: {post: /:year/:slug/}\n").permalinks == {"post": "/:year/:slug/"}
    assert config("permalinks: {page: {Post: '/:sections[1:]/:filename/'}}\n").permalinks == {
        "post": "/:sections[1:]/:filename/"
    }


def test_permalinks_may_be_given_by_kind_of_page_and_those_of_no_kind_hold_for_terms_too() -> None:
    kinds = "section: {Post: /all/}, term: {tags: '/t/:slug'}, taxonomy: {tags: /t/}"
    found = config(f"permalinks: {{post: /:slug/, {kinds}}}\n")
    assert found.permalinks == {"post": "/:slug/"}
    assert found.list_permalinks == {
        "section": {"post": "/all/"},
        "taxonomy": {"tags": "/t/"},
        "term": {"post": "/:slug/", "tags": "/t/:slug"},
    }


@pytest.mark.parametrize(
    ("text", "finding", "hint"),
    [
        ("permalinks: {post: /:yaer/}\n", "LT108 2:21 a permalink knows no `:yaer`", "did you mean `:year`?"),
        ("permalinks: {post: '/:slag/'}\n", "LT108 2:22 a permalink knows no `:slag`", "as in /:year/:month/:slug/"),
        ("timeZone: Asia/Peking\n", "LT116 2:11 no time zone is named `Asia/Peking`", "write a name such as"),
        ("timeZone: ../../etc/passwd\n", "LT116 2:11 no time zone is named `../../etc/passwd`", "write a name such as"),
        ("timeZone: Asia\n", "LT116 2:11 no time zone is named `Asia`", "write a name such as"),
        ("buildDraft: true\n", "LT105 2:1 unknown key `buildDraft`", "did you mean `buildDrafts`?"),
        ("build_drafts: true\n", "LT105 2:1 unknown key `build_drafts`", "did you mean `buildDrafts`?"),
        ("zzz: true\n", "LT105 2:1 unknown key `zzz`", ""),
        ("ShowToc: true\n", "LT105 2:1 unknown key `ShowToc`", "it belongs under `params`"),
        ("models: true\n", "LT105 2:1 unknown key `models`", "it belongs under `timeline`"),
        (
            "buildDrafts: flase\n",
            "LT106 2:14 `buildDrafts` takes true or false, not `flase`",
            "did you mean `false`?",
        ),
        ("title: [a]\n", "LT106 2:8 `title` takes text, not a list", "write `title: …` on one line"),
        ("paginate: many\n", "LT106 2:11 `paginate` takes a whole number, not `many`", "write `paginate: 1`"),
        ("pagination: {pagerSize: 0}\n", "LT108 2:25 0 posts on a page are too few", "write 1 or more"),
        ("pagination: 5\n", "LT106 2:13 `pagination` takes a mapping, not `5`", "write its keys below `pagination:`"),
        ("disableKinds: [sitemaps]\n", "LT108 2:16 `disableKinds` knows no `sitemaps`", "did you mean `sitemap`?"),
        ("taxonomies: [tags]\n", "LT106 2:13 `taxonomies` takes a mapping, not a list", "write `name: text` lines"),
        ("googleAnalytics: G-ABC\n", "LT117 2:18 `G-ABC` is no id of Google Analytics", "write the id that Google"),
        ("enableEmoji: true\n", "LT115 2:1 `enableEmoji` has no effect here", "type the emoji itself: 🙂"),
        ("params: {ShowTok: true}\n", "LT105 2:10 unknown key `params.ShowTok`", "did you mean `ShowToc`?"),
        ("params: {label: {txt: x}}\n", "LT105 2:18 unknown key `params.label.txt`", "did you mean `text`?"),
        ("params: {cover: {heigth: 3}}\n", "LT105 2:18 unknown key `params.cover.heigth`", "cover takes `image`"),
        ("params: {ShowToc: maybe}\n", "LT106 2:19 `ShowToc` takes true or false, not `maybe`", "write"),
        (
            "params: {socialIcons: [{name: x}]}\n",
            "LT118 2:24 `url` is missing",
            "url: where it leads",
        ),
        ("params: {label: {icon: '<link / abs url>'}}\n", "LT117 2:24 `<link / abs url>` was never filled in", ""),
        ("title: A\ntitle: B\n", "LT102 3:1 key `title` stands in line 2 and in line 3; the last one counts", "take"),
        ("title: A\nTitle: B\n", "LT102 3:1 `Title` repeats `title` of line 2; keys have no case", "the"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_once_at_its_place_with_a_hint(text: str, finding: str, hint: str) -> None:
    assert told(text) == [finding]
    assert hints(text)[0].startswith(hint)


def test_all_mistakes_are_told_at_once() -> None:
    found = told("buildDrafts: flase\ntitle: [x]\nzzz: 1\ntimeZone: Nowhere\npublishDir: ..\n")
    assert [line.split()[0] for line in found] == ["LT106", "LT106", "LT105", "LT116", "LT209"]


# Parameters


def test_free_parameters_are_kept_with_lower_cased_keys() -> None:
    found = config("params: {My: {Own: [1, 1.5, true, 'no', on, ~]}, when: 2023-09-29}\n")
    assert found.params == {"my": {"own": (1, 1.5, True, "no", "on", None)}, "when": "2023-09-29"}


def test_values_that_were_never_filled_in_count_as_not_given() -> None:
    found = parse(BASE + "params: {images: ['<link or path>'], free: '<img location>', description: 'XYZabc'}\n").value
    assert found.params == {"images": (), "free": ""}


def test_flags_of_the_theme_are_flags_however_they_are_written() -> None:
    assert config('params: {ShowToc: "true", hidemeta: no}').params == {"showtoc": True, "hidemeta": False}


# The tables


def rows(table: Table) -> list[tuple[Table, Any]]:
    found = []
    for row in table.fields:
        found.append((table, row))
        if row.table is not None:
            found += rows(row.table)
    return found


@pytest.mark.parametrize("table", [SITE, LANGUAGE], ids=lambda table: table.name)
def test_each_key_is_declared_once_and_explained(table: Table) -> None:
    for parent, row in rows(table):
        assert len(parent.by_key) == len(parent.fields), parent.name
        assert row.meaning, row.name
        assert row.instead if row.effect is Effect.LOST else not row.instead, row.name


WRONG = {
    Kind.TEXT: "[a]",
    Kind.ADDRESS: "javascript:x",
    Kind.FLAG: "maybe",
    Kind.WHOLE: "many",
    Kind.NUMBER: "many",
    Kind.TEXTS: "{a: b}",
    Kind.ADDRESSES: "{a: b}",
    Kind.TABLE: "flat",
    Kind.TABLES: "flat",
    Kind.NODE: "[[a]]",
}


def paths(table: Table, above: tuple[str, ...] = ()) -> list[tuple[tuple[str, ...], Kind]]:
    found = []
    for row in table.fields:
        if row.effect is Effect.FULL and row.kind in WRONG and row.name not in ("typographer", "baseURL"):
            found.append(((*above, row.name), row.kind))
            found += paths(row.table, (*above, row.name)) if row.table and row.kind is Kind.TABLE else []
    return found


@pytest.mark.parametrize(
    ("path", "kind"), paths(SITE), ids=lambda value: ".".join(value) if isinstance(value, tuple) else ""
)
def test_a_setting_of_the_wrong_kind_is_one_error_at_its_place(path: tuple[str, ...], kind: Kind) -> None:
    *above, name = path
    line = "".join(f"{key}: {{" for key in above) + f"{name}: {WRONG[kind]}"
    found = parse(BASE + line + "}" * len(above) + "\n")
    (finding,) = found.diagnostics
    assert finding.code in ("LT104", "LT106", "LT113")
    assert finding.span is not None
    assert (finding.span.line, finding.span.column) == (2, len(line) - len(WRONG[kind]) + 1)
    assert finding.message.startswith("`")


def test_the_config_of_the_site_to_take_over_has_no_errors() -> None:
    path = SHARED / "input/llmupdate/hugo.yaml"
    if not path.exists():
        pytest.skip("the shared input is not here")
    found = parse(path.read_text("utf-8"))
    assert not has_errors(found.diagnostics)
    assert {d.code for d in found.diagnostics} == {"LT115", "LT117"}
    assert (found.value.base_url, found.value.pager_size, found.value.has_cjk) == ("https://llmupdate.com/", 5, True)
    assert [item.name for item in found.value.languages[0].menu] == ["categories", "tags", "llmupdate.com"]
    assert found.value.params["assets"] == {}


def test_a_language_may_have_taxonomies_of_its_own() -> None:
    series = "languages:\n  en: {taxonomies: {tag: tags, series: series}}\n"
    usual = (("category", "categories"), ("tag", "tags"))
    assert parse(series + "  fr: {weight: 2}\n").value.taxonomies == (*usual, ("series", "series"))
    assert parse(series).value.taxonomies == (("tag", "tags"), ("series", "series"))
    assert parse("taxonomies: {tag: tags}\n" + series).value.taxonomies == (("tag", "tags"), ("series", "series"))
    assert any("LT106" in line for line in told("languages:\n  en: {taxonomies: [tags]}\n"))
