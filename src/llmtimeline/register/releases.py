"""One release out of all headings and blocks that tell of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from llmtimeline.register.announcements import Announcement
from llmtimeline.register.claims import Ranks, in_display_order
from llmtimeline.register.identity import alias_key, has_cjk, in_language_order, primary
from llmtimeline.register.merge import Happening
from llmtimeline.register.vendors import Who
from llmtimeline.values.diagnostics import Diagnostic, diagnose
from llmtimeline.values.facts import Erratum, Fact, Link, Origin, Placed, ReleaseBlock, Size, each_address_once
from llmtimeline.values.names import Names
from llmtimeline.values.posts import PostKey
from llmtimeline.values.registry import Claim, Release
from llmtimeline.values.statuses import status_of


@dataclass(frozen=True, slots=True)
class Meaning:
    """Who and what an announcement turned out to name."""

    who: Who
    models: tuple[str, ...]  # ids


@dataclass(frozen=True, slots=True)
class Known:
    """What stands fixed before releases are made."""

    meanings: Mapping[int, Meaning]  # by age of the announcement
    names: Mapping[str, Names]  # of models, by id
    vendors: Mapping[str, tuple[str, ...]]  # of models, as the catalog has them, by id
    languages: tuple[str, ...]  # primary subtags, in the site's order
    ranks: Ranks


def make_release(happening: Happening, known: Known, fallback: tuple[str, ...], found: list[Diagnostic]) -> Release:
    """The release. `fallback` are the vendors to assume where no heading names one; without any, LT304."""
    oldest = happening.told
    newest = sorted(oldest, key=lambda told: told.rank)
    blocks = [block for told in newest for block in told.blocks]
    models = tuple(dict.fromkeys(model for told in oldest for model in known.meanings[told.age].models))
    vendors = _vendors(oldest, known) or known.vendors.get(models[0], ()) or fallback
    if not vendors:
        found.append(_no_vendor(oldest[0]))
    claims = [claim for told in oldest for claim in claims_of(told, models)]
    return Release(
        id=happening.id,
        names=_names(oldest, models, known),
        name=written_name(oldest[0], len(models)),
        date=happening.date,
        vendors=vendors,
        models=models,
        coverage=tuple(told.coverage for told in newest),
        event=happening.event or "release",
        status=_statuses(oldest, known),
        importance=next((block.importance for block in blocks if block.importance is not None), 2),
        tagline=_taglines(oldest, known.languages),
        summary=unite_names((block.summary for block in blocks), known.languages),
        claims=in_display_order(claims, known.ranks),
        sizes=unite_sizes([_all_sizes(told) for told in newest]),
        links=_links(newest),
        errata=unite_errata(block.errata for block in blocks),
    )


def written_name(announcement: Announcement, models: int = 1) -> str:
    """The name as the heading has it; of `A/B` that joins several models, the first part."""
    heading = announcement.heading
    parts = [part.text for part in heading.joined[: 1 if models > 1 else None]]
    name = "/".join(parts) or heading.name.text
    return f"{name} ({', '.join(heading.tags)})" if heading.tags else name


def claims_of(told: Announcement, models: Sequence[str]) -> list[Claim]:
    """What a heading and its blocks say: the date of every model, everything else of the first one."""
    heading = told.heading
    date = Fact("date", heading.date, heading.date_text or heading.date.edtf(), heading.date_span, Origin.HEADING)
    dates = [date, *(fact for block in told.blocks if (fact := _date_fact(block)))]
    claims = [Claim(model, "date", fact, told.post.key, told.index) for model in models for fact in dates]
    for block in told.blocks:
        claims += block_claims(block, models[0], told.post.key, told.index)
    return claims


def _date_fact(block: ReleaseBlock) -> Fact | None:
    if block.date is None:
        return None
    return Fact("date", block.date, block.date.edtf(), block.date_span or block.span, block.origin)


def block_claims(block: ReleaseBlock, model: str, post: PostKey, section: int) -> list[Claim]:
    """The facts of one block and of its sizes."""
    claims = [Claim(model, fact.field, fact, post, section) for fact in block.facts]
    for size in block.sizes:
        claims += (Claim(model, fact.field, fact, post, section, size.name) for fact in size.facts)
    return claims


def _vendors(told: Iterable[Announcement], known: Known) -> tuple[str, ...]:
    """Those that blocks name, else those of the headings."""
    whos = [known.meanings[one.age].who for one in told]
    chosen = [who for who in whos if who.by_block] or whos
    return tuple(dict.fromkeys(vendor for who in chosen for vendor in who.vendors))


def _statuses(told: Iterable[Announcement], known: Known) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for one in told:
        for block in one.blocks:
            found.update((status_of(word) or word, None) for word in block.status)
        found.update((status, None) for status in known.meanings[one.age].who.statuses)
    return tuple(found)


def _no_vendor(told: Announcement) -> Diagnostic:
    return diagnose(
        "LT304",
        f"`{written_name(told)}` names no vendor",
        told.heading.name.span,
        hint="add the vendor after the date: `, OpenAI`",
    )


def _names(told: Sequence[Announcement], models: Sequence[str], known: Known) -> Names:
    """By language: a block's, else those of the models; of several models that no slash joins, the headings'."""
    given = unite_names((block.names for one in told for block in one.blocks), known.languages).by_language
    if len(models) == 1:
        return unite_names([Names(given), known.names[models[0]]], known.languages)
    if any(one.heading.joined for one in told):
        joined = ((lang, " / ".join(known.names[model].of(lang) for model in models)) for lang in known.languages)
        return unite_names([Names(given), Names(tuple(joined))], known.languages)
    written = tuple((primary(one.language), written_name(one)) for one in told)
    return unite_names([Names(given), Names(written)], known.languages)


def unite_names(several: Iterable[Names], languages: Sequence[str]) -> Names:
    """The first name of each language, in the order of the site's languages."""
    found: dict[str, str] = {}
    for names in several:
        for language, name in names.by_language:
            if name:
                found.setdefault(language, name)
    return in_language_order(found, languages)


