"""What happened to a model and to our record of it, in one list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from llmtimeline.plan.edition import Edition
from llmtimeline.values.dates import PartialDate
from llmtimeline.values.facts import Erratum
from llmtimeline.values.registry import Model
from llmtimeline.values.views import (
    ErratumView,
    FactRow,
    HistoryEntry,
    ModelChip,
    SourceMark,
    ValueView,
    VendorChip,
)


def history_of(edition: Edition, model: Model, facts: Sequence[FactRow]) -> tuple[HistoryEntry, ...]:
    """A model's releases and the corrections of its record, newest first; corrections without a date come last.

    Of one date the release stands before the correction: it came first, and the list runs backwards only by date.
    """
    known = edition.index.registry.releases
    shown = {row.field: row.shown for row in reversed(facts) if not row.size}
    entries = [
        HistoryEntry(known[release].date, release=edition.cards.release(release))
        for release in model.releases
        if release in known
    ]
    entries += (_correction(edition, model, erratum, shown) for erratum in model.errata)
    return tuple(sorted(entries, key=_newest_first))


def _newest_first(entry: HistoryEntry) -> tuple[bool, tuple[int, ...], bool]:
    date = tuple(-part for part in entry.date.timeline_key()) if entry.date else ()
    return entry.date is None, date, entry.erratum is not None


def _correction(edition: Edition, model: Model, erratum: Erratum, shown: Mapping[str, ValueView]) -> HistoryEntry:
    """A correction with its reason in the page's language, else in the first that there is, which is then named."""
    why = erratum.why.given(edition.key) or erratum.why.given("")
    language = ""
    if why is None and erratum.why.by_language:
        key, why = erratum.why.by_language[0]
        known = edition.index.languages.get(key)
        language = known.locale if known else key
    now = shown.get(erratum.field)
    view = ErratumView(
        date=erratum.date,
        field=erratum.field,
        was=erratum.was,
        why=why or "",
        language=language,
        now=now,
        now_chips=_chips_now(edition, model, erratum.field),
        stands=now is not None and _is_still(erratum.was, now),
        source=_source(edition, model, erratum),
    )
    return HistoryEntry(erratum.date, erratum=view)


def _is_still(was: str, now: ValueView) -> bool:
    """Whether the value that is doubted is the one that the page still shows: `>200` and `>200 (suspect)`, or a date,
    which headings write in other ways."""
    if isinstance(now.value, PartialDate) and now.value.edtf().rstrip("~?%") == was:
        return True
    was, text = (" ".join(each.casefold().split()) for each in (was, now.text))
    return bool(was) and (text == was or text.startswith(was + " ("))


def _chips_now(edition: Edition, model: Model, field: str) -> tuple[VendorChip | ModelChip, ...]:
    """What the page says in place of a wrong vendor or base."""
    if field == "vendors":
        return edition.cards.vendors(model.vendors)
    if field == "base":
        return tuple(edition.cards.model(edge.parent) for edge in model.parents)
    return ()


def _source(edition: Edition, model: Model, erratum: Erratum) -> SourceMark:
    """The section that corrects itself; the catalog has none."""
    span, known, told = erratum.span, edition.index.registry.releases, edition.tellings.told
    for release in model.releases:
        for telling in told.of_release(known[release]) if release in known else ():
            if telling.post.path == span.path:
                language = edition.tellings.locale(telling.language)
                return SourceMark(telling.url, telling.page.label, span.path, span.line, language=language)
    return SourceMark("", "", span.path, span.line)
