"""The few words that Markdown itself puts on a page. Everything else is worded by the templates."""

from __future__ import annotations

ALERTS = ("note", "tip", "important", "warning", "caution")

_ALERT_TITLES = {
    "zh": ("注意", "提示", "重要", "警告", "小心"),
    "en": ("Note", "Tip", "Important", "Warning", "Caution"),
}
_BACK_TO_TEXT = {"zh": "返回正文", "en": "Back to the text"}


def alert_title(kind: str, language: str) -> str:
    """The title of an alert: `注意` or `Note`; English for languages without words of their own."""
    return _ALERT_TITLES[_known(language)][ALERTS.index(kind)]


def back_to_text(language: str) -> str:
    """What the arrow at the end of a footnote does, for those who cannot see it."""
    return _BACK_TO_TEXT[_known(language)]


def _known(language: str) -> str:
    return "zh" if language.lower().split("-")[0] == "zh" else "en"
