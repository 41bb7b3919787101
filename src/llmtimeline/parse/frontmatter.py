"""Front matter: the fields that the program reads, typed, and all others as plain values."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo

from llmtimeline.parse.dates import parse_datetime
from llmtimeline.parse.fences import cut_front_matter, wrong_fence
from llmtimeline.parse.front_keys import DATE_KEYS, OWN_KEYS, front_table
from llmtimeline.parse.links import is_external, is_safe
from llmtimeline.parse.plain import shown
from llmtimeline.parse.reading import Reading, read_table
from llmtimeline.parse.typed import Values
from llmtimeline.values.config import Config
from llmtimeline.values.diagnostics import Checked, diagnose
from llmtimeline.values.located import Node, Scalar, ScalarKind
from llmtimeline.values.places import Span
from llmtimeline.values.posts import FrontMatter
from llmtimeline.values.sources import Source

_LOOSE_DATE = re.compile(
    r"\s*(\d{4})\s*[-/.年]\s*(\d{1,2})(?:\s*[-/.月]\s*(\d{1,2})\s*日?)?(?:[ T]+(\d{1,2}:\d{2}))?\s*"
)
_RENDER = {"always": "always", "true": "always", "never": "never", "false": "never", "link": "link"}
_LIST = {"always": "always", "true": "always", "never": "never", "false": "never", "local": "local"}


@dataclass(frozen=True, slots=True)
class FrontText:
    """A content file in two."""

    front: FrontMatter
    body: str  # every character after the line of the closing fence
    body_line: int  # line of the file on which the body starts


def parse_front_matter(source: Source, config: Config) -> Checked[FrontText]:
    """The front matter and the body of a content file; a file without front matter is all body.

    May add LT101 to LT110, LT113, LT115 and LT117.
    """
    text, path = source.text, source.path
    cut = cut_front_matter(text)
    if cut is None:
        found = wrong_fence(text)
        if found is None:
            return Checked(FrontText(FrontMatter(), text, 1))
        line, fence = found
        hint = f"write `{fence[:3]}`; a line across the page is `***`"
        finding = diagnose(
            "LT101", f"front matter opens with `{fence[:3]}`, not `{fence[:20]}`", Span(path, line), hint=hint
        )
        return Checked(FrontText(FrontMatter(), text, 1), (finding,))
    if not cut.is_closed:
        hint = "add its closing line: `---` for YAML, `+++` for TOML, `}` for JSON"
        finding = diagnose("LT103", "the front matter is not closed", Span(path, cut.fence_line, 1, 3), hint=hint)
        return Checked(FrontText(FrontMatter(), "", cut.body_line), (finding,))
    document = cut.parse(cut.matter, path=path, first_line=cut.matter_line)
    reading = Reading(list(document.diagnostics))
    front = _read(document.value, config, reading)
    return Checked(FrontText(front, cut.body, cut.body_line), tuple(reading.findings))


def _read(node: Node | None, config: Config, reading: Reading) -> FrontMatter:
    table = front_table(config.taxonomies)
    values = read_table(node, table, reading)
    dates = _dates(values, _zone(config.time_zone), reading)
    params = _params(values, config, reading)
    render, listed = _build(values, reading)
    return FrontMatter(
        title=" ".join(values.text("title").split()),
        link_title=" ".join(values.text("linkTitle").split()),
        description=values.text("description").strip(),
        summary=values.text("summary").strip(),
        date=dates["date"],
        lastmod=dates["lastmod"] or dates["date"],
        publish_date=dates["publishdate"] or dates["date"],
        expiry_date=dates["expirydate"],
        draft=values.flag("draft"),
        weight=values.whole("weight"),
        slug=values.text("slug").strip(),
        url=_inside("url", values.text("url"), reading),
        aliases=_aliases(values, reading),
        layout=values.text("layout"),
        type=values.text("type"),
        translation_key=values.text("translationKey"),
        authors=values.texts("authors") or _authors(params.get("author")),
        keywords=values.texts("keywords"),
        terms=_terms(values, config, reading),
        images=values.texts("images"),
        render=render,
        list=listed,
        params=params,
        places=reading.places,
    )


def _zone(name: str) -> tzinfo:
    from zoneinfo import ZoneInfo

    return ZoneInfo(name) if name else UTC


def _dates(values: Values, zone: tzinfo, reading: Reading) -> dict[str, datetime | None]:
    """The four dates by name, each from the first of its keys that has a readable one."""
    every = dict.fromkeys(key for _, keys in DATE_KEYS for key in keys)
    read = {key: _date(values.node(key), key, zone, reading) for key in every}
    return {name: next((read[key] for key in keys if read[key] is not None), None) for name, keys in DATE_KEYS}


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
        return "write 2023-09-29 or 2023-09-29T09:54:54+08:00"
    year, month, day, time = found.groups()
    if day is None:
        return f"write the day, too: {year}-{month:0>2}-…"
    try:
        meant = date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return "no calendar has such a day"
    return f"write {meant}T{time:0>5}:00" if time else f"write {meant}"


def _terms(values: Values, config: Config, reading: Reading) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Terms by taxonomy, in the config's order; each once."""
    found = []
    for _, plural in config.taxonomies:
        firsts: dict[str, int] = {}
        for number, name in enumerate(values.texts(plural)):
            firsts.setdefault(" ".join(name.split()), number)
        firsts.pop("", None)
        if firsts:
            _keep_places(plural, firsts.values(), reading)
            found.append((plural, tuple(firsts)))
    return tuple(found)


