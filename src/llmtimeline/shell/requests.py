"""From the arguments of a command to a request. The clock and the environment are read here, once."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import click

from llmtimeline.values.request import Request


def make_request(
    source: str = ".",
    destination: str | None = None,
    *,
    drafts: bool = False,
    future: bool = False,
    expired: bool = False,
    base_url: str | None = None,
    environment: str = "production",
    clock: str | None = None,
    strict: bool = False,
    jobs: int | None = None,
) -> Request:
    """The request, with the clock read once and paths made absolute. Raises click.UsageError."""
    return Request(
        root=str(Path(source).absolute()),
        now=_now(clock),
        destination=None if destination is None else str(Path(destination).absolute()),
        base_url=base_url,
        drafts=drafts,
        future=future,
        expired=expired,
        strict=strict,
        environment=environment,
        jobs=jobs or _cores(),
    )


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _now(clock: str | None) -> datetime:
    """`--clock`, else SOURCE_DATE_EPOCH (reproducible-builds.org), else the time. Without an offset it is UTC."""
    if clock is not None:
        try:
            given = datetime.fromisoformat(clock)
        except ValueError as error:
            raise click.UsageError(f"--clock: `{clock}` is no time; write 2023-10-01T08:00:00+08:00") from error
        return given if given.tzinfo else given.replace(tzinfo=UTC)
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch:
        try:
            return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=int(epoch))
        except (ValueError, OverflowError) as error:
            raise click.UsageError(f"SOURCE_DATE_EPOCH: `{epoch}` is no number of seconds") from error
    return datetime.now(UTC)
