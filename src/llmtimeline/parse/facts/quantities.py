"""Numbers with their units, in the notations of both languages."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from fractions import Fraction

from llmtimeline.parse.facts.units import SCALES, UNITS, unit_of
from llmtimeline.values.quantities import Bound, Known, Quantity

_LONGEST = 120  # characters; a quantity is short, and what is longer is prose
_LARGEST = 10**60

_UNDISCLOSED = frozenset(
    (
        *("undisclosed", "not disclosed", "not published", "not public", "withheld", "secret", "unpublished"),
        *("未公开", "未披露", "未公布", "不公开", "没有公开", "保密"),
    )
)
_NOT_APPLICABLE = frozenset(("n/a", "na", "not applicable", "不适用"))

_BOUND_WORDS: tuple[tuple[Bound, str], ...] = (
    (Bound.UNDER, r"<=?|≤|under|less than|fewer than|below|at most|不到|少于|小于|低于|不足|不超过|至多"),
    (Bound.OVER, r">=?|≥|over|more than|above|at least|超过|多于|大于|高于|至少|不少于|不低于|超|逾"),
    (
        Bound.ABOUT,
        r"[~≈]|about|around|approximately|approx\.?|roughly|some|nearly|circa|ca?\.|大约|大概|约为|约|約|估计|接近|近",
    ),
    (Bound.EXACT, r"up to|max\.?|最多|最高|最大|最长|共|共计|总计"),  # a maximum that is reached is the number itself
)
_BOUNDS = tuple((bound, re.compile(rf"(?:{words})(?![A-Za-z])\s*", re.IGNORECASE)) for bound, words in _BOUND_WORDS)
_MORE = r"\+|以上|多|余"
_AFTER = (
    (Bound.OVER, re.compile(rf"\s*(?:{_MORE}|or more)$", re.IGNORECASE), re.compile(rf"(?:{_MORE})\s*")),
    (Bound.UNDER, re.compile(r"\s*(?:以下|以内|or less)$", re.IGNORECASE), re.compile(r"(?:以下|以内)\s*")),
    (Bound.ABOUT, re.compile(r"\s*(?:左右|上下)$"), re.compile(r"(?:左右|上下)\s*")),
)

_SIGNS = r"US\$|[$¥€£]"
_CODES = "USD|CNY|RMB|EUR|GBP|JPY"
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,30}(?:\.\d{1,30})?|\.\d{1,30}"
_POWER = r"e\+?\d{1,2}|\s*[x×*]\s*10\^?\d{1,2}|\^\d{1,2}"
_WORD_SCALES = "|".join(sorted((s for s in SCALES if len(s) > 1 or not s.isascii()), key=len, reverse=True))
_SCALE = rf"(?:{_WORD_SCALES}|[kwmbt])(?![A-Za-z])"
_NUMERAL = r"[一二两三四五六七八九十][零〇一二两三四五六七八九十百千万亿]*"
_NUMBER = re.compile(
    rf"(?:(?:{_SIGNS}|(?:{_CODES})\b)\s*)?"
    rf"(?:(?P<digits>{_DIGITS})(?P<power>{_POWER})?\s?(?P<more>[多余])?\s*(?P<scale>{_SCALE})?|(?P<numeral>{_NUMERAL}))",
    re.IGNORECASE,
)
_CURRENCY = re.compile(rf"(?P<sign>{_SIGNS}|(?:{_CODES})\b)", re.IGNORECASE)
_THEN = re.compile(rf"(?P<digits>\d{{1,4}}(?:\.\d+)?)\s*(?P<scale>{_WORD_SCALES})")  # 1亿2000万
_TO = re.compile(r"\s*(?:[-–—−~]|至|到|to\b)\s*", re.IGNORECASE)
_SUPERSCRIPT = re.compile("[⁰¹²³⁴-⁹]+")
_ACTIVE_WORD = r"(?:active|activated|激活(?:参数量?)?|活跃|每次激活)(?:\s*parameters|\s*params)?"
_ACTIVE = (
    re.compile(rf"{_ACTIVE_WORD}\s*:?\s*(?P<amount>[~≈约]?\s*\d.*)", re.IGNORECASE),
    re.compile(rf"(?P<amount>[~≈约]?\s*\d.*?)\s*{_ACTIVE_WORD}", re.IGNORECASE),
    re.compile(r"A(?P<amount>\d+(?:\.\d+)?[BM])"),
)
_BESIDE = (
    re.compile(r"(?P<total>\d+(?:\.\d+)?[BMT])-A(?P<amount>\d+(?:\.\d+)?[BM])"),
    re.compile(rf"(?P<total>.*?)\s*[,;/]?\s*{_ACTIVE_WORD}\s*:?\s*(?P<amount>\d.*)", re.IGNORECASE),
)


@dataclass(frozen=True, slots=True)
class _Number:
    value: Fraction
    factor: int | None  # of the scale; None when there was none
    more: bool  # 100多万
    end: int


def parse_quantity(text: str, default_unit: str = "") -> Quantity | None:
    """The quantity that the whole text is, or None.

    Amounts are exact: `1.2万亿` is 1_200_000_000_000, an int. A unit in the text wins over `default_unit`. Words in
    parentheses behind the number tell the active parameters, or are kept as a note.
    """
    if len(text) > _LONGEST:
        return None
    folded = _SUPERSCRIPT.sub(lambda found: f"^{unicodedata.normalize('NFKC', found[0])}", text)
    folded = unicodedata.normalize("NFKC", folded).replace("\uff1e", ">").strip()
    folded, remarks = _take_parentheses(folded)
    lowered = folded.lower()
    if lowered in _UNDISCLOSED or lowered in _NOT_APPLICABLE:
        known = Known.UNDISCLOSED if lowered in _UNDISCLOSED else Known.NOT_APPLICABLE
        return Quantity(text, unit=default_unit, note="; ".join(remarks), known=known)
    active = None
    notes = []
    for remark in remarks:
        told = _active_amount(remark)
        active = told if told is not None else active
        if told is None:
            notes.append(remark)
    for form in _BESIDE:
        if active is None and (found := form.fullmatch(folded)) and found["total"]:
            active, folded = _single(found["amount"]), found["total"].strip()
            if active is None:
                return None
    return _read(text, folded, default_unit, active, notes)


def _read(text: str, folded: str, default_unit: str, active: int | float | None, notes: list[str]) -> Quantity | None:
    folded, bound = _take_bound(folded)
    low = _number(folded, 0)
    if low is None:
        return None
    between = _TO.match(folded, low.end)
    high = _number(folded, between.end()) if between else None
    last = high or low
    rest, after = _take_bound_after(folded[last.end :].strip())
    if low.more or last.more:
        after = Bound.OVER
    sign = _CURRENCY.match(folded)
    currency = UNITS[sign["sign"].lower()][0] if sign else ""
    unit = unit_of(rest, currency or default_unit)
    if unit is None or (currency and unit[0] != currency):
        return None
    name, factor, device = unit
    least, most = _ends(low, high, factor)
    if max(least, most or least) > _LARGEST or (most is not None and least > most):
        return None
    if device:
        notes = [device, *notes]
    return Quantity(
        text=text,
        amount=_exact(least),
        unit=name,
        high=None if most is None else _exact(most),
        bound=after if bound is Bound.EXACT else bound,
        active=active,
        note="; ".join(notes),
    )


def _ends(low: _Number, high: _Number | None, factor: int) -> tuple[Fraction, Fraction | None]:
    """Both ends of a range; the lower one borrows the scale of the upper: `0.06-11B`, but not in `4096-8k`."""
    least = low.value * (low.factor or 1) * factor
    if high is None:
        return least, None
    most = high.value * (high.factor or 1) * factor
    if low.factor is None and high.factor is not None and low.value * high.factor * factor <= most:
        least = low.value * high.factor * factor
    return least, most


def _exact(amount: Fraction) -> int | float:
    return amount.numerator if amount.denominator == 1 else float(amount)


def _number(text: str, start: int) -> _Number | None:
    found = _NUMBER.match(text, start)
    if found is None:
        return None
    if found["numeral"]:
        whole = chinese_number(found["numeral"])
        return None if whole is None else _Number(Fraction(whole), 1, more=False, end=found.end())
    value = Fraction(found["digits"].replace(",", ""))
    power = found["power"]
    if power:
        if power.startswith("^") and value != 10:
            return None
        exponent = int(re.split(r"[eE^]|10", power)[-1])
        value = Fraction(10**exponent) if power.startswith("^") else value * 10**exponent
    scale = SCALES[found["scale"].lower()] if found["scale"] else None
    end, last = found.end(), scale or 0
    while (then := _THEN.match(text, end)) and SCALES[then["scale"]] < last:
        last = SCALES[then["scale"]]
        value += Fraction(then["digits"]) * last / (scale or 1)
        end = then.end()
    return _Number(value, scale, found["more"] is not None, end)


_NUMERALS = {digit: number for number, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}


def chinese_number(text: str) -> int | None:
    """The whole number that Chinese numerals write: `一千七百五十亿` is 175_000_000_000; None where they write none.

    Also None for the clipped forms of speech: `两百五` is 250 to the ear and 205 to the eye.
    """
    total = myriads = section = digit = 0
    before = ""
    for character in text:
        if character in _NUMERALS:
            if _NUMERALS.get(before):
                return None
            digit = _NUMERALS[character]
        elif character in _TENS:
            section += (digit or 1) * _TENS[character]
            digit = 0
        elif character == "万":
            myriads, section, digit = (section + digit) * 10**4, 0, 0
        elif character == "亿":
            total, myriads, section, digit = (total + myriads + section + digit) * 10**8, 0, 0, 0
        else:
            return None
        before = character
    is_clipped = digit and text[-2:-1] in ("百", "千", "万", "亿")
    return total + myriads + section + digit if text and not is_clipped else None


def _single(text: str) -> int | float | None:
    """The amount of a plain number such as `12B`."""
    quantity = _read(text, text.strip(), "", None, [])
    return quantity.amount if quantity is not None and quantity.unit in ("", "parameters") else None


def _active_amount(remark: str) -> int | float | None:
    for form in _ACTIVE:
        if found := form.fullmatch(remark):
            return _single(found["amount"])
    return None


def _take_parentheses(folded: str) -> tuple[str, list[str]]:
    """The text without the parentheses at its end, and the words in them."""
    remarks: list[str] = []
    while folded.endswith(")"):
        start = folded.rfind("(")
        if start <= 0:
            break
        remarks.insert(0, folded[start + 1 : -1].strip())
        folded = folded[:start].rstrip()
    return folded, [remark for remark in remarks if remark]


def _take_bound(folded: str) -> tuple[str, Bound]:
    for bound, words in _BOUNDS:
        if found := words.match(folded):
            return folded[found.end() :], bound
    return folded, Bound.EXACT


def _take_bound_after(rest: str) -> tuple[str, Bound]:
    for bound, at_end, at_start in _AFTER:
        for form, found in ((at_end, at_end.search(rest)), (at_start, at_start.match(rest))):
            if found is not None:
                return form.sub("", rest, count=1).strip(), bound
    return rest, Bound.EXACT
