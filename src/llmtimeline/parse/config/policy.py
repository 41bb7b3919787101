"""From where a site lets its pages load files: `timeline.contentSecurityPolicy`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from llmtimeline.parse.notation.plain import kind_name, shown, yes_or_no
from llmtimeline.parse.notation.reading import Reading, read_table
from llmtimeline.parse.notation.typed import Field, Kind, Table
from llmtimeline.values.located import Mapping, Node, Scalar
from llmtimeline.values.policy import DIRECTIVES, PolicySettings

_PREFIX = "timeline.contentsecuritypolicy."
_FILES = {
    "script": "scripts",
    "style": "style sheets",
    "image": "images",
    "font": "fonts",
    "connect": "what scripts ask for",
    "media": "sound and films",
    "frame": "frames",
    "worker": "background scripts",
    "form": "where forms are sent",
}

CONTENT_POLICY = Table(
    "contentSecurityPolicy",
    tuple(Field(name, Kind.TEXTS, f"hosts besides our own: {_FILES[name]}") for name in DIRECTIVES),
)

# The grammar of a source in "Content Security Policy Level 3". Words and digests stand in quotes there.
_WORD = re.compile(
    r"'?(self|none|unsafe-inline|unsafe-eval|wasm-unsafe-eval|unsafe-hashes|strict-dynamic"
    r"|sha(?:256|384|512)-[A-Za-z0-9+/_-]+={0,2})'?"
)
_PLACE = re.compile(
    r"\*|(?:https?|wss?|data|blob):"
    r"|(?:(?:https?|wss?)://)?(?:\*\.)?[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*(?::(?:\d{1,5}|\*))?(?:/[\w.~!$&()*+=:@%/-]*)?"
)


def read_policy(node: Node | None, reading: Reading) -> PolicySettings:
    """`false`, `true`, or sources by kind of file; a source that no browser takes is left out.

    May add LT102, LT105, LT106 and LT108.
    """
    if node is None:
        return PolicySettings()
    if isinstance(node, Scalar) and (answer := yes_or_no(node)) is not None:
        return PolicySettings(wanted=answer)
    if not isinstance(node, Mapping):
        message = f"`contentSecurityPolicy` takes false or a mapping, not {kind_name(node)}"
        reading.add("LT106", message, node.span, "write `{script: [https://example.org]}`, or false for no policy")
        return PolicySettings()
    values = read_table(node, CONTENT_POLICY, reading, _PREFIX)
    more = {DIRECTIVES[name]: tuple(_sources(name, values.texts(name), reading)) for name in DIRECTIVES}
    return PolicySettings(wanted=True, more={directive: sources for directive, sources in more.items() if sources})


def _sources(name: str, written: tuple[str, ...], reading: Reading) -> Iterator[str]:
    for number, text in enumerate(written):
        source = text.strip()
        if word := _WORD.fullmatch(source):
            yield f"'{word[1]}'"
        elif _PLACE.fullmatch(source):
            yield source
        else:
            place = reading.places.get(f"{_PREFIX}{name}.{number}") or reading.places[_PREFIX + name]
            hint = "write a host such as https://example.org or *.example.org, or a word such as unsafe-inline"
            reading.add("LT108", f"`{shown(text)}` is no source of {_FILES[name]}", place, hint)
