"""Shortcodes, drawn by the templates of the theme."""

from __future__ import annotations

import re

from jinja2 import Environment, pass_environment
from markupsafe import Markup

from llmtimeline.values.views import Html, ShortcodeView

CONTEXT = ("shortcode", "parent")
"""What a template of a shortcode sees besides the words: itself, and the shortcode around it or None."""
_ONE_PARAGRAPH = re.compile(r"\s*<p>((?:(?!<p[ >]).)*)</p>\s*\Z", re.DOTALL)


def is_shortcode(template: str) -> bool:
    """Whether a template is drawn inside posts."""
    return template.rpartition("!theme/")[2].startswith("shortcodes/")


@pass_environment
def draw_html(environment: Environment, html: Html, parent: ShortcodeView | None = None) -> Markup:
    """The HTML of an author with every shortcode in it drawn. What encloses it is its `parent`."""
    if isinstance(html, str):
        return Markup(html)
    return Markup("".join([part if isinstance(part, str) else _drawn(environment, part, parent) for part in html]))


def unwrapped(html: str) -> Markup:
    """HTML without the paragraph around it, where there is only one."""
    found = _ONE_PARAGRAPH.match(html)
    return Markup(found[1] if found else html)


def qr_code(text: str, level: str = "medium", scale: int = 4) -> Markup:
    """A QR code as inline SVG. `level` is Hugo's name of the error correction: low, medium, quartile, high."""
    import segno

    error = {"low": "l", "medium": "m", "quartile": "q", "high": "h"}.get(level, "m")
    code = segno.make(text or " ", error=error, micro=False)
    size = max(1, min(int(scale), 32))
    return Markup(code.svg_inline(scale=size, border=2, light="#fff", dark="#000", omitsize=False))


def _drawn(environment: Environment, shortcode: ShortcodeView, parent: ShortcodeView | None) -> str:
    template = environment.get_template(f"shortcodes/{shortcode.name}.html")
    return template.render({"shortcode": shortcode, "parent": parent}).strip("\n")
