"""Posts and catalog put together: every release, model and vendor, with a source for each fact."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from llmtimeline.register.announcements import newest_first
from llmtimeline.register.assembly import assemble
from llmtimeline.register.claims import Ranks, find_contradictions
from llmtimeline.register.identity import written_names
from llmtimeline.register.licences import check_licences
from llmtimeline.register.lineage import find_edges
from llmtimeline.register.lock import check_lock
from llmtimeline.register.mentions import check_heading_names, find_mentions
from llmtimeline.register.merge import Happening, group_by_model, merge_happenings
from llmtimeline.register.models import Aside, Sources
from llmtimeline.register.published import has_a_file
from llmtimeline.register.reading import Reading, find_asides, read_headings
from llmtimeline.register.references import resolve_references
from llmtimeline.register.releases import Known, make_release
from llmtimeline.register.scanner import Scanner, build_scanner
from llmtimeline.values.config import Config
from llmtimeline.values.diagnostics import Checked, Diagnostic, in_order
from llmtimeline.values.facts import BaseRef
from llmtimeline.values.posts import Post, PostKey
from llmtimeline.values.registry import Catalog, Claim, Mention, Registry, Release

_SAME_AS_THE_RELEASE = frozenset({"release", "announce"})


def register(posts: Sequence[Post], catalog: Catalog, config: Config) -> Checked[Registry]:
    """The registry of these posts; the order in which they are given changes nothing.

    Posts that ask for no file (`build: {render: never}` or `link`) tell nothing, because nothing could link to it.

    May add LT301, LT304, LT306 to LT313, LT315 to LT317, LT319 and LT320.
    """
    found: list[Diagnostic] = []
    catalog = _layers(catalog, config)
    ordered = newest_first((post for post in posts if has_a_file(post)), config)
    reading = read_headings(ordered, catalog, config, found)
    asides = find_asides(ordered, reading.lookup, found)
    guessed = {identity: newcomer.family for identity, newcomer in reading.newcomers.items()}
    references = resolve_references(catalog.vendors, catalog.models, guessed, reading.lookup, found)
    ranks = Ranks(post.path for post in ordered)
    known = Known(reading.meanings, reading.names, references.vendors, reading.languages, ranks)
    happenings = _happenings(reading, found)
    releases = _releases(happenings, known, found)
    by_section = _by_section(happenings)
    announced = {place: releases[release].models for place, release in by_section.items()}
    sources = Sources(
        catalog=reading.model_book.models,
        newcomers=reading.newcomers,
        names=reading.names,
        families=references.families,
        releases=_by_model(releases.values()),
        asides=asides,
        edges=find_edges(_bases(catalog, reading, asides), reading.lookup, found),
        mentions=_read_prose(ordered, catalog, reading, announced, found),
    )
    registry = assemble(
        releases,
        by_section,
        sources=sources,
        references=references,
        vendors=reading.vendors,
        unknown=reading.vendor_book.unknown,
        known=known,
    )
    _check_claims(registry, found)
    ids = {"vendor": registry.vendors, "model": registry.models, "release": registry.releases}
    return Checked(replace(registry, moved=check_lock(catalog.locked, ids, found)), in_order(found))


def _layers(catalog: Catalog, config: Config) -> Catalog:
    if config.timeline.builtin_catalog:
        return catalog
    vendors = tuple(vendor for vendor in catalog.vendors if vendor.own)
    return replace(catalog, vendors=vendors, models=tuple(model for model in catalog.models if model.own))


def _happenings(reading: Reading, found: list[Diagnostic]) -> dict[str, tuple[Happening, ...]]:
    models = {age: meaning.models for age, meaning in reading.meanings.items()}
    taken: set[str] = set()
    grouped = group_by_model(reading.announcements, models)
    return {model: merge_happenings(model, some, taken, found) for model, some in sorted(grouped.items())}


def _by_section(happenings: Mapping[str, Sequence[Happening]]) -> dict[tuple[PostKey, int], str]:
    return {
        (told.post.key, told.index): happening.id
        for some in happenings.values()
        for happening in some
        for told in happening.told
    }


def _releases(
    happenings: Mapping[str, Sequence[Happening]], known: Known, found: list[Diagnostic]
) -> dict[str, Release]:
    """In the order of the timeline: newest first; on one date as the authors have them, newest post first."""
    made: list[tuple[int, Release]] = []
    for some in happenings.values():
        vendors: tuple[str, ...] = ()
        for happening in some:
            release = make_release(happening, known, vendors, found)
            vendors = vendors or release.vendors
            made.append((min(told.rank for told in happening.told), release))
    made.sort(key=lambda item: (*(-part for part in item[1].date.timeline_key()), item[0], item[1].id))
    return {release.id: release for _, release in made}


def _read_prose(
    posts: Sequence[Post],
    catalog: Catalog,
    reading: Reading,
    announced: Mapping[tuple[PostKey, int], tuple[str, ...]],
    found: list[Diagnostic],
) -> dict[str, tuple[Mention, ...]]:
    """Mentions by model, and LT313.

    New models come into the scanner only when headings are checked: a name with a misspelling in it must not hide that.
    """
    scanner = _scanner(catalog, reading)
    check_heading_names(
        reading.announcements,
        new=reading.new,
        index=reading.model_book.index,
        catalog=reading.model_book.models,
        scanner=scanner,
        locked=reading.locked,
        found=found,
    )
    for identity, newcomer in reading.newcomers.items():
        shown = reading.names[identity]
        for name in (*shown.all(), *newcomer.aliases(shown)):
            scanner.add_model(name, identity)
    return find_mentions(posts, scanner, announced, found)


def _scanner(catalog: Catalog, reading: Reading) -> Scanner:
    """All names of models in the catalog, and all misspellings; of the site's own entries first."""
    models = sorted(catalog.models, key=lambda model: not model.own)
    names = [(name, model.id) for model in models for name in written_names(model)]
    labels, vendor_labels = reading.model_book.index.labels, reading.vendor_book.index.labels
    typos = [(typo, labels[model.id]) for model in models for typo in model.typos]
    typos += ((typo, vendor_labels[vendor.id]) for vendor in catalog.vendors for typo in vendor.typos)
    return build_scanner(names, typos)


