"""From the arguments of a command to a request. The clock and the environment are read here, once."""

from __future__ import annotations

import os
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import click

from llmtimeline.values.request import Request

_FOLDER = re.compile(r"\w[\w.-]*")


def make_request(
    source: str = ".",
    destination: str | None = None,
    *,
    drafts: bool = False,
    future: bool = False,
    expired: bool = False,
    base_url: str | None = None,
    environment: str | None = None,
    clock: str | None = None,
    strict: bool = False,
    minify: bool = False,
    jobs: int | None = None,
) -> Request:
    """The request, with the clock and the environment read once and paths made absolute. Raises click.UsageError.

    As in Hugo a destination is a path from the site's root, and HUGO_ENVIRONMENT and HUGO_ENV name the environment
    where no flag does.
    """
    root = Path(source).absolute()
    return Request(
        root=str(root),
        now=_now(clock),
        destination=None if destination is None else str(root / destination),
        base_url=base_url,
        drafts=drafts,
        future=future,
        expired=expired,
        strict=strict,
        minify=minify,
        environment=_environment(environment),
        jobs=jobs or _cores(),
        environ=tuple(sorted((name, text) for name, text in os.environ.items() if name.startswith("HUGO"))),
    )


def _environment(given: str | None) -> str:
    name = given or os.environ.get("HUGO_ENVIRONMENT") or os.environ.get("HUGO_ENV") or "production"
    if not _FOLDER.fullmatch(name):
        raise click.UsageError(f"--environment: `{name}` names no folder below config/; write production or staging")
    return name


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
