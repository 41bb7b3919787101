"""Which language posts are written in, as far as their script tells, against what config and file names say.

Only the difference that readers suffer from is looked for: Chinese text on pages that say they are English, which gives
it a wrong font, voice and hyphenation, and the reverse. English names and terms are normal in Chinese posts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from llmtimeline.parse.languages import read_name
from llmtimeline.parse.notation.fences import cut_front_matter
from llmtimeline.values.config import Config, Language
from llmtimeline.values.diagnostics import Checked, Diagnostic, diagnose
from llmtimeline.values.places import Span
from llmtimeline.values.sources import ContentFile

# Of all letters of a post. A Chinese character says as much as three or four Latin letters.
_CHINESE_FROM, _LATIN_BELOW = 0.3, 0.02
_KANA_FROM = 0.1  # of the Chinese characters: Japanese
_FEWEST_LETTERS = 40  # a shorter text may be of names only
_SAYS = ("locale", "languagecode", "defaultcontentlanguage", "languages")  # keys that name a language
_LATIN = frozenset(
    {"cs", "da", "de", "en", "es", "fi", "fr", "hu", "id", "it", "ms", "nb", "nl", "no", "pl", "pt", "ro", "sk", "sv"}
    | {"tr", "vi"}
)
_PLENTY = 3  # so many posts of one language are no oversight in one of them

_CODE = re.compile(r"^[ \t>]*+(`{3,}+|~{3,}+)[^\n]*+\n.*?(?:^[ \t>]*\1[`~]*[ \t]*$|\Z)", re.MULTILINE | re.DOTALL)
_NO_PROSE = re.compile(
    r"`[^`\n]*`|<[^<>\n]*>|\]\([^()\n]*\)|https?://[!-~]*|www\.[!-~]*|\{\{[^{}\n]*\}\}|^(?: {4}|\t).*$", re.MULTILINE
)
_LETTERS = re.compile(r"[^\W\d_]+")
_LETTERS_BEYOND_ASCII = re.compile(r"[^\W\d_\x00-\x7f]+")
_NO_ASCII_LETTERS = bytes(byte for byte in range(256) if not chr(byte).isalpha() or byte > 127)
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f]+")
_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fa]+")
# Characters that are written in one way in simplified text only, and in another in traditional text only.
_SIMPLIFIED = re.compile("[们这个为国说时会学发对来后开还应实现]")
_TRADITIONAL = re.compile("[們這個為國說時會學發對來後開還應實現]")


@dataclass(frozen=True, slots=True)
class _Text:
    """A post and its script: "zh", "latin", or "" where it does not tell."""

    path: str
    language: str  # key
    script: str
    body: str
    first_line: int  # of the body, in the file
    prose: str  # the body with as many lines, and without what is no language


def settle_language(config: Config, files: Sequence[ContentFile]) -> Checked[Config]:
    """The config with its language as the posts speak it where it names none, as `defaultContentLanguage` would.

    Addresses stay: a site of one language has no folder for it. Where a language is named, and posts are in another,
    nothing changes; that is told, once for a language or for each of a few posts. May add LT122.
    """
    texts = [_read(file, config) for file in files]
    if not any(key in config.places for key in _SAYS) and len(config.languages) == 1:
        settled = _from_posts(config, texts)
        if settled is not None:
            return settled
    found = [told for language in config.languages for told in _check(config, language, texts)]
    return Checked(config, tuple(found))


def _from_posts(config: Config, texts: Sequence[_Text]) -> Checked[Config] | None:
    """A Chinese site that names no language; None for any other."""
    (language,) = config.languages
    chinese = [text for text in texts if text.script == "zh"]
    by_suffix = any(f".{language.key}." in text.path.rpartition("/")[2].lower() for text in texts)
    if by_suffix or config.default_in_subdir or 2 * len(chinese) <= sum(1 for text in texts if text.script):
        return None
    locale = _locale(chinese)
    tag = "zh-TW" if locale == "zh-Hant" else "zh-CN"
    label = "繁體中文" if locale == "zh-Hant" else "中文"
    found = diagnose(
        "LT122",
        f"the text is Chinese and the config names no language, so pages say `{locale}`",
        Span(config.path),
        hint=f"write {_lines(config, tag)}; for pages in English `{_line(config, 'defaultContentLanguage', 'en')}`",
    )
    spoken = replace(language, key="zh", locale=locale, label=label, cjk=True)
    return Checked(replace(config, languages=(spoken,), default_language="zh"), (found,))


def _check(config: Config, language: Language, texts: Sequence[_Text]) -> list[Diagnostic]:
    primary = language.locale.lower().partition("-")[0]
    said = "latin" if primary in _LATIN else primary
    own = [text for text in texts if text.language == language.key and text.script]
    if said not in ("latin", "zh"):
        return []
    others = [text for text in own if text.script != said]
    if 2 * len(others) > len(own) and (len(config.languages) == 1 or len(others) >= _PLENTY):
        return [_of_language(config, language, others)]
    return [_of_post(config, language, text) for text in others]


def _of_language(config: Config, language: Language, others: Sequence[_Text]) -> Diagnostic:
    is_chinese = others[0].script == "zh"
    place = _place(config, language)
    what = "Chinese" if is_chinese else "not Chinese"
    tag = ("zh-TW" if _locale(others) == "zh-Hant" else "zh-CN") if is_chinese else "en"
    if len(config.languages) == 1:
        hint = f"write {_lines(config, tag)}"
    else:
        hint = (
            f"write `{_line(config, 'languageCode', tag)}` for it, or move the posts to the language that they are in"
        )
    return diagnose("LT122", f"pages say `{language.locale}`, and their text is {what}", place, hint=hint)


def _place(config: Config, language: Language) -> Span:
    """Where the config says which language it is; the language's own key, or the file, where it does not."""
    own = f"languages.{language.key}"
    keys = [f"{own}.locale", f"{own}.languagecode", own, "locale", "languagecode", "defaultcontentlanguage"]
    return next((config.places[key] for key in keys if key in config.places), Span(config.path))


