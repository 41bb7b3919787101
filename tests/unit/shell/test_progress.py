"""The line that says how far a build has come."""

from __future__ import annotations

import io

import pytest

from llmtimeline.shell import progress
from llmtimeline.shell.progress import ProgressLine


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [100.0]
    monkeypatch.setattr(progress.time, "monotonic", lambda: now[0])
    return now


def test_a_quick_build_shows_nothing(clock: list[float]) -> None:
    stream = io.StringIO()
    line = ProgressLine(stream)
    clock[0] += 0.9
    line("render", 10, 20)
    line.clear()
    assert stream.getvalue() == ""


def test_a_long_build_says_how_far_it_has_come_and_takes_the_line_away(clock: list[float]) -> None:
    stream = io.StringIO()
    line = ProgressLine(stream)
    clock[0] += 1.5
    line("render", 1000, 2000)
    line("render", 1001, 2000)
    assert stream.getvalue() == "\r\x1b[Krender 1,000 of 2,000"
    line.clear()
    assert stream.getvalue().endswith("\r\x1b[K")


def test_waiting_is_shown_at_once(clock: list[float]) -> None:
    stream = io.StringIO()
    ProgressLine(stream)("waiting for another build", 0, 0)
    assert "waiting for another build" in stream.getvalue()
    assert clock