def _aliases(values: Values, reading: Reading) -> tuple[str, ...]:
    found = [_inside("aliases", alias, reading, number) for number, alias in enumerate(values.texts("aliases"))]
    _keep_places("aliases", (number for number, alias in enumerate(found) if alias), reading)
    return tuple(alias for alias in found if alias)


def _keep_places(key: str, kept: Iterable[int], reading: Reading) -> None:
    """Counts the places of a list anew, after items of it were left out. `kept` are the others, ascending."""
    for number, former in enumerate(kept):
        reading.places[f"{key}.{number}"] = reading.places[f"{key}.{former}"]


def _params(values: Values, config: Config, reading: Reading) -> dict[str, object]:
    """What `params` holds, and over it every key that is no field of its own."""
    own = OWN_KEYS | {"params"} | {plural for _, plural in config.taxonomies}
    params = dict(values.table("params").by_key)
    for key in params:
        if f"params.{key}" in reading.places:
            reading.places.setdefault(key, reading.places[f"params.{key}"])
    params.update((key, value) for key, value in values.by_key.items() if key not in own)
    return params


def _authors(written: object) -> tuple[str, ...]:
    """Names from PaperMod's `author`: a text, a list, or a mapping with `name`."""
    if isinstance(written, dict):
        written = written.get("name")
    if isinstance(written, tuple):
        return tuple(name for item in written for name in _authors(item))
    return (str(written),) if written not in (None, "") else ()


def _build(values: Values, reading: Reading) -> tuple[str, str]:
    """`build.render` and `build.list`; a headless bundle is neither rendered nor listed."""
    if values.flag("headless"):
        return "never", "never"
    key = "build" if "build" in values else "_build"
    build = values.table(key)
    return (
        _choice(build.node("render"), _RENDER, f"{key}.render", reading),
        _choice(build.node("list"), _LIST, f"{key}.list", reading),
    )


def _choice(node: Node | None, words: dict[str, str], key: str, reading: Reading) -> str:
    if node is None:
        return "always"
    found = words.get(node.text.lower()) if isinstance(node, Scalar) else None
    if found is None:
        known = ", ".join(f"`{word}`" for word in dict.fromkeys(words.values()))
        reading.add("LT108", f"`{key}` takes {known}", node.span)
    return found or "always"


def _inside(key: str, address: str, reading: Reading, number: int | None = None) -> str:
    """An address of a page of this site; LT113 and "" for any other. `number` counts in a list."""
    address = address.strip()
    if not address or (is_safe(address) and not is_external(address) and ":" not in address.partition("/")[0]):
        return address
    hint = "write an address inside the site, such as /post/old-name/"
    place = key if number is None else f"{key}.{number}"
    reading.findings.append(
        diagnose("LT113", f"`{key}` cannot be `{shown(address)}`", reading.places.get(place), hint=hint)
    )
    return ""
