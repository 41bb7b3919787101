"""Where the program starts: `llmtimeline` and `python -m llmtimeline`."""

from __future__ import annotations

import os
import sys


def start() -> None:
    """Runs the command line, in a Python whose file names are UTF-8.

    Under LC_ALL=C with PYTHONUTF8=0 a file name cannot hold Chinese, and the same site would build on one machine and
    fail on another. Such a Python starts itself again in UTF-8 mode (PEP 540).
    """
    if os.name == "posix" and sys.getfilesystemencoding().lower().replace("-", "") != "utf8":
        # -P: the folder that we stand in may be a stranger's site, and holds no code of ours.
        arguments = [sys.executable, "-P", "-X", "utf8", "-m", "llmtimeline", *sys.argv[1:]]
        os.execv(sys.executable, arguments)
    from llmtimeline.shell.cli import main

    main(prog_name="llmtimeline")


if __name__ == "__main__":
    start()
