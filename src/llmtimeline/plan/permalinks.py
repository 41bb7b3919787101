"""The patterns of `permalinks:` and of `url:`, such as `/:year/:month/:slug/`."""

from __future__ import annotations

import re
from collections.abc import Callable

from llmtimeline.plan.sanitise import PathRules
from llmtimeline.values.posts import Post

_TOKEN = re.compile(r":([a-z]+)")
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


def expand_pattern(pattern: str, post: Post, sections: str, rules: PathRules) -> str:
    """The pattern with its tokens filled for one post. `sections` is the path of the section that the post is in.

    A token that nobody knows stays; its colon is then reported with the address. An undated post counts as of
    0001-01-01, as in Hugo.
    """

    def fill(token: re.Match[str]) -> str:
        known = _TOKENS.get(token[1])
        return known(post, sections, rules) if known else token[0]

    return _TOKEN.sub(fill, pattern)


def content_name(post: Post) -> str:
    """The name of the file, or of the folder of a bundle, without language and suffix."""
    return post.key.id.rpartition("/")[2]


def _date(post: Post) -> tuple[int, int, int]:
    date = post.front.date
    return (date.year, date.month, date.day) if date else (1, 1, 1)


def _weekday(post: Post) -> int:
    return post.front.date.weekday() if post.front.date else 0


def _year_day(post: Post) -> int:
    return post.front.date.timetuple().tm_yday if post.front.date else 1


def _file(post: Post, rules: PathRules) -> str:
    # Hugo takes the name for a URL here: "+" is a space, and "#" begins a fragment (`c++&c#.md` gives `c-c`).
    return rules.path(content_name(post).replace("+", " ").partition("#")[0])


def _slug(post: Post, rules: PathRules) -> str:
    return rules.path(post.front.slug) if post.front.slug else ""


_TOKENS: dict[str, Callable[[Post, str, PathRules], str]] = {
    "year": lambda post, _, __: str(_date(post)[0]),
    "month": lambda post, _, __: f"{_date(post)[1]:02d}",
    "monthname": lambda post, _, rules: rules.path(_MONTHS[_date(post)[1] - 1]),
    "day": lambda post, _, __: f"{_date(post)[2]:02d}",
    "weekday": lambda post, _, __: str((_weekday(post) + 1) % 7),  # Sunday is 0
    "weekdayname": lambda post, _, rules: rules.path(_WEEKDAYS[_weekday(post)]),
    "yearday": lambda post, _, __: str(_year_day(post)),
    "section": lambda _, sections, __: sections.partition("/")[0],
    "sections": lambda _, sections, __: sections,
    "sectionslug": lambda _, sections, __: sections.partition("/")[0],
    "sectionslugs": lambda _, sections, __: sections,
    "title": lambda post, _, rules: rules.path(post.front.title),
    "slug": lambda post, _, rules: _slug(post, rules) or rules.path(post.front.title),
    "slugorfilename": lambda post, _, rules: _slug(post, rules) or _file(post, rules),
    "slugorcontentbasename": lambda post, _, rules: _slug(post, rules) or _file(post, rules),
    "filename": lambda post, _, rules: _file(post, rules),
    "contentbasename": lambda post, _, rules: _file(post, rules),
}