def _bases(catalog: Catalog, reading: Reading, asides: Mapping[str, Sequence[Aside]]) -> Iterator[tuple[str, BaseRef]]:
    for model in catalog.models:
        yield from ((model.id, base) for base in model.bases)
    for identity, newcomer in reading.newcomers.items():
        yield from ((identity, base) for base in newcomer.bases)
    for announcement in reading.announcements:
        child = reading.meanings[announcement.age].models[0]
        yield from ((child, base) for block in announcement.blocks for base in block.bases)
    for model_id, some in asides.items():
        yield from ((model_id, base) for aside in some for base in aside.block.bases)


def _by_model(releases: Iterable[Release]) -> dict[str, list[Release]]:
    grouped: dict[str, list[Release]] = {}
    for release in releases:
        for model in release.models:
            grouped.setdefault(model, []).append(release)
    return grouped


def _check_claims(registry: Registry, found: list[Diagnostic]) -> None:
    """LT312 and LT317. What is said of a model's update is held against itself only: things change."""
    later = {
        (coverage.post, coverage.section): release
        for release in registry.releases.values()
        if release.id != release.models[0] and release.event not in _SAME_AS_THE_RELEASE
        for coverage in release.coverage
    }
    for model in registry.models.values():
        check_licences(model.claims, found)
        groups: dict[str, list[Claim]] = {}
        for claim in model.claims:
            update = later.get((claim.post, claim.section)) if claim.post and claim.section is not None else None
            event = update.id if update and update.models[0] == model.id else ""
            groups.setdefault(event, []).append(claim)
        for claims in groups.values():
            find_contradictions(model.names.of("en"), claims, found)
