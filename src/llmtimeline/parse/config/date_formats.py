"""`DateFormat` of the site's parameters: whether it is a layout in Go's notation, and what it would be in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from llmtimeline.parse.notation.plain import shown
from llmtimeline.parse.notation.reading import Reading
from llmtimeline.values.config import Language
from llmtimeline.values.golayout import TOKENS, has_elements, is_token

_NAME = "dateformat"
_LIKE_THIS = "write January 2, 2006, as dates shall look: `2006-01-02`, `2 Jan 2006`, `2006年1月2日`"
_OTHER_YEAR = re.compile(r"(?<![0-9])(?!2006)(?:19|20)[0-9]{2}(?![0-9])")


def _pairs(text: str) -> dict[str, str]:
    return dict(pair.split("=") for pair in text.split())


# What strftime, and what CLDR, moment.js and their kin write for the parts of a date.
_PERCENT = _pairs(
    "Y=2006 y=06 m=01 -m=1 d=02 -d=2 e=_2 j=002 B=January b=Jan h=Jan A=Monday a=Mon F=2006-01-02 D=01/02/06"
    " H=15 I=03 -I=3 l=3 M=04 -M=4 S=05 -S=5 p=PM P=pm T=15:04:05 R=15:04 z=-0700 Z=MST %=%"
)
_LETTERS = _pairs(
    "YYYY=2006 yyyy=2006 y=2006 YY=06 yy=06 MMMM=January MMM=Jan MM=01 M=1 DD=02 dd=02 D=2 d=2"
    " dddd=Monday EEEE=Monday ddd=Mon EEE=Mon HH=15 H=15 hh=03 h=3 mm=04 m=4 ss=05 s=5 A=PM a=pm"
    " ZZ=-0700 Z=-07:00 z=MST"
)
_ENGLISH_ORDER = re.compile(r"Jan(?:uary)? _?0?2,? 2006|_?0?2 Jan(?:uary)?,? 2006")
_PERCENT_FORM = re.compile(r"%(-?[A-Za-z]|%)")
_LETTERS_FORM = re.compile(r"([A-Za-z])\1*")


def date_layout(language: Language) -> str:
    """The layout of a language's dates; "" where none is given.

    `January 2, 2006` is how English writes a date; in Chinese it would give `九月 29, 2023`, which nobody writes. There
    the language's own long form stands for it.
    """
    layout = language.params.get(_NAME)
    if not isinstance(layout, str) or not layout.strip():
        return ""
    is_chinese = language.locale.lower().split("-")[0] in ("zh", "ja")
    return ":date_long" if is_chinese and _ENGLISH_ORDER.search(layout) else layout


def check_date_formats(params: Mapping[str, object], languages: Iterable[Language], reading: Reading) -> None:
    """Adds LT119 for each DateFormat, of the site or of a language, with which all posts would show the same date."""
    written = {f"params.{_NAME}": params.get(_NAME)}
    for language in languages:
        written[f"languages.{language.key}.params.{_NAME}"] = language.params.get(_NAME)
    for place, layout in written.items():
        span = reading.places.get(place)
        if span is None or not isinstance(layout, str) or not layout.strip():
            continue
        if not has_elements(layout):
            message = f"`{shown(layout)}` shows no part of a date in Go's notation, so dates are shown in our own form"
            reading.add("LT119", message, span, _hint(layout))
        elif not is_token(layout) and _OTHER_YEAR.search(layout):
            message = f"`{shown(layout)}` would show this year for every post: Go's notation knows 2006 as the year"
            reading.add("LT119", message, span, _LIKE_THIS)


def go_layout(foreign: str) -> str:
    """The layout in Go's notation for `%d.%m.%Y` or `YYYY-MM-DD`; "" for what is neither."""
    table, form = (_PERCENT, _PERCENT_FORM) if "%" in foreign else (_LETTERS, _LETTERS_FORM)
    key = 1 if "%" in foreign else 0
    if any(found[key] not in table for found in form.finditer(foreign)):
        return ""
    layout = form.sub(lambda found: table[found[key]], foreign)
    return layout if layout != foreign and has_elements(layout) else ""


def _hint(layout: str) -> str:
    if layout.startswith(":"):
        return f"there are {', '.join(f'`:{token}`' for token in TOKENS)}"
    meant = go_layout(layout)
    return f"write `{meant}`" if meant else _LIKE_THIS
