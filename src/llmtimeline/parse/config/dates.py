"""Which keys of front matter date a page, and in which order: Hugo's `frontmatter`."""

from __future__ import annotations

from collections.abc import Iterator

from llmtimeline.parse.front.keys import DATE_KEYS
from llmtimeline.parse.notation.plain import kind_name, shown
from llmtimeline.parse.notation.reading import Reading
from llmtimeline.parse.notation.typed import nearest_word
from llmtimeline.values.located import Mapping, Node, Scalar, Sequence

FROM_NAME, FROM_GIT = ":filename", ":git"

_USUAL = {**dict(DATE_KEYS), "lastmod": (FROM_GIT, *dict(DATE_KEYS)["lastmod"])}
_ALIASES = {"lastmod": ("modified",), "publishdate": ("pubdate", "published"), "expirydate": ("unpublishdate",)}
_DEFAULT, _FROM_DISK = ":default", ":filemodtime"
_SPECIAL = (FROM_NAME, FROM_GIT, _DEFAULT, _FROM_DISK)


def read_date_keys(node: Node | None, reading: Reading, *, git: bool) -> dict[str, tuple[str, ...]]:
    """The sources of each date in their order, by the date's lower-cased name; {} where all are the usual ones.

    Besides lower-cased keys of front matter these are `:filename` and `:git`. Adds LT105, LT106, LT108 and LT115.
    """
    found = dict(_USUAL) if git else {}
    if node is None:
        return found
    if not isinstance(node, Mapping):
        reading.add("LT106", f"`frontmatter` takes a mapping, not {kind_name(node)}", node.span, "write `date: [date]`")
        return found
    for entry in node:
        name = entry.key.text.lower()
        if name in _USUAL:
            sources = tuple(dict.fromkeys(_sources(name, entry.value, reading)))
            found[name] = sources or _USUAL[name]
        else:
            near = nearest_word(name, _USUAL)
            hint = f"did you mean `{near}`?" if near else "it takes `date`, `lastmod`, `publishDate` and `expiryDate`"
            reading.add("LT105", f"unknown key `frontmatter.{shown(entry.key.text)}`", entry.key.span, hint)
    return found


def _sources(name: str, node: Node, reading: Reading) -> Iterator[str]:
    if isinstance(node, Mapping):
        reading.add("LT106", f"`frontmatter.{name}` takes a list of keys", node.span, "write `[':filename', date]`")
        return
    for item in node if isinstance(node, Sequence) else (node,):
        key = item.text.strip().lower() if isinstance(item, Scalar) else ""
        if key == _DEFAULT:
            yield from _USUAL[name]
        elif key == _FROM_DISK:
            message = "`:fileModTime` has no effect: every checkout changes the files' times"
            reading.add("LT115", message, item.span, "set `enableGitInfo: true` and write `:git`")
        elif key.startswith(":") and key not in _SPECIAL:
            near = nearest_word(key, _SPECIAL)
            hint = f"did you mean `{near}`?" if near else "there are `:filename`, `:git` and `:default`"
            reading.add("LT108", f"no source of dates is named `{shown(key)}`", item.span, hint)
        elif key:
            yield key
            yield from _ALIASES.get(key, ())
