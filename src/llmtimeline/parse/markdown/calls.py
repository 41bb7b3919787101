"""Shortcodes of a body: some become text, code or an address at once, all others holes that a template fills."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import lru_cache
from itertools import count
from typing import Protocol

from llmtimeline.parse.links import encode_address, is_safe
from llmtimeline.parse.markdown.page import Page, Part, escape_html, pieces
from llmtimeline.parse.shortcodes.known import KNOWN, Known
from llmtimeline.parse.shortcodes.scanner import Call, Found
from llmtimeline.parse.shortcodes.tags import Argument, Literal, Misread
from llmtimeline.parse.shortcodes.woven import Woven, split, weave
from llmtimeline.values.addresses import is_inside
from llmtimeline.values.places import Span
from llmtimeline.values.posts import ArgumentValue, Ref, Shortcode

MAX_DEPTH = 8  # shortcodes inside shortcodes
_RUNS_CODE = re.compile(r"[\s\0-\x1f]*(?:javascript|vbscript|data)[\s\0-\x1f]*:", re.IGNORECASE)
_LONGEST_QR = 1200  # bytes that a code holds with the strongest correction of errors
_NOTHING = Known()


class Writers(Protocol):
    """How the parts of a shortcode that are Markdown or code become HTML."""

    def blocks(self, text: str, page: Page, row: int, column: int, depth: int) -> tuple[list[Part], str]:
        """Markdown that starts at a row and column, counted from 0, of the page's text: parts and plain text."""

    def inline(self, text: str, page: Page, row: int, column: int) -> tuple[list[Part], str]:
        """One line of Markdown, likewise."""

    def code(self, text: str, language: str, options: str) -> str:
        """A listing."""


