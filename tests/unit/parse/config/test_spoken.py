"""The language that pages say they are in, against the script that they are written in."""

from __future__ import annotations

import pytest

from llmtimeline.parse.config.site import parse_config
from llmtimeline.parse.config.spoken import settle_language
from llmtimeline.values.config import Config
from llmtimeline.values.diagnostics import Checked, Diagnostic
from llmtimeline.values.places import Span
from llmtimeline.values.sources import ContentFile, Source

ZH = "Facebook 基于 LLaMa 2 的底座，实现了 CodeLLaMa 编码模型。写代码的能力略高于 ChatGPT 3.5，平时已经基本够用。\n" * 3
EN = "A model that writes code, built on Llama 2, and better at it than most others of its size so far.\n" * 3
HANT = "這個模型是為了實現對來後的發展，會說國語，還應學習。們時開\n" * 5
JA = "これは日本語の文章です。大規模言語モデルについて説明しますので、読んでください。\n" * 5
CODE = "```python\n" + "def some_function(argument):\n    return argument\n" * 20 + "```\n"


def file(inner: str, body: str, language: str = "") -> ContentFile:
    return ContentFile(Source(f"content/{inner}", f"---\ntitle: T\n---\n{body}"), inner, language)


def settle(config: str, *files: ContentFile, path: str = "hugo.yaml") -> Checked[Config]:
    found = parse_config(Source(path, config))
    assert all(each.code == "LT118" for each in found.diagnostics)
    return settle_language(found.value, files)


def told(found: Checked[Config]) -> list[tuple[str, str, int, int]]:
    return [(each.message, each.span.path, each.span.line, each.span.column) for each in found.diagnostics if each.span]


def only(found: Checked[Config]) -> Diagnostic:
    (one,) = found.diagnostics
    assert one.code == "LT122"
    return one


def spoken(config: Config) -> tuple[str, str, str]:
    (language,) = config.languages
    return config.default_language, language.locale, language.label


def test_a_chinese_site_that_names_no_language_is_chinese_and_is_told() -> None:
    found = settle("title: 周报\n", file("post/a.md", ZH), file("post/b.md", ZH), file("post/c.md", EN))
    assert spoken(found.value) == ("zh", "zh-Hans", "中文")
    one = only(found)
    assert (one.message, one.span) == (
        "the text is Chinese and the config names no language, so pages say `zh-Hans`",
        Span("hugo.yaml"),
    )
    assert one.hint == (
        "write `languageCode: zh-CN` and `defaultContentLanguage: zh`; "
        "for pages in English `defaultContentLanguage: en`"
    )


def test_the_hint_is_in_the_notation_of_the_config() -> None:
    found = settle('title = "周报"\n', file("a.md", ZH), path="hugo.toml")
    assert only(found).hint.startswith('write `languageCode = "zh-CN"` and `defaultContentLanguage = "zh"`')


def test_traditional_characters_are_told_from_simplified_ones() -> None:
    assert spoken(settle("", file("a.md", HANT)).value) == ("zh", "zh-Hant", "繁體中文")


@pytest.mark.parametrize(
    ("config", "files"),
    [
        ("", (file("a.md", EN), file("b.md", EN))),
        ("", (file("a.md", ZH), file("b.md", EN))),  # as many of one as of the other
        ("", (file("a.md", JA),)),
        ("", (file("a.md", "GPT-4，很好。\n"),)),  # too short to tell
        ("", (file("a.md", EN + "通义千问\n"),)),
        ("", ()),
        ("defaultContentLanguageInSubdir: true\n", (file("a.en.md", EN),)),
    ],
)
def test_any_other_site_that_names_no_language_stays_english(config: str, files: tuple[ContentFile, ...]) -> None:
    assert spoken(settle(config, *files).value) == ("en", "en", "English")


