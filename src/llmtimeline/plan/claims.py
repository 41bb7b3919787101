"""Which of a model's claims its pages show."""

from __future__ import annotations

from llmtimeline.plan.index import SiteIndex
from llmtimeline.values.registry import Claim, Model


def claims_shown(index: SiteIndex, model: Model) -> tuple[Claim, ...]:
    """All claims but the dates of later events: an update in May says nothing against a release in March."""
    return tuple(claim for claim in model.claims if _belongs(index, model, claim))


def _belongs(index: SiteIndex, model: Model, claim: Claim) -> bool:
    if claim.field != "date" or claim.post is None or claim.section is None or not model.releases:
        return True
    return index.releases_in.get(claim.post, {}).get(claim.section) in (None, model.releases[-1])
