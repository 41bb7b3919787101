"""Files beside posts that would run code: in a reader's browser, as pages of the site, or on the host."""

from __future__ import annotations

import os
from pathlib import Path
from xml.parsers import expat

from llmtimeline.load.reading import open_real
from llmtimeline.values.addresses import is_safe
from llmtimeline.values.diagnostics import Diagnostic, diagnose
from llmtimeline.values.places import Span

_LIMIT = 16 * 1024 * 1024  # bytes of a picture that are looked through
_ON_HOST = (".php", ".phtml", ".phar", ".php3", ".php4", ".php5", ".php7", ".php8", ".cgi", ".asp", ".aspx", ".jsp")
_AS_PAGE = (".xhtml", ".xht", ".shtml", ".shtm", ".mht", ".mhtml", ".hta", ".htc", ".svgz")
_XML = (".svg", ".xml", ".xsl", ".xslt", ".rss", ".atom", ".rdf", ".mathml", ".mml")  # what browsers draw
_RUNNING = frozenset({"script", "foreignobject", "handler", "listener", "iframe", "embed", "object"})
_HTML = "http://www.w3.org/1999/xhtml"
_BETWEEN = " "  # between a namespace and a name; no namespace holds it
# What holds an address, or becomes one by animation.
_ADDRESSES = frozenset({"href", "src", "action", "formaction", "data", "to", "from", "by", "values", "base"})


def is_active(file: Path, shown: str, found: list[Diagnostic]) -> bool:
    """Whether a file would run code when a reader opens its address; adds LT011 at `shown` if so.

    A drawing (SVG) without a script is none, and shown in a page by `![…](…)` it never runs one. A file that cannot be
    read as XML counts as active: browsers run what stands before the mistake.
    """
    suffix = os.path.splitext(shown)[1].lower()
    if suffix in _ON_HOST:
        return _tell("a program that some hosts run", Span(shown), found)
    if suffix in _AS_PAGE:
        return _tell(f"a `{suffix}` file, which may be a page with scripts", Span(shown), found)
    if suffix not in _XML:
        return False
    try:
        with open_real(file) as stream:
            text = stream.read(_LIMIT + 1)
    except OSError:
        return False  # LT004 is told by whoever asks for its size
    if len(text) > _LIMIT:
        return _tell("too large to be looked through for scripts", Span(shown), found)
    what, line, column = _Reader().read(text)
    return _tell(what, Span(shown, line, column), found) if what else False


def _tell(what: str, span: Span, found: list[Diagnostic]) -> bool:
    hint = "take it out, move the file into the static folder, or say `timeline: {rawHTML: true}` in the config"
    found.append(diagnose("LT011", f"the file was left out: {what}", span, hint=hint))
    return True


class _Reader:
    """Reads XML as browsers do, with its entities, until something in it would run."""

    def __init__(self) -> None:
        self._parser = expat.ParserCreate(namespace_separator=_BETWEEN)
        self._parser.StartElementHandler = self._element
        self._parser.ProcessingInstructionHandler = self._instruction

    def read(self, text: bytes) -> tuple[str, int, int]:
        """(what would run, line, column); ("", 1, 1) for nothing."""
        try:
            self._parser.Parse(text, True)  # noqa: FBT003 - the parser takes no names
        except _FoundError as found:
            return str(found), self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1
        except expat.ExpatError as error:
            reason = expat.ErrorString(error.code) or "unreadable"
            return f"no well-formed XML ({reason})", error.lineno, error.offset + 1
        return "", 1, 1

    def _element(self, name: str, attributes: dict[str, str]) -> None:
        space, _, local = name.rpartition(_BETWEEN)
        if local.lower() in _RUNNING or space == _HTML:
            raise _FoundError(f"it holds `<{local}>`")
        for key, value in attributes.items():
            plain = key.rpartition(_BETWEEN)[2].lower()
            if plain.startswith("on"):
                raise _FoundError(f"it holds the event handler `{plain}`")
            addresses = value.split(";") if plain == "values" else (value,)
            if plain in _ADDRESSES and not all(_is_harmless(each) for each in addresses):
                raise _FoundError(f"`{plain}` holds an address that may run code")
            if plain == "attributename" and value.strip().lower().startswith("on"):
                raise _FoundError(f"it animates the event handler `{value.strip()}`")

    def _instruction(self, target: str, _: str) -> None:
        if target.lower() == "xml-stylesheet":
            raise _FoundError("it names a style sheet, which may hold scripts")


class _FoundError(Exception):
    """Ends the reading; what was found."""


def _is_harmless(address: str) -> bool:
    """Line breaks stand in addresses of pictures that are part of the drawing."""
    joined = "".join(address.split())
    return is_safe(joined) or joined.lower().startswith(("data:image/png", "data:image/jpeg", "data:image/gif"))
