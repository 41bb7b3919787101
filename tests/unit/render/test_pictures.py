"""Smaller pictures: what is made of a picture's bytes."""

from __future__ import annotations

import os
import random
import struct
import subprocess
import sys
import zlib
from io import BytesIO

import pytest
from PIL import Image

from llmtimeline.render.pictures import shrink
from llmtimeline.values.places import Span


def noisy(size: tuple[int, int], mode: str = "RGB") -> Image.Image:
    """A picture with something to pack in it."""
    tile = Image.frombytes("RGB", (16, 12), random.Random(1).randbytes(16 * 12 * 3))
    return tile.resize(size, Image.Resampling.BICUBIC).convert(mode)


def encoded(picture: Image.Image, form: str = "PNG", **options: object) -> bytes:
    stream = BytesIO()
    picture.save(stream, form, **options)  # type: ignore[arg-type]
    return stream.getvalue()


def opened(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content))


@pytest.mark.parametrize(
    ("form", "mode"), [("PNG", "RGB"), ("PNG", "RGBA"), ("PNG", "P"), ("PNG", "LA"), ("JPEG", "L"), ("JPEG", "CMYK")]
)
def test_a_picture_becomes_a_smaller_webp(form: str, mode: str) -> None:
    made = opened(shrink(encoded(noisy((800, 600), mode), form), 400, 80).content)
    assert (made.format, made.size) == ("WEBP", (400, 300))
    assert ("A" in made.mode) == (mode in ("RGBA", "LA") and made.mode == "RGBA")


def test_it_is_turned_as_exif_says_and_loses_what_is_told_about_it() -> None:
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "a camera"
    source = encoded(noisy((800, 600)), "JPEG", exif=exif, quality=95)
    made = opened(shrink(source, 300, 80).content)
    assert made.size == (300, 400)
    assert dict(made.getexif()) == {}


@pytest.mark.parametrize("side", [11_000, 60_000])  # of the first Pillow warns, the second it refuses
def test_a_picture_that_names_a_second_size_is_no_bomb(side: int) -> None:
    """PNG has one IHDR; of several, who asks for the size of a file reads the first, and Pillow goes by the last."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    heads = (chunk(b"IHDR", struct.pack(">IIBBBBB", each, each, 8, 2, 0, 0, 0)) for each in (900, side))
    bomb = b"\x89PNG\r\n\x1a\n" + b"".join(heads) + chunk(b"IDAT", zlib.compress(bytes(100))) + chunk(b"IEND", b"")
    made = shrink(bomb, 400, 75)
    assert (made.content, made.problem) == (bomb, "it has too many pixels")


def test_a_picture_is_never_enlarged() -> None:
    assert opened(shrink(encoded(noisy((300, 200))), 480, 80).content).size == (300, 200)


def test_what_would_have_more_bytes_stays_as_it_is() -> None:
    flat = encoded(Image.new("1", (900, 600)))
    assert shrink(flat, 800, 100).content == flat


@pytest.mark.parametrize(
    "spoil", [lambda b: b[: len(b) // 2], lambda b: b"text", lambda b: b[:60] + bytes(200) + b[260:]]
)
@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_a_broken_picture_stays_as_it_is_and_is_told(form: str, spoil: object) -> None:
    content = spoil(encoded(noisy((600, 400)), form))  # type: ignore[operator]
    made = shrink(content, 300, 80)
    place = Span("static/a.png")
    if form == "PNG" or made.problem:  # a JPEG may be read past its damage
        (told,) = made.tell(place)
        assert (made.content, told.code, told.span) == (content, "LT012", place)
        assert told.hint


def test_the_same_picture_gives_the_same_bytes_in_every_process() -> None:
    content = encoded(noisy((700, 500)))
    code = (
        "import sys, hashlib; from llmtimeline.render.pictures import shrink;"
        "print(hashlib.sha256(shrink(sys.stdin.buffer.read(), 350, 80).content).hexdigest())"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", code],
            input=content,
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("0", "1")
    }
    assert len(found) == 1
