"""One run of build or check, from the arguments to the exit code."""

from __future__ import annotations

import gc
import os
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from llmtimeline.build import BuildResult, Progress, build, check
from llmtimeline.shell.printing import MACHINE_FORMATS, print_findings, print_outcome, say
from llmtimeline.shell.progress import ProgressLine
from llmtimeline.shell.requests import make_request
from llmtimeline.values.diagnostics import Diagnostic, diagnose, has_errors
from llmtimeline.values.request import Request

FINE, ERRORS, FAULT, STOPPED = 0, 1, 70, 130
ISSUES = "https://github.com/llmtimeline/llmtimeline/issues"

Verb = Callable[[Request, Progress | None], BuildResult]


def run_build(destination: str | None, **options: Any) -> int:
    """Builds, prints, and gives the exit code."""
    return _run(build, "built", destination=destination, **options)


def run_check(**options: Any) -> int:
    """Checks, prints, and gives the exit code."""
    return _run(check, "checked", **options)


def guarded(verb: Verb, request: Request, progress: Progress | None = None) -> BuildResult | int:
    """What the verb gives, or an exit code: for a run that was stopped, or after telling a fault of the program."""
    collects = gc.isenabled()
    # Nearly all that a build makes lives until its end; looking through it for rings costs a seventh of the time.
    gc.disable()
    try:
        return verb(request, progress)
    except KeyboardInterrupt:
        say("stopped; the last good site is untouched", sys.stderr)
        return STOPPED
    except Exception as error:  # noqa: BLE001 - the one place where a fault of ours becomes a message
        if os.environ.get("LLMTIMELINE_TRACEBACK"):
            traceback.print_exception(error)
        return BuildResult((_confession(error),))
    finally:
        if collects:
            gc.enable()


def _run(verb: Verb, done: str, *, format_name: str, quiet: bool, **options: Any) -> int:
    began = time.perf_counter()
    request = make_request(**options)
    line = ProgressLine(sys.stderr) if sys.stderr.isatty() and not quiet else None
    result = guarded(verb, request, line)
    if line is not None:
        line.clear()
    if isinstance(result, int):
        return result
    print_findings(format_name, result.diagnostics, result.sources, root=request.root)
    failed = has_errors(result.diagnostics, strict=request.strict)
    if not quiet and format_name not in MACHINE_FORMATS:
        print_outcome(result, done, time.perf_counter() - began, failed=failed)
    return exit_code(result, strict=request.strict)


def exit_code(result: BuildResult, *, strict: bool) -> int:
    """FINE, ERRORS, or FAULT when the program itself has failed."""
    if any(diagnostic.code == "LT901" for diagnostic in result.diagnostics):
        return FAULT
    return ERRORS if has_errors(result.diagnostics, strict=strict) else FINE


def _confession(error: Exception) -> Diagnostic:
    frames = traceback.extract_tb(error.__traceback__)
    last = next((frame for frame in reversed(frames) if "llmtimeline" in frame.filename), frames[-1])
    where = f"{Path(last.filename).name}:{last.lineno}"
    return diagnose(
        "LT901",
        f"{type(error).__name__}: {error} ({where})",
        hint="this is a fault of llmtimeline, not yours, and nothing was changed; "
        f"please report it with the file that shows it: {ISSUES}",
    )
