"""`llmtimeline lock`: writes data/ids.lock from what the site publishes now."""

from __future__ import annotations

from pathlib import Path

import click

from llmtimeline.build import check, lock_lines
from llmtimeline.shell.report import report
from llmtimeline.shell.runs import ERRORS, FINE, make_request

# A lock that lacks an id, or that holds one which is gone, is what this command is for.
_ABOUT_THE_LOCK = frozenset({"LT311", "LT316"})


def write_lock(source: str) -> int:
    """Writes the lock and gives the exit code. Ids that are gone stay until they are moved or taken out by hand."""
    request = make_request(
        None,
        source=source,
        drafts=False,
        future=False,
        expired=False,
        base_url=None,
        environment="production",
        clock=None,
        strict=False,
        jobs=None,
    )
    result = check(request)
    errors = [d for d in result.diagnostics if d.severity == "error" and d.code not in _ABOUT_THE_LOCK]
    if errors:
        click.echo(report("full", errors, result.sources, colour=False), err=True)
        click.echo("\ndata/ids.lock was not written", err=True)
        return ERRORS
    path = Path(source) / "data/ids.lock"
    lines = lock_lines(result.registry, result.catalog)
    text = "\n".join(lines) + "\n"
    before = path.read_text("utf-8") if path.is_file() else ""
    if text == before:
        click.echo(f"{path} is up to date")
        return FINE
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    new = len(set(lines) - set(before.splitlines()))
    click.echo(f"{path}: {len(lines)} lines, {new} of them new")
    return FINE
