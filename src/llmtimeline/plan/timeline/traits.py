"""By what a release can be found: family, openness, modalities, importance."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from llmtimeline.plan.facts import first_value, first_word
from llmtimeline.values.facts import Modalities
from llmtimeline.values.registry import Registry, Release

IMPORTANT = "important"
OPENNESS = ("open", "gated", "partial", "closed")
# The words of a closed list; an author's own word for a modality is shown, but makes no page.
MODALITIES = ("text", "image", "audio", "speech", "video", "code", "3d", "mask", "point", "box", "embedding")
SLICES = (IMPORTANT, *OPENNESS, *MODALITIES)
"""All parts of the timeline that may have a page below it, in the order of the menus. Their ids are in addresses."""

_MAJOR = 3


@dataclass(frozen=True, slots=True)
class Traits:
    """What is said of a release's first model, by the release's own posts before the catalog."""

    weights: str = ""
    commercial: str = ""
    takes: tuple[str, ...] = ()
    gives: tuple[str, ...] = ()
    family: str = ""  # id of a model that is on record


def traits_of(registry: Registry, release: Release) -> Traits:
    """The traits of a release."""
    first = release.models[0] if release.models else ""
    model = registry.models.get(first)
    said = [claim for claim in release.claims if claim.model == first]
    said += [claim for claim in model.claims if claim.post is None] if model else []
    modalities = first_value(said, "modalities")
    takes, gives = (modalities.takes, modalities.gives) if isinstance(modalities, Modalities) else ((), ())
    family = first if model and model.kind == "family" else model.family if model else ""
    return Traits(
        weights=first_word(said, "weights"),
        commercial=first_word(said, "commercial"),
        takes=takes,
        gives=gives,
        family=family if family in registry.models else "",
    )


def facets_of(release: Release, traits: Traits) -> tuple[str, ...]:
    """Every answer that a release gives to the menus, as `key=value`; several for a key where several are true."""
    modalities = dict.fromkeys((*traits.takes, *traits.gives))
    return (
        f"year={release.date.year}",
        *(f"vendor={vendor}" for vendor in release.vendors),
        *((f"family={traits.family}",) if traits.family else ()),
        *((f"weights={traits.weights}",) if traits.weights in OPENNESS else ()),
        *(f"modality={modality}" for modality in modalities if modality in MODALITIES),
        *((f"{IMPORTANT}=1",) if release.importance >= _MAJOR else ()),
    )


def slice_facet(identity: str) -> str:
    """The facet that a part of the timeline answers: `weights=open` for `open`."""
    if identity == IMPORTANT:
        return f"{IMPORTANT}=1"
    return f"{'weights' if identity in OPENNESS else 'modality'}={identity}"


def slices_of(registry: Registry) -> tuple[str, ...]:
    """The ids of the parts of the timeline that hold any release."""
    found = _all_facets(registry, registry.releases.values())
    return tuple(identity for identity in SLICES if slice_facet(identity) in found)


def _all_facets(registry: Registry, releases: Iterable[Release]) -> frozenset[str]:
    return frozenset(facet for each in releases for facet in facets_of(each, traits_of(registry, each)))
