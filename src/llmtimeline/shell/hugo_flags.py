"""Flags that scripts give to Hugo. They are taken, so that a script needs no other change than the command's name."""

from __future__ import annotations

from typing import Any

import click

# What they ask for is done in any case, or has no counterpart.
_FLAGS = (
    *("--gc", "--cleanDestinationDir", "--ignoreCache", "--noBuildLock", "--noChmod", "--noTimes"),
    *("--forceSyncStatic", "--printPathWarnings", "--printI18nWarnings", "--printUnusedTemplates"),
    *("--printMemoryUsage", "--templateMetrics", "--templateMetricsHints", "--verbose", "--debug"),
)
_WITH_VALUE = ("--logLevel", "--cacheDir")
_HELP = "Accepted for Hugo's sake, without effect."


def takes_hugo_flags(command: Any) -> Any:
    """The command with Hugo's flags that change nothing here; --help does not list them."""
    for name in _FLAGS:
        command = click.option(name, is_flag=True, expose_value=False, hidden=True, help=_HELP)(command)
    for name in _WITH_VALUE:
        command = click.option(name, metavar="VALUE", expose_value=False, hidden=True, help=_HELP)(command)
    return command
