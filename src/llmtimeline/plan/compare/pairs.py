"""Which pairs of models have a comparison of their own.

Readers compare a model with the one before it and with the one that it was built on. Anything else they pick
themselves. Two rules give the candidates:

1. an edge of lineage that takes weights or says that the child follows the parent;
2. neighbours in time in one line: among the dated members of a family, or among one vendor's models whose ids begin
   alike up to the first digit (GPT-3, GPT-3.5, GPT-4).

A pair needs a field besides the date that is known of both. Sizes of one model, and a family beside its own member, are
no pair: they stand on one page already. Bounds keep the number of pages linear and small.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from llmtimeline.plan.lines import age, lines_of
from llmtimeline.values.registry import Edge, Model, Registry

MOST_PER_PARENT = 8
MOST_PER_LINE = 24
MOST = 400

_FOLLOWS = frozenset({"successor", "upgrade", "version"})
_COPIES = frozenset({"quantized", "adapter", "merge"})  # the facts of a copy are those of its model
_COMPARED = frozenset({"model", "family", "variant", "version", "product"})
_SIZE = re.compile(r"-?\b\d+(?:\.\d+)?[bm]\b")


def common_pairs(registry: Registry) -> dict[str, tuple[str, str]]:
    """Subject -> the two ids: what was built on the other comes second, else the newer one.

    The subject joins the ids in alphabetical order (`llama-vs-llama-2`), so that a corrected date does not change an
    address. Pairs of the newest models come first; ties by subject.
    """
    models = registry.models
    fields = {model.id: _fields(model) for model in models.values()}
    found: dict[str, tuple[str, str]] = {}
    for one, other in (*_by_edges(models), *_by_lines(models)):
        if _is_pair(one, other) and fields[one.id] & fields[other.id]:
            older, newer = _in_order(one, other)
            found.setdefault(pair_subject(one.id, other.id), (older.id, newer.id))
    ordered = sorted(found.items(), key=lambda item: (_newest(models[item[1][1]]), item[0]))
    return dict(ordered[:MOST])


def pair_subject(one: str, other: str) -> str:
    """The last part of a comparison's address."""
    return "-vs-".join(sorted((one, other)))


def _by_edges(models: Mapping[str, Model]) -> Iterator[tuple[Model, Model]]:
    for parent in models.values():
        children = [models[edge.child] for edge in parent.children if _leads_on(edge) and edge.child in models]
        children.sort(key=lambda child: (_newest(child), child.id))
        yield from ((parent, child) for child in children[:MOST_PER_PARENT])


def _leads_on(edge: Edge) -> bool:
    return edge.relation in _FOLLOWS or (edge.inherits == "weights" and edge.relation not in _COPIES)


def _by_lines(models: Mapping[str, Model]) -> Iterator[tuple[Model, Model]]:
    """Neighbours in time, of each line at most so many of the newest."""
    for line in lines_of(models.values()):
        yield from list(pairwise(line))[-MOST_PER_LINE:]


def _is_pair(one: Model, other: Model) -> bool:
    if one.id == other.id or one.kind not in _COMPARED or other.kind not in _COMPARED:
        return False
    if any(edge.relation in _FOLLOWS and edge.parent in (one.id, other.id) for edge in _edges_between(one, other)):
        return True
    if one.family == other.id or other.family == one.id or set(one.releases) & set(other.releases):
        return False
    is_size = _SIZE.sub("", one.id) == _SIZE.sub("", other.id) and one.date == other.date
    return not is_size and all(edge.relation != "size-of" for edge in _edges_between(one, other))


def _in_order(one: Model, other: Model) -> tuple[Model, Model]:
    if any(edge.parent == other.id for edge in one.parents):
        return other, one
    if any(edge.parent == one.id for edge in other.parents):
        return one, other
    return (one, other) if age(one) <= age(other) else (other, one)


def _edges_between(one: Model, other: Model) -> Iterable[Edge]:
    """Looks at the parents only: a model has few, but may have hundreds of children."""
    yield from (edge for edge in one.parents if edge.parent == other.id)
    yield from (edge for edge in other.parents if edge.parent == one.id)


def _fields(model: Model) -> frozenset[str]:
    return frozenset(claim.field for claim in model.claims if claim.field != "date")


def _newest(model: Model) -> tuple[int, ...]:
    return tuple(-part for part in model.date.timeline_key()) if model.date else (1,)
