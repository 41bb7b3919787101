"""One build at a time for each destination."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

_WITHOUT_LOCKS = (errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP, errno.EINVAL)


@contextmanager
def locked(destination: Path, waiting: Callable[[], None] | None = None) -> Iterator[bool]:
    """Holds the destination for one build; gives whether another one had to be waited for. Raises OSError.

    `waiting` is called once before the wait begins. The system itself lets go of what a killed build held. The lock is
    a file beside the destination, as the destination is exchanged; nothing of it is left behind.
    """
    destination.parent.mkdir(parents=True, exist_ok=True)
    path = destination.parent / f".{destination.name}.llmtimeline-lock"
    holder, waited = _acquire(path, waiting)
    try:
        yield waited
    finally:
        if holder is not None:
            # Unlinked while held: whoever waits finds that its file is gone, and begins anew.
            path.unlink(missing_ok=True)
            os.close(holder)


def _acquire(path: Path, waiting: Callable[[], None] | None) -> tuple[int | None, bool]:
    try:
        import fcntl
    except ImportError:  # Windows has no flock; a folder in use cannot be renamed there, so a second build fails
        return None, False
    waited = False
    while True:
        holder = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o666)
        try:
            fcntl.flock(holder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if not waited and waiting is not None:
                waiting()
            waited = True
            fcntl.flock(holder, fcntl.LOCK_EX)
        except OSError as error:
            os.close(holder)
            if error.errno not in _WITHOUT_LOCKS:
                raise
            return None, waited
        if _is_still(path, holder):
            return holder, waited
        os.close(holder)


def _is_still(path: Path, holder: int) -> bool:
    try:
        return os.path.samestat(os.stat(path), os.fstat(holder))
    except FileNotFoundError:
        return False
