"""Language tags as Open Graph writes them: a language and a territory."""

from __future__ import annotations

import re
from functools import lru_cache

_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}))?")

# The territory that a reader of previews expects where the tag names none.
_SAME_NAME = ("de", "es", "fr", "id", "it", "nl", "pl", "pt", "ru", "th", "tr")
_TERRITORIES = {
    **{language: language.upper() for language in _SAME_NAME},
    "ar": "AR",  # of Open Graph's own making
    "en": "US",
    "hi": "IN",
    "ja": "JP",
    "ko": "KR",
    "sv": "SE",
    "uk": "UA",
    "vi": "VN",
    "zh": "CN",
}
_BY_SCRIPT = {("zh", "hant"): "TW"}


@lru_cache(maxsize=256)
def og_locale(tag: str) -> str:
    """`zh_CN` for zh, zh-Hans and zh-CN; the language alone where no territory is known; "" for what is no tag."""
    found = _TAG.fullmatch(tag.strip())
    if found is None:
        return ""
    language, script, territory = found[1].lower(), (found[2] or "").lower(), (found[3] or "").upper()
    territory = territory or _BY_SCRIPT.get((language, script)) or _TERRITORIES.get(language, "")
    return f"{language}_{territory}" if territory else language
