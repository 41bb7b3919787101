"""Links of a release block, a size or a labelled line."""

from __future__ import annotations

import re
from dataclasses import replace

from llmtimeline.parse.facts.block_fields import LINK_KINDS, LINK_LABELS
from llmtimeline.parse.facts.field_reading import FieldTask, read_word
from llmtimeline.parse.facts.field_words import by_writing
from llmtimeline.parse.facts.scalar_lists import is_empty, items_of
from llmtimeline.parse.links import encode_address, is_safe, link_kind, trimmed
from llmtimeline.values.diagnostics import Diagnostic
from llmtimeline.values.facts import Link, Origin
from llmtimeline.values.located import Mapping, Node, Scalar

_LINK_KEYS = by_writing(
    {
        "url": ("link", "地址", "链接", "网址"),
        "kind": ("type", "类型", "种类"),
        "label": ("title", "text", "name", "标题", "名称"),
        "language": ("lang", "语言"),
    }.items()
)


def read_links(value: Node, findings: list[Diagnostic], kind: str = "") -> tuple[Link, ...]:
    """Addresses, `[label](address)`, or mappings `{url, kind, label}`; their kind is `kind`, else told by the address.

    May add LT106, LT108, LT111, LT113, LT118.
    """
    task = FieldTask("links", Origin.BLOCK, findings)
    links: list[Link] = []
    for item in items_of(value):
        if isinstance(item, Scalar):
            links += _links_in(item, kind, task)
        elif isinstance(item, Mapping):
            links += _described_link(item, kind, task)
        else:
            task.wrong_kind(item, "addresses, or mappings with url and kind", "write `{url: https://…, kind: paper}`")
    return tuple(links)


_ADDRESS = re.compile(
    r"\[(?P<label>[^\[\]]*)\]\(<?(?P<target>[^()<>\s]*(?:\([^()<>\s]*\)[^()<>\s]*)*)>?\)"
    r"|(?P<bare>(?<![A-Za-z0-9+.-])[A-Za-z][A-Za-z0-9+.-]{1,20}://[^\s<>\"'（），。；、！？“”「」《》\u3400-\u9fff]+)"
)


def _links_in(scalar: Scalar, kind: str, task: FieldTask) -> list[Link]:
    """All addresses of a line; a line without any is taken as one address, such as `/files/paper.pdf`."""
    found = list(_ADDRESS.finditer(scalar.text))
    if not found:
        made = _link(scalar.text.strip(), "", kind, scalar, task)
        return [made] if made else []
    links = []
    for address in found:
        url = address["target"] if address["bare"] is None else trimmed(address["bare"])
        start = address.start("target" if address["bare"] is None else "bare") + scalar.quoted
        place = replace(scalar, span=scalar.span.shifted(start, max(1, len(url))))
        links.append(_link(url, (address["label"] or "").strip(), kind, place, task))
    return [link for link in links if link]


def _link(url: str, label: str, kind: str, place: Scalar, task: FieldTask) -> Link | None:
    if not url:
        return None
    if not is_safe(url):
        task.unsafe(url, place.span)
        return None
    address = encode_address(url)
    return Link(address, kind or link_kind(address), label, place.span)


def _described_link(item: Mapping, kind: str, task: FieldTask) -> list[Link]:
    parts = task.parts(item, _LINK_KEYS, "a link")
    url = parts.get("url")
    if not isinstance(url, Scalar) or is_empty(url):
        task.tell("LT118", "`url` is missing", item.span, "write `{url: https://…, kind: paper}`")
        return []
    if "kind" in parts:
        kind = read_word(task, parts["kind"], _KINDS, "kind") or kind
    made = _link(url.text.strip(), task.text(parts, "label"), kind, url, task)
    return [replace(made, language=task.text(parts, "language"))] if made else []


_KINDS = {**{label: kind for label, kind in LINK_LABELS.items() if kind}, **{kind: kind for kind in LINK_KINDS}}
