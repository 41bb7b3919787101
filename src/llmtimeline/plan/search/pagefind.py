"""The documents as Pagefind takes them: one small page each, which nobody publishes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from llmtimeline.plan.edition import Edition
from llmtimeline.plan.routing.routes import encode_fragment
from llmtimeline.plan.search.documents import KINDS, Document, Part
from llmtimeline.plan.search.folding import in_words
from llmtimeline.values.outputs import Record

_END = "llmtimelineend"
_NO_LANGUAGE = "zxx"  # of which Pagefind knows no endings, so that `plugins` is not `plugin`


def records(edition: Edition, documents: Sequence[Document]) -> Iterator[Record]:
    """A record for each section of each document; what is told of it in the results stands in its metadata.

    Pagefind knows words only, and cuts Chinese text and Chinese queries in different ways, so that neither finds the
    other. With each character a word, and a query as a phrase of such words, it finds what is there and nothing else.
    The text as readers see it stands in the metadata too, since nobody reads one that is cut in words.
    """
    number = 0
    for document in documents:
        for part in document.parts:
            yield Record(edition.key.lower(), f"{number:06}.html", _html(document, part))
            number += 1


def _html(document: Document, part: Part) -> str:
    anchor = f"#{encode_fragment(part.anchor)}" if part.anchor else ""
    told = {
        "address": document.url + anchor,
        "kind": str(KINDS.index(document.kind)),
        "page": document.title,
        "heading": part.heading,
        "date": part.date or document.date,
        "text": part.text,
        "names": " · ".join(document.names) if not part.heading else "",
    }
    meta = "".join(
        f'<i data-pagefind-meta="{name}[title]" title="{escape(value)}"></i>' for name, value in told.items() if value
    )
    heading = _element("h2", part.heading) if part.heading else _element("h1", document.title, *document.names)
    body = f"{meta}{heading}{_element('p', part.text)}"
    return f'<!doctype html><html lang="{_NO_LANGUAGE}"><body data-pagefind-body>{body}</body></html>\n'


def _element(name: str, *texts: str) -> str:
    """The texts in one element, each with a word at its end that nobody asks for, so that no phrase runs across it."""
    return f"<{name}>{' '.join(f'{escape(in_words(text))} {_END}' for text in texts)}</{name}>"
