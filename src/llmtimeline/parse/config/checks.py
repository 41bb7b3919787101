"""Values of a config that need more than a kind: addresses, folders, patterns, time zones."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from llmtimeline.parse.notation.plain import kind_name, shown, yes_or_no
from llmtimeline.parse.notation.reading import Reading
from llmtimeline.parse.notation.typed import nearest_word
from llmtimeline.values.codes import Severity
from llmtimeline.values.config import PERMALINK_KINDS, PERMALINK_TOKENS
from llmtimeline.values.diagnostics import Diagnostic, diagnose
from llmtimeline.values.located import Entry, Mapping, Node, Scalar, ScalarKind
from llmtimeline.values.places import Span

LOCAL_URL = "http://localhost/"
_UNFIT_IN_URL = re.compile(r'[\s<>"\\^`{|}\x00-\x1f\x7f]')
_DRIVE = re.compile(r"[A-Za-z]:")
_UNFIT_IN_PATH = re.compile(r'[?#<>"|*\\\x00-\x1f\x7f]')
_TOKEN = re.compile(r":([A-Za-z]+)")


def check_base_url(written: str, given: str | None, path: str, reading: Reading) -> str:
    """The site's address with "/" at its end: `given` by the caller, else as written, else http://localhost/."""
    span = None if given is not None else reading.places.get("baseurl")
    url = written if given is None else given
    if not url.strip("/ "):
        reading.findings.append(_no_base_url(span or Span(path)))
        return LOCAL_URL
    if _is_absolute(url):
        return url if url.endswith("/") else url + "/"
    reading.findings.append(
        diagnose(
            "LT113",
            f"`{shown(url)}` is no address of a site",
            span,
            hint="write it whole, as in https://example.org/ or https://example.org/blog/",
        )
    )
    return LOCAL_URL


def _no_base_url(span: Span) -> Diagnostic:
    return diagnose(
        "LT118",
        f"`baseURL` is missing, so feeds and the sitemap name {LOCAL_URL}",
        span,
        hint="write baseURL: https://example.org/",
        severity=Severity.WARNING,
    )


def _is_absolute(url: str) -> bool:
    if _UNFIT_IN_URL.search(url):
        return False
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return False
    return parts.scheme.lower() in ("http", "https") and bool(host) and not parts.query and not parts.fragment


def check_folder(written: str, default: str, key: str, reading: Reading) -> str:
    """A folder below the site's root, without "/" at either end; LT209 and the default when it is anywhere else."""
    if not written:
        return default
    parts = [part for part in written.replace("\\", "/").split("/") if part not in ("", ".")]
    inside = bool(parts) and ".." not in parts and not written.startswith(("/", "\\", "~")) and "\0" not in written
    if inside and not _DRIVE.match(written):
        return "/".join(parts)
    span = reading.places.get(key.lower())
    hint = f"name a folder inside the site, such as `{default or 'content'}`"
    reading.findings.append(
        diagnose("LT209", f"`{key.rpartition('.')[2]}` leads out of the site: `{shown(written)}`", span, hint=hint)
    )
    return default


def check_zone(name: str, reading: Reading) -> str:
    """The name of a time zone that exists, or "" for UTC."""
    from zoneinfo import ZoneInfo

    if not name:
        return ""
    try:
        ZoneInfo(name)
    except (ValueError, OSError, KeyError):  # no such name; a folder of names; a path out of the database
        span = reading.places.get("timezone")
        hint = "write a name such as Asia/Shanghai, Europe/Berlin or UTC"
        reading.findings.append(diagnose("LT116", f"no time zone is named `{shown(name)}`", span, hint=hint))
        return ""
    return name


def check_address(node: Node | None, default: str | None, key: str, reading: Reading) -> str | None:
    """An address of pages below `timeline`: a path without slashes at its ends; None for `false`."""
    if node is None:
        return default
    if not isinstance(node, Scalar):
        reading.add("LT106", f"`{key}` takes an address or false, not {kind_name(node)}", node.span)
        return default
    if node.kind is ScalarKind.BOOLEAN or node.text.lower() in ("no", "off", "yes", "on"):
        return default if yes_or_no(node) else None
    path = node.text.strip().strip("/")
    parts = path.split("/")
    if ".." in parts or "." in parts:
        reading.add(
            "LT209", f"`{key}` leads out of the site: `{shown(node.text)}`", node.span, f"write `{key}: {default}`"
        )
        return default
    if not all(parts) or _UNFIT_IN_PATH.search(path) or ":" in path:
        reading.add("LT106", f"`{key}` takes an address such as `{default}`, or false", node.span)
        return default
    return path


def texts_by_name(node: Node | None, key: str, reading: Reading) -> tuple[Entry, ...]:
    """The entries of a mapping from names to texts; others add LT106 and are left out."""
    if node is None:
        return ()
    if not isinstance(node, Mapping):
        reading.add("LT106", f"`{key}` takes a mapping, not {kind_name(node)}", node.span, "write `name: text` lines")
        return ()
    entries = []
    for entry in node:
        if isinstance(entry.value, Scalar):
            entries.append(entry)
        else:
            reading.add("LT106", f"`{key}.{shown(entry.key.text)}` takes a text", entry.value.span)
    return tuple(entries)


def check_permalinks(node: Node | None, reading: Reading) -> dict[str, dict[str, str]]:
    """Patterns by kind of page (`page`, `section`, `taxonomy`, `term`) and section, or plural of the taxonomy.

    Those of no kind hold for posts and terms, as in Hugo.
    """
    patterns: dict[str, dict[str, str]] = {kind: {} for kind in PERMALINK_KINDS}
    if not isinstance(node, Mapping):
        texts_by_name(node, "permalinks", reading)
        return patterns
    for entry in node:
        kind = entry.key.text.lower()
        if not isinstance(entry.value, Mapping):
            for each in ("page", "term"):
                _take_pattern(entry, "permalinks", patterns[each], reading if each == "page" else Reading())
        elif kind in patterns:
            for inner in entry.value:
                _take_pattern(inner, f"permalinks.{kind}", patterns[kind], reading)
        else:
            hint = "kinds of pages are `page`, `section`, `taxonomy` and `term`"
            reading.add("LT115", f"`permalinks.{shown(entry.key.text)}` has no effect here", entry.key.span, hint)
    return patterns


def _take_pattern(entry: Entry, above: str, patterns: dict[str, str], reading: Reading) -> None:
    if not isinstance(entry.value, Scalar):
        reading.add("LT106", f"`{above}.{shown(entry.key.text)}` takes a text", entry.value.span)
    elif entry.value.text:
        patterns[entry.key.text.lower()] = entry.value.text
        _check_pattern(entry.value, reading)


def _check_pattern(pattern: Scalar, reading: Reading) -> None:
    for found in _TOKEN.finditer(pattern.text):
        if found.group(1) not in PERMALINK_TOKENS:
            near = nearest_word(found.group(1).lower(), PERMALINK_TOKENS)
            hint = f"did you mean `:{near}`?" if near else "as in /:year/:month/:slug/"
            start = found.start() + pattern.quoted
            reading.add(
                "LT108",
                f"a permalink knows no `{found.group()}`",
                pattern.span.shifted(start, len(found.group())),
                hint,
            )
