"""Parameters of pages and of the site. Their keys are lower-cased when they are read, nested ones too."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache


def find_param(params: Mapping[str, object], name: str) -> object:
    """The value of a dotted name such as "cover.hidden", in any case; None when unset."""
    if not params:  # most pages have none, and each is asked for a dozen
        return None
    value: object = params
    for part in _parts(name):
        if not isinstance(value, (dict, Mapping)):  # to ask for a dict is much quicker
            return None
        value = value.get(part)
    return value


@lru_cache(maxsize=256)
def _parts(name: str) -> tuple[str, ...]:
    return tuple(name.lower().split("."))
