"""Dates, facts and closed words in the words of a language."""

from __future__ import annotations

import re
from datetime import datetime

from llmtimeline.render.quantities import number_text, quantity_text
from llmtimeline.render.words import Texts
from llmtimeline.values.dates import PartialDate, Precision
from llmtimeline.values.facts import Benchmark, FactValue, License, Modalities, Price
from llmtimeline.values.golayout import ENGLISH, TOKENS, DateWords, format_layout, has_elements
from llmtimeline.values.quantities import Quantity
from llmtimeline.values.views import LinkView

# Fields whose values are words of a closed list, and the family of word keys that holds them.
_CHOICES = {"weights": "openness", "code": "openness", "data": "openness"}
_CLOSED = ("commercial", "event", "status", "certainty", "relation", "kind", "importance")

_MONTHS = range(1, 13)
_HAN = re.compile(r"[\u3400-\u9fff]")
_PHRASE = re.compile(r"\b[a-z]{2,} [a-z]{2,}\b")
_WRITE_HAN = ("zh", "ja", "yue", "wuu")

# The words without which dates, numbers and values cannot be written.
KEYS: tuple[str, ...] = (
    *(f"date_{part}" for part in ("day", "month", "year", "about", "uncertain")),
    *(f"month_{number}" for number in _MONTHS),
    *(f"month_short_{number}" for number in _MONTHS),
    *("day_label", "day_not_given", "month_not_given", "yes", "no", "list_comma", "thousands_mark"),
    *("scaled", "range", "bound_about", "bound_over", "bound_under", "active_share", "with_note"),
    *("undisclosed", "not_applicable", "unit_any", "price_per", "score_share"),
)


def label_text(value: LinkView | str, texts: Texts) -> str:
    """The text of a link or title; `@key` is the word `title_key` or `key` of the language, where there is one.

    The title of a feed may have the site's after it: `@tags · LLM Timeline`.
    """
    text = value if isinstance(value, str) else value.text
    if not text.startswith("@"):
        return text
    key, mark, rest = text[1:].partition(" · ")
    word = texts.get(f"title_{key}") or texts.get(key)
    return word + mark + rest if word else text


def date_text(date: PartialDate, texts: Texts, style: str = "") -> str:
    """As precise as it was given: `2023年9月6日`, `2023年5月`, `2020年`; `约…` and `（存疑）` where they are said.

    A style names another pattern: "short" writes months short, "within_year" leaves the year out.
    """
    precision = date.precision
    key = f"date_{precision.value}"
    if style and f"{key}_{style}" in texts:
        key = f"{key}_{style}"
    month = date.month
    text = texts(
        key,
        year=date.year,
        month=month,
        month_name=texts(f"month_{month}") if month else "",
        month_short=texts(f"month_short_{month}") if month else "",
        day=date.day,
    )
    return _qualified(text, date, texts)


def day_text(date: PartialDate, texts: Texts) -> str:
    """What stands beside a release in the list of its month: the day, or that it is not given."""
    if date.precision is Precision.YEAR:
        return texts("month_not_given")
    if date.precision is Precision.MONTH:
        return texts("day_not_given")
    return _qualified(texts("day_label", day=date.day), date, texts)


def moment_text(moment: datetime, texts: Texts, style: str = "") -> str:
    """The day of a post's date, in the zone in which it was given; as the site's `DateFormat` has it, where it is set.

    The build puts that layout among the words of each language, as `date_layout`. It is for whole dates: below the
    heading of a year, "within_year" is as in `date_text`.
    """
    layout = "" if style == "within_year" else texts.get("date_layout")
    if layout and has_elements(layout):
        return format_layout(layout, moment, _date_words(texts))
    return date_text(PartialDate(moment.year, moment.month, moment.day), texts, style)


def _date_words(texts: Texts) -> DateWords:
    """Names and layouts of the language, the English ones where it has none."""

    def names(key: str, english: tuple[str, ...]) -> tuple[str, ...]:
        found = tuple(name.strip() for name in texts.get(f"layout_{key}").split(","))
        return found if len(found) == len(english) else english

    return DateWords(
        months=names("months", ENGLISH.months),
        months_short=names("months_short", ENGLISH.months_short),
        weekdays=names("weekdays", ENGLISH.weekdays),
        weekdays_short=names("weekdays_short", ENGLISH.weekdays_short),
        layouts={token: texts.get(f"layout_{token}") for token in TOKENS},
    )


