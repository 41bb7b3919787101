"""`llmtimeline new content`: a new post from an archetype."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path

from llmtimeline.begin import Begun, begin
from llmtimeline.build import BuildResult, Progress
from llmtimeline.shell.printing import print_findings, say
from llmtimeline.shell.requests import make_request
from llmtimeline.shell.runs import exit_code, guarded
from llmtimeline.shell.terminal_text import shown
from llmtimeline.values.archetypes import Wish
from llmtimeline.values.diagnostics import has_errors
from llmtimeline.values.request import Request


def make_content(
    path: str,
    source: str,
    *,
    kind: str,
    languages: str,
    all_languages: bool,
    force: bool,
    environment: str,
    clock: str | None,
) -> int:
    """Makes the files, names them, and gives the exit code. Raises click.UsageError for an unreadable clock."""
    request = make_request(source, environment=environment, clock=clock)
    if clock is None and not os.environ.get("SOURCE_DATE_EPOCH"):
        request = replace(request, now=request.now.astimezone())  # the author's own time zone
    wish = Wish(
        path=path.replace(os.sep, "/"),
        kind=kind,
        languages=tuple(name.strip() for name in languages.split(",") if name.strip()),
        all_languages=all_languages,
        force=force,
    )
    made: list[str] = []

    def verb(asked: Request, _: Progress | None) -> BuildResult:
        begun: Begun = begin(asked, wish)
        made.extend(begun.made)
        return BuildResult(begun.diagnostics, sources=begun.sources)

    result = guarded(verb, request)
    if isinstance(result, int):
        return result
    print_findings("full", result.diagnostics, result.sources, root=request.root)
    if has_errors(result.diagnostics):
        say("nothing was written", sys.stderr)
    for each in made:
        say(f"created {shown(_seen_from_here(Path(request.root, each)))}")
    return exit_code(result, strict=False)


def _seen_from_here(path: Path) -> str:
    here, path = Path.cwd(), Path(os.path.normpath(path))
    return (path.relative_to(here) if path.is_relative_to(here) else path).as_posix()
