"""The languages of a site, each with its title, menu and parameters laid over the site's."""

from __future__ import annotations

import re
from collections.abc import Mapping as Lookup
from dataclasses import replace

from llmtimeline.parse.config.checks import check_folder
from llmtimeline.parse.config.keys import LANGUAGE
from llmtimeline.parse.config.menus import read_menus
from llmtimeline.parse.notation.plain import kind_name, shown
from llmtimeline.parse.notation.reading import Reading, read_table
from llmtimeline.parse.notation.typed import Values
from llmtimeline.values.config import Language
from llmtimeline.values.located import Entry, Mapping, Node, Scalar, ScalarKind
from llmtimeline.values.places import Span

_KEY = re.compile(r"[a-z]{2,8}(?:-[a-z0-9]{1,8})*")  # as much of BCP 47 as a folder's name needs
_CJK = frozenset({"zh", "ja", "ko"})
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "ps", "yi"})
_LABELS = {
    "zh": "中文",
    "zh-hans": "简体中文",
    "zh-hant": "繁體中文",
    "zh-cn": "简体中文",
    "zh-tw": "繁體中文",
    "en": "English",
    "ja": "日本語",
    "ko": "한국어",
    "fr": "Français",
    "de": "Deutsch",
    "es": "Español",
    "pt": "Português",
    "ru": "Русский",
    "it": "Italiano",
    "vi": "Tiếng Việt",
    "id": "Bahasa Indonesia",
    "ar": "العربية",
}
# Chinese without a script leaves a browser to guess its fonts; what this program's sites write is simplified.
_LOCALES = {"zh": "zh-Hans"}


def read_languages(node: Node | None, site: Values, path: str, reading: Reading) -> tuple[tuple[Language, ...], str]:
    """All languages by weight, and the key of the default one. Without `languages` there is one, told by the site.

    May add LT104, LT106, LT112 besides what its fields add.
    """
    default = _key_of(site.text("defaultContentLanguage"))
    left_out = {key.lower() for key in site.texts("disableLanguages")}
    main, others = read_menus(site, reading, "")
    shared = Language("", "", "", menu=main, menus=others, params=_params(site), title=site.text("title"))
    languages = [] if node is None else _declared(node, shared, left_out, reading)
    if not languages:
        key = default or _key_of(_locale(site).split("-")[0]) or "en"
        return (_language(key, site, replace(shared, content_dir=""), reading, ""),), key
    languages.sort(key=lambda language: (language.weight == 0, language.weight))
    if not default:
        default = "en" if any(language.key == "en" for language in languages) else languages[0].key
    if all(language.key != default for language in languages):
        keys = ", ".join(f"`{language.key}`" for language in languages)
        span = reading.places.get("defaultcontentlanguage", Span(path))
        reading.add("LT112", f"the default language `{default}` is not among `languages`", span, f"there are {keys}")
        default = languages[0].key
    return tuple(languages), default


def _declared(node: Node, shared: Language, left_out: set[str], reading: Reading) -> list[Language]:
    if not isinstance(node, Mapping):
        hint = "write `zh: {label: 中文, weight: 1}` below it"
        reading.add("LT104", f"`languages` takes a mapping, not {kind_name(node)}", node.span, hint)
        return []
    languages = []
    for entry in node:
        key = _key_of(entry.key.text)
        prefix = f"languages.{entry.key.text.lower()}."
        reading.places[prefix.rstrip(".")] = entry.key.span
        values = read_table(_settings(entry, reading), LANGUAGE, reading, prefix)
        if not key:
            hint = "languages are named as in zh, en or pt-br"
            reading.add("LT106", f"`{shown(entry.key.text)}` is no language", entry.key.span, hint)
        elif not values.flag("disabled") and key not in left_out:
            languages.append(_language(key, values, shared, reading, prefix))
    if node.entries and not languages and not any(d.code == "LT106" for d in reading.findings):
        reading.add("LT106", "all languages are disabled", node.span, "leave at least one")
    return languages


def _settings(entry: Entry, reading: Reading) -> Node:
    """What a language says of itself; nothing, with LT104, in place of a name such as `en: English`."""
    node = entry.value
    if not isinstance(node, Scalar) or node.kind is ScalarKind.NULL:
        return node
    key, text = shown(entry.key.text), shown(node.text)
    message = f"`languages.{key}` takes a mapping, not `{text}`"
    reading.add("LT104", message, node.span, f"write `{key}: {{label: {text}}}`")
    return Mapping((), node.span)


def _key_of(text: str) -> str:
    key = text.strip().lower().replace("_", "-")
    return key if _KEY.fullmatch(key) else ""


def _locale(values: Values) -> str:
    return (values.text("locale") or values.text("languageCode")).strip().replace("_", "-")


def _language(key: str, values: Values, shared: Language, reading: Reading, prefix: str) -> Language:
    """One language: what it says itself over what the site says."""
    primary = key.partition("-")[0]
    main, others = read_menus(values, reading, prefix) if prefix else ((), {})
    folder = check_folder(values.text("contentDir"), "", prefix + "contentDir", reading) if prefix else ""
    direction = values.text("direction") or values.text("languageDirection")
    return Language(
        key=key,
        locale=_tag(_locale(values) or _LOCALES.get(key, key)),
        label=values.text("label") or values.text("languageName") or _LABELS.get(key) or _LABELS.get(primary, key),
        weight=values.whole("weight"),
        direction=direction or ("rtl" if primary in _RIGHT_TO_LEFT else "ltr"),
        title=values.text("title") or shared.title,
        content_dir=folder,
        copyright=values.text("copyright"),
        menu=main or shared.menu,
        menus={**shared.menus, **others},
        params=overlaid(shared.params, _params(values)) if prefix else shared.params,
        cjk=primary in _CJK,
    )


def _tag(text: str) -> str:
    """A language tag in its usual letters: zh-hans-cn is zh-Hans-CN."""
    first, *rest = text.split("-")
    usual = {2: str.upper, 4: str.title}
    return "-".join((first.lower(), *(usual.get(len(part), str.lower)(part) for part in rest)))


def _params(values: Values) -> Lookup[str, object]:
    return values.table("params").by_key


def overlaid(below: Lookup[str, object], above: Lookup[str, object]) -> dict[str, object]:
    """Two sets of parameters as one: mappings are merged at all levels, everything else is replaced."""
    merged = dict(below)
    for key, value in above.items():
        old = merged.get(key)
        merged[key] = overlaid(old, value) if isinstance(old, dict) and isinstance(value, dict) else value
    return merged
