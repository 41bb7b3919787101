"""Which pictures a site has made: `timeline.images` and `timeline.cards`."""

from __future__ import annotations

from collections.abc import Iterator

from llmtimeline.parse.config.checks import check_folder
from llmtimeline.parse.notation.plain import kind_name, shown, yes_or_no
from llmtimeline.parse.notation.reading import Reading, read_table
from llmtimeline.parse.notation.typed import Field, Kind, Table, Values
from llmtimeline.values.located import Mapping, Node, Scalar
from llmtimeline.values.pictures import CardSettings, ImageSettings

_NARROWEST, _WIDEST, _MOST = 16, 8192, 12
_IMAGES, _CARDS = "timeline.images.", "timeline.cards."

IMAGES = Table(
    "images",
    (
        Field("variants", Kind.FLAG, "smaller pictures, WebP, beside PNG and JPEG; true where Pillow is installed"),
        Field("widths", Kind.TEXTS, "their widths in pixels: [480, 800, 1200, 1600]"),
        Field("quality", Kind.WHOLE, "of WebP, from 1 to 100; 80 unless given"),
    ),
)
CARDS = Table("cards", (Field("font", Kind.TEXT, "file of the font, from the site's root", slips=("fonts",)),))


def read_images(node: Node | None, reading: Reading) -> ImageSettings:
    """`true`, `false`, or settings. May add LT102, LT105, LT106, and LT108 for numbers out of their range."""
    usual = ImageSettings()
    values, answer = _table_or_answer(node, IMAGES, reading, _IMAGES)
    if values is None:
        return ImageSettings(variants=usual.variants if answer is None else answer, asked=answer is True)
    quality = values.whole("quality", usual.quality)
    if not 1 <= quality <= 100:
        place = reading.places[f"{_IMAGES}quality"]
        reading.add(
            "LT108", f"a quality of {quality} is out of range", place, "write a number from 1 to 100, such as 80"
        )
        quality = usual.quality
    widths = tuple(sorted(set(_widths(values.texts("widths"), reading)))) or usual.widths
    return ImageSettings(values.flag("variants", default=True), asked=True, widths=widths, quality=quality)


def read_cards(node: Node | None, reading: Reading) -> CardSettings:
    """`true`, `false`, or settings. May add LT102, LT105, LT106, and LT209 for a font outside of the site."""
    values, answer = _table_or_answer(node, CARDS, reading, _CARDS)
    if values is None:
        return CardSettings(drawn=answer is not False, asked=answer is True)
    return CardSettings(asked=True, font=check_folder(values.text("font"), "", f"{_CARDS}font", reading))


def _table_or_answer(
    node: Node | None, table: Table, reading: Reading, prefix: str
) -> tuple[Values | None, bool | None]:
    """The values of a mapping, else a yes or no; two times None where nothing is said."""
    if node is None:
        return None, None
    if isinstance(node, Mapping):
        return read_table(node, table, reading, prefix), None
    answer = yes_or_no(node) if isinstance(node, Scalar) else None
    if answer is None:
        field = table.fields[0].name
        hint = f"write `{table.name}: {{{field}: …}}`, or `{table.name}: false`"
        reading.add("LT106", f"`{table.name}` takes false or a mapping, not {kind_name(node)}", node.span, hint)
    return None, answer


def _widths(written: tuple[str, ...], reading: Reading) -> Iterator[int]:
    for number, text in enumerate(written):
        width = int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0
        if number < _MOST and _NARROWEST <= width <= _WIDEST:
            yield width
            continue
        place = reading.places.get(f"{_IMAGES}widths.{number}") or reading.places[f"{_IMAGES}widths"]
        hint = f"write up to {_MOST} whole numbers from {_NARROWEST} to {_WIDEST}"
        reading.add("LT108", f"`{shown(text)}` is no width of a picture", place, hint)
