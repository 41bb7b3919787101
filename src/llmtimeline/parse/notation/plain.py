"""Located documents as plain values, for keys that the program itself gives no meaning."""

from __future__ import annotations

import math
import re

from llmtimeline.values.located import Mapping, Node, Scalar, ScalarKind, Sequence

_OCTAL = re.compile(r"[-+]?0[0-7_]+")
_YES = frozenset({"true", "yes", "on"})
_NO = frozenset({"false", "no", "off"})


def plain(node: Node) -> object:
    """The node as str, int, float, bool, None, tuple or dict; keys lower-cased at all levels, as Hugo has them."""
    if isinstance(node, Scalar):
        return plain_scalar(node)
    if isinstance(node, Sequence):
        return tuple(plain(item) for item in node)
    return {entry.key.text.lower(): plain(entry.value) for entry in node}


def plain_scalar(scalar: Scalar) -> str | int | float | bool | None:
    """The scalar by its kind; as text where a number would not be finite or Python would not take it."""
    kind = scalar.kind
    if kind is ScalarKind.INTEGER:
        whole = whole_number(scalar.text)
        return scalar.text if whole is None else whole
    if kind is ScalarKind.FLOAT:
        number = float_number(scalar.text)
        return scalar.text if number is None else number
    if kind is ScalarKind.BOOLEAN:
        return scalar.text.lower() == "true"
    return None if kind is ScalarKind.NULL else scalar.text


def whole_number(text: str) -> int | None:
    """An integer as YAML and TOML write it: signs, underscores, 0x, 0o, 0b, and a leading 0 for base 8 as in Hugo."""
    digits = text.replace("_", "")
    if len(digits) > 40:
        return None
    base = 8 if _OCTAL.fullmatch(digits) else 0
    try:
        return int(digits, base)
    except ValueError:
        pass
    try:
        return int(digits)  # 089: no octal number, and no error either
    except ValueError:
        return None


def float_number(text: str) -> float | None:
    """A finite number, or None."""
    try:
        number = float(text)
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def yes_or_no(scalar: Scalar) -> bool | None:
    """What a scalar says to a yes/no question, quoted or not; None when it does not answer."""
    word = scalar.text.strip().lower()
    if word in _YES:
        return True
    return False if word in _NO else None


def kind_name(node: Node) -> str:
    """What a node is, for messages: "a list"."""
    if isinstance(node, Mapping):
        return "a mapping"
    return "a list" if isinstance(node, Sequence) else "a value"


def shown(text: str, most: int = 60) -> str:
    """A text as a message may quote it: one line, no letters that act on a terminal, not too long."""
    line = "".join(letter if letter.isprintable() else "\ufffd" for letter in text[: most + 1])
    return line if len(line) <= most else line[:most] + "…"
