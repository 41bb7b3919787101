"""Who descends from whom: parents as written become edges between models that exist, without circles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from llmtimeline.register.vendors import either
from llmtimeline.values.diagnostics import Diagnostic, diagnose
from llmtimeline.values.facts import RELATIONS, BaseRef, Origin
from llmtimeline.values.places import Span
from llmtimeline.values.registry import Edge

_SHOWN = 8  # names of a long circle that a message gives
_ORIGINS = {origin: place for place, origin in enumerate(Origin)}


@dataclass(frozen=True, slots=True)
class Lookup:
    """How the names of models and vendors are looked up."""

    model: Callable[[str], str | None]
    vendor: Callable[[str], str | None]
    near_models: Callable[[str], tuple[str, ...]]
    near_vendors: Callable[[str], tuple[str, ...]]


def find_model(lookup: Lookup, name: str, span: Span, found: list[Diagnostic]) -> str | None:
    """The model that a reference means. LT309 when there is none, LT319 when a vendor has the name."""
    model = lookup.model(name)
    if model is None:
        if lookup.vendor(name):
            found.append(_wrong_kind(name, span, "a vendor", "a model"))
        else:
            found.append(_dangling("model", name, span, lookup.near_models(name)))
    return model


def find_vendor(lookup: Lookup, name: str, span: Span, found: list[Diagnostic]) -> str | None:
    """The vendor that a reference means. LT309 when there is none, LT319 when a model has the name."""
    vendor = lookup.vendor(name)
    if vendor is None:
        if lookup.model(name):
            found.append(_wrong_kind(name, span, "a model", "a vendor"))
        else:
            found.append(_dangling("vendor", name, span, lookup.near_vendors(name)))
    return vendor


def _dangling(kind: str, name: str, span: Span, near: Sequence[str]) -> Diagnostic:
    hint = f"did you mean {either(near)}?" if near else f"announce it in a post, or add it to data/{kind}s.yaml"
    return diagnose("LT309", f"no {kind} `{name}`", span, hint=hint)


def _wrong_kind(name: str, span: Span, is_a: str, wanted: str) -> Diagnostic:
    return diagnose("LT319", f"`{name}` is {is_a}, not {wanted}", span, hint=f"name {wanted} here")


def find_edges(bases: Iterable[tuple[str, BaseRef]], lookup: Lookup, found: list[Diagnostic]) -> tuple[Edge, ...]:
    """All edges, sorted by child, parent and relation, each once and none of them closing a circle.

    `bases` are children's ids with what is written of their parents. A plain "based on" gives way to a relation that
    says more, and what a heading's name suggests to what somebody wrote. May add LT309, LT310 and LT319.
    """
    best: dict[tuple[str, str, str], tuple[int, Span]] = {}
    for child, base in bases:
        parent = find_model(lookup, base.name, base.span, found)
        if parent is not None:
            place = (_ORIGINS[base.origin], base.span)
            key = (child, parent, base.relation)
            best[key] = min(best.get(key, place), place)
    told = {(child, parent) for child, parent, relation in best if relation}
    written = {(child, parent) for (child, parent, _), place in best.items() if place[0] != _ORIGINS[Origin.HEADING]}
    edges = tuple(
        Edge(child, parent, relation, RELATIONS.get(relation, "none"), span)
        for (child, parent, relation), (origin, span) in sorted(best.items())
        if (relation or (child, parent) not in told)
        and (origin != _ORIGINS[Origin.HEADING] or (child, parent) not in written)
    )
    parents: dict[str, list[str]] = {}
    spans: dict[tuple[str, str], Span] = {}
    for edge in edges:
        parents.setdefault(edge.child, []).append(edge.parent)
        spans.setdefault((edge.child, edge.parent), edge.span)
    closing = set()
    for chain in find_circles(parents):
        closing.add((chain[-2], chain[-1]))
        found.append(circle(chain, spans[chain[-2], chain[-1]]))
    return tuple(edge for edge in edges if (edge.child, edge.parent) not in closing)


def circle(chain: Sequence[str], span: Span) -> Diagnostic:
    """LT310 with the chain, which ends where it begins."""
    shown = chain if len(chain) <= _SHOWN else (*chain[: _SHOWN - 2], "…", chain[-1])
    return diagnose(
        "LT310",
        f"circle: {' → '.join(f'`{name}`' if name != '…' else name for name in shown)}",
        span,
        hint="nothing can come from itself: take one of these steps out",
    )


def find_circles(parents: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """Chains from child to parent that come back to their start; without their last steps no circle is left.

    Linear in steps; each step is walked once, in the order of ids.
    """
    done: set[str] = set()
    for start in sorted(parents):
        if start in done:
            continue
        path = [start]
        places = {start: 0}
        walks = [iter(dict.fromkeys(parents[start]))]
        while walks:
            parent = next(walks[-1], None)
            if parent is None:
                left = path.pop()
                del places[left]
                done.add(left)
                walks.pop()
            elif parent in places:
                yield (*path[places[parent] :], parent)
            elif parent not in done:
                places[parent] = len(path)
                path.append(parent)
                walks.append(iter(dict.fromkeys(parents.get(parent, ()))))
