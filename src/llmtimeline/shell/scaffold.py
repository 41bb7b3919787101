"""`llmtimeline new site`: a small site that works at once."""

from __future__ import annotations

import sys
from pathlib import Path

from llmtimeline.shell.printing import say
from llmtimeline.shell.runs import ERRORS, FINE
from llmtimeline.shell.starter import STARTER
from llmtimeline.shell.terminal_text import shown


def make_site(folder: str) -> int:
    """Writes the starter site into a new or empty folder and gives the exit code; overwrites nothing."""
    root = Path(folder)
    try:
        if root.is_symlink() or (root.exists() and (not root.is_dir() or any(root.iterdir()))):
            say(f"error: `{shown(folder)}` is there already and not empty; nothing was written", sys.stderr)
            return ERRORS
        for path, text in STARTER.items():
            file = root / path
            file.parent.mkdir(parents=True, exist_ok=True)
            with file.open("x", encoding="utf-8", newline="\n") as stream:
                stream.write(text)
    except OSError as error:
        say(f"error: cannot write `{shown(str(error.filename or folder))}`: {error.strerror or error}", sys.stderr)
        return ERRORS
    say(f"made {len(STARTER)} files in {shown(folder)}/")
    say(f"next: cd {shown(folder)} && llmtimeline build")
    return FINE
