"""All headings read: who and what each of them names, and which names the catalog does not have."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from llmtimeline.register.announcements import Announcement, find_announcements
from llmtimeline.register.identity import alias_key, index_names, primary
from llmtimeline.register.lineage import Lookup, find_model
from llmtimeline.register.models import Aside
from llmtimeline.register.near import NearNames
from llmtimeline.register.newcomers import Newcomer, settle
from llmtimeline.register.releases import Meaning, unite_names
from llmtimeline.register.resolve import ModelBook, Named
from llmtimeline.register.vendors import VendorBook
from llmtimeline.values.config import Config
from llmtimeline.values.diagnostics import Diagnostic
from llmtimeline.values.names import Names
from llmtimeline.values.posts import Post
from llmtimeline.values.registry import Catalog, Vendor


@dataclass(frozen=True, slots=True)
class Reading:
    """What the headings of all posts mean."""

    announcements: tuple[Announcement, ...]  # oldest post first
    meanings: Mapping[int, Meaning]  # by age
    new: Mapping[int, tuple[Newcomer, ...]]  # by age: models that the catalog lacks
    newcomers: Mapping[str, Newcomer]  # by id
    vendors: Mapping[str, Vendor]  # the catalog's and the unknown ones, by id
    names: Mapping[str, Names]  # of all models, by id
    languages: tuple[str, ...]  # primary subtags, in the site's order
    locked: frozenset[str]  # ids of models once published
    model_book: ModelBook
    vendor_book: VendorBook
    lookup: Lookup


def read_headings(posts: Sequence[Post], catalog: Catalog, config: Config, found: list[Diagnostic]) -> Reading:
    """Everything about identity, from posts in any order.

    May add LT301, LT306, LT308, LT313 and LT315.
    """
    known_vendors, known_models = index_names(catalog.vendors), index_names(catalog.models)
    found += (*known_vendors.diagnostics, *known_models.diagnostics)
    vendor_book = VendorBook(known_vendors.value)
    model_book = ModelBook(known_models.value, {model.id: model for model in catalog.models})
    announcements = find_announcements(posts, config, found)
    whos = []
    named: list[tuple[Named, ...]] = []
    for announcement in announcements:
        given = next((block.vendors for block in announcement.blocks if block.vendors), ())
        who = vendor_book.read(announcement.heading.after, given, found)
        whos.append(who)
        named.append(model_book.read(announcement, who.vendors))
    locked = frozenset(line.id for line in catalog.locked or () if line.kind == "model" and not line.moved_to)
    settle(model_book.newcomers, model_book.models, locked)
    meanings = {
        announcement.age: Meaning(who, tuple(dict.fromkeys(_id(model) for model in models)))
        for announcement, who, models in zip(announcements, whos, named, strict=True)
    }
    new = {
        announcement.age: tuple(dict.fromkeys(model.root for model in models if isinstance(model, Newcomer)))
        for announcement, models in zip(announcements, named, strict=True)
    }
    newcomers = {newcomer.id: newcomer for newcomer in model_book.newcomers if newcomer.root is newcomer}
    languages = tuple(dict.fromkeys(primary(language.key) for language in config.languages))
    return Reading(
        announcements=announcements,
        meanings=meanings,
        new=new,
        newcomers=newcomers,
        vendors={vendor.id: vendor for vendor in (*vendor_book.unknown.values(), *catalog.vendors)},
        names=_names(catalog, newcomers, announcements, meanings, languages),
        languages=languages,
        locked=locked,
        model_book=model_book,
        vendor_book=vendor_book,
        lookup=_lookup(model_book, vendor_book, newcomers),
    )


def _id(model: Named) -> str:
    return model.root.id if isinstance(model, Newcomer) else model


def _names(
    catalog: Catalog,
    newcomers: Mapping[str, Newcomer],
    announcements: Sequence[Announcement],
    meanings: Mapping[int, Meaning],
    languages: tuple[str, ...],
) -> dict[str, Names]:
    """A model's names: the catalog's, else those that blocks and headings give."""
    given: dict[str, list[Names]] = {}
    for announcement in announcements:
        models = meanings[announcement.age].models
        if len(models) == 1:
            given.setdefault(models[0], []).extend(block.names for block in announcement.blocks)
    names = {identity: newcomer.names(languages) for identity, newcomer in newcomers.items()}
    for model in catalog.models:
        own = model.names if model.names.by_language else Names((("", model.id),))
        names[model.id] = unite_names([own, *given.get(model.id, ())], languages)
    return names


def _lookup(models: ModelBook, vendors: VendorBook, newcomers: Mapping[str, Newcomer]) -> Lookup:
    shown = {**{alias_key(newcomer.label): newcomer.label for newcomer in newcomers.values()}, **models.index.shown}
    near = NearNames(shown)

    def model(name: str) -> str | None:
        if name in newcomers:
            return name
        known = models.find(name)
        return None if known is None else _id(known)

    def near_models(name: str) -> tuple[str, ...]:
        key = alias_key(name)
        meant = models.index.typos.get(key)
        return (models.index.labels[meant],) if meant else tuple(shown[known] for known in near.nearest(key))

    return Lookup(model, vendors.find, near_models, vendors.nearest)


def find_asides(posts: Sequence[Post], lookup: Lookup, found: list[Diagnostic]) -> dict[str, list[Aside]]:
    """Blocks about other models than their heading's, by id of the model, in the order of the posts. May add LT309."""
    asides: dict[str, list[Aside]] = {}
    for post in posts:
        for index, section in enumerate(post.body.sections):
            for block in section.blocks:
                if block.about is None:
                    continue
                model = find_model(lookup, block.about.text, block.about.span, found)
                if model is not None:
                    asides.setdefault(model, []).append(Aside(model, block, post.key, index))
    return asides
