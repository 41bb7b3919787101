"""The registry: every release, model and vendor that the posts speak of, with a source for each fact."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from llmtimeline.values.dates import PartialDate
from llmtimeline.values.facts import BaseRef, Certainty, Erratum, Fact, Link, Size
from llmtimeline.values.names import Names
from llmtimeline.values.places import Span
from llmtimeline.values.posts import PostKey

VENDOR_KINDS = ("company", "university", "lab", "community", "person", "publisher")
MODEL_KINDS = (
    *("model", "family", "variant", "version", "quantization"),
    *("product", "feature", "framework", "tool", "dataset", "technique"),
)


@dataclass(frozen=True, slots=True)
class Vendor:
    """Who releases. As the catalog has it, or made from a heading that names an unknown one (`kind` is then "")."""

    id: str
    names: Names
    span: Span
    aliases: tuple[str, ...] = ()
    former: tuple[str, ...] = ()  # names it had before
    typos: tuple[str, ...] = ()  # known misspellings: suggested against, never matched
    kind: str = ""  # one of VENDOR_KINDS
    parent: str = ""  # id of a vendor
    country: str = ""  # ISO 3166-1 alpha-2
    site: str = ""
    github: tuple[str, ...] = ()
    huggingface: tuple[str, ...] = ()
    summary: Names = Names()
    own: bool = True  # of the site itself; the built-in catalog's are published only when something refers to them
    places: Mapping[str, Span] = field(default_factory=dict, compare=False)  # `parent`, `aliases.0` -> place


@dataclass(frozen=True, slots=True)
class CatalogModel:
    """An entry of data/models.yaml."""

    id: str
    names: Names
    span: Span
    aliases: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    typos: tuple[str, ...] = ()
    kind: str = ""  # one of MODEL_KINDS
    family: str = ""  # id of a model
    vendors: tuple[str, ...] = ()  # ids
    date: PartialDate | None = None
    summary: Names = Names()
    facts: tuple[Fact, ...] = ()
    bases: tuple[BaseRef, ...] = ()
    sizes: tuple[Size, ...] = ()
    links: tuple[Link, ...] = ()
    own: bool = True
    places: Mapping[str, Span] = field(default_factory=dict, compare=False)  # `parent`, `aliases.0` -> place


@dataclass(frozen=True, slots=True)
class LockedId:
    """A line of data/ids.lock: an id once published, or one that moved."""

    kind: str  # vendor, model, release
    id: str
    span: Span
    moved_to: str = ""


@dataclass(frozen=True, slots=True)
class Catalog:
    """What no post says: data/*.yaml and data/ids.lock, nearest layer first won."""

    vendors: tuple[Vendor, ...] = ()
    models: tuple[CatalogModel, ...] = ()
    locked: tuple[LockedId, ...] | None = None  # None: the site keeps no lock


@dataclass(frozen=True, slots=True)
class Claim:
    """One value that one place gives for one field of one model."""

    model: str  # id
    field: str
    fact: Fact
    post: PostKey | None = None  # None: from the catalog
    section: int | None = None  # index into the post's sections
    size: str = ""  # name of the size variant that it speaks of

    @property
    def certainty(self) -> Certainty:
        """The fact's."""
        return self.fact.certainty


@dataclass(frozen=True, slots=True)
class Edge:
    """One step of lineage, from child to parent."""

    child: str  # id of a model
    parent: str  # id of a model
    relation: str  # a key of RELATIONS
    inherits: str  # "weights", "data" or "none"
    span: Span


@dataclass(frozen=True, slots=True)
class Coverage:
    """A section of a post that tells of a release."""

    post: PostKey
    section: int  # index into the post's sections
    heading_id: str  # anchor in the page
    path: str
    line: int
    language: str = ""  # of the section, where {lang=…} sets another than the post's


@dataclass(frozen=True, slots=True)
class Mention:
    """A section that names a model without announcing it."""

    model: str
    post: PostKey
    section: int
    heading_id: str  # "" for the part before the first heading


@dataclass(frozen=True, slots=True)
class Release:
    """One event: a model, or several, made public. Its id is its first model's, or `model@event` for a later one."""

    id: str
    names: Names  # to show, by language
    name: str  # as the first post wrote it
    date: PartialDate  # the finest that was given
    vendors: tuple[str, ...]  # ids
    models: tuple[str, ...]  # ids, the first one names the release
    coverage: tuple[Coverage, ...]  # newest post first, then by language order
    event: str = "release"
    status: tuple[str, ...] = ()  # open-beta, preview, …
    importance: int = 2  # 1 minor, 2 usual, 3 major
    tagline: Names = Names()
    summary: Names = Names()  # one line
    claims: tuple[Claim, ...] = ()
    sizes: tuple[Size, ...] = ()
    links: tuple[Link, ...] = ()
    errata: tuple[Erratum, ...] = ()

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of its coverage, each once, in order."""
        return tuple(dict.fromkeys(c.language or c.post.language for c in self.coverage))


@dataclass(frozen=True, slots=True)
class Model:
    """A model, family, product, feature, tool, dataset … that a release, the catalog or a lineage names."""

    id: str
    names: Names
    aliases: tuple[str, ...] = ()
    kind: str = "model"
    family: str = ""  # id of a model; "" when it is in none
    vendors: tuple[str, ...] = ()  # ids
    date: PartialDate | None = None  # of its first release, else the catalog's
    summary: Names = Names()
    releases: tuple[str, ...] = ()  # ids, newest first
    claims: tuple[Claim, ...] = ()  # in display order: per field, the one to show first
    sizes: tuple[Size, ...] = ()
    links: tuple[Link, ...] = ()
    errata: tuple[Erratum, ...] = ()
    parents: tuple[Edge, ...] = ()
    children: tuple[Edge, ...] = ()
    mentions: tuple[Mention, ...] = ()
    span: Span | None = None
    typos: tuple[str, ...] = ()  # known misspellings, as of vendors


@dataclass(frozen=True, slots=True)
class Registry:
    """Everything, indexed. Nobody searches in it."""

    vendors: Mapping[str, Vendor] = field(default_factory=dict)  # published ones by id, sorted by id
    models: Mapping[str, Model] = field(default_factory=dict)  # published ones by id, sorted by id
    releases: Mapping[str, Release] = field(default_factory=dict)  # by id, in timeline order: newest first
    edges: tuple[Edge, ...] = ()
    by_section: Mapping[tuple[PostKey, int], str] = field(default_factory=dict)  # -> release id
    by_vendor: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # vendor id -> release ids, newest first
    models_by_vendor: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    by_family: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # family id -> member model ids
    moved: Mapping[tuple[str, str], str] = field(default_factory=dict)  # (kind, old id) -> new id
