"""Comments below posts by giscus, which keeps them in the discussions of a repository on GitHub."""

from __future__ import annotations

import re
from collections.abc import Mapping

from llmtimeline.plan.params import as_flag, as_text
from llmtimeline.values.codes import Severity
from llmtimeline.values.config import Config, Language
from llmtimeline.values.diagnostics import Checked, diagnose
from llmtimeline.values.params import find_param
from llmtimeline.values.views import DiscussionView

# Parameter -> what fits, and what to write.
_FORMS = {
    "repo": (re.compile(r"[A-Za-z0-9-]+/[\w.-]+", re.ASCII), "write `owner/name`, as GitHub has it"),
    "repoid": (re.compile(r"[\w=-]+", re.ASCII), "copy it from giscus.app"),
    "categoryid": (re.compile(r"[\w=-]*", re.ASCII), "copy it from giscus.app"),
    "theme": (re.compile(r"[a-z0-9_]*|https://[^\s\"'<>]+"), "write a theme of giscus, or an https address"),
}
# Chinese as giscus names it; of other languages it takes the first part of the tag.
_TRADITIONAL = re.compile(r"zh-(?:hant|tw|hk|mo)\b", re.IGNORECASE)
_SPOKEN = frozenset(
    {"ar", "be", "bg", "ca", "cs", "da", "de", "en", "eo", "es", "eu", "fa", "fr", "he", "hu", "id", "it", "ja"}
    | {"ko", "nl", "pl", "pt", "ro", "ru", "th", "tr", "uk", "uz", "vi"}
)


def discussion_of(config: Config, language: Language) -> Checked[DiscussionView | None]:
    """What `params.giscus` says; None without it, where it cannot work, and on sites that are not for everyone: a
    preview has addresses of its own, and discussions of them would be nobody's.

    Adds LT106 for what is missing or cannot be right.
    """
    settings = find_param(language.params, "giscus")
    if not isinstance(settings, Mapping) or not settings:
        return Checked(None)
    found = [
        diagnose(
            "LT106",
            f"`giscus.{name}` cannot be `{as_text(settings[name])}`"
            if name in settings
            else f"`giscus.{name}` is missing",
            config.place_of(f"params.giscus.{name}" if name in settings else "params.giscus", language.key),
            hint=hint,
            severity=Severity.WARNING,
        )
        for name, (form, hint) in _FORMS.items()
        if not form.fullmatch(as_text(settings.get(name)))
    ]
    return Checked(_view(settings, language) if config.is_public and not found else None, tuple(found))


def _view(settings: Mapping[str, object], language: Language) -> DiscussionView:
    def text(name: str, default: str = "") -> str:
        return as_text(settings.get(name)) or default

    repo = text("repo")
    return DiscussionView(
        url=f"https://github.com/{repo}/discussions",
        settings=(
            ("repo", repo),
            ("repo-id", text("repoid")),
            ("category", text("category")),
            ("category-id", text("categoryid")),
            ("mapping", text("mapping", "pathname")),
            ("term", text("term")),
            ("strict", _digit(settings.get("strict"))),
            ("reactions-enabled", _digit(settings.get("reactions"), default=True)),
            ("input-position", text("inputposition", "bottom")),
            ("emit-metadata", "0"),
            ("theme", text("theme")),
            ("lang", _language_tag(language.locale)),
        ),
    )


def _digit(value: object, *, default: bool = False) -> str:
    return "1" if as_flag(value, default=default) else "0"


def _language_tag(locale: str) -> str:
    primary = locale.lower().partition("-")[0]
    if primary == "zh":
        return "zh-TW" if _TRADITIONAL.match(locale) else "zh-CN"
    return primary if primary in _SPOKEN else "en"
