"""Settings from environment variables, as Hugo has them: HUGO_TITLE, HUGO_PARAMS_AUTHOR, HUGOxPARAMSxmy_key."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from llmtimeline.parse.config.keys import LANGUAGE, SITE
from llmtimeline.parse.config.layers import overlay, placed
from llmtimeline.parse.notation.located import parse_yaml
from llmtimeline.parse.notation.reading import Reading
from llmtimeline.parse.notation.typed import Effect, Field, Kind, Table
from llmtimeline.parse.notation.yaml_kinds import kind_of
from llmtimeline.values.diagnostics import Diagnostic
from llmtimeline.values.located import Mapping, Node, Scalar, ScalarKind, Sequence
from llmtimeline.values.places import Span

_PREFIX = "HUGO"
_MARK = "$"  # begins the path of a span that is no file's; no file of a config can be named so
_LISTS = (Kind.TEXTS, Kind.ADDRESSES, Kind.TABLES)
_NOTATED = (*_LISTS, Kind.TABLE, Kind.NODE)
_MACHINES = frozenset({"module"})  # HUGO_MODULE_PROXY and the like tell a machine's Hugo how to fetch


def overlay_environment(root: Node | None, environ: Iterable[tuple[str, str]], reading: Reading) -> Node | None:
    """The document with the variables laid over it, in the order of their names.

    The character after HUGO separates the keys. A variable that is no setting's says nothing: machines have many. May
    add LT101.
    """
    for name, text in sorted(environ):
        path = _path_of(name)
        if path:
            value = _value(text, _row(path), _existing(root, path), Span(_MARK + name), reading)
            root = overlay(root, placed(path, value, Span(_MARK + name)))
    return root


def tell_variables(reading: Reading) -> None:
    """Findings about values of variables name the variable: there is no file to point at."""
    reading.findings[:] = [_without_place(finding) for finding in reading.findings]
    for key in [key for key, span in reading.places.items() if is_variable(span)]:
        del reading.places[key]


def is_variable(span: Span) -> bool:
    """Whether a value came from the environment."""
    return span.path.startswith(_MARK)


def _without_place(finding: Diagnostic) -> Diagnostic:
    if finding.span is None or not is_variable(finding.span):
        return finding
    name = finding.span.path.removeprefix(_MARK)
    return replace(finding, message=f"{finding.message} (from the variable {name})", span=None, related=())


def _path_of(name: str) -> tuple[str, ...]:
    if not name.startswith(_PREFIX) or len(name) < len(_PREFIX) + 2:
        return ()
    separator, rest = name[len(_PREFIX)], name[len(_PREFIX) + 1 :]
    path = tuple(rest.replace(separator, "\0").lower().split("\0"))
    row = SITE.by_key.get(path[0])
    if row is None or row.effect is Effect.NONE or path[0] in _MACHINES or not all(path):
        return ()
    return path


def _row(path: tuple[str, ...]) -> Field | None:
    """The declared field at a path, if there is one: the innermost that is read in a way of its own."""
    table: Table | None = SITE
    if path[0] == "languages" and len(path) > 2:
        table, path = LANGUAGE, path[2:]
    row: Field | None = None
    for key in path:
        if row is not None and row.kind is Kind.NODE:
            break
        row = table.by_key.get(key) if table is not None else None
        table = row.table if row is not None else None
    return row


def _existing(node: Node | None, path: tuple[str, ...]) -> Node | None:
    for key in path:
        node = node.get(key) if isinstance(node, Mapping) else None
    return node


def _value(text: str, row: Field | None, existing: Node | None, span: Span, reading: Reading) -> Node:
    """What a variable says, of the kind that its field takes, else of the kind that the files give it, else a text."""
    kind = row.kind if row is not None and row.kind is not Kind.ANY else None
    takes_list = kind in _LISTS or (kind in (None, Kind.NODE) and isinstance(existing, Sequence))
    if text.lstrip().startswith(("[", "{")) and (
        kind in _NOTATED or (kind is None and isinstance(existing, Sequence | Mapping))
    ):
        document = parse_yaml(text, path=span.path)
        reading.findings += document.diagnostics
        if document.value is not None:
            return document.value
    if takes_list:
        items = text.split(",") if "," in text else text.split()
        return Sequence(tuple(Scalar(item.strip(), span, quoted=True) for item in items), span)
    if kind is Kind.NODE or (kind is None and isinstance(existing, Scalar) and existing.kind is kind_of(text)):
        return Scalar(text, span, kind_of(text))
    return Scalar(text, span, ScalarKind.TEXT, quoted=True)
