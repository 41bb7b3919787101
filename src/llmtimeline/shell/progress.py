"""One line that says how far a long build has come; on a terminal only."""

from __future__ import annotations

import time
from typing import TextIO

_PATIENCE = 1.0  # seconds before anything is shown
_PAUSE = 0.1  # seconds between two drawings


class ProgressLine:
    """Draws over itself, and leaves nothing behind."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._began = time.monotonic()
        self._drawn = 0.0

    def __call__(self, verb: str, done: int, total: int) -> None:
        """Shows a verb with `done` of `total`, if the build has run long enough to make anyone wonder.

        A verb without a total is one that may take any time, and is shown at once.
        """
        now = time.monotonic()
        if total and (now - self._began < _PATIENCE or now - self._drawn < _PAUSE):
            return
        self._drawn = now
        self._stream.write(f"\r\x1b[K{verb}" + (f" {done:,} of {total:,}" if total else " …"))
        self._stream.flush()

    def clear(self) -> None:
        """Takes the line away."""
        if self._drawn:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
            self._drawn = 0.0
