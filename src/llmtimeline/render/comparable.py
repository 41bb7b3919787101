"""A model's facts as the script of the comparisons reads them: every text as the page would show it."""

from __future__ import annotations

from collections.abc import Mapping

from llmtimeline.render.labels import benchmark_name, choice_text, date_text, field_text, label_text, value_text
from llmtimeline.render.words import Texts
from llmtimeline.values.addresses import is_safe
from llmtimeline.values.facts import Benchmark, Certainty, License
from llmtimeline.values.views import ComparableModel, FactRow, ModelChip, SourceMark, ValueView, VendorChip

Record = dict[str, object]


def comparable(view: ComparableModel, texts: Texts) -> Mapping[str, object]:
    """Short keys, since most of a file is keys; what is empty is left out.

    Of a model: `id`, `name`, `url`, `by` (vendors), `date`, `at` (the same for machines), `on` (what it is: openness),
    `rows`, `links`. Of a row: `k` (which rows of models belong together), `f` (field), `l` (label), `s` (size), `w`
    (which benchmark), `v` (value), `o` (others). Of a value: `t` (text), `k` (equal for equal values), `q`
    (qualifiers), `u` (its own address), `e` (evidence), `m` (where it is said: address, title, file and line, and the
    language where it is not the page's).
    """
    model = view.model
    rows = [_row(key, row, digest, texts) for (key, row), digest in zip(view.rows, view.keys, strict=True)]
    links = [{"l": choice_text(link.kind, "link", texts), "u": link.url} for link in model.links if is_safe(link.url)]
    return _without_empty(
        {
            **_chip(model.chip),
            "id": model.chip.id,
            "by": [_chip(vendor) for vendor in model.vendors],
            "date": date_text(model.date, texts) if model.date else "",
            "at": model.date.edtf().rstrip("~?%") if model.date else "",
            "rows": rows,
            "links": links,
        }
    )


def _chip(chip: ModelChip | VendorChip) -> Record:
    return _without_empty({"name": chip.name, "url": chip.url})


def _row(key: str, row: FactRow, digest: str, texts: Texts) -> Record:
    value = row.shown.value
    return _without_empty(
        {
            "k": key,
            "f": row.field,
            "l": field_text(row.field, texts),
            "s": row.size,
            "w": benchmark_name(value.name, texts) if isinstance(value, Benchmark) else "",
            "v": {**_value(row.shown, texts), "k": digest},
            "o": [_value(other, texts) for other in row.others],
        }
    )


def _value(view: ValueView, texts: Texts) -> Record:
    qualifiers = [view.note]
    if view.certainty is not Certainty.STATED and not getattr(view.value, "by", ""):
        qualifiers.insert(0, choice_text(view.certainty.value, "certainty", texts))
    if view.since:
        qualifiers.append(texts("since", date=date_text(view.since, texts)))
    own = view.value.url if isinstance(view.value, License) else ""
    return _without_empty(
        {
            "t": value_text(view.value, view.field, texts),
            "q": [text for text in qualifiers if text],
            "u": own if is_safe(own) else "",
            "e": view.url if is_safe(view.url) else "",
            "m": _mark(view.source, texts),
        }
    )


def _mark(source: SourceMark, texts: Texts) -> list[str]:
    mark = [source.url, label_text(source.label, texts), f"{source.path}:{source.line}", source.language]
    return mark if source.language else mark[:3]


def _without_empty(record: Mapping[str, object]) -> Record:
    return {key: value for key, value in record.items() if value}
