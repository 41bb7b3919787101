"""What one run was asked to do. The clock and the environment come in here, and nowhere else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Request:
    """Arguments of `build` and `check`."""

    root: str  # absolute path of the site
    now: datetime  # aware; decides drafts' siblings: future and expired
    destination: str | None = None  # absolute; None is the config's publishDir
    base_url: str | None = None
    drafts: bool = False
    future: bool = False
    expired: bool = False
    strict: bool = False
    minify: bool = False
    environment: str = "production"
    jobs: int = 1  # worker processes
    environ: tuple[tuple[str, str], ...] = ()  # variables whose names begin with HUGO, sorted; they overrule the config
