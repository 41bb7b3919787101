"""The words of one language, layered key by key."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from llmtimeline.parse.notation.located import FILE_LIMITS, parse_yaml
from llmtimeline.parse.notation.plain import kind_name, shown
from llmtimeline.values.diagnostics import Checked, Diagnostic, diagnose
from llmtimeline.values.located import Mapping, Node, Scalar
from llmtimeline.values.located import Sequence as Items
from llmtimeline.values.sources import Source
from llmtimeline.values.words import Words

# Plural categories of CLDR.
_FORMS = frozenset({"zero", "one", "two", "few", "many", "other"})
# Hugo's holes are Go's: {{ .Count }}. Ours are {n}.
_GO_HOLE = re.compile(r"\{\{-?\s*\.([A-Za-z_]+)\s*-?\}\}")

_Text = str | dict[str, str]


def parse_words(language: str, sources: Sequence[Source]) -> Checked[Words]:
    """The texts of all files of a language; sources come nearest first, and the nearest one that has a key gives it.

    Reads `key: text`, `key: {one: …, other: …}`, keys in groups as `group.key`, and Hugo's list of `id` and
    `translation`. May add LT101, LT102, LT104, LT106, LT109, LT110, LT118.
    """
    texts: dict[str, _Text] = {}
    findings: list[Diagnostic] = []
    for source in sources:
        document = parse_yaml(source.text, path=source.path, limits=FILE_LIMITS)
        findings.extend(document.diagnostics)
        for key, text in _texts(document.value, findings):
            texts.setdefault(key, text)
    return Checked(Words(language, texts), tuple(findings))


def _texts(node: Node | None, findings: list[Diagnostic]) -> Iterator[tuple[str, _Text]]:
    if isinstance(node, Mapping):
        yield from _of_mapping(node, "", findings)
    elif isinstance(node, Items):
        for item in node:
            yield from _of_item(item, findings)
    elif node is not None:
        findings.append(diagnose("LT104", "words are keys with texts", node.span, hint="write `key: text` lines"))


def _of_mapping(node: Mapping, prefix: str, findings: list[Diagnostic]) -> Iterator[tuple[str, _Text]]:
    for entry in node:
        key = prefix + entry.key.text
        if isinstance(entry.value, Mapping) and not _has_forms(entry.value):
            yield from _of_mapping(entry.value, key + ".", findings)
        else:
            text = _text(key, entry.value, findings)
            if text is not None:
                yield key, text


def _of_item(node: Node, findings: list[Diagnostic]) -> Iterator[tuple[str, _Text]]:
    key = node.get("id") if isinstance(node, Mapping) else None
    value = node.get("translation") if isinstance(node, Mapping) else None
    if not isinstance(key, Scalar) or value is None:
        hint = "write `- id: key` and below it `translation: text`"
        findings.append(diagnose("LT118", "a word without `id` or `translation`", node.span, hint=hint))
        return
    text = _text(key.text, value, findings)
    if text is not None:
        yield key.text, text


def _has_forms(node: Mapping) -> bool:
    return any(entry.key.text in _FORMS and isinstance(entry.value, Scalar) for entry in node)


def _text(key: str, node: Node, findings: list[Diagnostic]) -> _Text | None:
    if isinstance(node, Scalar):
        return _filled(node)
    if not isinstance(node, Mapping):
        findings.append(diagnose("LT106", f"`{shown(key)}` takes a text, not {kind_name(node)}", node.span))
        return None
    forms: dict[str, str] = {}
    for entry in node:
        if entry.key.text not in _FORMS or not isinstance(entry.value, Scalar):
            hint = "forms are `one` and `other`"
            findings.append(
                diagnose("LT106", f"`{shown(key)}` has no form `{shown(entry.key.text)}`", entry.key.span, hint=hint)
            )
        else:
            forms[entry.key.text] = _filled(entry.value)
    if "other" not in forms:
        findings.append(
            diagnose(
                "LT118", f"`{shown(key)}` lacks its form `other`", node.span, hint="it serves for every other number"
            )
        )
    return forms


def _filled(node: Scalar) -> str:
    return _GO_HOLE.sub(lambda hole: "{n}" if hole[1] == "Count" else "{" + hole[1].lower() + "}", node.text)
