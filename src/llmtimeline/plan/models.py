"""Pages of models, and the index of them."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from llmtimeline.plan.edition import Edition
from llmtimeline.plan.facts import fact_rows, first_word
from llmtimeline.plan.frames import Head, Planned, plan_page
from llmtimeline.plan.pages import Kind, Page
from llmtimeline.plan.timeline import latest_change
from llmtimeline.values.addresses import is_inside
from llmtimeline.values.facts import Erratum
from llmtimeline.values.registry import MODEL_KINDS, Claim, Edge, Model
from llmtimeline.values.views import (
    ErratumView,
    FactRow,
    LineageView,
    ModelChip,
    ModelContent,
    ModelRow,
    ModelsContent,
    TypedLinkView,
)

# Families stand before their members.
KIND_ORDER = ("family", *(kind for kind in MODEL_KINDS if kind != "family"))
_RANK = {kind: rank for rank, kind in enumerate(KIND_ORDER)}
_MOST_SIBLINGS = 20  # a family of hundreds would make its pages grow with its square


def plan_models(edition: Edition) -> Iterator[Planned]:
    """The index of models and one page a model."""
    registry = edition.index.registry
    for page in edition.of_kind(Kind.MODELS):
        content = ModelsContent(edition.intro(page), _groups(edition), len(registry.models))
        yield plan_page(edition, page, content, latest_change(edition, registry.releases))
    families = _Families(edition)
    for page in edition.of_kind(Kind.MODEL):
        model = registry.models[page.subject]
        content_of = _model_content(edition, page, model, families)
        changed = latest_change(edition, (release for release in model.releases if release in registry.releases))
        yield plan_page(edition, page, content_of, Head(content_of.summary, lastmod=changed.lastmod))


def newest_first(rows: list[ModelRow]) -> tuple[ModelRow, ...]:
    """By date descending, undated last; of one date by name."""

    def key(row: ModelRow) -> tuple[bool, tuple[int, ...], str, str]:
        date = tuple(-part for part in row.date.timeline_key()) if row.date else ()
        return row.date is None, date, row.chip.name.casefold(), row.chip.id

    return tuple(sorted(rows, key=key))


def _groups(edition: Edition) -> tuple[tuple[str, tuple[ModelRow, ...]], ...]:
    groups: dict[str, list[ModelRow]] = {}
    for model in edition.index.registry.models.values():
        groups.setdefault(model.kind, []).append(edition.cards.model_row(model))
    ordered = sorted(groups, key=lambda kind: (_RANK.get(kind, len(_RANK)), kind))
    return tuple((kind, newest_first(groups[kind])) for kind in ordered)


def _model_content(edition: Edition, page: Page, model: Model, families: _Families) -> ModelContent:
    cards, registry = edition.cards, edition.index.registry
    summary, summary_language = cards.summary_of(model)
    claims = tuple(claim for claim in model.claims if _belongs(edition, model, claim))
    return ModelContent(
        id=model.id,
        name=model.names.of(edition.key) or model.id,
        names=model.names,
        model_kind=model.kind,
        aliases=model.aliases,
        vendors=cards.vendors(model.vendors),
        family=cards.model(model.family) if model.family in registry.models else None,
        date=model.date,
        summary=summary,
        summary_language=summary_language,
        intro_html=edition.intro(page),
        facts=fact_rows((claim for claim in claims if not claim.size), edition.tellings.mark),
        size_facts=_size_facts(edition, model, claims),
        releases=tuple(cards.release(release) for release in model.releases if release in registry.releases),
        parents=tuple(_lineage(edition, edge, edge.parent) for edge in model.parents),
        children=tuple(_lineage(edition, edge, edge.child) for edge in model.children),
        members=families.members(model.id),
        siblings=families.siblings(model),
        coverage=edition.tellings.coverage(model),
        links=_links(edition, page, model),
        errata=tuple(_erratum(edition, erratum) for erratum in model.errata),
        weights=first_word(claims, "weights"),
        commercial=first_word(claims, "commercial"),
        sizes=tuple(size.name for size in model.sizes),
    )


def _belongs(edition: Edition, model: Model, claim: Claim) -> bool:
    """All claims but the dates of later events: an update in May says nothing against a release in March."""
    if claim.field != "date" or claim.post is None or claim.section is None or not model.releases:
        return True
    return edition.index.releases_in.get(claim.post, {}).get(claim.section) in (None, model.releases[-1])


def _size_facts(
    edition: Edition, model: Model, claims: tuple[Claim, ...]
) -> tuple[tuple[str, tuple[FactRow, ...]], ...]:
    sizes: dict[str, list[Claim]] = {size.name: [] for size in model.sizes}
    for claim in claims:
        if claim.size:
            sizes.setdefault(claim.size, []).append(claim)
    if not any(sizes.values()):
        return ()
    return tuple((size, fact_rows(group, edition.tellings.mark, size)) for size, group in sizes.items())


def _lineage(edition: Edition, edge: Edge, other: str) -> LineageView:
    known = edition.index.registry.models.get(other)
    return LineageView(edition.cards.model(other), edge.relation, edge.inherits, known.date if known else None)


def _links(edition: Edition, page: Page, model: Model) -> tuple[TypedLinkView, ...]:
    """The model's links, each with the words that a post in the page's language has for it.

    Words of another language are left out: the host says more. Addresses inside the site count from the file that
    names them.
    """
    index, labels = edition.index, _labels(edition, model)
    views = []
    for link in model.links:
        told_on = index.pages_of_files.get(link.span.path, page)
        label = labels.get(link.url) or (link.label if told_on.language == edition.key else "")
        url = edition.links.address(told_on, link.url, link.span) if is_inside(link.url) else link.url
        views.append(TypedLinkView(url, link.kind, label, _host(link.url)))
    return tuple(views)


def _labels(edition: Edition, model: Model) -> dict[str, str]:
    found: dict[str, str] = {}
    known, told = edition.index.registry.releases, edition.tellings.told
    for release in model.releases:
        for telling in told.of_release(known[release]) if release in known else ():
            if telling.language == edition.key:
                blocks = (link for block in telling.section.blocks for link in block.links)
                for link in (*blocks, *telling.section.links):
                    if link.label:
                        found.setdefault(link.url, link.label)
    return found


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


class _Families:
    """The members of each family as chips, oldest first."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._ordered: dict[str, tuple[ModelChip, ...]] = {}
        self._places: dict[str, dict[str, int]] = {}

    def members(self, family: str) -> tuple[ModelChip, ...]:
        """All members, oldest first, undated last."""
        if family not in self._ordered:
            models = self._edition.index.registry.models
            found = [
                models[member] for member in self._edition.index.registry.by_family.get(family, ()) if member in models
            ]
            found.sort(
                key=lambda model: (model.date is None, model.date.timeline_key() if model.date else (), model.id)
            )
            self._ordered[family] = tuple(self._edition.cards.model(model.id) for model in found)
            self._places[family] = {model.id: place for place, model in enumerate(found)}
        return self._ordered[family]

    def siblings(self, model: Model) -> tuple[ModelChip, ...]:
        """The members next to a model in time, at most twenty."""
        members = self.members(model.family) if model.family else ()
        if not members:
            return ()
        place = self._places[model.family].get(model.id, 0)
        start = max(0, min(place - _MOST_SIBLINGS // 2, len(members) - _MOST_SIBLINGS - 1))
        near = members[start : start + _MOST_SIBLINGS + 1]
        return tuple(chip for chip in near if chip.id != model.id)[:_MOST_SIBLINGS]


def _erratum(edition: Edition, erratum: Erratum) -> ErratumView:
    """A correction with its reason in the page's language, else in the first that there is, which is then named."""
    why = erratum.why.given(edition.key) or erratum.why.given("")
    language = ""
    if why is None and erratum.why.by_language:
        key, why = erratum.why.by_language[0]
        known = edition.index.languages.get(key)
        language = known.locale if known else key
    return ErratumView(erratum.date, erratum.field, erratum.was, why or "", language)
