"""What is published of all that is known, and the indexes over it."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping

from llmtimeline.register.models import Sources, make_model
from llmtimeline.register.references import References, with_parent
from llmtimeline.register.releases import Known
from llmtimeline.values.posts import PostKey
from llmtimeline.values.registry import Edge, Model, Registry, Release, Vendor


def assemble(
    releases: Mapping[str, Release],
    by_section: Mapping[tuple[PostKey, int], str],
    *,
    sources: Sources,
    references: References,
    vendors: Mapping[str, Vendor],
    unknown: Container[str],
    known: Known,
) -> Registry:
    """The registry without `moved`.

    Published are what posts announce or state facts about, the site's own entries, and whatever these refer to: vendor,
    parent, family, base model, and so on. Of the `unknown` vendors those that a release kept.
    """
    parents = _by_child(sources.edges)
    shown = _published_models(releases, sources, parents)
    edges = tuple(edge for edge in sources.edges if edge.child in shown)
    children = _by_parent(edges)
    models = {
        identity: make_model(identity, sources, known, parents.get(identity, ()), children.get(identity, ()))
        for identity in sorted(shown)
    }
    own = [vendor.id for vendor in vendors.values() if vendor.own and vendor.id not in unknown]
    named = _published_vendors(releases.values(), models.values(), own, references)
    return Registry(
        vendors={identity: with_parent(vendors[identity], references) for identity in sorted(named)},
        models=models,
        releases=releases,
        edges=edges,
        by_section=dict(sorted(by_section.items())),
        by_vendor=_grouped(
            sorted(named), ((vendor, release.id) for release in releases.values() for vendor in release.vendors)
        ),
        models_by_vendor=_grouped(
            sorted(named), ((vendor, model.id) for model in _newest_first(models.values()) for vendor in model.vendors)
        ),
        by_family=_grouped(
            sorted({model.family for model in models.values() if model.family}),
            ((model.family, model.id) for model in _newest_first(models.values()) if model.family),
        ),
    )


def _by_child(edges: Iterable[Edge]) -> dict[str, list[Edge]]:
    grouped: dict[str, list[Edge]] = {}
    for edge in edges:
        grouped.setdefault(edge.child, []).append(edge)
    return grouped


def _by_parent(edges: Iterable[Edge]) -> dict[str, list[Edge]]:
    grouped: dict[str, list[Edge]] = {}
    for edge in edges:
        grouped.setdefault(edge.parent, []).append(edge)
    return grouped


def _published_models(
    releases: Mapping[str, Release], sources: Sources, parents: Mapping[str, Iterable[Edge]]
) -> frozenset[str]:
    waiting = [model for release in releases.values() for model in release.models]
    waiting += sources.asides
    waiting += (model.id for model in sources.catalog.values() if model.own)
    shown: set[str] = set()
    while waiting:
        identity = waiting.pop()
        if identity in shown:
            continue
        shown.add(identity)
        waiting += (edge.parent for edge in parents.get(identity, ()))
        if identity in sources.families:
            waiting.append(sources.families[identity])
    return frozenset(shown)


def _published_vendors(
    releases: Iterable[Release], models: Iterable[Model], own: Iterable[str], references: References
) -> frozenset[str]:
    waiting = [vendor for release in releases for vendor in release.vendors]
    waiting += (vendor for model in models for vendor in model.vendors)
    waiting += own
    shown: set[str] = set()
    while waiting:
        identity = waiting.pop()
        if identity not in shown:
            shown.add(identity)
            if identity in references.parents:
                waiting.append(references.parents[identity])
    return frozenset(shown)


def _newest_first(models: Iterable[Model]) -> list[Model]:
    """By date, undated ones last; those of one date by id."""
    return sorted(
        models,
        key=lambda model: (*((-part for part in model.date.timeline_key()) if model.date else (1, 0, 0)), model.id),
    )


def _grouped(keys: Iterable[str], pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    grouped: dict[str, list[str]] = {key: [] for key in keys}
    for key, value in pairs:
        grouped[key].append(value)
    return {key: tuple(values) for key, values in grouped.items()}
