"""Which headings tell of one release: the same model, dates that agree, the same event."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from llmtimeline.register.announcements import Announcement
from llmtimeline.values.dates import PartialDate, Precision
from llmtimeline.values.diagnostics import Diagnostic, Related, diagnose
from llmtimeline.values.facts import EVENTS

_FINENESS = {Precision.DAY: 0, Precision.MONTH: 1, Precision.YEAR: 2}
_FIRST_EVENTS = frozenset({"release", "announce", "open-weights", "api"})  # what may be another word for the release


@dataclass(frozen=True, slots=True)
class Happening:
    """One event of one model, with every heading that tells of it, oldest post first."""

    id: str
    date: PartialDate
    event: str  # "" when no block says one
    told: tuple[Announcement, ...]


@dataclass(frozen=True, slots=True)
class _Told:
    """A heading with the date and the event under which it is compared; a translation borrows both."""

    by: Announcement
    date: PartialDate
    event: str


@dataclass(frozen=True, slots=True)
class _Cluster:
    date: PartialDate
    event: str
    told: tuple[_Told, ...]


def merge_happenings(
    model: str, announcements: Sequence[Announcement], taken: set[str], found: list[Diagnostic]
) -> tuple[Happening, ...]:
    """The events of one model, earliest first: the first has the model's id, later ones `model@event` or `model@date`.

    `announcements` are all of the model's, oldest post first. Ids are added to `taken`. May add LT307 and LT320.
    """
    if len(announcements) == 1:
        only = announcements[0]
        return (Happening(_free(model, "", taken), only.date, only.event, (only,)),)
    told = _as_translated(_with_events(announcements), found)
    by_event: dict[str, list[_Told]] = {}
    for one in told:
        by_event.setdefault("" if one.event == "release" else one.event, []).append(one)
    clusters = [c for event, some in sorted(by_event.items()) for c in _agreeing(some, event)]
    clusters = sorted(_without_doubles(clusters), key=_when)
    happenings: list[Happening] = []
    for cluster in clusters:
        told_by = tuple(sorted((one.by for one in cluster.told), key=lambda a: a.age))
        event = cluster.event or next((one.event for one in cluster.told if one.event), "")
        mark = "" if not happenings else (event or _plain(cluster.date))
        identity = _free(model, mark, taken, _plain(cluster.date))
        happenings.append(Happening(identity, cluster.date, event, told_by))
    _warn_of_two_dates(happenings, found)
    for happening in happenings:
        _warn_of_doubles(happening, found)
    return tuple(happenings)


def _with_events(announcements: Sequence[Announcement]) -> tuple[_Told, ...]:
    """A translation without a block tells of the event that its original's block names."""
    groups: dict[str, list[Announcement]] = {}
    for announcement in announcements:
        groups.setdefault(announcement.group, []).append(announcement)
    told = []
    for announcement in announcements:
        event = announcement.event or _borrowed_event(announcement, groups[announcement.group])
        told.append(_Told(announcement, announcement.date, event))
    return tuple(told)


def _borrowed_event(announcement: Announcement, group: Sequence[Announcement]) -> str:
    others = [a for a in group if a.language != announcement.language]
    if not others:
        return ""
    same_day = {a.event for a in others if a.date == announcement.date}
    if len(same_day) == 1:
        return same_day.pop()
    alone = sum(a.language == announcement.language for a in group) == 1
    events = {a.event for a in others}
    return events.pop() if alone and len(events) == 1 else ""


def _as_translated(told: Sequence[_Told], found: list[Diagnostic]) -> tuple[_Told, ...]:
    """Translations stay one release even where their dates differ: the first language's counts, and LT307 tells."""
    groups: dict[tuple[str, str], list[_Told]] = {}
    for one in told:
        groups.setdefault((one.by.group, one.event), []).append(one)
    borrowed: dict[int, PartialDate] = {}
    for group in groups.values():
        if len(group) < 2 or len({one.by.language for one in group}) < len(group):
            continue
        head = min(group, key=lambda one: one.by.rank)
        for one in group:
            if not head.date.agrees_with(one.date):
                borrowed[one.by.age] = head.date
                found.append(_translated_date(one.by, head.by))
    return tuple(replace(one, date=borrowed.get(one.by.age, one.date)) for one in told)


def _agreeing(told: Iterable[_Told], event: str) -> list[_Cluster]:
    """Days first; a month joins the earliest day within it, a year the earliest of its months and days."""
    clusters: list[list[_Told]] = []
    by_stretch: dict[tuple[int, ...], list[_Told]] = {}
    for one in sorted(told, key=lambda one: (_FINENESS[one.date.precision], _when_date(one.date), one.by.age)):
        stretches = _stretches(one.date)
        cluster = by_stretch.get(stretches[0])
        if cluster is None:
            cluster = []
            clusters.append(cluster)
        cluster.append(one)
        for stretch in stretches:
            by_stretch.setdefault(stretch, cluster)
    return [_Cluster(_finest(cluster), event, tuple(cluster)) for cluster in clusters]


def _stretches(date: PartialDate) -> tuple[tuple[int, ...], ...]:
    """The date itself, then the month and the year that it lies in."""
    parts = tuple(part for part in (date.year, date.month, date.day) if part is not None)
    return tuple(parts[:length] for length in range(len(parts), 0, -1))


