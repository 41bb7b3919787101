"""An entry of a menu, of the config or of a content file."""

from __future__ import annotations

from dataclasses import dataclass, field

from llmtimeline.values.places import Span


@dataclass(frozen=True, slots=True)
class MenuItem:
    """One entry of a menu."""

    name: str
    url: str  # as written; "" when `page_ref` is given
    page_ref: str = ""
    identifier: str = ""
    weight: int = 0  # ascending; 0 is last
    parent: str = ""
    title: str = ""  # hover text
    span: Span | None = field(default=None, compare=False)  # of the address, else of the entry; None: no file has it
