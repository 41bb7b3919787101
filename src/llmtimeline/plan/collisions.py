"""Of all that wants to be written: what may be, and what may not."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from llmtimeline.plan.frames import Planned
from llmtimeline.plan.pages import Rank
from llmtimeline.values.diagnostics import Checked, Diagnostic, Related, Severity, diagnose
from llmtimeline.values.outputs import Copied, Output
from llmtimeline.values.places import Span

# Of a name in bytes, with room for a suffix while it is written; of a whole path in characters (Windows allows 260).
LONGEST_NAME = 240
LONGEST_PATH = 240
_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))})
_FORBIDDEN = re.compile(
    '[<>:"|?*\\\\\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]'
)
# Files that steer a host or this program; a post may not write them.
_RESERVED = frozenset(
    {
        "cname",
        "_redirects",
        "_headers",
        "_routes.json",
        "_worker.js",
        "sw.js",
        ".nojekyll",
        ".htaccess",
        ".well-known",
        ".llmtimeline",
        ".llmtimeline-files",
    }
)


def settle(planned: Iterable[Planned]) -> Checked[tuple[Output, ...]]:
    """The outputs that stand, sorted by path. Adds LT501 to LT506."""
    found: list[Diagnostic] = []
    standing: dict[str, Planned] = {}
    ordered = sorted(planned, key=_firmness)
    spare = [each for each in ordered if each.rank is Rank.SPARE]
    for each in ordered[: len(ordered) - len(spare)]:
        problem = _problem(each)
        if problem is not None:
            found.append(problem)
            if problem.severity is Severity.ERROR:
                continue
        first = standing.setdefault(each.output.path, each)
        if first is not each:
            found.append(_taken(first, each))
    _add_spare(standing, spare)
    found += _same_on_some_systems(standing)
    return Checked(tuple(standing[path].output for path in sorted(standing)), tuple(found))


def _add_spare(standing: dict[str, Planned], spare: Iterable[Planned]) -> None:
    """Adds what is free to be added: nothing stands there, or would be in its way on any system."""
    files = {fold(path) for path in standing}
    folders = {above for path in files for above in _folders(path)}
    for each in spare:
        path = fold(each.output.path)
        if path in files or path in folders or not files.isdisjoint(_folders(path)) or _problem(each) is not None:
            continue
        standing[each.output.path] = each
        files.add(path)
        folders.update(_folders(path))


def _folders(path: str) -> Iterator[str]:
    while path := path.rpartition("/")[0]:
        yield path


def fold(path: str) -> str:
    """A path as a system that ignores case and normal forms compares it."""
    if path.isascii():
        return path.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def not_possible(path: str) -> str:
    """Why a path cannot be a file on every system, in a few words; "" when it can."""
    if len(path) > LONGEST_PATH:
        return f"it is longer than {LONGEST_PATH} characters"
    parts = path.split("/")
    if any(part in ("", ".", "..") for part in parts):
        return "it leaves the site"
    return next((reason for part in parts if (reason := _wrong_with(part))), "")


def _firmness(planned: Planned) -> tuple[Rank, str, tuple[str, int, int]]:
    origin = planned.output.origin or Span("", 0, 0)
    if planned.rank is Rank.SPARE:
        return planned.rank, planned.output.path, ("", 0, 0)  # in the order given: the default language first
    return planned.rank, planned.output.path, (origin.path, origin.line, origin.column)


def _problem(planned: Planned) -> Diagnostic | None:
    output = planned.output
    reason = not_possible(output.path)
    if reason:
        # A static file stands on its author's system already; it is told of, not refused.
        copied = isinstance(output.body, Copied) and not _leaves(output.path)
        severity = Severity.WARNING if copied else Severity.ERROR
        message = f"`{output.path}` cannot be a file's name on every system: {reason}"
        return diagnose("LT503", message, output.origin, hint=_rename(output), severity=severity)
    first = fold(output.path.partition("/")[0])
    if (first in _RESERVED or first.startswith(".git")) and planned.rank is not Rank.STATIC:
        return _reserved(output)
    return None


def _reserved(output: Output) -> Diagnostic:
    copied = isinstance(output.body, Copied)
    hint = "move the file into the static folder" if copied else "choose another address, or make it a static file"
    return diagnose("LT504", f"{_named(output)} may not write `/{output.path}`", output.origin, hint=hint)


def _leaves(path: str) -> bool:
    return any(part in ("", ".", "..") for part in path.split("/"))


@lru_cache(maxsize=1 << 15)
def _wrong_with(name: str) -> str:
    forbidden = _FORBIDDEN.search(name)
    if forbidden:
        shown = forbidden[0] if forbidden[0].isprintable() else f"U+{ord(forbidden[0]):04X}"
        return f"`{shown}` may not be in it"
    if name.endswith((".", " ")):
        return f"`{name}` ends in a {'dot' if name.endswith('.') else 'space'}"
    if name.partition(".")[0].rstrip(" ").lower() in _DEVICES:
        return f"`{name}` names a device on Windows"
    if len(name.encode("utf-8", "replace")) > LONGEST_NAME:
        return f"`{name[:20]}…` is longer than {LONGEST_NAME} bytes"
    return ""


def _taken(first: Planned, other: Planned) -> Diagnostic:
    path, taken, left = other.output.path, first.output, other.output
    if other.rank is Rank.ALIAS and first.rank is not Rank.ALIAS:
        related = [Related(taken.origin, "this is what stands there")] if taken.origin else []
        return diagnose(
            "LT506", f"{_named(taken)} stands at `/{path}`, so the alias is not used", left.origin, related=related
        )
    if other.rank is Rank.OURS and first.rank is Rank.OWN:
        return _reserved(taken)  # feeds, sitemaps, the dataset: machines trust them, so that no post may be one
    if other.rank in (Rank.OURS, Rank.REDIRECT) and first.rank is not other.rank:
        message = f"{_named(taken)} stands at `/{path}`; our {left.label or 'page'} was left out"
        return diagnose("LT505", message, taken.origin)
    return _two(first, other, f"two outputs want to be `/{path}`", "LT501", "give one of them another address")


def _same_on_some_systems(standing: dict[str, Planned]) -> list[Diagnostic]:
    found: list[Diagnostic] = []
    files: dict[str, Planned] = {}
    for each in standing.values():
        first = files.setdefault(fold(each.output.path), each)
        if first is not each:
            message = f"`/{first.output.path}` and `/{each.output.path}` are one file on many systems"
            found.append(_two(first, each, message, "LT502", "give one of them a name that differs in more than case"))
    checked: set[str] = set()
    for each in standing.values():
        folder = fold(each.output.path).rpartition("/")[0]
        while folder and folder not in checked:
            checked.add(folder)
            if folder in files:
                message = f"`/{files[folder].output.path}` would have to be a file and a folder"
                found.append(_two(files[folder], each, message, "LT501", "give one of them another address"))
            folder = folder.rpartition("/")[0]
    return found


def _two(first: Planned, other: Planned, message: str, code: str, hint: str) -> Diagnostic:
    related = [
        Related(each.output.origin, f"{_named(each.output)} wants it") for each in (first, other) if each.output.origin
    ]
    return diagnose(code, message, other.output.origin or first.output.origin, hint=hint, related=related)


def _named(output: Output) -> str:
    label = output.label or "page"
    return f"{'an' if label[0] in 'aeiou' else 'a'} {label}"


def _rename(output: Output) -> str:
    return "rename the file" if isinstance(output.body, Copied) else "choose another `slug`, `url` or file name"
