"""`{#id .class key=value}` after a heading or in the info line of a fence."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markdown_it.rules_core import StateCore

_ITEM = re.compile(
    r"""\s*(?:\#(?P<id>[^\s{}"'<>&=]+)|\.(?P<class>[\w-]+)
        |(?P<key>[A-Za-z_:][\w:.-]*)=(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s"'{}=<>]+)))(?=\s|$)""",
    re.VERBOSE,
)
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*\Z")


@dataclass(frozen=True, slots=True)
class Attributes:
    """What may be said of a heading or fence. Other keys are kept apart: they never reach the HTML."""

    id: str = ""
    classes: tuple[str, ...] = ()
    language: str = ""
    unknown: tuple[str, ...] = ()  # keys


def parse_attributes(text: str) -> Attributes | None:
    """What stands between the braces, or None where it is no list of attributes."""
    ident, language = "", ""
    classes: list[str] = []
    unknown: list[str] = []
    pos, end = 0, len(text.rstrip())
    if not end:
        return None
    while pos < end:
        found = _ITEM.match(text, pos, end)
        if not found:
            return None
        pos = found.end()
        value = found["double"] or found["single"] or found["bare"] or ""
        key = (found["key"] or "").lower()
        if found["id"] or key == "id":
            ident = "".join((found["id"] or value).split())
        elif found["class"] or key == "class":
            classes += [found["class"]] if found["class"] else value.split()
        elif key in ("lang", "language") and _LANGUAGE.match(value):
            language = value
        else:
            unknown.append(found["key"])
    return Attributes(ident, tuple(classes), language, tuple(unknown))


def take_heading_attributes(state: StateCore) -> None:
    """Core rule, before the inline rules: cut `{…}` off the ends of headings, into `meta["attributes"]`."""
    if "}" not in state.src:
        return
    for index, token in enumerate(state.tokens):
        if token.type != "heading_open":
            continue
        inline = state.tokens[index + 1]
        start = inline.content.rfind("{")
        if not inline.content.endswith("}") or start < 0 or inline.content[start - 1 : start] == "\\":
            continue
        attributes = parse_attributes(inline.content[start + 1 : -1])
        if attributes is not None:
            token.meta["attributes"] = attributes
            inline.content = inline.content[:start].rstrip()
