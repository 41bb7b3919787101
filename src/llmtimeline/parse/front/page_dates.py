"""The dates of a page: from its front matter, from its file's name, from git."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, tzinfo

from llmtimeline.parse.config.dates import FROM_GIT, FROM_NAME
from llmtimeline.parse.dates import parse_datetime
from llmtimeline.parse.facts.odd_dates import plain_date
from llmtimeline.parse.front.keys import DATE_KEYS
from llmtimeline.parse.notation.plain import shown
from llmtimeline.parse.notation.reading import Reading
from llmtimeline.parse.notation.typed import Values
from llmtimeline.values.config import Config
from llmtimeline.values.located import Node, Scalar, ScalarKind

_LOOSE_DATE = re.compile(
    r"\s*(\d{4})\s*[-/.年]\s*(\d{1,2})(?:\s*[-/.月]\s*(\d{1,2})\s*日?)?(?:[ T]+(\d{1,2}:\d{2}))?\s*"
)
_DATED_NAME = re.compile(r"(\d{4}-\d{2}-\d{2})(.*)", re.ASCII | re.DOTALL)
_BETWEEN = " -_"  # what may stand between the date and the rest of a name


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What is known of a content file before it is read."""

    name: str = ""  # without language and suffix; of a bundle its folder's
    committed: datetime | None = None  # when its newest commit was written


UNKNOWN = FileFacts()


@dataclass(frozen=True, slots=True)
class PageDates:
    """The dates by lower-cased name, and the rest of a file's name that gave one of them."""

    by_name: Mapping[str, datetime | None] = field(default_factory=dict)
    slug: str = ""

    def __getitem__(self, name: str) -> datetime | None:
        return self.by_name.get(name)


def read_dates(values: Values, config: Config, reading: Reading, file: FileFacts) -> PageDates:
    """Each date from the first of its sources that has a readable one. May add LT107."""
    zone = _zone(config.time_zone)
    sources = {name: config.date_keys.get(name, keys) for name, keys in DATE_KEYS}
    every = dict.fromkeys(key for keys in sources.values() for key in keys)
    named, rest = _from_name(file.name, zone)
    given = {FROM_NAME: named, FROM_GIT: file.committed}
    read = {
        key: given[key] if key in given else _date(_node(values, key, reading), key, zone, reading) for key in every
    }
    chosen = {name: next((key for key in keys if read[key] is not None), "") for name, keys in sources.items()}
    dates = {name: read.get(key) for name, key in chosen.items()}
    return PageDates(dates, rest if FROM_NAME in chosen.values() else "")


def _zone(name: str) -> tzinfo:
    from zoneinfo import ZoneInfo

    return ZoneInfo(name) if name else UTC


def _from_name(name: str, zone: tzinfo) -> tuple[datetime | None, str]:
    """`2024-05-01-post-name` -> the day, `post-name`."""
    found = _DATED_NAME.match(name)
    when = parse_datetime(found[1], zone) if found else None
    return (when, found[2].strip(_BETWEEN)) if found and when else (None, "")


def _node(values: Values, key: str, reading: Reading) -> Node | None:
    """What a key holds; a key that dates pages on this site only was taken as a plain text."""
    written = values.by_key.get(key)
    if isinstance(written, (str, int)) and not isinstance(written, bool) and key in reading.places:
        return Scalar(str(written), reading.places[key])
    return values.node(key)


def _date(node: Node | None, key: str, zone: tzinfo, reading: Reading) -> datetime | None:
    if node is None or (isinstance(node, Scalar) and not node.text):
        return None
    found = parse_datetime(node.text, zone) if isinstance(node, Scalar) else None
    if found is None:
        written = shown(node.text) if isinstance(node, Scalar) else "a list"
        reading.add("LT107", f"`{key}` has no readable date: `{written}`", node.span, _date_hint(key, node))
    return found


def _date_hint(key: str, node: Node) -> str:
    if key == "published" and isinstance(node, Scalar) and node.kind is ScalarKind.BOOLEAN:
        return "`published` is a date; to hide a post write `draft: true`"
    found = _LOOSE_DATE.fullmatch(node.text) if isinstance(node, Scalar) else None
    if found is None:
        meant = plain_date(node.text.strip()) if isinstance(node, Scalar) else None
        is_whole = meant is not None and meant.count("/") == 2
        return (
            f"write {meant.replace('/', '-')}"
            if meant and is_whole
            else "write 2023-09-29 or 2023-09-29T09:54:54+08:00"
        )
    year, month, day, time = found.groups()
    if day is None:
        return f"write the day, too: {year}-{month:0>2}-…"
    try:
        meant = date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return "no calendar has such a day"
    return f"write {meant}T{time:0>5}:00" if time else f"write {meant}"
