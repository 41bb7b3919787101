"""Addresses as authors write them: which are safe, which leave the site, and what stands at their end."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import quote

from llmtimeline.values.addresses import is_safe

__all__ = ["encode_address", "is_external", "is_safe", "link_kind", "trimmed"]

_FITS_IN_ADDRESS = re.compile(r"(?:[A-Za-z0-9\-._~!*'();/?:@&=+$,#]|%[0-9A-Fa-f]{2})*\Z")
_BARE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_ENTITY_AT_END = re.compile(r"&[A-Za-z][A-Za-z0-9]{1,31};\Z")
_NEVER_LAST = ".,!?:*_~'\";"
_OPENING = {")": "(", "]": "["}
_PARTS = re.compile(r"(?:https?:)?//(?:[^/?#@]*@)?(?:www\.)?([^/?#:]*)(?::\d*)?([^?#]*)", re.IGNORECASE)

# (host, start of the path, kind): also for the hosts below a host. The first that fits counts.
_BY_HOST: tuple[tuple[str, str, str], ...] = (
    ("arxiv.org", r"", "paper"),
    ("openreview.net", r"", "paper"),
    ("aclanthology.org", r"", "paper"),
    ("doi.org", r"", "paper"),
    ("neurips.cc", r"", "paper"),
    ("nature.com", r"/articles/", "paper"),
    ("ai.meta.com", r"/research/publications/", "paper"),
    ("huggingface.co", r"/papers/", "paper"),
    ("huggingface.co", r"/blog\b", "blog"),
    ("huggingface.co", r"/docs\b", "docs"),
    ("huggingface.co", r"/spaces/", "demo"),
    ("huggingface.co", r"/datasets/", "dataset"),
    ("huggingface.co", r"/(?:collections/)?[^/]+", "weights"),
    ("modelscope.cn", r"/datasets/", "dataset"),
    ("modelscope.cn", r"/studios/", "demo"),
    ("modelscope.cn", r"/[^/]+/[^/]+", "weights"),
    ("github.com", r"/[^/]+/[^/]+/(?:discussions|issues)\b", "discussion"),
    ("github.com", r"/features/", "site"),
    ("github.com", r"/[^/]+", "repo"),
    ("gitlab.com", r"/[^/]+", "repo"),
    ("gitee.com", r"/[^/]+", "repo"),
    ("news.ycombinator.com", r"", "discussion"),
    ("reddit.com", r"", "discussion"),
    ("zhuanlan.zhihu.com", r"", "blog"),
    ("zhihu.com", r"", "discussion"),
    ("youtube.com", r"", "video"),
    ("youtu.be", r"", "video"),
    ("bilibili.com", r"", "video"),
    ("vimeo.com", r"", "video"),
    ("medium.com", r"", "blog"),
    ("substack.com", r"", "blog"),
    ("googleblog.com", r"", "blog"),
    ("mp.weixin.qq.com", r"", "blog"),
    ("readthedocs.io", r"", "docs"),
    ("gnu.org", r"/licenses/", "license"),
    ("apache.org", r"/licenses/", "license"),
    ("creativecommons.org", r"/licenses/", "license"),
)
_LICENSE = re.compile(r".*/LICEN[CS]E\b", re.IGNORECASE)
_PDF = re.compile(r".*\.pdf$", re.IGNORECASE)
_BY_PART_OF_PATH = {"blog": "blog", "blogs": "blog", "docs": "docs", "documentation": "docs", "demo": "demo"}
_BY_FIRST_LABEL = {
    "blog": "blog",
    "docs": "docs",
    "doc": "docs",
    "help": "docs",
    "developer": "docs",
    "developers": "docs",
    "demo": "demo",
}


def encode_address(url: str) -> str:
    """An address with everything percent-encoded that must be; what is encoded already stays as it is."""
    if _FITS_IN_ADDRESS.match(url):
        return url
    return quote(_BARE_PERCENT.sub("%25", url), safe="%-._~!*'();/?:@&=+$,#", errors="replace")


def trimmed(address: str) -> str:
    """The address without the punctuation at its end that belongs to the sentence, and without unbalanced brackets."""
    end = len(address)
    spare = {close: address.count(close) - address.count(opening) for close, opening in _OPENING.items()}
    while end:
        last = address[end - 1]
        if last == ";" and (entity := _ENTITY_AT_END.search(address, max(0, end - 40), end)):
            end = entity.start()
        elif last in _NEVER_LAST:
            end -= 1
        elif spare.get(last, 0) > 0:
            spare[last] -= 1
            end -= 1
        else:
            break
    return address[:end]


def is_external(url: str) -> bool:
    """Whether an address names a host: `https://…` or `//host/…`."""
    return url.lstrip()[:6].lower().startswith(("http:", "https:", "//"))


def link_kind(url: str) -> str:
    """What stands at an address, told by host and path: paper, weights, repo, …; `site` where nothing tells."""
    found = _PARTS.match(url)
    if found is None:
        return "site"
    host, path = found[1].lower(), found[2]
    if "LICEN" in path.upper() and _LICENSE.match(path):
        return "license"
    for pattern, kind in _patterns("huggingface.co" if host == "hf.co" else host):
        if pattern.match(path):
            return kind
    if _PDF.match(path):
        return "paper"
    parts = path.lower().split("/")
    for part, kind in _BY_PART_OF_PATH.items():
        if part in parts:
            return kind
    label = host.partition(".")[0]
    return "demo" if label.endswith("-demo") else _BY_FIRST_LABEL.get(label, "site")


@lru_cache(maxsize=4096)
def _patterns(host: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(path), kind) for name, path, kind in _BY_HOST if host == name or host.endswith("." + name))
