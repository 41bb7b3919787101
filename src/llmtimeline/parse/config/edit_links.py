"""`editPost.URL`: whether the links for corrections that are made of it show a file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from llmtimeline.parse.notation.plain import shown
from llmtimeline.values.addresses import is_web_address
from llmtimeline.values.config import Config
from llmtimeline.values.diagnostics import Diagnostic, diagnose
from llmtimeline.values.places import Span
from llmtimeline.values.posts import FrontMatter

# Host -> what stands before the branch in the address of a file, and how to write it. None has files without it.
_FORGES: tuple[tuple[str, re.Pattern[str], str], ...] = (
    ("github.com", re.compile(r"/[^/]+/[^/]+/(?:edit|tree|blob)/[^/]+(?:/|$)"), "/OWNER/REPO/edit/main"),
    ("gitlab.com", re.compile(r"/.+/-/(?:edit|tree|blob)/[^/]+(?:/|$)"), "/OWNER/REPO/-/edit/main"),
    ("gitee.com", re.compile(r"/[^/]+/[^/]+/(?:edit|tree|blob)/[^/]+(?:/|$)"), "/OWNER/REPO/edit/main"),
    ("bitbucket.org", re.compile(r"/[^/]+/[^/]+/src/[^/]+(?:/|$)"), "/OWNER/REPO/src/main"),
    (
        "codeberg.org",
        re.compile(r"/[^/]+/[^/]+/(?:_edit|src)/(?:branch/)?[^/]+(?:/|$)"),
        "/OWNER/REPO/_edit/main",
    ),
)
_FILE = re.compile(r"\.(?:md|markdown|mdown)$", re.IGNORECASE)


def check_edit_link(url: str, span: Span, folders: Iterable[str], *, appends: bool) -> Diagnostic | None:
    """LT121 for an address that leads to no file. `folders` are the content folders; `appends`: the path of the post
    below one of them is put behind the address, as PaperMod's `appendFilePath` says.
    """
    fault = _fault(url.strip(), tuple(folders), appends=appends)
    if fault is None:
        return None
    what, hint = fault
    return diagnose("LT121", f"the edit link `{shown(url)}` {what}", span, hint=hint)


def check_edit_links(config: Config) -> tuple[Diagnostic, ...]:
    """LT121 for the `editPost.URL` of the site and of its languages, each once."""
    folders = content_folders(config)
    found: dict[Span, Diagnostic] = {}
    for language in config.languages:
        given = language.params.get("editpost")
        url = given.get("url") if isinstance(given, Mapping) else None
        if not isinstance(given, Mapping) or not isinstance(url, str) or not url or given.get("disabled") is True:
            continue
        span = config.place_of("params.editPost.URL", language.key)
        fault = check_edit_link(url, span, folders, appends=given.get("appendfilepath") is True)
        if fault is not None:
            found.setdefault(span, fault)
    return tuple(found.values())


def check_own_edit_link(front: FrontMatter, config: Config) -> tuple[Diagnostic, ...]:
    """LT121 for the `editPost.URL` of a post, whose other settings may be the site's."""
    own, sites = front.params.get("editpost"), config.params.get("editpost")
    url = own.get("url") if isinstance(own, Mapping) else None
    span = front.places.get("editpost.url")
    if not isinstance(own, Mapping) or not isinstance(url, str) or not url or span is None:
        return ()
    given = {**(sites if isinstance(sites, Mapping) else {}), **own}
    if given.get("disabled") is True:
        return ()
    fault = check_edit_link(url, span, content_folders(config), appends=given.get("appendfilepath") is True)
    return () if fault is None else (fault,)


def content_folders(config: Config) -> tuple[str, ...]:
    """The folders that hold posts."""
    named = (language.content_dir or config.content_dir for language in config.languages)
    return tuple(dict.fromkeys(named)) or (config.content_dir,)


def _fault(url: str, folders: tuple[str, ...], *, appends: bool) -> tuple[str, str] | None:
    """What is wrong with the address, and what to do."""
    folder = folders[0]
    if not is_web_address(url):
        return "is no address on the web", f"write it whole: https://github.com/OWNER/REPO/edit/main/{folder}"
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    path = parts.path.rstrip("/")
    for forge, form, example in _FORGES:
        if host == forge and not form.match(path):
            return "names no branch, so it shows no file", f"write https://{forge}{example}/{folder}"
    if not appends:
        return None
    if _FILE.search(path):
        hint = "take the file's name out, or `appendFilePath`"
        return "ends with a file, and the path of each post is put behind it", hint
    if not any(path.endswith("/" + each) for each in folders):
        meant = " or ".join(f"/{each}" for each in folders)
        return "does not end with the content folder", f"the path of a post is put behind it: let it end with {meant}"
    return None
