"""YAML with a place for everything: one pass over libyaml's events, guarded as it goes.

Plain scalars are typed as YAML 1.2's core schema has it, which is what Hugo does: `no` and `on` are words, `12:30` is
not a number of minutes. Nothing is converted; the text stays as typed.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import Any

import yaml

from llmtimeline.parse.notation.colons import fold_colons
from llmtimeline.parse.notation.documents import (
    BLOCK_LIMITS,
    Limits,
    NotationError,
    Places,
    mapping_of,
    places_of,
    too_deep,
    too_large,
    too_many,
)
from llmtimeline.parse.notation.plain import shown
from llmtimeline.parse.notation.yaml_kinds import kind_of
from llmtimeline.parse.notation.yaml_problems import explain_problem
from llmtimeline.values.diagnostics import Checked, Diagnostic, diagnose
from llmtimeline.values.located import Entry, Mapping, Node, Scalar, ScalarKind, Sequence
from llmtimeline.values.places import Span

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_TAG = "tag:yaml.org,2002:"
_TAGGED_KINDS = {
    "str": ScalarKind.TEXT,
    "int": ScalarKind.INTEGER,
    "float": ScalarKind.FLOAT,
    "bool": ScalarKind.BOOLEAN,
    "null": ScalarKind.NULL,
    "timestamp": ScalarKind.TIMESTAMP,
}
# Breaks to YAML, but not to the rest of us: with them libyaml's line numbers are not those of an editor.
_OTHER_BREAKS = re.compile("[\r\x85\u2028\u2029]")
_SURROGATES = re.compile("[\ud800-\udfff]")


def parse_yaml(
    text: str, *, path: str, first_line: int = 1, first_column: int = 1, limits: Limits = BLOCK_LIMITS
) -> Checked[Node | None]:
    """The document in a text; None when it is empty or not valid.

    A scalar's span covers it as it stands in the file, quotes included. Anchors are resolved: an aliased value keeps
    the place where it was defined. May add LT101, LT102, LT109, LT110.
    """
    places = places_of(text, path, first_line, first_column)
    finding = too_large(text, limits, places.at(1, 1))
    if finding is not None:
        return Checked(None, (finding,))
    found = _read(text, places, limits)
    if "：" in text and (isinstance(found.value, Scalar) or (found.value is None and found.diagnostics)):
        return _read_folded(text, places, limits, found)
    return found


def _read_folded(text: str, places: Places, limits: Limits, plain: Checked[Node | None]) -> Checked[Node | None]:
    """The document with full-width colons read as YAML's own, each with LT110; `plain` where that goes no further."""
    folded, colons, spaces = fold_colons(text)
    found = _read(folded, places, limits, spaces)
    notes = [
        diagnose("LT110", "a full-width colon was read as `: `", places.between(at, at + 1), hint="write `key: value`")
        for at in colons
    ]
    if isinstance(found.value, Mapping | Sequence):
        return Checked(found.value, (*notes, *found.diagnostics))
    end, reached = (checked.diagnostics[-1].span if checked.diagnostics else None for checked in (found, plain))
    if colons and end and reached and end > reached:
        return Checked(None, (*(note for note in notes if note.span and note.span < end), *found.diagnostics))
    return plain


def _read(text: str, places: Places, limits: Limits, spaces: tuple[int, ...] = ()) -> Checked[Node | None]:
    text = _SURROGATES.sub("\ufffd", text.replace("\ufeff", " ", 1) if text.startswith("\ufeff") else text)
    reader = _Reader(places, limits, spaces, by_index=bool(spaces) or _OTHER_BREAKS.search(text) is not None)
    try:
        node = reader.read(text)
    except NotationError as refused:
        return Checked(None, (*reader.findings, refused.finding))
    except yaml.YAMLError as error:
        return Checked(None, (*reader.findings, explain_problem(error, text, places, reader.origin)))
    return Checked(node, tuple(reader.findings))


@dataclass(slots=True)
class _Open:
    """A collection whose end has not come yet."""

    start: Any  # Mark
    is_mapping: bool
    anchor: str | None
    nodes: list[Node] = field(default_factory=list)  # of a mapping: key, value, key, value …
    size: int = 1
    height: int = 1


@dataclass(slots=True)
class _Anchored:
    node: Node
    size: int
    height: int


