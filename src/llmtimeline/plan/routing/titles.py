"""Titles of sections and taxonomies that no `_index.md` names, as Hugo makes them (but `周报` stays `周报`)."""

from __future__ import annotations

import re

from llmtimeline.values.config import Config

_SHORT_WORDS = {"ai": "AI", "api": "API", "faq": "FAQ", "llm": "LLM", "ml": "ML", "url": "URL"}
_IRREGULAR = {"person": "people", "child": "children", "man": "men", "woman": "women"}
_UNCHANGED = frozenset({"news", "series", "species", "software", "research", "information", "feedback", "about"})
# Usual folders, and the words of the templates for them.
_SECTION_WORDS = {
    **dict.fromkeys(("post", "posts", "article", "articles"), "@posts"),
    **dict.fromkeys(("blog", "blogs"), "@blog"),
}
_ENGLISH = re.compile(r"[A-Za-z]+\Z")
_WORD = re.compile(r"[^\W_]+[^\s/-]*")
# Words that English titles keep small between others.
_SMALL = frozenset(
    (
        *("a", "an", "and", "as", "at", "but", "by", "en", "for", "if", "in"),
        *("nor", "of", "on", "or", "per", "the", "to", "vs", "via"),
    )
)


def section_title(folder: str, config: Config) -> str:
    """The folder's name as a heading: `post` gives `Posts`, `weekly` gives `Weeklies`."""
    *before, last = folder.replace("-", " ").split(" ")
    if config.pluralize_titles:
        last = _plural(last)
    words = [*before, last]
    return " ".join(_capital(word) for word in words) if config.capitalize_titles else " ".join(words)


def section_label(folder: str, title: str, locale: str) -> str:
    """What readers see of a section: the title, or `@posts`, a key of the templates' words.

    Folders have English names on Chinese sites too, and `Posts` is no Chinese word. Addresses keep the title.
    """
    return _SECTION_WORDS.get(folder.lower(), title) if _is_chinese(locale) else title


def taxonomy_label(plural: str, title: str, locale: str) -> str:
    """The same of a taxonomy; `tags` and `categories` have words in every language."""
    is_known = plural in ("tags", "categories") or (plural == "series" and _is_chinese(locale))
    return f"@{plural}" if is_known else title


def list_title(name: str, config: Config) -> str:
    """A term or taxonomy as a heading: `machine learning` gives `Machine Learning`, and `iPhone` stays as it is."""
    if not config.capitalize_titles:
        return name

    def capital(found: re.Match[str]) -> str:
        word = found[0]
        is_inner = found.start() > 0 and found.end() < len(name)
        if (is_inner and word.lower() in _SMALL) or word != word.lower():
            return word
        return word[:1].upper() + word[1:]

    return _WORD.sub(capital, name)


def _is_chinese(locale: str) -> bool:
    return locale.lower().partition("-")[0] == "zh"


def _plural(word: str) -> str:
    lower = word.lower()
    if not _ENGLISH.match(word) or lower in _UNCHANGED or lower in _IRREGULAR.values():
        return word
    if lower in _IRREGULAR:
        return _IRREGULAR[lower]
    if re.search(r"[^aeiou]y\Z", lower):
        return word[:-1] + "ies"
    if re.search(r"(?:x|z|ch|sh|ss)\Z", lower):
        return word + "es"
    return word if lower.endswith("s") else word + "s"


def _capital(word: str) -> str:
    for short, shown in _SHORT_WORDS.items():
        if word.lower() in (short, short + "s"):
            return shown + word[len(short) :]
    return word[:1].upper() + word[1:]
