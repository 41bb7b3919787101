"""Social cards, drawn by Pillow: paper, ink, a seal, a large title."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from llmtimeline.render.linebreaks import break_lines
from llmtimeline.values.pictures import CARD_HEIGHT, CARD_WIDTH

if TYPE_CHECKING:
    from PIL import Image
    from PIL.ImageFont import FreeTypeFont

_PAPER, _INK, _QUIET, _LINE, _SEAL = (251, 250, 246), (29, 28, 26), (100, 95, 87), (226, 222, 212), (179, 54, 31)
_MARGIN = 84  # pixels
_TEXT_WIDTH = CARD_WIDTH - 2 * _MARGIN
_SIZES = ((116, 1), (92, 2), (76, 3), (64, 3))  # pixels of the title, most lines; the first that holds it all
_LEADING = 1.28
_SMALL, _BRAND, _NOTE = 30, 34, 36
_NOTE_STEP, _GAP = 54, 22  # from line to line of a note, and above it
_RULE = 500  # pixels from the top
# Shades between paper and each ink; text is drawn as shades, which the palette makes colours of.
_SHADES = 16
_INKS = (_INK, _QUIET, _SEAL)
_SHADE_OF = tuple(tuple(grey * _SHADES // 256 + ink * _SHADES for grey in range(256)) for ink in range(len(_INKS)))
_IS_SEEN = tuple(255 if grey >= 256 // _SHADES else 0 for grey in range(256))
_OVER = 4  # how much larger the seal is drawn, so that its edges come out smooth


@dataclass(frozen=True, slots=True)
class CardText:
    """The words of a card, in the order in which they are read."""

    site: str
    title: str
    note: str = ""  # below the title
    left: str = ""  # below the line
    right: str = ""


class CardPress:
    """Draws cards in one font. What all cards share is drawn once."""

    def __init__(self, font: bytes) -> None:
        self._font = font

    def draw(self, text: CardText) -> bytes:
        """A card as PNG: the same bytes for the same words, font and version of Pillow."""
        from PIL import Image

        card = self._blank.copy()
        self._write(card, (_MARGIN + 64, 104), text.site, _BRAND, ink=0, anchor="lm")
        size, lines = self._fitted(text.title)
        step = round(size * _LEADING)
        notes = self._lines(text.note, _NOTE, 2) if len(lines) < 3 else ()
        tall = step * len(lines) + (len(notes) * _NOTE_STEP + _GAP if notes else 0)
        top = 150 + (_RULE - 150 - tall) // 2
        for number, line in enumerate(lines):
            self._write(card, (_MARGIN, top + step * number + step // 2), line, size, ink=0, anchor="lm")
        for number, line in enumerate(notes):
            middle = top + step * len(lines) + _GAP + _NOTE_STEP * number + _NOTE_STEP // 2
            self._write(card, (_MARGIN, middle), line, _NOTE, ink=1, anchor="lm")
        self._write(card, (_MARGIN, _RULE + 54), text.left, _SMALL, ink=1, anchor="lm")
        self._write(card, (CARD_WIDTH - _MARGIN, _RULE + 54), text.right, _SMALL, ink=1, anchor="rm")
        stream = BytesIO()
        # Runs of paper are nearly all that there is. Looking for more takes twice as long for a fifth of the bytes.
        card.save(stream, "PNG", compress_type=Image.RLE)
        return stream.getvalue()

    def _fitted(self, title: str) -> tuple[int, Sequence[str]]:
        for size, most in _SIZES:
            lines = self._lines(title, size, most)
            if lines and not lines[-1].endswith(("…", "...")):
                return size, lines
        return _SIZES[-1][0], self._lines(title, *_SIZES[-1])

    def _lines(self, text: str, size: int, most: int) -> Sequence[str]:
        return break_lines(text, _TEXT_WIDTH, most, self._face(size).getlength)

    def _write(self, card: Image.Image, at: tuple[int, int], text: str, size: int, *, ink: int, anchor: str) -> None:
        """Text as shades of one ink; a shade of 0 leaves what is there."""
        from PIL import Image, ImageDraw

        if not text:
            return
        face = self._face(size)
        left, top, right, bottom = (round(side) for side in face.getbbox(text, anchor=anchor))
        box = (left - 1, top - 1, right + 1, bottom + 1)
        mask = Image.new("L", (box[2] - box[0], box[3] - box[1]))
        ImageDraw.Draw(mask).text((-box[0], -box[1]), text, 255, face, anchor)
        drawn = mask.getbbox()
        if drawn and anchor == "lm":
            at = (at[0] - box[0] - drawn[0], at[1])  # ink stands at the margin, also that of an opening quote
        card.paste(mask.point(_SHADE_OF[ink]), (at[0] + box[0], at[1] + box[1]), mask.point(_IS_SEEN))

    @lru_cache(maxsize=8)  # noqa: B019 - a press lives as long as a build
    def _face(self, size: int) -> FreeTypeFont:
        from PIL import ImageFont

        # The basic layout is in every build of Pillow, and the same in all.
        return ImageFont.truetype(BytesIO(self._font), size, layout_engine=ImageFont.Layout.BASIC)

    @cached_property
    def _blank(self) -> Image.Image:
        """A card without words, in colours by number."""
        from PIL import Image, ImageDraw

        card = Image.new("P", (CARD_WIDTH, CARD_HEIGHT), 0)
        card.putpalette([part for color in _palette() for part in color])
        draw = ImageDraw.Draw(card)
        line, seal = len(_INKS) * _SHADES, len(_INKS) * _SHADES - 1
        draw.rectangle((0, 0, 13, CARD_HEIGHT), seal)
        draw.rectangle((_MARGIN, _RULE, CARD_WIDTH - _MARGIN, _RULE + 1), line)
        mark = _seal(44)
        shades = mark.point([shade * (_SHADES - 1) // 255 + 2 * _SHADES for shade in range(256)])
        card.paste(shades, (_MARGIN, 104 - 22), mark.point(_IS_SEEN))
        return card


def _palette() -> list[tuple[int, int, int]]:
    colors = [_between(_PAPER, ink, shade / (_SHADES - 1)) for ink in _INKS for shade in range(_SHADES)]
    return [*colors, _LINE]


def _between(one: tuple[int, int, int], other: tuple[int, int, int], share: float) -> tuple[int, int, int]:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def _seal(side: int) -> Image.Image:
    """The sign of the site as shades of its red: a timeline in a rounded square, as in the page's header."""
    from PIL import Image, ImageDraw

    scale = side * _OVER / 32
    mark = Image.new("L", (side * _OVER, side * _OVER))
    draw = ImageDraw.Draw(mark)

    def box(x: float, y: float, radius: float) -> tuple[float, float, float, float]:
        return (scale * (x - radius), scale * (y - radius), scale * (x + radius), scale * (y + radius))

    def line(*points: float) -> None:
        draw.line([point * scale for point in points], 0, round(2 * scale))

    draw.rounded_rectangle((0, 0, side * _OVER - 1, side * _OVER - 1), 6 * scale, 255)
    line(9, 6, 9, 26)
    line(6, 23, 12, 23)
    for y, end in ((9, 25), (16, 23), (23, 21)):
        line(16, y, end, y)
    draw.ellipse(box(9, 9, 3.4), 0)
    draw.ellipse(box(9, 16, 3.6), 0)
    draw.ellipse(box(9, 16, 1.6), 255)
    return mark.resize((side, side), Image.Resampling.LANCZOS)
