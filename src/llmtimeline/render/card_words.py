"""What a social card says, in the words of its language."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from llmtimeline.render.cards import CardText
from llmtimeline.render.labels import date_text, moment_text
from llmtimeline.render.words import Texts
from llmtimeline.values.dates import PartialDate
from llmtimeline.values.pictures import Card


def card_text(card: Card, texts: Texts, characters: Collection[int]) -> CardText:
    """The texts of a card. What a font of these characters cannot write is left out; the plan has told of it, but for
    words of the templates, which only a site's own translation can have."""

    def written(text: str) -> str:
        return text if all(ord(letter) in characters or letter.isspace() for letter in text) else ""

    word = texts(card.word, None, **dict(card.values)) if card.word and card.word in texts else ""
    note = texts.get(card.note_word)
    label = texts.get(card.label) if card.label in texts else ""
    return CardText(
        site=written(card.site),
        title=written(card.title or word) or card.site,
        note=written(card.note or ("" if "{" in note else note)),
        left=written(_date(card.date, texts) if card.date else label),
        right=written(card.host),
    )


def _date(date: datetime | PartialDate, texts: Texts) -> str:
    return date_text(date, texts) if isinstance(date, PartialDate) else moment_text(date, texts)
