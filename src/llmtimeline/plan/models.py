"""Pages of models, and the index of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from llmtimeline.plan.claims import claims_shown
from llmtimeline.plan.collation import number_key
from llmtimeline.plan.compare.links import ComparisonLinks
from llmtimeline.plan.edition import Edition
from llmtimeline.plan.facts import fact_rows, first_value, first_word
from llmtimeline.plan.families import Families
from llmtimeline.plan.frames import Head, Planned, plan_page
from llmtimeline.plan.head import things
from llmtimeline.plan.history import history_of
from llmtimeline.plan.lineage.pages import ModelLineages
from llmtimeline.plan.listings import cut_in_pages
from llmtimeline.plan.model_links import model_links, size_links
from llmtimeline.plan.pagers import pager
from llmtimeline.plan.pages import Kind, Page
from llmtimeline.plan.posts import edit_url
from llmtimeline.plan.timeline.years import latest_change
from llmtimeline.values.facts import Modalities
from llmtimeline.values.registry import MODEL_KINDS, Claim, Edge, Model
from llmtimeline.values.views import (
    FactRow,
    KindView,
    LineageView,
    ModelChip,
    ModelContent,
    ModelRow,
    ModelsContent,
)

# Families stand before their members.
KIND_ORDER = ("family", *(kind for kind in MODEL_KINDS if kind != "family"))
_RANK = {kind: rank for rank, kind in enumerate(KIND_ORDER)}
ROWS_PER_PAGE = 200


def plan_models(edition: Edition) -> Iterator[Planned]:
    """The index of models and one page a model."""
    registry = edition.index.registry
    for page in edition.of_kind(Kind.MODELS):
        yield from _plan_index(edition, page)
    families, comparisons, lineages = Families(edition), ComparisonLinks(edition), ModelLineages(edition)
    for page in edition.of_kind(Kind.MODEL):
        model = registry.models[page.subject]
        content_of = _model_content(edition, page, model, families, comparisons)
        content_of = replace(content_of, lineage=lineages.of(model.id))
        changed = latest_change(edition, (release for release in model.releases if release in registry.releases))
        about = things.of_model(edition, page, model, content_of)
        yield plan_page(edition, page, content_of, Head(content_of.summary, lastmod=changed.lastmod, json_ld=(about,)))


def newest_first(rows: list[ModelRow]) -> tuple[ModelRow, ...]:
    """By date descending, undated last; of one date by name."""

    def key(row: ModelRow) -> tuple[object, ...]:
        date = tuple(-part for part in row.date.timeline_key()) if row.date else ()
        return row.date is None, date, number_key(row.chip.name.casefold()), row.chip.id

    return tuple(sorted(rows, key=key))


def _plan_index(edition: Edition, page: Page) -> Iterator[Planned]:
    """All models by kind, cut into pages; a kind may go on on the next one."""
    groups = _groups(edition)
    rows = [(kind, row) for kind, group in groups for row in group]
    pages = list(cut_in_pages(rows, ROWS_PER_PAGE))
    head = latest_change(edition, edition.index.registry.releases)
    kinds = _kinds(edition, page, groups, len(pages))
    for number, part in pages:
        address, view = pager(edition.index.routes, page.address, number, len(pages))
        shown: dict[str, list[ModelRow]] = {}
        for kind, row in part:
            shown.setdefault(kind, []).append(row)
        content = ModelsContent(
            intro_html=edition.intro(page) if number == 1 else "",
            groups=tuple((kind, tuple(group)) for kind, group in shown.items()),
            count=len(rows),
            kinds=kinds,
            pager=view,
        )
        yield plan_page(edition, page, content, head, address)


def _kinds(
    edition: Edition, page: Page, groups: tuple[tuple[str, tuple[ModelRow, ...]], ...], total: int
) -> tuple[KindView, ...]:
    views, start = [], 0
    for kind, group in groups:
        address, _ = pager(edition.index.routes, page.address, start // ROWS_PER_PAGE + 1, total)
        views.append(KindView(kind, len(group), f"{address.url}#{kind}"))
        start += len(group)
    return tuple(views)


def _groups(edition: Edition) -> tuple[tuple[str, tuple[ModelRow, ...]], ...]:
    groups: dict[str, list[ModelRow]] = {}
    for model in edition.index.registry.models.values():
        groups.setdefault(model.kind, []).append(edition.cards.model_row(model))
    ordered = sorted(groups, key=lambda kind: (_RANK.get(kind, len(_RANK)), kind))
    return tuple((kind, newest_first(groups[kind])) for kind in ordered)


def _model_content(
    edition: Edition, page: Page, model: Model, families: Families, comparisons: ComparisonLinks
) -> ModelContent:
    cards, registry = edition.cards, edition.index.registry
    summary, summary_language = cards.summary_of(model)
    claims = claims_shown(edition.index, model)
    facts = fact_rows((claim for claim in claims if not claim.size), edition.tellings.mark)
    history = history_of(edition, model, facts)
    before, after = families.beside(model)
    modalities = first_value(claims, "modalities")
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
        facts=facts,
        size_facts=_size_facts(edition, model, claims),
        releases=tuple(cards.release(release) for release in model.releases if release in registry.releases),
        parents=tuple(_lineage(edition, edge, edge.parent) for edge in model.parents),
        children=tuple(_lineage(edition, edge, edge.child) for edge in model.children),
        members=families.members(model.id),
        siblings=families.siblings(model),
        coverage=edition.tellings.coverage(model),
        links=model_links(edition, page, model),
        errata=tuple(entry.erratum for entry in history if entry.erratum),
        weights=first_word(claims, "weights"),
        commercial=first_word(claims, "commercial"),
        sizes=tuple(size.name for size in model.sizes),
        history=history,
        size_links=size_links(edition, page, model),
        size_chips=_size_chips(edition, model),
        modalities=modalities if isinstance(modalities, Modalities) else None,
        before=before,
        after=after,
        comparisons=comparisons.of_model(model.id),
        pick_url=comparisons.pick_url(model.id) if claims else "",
        edit_url=_edit_url(edition, page, model),
    )


def _size_facts(
    edition: Edition, model: Model, claims: tuple[Claim, ...]
) -> tuple[tuple[str, tuple[FactRow, ...]], ...]:
    sizes: dict[str, list[Claim]] = {size.name: [] for size in model.sizes}
    for claim in claims:
        if claim.size:
            sizes.setdefault(claim.size, []).append(claim)
    if not any(sizes.values()) and not any(size.links for size in model.sizes):
        return ()
    return tuple((size, fact_rows(group, edition.tellings.mark, size)) for size, group in sizes.items())


def _size_chips(edition: Edition, model: Model) -> Mapping[str, ModelChip]:
    """The sizes that have a page: members of the family whose ids are the family's and the size, `llama-7b`."""
    members = edition.index.registry.by_family.get(model.id, ())
    by_id = {member.casefold(): member for member in members}
    found = ((size.name, by_id.get(f"{model.id}-{size.name}".casefold())) for size in model.sizes)
    return {name: edition.cards.model(member) for name, member in found if member}


def _lineage(edition: Edition, edge: Edge, other: str) -> LineageView:
    known = edition.index.registry.models.get(other)
    return LineageView(edition.cards.model(other), edge.relation, edge.inherits, known.date if known else None)


def _edit_url(edition: Edition, page: Page, model: Model) -> str:
    """Where a reader mends what the page says: the newest post that announces the model, in the page's language."""
    known, told = edition.index.registry.releases, edition.tellings.told
    tellings = [each for release in model.releases if release in known for each in told.of_release(known[release])]
    best = edition.tellings.best(tellings)
    return edit_url(edition, page, best.post) if best else ""
