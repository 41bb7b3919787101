"""data/ids.lock: ids once published stay, or say where they went."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from llmtimeline.register.near import NearNames
from llmtimeline.values.diagnostics import Diagnostic, diagnose
from llmtimeline.values.places import Span
from llmtimeline.values.registry import Catalog, LockedId, Registry

LOCK_PATH = "data/ids.lock"
_KINDS = ("vendor", "model", "release")
_SHOWN = 5  # ids that a note names


def follow_moves(locked: Sequence[LockedId] | None) -> dict[tuple[str, str], str]:
    """(kind, old id) -> the id that it has in the end; moves in a ring lead nowhere and are left out."""
    steps = {(line.kind, line.id): line.moved_to for line in locked or () if line.moved_to}
    ends: dict[tuple[str, str], str] = {}
    for kind, old in sorted(steps):
        walked: list[str] = []
        seen: set[str] = set()
        here = old
        while (kind, here) in steps and (kind, here) not in ends and here not in seen:
            seen.add(here)
            walked.append(here)
            here = steps[kind, here]
        end = "" if here in seen else ends.get((kind, here), here)
        ends.update(((kind, step), end) for step in walked)
    return {key: end for key, end in ends.items() if end}


def check_lock(
    locked: Sequence[LockedId] | None, published: Mapping[str, Iterable[str]], found: list[Diagnostic]
) -> dict[tuple[str, str], str]:
    """The moves that lead from an id which is gone to one which is there.

    `published` has the ids of each kind. Adds LT311 for ids that are gone or moved to nowhere, and one LT316
    for the new ids of each kind. Without a lock nothing is checked.
    """
    if locked is None:
        return {}
    alive = {kind: frozenset(published.get(kind, ())) for kind in _KINDS}
    ends = follow_moves(locked)
    moved: dict[tuple[str, str], str] = {}
    near: dict[str, NearNames] = {}
    for line in locked:
        ids = alive.get(line.kind, frozenset())
        if line.id in ids:
            continue
        end = ends.get((line.kind, line.id), "")
        if end in ids:
            moved[line.kind, line.id] = end
        else:
            if line.kind not in near:
                near[line.kind] = NearNames(ids)
            found.append(_gone(line, end, near[line.kind]))
    path = locked[0].span.path if locked else LOCK_PATH
    for kind in _KINDS:
        known = {line.id for line in locked if line.kind == kind and not line.moved_to}
        new = sorted(alive[kind] - known)
        if new:
            found.append(_not_locked(kind, new, path))
    return dict(sorted(moved.items()))


def lock_lines(registry: Registry, catalog: Catalog) -> tuple[str, ...]:
    """The new content of data/ids.lock: every id that is published now or was before, and every move; sorted."""
    lines = {f"{line.kind} {line.id}" for line in catalog.locked or () if not line.moved_to}
    lines -= {f"{line.kind} {line.id}" for line in catalog.locked or () if line.moved_to}
    lines |= {f"{line.kind} {line.id} -> {line.moved_to}" for line in catalog.locked or () if line.moved_to}
    for kind, ids in (("vendor", registry.vendors), ("model", registry.models), ("release", registry.releases)):
        lines |= {f"{kind} {identity}" for identity in ids}
    return tuple(sorted(lines))


def _gone(line: LockedId, end: str, near: NearNames) -> Diagnostic:
    if end:
        message = f"{line.kind} `{line.id}` moved to `{end}`, which does not exist"
        return diagnose("LT311", message, line.span, hint="name an id that exists")
    target = next(iter(near.nearest(line.id, 1)), "new-id")
    return diagnose(
        "LT311",
        f"{line.kind} `{line.id}` was published and is gone",
        line.span,
        hint=f"bring it back, or write `{line.kind} {line.id} -> {target}` so that old addresses lead on",
    )


def _not_locked(kind: str, new: Sequence[str], path: str) -> Diagnostic:
    shown = ", ".join(new[:_SHOWN]) + (", …" if len(new) > _SHOWN else "")
    count = f"1 {kind} is" if len(new) == 1 else f"{len(new)} {kind}s are"
    return diagnose("LT316", f"{count} not locked yet: {shown}", Span(path), hint="run `llmtimeline lock`")