def _finest(told: Sequence[_Told]) -> PartialDate:
    """The finest date; of equally fine ones the surest."""
    return min(
        (one.date for one in told),
        key=lambda date: (_FINENESS[date.precision], date.approximate + date.uncertain, date.edtf()),
    )


def _without_doubles(clusters: Sequence[_Cluster]) -> list[_Cluster]:
    """A heading without an event joins the named event of its date, unless one post tells of both."""
    named = [c for c in clusters if c.event]
    plain = [c for c in clusters if not c.event]
    by_date: dict[tuple[int, ...], list[int]] = {}  # places in `named`
    by_stretch: dict[tuple[int, ...], list[int]] = {}
    for place, other in enumerate(named):
        own, *around = _stretches(other.date)
        by_date.setdefault(own, []).append(place)
        for stretch in around:
            by_stretch.setdefault(stretch, []).append(place)
    for here, cluster in enumerate(plain):
        if any(one.event for one in cluster.told):
            continue
        posts = {(one.by.post.key, one.by.language) for one in cluster.told}
        stretches = _stretches(cluster.date)
        near = [
            *(place for stretch in stretches for place in by_date.get(stretch, ())),
            *by_stretch.get(stretches[0], ()),
        ]
        fitting = [
            place
            for place in near
            if _may_be_one(cluster.date, named[place])
            and posts.isdisjoint((one.by.post.key, one.by.language) for one in named[place].told)
        ]
        if len(fitting) == 1:
            other = named[fitting[0]]
            united = (*other.told, *cluster.told)
            named[fitting[0]] = _Cluster(_finest(united), other.event, united)
            plain[here] = replace(cluster, told=())
    return [*named, *(c for c in plain if c.told)]


def _may_be_one(date: PartialDate, other: _Cluster) -> bool:
    if other.event in _FIRST_EVENTS:
        return date.agrees_with(other.date)
    return date == other.date and date.precision is Precision.DAY


def _when_date(date: PartialDate) -> tuple[int, int, int]:
    first = date.first_day()
    return first.year, first.month, first.day


def _when(cluster: _Cluster) -> tuple[tuple[int, int, int], int, str, int]:
    event = cluster.event or "release"
    place = EVENTS.index(event) if event in EVENTS else len(EVENTS)
    return _when_date(cluster.date), place, event, min(one.by.age for one in cluster.told)


def _plain(date: PartialDate) -> str:
    return replace(date, approximate=False, uncertain=False).edtf()


def _free(model: str, mark: str, taken: set[str], fallback: str = "") -> str:
    """An id that nothing has: with the mark, else the date, else a number."""
    identity = f"{model}@{mark}" if mark else model
    if identity in taken and fallback:
        identity = f"{model}@{fallback}"
    base, number = identity, 1
    while identity in taken:
        number += 1
        identity = f"{base}-{number}"
    taken.add(identity)
    return identity


def _warn_of_two_dates(happenings: Sequence[Happening], found: list[Diagnostic]) -> None:
    """LT307 for every later event that no block names."""
    unnamed = [happening for happening in happenings if not happening.event]
    for later in unnamed[1:]:
        first = unnamed[0].told[0]
        here = later.told[0]
        place = f"{first.post.path}:{first.heading.date_span.line}"
        found.append(
            diagnose(
                "LT307",
                f"`{here.heading.name.text}` is dated {later.date.edtf()} here and {unnamed[0].date.edtf()} at {place}",
                here.heading.date_span,
                hint="fix the date, or say `event: update` in its block",
                related=(Related(first.heading.date_span, f"{unnamed[0].date.edtf()} is said here"),),
            )
        )


def _translated_date(here: Announcement, head: Announcement) -> Diagnostic:
    return diagnose(
        "LT307",
        f"`{here.heading.name.text}` is dated {here.date.edtf()} here and {head.date.edtf()} in the other language",
        here.heading.date_span,
        hint="translations of one section need one date",
        related=(Related(head.heading.date_span, f"{head.date.edtf()} is said here"),),
    )


def _warn_of_doubles(happening: Happening, found: list[Diagnostic]) -> None:
    """LT320 where one post tells of one release twice in one language."""
    first: dict[object, Announcement] = {}
    for told in sorted(happening.told, key=lambda a: (a.post.path, a.index)):
        other = first.setdefault((told.post.key, told.language), told)
        if other is not told:
            found.append(
                diagnose(
                    "LT320",
                    f"`{told.heading.name.text}` is announced twice in this post",
                    told.heading.name.span,
                    hint="join the two sections, or say in a block which `event:` the second one is",
                    related=(Related(other.heading.name.span, "the first one is here"),),
                )
            )


def group_by_model(
    announcements: Iterable[Announcement], models: Mapping[int, tuple[str, ...]]
) -> dict[str, list[Announcement]]:
    """Announcements by the first of their models (`models` is by age), each list oldest post first."""
    grouped: dict[str, list[Announcement]] = {}
    for announcement in announcements:
        grouped.setdefault(models[announcement.age][0], []).append(announcement)
    return grouped
