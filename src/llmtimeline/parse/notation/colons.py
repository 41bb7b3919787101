"""Full-width colons where YAML needs `: `. Chinese input methods type them, and they look right."""

from __future__ import annotations

import re

# A key at the start of a line, maybe after a dash; quoted keys and values are left alone.
_KEY = re.compile(
    r"""^(?:[ ]*)(?:-[ ]+)*[^\s"'#{}\[\],:：&*!|>%@`-][^"'#{}\[\],:：\n]{0,60}：""",
    re.MULTILINE,
)


def fold_colons(text: str) -> tuple[str, tuple[int, ...], tuple[int, ...]]:
    """The text with `key：value` as `key: value`, where each colon was, and where a space was put in.

    The first offsets count in the text given, the second in the text returned.
    """
    parts: list[str] = []
    colons: list[int] = []
    spaces: list[int] = []
    done = 0
    for found in _KEY.finditer(text):
        colon = found.end() - 1
        parts.append(text[done:colon])
        done = colon + 1
        colons.append(colon)
        if text[done : done + 1] in (" ", "\n", ""):
            parts.append(":")
        else:
            parts.append(": ")
            spaces.append(done + len(spaces))
    parts.append(text[done:])
    return "".join(parts), tuple(colons), tuple(spaces)
