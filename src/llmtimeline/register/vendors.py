"""Who a heading names: the segments after its date become vendors and status words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from llmtimeline.register.identity import NameIndex, alias_key, slug
from llmtimeline.register.near import NearNames
from llmtimeline.values.diagnostics import Diagnostic, diagnose
from llmtimeline.values.facts import Placed
from llmtimeline.values.names import Names
from llmtimeline.values.places import Span
from llmtimeline.values.registry import Vendor
from llmtimeline.values.statuses import status_of

_JOINTS = re.compile(r"[/&+×、与和／＆＋]|\band\b", re.IGNORECASE)
_MOST_JOINTS = 16
_DATE_LIKE = re.compile(
    r"[\d\s/.~?年月日号约-]*\d{4}[\d\s/.~?年月日号-]*"
)  # a second date: told where headings are parsed
_LONGEST_DATE = 20
_CORPORATE = re.compile(
    "inc|incorporated|ltd|limited|llc|llp|corp|corporation|co|company|coltd|plc|gmbh|ag|sa|sas|bv|pte|pteltd"
)
_CORPORATE_CJK = ("股份有限公司", "有限责任公司", "有限公司", "公司")


@dataclass(frozen=True, slots=True)
class Who:
    """What the segments after a date say."""

    vendors: tuple[str, ...] = ()  # ids
    statuses: tuple[str, ...] = ()
    by_block: bool = False  # a block named the vendors


@dataclass(frozen=True, slots=True)
class _Tail:
    """The last segments of a heading that together name vendors."""

    count: int
    vendors: tuple[str, ...]  # ids; () when nobody of this name is known
    name: str


class VendorBook:
    """The catalog's vendors, and those that headings name and nobody knows, which are noted as they come."""

    def __init__(self, index: NameIndex) -> None:
        self.index = index
        self.unknown: dict[str, Vendor] = {}
        self._near = NearNames(index.shown)
        self._reach = 1 + max((key.count(",") for key in index.by_key), default=0)

    def read(self, after: Sequence[Placed], given: Sequence[Placed], found: list[Diagnostic]) -> Who:
        """Vendors and statuses of a heading with these segments; `given` are a block's vendors, which win.

        May add LT301, LT306 and LT313 to `found`.
        """
        segments = [segment for segment in after if not _is_date(segment.text)]
        statuses: list[str] = []
        tail = self._tail(segments)
        while segments and not tail.vendors and (status := status_of(segments[-1].text)):
            statuses.insert(0, status)
            segments.pop()
            tail = self._tail(segments)
        ids: list[str] = []
        for segment in segments[: len(segments) - tail.count]:
            if (status := status_of(segment.text)) and not self.index.find(segment.text):
                statuses.append(status)
            elif also := self._known(segment.text):
                ids += also
            else:
                found.append(_unknown_words(segment))
        if given:
            named = [self.named(placed, found) for placed in given]
            return Who(tuple(dict.fromkeys(named)), tuple(dict.fromkeys(statuses)), by_block=True)
        if tail.vendors:
            ids += tail.vendors
        elif tail.count:
            ids.append(self.named(Placed(tail.name, _cover(segments[-tail.count :])), found))
        return Who(tuple(dict.fromkeys(ids)), tuple(dict.fromkeys(statuses)))

    def named(self, placed: Placed, found: list[Diagnostic]) -> str:
        """The id of one vendor by id or name. An unknown one is noted, with LT301, or LT313 for a near miss."""
        known = self._known(placed.text)
        if known:
            return known[0]
        identity = slug(placed.text)
        if identity in self.index.labels:
            return identity
        found.append(self._unknown_vendor(placed))
        if identity not in self.unknown:
            self.unknown[identity] = Vendor(identity, Names((("", placed.text),)), placed.span)
        return identity

    def find(self, name: str) -> str | None:
        """The id of a vendor, known or noted, by id or name."""
        known = self.index.find(name)
        if known:
            return known
        identity = slug(name)
        return identity if identity in self.unknown else None

    def nearest(self, name: str) -> tuple[str, ...]:
        """Up to three names of vendors that look like this one."""
        return tuple(self.index.shown[key] for key in self._near.nearest(alias_key(name)))

    def _tail(self, segments: Sequence[Placed]) -> _Tail:
        if not segments:
            return _Tail(0, (), "")
        for count in range(min(self._reach, len(segments)), 0, -1):
            name = ", ".join(segment.text for segment in segments[-count:])
            known = self.index.find(name)
            if known:
                return _Tail(count, (known,), name)
        count = _with_corporate_suffixes(segments)
        name = ", ".join(segment.text for segment in segments[-count:])
        return _Tail(count, self._known(name), name)

    def _known(self, name: str) -> tuple[str, ...]:
        """The known vendors that a name means: one, also without `Inc.`; or several, when every part is known."""
        one = self.index.find(name) or self.index.find(_without_corporate_suffixes(name))
        return (one,) if one else self._parts(name)

    def _parts(self, name: str) -> tuple[str, ...]:
        joints = list(_JOINTS.finditer(name))
        if not joints or len(joints) > _MOST_JOINTS:
            return ()
        starts = [0, *(joint.end() for joint in joints)]
        ends = [*(joint.start() for joint in joints), len(name)]
        ids: list[str] = []
        first = 0
        while first < len(starts):
            for last in range(len(ends) - 1, first - 1, -1):  # the longest first: "AT&T & NVIDIA"
                known = self.index.find(name[starts[first] : ends[last]].strip())
                if known:
                    ids.append(known)
                    first = last + 1
                    break
            else:
                return ()
        return tuple(dict.fromkeys(ids))

    def _unknown_vendor(self, placed: Placed) -> Diagnostic:
        key = alias_key(placed.text)
        meant = self.index.typos.get(key)
        slip = self.index.labels[meant] if meant else next((self.index.shown[k] for k in self._near.slip(key)), "")
        if slip:
            return typing_error(placed, slip, "data/vendors.yaml")
        near = self.nearest(placed.text)
        return diagnose("LT301", f"unknown vendor `{placed.text}`", placed.span, hint=_vendor_hint(near))


