"""Work shared among forked processes. The answers are the same, and in the same order, for any number of them."""

from __future__ import annotations

import gc
import os
import pickle
import signal
import struct
import sys
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, BinaryIO, NoReturn, TypeVar

T = TypeVar("T")
R = TypeVar("R")

ENOUGH = 64  # items; two forked workers cost about 3 ms to start, so fewer items are done sooner by one process
_BATCH = 8  # items
_LENGTH = struct.Struct("<Q")


class WorkerError(Exception):
    """A worker ended without an answer: killed by the system, which happens when memory runs out."""


def map_in_order(work: Callable[[T], R], items: Sequence[T], jobs: int) -> Iterator[R]:
    """`work(item)` of each item, in the items' order. An exception in a worker is raised here.

    With more than one job and enough items, forked processes do the work. They inherit `work` with everything that it
    holds, so only answers travel, pickled. Batches are dealt out in turn; a worker whose pipe is full waits until its
    batch is asked for, so that answers never pile up. Where forking is not safe (macOS) or not possible (Windows), this
    process does it all.
    """
    if jobs < 2 or len(items) < ENOUGH or not sys.platform.startswith("linux"):
        yield from map(work, items)
        return
    batches = [items[start : start + _BATCH] for start in range(0, len(items), _BATCH)]
    workers: list[_Worker] = []
    try:
        for number in range(min(jobs, len(batches))):
            workers.append(_start(work, batches[number::jobs], workers))
        for number in range(len(batches)):
            yield from workers[number % jobs].answers()
    finally:
        for worker in workers:
            worker.stop()


@dataclass(frozen=True, slots=True)
class _Worker:
    pid: int
    pipe: BinaryIO

    def answers(self) -> list[Any]:
        """The answers to its next batch."""
        (length,) = _LENGTH.unpack(self._read(_LENGTH.size))
        error, answers = pickle.loads(self._read(length))
        if error is not None:
            raise error
        return list(answers)

    def _read(self, length: int) -> bytes:
        payload = self.pipe.read(length)
        if len(payload) < length:
            raise WorkerError("a worker process was ended by the system; try again with --jobs 1")
        return payload

    def stop(self) -> None:
        """Ends the process, wherever it is; one that has given all its answers has ended by itself."""
        self.pipe.close()
        with suppress(ProcessLookupError, ChildProcessError):  # where SIGCHLD is ignored, the system has reaped it
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)


def _start(work: Callable[[T], R], batches: Sequence[Sequence[T]], others: Sequence[_Worker]) -> _Worker:
    reading, writing = os.pipe()
    with warnings.catch_warnings():
        # From 3.12 on Python warns when a process with threads forks. The child runs pure code and takes no lock.
        warnings.simplefilter("ignore", DeprecationWarning)
        pid = os.fork()
    if pid:
        os.close(writing)
        return _Worker(pid, os.fdopen(reading, "rb"))
    try:
        os.close(reading)
        for other in others:
            other.pipe.close()
        _serve(work, batches, writing)
    finally:
        # Whatever happened, this is a copy of another process, and must not go on as if it were that one.
        os._exit(1)


def _serve(work: Callable[[T], R], batches: Sequence[Sequence[T]], writing: int) -> NoReturn:
    """Answers batch by batch. Ends when all are answered, or when nobody listens: no orphan outlives its build."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent is asked to stop, and stops its workers
    gc.freeze()  # what was inherited stays shared with the parent; looking through it would copy its pages
    with suppress(BrokenPipeError), os.fdopen(writing, "wb") as pipe:
        for batch in batches:
            payload = _answer(work, batch)
            pipe.write(_LENGTH.pack(len(payload)))
            pipe.write(payload)
            pipe.flush()
    os._exit(0)


def _answer(work: Callable[[T], R], batch: Sequence[T]) -> bytes:
    try:
        return pickle.dumps((None, [work(item) for item in batch]), pickle.HIGHEST_PROTOCOL)
    except BaseException as error:  # noqa: BLE001 - it is raised again, on the other side
        return pickle.dumps((_portable(error), None), pickle.HIGHEST_PROTOCOL)


def _portable(error: BaseException) -> BaseException:
    """The exception itself where it can travel, else one that says what it was."""
    try:
        pickle.loads(pickle.dumps(error))
    except (pickle.PickleError, TypeError, AttributeError, ValueError):
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error