def _taglines(told: Iterable[Announcement], languages: Sequence[str]) -> Names:
    written = ((primary(one.language), _joined(one.heading.tagline)) for one in told)
    return unite_names([Names(tuple(written))], languages)


def _joined(segments: Sequence[Placed]) -> str:
    """Segments as one text again, with the comma that their script takes."""
    text = ""
    for segment in segments:
        if text:
            text += "，" if has_cjk(text[-1] + segment.text[:1]) or text[-1] in "）」》】" else ", "
        text += segment.text
    return text


def _all_sizes(told: Announcement) -> tuple[Size, ...]:
    return (*(size for block in told.blocks for size in block.sizes), *(Size(name) for name in told.heading.sizes))


def unite_sizes(several: Iterable[Sequence[Size]]) -> tuple[Size, ...]:
    """Each size once, in the order met, with all its facts and links."""
    found: dict[str, Size] = {}
    for sizes in several:
        for size in sizes:
            key = alias_key(size.name)
            known = found.get(key)
            if known is None:
                found[key] = size
            else:
                facts = tuple(dict.fromkeys((*known.facts, *size.facts)))
                found[key] = replace(known, facts=facts, links=each_address_once((*known.links, *size.links)))
    return tuple(found.values())


def _links(newest: Sequence[Announcement]) -> tuple[Link, ...]:
    """In the order of the sections; a block's word on an address wins over what its host and the prose say of it."""
    by_section = [(told.section.links, [link for block in told.blocks for link in block.links]) for told in newest]
    given = [link for _, links in by_section for link in links]
    written = [link for links, _ in by_section for link in links]
    chosen = {link.url: link for link in each_address_once((*given, *written))}
    order = dict.fromkeys(link.url for prose, block in by_section for link in (*prose, *block))
    return tuple(chosen[url] for url in order)


def unite_errata(several: Iterable[Iterable[Erratum]]) -> tuple[Erratum, ...]:
    """Each correction once, also where two languages give it."""
    found: dict[tuple[object, ...], Erratum] = {}
    for errata in several:
        for erratum in errata:
            found.setdefault((erratum.date, erratum.field, erratum.was), erratum)
    return tuple(found.values())
