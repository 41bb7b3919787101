"""The functions that an archetype may call, in Hugo's words and with its order of arguments."""

from __future__ import annotations

import operator
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from types import MappingProxyType
from typing import Any
from urllib.parse import quote

from llmtimeline.parse.archetypes.printing import printf
from llmtimeline.parse.archetypes.titles import first_upper, humanize, title_case
from llmtimeline.parse.archetypes.values import RefusalError, Value, is_true, kind_of, text_of, whole_of
from llmtimeline.parse.dates import parse_datetime
from llmtimeline.values.golayout import format_layout

LONGEST = 1_000_000  # characters that one value may have

Arguments = Sequence[Value]


@dataclass(frozen=True, slots=True)
class Function:
    """One function and how many arguments it takes."""

    least: int
    most: int
    call: Callable[[Arguments], Value]  # may raise RefusalError


def _replace(given: Arguments) -> str:
    text, old, new = (text_of(value) for value in given[:3])
    limit = whole_of(given[3]) if len(given) > 3 else -1
    if len(text) + (text.count(old) if old else len(text) + 1) * len(new) > LONGEST:
        raise RefusalError("the text grows too long")
    return text.replace(old, new, limit)


def _anchorize(given: Arguments) -> str:
    # Here, since the Markdown parser behind it is slow to import, and few archetypes need it.
    from llmtimeline.parse.markdown.heading_ids import id_base

    return id_base(text_of(given[0]))


def _urlize(given: Arguments) -> str:
    """As a name becomes a part of an address: small letters, hyphens for spaces, the rest percent-encoded."""
    text = unicodedata.normalize("NFC", text_of(given[0]).strip().lower())
    kept = "".join(sign for sign in re.sub(r"\s+", "-", text) if _in_address(sign))
    return quote(re.sub(r"-{2,}", "-", kept), safe="./_#+~-")


def _in_address(sign: str) -> bool:
    category = unicodedata.category(sign)
    return sign in "./_#+~-" or category[0] in "LM" or category == "Nd"


def _substr(given: Arguments) -> str:
    text, start = text_of(given[0]), whole_of(given[1])
    length = whole_of(given[2]) if len(given) > 2 else len(text)
    start = max(0, len(text) + start) if start < 0 else start
    return text[start : len(text) + length if length < 0 else start + length]


def _default(given: Arguments) -> Value:
    fallback, value = given
    return value if isinstance(value, bool) or is_true(value) else fallback


def _date_format(given: Arguments) -> str:
    layout, value = text_of(given[0]), given[1]
    return format_layout(layout, value if isinstance(value, datetime) else _moment(value, UTC))


def _moment(value: Value, zone: tzinfo) -> datetime:
    found = parse_datetime(text_of(value), zone)
    if found is None:
        raise RefusalError(f"{kind_of(value)} is no date")
    return found


def _last_true(given: Arguments) -> Value:
    return next((value for value in given if not is_true(value)), given[-1])


def _first_true(given: Arguments) -> Value:
    return next((value for value in given if is_true(value)), given[-1])


def _same(first: Value, second: Value) -> bool:
    if isinstance(first, str) or isinstance(second, str):
        return first is not None and second is not None and text_of(first) == text_of(second)
    return first == second


def _ordered(compare: Callable[[Any, Any], bool]) -> Function:
    def call(given: Arguments) -> bool:
        first, second = given
        for kinds in ((int, float), (str,), (datetime,)):
            if isinstance(first, kinds) and isinstance(second, kinds):
                return compare(first, second)
        raise RefusalError(f"{kind_of(first)} and {kind_of(second)} have no order")

    return Function(2, 2, call)


def _texts(call: Callable[..., Value], least: int, most: int = 0) -> Function:
    """A function of texts alone."""
    return Function(least, most or least, lambda given: call(*map(text_of, given)))


def _trim_suffix(suffix: str, text: str) -> str:
    return text.removesuffix(suffix)


def _trim_prefix(prefix: str, text: str) -> str:
    return text.removeprefix(prefix)


def _print(given: Arguments) -> str:
    return "".join(map(text_of, given))


_TABLE: Mapping[str, Function] = {
    "strings.Replace": Function(3, 4, _replace),
    "strings.Title": _texts(title_case, 1),
    "strings.ToLower": _texts(str.lower, 1),
    "strings.ToUpper": _texts(str.upper, 1),
    "strings.FirstUpper": _texts(first_upper, 1),
    "strings.Trim": _texts(str.strip, 2),
    "strings.TrimSpace": _texts(str.strip, 1),
    "strings.TrimLeft": _texts(lambda signs, text: text.lstrip(signs), 2),
    "strings.TrimRight": _texts(lambda signs, text: text.rstrip(signs), 2),
    "strings.TrimPrefix": _texts(_trim_prefix, 2),
    "strings.TrimSuffix": _texts(_trim_suffix, 2),
    "strings.HasPrefix": _texts(str.startswith, 2),
    "strings.HasSuffix": _texts(str.endswith, 2),
    "strings.Contains": _texts(operator.contains, 2),
    "strings.Substr": Function(2, 3, _substr),
    "inflect.Humanize": _texts(humanize, 1),
    "urls.URLize": Function(1, 1, _urlize),
    "urls.Anchorize": Function(1, 1, _anchorize),
    "time.Format": Function(2, 2, _date_format),
    "fmt.Printf": Function(1, 20, printf),
    "fmt.Print": Function(1, 20, _print),
    "compare.Default": Function(2, 2, _default),
    "compare.Eq": Function(2, 20, lambda given: any(_same(given[0], other) for other in given[1:])),
    "compare.Ne": Function(2, 2, lambda given: not _same(given[0], given[1])),
    "compare.Lt": _ordered(operator.lt),
    "compare.Le": _ordered(operator.le),
    "compare.Gt": _ordered(operator.gt),
    "compare.Ge": _ordered(operator.ge),
    "and": Function(1, 20, _last_true),
    "or": Function(1, 20, _first_true),
    "not": Function(1, 1, lambda given: not is_true(given[0])),
}

_SHORT: Mapping[str, str] = {
    "replace": "strings.Replace",
    "title": "strings.Title",
    "lower": "strings.ToLower",
    "upper": "strings.ToUpper",
    "trim": "strings.Trim",
    "trimPrefix": "strings.TrimPrefix",
    "trimSuffix": "strings.TrimSuffix",
    "hasPrefix": "strings.HasPrefix",
    "hasSuffix": "strings.HasSuffix",
    "substr": "strings.Substr",
    "humanize": "inflect.Humanize",
    "urlize": "urls.URLize",
    "anchorize": "urls.Anchorize",
    "dateFormat": "time.Format",
    "printf": "fmt.Printf",
    "print": "fmt.Print",
    "default": "compare.Default",
    **{name: f"compare.{name.title()}" for name in ("eq", "ne", "lt", "le", "gt", "ge")},
}

FUNCTIONS: Mapping[str, Function] = MappingProxyType(
    {**_TABLE, **{short: _TABLE[name] for short, name in _SHORT.items()}}
)
"""By their whole names (`strings.Replace`) and by the short ones that Hugo has for them (`replace`)."""
