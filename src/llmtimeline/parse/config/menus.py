"""Menus: of a config, and of the front matter of a page that puts itself into one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from llmtimeline.parse.config.environment import is_variable
from llmtimeline.parse.config.keys import MENU_ITEM
from llmtimeline.parse.notation.plain import kind_name
from llmtimeline.parse.notation.reading import Reading, read_table
from llmtimeline.parse.notation.typed import Values
from llmtimeline.values.located import Mapping, Node, Scalar, ScalarKind, Sequence
from llmtimeline.values.menus import MenuItem

_KEYS = ("menus", "menu")  # the second is the older name
Menu = tuple[MenuItem, ...]


def read_menus(values: Values, reading: Reading, prefix: str) -> tuple[Menu, dict[str, Menu]]:
    """The main menu, and the others by lower-cased name; entries as written. Adds LT106, LT118 and what fields add."""
    menus: dict[str, list[MenuItem]] = {}
    for key in _KEYS:
        node = values.node(key)
        if node is not None and not isinstance(node, Mapping):
            reading.add("LT106", f"`{key}` takes a mapping, not {kind_name(node)}", node.span, "write `main:` below it")
        for entry in node if isinstance(node, Mapping) else ():
            name = entry.key.text.lower()
            menus.setdefault(name, []).extend(_items(entry.value, f"{prefix}{key}.{name}", reading))
    main = tuple(menus.pop("main", ()))
    return main, {name: tuple(items) for name, items in sorted(menus.items())}


def read_own_entries(values: Values, reading: Reading) -> tuple[tuple[str, MenuItem], ...]:
    """The menus that a page puts itself into, by lower-cased name.

    Hugo takes a name, a list of names, or a mapping of names to what the entry shall be. Adds LT106, and what fields
    add.
    """
    found: dict[str, MenuItem] = {}
    for key in _KEYS:
        node = values.node(key)
        if isinstance(node, Mapping):
            for entry in node:
                name = entry.key.text.lower()
                item = _own_item(entry.value, entry.key, f"{key}.{name}", reading)
                if item is not None:
                    found[name] = item
        else:
            found |= {
                name.text.strip().lower(): MenuItem("", "", span=name.span) for name in _names(node, key, reading)
            }
    return tuple(sorted(found.items()))


def _names(node: Node | None, key: str, reading: Reading) -> Iterator[Scalar]:
    for item in node.items if isinstance(node, Sequence) else (node,):
        if isinstance(item, Scalar):
            if item.text.strip():
                yield item
        elif item is not None:
            reading.add("LT106", f"`{key}` takes names of menus", item.span, f"write `{key}: main`")


def _own_item(node: Node, key: Scalar, name: str, reading: Reading) -> MenuItem | None:
    if isinstance(node, Scalar) and node.kind is ScalarKind.NULL:
        return MenuItem("", "", span=key.span)
    if not isinstance(node, Mapping):
        reading.add(
            "LT106", f"`{name}` takes a mapping, not {kind_name(node)}", node.span, "write `weight: 10` below it"
        )
        return None
    item = _item(read_table(node, MENU_ITEM, reading, f"{name}."))
    return replace(item, url="", page_ref="", span=key.span)


def _items(node: Node, name: str, reading: Reading) -> Iterator[MenuItem]:
    if not isinstance(node, Sequence):
        if not (isinstance(node, Scalar) and not node.text):
            hint = "write `- {name: …, url: /…/}` items"
            reading.add("LT106", f"`{name}` takes a list, not {kind_name(node)}", node.span, hint)
        return
    for index, entry in enumerate(node):
        values = read_table(entry, MENU_ITEM, reading, f"{name}.{index}.")
        if not isinstance(entry, Mapping):
            continue
        item = _item(values)
        if not item.name and not item.page_ref:
            reading.add("LT118", "a menu entry without a name", entry.span, "write `name:` and `url:`")
            continue
        places = (reading.places.get(f"{name}.{index}.{key}") for key in ("pageref", "url"))
        span = next((place for place in places if place is not None), entry.span)
        yield replace(item, span=None if is_variable(span) else span)


def _item(values: Values) -> MenuItem:
    return MenuItem(
        name=values.text("name") or values.text("identifier") or values.text("title"),
        url=values.text("url"),
        page_ref=values.text("pageRef"),
        identifier=values.text("identifier"),
        weight=values.whole("weight"),
        parent=values.text("parent"),
        title=values.text("title"),
    )