@pytest.mark.parametrize(
    "body",
    [
        CODE + ZH + CODE,
        "> " + CODE.replace("\n", "\n> ") + "\n\n" + ZH,
        ZH + "https://ai.meta.com/research/publications/code-llama-open-foundation-models-for-code/\n" * 20,
        ZH + "![说明](/images/a-long-name-of-a-picture-that-is-no-text.png)\n" * 20,
        ZH + "`some_function(argument)`\n" * 30,
        ZH + '{{< figure src="/images/some-picture-of-a-screen.png" >}}\n' * 20,
    ],
)
def test_code_addresses_and_markup_are_no_text(body: str) -> None:
    assert settle("", file("a.md", body)).value.default_language == "zh"


def test_addresses_must_not_change() -> None:
    """With a folder for the language, or files named for it, the site is told and stays what it was."""
    found = settle("defaultContentLanguageInSubdir: true\n", file("a.md", ZH))
    assert found.value.default_language == "en"
    assert [each.code for each in found.diagnostics] == ["LT122"]
    assert settle("", file("a.md", ZH), file("b.en.md", ZH)).value.default_language == "en"


@pytest.mark.parametrize(
    ("config", "line", "column"),
    [
        ("title: 周报\nlanguageCode: en-us\n", 2, 15),
        ("title: 周报\nlocale: en\ndefaultContentLanguage: en\n", 2, 9),
        ("title: 周报\ndefaultContentLanguage: en\n", 2, 25),
    ],
)
def test_a_language_that_is_named_is_kept_and_told_at_its_place(config: str, line: int, column: int) -> None:
    found = settle(config, file("a.md", ZH), file("b.md", ZH))
    assert found.value.default_language == "en"
    one = only(found)
    assert one.span is not None
    assert (one.span.line, one.span.column) == (line, column)
    assert one.message.endswith(", and their text is Chinese")
    assert one.hint == "write `languageCode: zh-CN` and `defaultContentLanguage: zh`"


def test_english_text_on_pages_that_say_chinese_is_told_too() -> None:
    one = only(settle("defaultContentLanguage: zh\n", file("a.md", EN), file("b.md", EN)))
    assert one.message == "pages say `zh-Hans`, and their text is not Chinese"
    assert one.hint == "write `languageCode: en` and `defaultContentLanguage: en`"


BOTH = "defaultContentLanguage: zh\nlanguages:\n  zh: {}\n  en: {}\n"


def test_a_single_post_is_told_at_its_first_words() -> None:
    found = settle(BOTH, file("a.zh.md", ZH), file("a.en.md", CODE + ZH), file("b.en.md", EN), file("c.zh.md", EN))
    code = CODE.count("\n")
    assert told(found) == [
        ("the page says `zh-Hans`, and its text is not Chinese", "content/c.zh.md", 4, 1),
        ("the page says `en`, and its text is Chinese", "content/a.en.md", 4 + code, 1),
    ]
    assert [each.hint for each in found.diagnostics] == [
        "name the file x.en.md, or translate it",
        "name the file x.zh.md, or translate it",
    ]


def test_many_posts_of_a_language_are_told_once() -> None:
    files = [file(f"{name}.en.md", ZH) for name in "abc"]
    one = only(settle(BOTH, file("a.zh.md", ZH), *files))
    assert one.span == Span("hugo.yaml", 4, 3, 2)
    assert one.hint == "write `languageCode: zh-CN` for it, or move the posts to the language that they are in"


def test_a_content_folder_says_the_language_as_a_file_name_does() -> None:
    config = "languages:\n  zh: {contentDir: content/zh}\n  en: {contentDir: content/en}\n"
    found = settle(config, file("a.md", ZH, "zh"), file("b.md", ZH, "en"), file("c.md", EN, "en"))
    assert told(found) == [("the page says `en`, and its text is Chinese", "content/b.md", 4, 1)]


def test_languages_that_no_script_tells_apart_are_left_in_peace() -> None:
    assert settle("defaultContentLanguage: ja\n", file("a.md", ZH)).diagnostics == ()
    assert settle("defaultContentLanguage: ru\n", file("a.md", EN)).diagnostics == ()