def _of_post(config: Config, language: Language, text: _Text) -> Diagnostic:
    what, name = ("Chinese", "zh") if text.script == "zh" else ("not Chinese", "en")
    known = next((each.key for each in config.languages if each.key.partition("-")[0] == name), "")
    hint = f"name the file x.{known}.md, or translate it" if known and known != language.key else "translate it"
    return diagnose(
        "LT122", f"the page says `{language.locale}`, and its text is {what}", _first_words(text), hint=hint
    )


def _read(file: ContentFile, config: Config) -> _Text:
    source = file.source
    cut = cut_front_matter(source.text)
    body, first = (cut.body, cut.body_line) if cut else (source.text, 1)
    prose = _NO_PROSE.sub(" ", _CODE.sub(lambda found: "\n" * found[0].count("\n"), body))
    name = read_name(file.inner, {file.language} if file.language else {each.key for each in config.languages})
    language = file.language or name.language or config.default_language
    return _Text(source.path, language, _script(prose), body, first, prose)


def _script(prose: str) -> str:
    letters = len(prose.encode("utf-8", "replace").translate(None, _NO_ASCII_LETTERS))  # every word one by one is slow
    if prose.isascii():
        return "latin" if letters >= _FEWEST_LETTERS else ""
    letters += _count(_LETTERS_BEYOND_ASCII, prose)
    han = _count(_HAN, prose)
    if letters < _FEWEST_LETTERS or _count(_KANA, prose) > han * _KANA_FROM:
        return ""
    if han >= letters * _CHINESE_FROM:
        return "zh"
    return "latin" if han <= letters * _LATIN_BELOW else ""


def _count(characters: re.Pattern[str], text: str) -> int:
    return sum(map(len, characters.findall(text)))


def _first_words(text: _Text) -> Span:
    """The first line with words of the text's script, as a whole."""
    pattern = _HAN if text.script == "zh" else _LETTERS
    for row, (line, words) in enumerate(zip(text.body.split("\n"), text.prose.split("\n"), strict=False)):
        if pattern.search(words):
            shown = line.strip()
            return Span(text.path, text.first_line + row, line.find(shown) + 1, max(1, len(shown)))
    return Span(text.path, text.first_line)


def _locale(texts: Sequence[_Text]) -> str:
    traditional, simplified = (
        sum(_count(pattern, text.prose) for text in texts) for pattern in (_TRADITIONAL, _SIMPLIFIED)
    )
    return "zh-Hant" if traditional > simplified else "zh-Hans"


def _lines(config: Config, tag: str) -> str:
    key = tag.partition("-")[0]
    return f"`{_line(config, 'languageCode', tag)}` and `{_line(config, 'defaultContentLanguage', key)}`"


def _line(config: Config, key: str, value: str) -> str:
    """A setting in the config's own notation."""
    if config.path.endswith(".toml"):
        return f'{key} = "{value}"'
    return f'"{key}": "{value}"' if config.path.endswith(".json") else f"{key}: {value}"
