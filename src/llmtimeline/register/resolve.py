"""What a heading names: the segments before its date become models, known ones or new ones."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from llmtimeline.register.announcements import Announcement
from llmtimeline.register.identity import NameIndex, alias_key, primary, slug
from llmtimeline.register.newcomers import Newcomer
from llmtimeline.values.facts import BaseRef, Origin, Placed, ReleaseHeading
from llmtimeline.values.registry import CatalogModel

Named = str | Newcomer
"""A model of the catalog by its id, or one that is new."""

_BREAKS = re.compile(r"[\s\-_]+|(?<=[\u3400-\u9fff])(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])(?=[\u3400-\u9fff])")
_MOST_BREAKS = 12


class ModelBook:
    """The catalog's models, and those that headings name and nobody knows, which are noted as they come."""

    def __init__(self, index: NameIndex, models: Mapping[str, CatalogModel]) -> None:
        self.index = index
        self.models = models
        self.newcomers: list[Newcomer] = []
        self._named: dict[str, Newcomer] = {}  # by key of a full name
        self._other: dict[str, Newcomer] = {}  # by key of a name given in passing: (SAM)
        # by translations of a post and anchor: language and models
        self._siblings: dict[tuple[str, str], tuple[str, tuple[Named, ...]]] = {}

    def read(self, announcement: Announcement, vendors: tuple[str, ...]) -> tuple[Named, ...]:
        """The models of a heading, each once, the first one names the release. New ones are noted.

        A block's `id` and `models` win; then an exact name; then the parts of `A/B`; then other names.
        """
        identity = next((block.id for block in announcement.blocks if block.id), None)
        listed = next((block.models for block in announcement.blocks if block.models), ())
        if identity or listed:
            wanted = ((identity,) if identity else ()) + tuple(listed)
            named = tuple(self._by_id(placed, vendors) for placed in wanted)
            headed = named[:1] if identity or len(named) == 1 else ()
        else:
            named = self._by_heading(announcement, vendors)
            headed = named[:1] if len(named) == 1 else ()
        for model in headed:
            if isinstance(model, Newcomer):
                self._note(model.root, announcement)
        self._siblings.setdefault(_anchor(announcement), (announcement.language, named))
        return tuple(dict.fromkeys(m.root if isinstance(m, Newcomer) else m for m in named))

    def find(self, name: str) -> Named | None:
        """The model that an id or a name means."""
        known = self.index.find(name)
        if known:
            return known
        key = alias_key(name)
        found = self._named.get(key) or self._other.get(key)
        return found.root if found else None

    def _by_id(self, placed: Placed, vendors: tuple[str, ...]) -> Named:
        known = self.index.find(placed.text)
        if known:
            return known
        wanted = slug(placed.text)
        newcomer = self._named.get(alias_key(placed.text))
        if newcomer is None or newcomer.root.explicit not in {"", wanted}:
            newcomer = self._create(placed, vendors)
            self._named.setdefault(alias_key(placed.text), newcomer)
        newcomer.root.explicit = wanted
        return newcomer.root

    def _by_heading(self, announcement: Announcement, vendors: tuple[str, ...]) -> tuple[Named, ...]:
        heading = announcement.heading
        forms = tuple(full_names(heading))
        exact = self._exact(forms)
        if exact:
            return (exact,)
        if heading.joined and all(self.index.find(p.text) or _looks_like_a_name(p.text) for p in heading.joined):
            return tuple(self._part(part, announcement, vendors) for part in heading.joined)
        given = self._exact([name for block in announcement.blocks for name in block.names.all()])
        if given:
            return (given,)
        if not heading.tags:
            also = self._exact([placed.text for placed in heading.also])
            if also:
                return (also,)
        passing = self._other.get(alias_key(forms[-1]))
        if passing:
            return (passing.root,)
        language, sibling = self._siblings.get(_anchor(announcement), ("", ()))
        if sibling and language != announcement.language:
            return sibling
        return (self._create(heading.name, vendors),)

    def _exact(self, names: Sequence[str]) -> Named | None:
        for name in names:
            known = self.index.find(name)
            if known:
                return known
        for name in names:
            newcomer = self._named.get(alias_key(name))
            if newcomer:
                return newcomer.root
        return None

    def _part(self, part: Placed, announcement: Announcement, vendors: tuple[str, ...]) -> Named:
        found = self._exact([part.text])
        if found:
            return found
        newcomer = self._create(part, vendors)
        newcomer.write(primary(announcement.language), part.text)
        self._claim(part.text, newcomer)
        return newcomer

    def _create(self, placed: Placed, vendors: tuple[str, ...]) -> Newcomer:
        newcomer = Newcomer(placed, vendors)
        self.newcomers.append(newcomer)
        return newcomer

    def _note(self, newcomer: Newcomer, announcement: Announcement) -> None:
        """Take up what a heading and its blocks call a new model."""
        heading = announcement.heading
        written = tuple(full_names(heading))[-1]
        newcomer.write(primary(announcement.language), written)
        self._claim(written, newcomer)
        for block in announcement.blocks:
            newcomer.root.give(block.names)
            for name in block.names.all():
                self._claim(name, newcomer.root)
        for also in heading.also:
            newcomer.root.others.setdefault(also.text)
            self._other.setdefault(alias_key(also.text), newcomer.root)
        if announcement.event == "feature":
            newcomer.root.kind = "feature"
        self._add_kin(newcomer.root, heading)

    def _claim(self, name: str, newcomer: Newcomer) -> None:
        """Let a full name mean this newcomer. One that meant another newcomer shows that the two are one."""
        holder = self._named.setdefault(alias_key(name), newcomer).root
        if holder is not newcomer.root:
            holder.absorb(newcomer.root)

    def _add_kin(self, newcomer: Newcomer, heading: ReleaseHeading) -> None:
        """Family or product of a new model whose name goes on from a known one, as in `ChatGPT 插件`."""
        if newcomer.bases or newcomer.family:
            return
        base = self.index.find(heading.name.text)
        if heading.tags and base:
            newcomer.kind = newcomer.kind or "version"
            newcomer.bases.append(BaseRef(base, "version", heading.name.span, Origin.HEADING))
            newcomer.family = self.models[base].family
            return
        known = next(filter(None, map(self.index.find, _beginnings(heading.name.text))), None)
        if known is None:
            return
        kin = self.models[known]
        if kin.kind == "product":
            newcomer.bases.append(BaseRef(known, "feature-of", heading.name.span, Origin.HEADING))
        newcomer.family = known if kin.kind == "family" else kin.family


