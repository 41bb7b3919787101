"""Reads a mapping by a table of fields: typed values, and every mistake told at its place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from llmtimeline.parse.links import is_safe
from llmtimeline.parse.notation.left_over import is_left_over, never_filled_in
from llmtimeline.parse.notation.plain import (
    float_number,
    kind_name,
    plain,
    plain_scalar,
    shown,
    whole_number,
    yes_or_no,
)
from llmtimeline.parse.notation.typed import Effect, Field, Kind, Table, Values, nearest_word
from llmtimeline.values.addresses import is_web_address
from llmtimeline.values.diagnostics import Diagnostic, Related, Severity, diagnose
from llmtimeline.values.located import Entry, Mapping, Node, Scalar, ScalarKind, Sequence
from llmtimeline.values.places import Span


@dataclass(slots=True)
class Reading:
    """What reading one document gathers besides the values."""

    findings: list[Diagnostic] = field(default_factory=list)
    # Lower-cased dotted key -> place of its value; of lists also `key.0`, `key.1` … for the items that were taken.
    places: dict[str, Span] = field(default_factory=dict)
    stand_ins: frozenset[str] = frozenset()  # values of the site's archetypes that ask to be replaced

    def add(self, code: str, message: str, span: Span, hint: str = "") -> None:
        """Notes a finding."""
        self.findings.append(diagnose(code, message, span, hint=hint))


def read_table(node: Node | None, table: Table, reading: Reading, prefix: str = "") -> Values:
    """The values of a mapping by lower-cased key. `prefix` is its own dotted key with a dot at the end.

    A value that is of the wrong kind, or was never filled in, is left out: it counts as not given. May add LT102,
    LT104, LT105, LT106, LT108, LT113, LT115, LT117, LT118.
    """
    if node is None or (isinstance(node, Scalar) and node.kind is ScalarKind.NULL):
        return Values()
    if not isinstance(node, Mapping):
        reading.add("LT104", f"{table.name} is {kind_name(node)}, not a mapping", node.span, "write `key: value`")
        return Values()
    values: dict[str, object] = {}
    keys: dict[str, Scalar] = {}
    for entry in node:
        key = entry.key.text.lower()
        if key in keys:
            reading.findings.append(_same_key(keys[key], entry.key))
        keys[key] = entry.key
        reading.places[prefix + key] = entry.value.span
        row = table.by_key.get(key)
        if row is None:
            _tell_unknown(entry.key, table, reading, prefix)
            if table.is_open:
                values[key] = filled_in(entry.value, reading, prefix + key)
        elif not _is_null(entry.value):
            value = _read_field(entry, row, reading, prefix + key)
            if value is not None:
                values[key] = value
    for row in table.fields:
        if row.required and row.name.lower() not in keys:
            reading.add("LT118", f"`{row.name}` is missing", node.span, f"{row.name}: {row.meaning}")
    return Values(values)


def _is_null(node: Node) -> bool:
    return isinstance(node, Scalar) and node.kind is ScalarKind.NULL


def _same_key(first: Scalar, second: Scalar) -> Diagnostic:
    return diagnose(
        "LT102",
        f"`{shown(second.text)}` repeats `{shown(first.text)}` of line {first.span.line}; keys have no case",
        second.span,
        hint="the last one counts; take one out",
        related=(Related(first.span, "it first stands here"),),
    )


def _tell_unknown(key: Scalar, table: Table, reading: Reading, prefix: str) -> None:
    near = table.nearest(key.text)
    home = next((hint for home, hint in table.homes if key.text.lower() in home.by_key), "")
    if home or near or not table.is_open:
        hint = home or (f"did you mean `{near}`?" if near else _known(table))
        reading.add("LT105", f"unknown key `{shown(prefix + key.text)}`", key.span, hint)


def _known(table: Table) -> str:
    names = [row.name for row in table.fields if row.effect is Effect.FULL]
    return f"{table.name} takes {', '.join(f'`{name}`' for name in names)}" if len(names) <= 12 else ""


def _read_field(entry: Entry, row: Field, reading: Reading, dotted: str) -> object:
    if row.effect is not Effect.FULL:
        if row.effect is Effect.LOST:
            reading.add("LT115", f"`{row.name}` has no effect here", entry.key.span, row.instead)
        return plain(entry.value)
    return _READERS[row.kind](entry.value, row, reading, dotted)


def filled_in(node: Node, reading: Reading, dotted: str) -> object:
    """The plain value of a node, in which what was never filled in is "" and adds LT117; places of nested keys."""
    if isinstance(node, Scalar):
        value = plain_scalar(node)
        return "" if isinstance(value, str) and _left_over(node, reading) else value
    if isinstance(node, Sequence):
        return tuple(filled_in(item, reading, f"{dotted}.{index}") for index, item in enumerate(node))
    values: dict[str, object] = {}
    for entry in node:
        key = entry.key.text.lower()
        reading.places[f"{dotted}.{key}"] = entry.value.span
        values[key] = filled_in(entry.value, reading, f"{dotted}.{key}")
    return values


def _left_over(scalar: Scalar, reading: Reading) -> bool:
    if not is_left_over(scalar.text, reading.stand_ins):
        return False
    reading.findings.append(never_filled_in(scalar))
    return True


def wrong_kind(node: Node, row: Field, reading: Reading, hint: str = "") -> None:
    """Adds LT106 for a value that is not what its field takes."""
    given = f"`{shown(node.text)}`" if isinstance(node, Scalar) else kind_name(node)
    reading.add("LT106", f"`{row.name}` takes {row.kind.value}, not {given}", node.span, hint)


def _text(node: Node, row: Field, reading: Reading, _dotted: str) -> str | None:
    if not isinstance(node, Scalar):
        wrong_kind(node, row, reading, f"write `{row.name}: …` on one line")
        return None
    if _left_over(node, reading):
        return None
    if row.words and node.text not in row.words:
        return _word(node, row, reading)
    return node.text


def _word(node: Scalar, row: Field, reading: Reading) -> str | None:
    """The word that differs only in case; else LT108."""
    by_case = {word.lower(): word for word in row.words}
    if node.text.lower() in by_case:
        return by_case[node.text.lower()]
    near = nearest_word(node.text.lower(), by_case)
    listed = ", ".join(f"`{word}`" for word in row.words if word)
    hint = f"did you mean `{by_case[near]}`?" if near else f"it takes {listed}"
    reading.add("LT108", f"`{row.name}` knows no `{shown(node.text)}`", node.span, hint)
    return None


def _flag(node: Node, row: Field, reading: Reading, _dotted: str) -> bool | None:
    answer = yes_or_no(node) if isinstance(node, Scalar) else None
    if answer is None:
        near = nearest_word(node.text.lower(), ("true", "false", "yes", "no")) if isinstance(node, Scalar) else ""
        wrong_kind(node, row, reading, f"did you mean `{near}`?" if near else f"write `{row.name}: true` or `false`")
    return answer


def _whole(node: Node, row: Field, reading: Reading, _dotted: str) -> int | None:
    number = whole_number(node.text.strip()) if isinstance(node, Scalar) else None
    if number is None:
        wrong_kind(node, row, reading, f"write `{row.name}: 1`")
    return number


def _number(node: Node, row: Field, reading: Reading, _dotted: str) -> int | float | None:
    number: int | float | None = None
    if isinstance(node, Scalar):
        number = whole_number(node.text.strip())
        number = float_number(node.text) if number is None else number
    if number is None:
        wrong_kind(node, row, reading)
    return number


def _texts(node: Node, row: Field, reading: Reading, dotted: str) -> tuple[str, ...] | None:
    if isinstance(node, Mapping):
        wrong_kind(node, row, reading, f"write `{row.name}: [one, two]`")
        return None
    items = node.items if isinstance(node, Sequence) else (node,)
    texts: list[str] = []
    for item in items:
        text = None if _is_null(item) else _text(item, row, reading, dotted)
        if text:
            reading.places[f"{dotted}.{len(texts)}"] = item.span
            texts.append(text)
    return tuple(texts)


def _address(node: Node, row: Field, reading: Reading, dotted: str) -> str | None:
    text = _text(node, row, reading, dotted)
    if text is None or is_safe(text):
        return text.strip() if text else text
    hint = "write an https address, or one inside the site such as /images/a.png"
    reading.add("LT113", f"`{shown(text)}` is no address that may be linked", node.span, hint)
    return None


def _web_address(node: Node, row: Field, reading: Reading, dotted: str) -> str | None:
    text = _address(node, row, reading, dotted)
    if not text or is_web_address(text):
        return text
    message = f"`{row.name}` takes a whole address, not `{shown(text)}`"
    hint = "write it whole, as in https://example.org/page/"
    # A part of an address does no harm: the key counts as not given.
    reading.findings.append(diagnose("LT113", message, node.span, hint=hint, severity=Severity.WARNING))
    return None


def _addresses(node: Node, row: Field, reading: Reading, dotted: str) -> tuple[str, ...] | None:
    if isinstance(node, Mapping):
        wrong_kind(node, row, reading)
        return None
    items = node.items if isinstance(node, Sequence) else (node,)
    addresses: list[str] = []
    for item in items:
        address = None if _is_null(item) else _address(item, row, reading, dotted)
        if address:
            reading.places[f"{dotted}.{len(addresses)}"] = item.span
            addresses.append(address)
    return tuple(addresses)


def _table(node: Node, row: Field, reading: Reading, dotted: str) -> object:
    if not isinstance(node, Mapping):
        wrong_kind(node, row, reading, f"write its keys below `{row.name}:`, indented")
        return None
    assert row.table is not None, f"{row.name} declares no table"
    return read_table(node, row.table, reading, dotted + ".").by_key


def _tables(node: Node, row: Field, reading: Reading, dotted: str) -> object:
    if not isinstance(node, Sequence):
        wrong_kind(node, row, reading, f"write `- key: value` items below `{row.name}:`")
        return None
    found = (_table(item, row, reading, f"{dotted}.{index}") for index, item in enumerate(node))
    return tuple(values for values in found if values is not None)


def _any(node: Node, _row: Field, reading: Reading, dotted: str) -> object:
    return filled_in(node, reading, dotted)


def _node(node: Node, _row: Field, _reading: Reading, _dotted: str) -> Node:
    return node


_READERS: dict[Kind, Callable[[Node, Field, Reading, str], object]] = {
    Kind.TEXT: _text,
    Kind.FLAG: _flag,
    Kind.WHOLE: _whole,
    Kind.NUMBER: _number,
    Kind.TEXTS: _texts,
    Kind.ADDRESS: _address,
    Kind.WEB_ADDRESS: _web_address,
    Kind.ADDRESSES: _addresses,
    Kind.TABLE: _table,
    Kind.TABLES: _tables,
    Kind.ANY: _any,
    Kind.NODE: _node,
}
