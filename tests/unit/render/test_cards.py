"""Social cards: what is drawn, and that it is drawn the same each time."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from llmtimeline.render.card_words import card_text
from llmtimeline.render.cards import CardPress, CardText
from llmtimeline.render.words import Texts
from llmtimeline.values.dates import PartialDate
from llmtimeline.values.pictures import Card
from llmtimeline.values.words import Words

FONT = Path(__file__).parents[3] / "data/fonts/NotoSerifSC-Bold-GB2312.otf"
PAPER, SEAL, INK = (251, 250, 246), (179, 54, 31), (29, 28, 26)


@pytest.fixture(scope="module")
def press() -> CardPress:
    return CardPress(FONT.read_bytes())


def drawn(press: CardPress, *words: str) -> Image.Image:
    return Image.open(BytesIO(press.draw(CardText(*words)))).convert("RGB")


def ink(card: Image.Image, box: tuple[int, int, int, int]) -> int:
    """How many pixels of a part of the card are nearly ink."""
    return sum(1 for pixel in card.crop(box).get_flattened_data() if sum(pixel) < 150)


def test_a_card_is_paper_ink_and_a_seal(press: CardPress) -> None:
    content = press.draw(CardText("大模型时间线", "大模型周报：2023 年 9 月", "", "2023 年 9 月 29 日", "ex.org"))
    card = Image.open(BytesIO(content))
    assert (card.format, card.size, len(content) < 40_000) == ("PNG", (1200, 630), True)
    colors = card.convert("RGB")
    assert (colors.getpixel((1190, 10)), colors.getpixel((2, 300))) == (PAPER, SEAL)
    assert ink(colors, (84, 150, 1116, 490)) > 5000
    # Nothing in the margins, whatever the title.
    assert ink(colors, (20, 0, 80, 630)) + ink(colors, (1130, 0, 1200, 630)) == 0


@pytest.mark.parametrize(
    "title", ["G", "一" * 200, "word " * 90, "x" * 300, "（（（（（（", "“开源”还是「开放」？", "", "\u3000", "a\nb"]
)
def test_every_title_stays_within_its_margins(title: str, press: CardPress) -> None:
    card = drawn(press, "站", title, "说明" * 80)
    assert ink(card, (15, 0, 80, 630)) + ink(card, (1124, 0, 1200, 630)) + ink(card, (84, 505, 1116, 525)) == 0


def test_a_short_title_is_larger_than_a_long_one(press: CardPress) -> None:
    one, many = drawn(press, "", "时间线"), drawn(press, "", "时间线" * 9)
    assert ink(one, (84, 150, 430, 490)) > ink(many, (84, 150, 430, 260))


def test_a_card_has_the_same_bytes_in_every_process(press: CardPress) -> None:
    code = (
        "import sys, hashlib; from llmtimeline.render.cards import *;"
        "card = CardPress(sys.stdin.buffer.read()).draw(CardText('站', '标题 and words', '说明', '左', '右'));"
        "print(hashlib.sha256(card).hexdigest())"
    )
    here = hashlib.sha256(press.draw(CardText("站", "标题 and words", "说明", "左", "右"))).hexdigest()
    for seed in ("0", "1"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        there = subprocess.run(
            [sys.executable, "-c", code], input=FONT.read_bytes(), capture_output=True, check=True, env=environment
        )
        assert there.stdout.decode().strip() == here


WORDS = Texts(
    Words(
        "zh",
        {
            "title_timeline": "时间线",
            "title_year": "{year} 年的发布",
            "description_timeline": "每一次发布。",
            "description_year": "共 {n} 次",
            "date_day": "{year}年{month}月{day}日",
            **{f"month_{form}{n}": f"{n}月" for form in ("", "short_") for n in (3, 9)},
            "title_models": "模型",
            "title_odd": "𠮷",
        },
    )
)
ALL = range(0x10000)


@pytest.mark.parametrize(
    ("card", "wanted"),
    [
        (Card("站", "题", host="ex.org"), CardText("站", "题", "", "", "ex.org")),
        (Card("站", word="title_timeline", note_word="description_timeline"), CardText("站", "时间线", "每一次发布。")),
        (Card("站", word="title_year", values=(("year", "2023"),)), CardText("站", "2023 年的发布")),
        (Card("站", word="title_timeline", note_word="description_year"), CardText("站", "时间线")),
        (Card("站", "GPT-4", note="OpenAI", label="title_models"), CardText("站", "GPT-4", "OpenAI", "模型")),
        (Card("站", "GPT-4", date=PartialDate(2023, 3, 14)), CardText("站", "GPT-4", "", "2023年3月14日")),
        (Card("站", "题", date=datetime(2023, 9, 6, tzinfo=UTC)), CardText("站", "题", "", "2023年9月6日")),
        (Card("站", word="title_unknown"), CardText("站", "站")),
        # What the font cannot write is left out: no card shows boxes.
        (Card("站", word="title_odd"), CardText("站", "站")),
        (Card("站", "题", note="𠮷"), CardText("站", "题")),
    ],
)
def test_a_card_speaks_the_language_of_its_page(card: Card, wanted: CardText) -> None:
    assert card_text(card, WORDS, ALL) == wanted
