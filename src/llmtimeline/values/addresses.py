"""Which addresses may stand in a page."""

from __future__ import annotations

import re

SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel"})

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")  # RFC 3986, section 3.1
# Browsers drop tabs and line breaks inside an address, so that `java\nscript:` would run.
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_WEB = re.compile(r"https?://[^\s/?#\\\"<>^`{|}@]+(?:[/?#][^\s\\\"<>^`{|}]*)?", re.IGNORECASE)
_HIDDEN_HOST = ("/\\", "\\/", "\\\\")  # browsers read these as `//`


def is_safe(url: str) -> bool:
    """Whether an address may stand in a page: http, https, mailto, tel, or an address inside the site."""
    start = url.lstrip()
    if _UNSEEN.search(url) or start.startswith(_HIDDEN_HOST):
        return False
    found = _SCHEME.match(start)
    return found is None or found[1].lower() in SAFE_SCHEMES


def is_web_address(url: str) -> bool:
    """Whether an address is whole and of the web: http or https, a host, and nothing that cannot be in an address."""
    return _WEB.fullmatch(url) is not None and is_safe(url)


def is_inside(url: str) -> bool:
    """Whether an address names a place of the site itself: no scheme and no host."""
    start = url.lstrip()
    return not start.startswith("//") and _SCHEME.match(start) is None
