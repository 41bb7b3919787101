"""Licences against what is said of commercial use."""

from __future__ import annotations

import re
from collections.abc import Iterable

from llmtimeline.values.diagnostics import Diagnostic, Related, diagnose
from llmtimeline.values.facts import Fact, License
from llmtimeline.values.registry import Claim

# SPDX ids that leave every use free; a name that merely contains one, as "Apache-2.0 with use limits", is none of them.
_FREE = re.compile(
    r"apache-2\.0|mit(?:-0)?|bsd-[23]-clause|isc|unlicense|cc0-1\.0|cc-by(?:-sa)?-[34]\.0|[al]?gpl-.*", re.I
)
_BARRED = re.compile(
    r"\bcc-by-nc\b|\bnon-?commercial\b|\bresearch[ -](?:use )?only\b"
    "|非商业|非商用|禁止商用|不可商用|不得商用|仅限研究|仅供研究",
    re.IGNORECASE,
)


def check_licences(claims: Iterable[Claim], found: list[Diagnostic]) -> None:
    """LT317 where one section names a licence and says of commercial use what the licence does not."""
    licences: dict[tuple[object, ...], list[Fact]] = {}
    uses: dict[tuple[object, ...], list[Fact]] = {}
    for claim in claims:
        place: tuple[object, ...] = (claim.post, claim.section, claim.size, claim.fact.since)
        if claim.field == "license":
            licences.setdefault(place, []).append(claim.fact)
        elif claim.field == "commercial":
            uses.setdefault(place, []).append(claim.fact)
    for place, facts in uses.items():
        named = licences.get(place, [])
        if len(facts) == 1 and len(named) == 1:
            clash = _clash(facts[0], named[0])
            if clash:
                found.append(clash)


def _clash(use: Fact, licence: Fact) -> Diagnostic | None:
    name = licence.value.name if isinstance(licence.value, License) else licence.text
    bars = use.value == "allowed" and _BARRED.search(name)
    frees = use.value == "forbidden" and _FREE.fullmatch(name.strip())
    if use.note or not (bars or frees):
        return None
    verb = "bars" if bars else "allows"
    return diagnose(
        "LT317",
        f"commercial use is `{use.text}`, but `{name}` {verb} it",
        use.span,
        hint="correct one of the two, or say in a note why both hold",
        related=(Related(licence.span, "the licence is named here"),),
    )