class _Reader:
    """Builds nodes from events with a stack of its own, so that depth costs no recursion."""

    def __init__(self, places: Places, limits: Limits, spaces: tuple[int, ...], *, by_index: bool) -> None:
        self.places = places
        self.spaces = spaces  # offsets in the text read that the text of the places has not
        self.limits = limits
        self.by_index = by_index
        self.findings: list[Diagnostic] = []
        self.anchors: dict[str, _Anchored] = {}
        self.aliases = 0
        self.count = 0
        self.stack: list[_Open] = []
        self.root: Node | None = None

    def read(self, text: str) -> Node | None:
        """The only document of the text."""
        loader = _Loader(text)
        documents = 0
        try:
            while loader.check_event():
                event = loader.get_event()
                kind = event.__class__
                if kind is yaml.ScalarEvent:
                    self._scalar(event)
                elif kind is yaml.MappingStartEvent:
                    self._open(event, is_mapping=True)
                elif kind is yaml.SequenceStartEvent:
                    self._open(event, is_mapping=False)
                elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                    self._close(event)
                elif kind is yaml.AliasEvent:
                    self._alias(event)
                elif kind is yaml.DocumentStartEvent:
                    documents += 1
                    if documents > 1:
                        self._refuse("LT101", "a second document starts here", event, "one file holds one document")
        finally:
            loader.dispose()
        root = self.root
        # An empty document comes as an empty scalar.
        if isinstance(root, Scalar) and root.kind is ScalarKind.NULL and not root.text:
            return None
        return root

    def _span(self, start: Any, end: Any) -> Span:
        if self.by_index:
            return self.places.between(self.origin(start.index), self.origin(end.index))
        places = self.places
        width = end.column - start.column if end.line == start.line else self._rest_of_line(start)
        return Span(places.path, places.first_line + start.line, places.first_column + start.column, max(1, width))

    def origin(self, offset: int) -> int:
        """Where an offset in the text read stands in the text of the places."""
        return offset - bisect_left(self.spaces, offset)

    def _rest_of_line(self, mark: Any) -> int:
        return self.places.between(mark.index, len(self.places.text)).width

    def _refuse(self, code: str, message: str, event: Any, hint: str) -> None:
        raise NotationError(diagnose(code, message, self._span(event.start_mark, event.end_mark), hint=hint))

    def _scalar(self, event: Any) -> None:
        span = self._span(event.start_mark, event.end_mark)
        plain = not event.style
        text = event.value
        kind = kind_of(text) if plain else ScalarKind.TEXT
        if event.tag is not None:
            kind = self._tagged(event, span)
        scalar = Scalar(text, span, kind, not plain)
        if event.anchor is not None:
            self.anchors[event.anchor] = _Anchored(scalar, 1, 0)
        self._add(scalar, 1, 0, span)

    def _tagged(self, event: Any, span: Span) -> ScalarKind:
        tag = event.tag
        if tag == "!":
            return ScalarKind.TEXT
        kind = _TAGGED_KINDS.get(tag.removeprefix(_TAG)) if tag.startswith(_TAG) else None
        if kind is None:
            self._foreign_tag(tag, span)
            return ScalarKind.TEXT
        return kind

    def _foreign_tag(self, tag: str, span: Span) -> None:
        name = "!!" + tag.removeprefix(_TAG) if tag.startswith(_TAG) else tag
        self.findings.append(
            diagnose(
                "LT101", f"the tag `{shown(name)}` means nothing here", span, hint="take it out, or quote the value"
            )
        )

    def _open(self, event: Any, *, is_mapping: bool) -> None:
        kind = "map" if is_mapping else "seq"
        if event.tag not in (None, "!", _TAG + kind):
            self._foreign_tag(event.tag, self._span(event.start_mark, event.end_mark))
        if len(self.stack) >= self.limits.depth:
            raise NotationError(too_deep(self.limits, self._span(event.start_mark, event.end_mark)))
        if event.anchor is not None:
            self.anchors.pop(event.anchor, None)
        self.stack.append(_Open(event.start_mark, is_mapping, event.anchor))

    def _close(self, event: Any) -> None:
        opened = self.stack.pop()
        span = self._span(opened.start, event.end_mark)
        parts = opened.nodes
        node = self._mapping(parts, span) if opened.is_mapping else Sequence(tuple(parts), span)
        if opened.anchor is not None:
            self.anchors[opened.anchor] = _Anchored(node, opened.size, opened.height)
        self._add(node, opened.size, opened.height, span, counted=opened.size - 1)

    def _alias(self, event: Any) -> None:
        self.aliases += 1
        if self.aliases > self.limits.aliases:
            self._refuse("LT109", f"more than {self.limits.aliases} aliases", event, "write the values out")
        target = self.anchors.get(event.anchor)
        if target is None:
            message = f"nothing above is marked `&{event.anchor}`"
            self._refuse("LT101", message, event, f"quote the value if the `*{event.anchor}` is meant as text")
            return
        span = self._span(event.start_mark, event.end_mark)
        if len(self.stack) + target.height > self.limits.depth:
            raise NotationError(too_deep(self.limits, span))
        self._add(target.node, target.size, target.height, span)

    def _add(self, node: Node, size: int, height: int, span: Span, *, counted: int = 0) -> None:
        """Puts a finished node where it belongs. `counted` of its parts were counted when they were added."""
        self.count += size - counted
        if self.count > self.limits.nodes:
            raise NotationError(too_many(self.limits, span))
        if not self.stack:
            self.root = node
            return
        parent = self.stack[-1]
        parent.nodes.append(node)
        parent.size += size
        if height >= parent.height:
            parent.height = height + 1

    def _mapping(self, nodes: list[Node], span: Span) -> Mapping:
        own: list[Entry] = []
        merged: dict[str, Entry] = {}
        for key, value in zip(nodes[::2], nodes[1::2], strict=True):
            if not isinstance(key, Scalar) or (key.kind is ScalarKind.NULL and not key.quoted):
                self.findings.append(
                    diagnose("LT101", "a key must be a word", key.span, hint="write `key: value`; quote odd keys")
                )
            elif key.text == "<<" and not key.quoted:
                self._merge(value, merged)
            else:
                own.append(Entry(key, value))
        mapping = mapping_of(own, span, self.findings)
        if not merged:
            return mapping
        for entry in mapping:
            merged.pop(entry.key.text, None)
        return Mapping((*merged.values(), *mapping.entries), span)

    def _merge(self, value: Node, merged: dict[str, Entry]) -> None:
        """Adds what `<<` brings: of several mappings the first that has a key."""
        sources = value.items if isinstance(value, Sequence) else (value,)
        for source in sources:
            if not isinstance(source, Mapping):
                self.findings.append(
                    diagnose("LT101", "`<<` takes a mapping", source.span, hint="name one: `<<: *defaults`")
                )
                continue
            for entry in source:
                merged.setdefault(entry.key.text, entry)
