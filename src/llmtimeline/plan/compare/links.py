"""Links to comparisons, as other pages show them."""

from __future__ import annotations

from urllib.parse import quote

from llmtimeline.plan.edition import Edition
from llmtimeline.plan.pages import Kind
from llmtimeline.values.views import LinkView

_MOST = 12


class ComparisonLinks:
    """The comparisons of each model that stand, newest pairs first. Gathered once a language."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        page = edition.page(Kind.COMPARE)
        self._picker = page.url if page is not None and page in edition.of_kind(Kind.COMPARE) else ""
        standing = {each.subject for each in edition.of_kind(Kind.COMPARISON)}
        self._of_model: dict[str, list[tuple[str, str]]] = {}  # model -> (subject, the other model)
        for subject, ids in edition.index.comparisons.items():
            if subject in standing:
                for one, other in (ids, ids[::-1]):
                    self._of_model.setdefault(one, []).append((subject, other))

    def of_model(self, identity: str, without: str = "") -> tuple[LinkView, ...]:
        """A model's comparisons, each by the other model's name: at most twelve, without that of one subject."""
        found = (each for each in self._of_model.get(identity, ()) if each[0] != without)
        return tuple(self._link(subject, other) for subject, other in list(found)[:_MOST])

    def pick_url(self, *identities: str) -> str:
        """The page on which a reader chooses what stands beside these models; "" when it is turned off."""
        if not self._picker:
            return ""
        return f"{self._picker}?{'&'.join(f'm={quote(identity)}' for identity in identities)}"

    def _link(self, subject: str, other: str) -> LinkView:
        page = self._edition.subject(Kind.COMPARISON, subject)
        return LinkView(page.url if page else "", self._edition.cards.model(other).name)
