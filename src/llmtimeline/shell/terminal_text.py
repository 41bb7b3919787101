"""Text that is safe to print: one line, nothing that moves a cursor, hides text or speaks to CI."""

from __future__ import annotations

import unicodedata

from llmtimeline.values.places import Span

_TAB = 4  # cells


def shown(text: str) -> str:
    """The text with line breaks as spaces, and control, format and bidi characters as `\\u202e` escapes."""
    return "".join(_shown(character) for character in text)


def _shown(character: str) -> str:
    if character in "\t\n\r":
        return " "
    category = unicodedata.category(character)
    if category in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp") or (category == "Cn" and not character.isprintable()):
        number = ord(character)
        return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"
    return character


def path_from(path: str, base: str) -> str:
    """A path of the site as seen from `base`; those of other layers, such as `<built-in>/…`, stay as they are."""
    return path if path.startswith("<") else base + path


def place_of(span: Span, base: str = "") -> str:
    """`content/post/a.md:3:8`."""
    return f"{shown(path_from(span.path, base))}:{span.line}:{span.column}"


def cells(text: str) -> int:
    """How many cells of a terminal the text takes: Chinese characters take two, combining marks none."""
    return sum(_cells(character) for character in text)


def _cells(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def expanded(line: str) -> str:
    """A source line as `shown` shows it, its tabs as spaces to the next stop."""
    out: list[str] = []
    width = 0
    for character in line:
        piece = " " * (_TAB - width % _TAB) if character == "\t" else shown(character)
        out.append(piece)
        width += cells(piece)
    return "".join(out)
