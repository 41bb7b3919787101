"""Smaller pictures, made by Pillow: bytes to bytes."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from llmtimeline.values.diagnostics import Diagnostic, diagnose
from llmtimeline.values.places import Span

if TYPE_CHECKING:
    from PIL import Image

_MOST_PIXELS = 89_478_485  # more is a bomb, or takes a GB of memory
_TRANSPARENT = frozenset({"LA", "La", "PA", "RGBA", "RGBa"})
# Pillow tells of a broken file in many ways.
_BROKEN = (
    *(OSError, ValueError, SyntaxError, EOFError, ArithmeticError, LookupError, TypeError, MemoryError),
    *(struct.error, zlib.error),
)
_EFFORT = 4  # of 0 to 6; more takes twice as long for a hundredth of the bytes


@dataclass(frozen=True, slots=True)
class MadePicture:
    """A picture that was made, or what stands in for one that cannot be."""

    content: bytes
    problem: str = ""  # why it was not made

    def tell(self, origin: Span | None) -> tuple[Diagnostic, ...]:
        """LT012 at the picture's file where there was a problem."""
        if not self.problem:
            return ()
        message = f"the picture cannot be made smaller: {self.problem}"
        return (diagnose("LT012", message, origin, hint="save the picture again, or take it out"),)


def shrink(content: bytes, width: int, quality: int) -> MadePicture:
    """A PNG or JPEG as WebP of a width, turned as EXIF says, without metadata but with its colour profile.

    The given bytes themselves where WebP would not have fewer, and where they cannot be decoded: browsers go by what a
    picture holds, not by its name, and show as much of a broken one as there is.
    """
    from PIL import Image

    try:
        with Image.open(BytesIO(content), formats=("PNG", "JPEG")) as opened:
            if opened.width * opened.height > _MOST_PIXELS:
                return MadePicture(content, "it has too many pixels")
            made = _encoded(_resized(opened, width), quality)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        # A file may name two sizes, and the first of them, which was known before, may be harmless.
        return MadePicture(content, "it has too many pixels")
    except _BROKEN as error:
        reason = "it is neither PNG nor JPEG" if "identify" in str(error) else str(error).rstrip(".")
        return MadePicture(content, reason or type(error).__name__)
    return MadePicture(made if len(made) < len(content) else content)


def _resized(opened: Image.Image, width: int) -> Image.Image:
    from PIL import Image, ImageOps

    profile = opened.info.get("icc_profile") if opened.mode not in ("CMYK", "YCCK", "LAB") else None
    if opened.format == "JPEG":
        opened.draft("RGB", (width, width))  # decodes no more pixels than are needed
    turned = ImageOps.exif_transpose(opened)
    clear = turned.mode in _TRANSPARENT or "transparency" in turned.info
    plain = turned.convert("RGBA" if clear else "RGB")
    height = max(1, round(plain.height * width / plain.width))
    small = plain.resize((width, height), Image.Resampling.LANCZOS) if plain.width > width else plain
    small.info = {"icc_profile": profile} if profile else {}
    return small


def _encoded(picture: Image.Image, quality: int) -> bytes:
    stream = BytesIO()
    picture.save(stream, "WEBP", quality=quality, method=_EFFORT, icc_profile=picture.info.get("icc_profile", b""))
    return stream.getvalue()
