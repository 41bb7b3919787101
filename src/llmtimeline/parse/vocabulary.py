"""The words of every language of a site."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from llmtimeline.parse.config.date_formats import date_layout
from llmtimeline.parse.words import parse_words
from llmtimeline.values.codes import Severity
from llmtimeline.values.config import Config, Language
from llmtimeline.values.diagnostics import Checked, Diagnostic, diagnose
from llmtimeline.values.sources import Source
from llmtimeline.values.words import Words

# What people write for a language whose country they think of.
_COUNTRIES: Mapping[str, str] = {"cn": "zh", "tw": "zh-tw", "jp": "ja", "kr": "ko", "us": "en", "gb": "en"}


def parse_vocabulary(known: Mapping[str, tuple[Source, ...]], config: Config) -> Checked[dict[str, Words]]:
    """Words of each language by its key: the files of its key, its locale and its primary subtag laid over each other.

    A language that nobody has written words for takes the English ones, which adds a warning of LT404.
    """
    words: dict[str, Words] = {}
    found: list[Diagnostic] = []
    for language in config.languages:
        key, locale = language.key.lower(), language.locale.lower()
        names = dict.fromkeys((key, locale, key.split("-")[0], locale.split("-")[0]))
        sources = [source for name in names for source in known.get(name, ())]
        if not sources:
            found.append(_without_words(key, config))
        checked = parse_words(language.key, tuple(sources or known.get("en", ())))
        words[language.key] = _with_layout(checked.value, language)
        found.extend(checked.diagnostics)
    return Checked(words, tuple(found))


def _without_words(key: str, config: Config) -> Diagnostic:
    message = f"there are no words for the language `{key}`, so its pages use the English ones"
    hint = f"copy templates/i18n/en.yaml to templates/i18n/{key}.yaml and translate it"
    if key in _COUNTRIES:
        hint = f"`{key}` is a country; the language is `{_COUNTRIES[key]}`"
    place = config.places.get(f"languages.{key}") or config.place_of("defaultContentLanguage")
    return diagnose("LT404", message, place, hint=hint, severity=Severity.WARNING)


def _with_layout(words: Words, language: Language) -> Words:
    """The words with the site's `DateFormat` among them: how a date is written is a matter of the language."""
    layout = date_layout(language)
    return replace(words, texts={**words.texts, "date_layout": layout}) if layout else words
