"""The languages of a site, each with its title, menu and parameters laid over the site's."""

from __future__ import annotations

import re
from collections.abc import Mapping as Lookup
from dataclasses import replace

from llmtimeline.parse.config_checks import check_folder
from llmtimeline.parse.config_keys import LANGUAGE, MENU_ITEM
from llmtimeline.parse.plain import kind_name, shown
from llmtimeline.parse.reading import Reading, read_table
from llmtimeline.parse.typed import Values
from llmtimeline.values.config import Language, MenuItem
from llmtimeline.values.located import Mapping, Node, Scalar
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
    menu = read_menus(site, reading, "")
    shared = Language("", "", "", menu=menu, params=_params(site), title=site.text("title"))
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
        values = read_table(entry.value, LANGUAGE, reading, prefix)
        if not key:
            hint = "languages are named as in zh, en or pt-br"
            reading.add("LT106", f"`{shown(entry.key.text)}` is no language", entry.key.span, hint)
        elif not values.flag("disabled") and key not in left_out:
            languages.append(_language(key, values, shared, reading, prefix))
    if node.entries and not languages and not any(d.code == "LT106" for d in reading.findings):
        reading.add("LT106", "all languages are disabled", node.span, "leave at least one")
    return languages


def _key_of(text: str) -> str:
    key = text.strip().lower().replace("_", "-")
    return key if _KEY.fullmatch(key) else ""


def _locale(values: Values) -> str:
    return (values.text("locale") or values.text("languageCode")).strip().replace("_", "-")


def _language(key: str, values: Values, shared: Language, reading: Reading, prefix: str) -> Language:
    """One language: what it says itself over what the site says."""
    primary = key.partition("-")[0]
    menu = read_menus(values, reading, prefix) if prefix else shared.menu
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
        menu=menu or shared.menu,
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


def read_menus(values: Values, reading: Reading, prefix: str) -> tuple[MenuItem, ...]:
    """The main menu: ascending by weight, those without one last, else in the order written.

    Hugo sorts entries of equal weight by name; the order in which an author wrote them says more.
    """
    items: list[MenuItem] = []
    for key in ("menus", "menu"):
        node = values.node(key)
        if node is not None and not isinstance(node, Mapping):
            reading.add("LT106", f"`{key}` takes a mapping, not {kind_name(node)}", node.span, "write `main:` below it")
        for entry in node if isinstance(node, Mapping) else ():
            name = f"{prefix}{key}.{entry.key.text.lower()}"
            if entry.key.text.lower() == "main":
                items.extend(_items(entry.value, name, reading))
            else:
                hint = "the header shows the menu `main`; other menus are not shown"
                reading.add("LT115", f"`{key}.{shown(entry.key.text)}` has no effect here", entry.key.span, hint)
    return tuple(sorted(items, key=lambda item: (item.weight == 0, item.weight)))


def _items(node: Node, name: str, reading: Reading) -> list[MenuItem]:
    if isinstance(node, Scalar | Mapping):
        if not (isinstance(node, Scalar) and not node.text):
            hint = "write `- {name: …, url: /…/}` items"
            reading.add("LT106", f"`{name}` takes a list, not {kind_name(node)}", node.span, hint)
        return []
    return [item for index, entry in enumerate(node) if (item := _item(entry, f"{name}.{index}.", reading)) is not None]


def _item(node: Node, prefix: str, reading: Reading) -> MenuItem | None:
    values = read_table(node, MENU_ITEM, reading, prefix)
    name = values.text("name") or values.text("identifier") or values.text("title")
    if not isinstance(node, Mapping):
        return None
    if not name and "pageRef" not in values:
        reading.add("LT118", "a menu entry without a name", node.span, "write `name:` and `url:`")
        return None
    return MenuItem(
        name=name,
        url=values.text("url"),
        page_ref=values.text("pageRef"),
        identifier=values.text("identifier"),
        weight=values.whole("weight"),
        parent=values.text("parent"),
        title=values.text("title"),
    )
