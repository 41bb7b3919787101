"""`llmtimeline lock`: writes data/ids.lock from what the site publishes now."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from llmtimeline.build import BuildResult, check, lock_lines
from llmtimeline.shell.printing import print_findings, say
from llmtimeline.shell.requests import make_request
from llmtimeline.shell.runs import ERRORS, FINE, exit_code, guarded
from llmtimeline.values.diagnostics import Severity

# A lock that lacks an id, or that holds one which is gone, is what this command is for.
_ABOUT_THE_LOCK = frozenset({"LT311", "LT316"})


def write_lock(source: str) -> int:
    """Writes the lock and gives the exit code. Ids that are gone stay until they are moved or taken out by hand."""
    request = make_request(source)
    result = guarded(check, request)
    if isinstance(result, int):
        return result
    errors = [d for d in result.diagnostics if d.severity is Severity.ERROR and d.code not in _ABOUT_THE_LOCK]
    if errors:
        print_findings("full", errors, result.sources, root=request.root)
        say("data/ids.lock was not written", sys.stderr)
        return exit_code(result, strict=False)
    path = Path(source) / "data/ids.lock"
    try:
        said = _write(path, result)
    except OSError as error:
        say(f"error: cannot write `{path}`: {error.strerror or error}", sys.stderr)
        return ERRORS
    say(said)
    return FINE


def _write(path: Path, result: BuildResult) -> str:
    lines = lock_lines(result.registry, result.catalog)
    text = "\n".join(lines) + "\n"
    before = path.read_text("utf-8") if path.is_file() else ""
    if text == before:
        return f"{path} is up to date"
    path.parent.mkdir(parents=True, exist_ok=True)
    # In one step: a lock that is cut off would report every id after the cut as new.
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_text(text, encoding="utf-8", newline="\n")
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    new = len(set(lines) - set(before.splitlines()))
    return f"{path}: {len(lines)} lines, {new} of them new"
