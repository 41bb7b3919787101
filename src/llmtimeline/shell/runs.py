"""One run of build or check, from the arguments to the exit code."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import click

from llmtimeline.build import BuildResult, Progress, build, check
from llmtimeline.shell.progress import ProgressLine
from llmtimeline.shell.report import count, report
from llmtimeline.shell.terminal_text import shown
from llmtimeline.values.diagnostics import has_errors
from llmtimeline.values.outputs import Totals
from llmtimeline.values.request import Request

FINE, ERRORS, USAGE, FAULT = 0, 1, 2, 70
ISSUES = "https://github.com/llmtimeline/llmtimeline/issues"


def run_build(destination: str | None, **options: Any) -> int:
    """Builds, prints, and gives the exit code."""
    return _run(build, destination, "built", **options)


def run_check(**options: Any) -> int:
    """Checks, prints, and gives the exit code."""
    return _run(check, None, "checked", **options)


def _run(
    verb: Callable[[Request, Progress | None], BuildResult],
    destination: str | None,
    done: str,
    *,
    format_name: str,
    quiet: bool,
    **options: Any,
) -> int:
    began = time.perf_counter()
    request = make_request(destination, **options)
    line = ProgressLine(sys.stderr) if sys.stderr.isatty() and not quiet else None
    try:
        result = verb(request, line)
    except KeyboardInterrupt:
        click.echo("stopped; the last good site is untouched", err=True)
        return 130
    except Exception as error:  # noqa: BLE001 - the one place where a fault of ours becomes a message
        return _confess(error)
    finally:
        if line is not None:
            line.clear()
    _print_findings(result, format_name)
    failed = has_errors(result.diagnostics, strict=request.strict)
    if not quiet and format_name in ("full", "concise"):
        _print_outcome(result, done, time.perf_counter() - began, failed=failed)
    return ERRORS if failed else FINE


def make_request(
    destination: str | None,
    *,
    source: str,
    drafts: bool,
    future: bool,
    expired: bool,
    base_url: str | None,
    environment: str,
    clock: str | None,
    strict: bool,
    jobs: int | None,
) -> Request:
    """The request, with the clock read once and paths made absolute. Raises click.UsageError."""
    return Request(
        root=str(Path(source).absolute()),
        now=_now(clock),
        destination=None if destination is None else str(Path(destination).absolute()),
        base_url=base_url,
        drafts=drafts,
        future=future,
        expired=expired,
        strict=strict,
        environment=environment,
        jobs=jobs or _cores(),
    )


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _now(clock: str | None) -> datetime:
    """`--clock`, else SOURCE_DATE_EPOCH (reproducible-builds.org), else the time. Without an offset it is UTC."""
    if clock is not None:
        try:
            given = datetime.fromisoformat(clock)
        except ValueError as error:
            raise click.UsageError(f"--clock: `{clock}` is no time; write 2023-10-01T08:00:00+08:00") from error
        return given if given.tzinfo else given.replace(tzinfo=UTC)
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch:
        try:
            return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=int(epoch))
        except (ValueError, OverflowError) as error:
            raise click.UsageError(f"SOURCE_DATE_EPOCH: `{epoch}` is no number of seconds") from error
    return datetime.now(UTC)


def _print_findings(result: BuildResult, format_name: str) -> None:
    # Findings of the machine formats are the run's output; for people they go where errors go.
    machine = format_name in ("json", "github")
    stream = sys.stdout if machine else sys.stderr
    colour = stream.isatty() and "NO_COLOR" not in os.environ and not machine
    text = report(format_name, result.diagnostics, result.sources, colour=colour)
    if not text:
        return
    ending = "\n\n" if format_name == "full" else "\n"
    try:
        stream.write(text + ending)
    except UnicodeEncodeError:
        # A console that knows no Chinese still gets the message, with escapes for what it cannot show.
        stream.write(
            (text + ending).encode(stream.encoding or "ascii", "backslashreplace").decode(stream.encoding or "ascii")
        )
    stream.flush()


def _print_outcome(result: BuildResult, done: str, seconds: float, *, failed: bool) -> None:
    if failed:
        _echo(f"{count(result.diagnostics)}; nothing was written")
        return
    for row in _table(result.totals):
        _echo(row)
    place = f" into {_near(result.destination)}" if result.destination else ""
    found = count(result.diagnostics)
    _echo(f"{done} {result.totals.files:,} files{place} in {seconds:.2f} s" + (f", with {found}" if found else ""))


def _echo(text: str) -> None:
    encoding = sys.stdout.encoding or "ascii"
    click.echo(text.encode(encoding, "backslashreplace").decode(encoding))


def _near(path: Path) -> str:
    """Relative to where the author stands, when it is below."""
    here = Path.cwd()
    return f"{path.relative_to(here)}/" if path.is_relative_to(here) and path != here else f"{path}/"


def _table(totals: Totals) -> list[str]:
    posts = dict(totals.posts)
    rows = [("", "posts", "pages"), *((key, str(posts.get(key, 0)), str(pages)) for key, pages in totals.pages)]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    lines = [f"  {row[0]:<{widths[0]}}  {row[1]:>{widths[1]}}  {row[2]:>{widths[2]}}" for row in rows]
    registry = f"  {totals.releases:,} releases, {totals.models:,} models, {totals.vendors:,} vendors"
    return [*lines, registry]


def _confess(error: Exception) -> int:
    import traceback

    frames = traceback.extract_tb(error.__traceback__)
    last = next((f for f in reversed(frames) if "llmtimeline" in f.filename), frames[-1])
    where = f"{Path(last.filename).name}:{last.lineno}"
    click.echo(f"error[LT901]: {shown(f'{type(error).__name__}: {error}')} ({where})", err=True)
    click.echo("  = help: this is a fault of llmtimeline, not yours; nothing was written", err=True)
    click.echo(f"  = help: please report it with the file that shows it: {ISSUES}", err=True)
    if os.environ.get("LLMTIMELINE_TRACEBACK"):
        traceback.print_exception(error)
    return FAULT
