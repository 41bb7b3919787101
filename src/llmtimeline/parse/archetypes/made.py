"""Whether what an archetype came to is a content file, with every fault told where the archetype has it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from llmtimeline.parse.archetypes.evaluate import Made
from llmtimeline.parse.front.frontmatter import parse_front_matter
from llmtimeline.parse.notation.documents import Places, places_of
from llmtimeline.values.codes import Severity
from llmtimeline.values.config import Config
from llmtimeline.values.diagnostics import Diagnostic, Related, diagnose
from llmtimeline.values.places import Span
from llmtimeline.values.sources import Source

_PLACEHOLDER = "LT117"
_LINE = re.compile(r"\bline (\d+)")


def check_made(made: Made, archetype: Source, config: Config) -> tuple[Diagnostic, ...]:
    """What the front matter of a made file would add in a build, at the archetype's places.

    An archetype is made of values that wait to be filled in, so these are one note, not a warning each.
    """
    found = parse_front_matter(Source(archetype.path, made.text), config).diagnostics
    origins = _Origins(
        made, places_of(made.text, archetype.path, 1, 1), places_of(archetype.text, archetype.path, 1, 1)
    )
    waiting = tuple(finding for finding in found if finding.code == _PLACEHOLDER and finding.span)
    moved = tuple(origins.moved(finding) for finding in found if finding not in waiting)
    return (*moved, _note(waiting, made.text, origins)) if waiting else moved


def _note(waiting: Sequence[Diagnostic], text: str, origins: _Origins) -> Diagnostic:
    lines = text.splitlines()
    spans = [finding.span for finding in waiting if finding.span]
    values = [lines[span.line - 1][span.column - 1 : span.column - 1 + span.width].strip("\"'") for span in spans]
    listed = ", ".join(f"`{value}`" for value in dict.fromkeys(values))
    word = "a value waits" if len(values) == 1 else f"{len(values)} values wait"
    first = origins.moved(waiting[0]).span
    hint = "they came from the archetype; the build warns of those that are still there"
    return diagnose(_PLACEHOLDER, f"{word} to be filled in: {listed}", first, hint=hint, severity=Severity.NOTE)


@dataclass(frozen=True, slots=True)
class _Origins:
    made: Made
    here: Places
    there: Places

    def moved(self, finding: Diagnostic) -> Diagnostic:
        related = tuple(Related(self._span(item.span), item.message) for item in finding.related)
        # A message about two places names their lines; actions may have moved these.
        message = _LINE.sub(self._line, finding.message) if related else finding.message
        return replace(
            finding, message=message, span=self._span(finding.span) if finding.span else None, related=related
        )

    def _span(self, span: Span) -> Span:
        first = min(span.line, len(self.here.breaks)) - 1
        offset = min(self.here.breaks[first] + span.column - 1, max(0, len(self.here.text) - 1))
        start, end = self.made.origin(offset)
        last = self.made.origin(min(offset + span.width - 1, max(0, len(self.here.text) - 1)))
        return self.there.between(start, max(end, last[1]))

    def _line(self, found: re.Match[str]) -> str:
        return f"line {self._span(Span('', int(found[1]))).line}"
