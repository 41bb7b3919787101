"""Measures whole cold builds of generated sites, against Pelican in the same run, and prints a Markdown table.

The machines that this runs on are noisy, so the figure to quote is the ratio: the two programs take turns, and each
figure is the median of its runs.
"""

from __future__ import annotations

import argparse
import os
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from generate import write_pelican_site, write_site


@dataclass(frozen=True)
class Figure:
    """One run of one command."""

    wall: float  # seconds
    cpu: float  # seconds, user and system, of the process and all its children
    peak: float  # MB, of the largest single process
    files: int


def measure(command: list[str], folder: Path, output: Path) -> Figure:
    """Runs a command once on an empty output folder; a command that fails ends the measurement."""
    shutil.rmtree(output, ignore_errors=True)
    began = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    assert process.stderr is not None
    complaint = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    process.stderr.close()
    if process.returncode:
        sys.exit(f"{command[0]} failed:\n{complaint.decode(errors='replace')[-2000:]}")
    files = sum(1 for path in output.rglob("*") if path.is_file())
    return Figure(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, files)


def median(figures: list[Figure]) -> Figure:
    """The median of each figure by itself."""
    return Figure(
        statistics.median(figure.wall for figure in figures),
        statistics.median(figure.cpu for figure in figures),
        statistics.median(figure.peak for figure in figures),
        figures[0].files,
    )


def command_line(text: str) -> list[str]:
    """A command with its arguments, able to run in any folder."""
    program, *rest = shlex.split(text)
    return [os.path.abspath(program) if os.sep in program else program, *rest]


def compare(files: int, runs: int, llmtimeline: list[str], pelican: list[str]) -> list[str]:
    """Rows of the table for one size."""
    with tempfile.TemporaryDirectory() as scratch:
        ours, theirs = Path(scratch, "llmtimeline"), Path(scratch, "pelican")
        write_site(ours, files)
        write_pelican_site(theirs, files)
        commands = {
            "llmtimeline": ([*llmtimeline, "build", "--quiet"], ours, ours / "public"),
            "Pelican": ([*pelican, "content", "-o", "output", "-s", "pelicanconf.py", "-q"], theirs, theirs / "output"),
        }
        taken: dict[str, list[Figure]] = {name: [] for name in commands}
        for _ in range(runs):
            for name, (command, folder, output) in commands.items():
                if name == "llmtimeline":
                    shutil.rmtree(folder / ".llmtimeline", ignore_errors=True)
                taken[name].append(measure(command, folder, output))
        base = median(taken["Pelican"])
        rows = []
        for name, figures in taken.items():
            it = median(figures)
            cost = f"{it.wall:.2f} s | {it.cpu:.2f} s | {it.peak:.0f} MB | {it.files:,}"
            rows.append(f"| {files:,} | {name} | {cost} | {it.wall / base.wall:.2f} |")
        return rows


def run(arguments: argparse.Namespace) -> None:
    """Prints the table for every size asked for."""
    print("| posts | program | time | CPU | peak memory | files written | time against Pelican |")
    print("|---:|---|---:|---:|---:|---:|---:|")
    for files in arguments.files:
        for row in compare(files, arguments.runs, arguments.llmtimeline, arguments.pelican):
            print(row, flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, nargs="+", default=[200, 2000])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--llmtimeline", type=command_line, default=["llmtimeline"], help="the command to measure")
    parser.add_argument("--pelican", type=command_line, default=["pelican"], help="the command to compare with")
    run(parser.parse_args())
