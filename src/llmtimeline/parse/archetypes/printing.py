"""`printf`, as far as titles and dates need it: %s %d %q %v %% with a width, filled with spaces or zeros."""

from __future__ import annotations

import re
from collections.abc import Sequence

from llmtimeline.parse.archetypes.values import RefusalError, Value, text_of, whole_of

_VERB = re.compile(r"%(?P<flags>[-0]*)(?P<width>[0-9]{0,3})(?P<verb>.|\Z)", re.DOTALL)
_QUOTED = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def printf(given: Sequence[Value]) -> str:
    """The format with its values. Raises RefusalError for other verbs, and where values and verbs do not match."""
    layout, *values = given
    waiting = list(reversed(values))

    def write(found: re.Match[str]) -> str:
        verb = found["verb"]
        if found[0] == "%%":
            return "%"
        if verb not in ("s", "d", "q", "v"):
            raise RefusalError(f"`{found[0]}` is no verb that is known here: %s %d %q %v %%")
        if not waiting:
            raise RefusalError(f"there is no value for `{found[0]}`")
        return _filled(_written(waiting.pop(), verb), found["flags"], int(found["width"] or 0))

    text = _VERB.sub(write, text_of(layout))
    if waiting:
        raise RefusalError(f"{len(values)} values are more than the format takes")
    return text


def _written(value: Value, verb: str) -> str:
    if verb == "d":
        if isinstance(value, str):
            raise RefusalError(f"`%d` takes a whole number, not the text `{value[:40]}`; use %s")
        return str(whole_of(value))
    text = text_of(value)
    return '"' + "".join(_QUOTED.get(sign, sign) for sign in text) + '"' if verb == "q" else text


def _filled(text: str, flags: str, width: int) -> str:
    if "-" in flags:
        return text.ljust(width)
    if "0" not in flags:
        return text.rjust(width)
    sign = "-" if text.startswith("-") else ""
    return sign + text[len(sign) :].rjust(width - len(sign), "0")
