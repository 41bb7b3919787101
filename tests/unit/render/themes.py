"""The built-in theme, read from this checkout for tests."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml

from llmtimeline.values.sources import TemplateSource, Theme
from llmtimeline.values.words import Words

ROOT = Path(__file__).parents[3]


def built_in_theme(**extra: str) -> Theme:
    """The theme with more templates laid over it: `x__y_html` is not needed, names come as written."""
    folder = ROOT / "templates"
    found = {
        path.relative_to(folder).as_posix(): TemplateSource(
            f"templates/{path.relative_to(folder).as_posix()}", path.read_text("utf-8")
        )
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix != ".yaml"
    }
    for name, text in extra.items():
        if name in found:
            found[f"!theme/{name}"] = found[name]
        found[name] = TemplateSource(f"site/{name}", text)
    return Theme(found)


def built_in_words() -> dict[str, Words]:
    return {language: Words(language, words_of(language)) for language in ("en", "zh")}


@cache
def words_of(language: str) -> Mapping[str, str | Mapping[str, str]]:
    text = (ROOT / "templates" / "i18n" / f"{language}.yaml").read_text("utf-8")
    loaded: dict[str, str | dict[str, str]] = yaml.load(text, yaml.BaseLoader)
    return loaded
