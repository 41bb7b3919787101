"""Pictures as far as a page needs to know them: their size, and the smaller ones that stand beside them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from llmtimeline.values.dates import PartialDate

CARD_WIDTH, CARD_HEIGHT = 1200, 630
"""Pixels of a social card: what the large networks crop least."""


@dataclass(frozen=True, slots=True)
class Picture:
    """What the header of a picture's file says."""

    width: int  # in CSS pixels, as browsers show it: turned as EXIF says
    height: int
    kind: str  # png, jpeg, gif, webp, avif, svg, …
    moving: bool = False  # an animation, as far as the header tells


@dataclass(frozen=True, slots=True)
class ImageSettings:
    """Smaller pictures for smaller screens: `timeline.images`."""

    variants: bool = True  # where Pillow is installed
    asked: bool = False  # the site says so itself, so that it is told when Pillow is missing
    widths: tuple[int, ...] = (480, 800, 1200, 1600)  # ascending
    quality: int = 80  # of WebP, 1 to 100

    def may_shrink(self, picture: Picture | None) -> bool:
        """Whether smaller ones may be made of a picture. GIF, WebP and AVIF are packed well; what moves must go on."""
        return self.variants and picture is not None and picture.kind in ("png", "jpeg") and not picture.moving


@dataclass(frozen=True, slots=True)
class CardSettings:
    """Social cards: `timeline.cards`."""

    drawn: bool = True  # where Pillow is installed
    asked: bool = False
    font: str = ""  # path from the site's root; "" is the built-in one


@dataclass(frozen=True, slots=True)
class Font:
    """A font for cards. Its bytes stay on disk until a card is drawn."""

    origin: str  # absolute path on this machine; never part of an output
    digest: str  # of its bytes
    characters: frozenset[int] = frozenset()  # code points that it has glyphs for


@dataclass(frozen=True, slots=True)
class Card:
    """What stands on one social card."""

    site: str  # name of the site, beside its seal
    title: str = ""  # plain; "" where a word of the language is the title
    word: str = ""  # its key
    values: tuple[tuple[str, str], ...] = ()  # what fills the word's holes
    note: str = ""  # below the title
    note_word: str = ""  # in its stead, where the language has it and it has no holes: the key of a word
    date: datetime | PartialDate | None = None  # below the line
    label: str = ""  # in its stead: the key of a word
    host: str = ""
