"""Which sections speak of a model without announcing it, and which misspell a name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from llmtimeline.register.announcements import Announcement
from llmtimeline.register.identity import NameIndex, alias_key
from llmtimeline.register.near import NearNames
from llmtimeline.register.newcomers import Newcomer
from llmtimeline.register.scanner import Scanner
from llmtimeline.register.vendors import typing_error
from llmtimeline.values.diagnostics import Diagnostic, diagnose
from llmtimeline.values.facts import Placed
from llmtimeline.values.places import Span
from llmtimeline.values.posts import Node, Post, PostKey, Section
from llmtimeline.values.registry import CatalogModel, Mention


def find_mentions(
    posts: Iterable[Post],
    scanner: Scanner,
    announced: Mapping[tuple[PostKey, int], tuple[str, ...]],
    found: list[Diagnostic],
) -> dict[str, tuple[Mention, ...]]:
    """By id of the model, in the order of `posts`; a section counts once for a model.

    An `_index.md` introduces a list or a model's own page; what it names is no news of it.
    Adds LT313 to `found` for misspellings that the catalog lists.
    """
    mentions: dict[str, list[Mention]] = {}
    for post in posts:
        for index, section in enumerate(post.body.sections):
            own = announced.get((post.key, index), ())
            anchor = section.heading.id if section.heading else ""
            seen: set[tuple[str, bool]] = set()
            for text in _texts(section):
                for name in scanner.scan(text):
                    if (name.meant, name.typo) in seen:
                        continue
                    seen.add((name.meant, name.typo))
                    if name.typo:
                        found.append(_misspelling(text[name.start : name.end], name.meant, post, section))
                    elif name.meant not in own and post.node is not Node.BRANCH:
                        mentions.setdefault(name.meant, []).append(Mention(name.meant, post.key, index, anchor))
    return {model: tuple(found_here) for model, found_here in mentions.items()}


def _texts(section: Section) -> Iterable[str]:
    """What is scanned: of a release's heading only the tagline."""
    if section.release is not None:
        yield from (placed.text for placed in section.release.tagline)
    elif section.heading is not None:
        yield section.heading.text
    yield section.text


def _misspelling(written: str, meant: str, post: Post, section: Section) -> Diagnostic:
    place = section.heading.span if section.heading else Span(post.path, section.first_line)
    return diagnose(
        "LT313",
        f"`{written}` in this section is probably a typing error",
        place,
        hint=f"did you mean `{meant}`?",
    )


def check_heading_names(
    announcements: Sequence[Announcement],
    *,
    new: Mapping[int, Sequence[Newcomer]],
    index: NameIndex,
    catalog: Mapping[str, CatalogModel],
    scanner: Scanner,
    locked: frozenset[str],
    found: list[Diagnostic],
) -> None:
    """LT313 for names in headings that the catalog lists as wrong, or new ones one or two letters off a known name.

    `new` holds the new models of each announcement, by age. A near name is no slip when another vendor released it,
    when a block gives it an id, nor once that id is locked.
    """
    near = NearNames(index.shown)
    for announcement in announcements:
        placed = announcement.heading.name
        listed = next((name for name in scanner.scan(placed.text) if name.typo), None)
        if listed:
            written = placed.text[listed.start : listed.end]
            span = placed.span.shifted(listed.start, listed.end - listed.start)
            found.append(typing_error(Placed(written, span), listed.meant, "data/models.yaml"))
            continue
        for newcomer in new.get(announcement.age, ()):
            if newcomer.explicit or newcomer.id in locked:
                continue
            for name in announcement.heading.joined or (placed,):
                slip = next(iter(near.slip(alias_key(name.text))), None)
                if slip and _may_be_meant(catalog[index.by_key[slip]], newcomer):
                    found.append(typing_error(name, index.shown[slip], "data/models.yaml"))


def _may_be_meant(model: CatalogModel, newcomer: Newcomer) -> bool:
    return not model.vendors or not newcomer.vendors or not set(model.vendors).isdisjoint(newcomer.vendors)
