"""What is needed to make pictures: Pillow, and a font for social cards."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from llmtimeline.load.fonts import load_font
from llmtimeline.values.config import Config
from llmtimeline.values.diagnostics import Diagnostic, diagnose
from llmtimeline.values.pictures import Font


def find_drawing(root: Path, config: Config, found: list[Diagnostic]) -> tuple[bool, Font | None]:
    """Whether pictures can be made, and the font of cards where cards are to be drawn.

    LT014 for a font that cannot be read; LT015 where the site itself asks for pictures and Pillow is missing.
    """
    images, cards = config.timeline.images, config.timeline.cards
    if find_spec("PIL") is None:
        for key, asked in (("images", images.asked and images.variants), ("cards", cards.asked and cards.drawn)):
            if asked:
                message = f"`timeline.{key}` needs Pillow, which is not installed"
                hint = "pip install 'llmtimeline[images]'; until then pictures stay as they are, and no cards are drawn"
                found.append(diagnose("LT015", message, config.place_of(f"timeline.{key}"), hint=hint))
        return False, None
    # A preview tells other sites nothing, so nobody would see its cards.
    return True, load_font(root, config, found) if cards.drawn and config.is_public else None
