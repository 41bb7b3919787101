"""The index of a language as files: one, or a manifest with shards by year where one would be too large."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import groupby

from llmtimeline.plan.edition import Edition
from llmtimeline.plan.frames import Planned
from llmtimeline.plan.pages import Rank
from llmtimeline.plan.search.documents import KINDS, Document
from llmtimeline.plan.search.names import known_slips, name_groups
from llmtimeline.values.outputs import Output, Text

FORMAT = 1
MOST_BYTES = 1_500_000
"""Of one file. Our own index shrinks to 0.37 of that in transfer (gzip), Chinese characters at random to 0.63: no file
passes 1 MB on its way. Bytes are counted, since how far a text shrinks depends on the release of zlib."""

_KIND_NUMBERS = {kind: number for number, kind in enumerate(KINDS)}


def plan_index(edition: Edition, documents: Sequence[Document], most: int = MOST_BYTES) -> Iterator[Planned]:
    """`search.<language>.json`, and its shards where it would pass `most` bytes.

    The file holds `names`, lists of names that mean the same; `slips`, pairs of a misspelling and what is meant; and
    either `pages`, or `shards`: addresses of files with a list of pages each, to be fetched in this order. A page is
    `[kind, url, title, date, names, parts]`, a part `[anchor, heading, text, date]`.

    Pages do not know a digest of it: else each new post would change every page. Scripts ask whether it has changed.
    """
    head = _head(edition)
    pages = [_page(document) for document in documents]
    if sum(map(_size, pages)) + _size(json_line(head)) <= most:
        yield _planned(edition, "", _joined(head, pages))
        return
    shards = []
    for name, part in _shards(documents, pages, most):
        text = f"[{','.join(part)}]\n"
        digest = sha256(text.encode("utf-8", "replace")).hexdigest()[:8]
        shards.append(f"{edition.index.routes.search_data(edition.key, name).url}?v={digest}")
        yield _planned(edition, name, text)
    yield _planned(edition, "", json_line({**head, "shards": shards}) + "\n")


def plan_names(edition: Edition) -> Iterator[Planned]:
    """The same file for another engine: names and slips alone."""
    yield _planned(edition, "", json_line(_head(edition)) + "\n")


def json_line(value: object) -> str:
    """Compact JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _head(edition: Edition) -> dict[str, object]:
    registry = edition.index.registry
    return {"format": FORMAT, "names": name_groups(registry), "slips": known_slips(registry, edition.key)}


def _joined(head: dict[str, object], pages: Iterable[str]) -> str:
    return f'{json_line(head)[:-1]},"pages":[{",".join(pages)}]}}\n'


def _page(document: Document) -> str:
    parts = [_trimmed((part.anchor, part.heading, part.text, part.date)) for part in document.parts]
    kind = _KIND_NUMBERS[document.kind]
    return json_line((kind, document.url, document.title, document.date, document.names, parts))


def _trimmed(fields: tuple[str, ...]) -> tuple[str, ...]:
    """Without the empty ones at the end."""
    while fields and not fields[-1]:
        fields = fields[:-1]
    return fields


def _shards(documents: Sequence[Document], pages: Sequence[str], most: int) -> Iterator[tuple[str, list[str]]]:
    """(name, pages): what has no year first, models and vendors among it; then the years, the newest first.

    A year that is too large for one is cut in several. Models go with the rest of the undated: they are what most ask
    for, and a model stands for all its years.
    """
    together = sorted(zip(documents, pages, strict=True), key=lambda pair: _shard_order(pair[0]))
    for name, group in groupby(together, key=lambda pair: _shard_of(pair[0])):
        for number, part in enumerate(_cut([page for _, page in group], most), start=1):
            yield (name if number == 1 else f"{name}-{number}"), part


def _shard_of(document: Document) -> str:
    return document.year if document.year and document.kind in ("post", "page") else "names"


def _shard_order(document: Document) -> tuple[bool, int]:
    name = _shard_of(document)
    return (False, 0) if name == "names" else (True, -int(name))


def _cut(pages: Sequence[str], most: int) -> Iterator[list[str]]:
    part: list[str] = []
    size = 0
    for page in pages:
        weight = _size(page)
        if part and size + weight > most:
            yield part
            part, size = [], 0
        part.append(page)
        size += weight
    if part:
        yield part


def _size(text: str) -> int:
    return len(text.encode("utf-8", "replace")) + 1


def _planned(edition: Edition, shard: str, text: str) -> Planned:
    path = edition.index.routes.search_data(edition.key, shard).path
    return Planned(Output(path, Text(text), None, "search index"), Rank.OURS)
