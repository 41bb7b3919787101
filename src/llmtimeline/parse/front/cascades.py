"""`cascade`: front matter that a section, or the config, gives to many pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from difflib import get_close_matches

from llmtimeline.parse.notation.plain import shown
from llmtimeline.parse.notation.reading import Reading, read_table
from llmtimeline.parse.notation.typed import Effect, Field, Kind, Table
from llmtimeline.values.located import Mapping, Node, Scalar, ScalarKind, Sequence
from llmtimeline.values.posts import Cascade, CascadeTarget, FrontMatter

TARGET = Table(
    "a cascade's target",
    (
        Field("path", Kind.TEXT, "pattern of paths below content/: `/post/**`, `{/post,/news}/*`"),
        Field("kind", Kind.TEXT, "pattern of kinds of pages: page, section, home, taxonomy, term"),
        Field("lang", Kind.TEXT, "pattern of keys of languages", slips=("language",)),
        Field("environment", Kind.TEXT, "pattern of environments: production, development"),
        Field("sites", Kind.ANY, "of Hugo's own", effect=Effect.NONE),
    ),
)
_TARGETS = ("target", "_target")


def read_cascades(node: Node | None, read: Callable[[Node], FrontMatter], reading: Reading) -> tuple[Cascade, ...]:
    """A mapping, or a list of mappings, of front matter and whom it is for (`target`, or the older `_target`).

    `read` reads front matter. May add LT105, LT106, and what front matter may add.
    """
    if node is None or (isinstance(node, Scalar) and node.kind is ScalarKind.NULL):
        return ()
    items = node.items if isinstance(node, Sequence) else (node,)
    mappings = [item for item in items if isinstance(item, Mapping)]
    if len(mappings) < len(items):
        hint = "write the front matter for the pages below it, indented"
        reading.add("LT106", "`cascade` takes a mapping, or a list of mappings", node.span, hint)
    return tuple(_read(mapping, read, reading) for mapping in mappings)


def _read(node: Mapping, read: Callable[[Node], FrontMatter], reading: Reading) -> Cascade:
    target = CascadeTarget()
    for entry in node:
        if entry.key.text.lower() in _TARGETS:
            # The places of these keys are of no use to anyone, and would hide those of the page.
            apart = Reading(reading.findings)
            values = read_table(entry.value, TARGET, apart, "cascade.target.")
            target = CascadeTarget(*(values.text(name) for name in ("path", "kind", "lang", "environment")))
    rest = tuple(entry for entry in node if entry.key.text.lower() not in _TARGETS)
    for entry in rest:
        name = entry.key.text
        if isinstance(entry.value, Mapping) and get_close_matches(name.lower(), ("target",), 1, 0.8):
            # Without its target a cascade is for all pages; it is a parameter like any other, so nothing else tells.
            reading.add("LT105", f"unknown key `cascade.{shown(name)}`", entry.key.span, "did you mean `target`?")
    return Cascade(target, read(replace(node, entries=rest)))
