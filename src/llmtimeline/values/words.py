"""The words of one language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Words:
    """Texts by key. A text with forms for numbers is a mapping of `one` and `other`."""

    language: str
    texts: Mapping[str, str | Mapping[str, str]] = field(default_factory=dict)
