"""`sitemap` of a config and of front matter."""

from __future__ import annotations

import re
from collections.abc import Mapping

from llmtimeline.parse.notation.reading import Reading
from llmtimeline.parse.notation.typed import Effect, Field, Kind, Table, Values
from llmtimeline.values.sitemap import CHANGE_FREQUENCIES, SitemapSettings

_FILE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,80}\.xml")
_USUAL = SitemapSettings()

_SHARED = (
    Field("changeFreq", Kind.TEXT, "how often pages change", words=(*CHANGE_FREQUENCIES, "")),
    Field("priority", Kind.NUMBER, "weight among the site's pages, from 0 to 1; -1 says nothing"),
)
SITE_SITEMAP = Table(
    "sitemap",
    (
        Field("disable", Kind.FLAG, "no sitemap"),
        *_SHARED,
        Field("filename", Kind.TEXT, "name of the file: sitemap.xml"),
    ),
)
PAGE_SITEMAP = Table(
    "sitemap",
    (
        Field("disable", Kind.FLAG, "the sitemap leaves the page out"),
        *_SHARED,
        Field("filename", Kind.ANY, "of the whole site's file", effect=Effect.NONE),
    ),
)


def read_sitemap(values: Values, reading: Reading) -> SitemapSettings:
    """The settings of a site. Adds LT108 for a priority out of its range, and for a name that is no XML file's."""
    filename = values.text("filename", _USUAL.filename)
    if not _FILE.fullmatch(filename):
        _tell(reading, "filename", "`sitemap.filename` takes the name of a file in .xml", "write sitemap.xml")
        filename = _USUAL.filename
    priority = values.by_key.get("priority")
    check_priority(values.by_key, reading)
    return SitemapSettings(values.flag("disable"), values.text("changeFreq"), priority_of(priority), filename)


def check_priority(values: Mapping[str, object], reading: Reading) -> None:
    """Adds LT108 for a priority out of its range, which then says nothing."""
    priority = values.get("priority")
    if isinstance(priority, (int, float)) and priority != -1 and priority_of(priority) is None:
        _tell(reading, "priority", "`sitemap.priority` takes a number from 0 to 1", "0.5 is what pages have without it")


def priority_of(value: object) -> float | None:
    """A priority as it may stand in a sitemap; None for any other value, such as Hugo's -1."""
    return float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value <= 1 else None


def _tell(reading: Reading, key: str, message: str, hint: str) -> None:
    span = reading.places.get(f"sitemap.{key}")
    if span is not None:
        reading.add("LT108", message, span, hint)