def typing_error(placed: Placed, meant: str, file: str) -> Diagnostic:
    """LT313 for a name that is probably `meant`."""
    return diagnose(
        "LT313",
        f"`{placed.text}` is probably a typing error",
        placed.span,
        hint=f"did you mean `{meant}`? If not, give it an entry in {file}",
    )


def either(names: Sequence[str]) -> str:
    """`A`, `B` or `C`."""
    quoted = [f"`{name}`" for name in names]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} or {quoted[-1]}"


def _vendor_hint(near: Sequence[str]) -> str:
    add = "add it to data/vendors.yaml"
    return f"did you mean {either(near)}? If not, {add}" if near else add


def _unknown_words(segment: Placed) -> Diagnostic:
    return diagnose(
        "LT306",
        f"unknown words `{segment.text}` between date and vendor",
        segment.span,
        hint="only a status such as `open beta` or `预览` stands there; a tagline goes before the date",
    )


def _is_date(text: str) -> bool:
    return len(text) <= _LONGEST_DATE and _DATE_LIKE.fullmatch(text) is not None


def _cover(segments: Sequence[Placed]) -> Span:
    first, last = segments[0].span, segments[-1].span
    if first.line != last.line:
        return first
    return Span(first.path, first.line, first.column, max(1, last.column + last.width - first.column))


def _with_corporate_suffixes(segments: Sequence[Placed]) -> int:
    """How many segments the last name takes when `Inc.` and the like belong to what is before them."""
    count = 1
    while count < len(segments) and _is_corporate(segments[-count].text):
        count += 1
    return count


def _is_corporate(word: str) -> bool:
    return word in _CORPORATE_CJK or _CORPORATE.fullmatch(alias_key(word).replace(",", "")) is not None


def _without_corporate_suffixes(name: str) -> str:
    for suffix in _CORPORATE_CJK:
        if name.endswith(suffix) and len(name) > len(suffix):
            return name[: -len(suffix)]
    words = name.split()
    while len(words) > 1 and _is_corporate(words[-1]):
        words.pop()
    return " ".join(words).rstrip(",，")
