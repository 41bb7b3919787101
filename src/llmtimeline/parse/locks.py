"""data/ids.lock: the ids that a site has published, one a line, and where the moved ones went."""

from __future__ import annotations

import re

from llmtimeline.parse.notation.plain import shown
from llmtimeline.parse.notation.typed import nearest_word
from llmtimeline.values.diagnostics import Checked, Diagnostic, Related, diagnose
from llmtimeline.values.places import Span
from llmtimeline.values.registry import LockedId
from llmtimeline.values.sources import Source

KINDS = ("vendor", "model", "release")
_LINE = re.compile(r"[ \t]*(\S+)[ \t]+(\S+)(?:[ \t]+->[ \t]+(\S+))?[ \t]*")


def parse_lock(source: Source) -> Checked[tuple[LockedId, ...]]:
    """The ids in the order written: `vendor tii`, or `model old -> new`; `#` begins a comment.

    May add LT102 for an id given twice, LT106 for lines that are neither, LT108 for unknown kinds.
    """
    locked: dict[tuple[str, str], LockedId] = {}
    findings: list[Diagnostic] = []
    for number, line in enumerate(source.text.split("\n"), 1):
        text = line.partition("#")[0].rstrip()
        if not text.strip():
            continue
        found = _LINE.fullmatch(text)
        if found is None or "->" in found.group(1, 2):
            span = Span(source.path, number, len(text) - len(text.lstrip()) + 1, len(text.strip()))
            hint = "write `model falcon-180b`, or `model old -> new`"
            findings.append(diagnose("LT106", f"`{shown(text.strip())}` names no id", span, hint=hint))
            continue
        kind, name, moved_to = found.groups()
        span = Span(source.path, number, found.start(2) + 1, len(name))
        if kind not in KINDS:
            near = nearest_word(kind, KINDS)
            hint = f"did you mean `{near}`?" if near else "write vendor, model or release"
            place = Span(source.path, number, found.start(1) + 1, len(kind))
            findings.append(diagnose("LT108", f"`{shown(kind)}` is no kind of id", place, hint=hint))
        elif (kind, name) in locked:
            findings.append(_twice(locked[kind, name], span))
        else:
            locked[kind, name] = LockedId(kind, name, span, moved_to or "")
    return Checked(tuple(locked.values()), tuple(findings))


def _twice(first: LockedId, span: Span) -> Diagnostic:
    return diagnose(
        "LT102",
        f"`{first.kind} {shown(first.id)}` stands twice",
        span,
        hint="take one out; the first one counts",
        related=(Related(first.span, "it first stands here"),),
    )
