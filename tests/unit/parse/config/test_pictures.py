"""`timeline.images` and `timeline.cards`."""

from __future__ import annotations

import pytest

from llmtimeline.parse.config.site import parse_config
from llmtimeline.values.config import Config
from llmtimeline.values.diagnostics import Checked
from llmtimeline.values.pictures import CardSettings, ImageSettings
from llmtimeline.values.sources import Source

USUAL = ImageSettings()


def read(setting: str) -> Checked[Config]:
    return parse_config(
        Source("llmtimeline.yaml", f"baseURL: https://ex.org/\ntimeline:\n  {setting}\n"), environment="production"
    )


@pytest.mark.parametrize(
    ("setting", "wanted"),
    [
        ("models: models", USUAL),
        ("images: false", ImageSettings(variants=False)),
        ("images: true", ImageSettings(asked=True)),
        ("images: {variants: true}", ImageSettings(asked=True)),
        ("images: {variants: no}", ImageSettings(variants=False, asked=True)),
        ("images: {widths: [800, 320, 800], quality: 60}", ImageSettings(asked=True, widths=(320, 800), quality=60)),
    ],
)
def test_smaller_pictures(setting: str, wanted: ImageSettings) -> None:
    checked = read(setting)
    assert (checked.value.timeline.images, checked.diagnostics) == (wanted, ())


@pytest.mark.parametrize(
    ("setting", "wanted"),
    [
        ("cards: false", CardSettings(drawn=False)),
        ("cards: true", CardSettings(asked=True)),
        ("cards: {font: fonts/x.otf}", CardSettings(asked=True, font="fonts/x.otf")),
    ],
)
def test_cards(setting: str, wanted: CardSettings) -> None:
    checked = read(setting)
    assert (checked.value.timeline.cards, checked.diagnostics) == (wanted, ())


@pytest.mark.parametrize(
    ("setting", "code", "column", "word"),
    [
        ("images: 7", "LT106", 11, "false"),
        ("images: {quality: 0}", "LT108", 21, "1 to 100"),
        ("images: {quality: 101}", "LT108", 21, "1 to 100"),
        ("images: {widths: [480, wide]}", "LT108", 26, "whole numbers"),
        ("images: {widths: [9]}", "LT108", 21, "from 16"),
        ("images: {width: [480]}", "LT105", 12, "widths"),
        ("cards: [a]", "LT106", 10, "cards: false"),
        ("cards: {font: ../x.otf}", "LT209", 17, "inside the site"),
    ],
)
def test_what_is_wrong_is_told_at_its_place(setting: str, code: str, column: int, word: str) -> None:
    (told,) = read(setting).diagnostics
    assert told.span is not None
    assert (told.code, told.span.line, told.span.column) == (code, 3, column)
    assert word in told.message + told.hint