def _anchor(announcement: Announcement) -> tuple[str, str]:
    """The same for a section and its translations where `{#id}` ties them; else the section's alone."""
    heading = announcement.section.heading
    return announcement.group, heading.id if heading and heading.id else f" {announcement.age}"


def full_names(heading: ReleaseHeading) -> Iterator[str]:
    """The whole name in every way that a catalog may have it, the most telling first, the plain one last."""
    name = "/".join(part.text for part in heading.joined) or heading.name.text
    if heading.tags:
        yield f"{name} {' '.join(heading.tags)}"
        return
    for also in heading.also:
        yield f"{name} - {also.text}"
        yield f"{name}({also.text})"
    yield name


def _looks_like_a_name(text: str) -> bool:
    """`GPT-3.5` and `Claude` do; `13B`, `插件` and `instant` do not."""
    letters = sum(c.isalpha() and c.isascii() for c in text)
    return letters >= 2 and len(text) >= 3 and (text[0].isupper() or (text[0].isalpha() and text[-1].isdigit()))


def _beginnings(name: str) -> Iterator[str]:
    """What stands before each break of a name, the longest first."""
    ends = [found.start() for found in _BREAKS.finditer(name[:200]) if found.start()]
    return (name[:end] for end in reversed(ends[:_MOST_BREAKS]))
