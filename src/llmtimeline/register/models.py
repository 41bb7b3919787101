"""Models as the registry shows them: the catalog, the releases and blocks about them put together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from llmtimeline.register.claims import in_display_order
from llmtimeline.register.identity import alias_key
from llmtimeline.register.newcomers import Newcomer
from llmtimeline.register.releases import Known, block_claims, unite_errata, unite_names, unite_sizes
from llmtimeline.values.facts import Fact, Origin, ReleaseBlock, each_address_once
from llmtimeline.values.names import Names
from llmtimeline.values.posts import PostKey
from llmtimeline.values.registry import CatalogModel, Claim, Edge, Mention, Model, Release


@dataclass(frozen=True, slots=True)
class Aside:
    """A block about another model than the heading's."""

    model: str  # id
    block: ReleaseBlock
    post: PostKey
    section: int

    @property
    def claims(self) -> list[Claim]:
        """What the block says."""
        return block_claims(self.block, self.model, self.post, self.section)


@dataclass(frozen=True, slots=True)
class Sources:
    """Everything that is known of models, by id."""

    catalog: Mapping[str, CatalogModel]
    newcomers: Mapping[str, Newcomer]
    names: Mapping[str, Names]
    families: Mapping[str, str]
    releases: Mapping[str, Sequence[Release]]  # newest first
    asides: Mapping[str, Sequence[Aside]]  # newest post first
    edges: tuple[Edge, ...]
    mentions: Mapping[str, tuple[Mention, ...]]


def make_model(
    identity: str, sources: Sources, known: Known, parents: Sequence[Edge], children: Sequence[Edge]
) -> Model:
    """The model of an id that the catalog or a heading has."""
    entry = sources.catalog.get(identity)
    newcomer = sources.newcomers.get(identity)
    releases = sources.releases.get(identity, ())
    led = [release for release in releases if release.models[0] == identity]
    asides = sources.asides.get(identity, ())
    first = releases[-1] if releases else None
    names = sources.names[identity]
    summaries = [aside.block.summary for aside in asides] + ([first.summary] if first else [])
    return Model(
        id=identity,
        names=names,
        aliases=_aliases(names, entry, newcomer, releases),
        kind=_kind(entry, newcomer),
        family=sources.families.get(identity, ""),
        vendors=_vendors(identity, releases, known),
        date=first.date if first else entry.date if entry else None,
        summary=unite_names((*summaries, entry.summary if entry else Names()), known.languages),
        releases=tuple(release.id for release in releases),
        claims=_claims(identity, entry, releases, asides, known),
        sizes=unite_sizes(
            [*(r.sizes for r in led), *(a.block.sizes for a in asides), entry.sizes if entry else ()],
        ),
        links=each_address_once(
            link
            for links in (*(r.links for r in releases), *(a.block.links for a in asides), entry.links if entry else ())
            for link in links
        ),
        errata=unite_errata([*(r.errata for r in led), *(a.block.errata for a in asides)]),
        parents=tuple(parents),
        children=tuple(children),
        mentions=sources.mentions.get(identity, ()),
        span=entry.span if entry else newcomer.span if newcomer else None,
        typos=entry.typos if entry else (),
    )


def catalog_claims(entry: CatalogModel) -> list[Claim]:
    """What the catalog says of a model."""
    claims = [Claim(entry.id, fact.field, fact) for fact in entry.facts]
    if entry.date is not None:
        fact = Fact("date", entry.date, entry.date.edtf(), entry.span, Origin.CATALOG)
        claims.append(Claim(entry.id, "date", fact))
    for size in entry.sizes:
        claims += (Claim(entry.id, fact.field, fact, size=size.name) for fact in size.facts)
    return claims


def _claims(
    identity: str,
    entry: CatalogModel | None,
    releases: Sequence[Release],
    asides: Sequence[Aside],
    known: Known,
) -> tuple[Claim, ...]:
    claims = catalog_claims(entry) if entry else []
    for release in releases:
        claims += (claim for claim in release.claims if claim.model == identity)
    for aside in asides:
        claims += aside.claims
    return in_display_order(claims, known.ranks)


def _kind(entry: CatalogModel | None, newcomer: Newcomer | None) -> str:
    return (entry and entry.kind) or (newcomer and newcomer.kind) or "model"


def _vendors(identity: str, releases: Sequence[Release], known: Known) -> tuple[str, ...]:
    """The catalog's, and those of the releases that the model leads; of shared releases only where nothing is known."""
    found = dict.fromkeys(known.vendors.get(identity, ()))
    for release in reversed(releases):
        if release.models[0] == identity or not found:
            found.update(dict.fromkeys(release.vendors))
    return tuple(found)


def _aliases(
    names: Names, entry: CatalogModel | None, newcomer: Newcomer | None, releases: Iterable[Release]
) -> tuple[str, ...]:
    if entry is None:
        return newcomer.aliases(names) if newcomer else ()
    written = [*entry.aliases, *entry.former]
    keys = {alias_key(name) for name in (*names.all(), *written, *entry.names.all())}
    further = [name for release in releases for name in release.names.all() if len(release.models) == 1]
    for name in further:
        if alias_key(name) not in keys:
            keys.add(alias_key(name))
            written.append(name)
    return tuple(dict.fromkeys(name for name in written if name not in names.all()))
