"""Names that mean the same, so that a search for one finds the others."""

from __future__ import annotations

from llmtimeline.plan.search.folding import fold, squash
from llmtimeline.values.registry import Model, Registry, Vendor


def all_names(entry: Vendor | Model) -> tuple[str, ...]:
    """Every right name of a vendor or model in any language, each once but for case and width; its own first."""
    former = entry.former if isinstance(entry, Vendor) else ()
    found: dict[str, str] = {}
    for name in (*entry.names.all(), *entry.aliases, *former):
        found.setdefault(fold(name), name)
    return tuple(found.values())


def name_groups(registry: Registry) -> list[tuple[str, ...]]:
    """The names of each vendor and model that has several, or one of several words, which belong together."""
    return [names for entry in _entries(registry) if len(names := all_names(entry)) > 1 or " " in names[0]]


def known_slips(registry: Registry, language: str) -> list[tuple[str, str]]:
    """Known misspellings, each with the name that is meant, sorted. One that is right for something else is none."""
    entries = _entries(registry)
    right = {squash(name) for entry in entries for name in all_names(entry)}
    return sorted(
        (slip, entry.names.of(language) or entry.id)
        for entry in entries
        for slip in entry.typos
        if squash(slip) not in right
    )


def _entries(registry: Registry) -> tuple[Vendor | Model, ...]:
    return (*registry.vendors.values(), *registry.models.values())
