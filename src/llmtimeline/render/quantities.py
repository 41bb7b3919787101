"""Quantities as readers of a language write them: `1800 亿`, `180B`."""

from __future__ import annotations

import math
import re
from decimal import Decimal
from functools import lru_cache

from llmtimeline.render.words import Texts
from llmtimeline.values.quantities import Bound, Known, Quantity

# Powers of ten for which a language may have a word: Chinese counts in 万 and 亿, English in M, B and T.
_POWERS = (12, 9, 8, 6, 4)
_PLACES = Decimal("0.0001")
_MILLION = 1_000_000
_BEYOND_WORDS = 10**16  # operations of a training run: no language counts so far
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_GAP_IN_HAN = re.compile(r"(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])")  # "4096 块", but "1 万块"


def number_text(amount: float, unit: str, texts: Texts) -> str:
    """An amount in the language's steps: 180_000_000_000 is `1800 亿` or `180B`; small ones in full: `4,096`.

    Token counts below a million that are whole thousands are `128K` in every language, as context windows are written.
    """
    if unit == "bytes":
        return bytes_text(amount)
    if amount >= _BEYOND_WORDS:
        return _scientific(amount)
    if unit == "tokens" and 8000 <= amount < _MILLION and amount % 1000 == 0:
        return f"{int(amount) // 1000}K"
    whole = abs(amount - round(amount)) < 1e-9
    if amount < 10**6 and whole and amount % 1000:
        return texts.grouped(round(amount))
    for power in _POWERS:
        step = texts.get(f"scale_{power}")
        if step and amount >= 10**power:
            scaled = (Decimal(str(amount)) / 10**power).quantize(_PLACES)
            return texts("scaled", number=_plain(scaled), scale=step)
    return texts.grouped(round(amount)) if whole else _plain(Decimal(str(amount)))


@lru_cache(maxsize=4096)  # one size stands on many pages, and in each language
def quantity_text(quantity: Quantity, texts: Texts) -> str:
    """The quantity in words: bound, number or range, unit, active share and note."""
    if quantity.known is not Known.GIVEN:
        return texts("undisclosed" if quantity.known is Known.UNDISCLOSED else "not_applicable")
    if quantity.amount is None or not math.isfinite(quantity.amount):
        return quantity.text
    number = number_text(quantity.amount, quantity.unit, texts)
    if quantity.high is not None and math.isfinite(quantity.high):
        number = texts("range", low=number, high=number_text(quantity.high, quantity.unit, texts))
    text = _with_unit(number, quantity, texts)
    if quantity.bound is not Bound.EXACT:
        text = texts(f"bound_{quantity.bound.value}", text=text)
    if quantity.active is not None:
        text = texts("active_share", text=text, active=number_text(quantity.active, quantity.unit, texts))
    note = texts.get(f"note_{quantity.note}", quantity.note)
    text = texts("with_note", text=text, note=note) if note else text
    return _GAP_IN_HAN.sub("", text)


def bytes_text(size: float) -> str:
    """Bytes in the largest decimal unit that fits: `182 kB`, `2.61 MB`, `640 GB`."""
    for power, unit in ((12, "TB"), (9, "GB"), (6, "MB"), (3, "kB")):
        if size >= 10**power:
            return f"{_plain(Decimal(f'{size / 10**power:.3g}'))} {unit}"
    return f"{_plain(Decimal(str(size)))} B"


def _scientific(amount: float) -> str:
    digits, _, power = f"{amount:.3e}".partition("e")
    return f"{_plain(Decimal(digits))}×10{str(int(power)).translate(_RAISED)}"


def _with_unit(number: str, quantity: Quantity, texts: Texts) -> str:
    unit = quantity.unit
    if unit in ("", "parameters", "bytes"):  # the field's label says it already
        return number
    key = f"unit_{unit}"
    if key in texts:
        one = quantity.amount == 1 and quantity.high is None
        return texts(key, 1 if one else 2, number=number)
    return texts("unit_any", number=number, unit=unit)


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
