"""The filters that templates know, in the words of one language."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime
from functools import lru_cache
from html import unescape
from typing import TypeVar

from jinja2 import pass_context
from markupsafe import Markup, escape

from llmtimeline.render import calendar, labels, markdown
from llmtimeline.render.comparable import comparable
from llmtimeline.render.elsewhere import absolute, cdata, xml_text
from llmtimeline.render.policy import policy_text
from llmtimeline.render.quantities import bytes_text, number_text, quantity_text
from llmtimeline.render.words import Texts
from llmtimeline.values.addresses import is_safe
from llmtimeline.values.dates import PartialDate
from llmtimeline.values.facts import Benchmark, FactValue, License
from llmtimeline.values.quantities import Quantity
from llmtimeline.values.views import FactRow, ValueView

_LINK = re.compile(r"\[([^\[\]]{1,200})\]\(([^()\s]{1,2000})\)")
_SCRIPT_SAFE = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})
# RFC 822 names, which are English whatever the language.
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

T = TypeVar("T")
Filter = Callable[..., object]


def language_filters(texts: Texts) -> dict[str, Filter]:
    """The filters whose result depends on the page's language."""

    @lru_cache(maxsize=4096)  # one date stands on the pages of its release, models, vendor, year and tags
    def date_text(value: PartialDate, style: str = "") -> str:
        return labels.date_text(value, texts, style)

    spoken: dict[str, Filter] = {
        "date": date_text,
        "day_label": lambda value: labels.day_text(value, texts),
        "datetime": lambda value, style="": labels.moment_text(value, texts, style),
        "month_name": lambda value, style="": labels.month_text(value, texts, style),
        "quantity": lambda value: _quantity(value, texts),
        "value": lambda value, field="": _value(value, field, texts),
        "phrase": lambda text: phrase(text, texts),
        "comparable": lambda view: to_json(comparable(view, texts)),
        "field": lambda value: labels.field_text(value, texts),
        "choice": lambda value, group: labels.choice_text(value, group, texts),
        "label": lambda value: labels.label_text(value, texts),
        "number": texts.grouped,
        "amount": lambda value, unit="": number_text(value, unit, texts),
        "record": lambda value: to_json(labelled(value, texts)),
        "joined": lambda values: texts("list_comma").join(map(str, values)),
    }
    return {name: _per_language(function) for name, function in spoken.items()}


def plain_filters() -> dict[str, Filter]:
    """The filters that are the same in every language."""
    return {
        "isodate": isodate,
        "rfc822": rfc822,
        "safe_url": safe_url,
        "policy": policy_text,
        "xml_text": xml_text,
        "cdata": cdata,
        "absolute": absolute,
        "markdown": markdown.as_markdown,
        "markdown_line": markdown.one_line,
        "markdown_url": markdown.target,
        "markdown_file": markdown.tidy,
        "json": json_value,
        "bibtex": bibtex,
        "ics_text": calendar.calendar_text,
        "ics_day": calendar.calendar_day,
        "ics_end": calendar.calendar_end,
        "ics_moment": calendar.calendar_moment,
        "ics_file": calendar.calendar_file,
        "tojson": to_json,
        "filesize": bytes_text,
        "grouped": grouped,
        "linked": linked,
        "fields": fields_of,
        "percent": lambda share: f"{share * 100:.2f}".rstrip("0").rstrip(".") + "%",
    }


def _per_language(function: Filter) -> Filter:
    # A filter that takes the context is never worked out while a template compiles, so that one compiled template
    # serves all languages.
    @pass_context
    def filtered(_: object, *values: object, **options: object) -> object:
        return function(*values, **options)

    return filtered


def labelled(record: Mapping[str, object], texts: Texts) -> Mapping[str, object]:
    """A record of structured data with the names of its steps in words."""
    steps = record.get("itemListElement")
    if not isinstance(steps, list):
        return record
    return {**record, "itemListElement": [{**step, "name": labels.label_text(step["name"], texts)} for step in steps]}