@dataclass(slots=True)
class TextCalls:
    """The shortcodes of one text. `params` answers `param` by a dotted, lower-cased name."""

    source: str  # before weaving
    woven: Woven
    writers: Writers
    params: Callable[[str], object]
    depth: int = 0
    numbers: Iterator[int] = field(default_factory=count)  # of the holes to come, shared by nested texts

    def split(self, text: str) -> Iterator[str | Call | Literal]:
        """The text and the shortcodes in it."""
        return split(text, self.woven)

    def restored(self, text: str) -> str:
        """The text as the author wrote it."""
        return "".join(
            each if isinstance(each, str) else self.source[each.start : each.end] for each in self.split(text)
        )

    def address(self, text: str, page: Page) -> str | Ref:
        """What stands where a link's or an image's address does, such as `{{< ref "a.md" >}}`."""
        parts = [each if isinstance(each, str) else self._address(each, page) for each in self.split(text)]
        for part in parts:
            if isinstance(part, Ref):
                tail = "".join(each for each in parts if isinstance(each, str))
                return Ref(part.target + tail, image=False, span=part.span, by_name=True, language=part.language)
        return "".join(part for part in parts if isinstance(part, str))

    def write(self, found: Call | Literal, page: Page) -> tuple[list[Part], str]:
        """HTML with holes, and the plain text that readers see of it. May add LT201, LT204, LT205 and LT214."""
        if isinstance(found, Literal):
            return [escape_html(found.text)], found.text
        known = KNOWN.get(found.tag.name, _NOTHING)
        if known.needs and not self._argument(found, known, known.needs) and not (known.own_text and found.inner):
            self._tell_missing(found, known, page)
            return [], ""
        match found.tag.name:
            case "comment":
                return [], ""
            case "qr" if self._is_too_long(found, page):
                return [], ""
            case "ref" | "relref":
                return [self._ref(found, known, page)], ""
            case "param":
                text = self._param(found, page)
                return [escape_html(text)], text
            case "highlight":
                return self._highlight(found, known)
        return self._hole(found, known, page)

    def _address(self, found: Call | Literal, page: Page) -> str | Ref:
        if isinstance(found, Call) and found.tag.name in ("ref", "relref", "param"):
            parts, text = self.write(found, page)
            return parts[0] if parts and isinstance(parts[0], Ref) else text
        return ""

    def _ref(self, call: Call, known: Known, page: Page) -> Ref:
        target, language = self._argument(call, known, "path"), self._argument(call, known, "lang")
        span = self._span(page, target.start, target.width) if target else self._tag_span(page, call)
        path = str(target.value) if target else ""
        return Ref(path, image=False, span=span, by_name=True, language=str(language.value) if language else "")

    def _param(self, call: Call, page: Page) -> str:
        wanted = self._argument(call, KNOWN["param"], "name")
        name = str(wanted.value) if wanted else ""
        value = self.params(name.lower())
        if isinstance(value, str | int | float):
            return str(value).lower() if isinstance(value, bool) else str(value)
        span = self._span(page, wanted.start, wanted.width) if wanted else self._tag_span(page, call)
        page.tell("LT214", f"no parameter `{name}`", span, "write it into the front matter or the site's `params`")
        return ""

    def _highlight(self, call: Call, known: Known) -> tuple[list[Part], str]:
        text = self._inner(call).strip("\n")
        language, options = self._argument(call, known, "language"), self._argument(call, known, "options")
        html = self.writers.code(
            text + "\n", str(language.value) if language else "", str(options.value) if options else ""
        )
        return [html], text

    def _hole(self, call: Call, known: Known, page: Page) -> tuple[list[Part], str]:
        name, tag = call.tag.name, call.tag
        if known.paired and call.inner is None and not tag.alone:
            hint = f"write `{{{{< /{name} >}}}}` where it ends"
            page.tell("LT213", f"the shortcode `{name}` is not closed", self._tag_span(page, call), hint)
        inner: tuple[Part, ...] = ()
        text = ""
        number = next(self.numbers)
        raw = self._inner(call)
        if name == "rawhtml" and not (page.markup.unsafe or page.markup.raw_shortcode):
            hint = "set `timeline.rawHTML: true` to allow this shortcode, if you trust every author"
            page.tell("LT205", "raw HTML left out", self._tag_span(page, call), hint)
            raw = ""
        elif call.inner and not known.own_text and self.depth < MAX_DEPTH:
            row, column = self._position(call.inner[0])
            found, text = self.writers.blocks(raw, page, row, column, self.depth + 1)
            inner = tuple(found)
        positional = tuple(self._value(argument, "", known, page) for argument in tag.positional)
        named = {key: self._value(argument, key, known, page) for key, argument in tag.named.items()}
        for key, value in zip(known.takes, tag.positional, strict=False):
            named[key] = self._value(value, key, known, page)
        hole = Shortcode(
            name, number, self._tag_span(page, call), positional, named, pieces(inner), raw, call.inner is not None
        )
        return [hole], " ".join(filter(None, (_said(named, known), text)))

    def _value(self, argument: Argument, key: str, known: Known, page: Page) -> ArgumentValue:
        """A number or flag as it is, prose as HTML, an address as a hole; nothing in place of what may run code."""
        value = argument.value
        if not isinstance(value, str):
            return value
        span = self._span(page, argument.start, argument.width)
        if _RUNS_CODE.match(value) or (key in known.files + known.links and not is_safe(value)):
            hint = "only http, https, mailto, tel and addresses inside the site may be linked"
            page.tell("LT204", f"unsafe address `{value[:60]}`", span, hint)
            return ""
        if key in known.prose:
            parts, _ = self.writers.inline(value, page, *self._position(argument.start))
            return pieces(parts)
        if key in known.files + known.links and value:
            if is_inside(value):
                return Ref(value.strip(), image=key in known.files, span=span)
            return encode_address(value.strip())
        return value

    def _argument(self, call: Call, known: Known, name: str) -> Argument | None:
        if name in call.tag.named:
            return call.tag.named[name]
        place = known.takes.index(name) if name in known.takes else -1
        return call.tag.positional[place] if 0 <= place < len(call.tag.positional) else None

    def _inner(self, call: Call) -> str:
        return self.source[call.inner[0] : call.inner[1]] if call.inner else ""

    def _tell_missing(self, call: Call, known: Known, page: Page) -> None:
        name, needs = call.tag.name, known.needs
        near = next(iter(get_close_matches(needs, call.tag.named, 1, 0.5)), "")
        hint = f"did you mean `{needs}` by `{near}`?" if near else f'write `{{{{< {name} {needs}="…" >}}}}`'
        page.tell("LT214", f"the shortcode `{name}` needs `{needs}`", self._tag_span(page, call), hint)

    def _is_too_long(self, call: Call, page: Page) -> bool:
        text = self._argument(call, KNOWN["qr"], "text")
        if len((str(text.value) if text else self._inner(call).strip()).encode()) <= _LONGEST_QR:
            return False
        hint = (
            f"it holds {_LONGEST_QR} bytes, about {_LONGEST_QR // 3} Chinese characters; a link to the text is shorter"
        )
        page.tell("LT213", "the text is too long for a QR code", self._tag_span(page, call), hint)
        return True

    def _tag_span(self, page: Page, call: Call) -> Span:
        first = self.source[call.start : call.tag.end].partition("\n")[0]
        return self._span(page, call.start, len(first))

    def _span(self, page: Page, at: int, width: int) -> Span:
        return span_at(self.source, page, at, width)

    def _position(self, at: int) -> tuple[int, int]:
        return _row_and_column(self.source, at)


def span_at(source: str, page: Page, at: int, width: int) -> Span:
    """The place of an offset into a page's text."""
    row, column = _row_and_column(source, at)
    return Span(page.path, page.first_line + row, column + 1 + (page.first_column if row == 0 else 0), width)


def _row_and_column(source: str, at: int) -> tuple[int, int]:
    """Both counted from 0."""
    starts = _line_starts(source)
    row = bisect_right(starts, at) - 1
    return row, at - starts[row]


@lru_cache(maxsize=MAX_DEPTH + 1)
def _line_starts(source: str) -> tuple[int, ...]:
    return (0, *(found.end() for found in re.finditer("\n", source)))


def take_calls(source: str, found: tuple[Found, ...], page: Page) -> Woven:
    """The text with tokens for its shortcodes. Adds LT213 for those that cannot be read."""
    for each in found:
        if isinstance(each, Misread):
            page.tell("LT213", each.message, span_at(source, page, each.at, 1), each.hint)
    return weave(source, found)


def _said(named: Mapping[str, ArgumentValue], known: Known) -> str:
    """The words among the arguments, as plain text."""
    texts = [value for key in known.prose if isinstance(value := named.get(key), tuple)]
    joined = "".join(piece for value in texts for piece in value if isinstance(piece, str))
    return re.sub(r"<[^>]*>", "", joined)
