"""Parts of a Hugo site's config that say what else is made or fetched: formats, modules, counts of visits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from llmtimeline.parse.notation.plain import kind_name, shown
from llmtimeline.parse.notation.reading import Reading
from llmtimeline.parse.notation.typed import Values, nearest_word
from llmtimeline.values.codes import Severity
from llmtimeline.values.diagnostics import Diagnostic, diagnose
from llmtimeline.values.located import Entry, Mapping, Node, Scalar, Sequence
from llmtimeline.values.places import Span

FORMATS = ("html", "rss", "json", "llms")
"""What a page may be made into besides itself."""

_KINDS = ("home", "section", "taxonomy", "term", "page")
_NOT_PAGES = ("rss", "sitemap", "robotstxt", "404", "taxonomyterm")
_MEASURED = re.compile(r"(?:G|GT|AW|UA)-(?=[A-Z0-9-]*[0-9])[A-Z0-9]+(?:-[A-Z0-9]+)*")  # what gtag.js takes
_COMPONENTS = frozenset({"archetypes", "assets", "content", "data", "i18n", "layouts", "static"})


def analytics_id(values: Values, reading: Reading) -> str:
    """The id of Google Analytics, by either of its keys; "" and LT117 for what cannot be one.

    It is put into a script, so that nothing but letters, digits and hyphens may come through here.
    """
    newer = values.table("services").table("googleAnalytics").text("ID").strip()
    key = "services.googleanalytics.id" if newer else "googleanalytics"
    written = newer or values.text("googleAnalytics").strip()
    if not written or _MEASURED.fullmatch(written.upper()):
        return written.upper()
    hint = "write the id that Google gave, as in G-1A2B3C4D5E, or take the line out"
    message = f"`{shown(written)}` is no id of Google Analytics"
    reading.findings.append(diagnose("LT117", message, reading.places.get(key), hint=hint))
    return ""


def read_outputs(node: Node | None, reading: Reading) -> dict[str, tuple[str, ...]]:
    """Formats by kind of page, all in small letters; one that is not made here adds LT115 once and is left out."""
    found: dict[str, tuple[str, ...]] = {}
    told: set[str] = set()
    for entry in _entries(node, "outputs", reading):
        kind = entry.key.text.lower()
        if kind in _KINDS:
            names = [(item.text.strip().lower(), item.span) for item in _texts(entry.value, f"outputs.{kind}", reading)]
            for name, span in names:
                if name not in (*FORMATS, *told):
                    told.add(name)
                    reading.findings.append(_unknown_format(name, span))
            found[kind] = tuple(dict.fromkeys(name for name, _ in names if name in FORMATS))
        elif kind not in _NOT_PAGES:
            near = nearest_word(kind, _KINDS)
            hint = f"did you mean `{near}`?" if near else f"there are {', '.join(_KINDS)}"
            reading.add("LT105", f"unknown key `outputs.{shown(entry.key.text)}`", entry.key.span, hint)
    return found


def _unknown_format(name: str, span: Span) -> Diagnostic:
    made = ", ".join(f"`{each}`" for each in FORMATS)
    return diagnose("LT115", f"the output format `{shown(name)}` is not made here", span, hint=f"there are {made}")


def _texts(node: Node, key: str, reading: Reading) -> Iterator[Scalar]:
    if isinstance(node, Mapping):
        reading.add("LT106", f"`{key}` takes a list of texts, not a mapping", node.span, "write `[HTML, RSS]`")
        return
    for item in node if isinstance(node, Sequence) else (node,):
        if isinstance(item, Scalar):
            if item.text:
                yield item
        else:
            reading.add("LT106", f"`{key}` takes a list of texts", item.span)


def check_formats(node: Node | None, reading: Reading) -> None:
    """Feeds under another name than index.xml, at which the site has published them. Adds LT106 and LT115."""
    for entry in _entries(node, "outputFormats", reading):
        if entry.key.text.lower() != "rss" or not isinstance(entry.value, Mapping):
            continue
        for each in entry.value:
            usual = {"basename": "index", "path": ""}.get(each.key.text.lower())
            if usual is not None and not (isinstance(each.value, Scalar) and each.value.text == usual):
                message = f"`outputFormats.{shown(entry.key.text)}.{shown(each.key.text)}` has no effect here"
                reading.add("LT115", message, each.key.span, "feeds are named index.xml, beside their page")


def check_modules(node: Node | None, reading: Reading, *, told: bool) -> None:
    """What `module` fetches or puts elsewhere, in one finding. `told` is whether `theme` has named PaperMod already."""
    if not isinstance(node, Mapping):
        _entries(node, "module", reading)
        return
    imports = [item for item in _items(node.get("imports")) if not _is_off(item)]
    ours = [item for item in imports if "papermod" in _text(item, "path").lower()]
    others = [item for item in imports if item not in ours]
    mounts = [item for item in _items(node.get("mounts")) if not _is_usual(item)]
    if ours and not told:
        reading.findings.append(papermod_note(_text(ours[0], "path"), ours[0].span))
    if others or mounts:
        named = [f"`{shown(_text(item, 'path'))}`" for item in others]
        named += [f"`{shown(_text(item, 'source'))}` at `{shown(_text(item, 'target'))}`" for item in mounts]
        first = min((item.span for item in (*others, *mounts)), key=lambda span: (span.path, span.line, span.column))
        message = f"Hugo's modules and mounts do not carry over: {', '.join(named)}"
        reading.add("LT115", message, first, "copy their files into static/, content/ or a folder below themes/")


def papermod_note(name: str, span: Span | None) -> Diagnostic:
    """PaperMod is known, and another theme stands in for it."""
    return diagnose(
        "LT115",
        f"the theme `{shown(name)}` is not used: its templates are written for Hugo",
        span,
        hint="the built-in theme reads PaperMod's parameters",
        severity=Severity.NOTE,
    )


def _entries(node: Node | None, key: str, reading: Reading) -> tuple[Entry, ...]:
    if node is None or isinstance(node, Mapping):
        return node.entries if node else ()
    reading.add("LT106", f"`{key}` takes a mapping, not {kind_name(node)}", node.span, f"write its keys below `{key}:`")
    return ()


def _items(node: Node | None) -> tuple[Mapping, ...]:
    return tuple(item for item in node if isinstance(item, Mapping)) if isinstance(node, Sequence) else ()


def _text(node: Mapping, key: str) -> str:
    value = node.get(key)
    return value.text.strip() if isinstance(value, Scalar) else ""


def _is_off(item: Mapping) -> bool:
    return _text(item, "disable").lower() == "true"


def _is_usual(mount: Mapping) -> bool:
    """Whether a mount puts a folder where it is looked for in any case."""
    source, target = (_text(mount, key).strip("/") for key in ("source", "target"))
    return source == target and target in _COMPONENTS
