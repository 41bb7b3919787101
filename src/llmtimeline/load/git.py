"""When the files of a site were last committed. Git is asked once for all of them."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from llmtimeline.values.diagnostics import Diagnostic, Severity, diagnose
from llmtimeline.values.places import Span

_RECORD = "\x1e"
# No configuration may change the answer, and none of it is run: not a person's own, and not that of a repository, which
# a stranger may have made. A folder with the files of a bare repository in it, as a pull request may add it, is none.
_SETTINGS = (
    "core.quotepath=off",
    "core.fsmonitor=false",
    "log.showSignature=false",
    "log.showRoot=true",
    "log.follow=false",
    "safe.bareRepository=explicit",
)
_PLAIN = ("--literal-pathspecs", *(word for setting in _SETTINGS for word in ("-c", setting)))
# Objects that are not there stay away: what fetches them is a program that the configuration names.
_ENVIRONMENT = {
    "LC_ALL": "C",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_PAGER": "cat",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_TERMINAL_PROMPT": "0",
}
_LOG = ("log", "-z", "--no-merges", "--no-renames", "--no-ext-diff", "--no-color", "--name-only", "--relative")


def commit_dates(root: Path, folders: Iterable[str], place: Span, found: list[Diagnostic]) -> dict[str, datetime]:
    """Path from the site's root -> the author's date of its newest commit, as Hugo has it.

    Adds LT010 at `place`, the setting that asks for the dates: a note where there is no git or no repository, a warning
    where a clone is shallow, so that all files would have the date of one commit.
    """
    shallow = _ask(root, "rev-parse", "--is-shallow-repository")
    written = None
    if shallow is not None:
        folders = [folder for folder in folders if os.path.isdir(root / folder)]
        written = _ask(root, *_LOG, f"--format={_RECORD}%aI", "--", *folders) if folders else ""
    if written is None or shallow is None:
        message = "git gives no dates: the site is in no repository with commits, or git is missing"
        found.append(diagnose("LT010", message, place, hint="the dates of the front matter are used"))
        return {}
    if shallow.strip() == "true":
        hint = "fetch the whole history: `fetch-depth: 0` for actions/checkout, `git fetch --unshallow` elsewhere"
        message = "the repository is a shallow clone, so files seem to have changed in its oldest commit"
        found.append(diagnose("LT010", message, place, hint=hint, severity=Severity.WARNING))
    return _newest(written)


def _ask(root: Path, *words: str) -> str | None:
    """What git says; None when it cannot."""
    try:
        done = subprocess.run(
            ("git", *_PLAIN, *words),
            cwd=root,
            env={**os.environ, **_ENVIRONMENT},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
    except OSError:
        return None
    return done.stdout.decode("utf-8", "surrogateescape") if done.returncode == 0 else None


def _newest(log: str) -> dict[str, datetime]:
    """The log has newest commits first: a record with the date, then the paths that it changed."""
    dates: dict[str, datetime] = {}
    when: datetime | None = None
    for part in log.split("\0"):
        if part.startswith(_RECORD):
            when = _moment(part[1:].strip())
        elif when is not None and (path := part.removeprefix("\n")):
            dates.setdefault(path, when)
    return dates


def _moment(text: str) -> datetime | None:
    """None for what is no date of a calendar; a commit may hold any number."""
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None