def month_text(month: int, texts: Texts, style: str = "") -> str:
    """A month's name: `9 月`, `September`; in the style "short" `Sep`."""
    return texts(f"month_short_{month}" if style == "short" else f"month_{month}")


def field_text(field: str, texts: Texts) -> str:
    """The label of a fact's field; an unknown field's own name."""
    return texts.get(f"field_{field}", field)


def choice_text(word: str, group: str, texts: Texts) -> str:
    """A word of a closed list, such as `open` of weights; an unknown word stays as it is."""
    return texts.get(f"{_CHOICES.get(group, group)}_{word or 'none'}", word)


def value_text(value: FactValue, field: str, texts: Texts) -> str:
    """Any fact's value as plain text."""
    if isinstance(value, bool):
        return texts("yes" if value else "no")
    if isinstance(value, str):
        return choice_text(value, field, texts) if field in _CHOICES or field in _CLOSED else value
    if isinstance(value, tuple):
        return _list_text(value, field, texts)
    return _record_text(value, texts)


def _record_text(value: Quantity | PartialDate | License | Modalities | Benchmark | Price, texts: Texts) -> str:
    match value:
        case Quantity():
            return quantity_text(value, texts)
        case PartialDate():
            return date_text(value, texts)
        case License():
            return texts.get(f"license_{value.name.casefold()}", value.name) or value.url
        case Modalities():
            sides = [
                _joined([choice_text(kind, "modality", texts) for kind in side], texts)
                for side in (value.takes, value.gives)
                if side
            ]
            return " → ".join(sides)
        case Benchmark():
            return _benchmark_text(value, texts)
        case Price():
            return _price_text(value, texts)


def benchmark_name(name: str, texts: Texts) -> str:
    """A benchmark in the language's word, where it has one: `average`, not `MMLU`."""
    return texts.get(f"benchmark_{name.casefold()}", name)


def language_of_phrase(text: str, texts: Texts) -> str:
    """The language of an author's words where it is not the page's; "" otherwise.

    Among Chinese, two English words in lower case make a phrase: names of things, `NVIDIA Tesla V100`, are no language.
    """
    has_han = bool(_HAN.search(text))
    if texts.language.partition("-")[0] == "zh":
        return "en" if not has_han and _PHRASE.search(text) else ""
    return "zh" if has_han and texts.language.partition("-")[0] not in _WRITE_HAN else ""


def _list_text(values: tuple[str, ...] | tuple[Quantity, ...], field: str, texts: Texts) -> str:
    group = "language" if field == "languages" else field
    parts = [
        quantity_text(item, texts) if isinstance(item, Quantity) else choice_text(item, group, texts) for item in values
    ]
    return _joined(parts, texts)


def _joined(parts: list[str], texts: Texts) -> str:
    return texts("list_comma").join(parts)


def _benchmark_text(value: Benchmark, texts: Texts) -> str:
    """Name, metric and score; a metric that is a share, as `% of GPT-4`, stands after its number."""
    name = benchmark_name(value.name, texts)
    share, _, whole = value.metric.partition("% of ")
    if not share and whole:
        text = texts("score_share", name=name, score=value.score, whole=whole)
    elif value.metric.startswith("%"):
        text = f"{name} {value.score}{value.metric}"
    else:
        metric = texts.get(f"metric_{value.metric}", value.metric)
        text = " ".join(part for part in (name, metric, value.score) if part)
    return texts("with_note", text=text, note=choice_text(value.by, "by", texts)) if value.by else text


def _price_text(value: Price, texts: Texts) -> str:
    key = f"unit_{value.currency}"
    amount = number_text(value.amount, "", texts)
    price = texts(key if key in texts else "unit_any", number=amount, unit=value.currency)
    if value.per:
        price = texts("price_per", price=price, per=_per_text(value.per, texts))
    return (
        texts("with_note", text=price, note=choice_text(value.direction, "price", texts)) if value.direction else price
    )


def _per_text(per: str, texts: Texts) -> str:
    """What a price buys, `1K tokens` or `image`, in the language's words for units where it has them."""
    number, _, unit = per.rpartition(" ")
    key = next((key for key in (f"unit_{unit}", f"unit_{unit}s") if key in texts), "")
    return texts(key, 1 if number == "1" else 2, number=number) if key and number else per


def _qualified(text: str, date: PartialDate, texts: Texts) -> str:
    if date.approximate:
        text = texts("date_about", date=text)
    return texts("date_uncertain", date=text) if date.uncertain else text
