"""The rows of a comparison: one a field, a cell a model."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from llmtimeline.plan.claims import claims_shown
from llmtimeline.plan.edition import Edition
from llmtimeline.plan.facts import fact_rows, first_word, subject_of, value_key
from llmtimeline.plan.model_links import model_links
from llmtimeline.plan.pages import Page
from llmtimeline.values.facts import Benchmark, field_rank
from llmtimeline.values.registry import Claim, Model
from llmtimeline.values.views import ComparedCell, ComparedModel, ComparedRow, FactRow, TypedLinkView

VERDICTS = ("differs", "one", "alike", "same")
_LINK_KINDS = ("announcement", "paper", "weights", "repo", "license")

RowKey = tuple[str, str]  # field, and which benchmark or price; "" for all others


def compared_model(edition: Edition, page: Page, model: Model) -> ComparedModel:
    """The head of a column. `page` is the one that shows it."""
    summary, language = edition.cards.summary_of(model)
    return ComparedModel(
        chip=edition.cards.model(model.id),
        vendors=edition.cards.vendors(model.vendors),
        date=model.date,
        summary=summary,
        summary_language=language,
        weights=first_word(model.claims, "weights"),
        commercial=first_word(model.claims, "commercial"),
        links=_chosen(model_links(edition, page, model)),
    )


def facts_to_compare(edition: Edition, model: Model) -> list[tuple[RowKey, FactRow]]:
    """All rows of a model and of its sizes, each with the key of the row in which it stands beside other models'."""
    whole: list[Claim] = []
    sizes: dict[str, list[Claim]] = {}
    for claim in claims_shown(edition.index, model):
        (sizes.setdefault(claim.size, []) if claim.size else whole).append(claim)
    rows = list(fact_rows(whole, edition.tellings.mark))
    for size, claims in sizes.items():
        rows += fact_rows(claims, edition.tellings.mark, size)
    return [((row.field, _subject_key(row)), row) for row in rows]


def compared_rows(models: Sequence[Sequence[tuple[RowKey, FactRow]]]) -> tuple[ComparedRow, ...]:
    """The rows of `facts_to_compare` of each model, put side by side in the order of fields."""
    cells: dict[RowKey, list[list[FactRow]]] = {}
    for column, rows in enumerate(models):
        for key, row in rows:
            cells.setdefault(key, [[] for _ in models])[column].append(row)
    ordered = sorted(cells.items(), key=lambda item: field_rank(item[0][0]))
    return tuple(_row(field, columns) for (field, _), columns in ordered)


def counted(rows: Sequence[ComparedRow]) -> tuple[tuple[str, int], ...]:
    """How many rows differ, are known of one model, are the same."""
    counts = Counter(row.verdict for row in rows)
    return tuple((verdict, counts[verdict]) for verdict in VERDICTS if counts[verdict])


def _row(field: str, columns: Sequence[Sequence[FactRow]]) -> ComparedRow:
    cells = tuple(_cell(rows) for rows in columns)
    given = [_meaning(cell) for cell in cells if not cell.is_empty]
    if field == "date":
        verdict = ""
    elif len(given) == 1:
        verdict = "one"
    elif any(meaning != given[0] for meaning in given):
        verdict = "differs"
    else:
        verdict = "same" if len(given) == len(cells) else "alike"
    first = next(rows for rows in columns if rows)
    return ComparedRow(field, _subject_name(first), cells, verdict)


def _cell(rows: Sequence[FactRow]) -> ComparedCell:
    shown = next((row for row in rows if not row.size), None)
    return ComparedCell(shown, tuple(row for row in rows if row.size))


def _meaning(cell: ComparedCell) -> object:
    """Equal for cells that say the same."""
    sizes = frozenset((row.size, value_key(row.shown.value)) for row in cell.sizes)
    return value_key(cell.shown.shown.value) if cell.shown else "", sizes


def _subject_key(row: FactRow) -> str:
    subject = subject_of(row.shown.value)
    return "|".join(map(str, subject)) if isinstance(subject, tuple) else str(subject)


def _subject_name(rows: Sequence[FactRow]) -> str:
    value = rows[0].shown.value
    return value.name if isinstance(value, Benchmark) else ""


def _chosen(links: Sequence[TypedLinkView]) -> tuple[TypedLinkView, ...]:
    first = {link.kind: link for link in reversed(links)}
    return tuple(first[kind] for kind in _LINK_KINDS if kind in first)
