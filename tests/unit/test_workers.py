"""Work shared among processes."""

from __future__ import annotations

import os
import signal

import pytest

from llmtimeline.workers import ENOUGH, WorkerError, map_in_order

ITEMS = list(range(ENOUGH * 5 + 3))


@pytest.mark.parametrize("jobs", [1, 2, 3, 7, 64])
def test_answers_come_in_the_order_of_the_items(jobs: int) -> None:
    assert list(map_in_order(lambda item: item * 2, ITEMS, jobs)) == [item * 2 for item in ITEMS]


def test_several_jobs_are_other_processes_and_one_is_not() -> None:
    pids = set(map_in_order(lambda _: os.getpid(), ITEMS, 3))
    assert len(pids) == 3
    assert os.getpid() not in pids
    assert set(map_in_order(lambda _: os.getpid(), ITEMS, 1)) == {os.getpid()}


def test_a_few_items_are_not_worth_a_process() -> None:
    assert set(map_in_order(lambda _: os.getpid(), ITEMS[: ENOUGH - 1], 4)) == {os.getpid()}


def test_an_exception_in_a_worker_is_raised_here() -> None:
    def fails(item: int) -> int:
        if item == 70:
            raise KeyError("seventy")
        return item

    with pytest.raises(KeyError, match="seventy"):
        list(map_in_order(fails, ITEMS, 2))


def test_an_exception_that_cannot_travel_is_told_in_words() -> None:
    def fails(_: int) -> int:
        class LocalError(Exception):
            pass

        raise LocalError("lost on the way")

    with pytest.raises(RuntimeError, match="LocalError: lost on the way"):
        list(map_in_order(fails, ITEMS, 2))


def test_a_worker_that_is_killed_is_noticed_at_once() -> None:
    def dies(item: int) -> int:
        if item == 100:
            os.kill(os.getpid(), signal.SIGKILL)
        return item

    with pytest.raises(WorkerError):
        list(map_in_order(dies, ITEMS, 2))


def test_who_stops_listening_leaves_no_process_behind() -> None:
    answers = map_in_order(lambda item: (os.getpid(), "x" * 100_000, item), ITEMS, 2)
    pid = next(answers)[0]
    answers.close()  # type: ignore[attr-defined]
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_large_answers_pass_through_the_pipe() -> None:
    sizes = [len(answer) for answer in map_in_order(lambda item: bytes(item * 3000), ITEMS, 2)]
    assert sizes == [item * 3000 for item in ITEMS]