def isodate(value: PartialDate | datetime | date) -> str:
    """For `<time datetime>` and sitemaps: `2023`, `2023-05`, `2023-05-25`, or a moment with its zone."""
    if isinstance(value, PartialDate):
        return value.edtf().rstrip("~?%")
    return value.isoformat(timespec="seconds") if isinstance(value, datetime) else value.isoformat()


def rfc822(value: datetime) -> str:
    """For RSS: `Wed, 06 Sep 2023 10:00:00 +0800`."""
    moment = value if value.tzinfo else value.replace(tzinfo=UTC)
    day = f"{_WEEKDAYS[moment.weekday()]}, {moment.day:02d} {_MONTHS[moment.month - 1]} {moment.year:04d}"
    return f"{day} {moment:%H:%M:%S %z}"


def safe_url(url: str) -> str:
    """The address, or `#` when its scheme may run code or a control character hides one."""
    return url if is_safe(url) else "#"


def to_json(value: object) -> Markup:
    """JSON that may stand inside a script element: nothing in it can close the element."""
    text = json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))
    return Markup(text.translate(_SCRIPT_SAFE))


def json_value(value: object) -> str:
    """JSON for a file of its own: every character as it is."""
    return json.dumps(_plain(value), ensure_ascii=False)


def bibtex(text: str) -> str:
    """Text for a field of BibTeX, in which braces and backslashes would mean something."""
    return re.sub(r"[{}\\]", "", text)


def grouped(values: Iterable[T], attribute: str) -> list[tuple[object, list[T]]]:
    """Values with an equal attribute, together: (attribute, values). Groups and values keep the order given."""
    groups: dict[object, list[T]] = {}
    for value in values:
        groups.setdefault(getattr(value, attribute), []).append(value)
    return list(groups.items())


def linked(text: str) -> Markup:
    """One line of an author, such as the copyright, with its `[text](address)` as links; entities may stand in it."""
    parts, end = Markup(""), 0
    for link in _LINK.finditer(text):
        parts += unescape(text[end : link.start()])
        parts += Markup('<a href="{}" rel="external">{}</a>').format(safe_url(link[2]), unescape(link[1]))
        end = link.end()
    return parts + unescape(text[end:])


def fields_of(sizes: Iterable[tuple[str, Iterable[FactRow]]]) -> list[str]:
    """The fields that any size has, each once, in order: the columns of the table of sizes."""
    return list(dict.fromkeys(row.field for _, rows in sizes for row in rows))


def _plain(value: object) -> object:
    if value is None or type(value) in (str, bool, int, float):
        return value  # nearly all; the questions below cost more
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    if isinstance(value, (PartialDate, datetime, date)):
        return isodate(value)
    return value if isinstance(value, (int, float)) else str(value)


def _quantity(value: Quantity, texts: Texts) -> Markup | str:
    shown = quantity_text(value, texts)
    if value.amount is None or shown == value.text:
        return shown
    return Markup(f'<data value="{value.amount}" title="{escape(value.text)}">{escape(shown)}</data>')


def phrase(text: str, texts: Texts) -> Markup | str:
    """An author's words, marked where they are of another language than the page, so that they are read out in it."""
    language = labels.language_of_phrase(text, texts)
    return Markup('<span lang="{}">{}</span>').format(language, text) if language else text


def _value(value: ValueView | FactValue, field: str, texts: Texts) -> Markup | str:
    if isinstance(value, ValueView):
        field, value = value.field, value.value
    if isinstance(value, Quantity):
        return _quantity(value, texts)
    if isinstance(value, PartialDate):
        return Markup(f'<time datetime="{isodate(value)}">{escape(labels.date_text(value, texts))}</time>')
    if isinstance(value, License) and value.url:
        text = phrase(labels.value_text(value, field, texts), texts)
        return Markup('<a href="{}" rel="external">{}</a>').format(safe_url(value.url), text)
    if isinstance(value, tuple) and value and isinstance(value[0], Quantity):
        shown = [_quantity(item, texts) for item in value if isinstance(item, Quantity)]
        return Markup(escape(texts("list_comma"))).join(shown)
    text = labels.value_text(value, field, texts)
    return phrase(text, texts) if isinstance(value, (str, License, Benchmark)) else text
