"""The pages of comparisons, and their index."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from llmtimeline.plan.collation import sort_key
from llmtimeline.plan.compare.files import has_files, names_address
from llmtimeline.plan.compare.links import ComparisonLinks
from llmtimeline.plan.compare.rows import compared_model, compared_rows, counted, facts_to_compare
from llmtimeline.plan.edition import Edition
from llmtimeline.plan.frames import Planned, plan_page
from llmtimeline.plan.pages import Kind, Page
from llmtimeline.plan.timeline.years import latest_change
from llmtimeline.values.facts import FIELD_ORDER
from llmtimeline.values.registry import Model
from llmtimeline.values.views import CompareContent, ComparisonContent, ComparisonGroup, LinkView


def plan_comparisons(edition: Edition) -> Iterator[Planned]:
    """The index with its picker, and one page a pair."""
    for page in edition.of_kind(Kind.COMPARE):
        groups = _groups(edition)
        count = sum(len(group.links) for group in groups)
        names = names_address(edition, page).url if has_files(edition.index) else ""
        content = CompareContent(groups, count, names, FIELD_ORDER, edition.intro(page))
        yield plan_page(edition, page, content, latest_change(edition, edition.index.registry.releases))
    links = ComparisonLinks(edition)
    for page in edition.of_kind(Kind.COMPARISON):
        yield _plan_comparison(edition, page, links)


def _plan_comparison(edition: Edition, page: Page, links: ComparisonLinks) -> Planned:
    known = edition.index.registry
    models = [known.models[identity] for identity in edition.index.comparisons[page.subject]]
    rows = compared_rows([facts_to_compare(edition, model) for model in models])
    ids = [model.id for model in models]
    content = ComparisonContent(
        models=tuple(compared_model(edition, page, model) for model in models),
        rows=rows,
        counts=counted(rows),
        others=tuple((edition.cards.model(each), links.of_model(each, page.subject)) for each in ids),
        pick_url=links.pick_url(*ids),
        intro_html=edition.intro(page),
    )
    releases = (release for model in models for release in model.releases if release in known.releases)
    return plan_page(edition, page, content, latest_change(edition, releases))


def _groups(edition: Edition) -> tuple[ComparisonGroup, ...]:
    """All comparisons, each below the family of its older model, else below its vendor; the largest group first."""
    models = edition.index.registry.models
    found: dict[tuple[str, str], list[LinkView]] = {}
    for page in edition.of_kind(Kind.COMPARISON):
        ids = edition.index.comparisons[page.subject]
        found.setdefault(_group_of(models[ids[0]]), []).append(LinkView(page.url, page.label))
    groups = [_group(edition, kind, name, links) for (kind, name), links in found.items()]
    return tuple(sorted(groups, key=lambda group: (-len(group.links), sort_key(group.name, edition.key))))


def _group_of(older: Model) -> tuple[str, str]:
    if older.family:
        return "model", older.family
    if older.kind == "family":
        return "model", older.id
    return ("vendor", older.vendors[0]) if older.vendors else ("", "")


def _group(edition: Edition, kind: str, identity: str, links: Sequence[LinkView]) -> ComparisonGroup:
    chip = edition.cards.model(identity) if kind == "model" else edition.cards.vendor(identity) if kind else None
    return ComparisonGroup(chip.name if chip else "", chip.url if chip else "", tuple(links))
