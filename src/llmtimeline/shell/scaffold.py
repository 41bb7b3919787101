"""`llmtimeline new site`: a small site that works at once."""

from __future__ import annotations

from pathlib import Path

import click

from llmtimeline.shell.runs import ERRORS, FINE
from llmtimeline.shell.starter import STARTER


def make_site(folder: str) -> int:
    """Writes the starter site into a new or empty folder and gives the exit code; overwrites nothing."""
    root = Path(folder)
    if root.exists() and (not root.is_dir() or any(root.iterdir())):
        click.echo(f"error: `{folder}` is there already and not empty; nothing was written", err=True)
        return ERRORS
    try:
        for path, text in STARTER.items():
            file = root / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        click.echo(f"error: cannot write `{error.filename}`: {error.strerror}", err=True)
        return ERRORS
    click.echo(f"made {len(STARTER)} files in {folder}/")
    click.echo(f"next: cd {folder} && llmtimeline build")
    return FINE
