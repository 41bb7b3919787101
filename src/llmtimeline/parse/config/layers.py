"""Several config documents as one. Each value keeps the place where it was written, so findings name the right file."""

from __future__ import annotations

from collections.abc import Sequence as Several

from llmtimeline.parse.notation.located import FILE_LIMITS, parse_json, parse_toml, parse_yaml
from llmtimeline.parse.notation.plain import kind_name
from llmtimeline.parse.notation.reading import Reading
from llmtimeline.values.located import Entry, Mapping, Node, Scalar, ScalarKind
from llmtimeline.values.places import Span
from llmtimeline.values.sources import Source

_PARSERS = {"toml": parse_toml, "json": parse_json}
_WHOLE = ("hugo", "config")  # files of config/ that hold any key; others are named after the one that they hold


def read_sources(sources: Several[Source], reading: Reading) -> tuple[Node | None, bool]:
    """The documents of config files laid over each other, and whether every one of them could be read.

    Mappings are merged at all levels; everything else is replaced, lists too. Adds LT101, LT102, LT104, LT109, LT110.
    """
    root: Node | None = None
    is_whole = True
    for source in sources:
        parse = _PARSERS.get(source.path.rpartition(".")[2].lower(), parse_yaml)
        document = parse(source.text, path=source.path, limits=FILE_LIMITS)
        reading.findings += document.diagnostics
        node = document.value
        if node is None:
            is_whole = is_whole and not document.diagnostics
            continue
        if isinstance(node, Scalar) and node.kind is ScalarKind.NULL:
            continue
        node = placed(_path_of(source.path), node, Span(source.path))
        if not isinstance(node, Mapping):
            reading.add("LT104", f"the config is {kind_name(node)}, not a mapping", node.span, "write `key: value`")
            is_whole = False
        elif len(sources) == 1:
            root = node
        else:
            root = overlay(root, _with_menus(node))
    return root, is_whole


def placed(path: Several[str], node: Node, span: Span) -> Node:
    """The node below keys; `span` is the place that the keys are said to stand at."""
    for key in reversed(path):
        node = Mapping((Entry(Scalar(key, span), node),), span)
    return node


def overlay(below: Node | None, above: Node) -> Node:
    """Two documents as one. Keys are compared without case."""
    if not isinstance(below, Mapping) or not isinstance(above, Mapping):
        return above
    entries = list(below.entries)
    # Of keys that differ only by case the last one counts.
    positions = {entry.key.text.lower(): position for position, entry in enumerate(entries)}
    for entry in above:
        position = positions.get(entry.key.text.lower())
        if position is None:
            entries.append(entry)
        else:
            entries[position] = Entry(entry.key, overlay(entries[position].value, entry.value))
    return Mapping(tuple(entries), below.span)


def _path_of(path: str) -> tuple[str, ...]:
    """Where in the config a file belongs: `config/_default/params.yaml` below `params`, `menus.zh.yaml` below the
    language's `menus`, any other file of a language below the language itself."""
    if not path.startswith("config/"):
        return ()
    stem = path.rpartition("/")[2].rpartition(".")[0]
    if stem.lower() in _WHOLE:
        return ()
    name, _, language = stem.partition(".")
    if not language:
        return (name,)
    inner = {"menu": ("menus",), "menus": ("menus",), "params": ("params",)}
    return ("languages", language, *inner.get(name.lower(), ()))


def _with_menus(root: Mapping) -> Mapping:
    """The document with `menu` under its newer name, so that one file's `menu` is laid over another's `menus`."""
    entries = []
    for entry in root:
        key = entry.key.text.lower()
        if key == "menu" and root.get("menus") is None:
            entries.append(Entry(Scalar("menus", entry.key.span), entry.value))
        elif key == "languages" and isinstance(entry.value, Mapping):
            languages = tuple(
                Entry(each.key, _with_menus(each.value) if isinstance(each.value, Mapping) else each.value)
                for each in entry.value
            )
            entries.append(Entry(entry.key, Mapping(languages, entry.value.span)))
        else:
            entries.append(entry)
    return Mapping(tuple(entries), root.span)
