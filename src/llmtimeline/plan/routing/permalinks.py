"""The patterns of `permalinks:` and of `url:`, such as `/:year/:month/:slug/`."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from llmtimeline.plan.routing.sanitise import PathRules
from llmtimeline.values.posts import Post

_TOKEN = re.compile(r":([a-z]+)(\[[^\]/]*\])?")
_SLICE = re.compile(r"\[(?:(\d+|last)|(\d+|last)?:(\d+|last)?)\]")
_PLUS = re.compile(r"-?\++-?")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class Subject:
    """What the tokens of a pattern speak of: a post, a section, a term or a taxonomy."""

    title: str
    name: str  # of the file, or of the folder of a bundle, section or term; without language and suffix
    slug: str = ""
    date: datetime | None = None
    sections: tuple[str, ...] = ()  # the sections that it is in, as in addresses, the first folder first
    section_slugs: tuple[str, ...] = ()  # the same, each by the `slug` of its own file where it has one


def subject_of(post: Post, sections: tuple[str, ...], section_slugs: tuple[str, ...] = ()) -> Subject:
    """A post, or the `_index.md` of a section or term, as the subject of a pattern."""
    front = post.front
    return Subject(front.title, content_name(post), front.slug, front.date, sections, section_slugs or sections)


def expand_pattern(pattern: str, subject: Subject, rules: PathRules) -> str:
    """The pattern with its tokens filled.

    A token that nobody knows stays; its colon is then reported with the address. What has no date counts as of
    0001-01-01, as in Hugo.
    """

    def fill(token: re.Match[str]) -> str:
        name, cut = token[1], token[2]
        if name in _LISTS:
            parts = _cut(_LISTS[name](subject), cut) if cut else _LISTS[name](subject)
            return token[0] if parts is None else "/".join(parts)
        known = _TOKENS.get(name)
        return known(subject, rules) + (cut or "") if known else token[0]

    return _TOKEN.sub(fill, pattern)


def content_name(post: Post) -> str:
    """The name of the file, or of the folder of a bundle, without language and suffix."""
    return post.key.id.rpartition("/")[2]


def _cut(parts: tuple[str, ...], written: str) -> tuple[str, ...] | None:
    """Some of the sections: `[0]`, `[last]`, `[1:]`, `[:last]`, `[1:3]`. None when it is none of these."""
    found = _SLICE.fullmatch(written)
    if found is None:
        return None

    def place(word: str | None, default: int) -> int:
        if word is None:
            return default
        return max(0, len(parts) - 1) if word == "last" else int(word)

    if found[1] is not None:
        at = place(found[1], 0)
        return parts[at : at + 1]
    return parts[place(found[2], 0) : place(found[3], len(parts))]


def _date(subject: Subject) -> tuple[int, int, int]:
    return (subject.date.year, subject.date.month, subject.date.day) if subject.date else (1, 1, 1)


def _weekday(subject: Subject) -> int:
    return subject.date.weekday() if subject.date else 0


def _year_day(subject: Subject) -> int:
    return subject.date.timetuple().tm_yday if subject.date else 1


def _as_url(name: str, rules: PathRules) -> str:
    # Hugo takes a name for a URL here: "+" is a space, and "#" at the end an empty fragment (`c++&c#` gives `c-c`).
    return _PLUS.sub("-", rules.path(name).removesuffix("#"))


def _file(subject: Subject, rules: PathRules) -> str:
    return _as_url(subject.name, rules)


def _title(subject: Subject, rules: PathRules) -> str:
    return _as_url(subject.title, rules)


def _slug(subject: Subject, rules: PathRules) -> str:
    return _as_url(subject.slug, rules) if subject.slug else ""


_LISTS: dict[str, Callable[[Subject], tuple[str, ...]]] = {
    "sections": lambda subject: subject.sections,
    "sectionslugs": lambda subject: subject.section_slugs,
}
_TOKENS: dict[str, Callable[[Subject, PathRules], str]] = {
    "year": lambda subject, _: str(_date(subject)[0]),
    "month": lambda subject, _: f"{_date(subject)[1]:02d}",
    "monthname": lambda subject, rules: rules.path(_MONTHS[_date(subject)[1] - 1]),
    "day": lambda subject, _: f"{_date(subject)[2]:02d}",
    "weekday": lambda subject, _: str((_weekday(subject) + 1) % 7),  # Sunday is 0
    "weekdayname": lambda subject, rules: rules.path(_WEEKDAYS[_weekday(subject)]),
    "yearday": lambda subject, _: str(_year_day(subject)),
    "section": lambda subject, _: "".join(subject.sections[:1]),
    "sectionslug": lambda subject, _: "".join(subject.section_slugs[:1]),
    "title": _title,
    "slug": lambda subject, rules: _slug(subject, rules) or _title(subject, rules),
    "slugorfilename": lambda subject, rules: _slug(subject, rules) or _file(subject, rules),
    "slugorcontentbasename": lambda subject, rules: _slug(subject, rules) or _file(subject, rules),
    "filename": _file,
    "contentbasename": _file,
}
