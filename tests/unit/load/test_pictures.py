"""Sizes of pictures, read from the first bytes of their files."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from llmtimeline.load.pictures import is_picture, read_picture
from llmtimeline.values.diagnostics import Diagnostic
from llmtimeline.values.pictures import Picture

FORMATS = {".png": "PNG", ".jpg": "JPEG", ".gif": "GIF", ".webp": "WEBP", ".avif": "AVIF", ".bmp": "BMP"}


def encoded(form: str, size: tuple[int, int] = (30, 20), **options: object) -> bytes:
    stream = BytesIO()
    Image.new("RGB", size, (200, 80, 40)).save(stream, form, **options)  # type: ignore[arg-type]
    return stream.getvalue()


def read(folder: Path, name: str, content: bytes | str) -> tuple[Picture | None, list[Diagnostic]]:
    found: list[Diagnostic] = []
    (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
    return read_picture(folder / name, f"static/{name}", found), found


@pytest.mark.parametrize("suffix", FORMATS)
def test_each_format_tells_its_size(suffix: str, tmp_path: Path) -> None:
    picture, found = read(tmp_path, f"图 片{suffix}", encoded(FORMATS[suffix]))
    assert picture is not None
    assert (picture.width, picture.height, found) == (30, 20, [])


@pytest.mark.parametrize(
    ("orientation", "size"), [(1, (30, 20)), (3, (30, 20)), (6, (20, 30)), (8, (20, 30)), (5, (20, 30))]
)
def test_a_photograph_is_turned_as_browsers_turn_it(orientation: int, size: tuple[int, int], tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    picture, _ = read(tmp_path, "a.jpg", encoded("JPEG", exif=exif))
    assert picture is not None
    assert (picture.width, picture.height) == size


def test_what_a_picture_is_its_bytes_say(tmp_path: Path) -> None:
    assert read(tmp_path, "a.jpg", encoded("PNG"))[0] == Picture(30, 20, "png")
    assert read(tmp_path, "a.PNG", encoded("JPEG"))[0] == Picture(30, 20, "jpeg")


def test_an_animation_is_known_by_its_header(tmp_path: Path) -> None:
    frames = [Image.new("RGB", (30, 20), color) for color in ("red", "blue")]
    stream = BytesIO()
    frames[0].save(stream, "PNG", save_all=True, append_images=frames[1:])
    assert read(tmp_path, "a.png", stream.getvalue())[0] == Picture(30, 20, "png", moving=True)


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="30" height="20"', (30, 20)),
        ('width="30px" height="20.4px"', (30, 20)),
        ('width="1in" height="72pt"', (96, 96)),
        ('viewBox="0 0 300 150"', (300, 150)),
        ('viewBox="0,0,300,150" width="100%"', (300, 150)),
        ('viewBox="0 0 300 150" width="60"', (60, 30)),
        ('width="100%" height="100%"', None),
        ("", None),
        ('viewBox="0 0 0 150"', None),
        ('viewBox="0 0 -3 150"', None),
        ('width="99999999" height="1"', None),
    ],
)
def test_a_drawing_has_the_size_that_it_gives_or_that_of_its_view(
    attributes: str, size: tuple[int, int] | None, tmp_path: Path
) -> None:
    drawing = (
        f'<?xml version="1.0"?><!-- <svg width="7"> --><svg xmlns="http://www.w3.org/2000/svg" {attributes}></svg>'
    )
    picture, found = read(tmp_path, "a.svg", drawing)
    assert (picture and (picture.width, picture.height), found) == (size, [])


HUGE = b"\x89PNG\r\n\x1a\n" + struct.pack(">L4sLLBBBBB", 13, b"IHDR", 90_000, 90_000, 8, 2, 0, 0, 0)
HUGE += struct.pack(">L", zlib.crc32(HUGE[12:]))


@pytest.mark.parametrize(
    ("name", "content", "code", "words"),
    [
        ("a.png", b"", "LT012", "empty"),
        ("a.png", b"just a text", "LT012", "is none"),
        ("a.png", b"<html>404</html>", "LT012", "is none"),
        ("a.png", encoded("PNG")[:18], "LT012", "cut off"),
        ("a.jpg", encoded("JPEG")[:40], "LT012", "cut off"),
        ("a.gif", encoded("GIF")[:7], "LT012", "cut off"),
        ("a.webp", encoded("WEBP")[:14], "LT012", "cut off"),
        ("a.svg", "<svg", "LT012", "no `<svg>`"),
        ("a.svg", "<svg a=b>", "LT012", "XML"),
        ("a.svg", "<html></html>", "LT012", "no `<svg>`"),
        ("a.png", HUGE, "LT013", "90000 × 90000"),
    ],
)
def test_a_file_that_is_no_picture_is_told_at_its_place(
    name: str, content: bytes | str, code: str, words: str, tmp_path: Path
) -> None:
    picture, (told,) = read(tmp_path, name, content)
    assert picture is None
    assert (told.code, told.span and told.span.path) == (code, f"static/{name}")
    assert words in told.message
    assert told.hint


def test_entities_that_grow_are_not_followed(tmp_path: Path) -> None:
    lines = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(12))
    bomb = f'<!DOCTYPE svg [<!ENTITY a0 "x">{lines}]><svg width="3" height="4">&a12;</svg>'
    assert read(tmp_path, "a.svg", bomb)[0] == Picture(3, 4, "svg")


def test_only_names_of_pictures_are_looked_into() -> None:
    assert [name for name in ("a.png", "b/图.JPG", "a.svg", "a.txt", "png", "a.png.md") if is_picture(name)] == [
        "a.png",
        "b/图.JPG",
        "a.svg",
    ]


SEEDS = [encoded(form) for form in FORMATS.values()] + [b"<svg viewBox='0 0 1 1'>", HUGE]


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(SEEDS), st.binary(max_size=40), st.integers(0, 200), st.sampled_from([*FORMATS, ".svg"]))
def test_no_bytes_make_it_stumble(seed: bytes, noise: bytes, at: int, suffix: str) -> None:
    with TemporaryDirectory() as made:
        content = seed[:at] + noise + seed[at + len(noise) :]
        picture, found = read(Path(made), f"a{suffix}", content)
        assert picture is None or (picture.width > 0 and picture.height > 0)
        assert all(told.code in ("LT012", "LT013") for told in found)
