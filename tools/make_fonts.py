"""Makes data/fonts/NotoSerifSC-Bold-GB2312.otf, which social cards are drawn with, out of Debian's fonts-noto-cjk.

    python -m pip install fonttools && python tools/make_fonts.py [path of NotoSerifCJK-Bold.ttc]

Kept are the 6,763 characters and the signs of GB 2312, Latin letters with their accents, and the punctuation of both.
Licence and use: data/fonts/README.md.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTCollection, TTFont

SOURCE = Path("/usr/share/fonts/opentype/noto/NotoSerifCJK-Bold.ttc")
TARGET = Path(__file__).parents[1] / "data/fonts/NotoSerifSC-Bold-GB2312.otf"
FACE = "Noto Serif CJK SC Bold"
LATIN = (*range(0x20, 0x7F), *range(0xA0, 0x180))
SIGNS = (*range(0x2010, 0x2028), *range(0x2030, 0x203B), 0x20AC, 0x2122, 0x2190, 0x2192, 0x2212, 0x22EF)


def gb2312() -> set[int]:
    """The code points of the standard's 94 rows of 94 places, as far as they are given."""
    found = set()
    for row in range(0xA1, 0xFF):
        for place in range(0xA1, 0xFF):
            try:
                found.add(ord(bytes((row, place)).decode("gb2312")))
            except UnicodeDecodeError:
                continue
    return found


def main(source: Path) -> None:
    collection = TTCollection(str(source), lazy=True)
    font: TTFont = next(each for each in collection.fonts if each["name"].getDebugName(4) == FACE)
    options = subset.Options()
    options.hinting = False
    options.layout_features = ["kern"]
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.notdef_outline = True
    options.drop_tables += ["VORG", "vhea", "vmtx", "BASE"]
    options.recalc_timestamp = False
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=gb2312() | set(LATIN) | set(SIGNS))
    subsetter.subset(font)
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    font.save(str(TARGET))
    print(f"{TARGET.name}: {TARGET.stat().st_size:,} bytes, {font['maxp'].numGlyphs:,} glyphs")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else SOURCE)
