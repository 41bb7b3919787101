"""What a run says: its findings, then what came of it."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TextIO

from llmtimeline.build import BuildResult
from llmtimeline.shell.report import count, report
from llmtimeline.values.diagnostics import Diagnostic
from llmtimeline.values.outputs import Totals

MACHINE_FORMATS = ("json", "github")


def print_findings(
    format_name: str, diagnostics: Sequence[Diagnostic], sources: Mapping[str, str], *, root: str
) -> None:
    """The findings in a format: for machines they are the run's output, for people they go where errors go."""
    machine = format_name in MACHINE_FORMATS
    stream = sys.stdout if machine else sys.stderr
    colour = not machine and stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    text = report(format_name, diagnostics, sources, colour=colour, base=_base(root))
    if text:
        say(text + ("\n" if format_name == "full" else ""), stream)


def print_outcome(result: BuildResult, done: str, seconds: float, *, failed: bool) -> None:
    """The closing lines: what the site holds and where it stands, or that nothing was written."""
    found = count(result.diagnostics)
    if failed:
        say(f"{found}; nothing was written")
        return
    for row in _table(result.totals):
        say(row)
    place = f" into {_near(result.destination)}" if result.destination else ""
    say(f"{done} {result.totals.files:,} files{place} in {seconds:.2f} s" + (f", with {found}" if found else ""))


def say(text: str, stream: TextIO | None = None) -> None:
    """Prints a line. A console that knows no Chinese still gets it, with escapes for what it cannot show."""
    stream = stream or sys.stdout
    encoding = stream.encoding or "ascii"
    stream.write(text.encode(encoding, "backslashreplace").decode(encoding) + "\n")
    stream.flush()


def _base(root: str) -> str:
    """What to put before a path of the site, so that an editor or GitHub finds it from where the command was given."""
    here = Path.cwd()
    site = Path(os.path.normpath(root))
    return f"{site.relative_to(here).as_posix()}/" if site != here and site.is_relative_to(here) else ""


def _near(path: Path) -> str:
    """Relative to where the author stands, when it is below."""
    here, path = Path.cwd(), Path(os.path.normpath(path))
    return f"{path.relative_to(here)}/" if path.is_relative_to(here) and path != here else f"{path}/"


def _table(totals: Totals) -> list[str]:
    posts = dict(totals.posts)
    rows = [("", "posts", "pages"), *((key, f"{posts.get(key, 0):,}", f"{pages:,}") for key, pages in totals.pages)]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    lines = [f"  {row[0]:<{widths[0]}}  {row[1]:>{widths[1]}}  {row[2]:>{widths[2]}}" for row in rows]
    counted = (("release", totals.releases), ("model", totals.models), ("vendor", totals.vendors))
    return [*lines, "  " + ", ".join(f"{count:,} {word}{'' if count == 1 else 's'}" for word, count in counted)]
