"""The font of social cards: which characters it has, and what is told of one that is none."""

from __future__ import annotations

import struct
from dataclasses import replace
from pathlib import Path

import pytest

from llmtimeline.load.fonts import load_font
from llmtimeline.values.config import Config, TimelineSettings
from llmtimeline.values.diagnostics import Diagnostic
from llmtimeline.values.pictures import CardSettings, Font
from llmtimeline.values.places import Span

PLACE = Span("llmtimeline.yaml", 3, 20)


def load(root: Path, font: str = "") -> tuple[Font | None, list[Diagnostic]]:
    found: list[Diagnostic] = []
    config = Config(
        "llmtimeline.yaml",
        timeline=TimelineSettings(cards=CardSettings(font=font)),
        places={"timeline.cards.font": PLACE},
    )
    return load_font(root, config, found), found


def test_the_built_in_font_has_what_chinese_and_english_titles_need(tmp_path: Path) -> None:
    font, found = load(tmp_path)
    assert font is not None
    assert found == []
    assert all(
        ord(letter) in font.characters for letter in "大模型时间线，。：；？！、“”‘’（）《》「」【】…—·×→éüñß$€%&@#"
    )
    assert sum(0x4E00 <= code <= 0x9FFF for code in font.characters) == 6763  # those of GB 2312
    assert not any(ord(letter) in font.characters for letter in "𠮷🙂한")
    assert 0xFFFF not in font.characters


def a_font(cmap: bytes) -> bytes:
    table = struct.pack(">4sLLL", b"cmap", 0, 28, len(cmap))
    return b"\x00\x01\x00\x00" + struct.pack(">HHHH", 1, 0, 0, 0) + table + cmap


def subtable(form: bytes) -> bytes:
    return struct.pack(">HHHHL", 0, 1, 3, 1, 12) + form


# "A" to "C" by a difference; "0" by a list of glyphs in which "1" has none; then the end.
ENDS, STARTS, DELTAS, OFFSETS, GLYPHS = (0x31, 0x43, 0xFFFF), (0x30, 0x41, 0xFFFF), (0, 1, 1), (6, 0, 0), (5, 0)
BY_SEGMENTS = struct.pack(">7H", 4, 0, 0, 6, 0, 0, 0)
BY_SEGMENTS += struct.pack(">3HH3H3H3H2H", *ENDS, 0, *STARTS, *DELTAS, *OFFSETS, *GLYPHS)
BY_GROUPS = struct.pack(">HHLLL", 12, 0, 0, 0, 2) + struct.pack(">6L", 0x41, 0x43, 1, 0x20BB7, 0x20BB7, 9)


@pytest.mark.parametrize(("form", "letters"), [(BY_SEGMENTS, "0ABC"), (BY_GROUPS, "ABC𠮷")])
def test_both_kinds_of_maps_are_read(form: bytes, letters: str, tmp_path: Path) -> None:
    (tmp_path / "f.ttf").write_bytes(a_font(subtable(form)))
    font, found = load(tmp_path, "f.ttf")
    assert font is not None
    assert ("".join(map(chr, sorted(font.characters))), found) == (letters, [])


@pytest.mark.parametrize(
    "content",
    [b"", b"text", b"OTTO", a_font(b""), a_font(subtable(b"")), a_font(subtable(BY_GROUPS[:20])), b"wOF2" + bytes(99)],
)
def test_a_file_that_is_no_font_is_told_and_no_card_is_drawn(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "f.otf").write_bytes(content)
    font, (told,) = load(tmp_path, "f.otf")
    assert font is None
    assert (told.code, told.span) == ("LT014", PLACE)


def test_a_font_that_is_not_there_is_told(tmp_path: Path) -> None:
    font, (told,) = load(tmp_path, "fonts/x.otf")
    assert (font, told.code, told.span) == (None, "LT014", PLACE)
    assert "fonts/x.otf" in told.message


def test_a_font_has_the_digest_of_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "f.ttf").write_bytes(a_font(subtable(BY_GROUPS)))
    font, _ = load(tmp_path, "f.ttf")
    (tmp_path / "f.ttf").write_bytes(a_font(subtable(BY_GROUPS)) + b"\0")
    other, _ = load(tmp_path, "f.ttf")
    assert font is not None and other is not None  # noqa: PT018
    assert replace(other, digest=font.digest) == font
    assert other.digest != font.digest
