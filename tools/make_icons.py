"""Draws the icons of static/ that are no SVG from the same lines as static/favicon.svg: python tools/make_icons.py

A site that wants others puts files of these names into its own static/, or names them under `params.assets`.
"""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw

STATIC = Path(__file__).parents[1] / "static"
SEAL, PAPER = (179, 54, 31, 255), (251, 250, 246, 255)
GRID = 32  # units of favicon.svg
OVER = 8  # drawn so much larger, then made smaller: smooth edges


def icon(side: int, *, corner: float, margin: float = 0.0) -> Image.Image:
    """The seal. `corner` is its radius and `margin` the space around its lines, both in units of the grid."""
    scale = side * OVER / GRID
    inner = (GRID - 2 * margin) / GRID

    def at(unit: float) -> float:
        return (margin + unit * inner) * scale

    picture = Image.new("RGBA", (side * OVER, side * OVER), (*SEAL[:3], 0))
    draw = ImageDraw.Draw(picture)
    draw.rounded_rectangle((0, 0, side * OVER - 1, side * OVER - 1), corner * scale, SEAL)
    for x, y, end_x, end_y in ((9, 6, 9, 26), (6, 23, 12, 23), (16, 9, 25, 9), (16, 16, 23, 16), (16, 23, 21, 23)):
        width = 2 * inner * scale
        draw.line([at(x), at(y), at(end_x), at(end_y)], PAPER, round(width))
        for cap_x, cap_y in ((x, y), (end_x, end_y)):
            draw.ellipse(_around(at(cap_x), at(cap_y), width / 2), PAPER)
    for y, radius, color in ((9, 3.4, PAPER), (16, 3.6, PAPER), (16, 1.6, SEAL)):
        draw.ellipse(_around(at(9), at(y), radius * inner * scale), color)
    return picture.resize((side, side), Image.Resampling.LANCZOS)


def _around(x: float, y: float, radius: float) -> tuple[float, float, float, float]:
    return (x - radius, y - radius, x + radius, y + radius)


def main() -> None:
    icon(32, corner=6).save(STATIC / "favicon.ico", sizes=[(32, 32)])
    # iOS rounds the corners itself, and Android may cut out a circle.
    icon(180, corner=0, margin=1).convert("RGB").save(STATIC / "apple-touch-icon.png", optimize=True)
    for side in (192, 512):
        icon(side, corner=0, margin=2.5).convert("P", palette=Image.Palette.ADAPTIVE, colors=32).save(
            STATIC / f"icon-{side}.png", optimize=True
        )


if __name__ == "__main__":
    main()
