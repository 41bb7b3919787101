"""Social cards: which page has which, and what stands on it."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from itertools import islice

from llmtimeline.plan.index import SiteIndex
from llmtimeline.plan.pages import OURS, Kind, Page
from llmtimeline.plan.params import as_text
from llmtimeline.plan.sentences import one_line
from llmtimeline.values.config import Language
from llmtimeline.values.dates import PartialDate
from llmtimeline.values.diagnostics import Diagnostic, diagnose
from llmtimeline.values.outputs import Drawn, Output
from llmtimeline.values.params import find_param
from llmtimeline.values.pictures import Card, Font
from llmtimeline.values.places import Span

_RECIPE = "1"  # of the drawing; part of every address, so that a new one draws all cards anew
_FOLDER = "cards"
_OWN = frozenset({*OURS, Kind.SECTION, Kind.YEAR, Kind.VENDOR, Kind.MODEL, Kind.POST})
_MOST_MODELS = 300  # a card takes about 15 ms; a catalog may hold thousands of models
_MOST_TOLD = 20  # pages; a site in another script needs one word on that, not one a page


class SocialCards:
    """The cards of one language. A page that has none of its own has the home page's."""

    def __init__(self, index: SiteIndex, language: Language) -> None:
        self._index = index
        self._language = language
        self._font = index.tree.font
        self._found: list[Diagnostic] = []
        self._outputs: dict[str, Output] = {}
        self._words = _digest_of_words(index, language)
        self._models = frozenset(_newest_models(index))
        title = language.title or index.config.title
        lacks = bool(self._font and self._missing(title, self._font))
        if lacks:
            self._tell("the site's title", title, index.config.place_of("title", language.key))
        self._site = "" if lacks else title
        self._home = self._of_home()

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """LT215 for titles that the font cannot write."""
        return tuple(self._found)

    def outputs(self) -> Iterator[Output]:
        """The cards that pages were given so far."""
        yield from (output for _, output in sorted(self._outputs.items()))

    def address(self, page: Page) -> str:
        """The absolute address of a page's card; "" where the site has none."""
        if self._font is None or page.kind is Kind.NOT_FOUND:
            return ""
        card = self._own(page, self._font) or self._home
        made_of = repr((card, self._font.digest, self._language.key, self._words, _RECIPE))
        path = f"{_FOLDER}/{sha256(made_of.encode('utf-8', 'replace')).hexdigest()[:12]}.png"
        drawn = Drawn(card, self._font, self._language.key)
        self._outputs.setdefault(path, Output(path, drawn, page.origin, "social card"))
        return self._index.routes.at(path).permalink

    def _own(self, page: Page, font: Font) -> Card | None:
        """What stands on the page's own card; None where it has none, or the font cannot write its title."""
        if page.kind not in _OWN or (page.kind is Kind.MODEL and page.subject not in self._models):
            return None
        title = page.title or (page.label if page.kind is Kind.SECTION else "")
        if self._missing(title, font):
            self._tell("the title", title, page.origin)
            return None
        host = _host(self._index.config.base_url)
        if page.kind is Kind.POST and page.post is not None:
            return Card(self._site, title, date=page.post.front.date if page.section else None, host=host)
        if page.kind is Kind.YEAR:
            values = (("year", page.subject),)
            return Card(self._site, word="title_year", values=values, label="title_timeline", host=host)
        if page.kind is Kind.MODEL:
            vendors, date = self._about_model(page.subject)
            return Card(self._site, title, note=vendors, date=date, label="title_models", host=host)
        if page.kind is Kind.VENDOR:
            return Card(self._site, title, label="title_vendors", host=host)
        name = page.kind.value
        return Card(self._site, title, word=f"title_{name}", note_word=f"description_{name}", host=host)

    def _of_home(self) -> Card:
        return Card("", self._site, note=self._slogan(), host=_host(self._index.config.base_url))

    def _slogan(self) -> str:
        text = one_line(as_text(self._language.params.get("description")))
        return "" if self._font is None or self._missing(text, self._font) else text

    def _about_model(self, identity: str) -> tuple[str, PartialDate | None]:
        registry = self._index.registry
        model = registry.models.get(identity)
        if model is None:
            return "", None
        vendors = (registry.vendors[vendor] for vendor in model.vendors if vendor in registry.vendors)
        names = " · ".join(vendor.names.of(self._language.key) or vendor.id for vendor in islice(vendors, 3))
        return names, model.date if model.kind != "family" else None

    def _missing(self, text: str, font: Font) -> str:
        return next((letter for letter in text if ord(letter) not in font.characters and not letter.isspace()), "")

    def _tell(self, what: str, text: str, place: Span | None) -> None:
        if self._font is None or len(self._found) >= _MOST_TOLD:
            return
        letter = self._missing(text, self._font)
        message = f"the font of the social cards has no `{letter}` (U+{ord(letter):04X}), which {what} holds"
        hint = "the page has the site's card; name a font that has it: `timeline: {cards: {font: fonts/x.otf}}`"
        self._found.append(diagnose("LT215", message, place, hint=hint))


def _newest_models(index: SiteIndex) -> Iterator[str]:
    """The families, and of the other models the newest."""
    models = index.registry.models.values()
    yield from (model.id for model in models if model.kind == "family")
    others = sorted((m for m in models if m.kind != "family"), key=lambda m: (m.date is None, _age(m.date), m.id))
    yield from (model.id for model in others[:_MOST_MODELS])


def _age(date: PartialDate | None) -> tuple[int, ...]:
    return tuple(-part for part in date.timeline_key()) if date else ()


def _digest_of_words(index: SiteIndex, language: Language) -> str:
    """Of all that the words on a card are made of."""
    digest = sha256(str(find_param(language.params, "DateFormat")).encode())
    for _, sources in sorted(index.tree.theme.words.items()):
        for source in sources:
            digest.update(source.text.encode("utf-8", "replace"))
    return digest.hexdigest()[:16]


def _host(base_url: str) -> str:
    """Where the site stands, as people say it: `example.org`, `example.org/blog`."""
    return base_url.partition("://")[2].strip("/")
