"""Work shared among processes. The answers are the same, and in the same order, for any number of them."""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

# Two forked workers cost about 3 ms to start; below this many items one process is faster.
ENOUGH = 64
_BATCH = 16

_work: Callable[[object], object] | None = None


def map_in_order(work: Callable[[T], R], items: Sequence[T], jobs: int) -> Iterator[R]:
    """`work(item)` of each item, in the items' order.

    With more than one job and enough items, forked processes do the work. They inherit `work` with everything that it
    holds, so only items' positions and answers travel. Where a system cannot fork, one process does it all. An exception
    in a worker is raised here.
    """
    if jobs < 2 or len(items) < ENOUGH or sys.platform == "win32" or sys.platform == "darwin":
        yield from map(work, items)
        return
    global _work  # noqa: PLW0603 - how a fork hands over what cannot be pickled
    _work = lambda position: work(items[position])  # type: ignore[index, assignment]  # noqa: E731
    try:
        with multiprocessing.get_context("fork").Pool(jobs) as pool:
            yield from pool.imap(_call, range(len(items)), chunksize=_batch(len(items), jobs))  # type: ignore[arg-type]
    finally:
        _work = None


def _batch(count: int, jobs: int) -> int:
    """Small enough that no worker is left alone with the end of the work."""
    return max(1, min(_BATCH, count // (jobs * 4)))


def _call(position: int) -> object:
    assert _work is not None
    return _work(position)
