"""A section while it is being written."""

from __future__ import annotations

from dataclasses import dataclass, field

from llmtimeline.parse.markdown.page import Page, Part, pieces
from llmtimeline.values.facts import Link, ReleaseBlock, ReleaseHeading, each_address_once
from llmtimeline.values.posts import Heading, Section


@dataclass(slots=True)
class Draft:
    """From one level-2 heading to the next."""

    row: int  # of the first line, from 0
    heading: Heading | None = None
    release: ReleaseHeading | None = None
    language: str = ""
    parts: list[Part] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    lead: str = ""
    blocks: list[ReleaseBlock] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    inner_headings: list[tuple[int, int, int]] = field(default_factory=list)  # in parts: start, end of text, end
    misread: bool = False  # the heading means a release, but has an error
    untouched: bool = True  # nothing yet but release blocks

    @property
    def is_empty(self) -> bool:
        """Whether an author wrote anything here at all."""
        return self.heading is None and not (self.parts or self.texts or self.blocks)

    def as_section(self, page: Page) -> Section:
        """The finished section; its first line is the first that is not blank."""
        first = self.row
        while first + 1 < len(page.lines) and not page.lines[first].strip():
            first += 1
        return Section(
            self.heading,
            pieces(self.parts),
            "\n".join(self.texts),
            self.lead,
            self.release,
            tuple(self.blocks),
            each_address_once(self.links),
            self.language,
            page.first_line + first,
        )
