"""Front matter: the fields that the program reads, typed, and all others as plain values."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from llmtimeline.parse.config.edit_links import check_own_edit_link
from llmtimeline.parse.config.menus import read_own_entries
from llmtimeline.parse.config.sitemaps import check_priority
from llmtimeline.parse.front.cascades import read_cascades
from llmtimeline.parse.front.keys import OWN_KEYS, front_table
from llmtimeline.parse.front.page_dates import UNKNOWN, FileFacts, read_dates
from llmtimeline.parse.links import is_external, is_safe
from llmtimeline.parse.notation.fences import cut_front_matter, wrong_fence
from llmtimeline.parse.notation.left_over import gathered
from llmtimeline.parse.notation.plain import shown
from llmtimeline.parse.notation.reading import Reading, read_table
from llmtimeline.parse.notation.typed import Values
from llmtimeline.values.config import Config
from llmtimeline.values.diagnostics import Checked, Severity, diagnose
from llmtimeline.values.located import Node, Scalar
from llmtimeline.values.places import Span
from llmtimeline.values.posts import Cascade, FrontMatter
from llmtimeline.values.sources import Source

_TOKEN = re.compile(r"(?<![A-Za-z0-9+.]):[a-z]+")  # as in `url: ":year/:slug"`
_RENDER = {"always": "always", "true": "always", "never": "never", "false": "never", "link": "link"}
_LIST = {"always": "always", "true": "always", "never": "never", "false": "never", "local": "local"}


@dataclass(frozen=True, slots=True)
class FrontText:
    """A content file in two."""

    front: FrontMatter
    body: str  # every character after the line of the closing fence
    body_line: int  # line of the file on which the body starts


def parse_front_matter(
    source: Source, config: Config, stand_ins: frozenset[str] = frozenset(), file: FileFacts = UNKNOWN
) -> Checked[FrontText]:
    """The front matter and the body of a content file; a file without front matter is all body.

    May add LT101 to LT110, LT113, LT115, LT117 and LT121.
    """
    text, path = source.text, source.path
    cut = cut_front_matter(text)
    if cut is None:
        found = wrong_fence(text)
        if found is None:
            return Checked(FrontText(_read(None, config, Reading(), file), text, 1))
        line, fence = found
        right = fence.lstrip()[:3]
        span = Span(path, line, 1, len(fence))
        message = f"front matter opens with `{right}`, not `{fence[:20]}`"
        if fence == fence.lstrip():
            hint = f"write `{right}`; a line across the page is `***`"
            return Checked(FrontText(FrontMatter(), text, 1), (diagnose("LT101", message, span, hint=hint),))
        hint = "take the spaces before it away; as it is, the keys below are text of the post"
        finding = diagnose("LT101", message, span, hint=hint, severity=Severity.WARNING)
        return Checked(FrontText(_read(None, config, Reading(), file), text, 1), (finding,))
    if not cut.is_closed:
        hint = "add its closing line: `---` for YAML, `+++` for TOML, `}` for JSON"
        finding = diagnose("LT103", "the front matter is not closed", Span(path, cut.fence_line, 1, 3), hint=hint)
        return Checked(FrontText(FrontMatter(), "", cut.body_line), (finding,))
    document = cut.parse(cut.matter, path=path, first_line=cut.matter_line)
    reading = Reading(list(document.diagnostics), stand_ins=stand_ins)
    front = _read(document.value, config, reading, file)
    findings = (*gathered(reading.findings, reading.places), *check_own_edit_link(front, config))
    return Checked(FrontText(front, cut.body, cut.body_line), findings)


def _read(node: Node | None, config: Config, reading: Reading, file: FileFacts) -> FrontMatter:
    table = front_table(config.taxonomies)
    values = read_table(node, table, reading)
    dates = read_dates(values, config, reading, file)
    params = _params(values, config, reading)
    check_priority(values.table("sitemap").by_key, reading)
    render, listed, published = _build(values, reading)
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
        slug=values.text("slug").strip() or dates.slug,
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
        publish_resources=published,
        cascade=read_cascades(values.node("cascade"), lambda inner: _cascaded(inner, config, reading), reading),
        menus=read_own_entries(values, reading),
        params=params,
        places=reading.places,
    )


def read_site_cascade(node: Node | None, config: Config, reading: Reading) -> tuple[Cascade, ...]:
    """The config's `cascade`. May add what `parse_front_matter` adds for a mapping."""
    return read_cascades(node, lambda inner: _cascaded(inner, config, reading), reading)


def _cascaded(node: Node, config: Config, reading: Reading) -> FrontMatter:
    """Front matter for other pages: its places are apart from those of the file that gives it."""
    apart = Reading(stand_ins=reading.stand_ins)
    front = _read(node, config, apart, UNKNOWN)
    reading.findings += gathered(apart.findings, apart.places)
    return replace(front, cascade=())


def _terms(values: Values, config: Config, reading: Reading) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Terms by taxonomy, in the config's order; each once, with the spaces at its ends, of which Hugo makes hyphens."""
    found = []
    for _, plural in config.taxonomies:
        names = values.texts(plural)
        firsts: dict[str, int] = {}
        for number, name in enumerate(names):
            firsts.setdefault(" ".join(name.split()), number)
        firsts.pop("", None)
        if firsts:
            _keep_places(plural, firsts.values(), reading)
            found.append((plural, tuple(names[number] for number in firsts.values())))
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


def _build(values: Values, reading: Reading) -> tuple[str, str, bool]:
    """`build.render`, `build.list` and `build.publishResources`; a headless bundle is neither rendered nor listed."""
    key = "build" if "build" in values else "_build"
    build = values.table(key)
    render = _choice(build.node("render"), _RENDER, f"{key}.render", reading)
    listed = _choice(build.node("list"), _LIST, f"{key}.list", reading)
    if values.flag("headless"):
        render, listed = "never", "never"
    return render, listed, build.flag("publishResources", default=True)


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
    first = _TOKEN.sub("", address).partition("/")[0]
    if not address or (is_safe(address) and not is_external(address) and ":" not in first):
        return address
    hint = "write an address inside the site, such as /post/old-name/"
    place = key if number is None else f"{key}.{number}"
    reading.findings.append(
        diagnose("LT113", f"`{key}` cannot be `{shown(address)}`", reading.places.get(place), hint=hint)
    )
    return ""
