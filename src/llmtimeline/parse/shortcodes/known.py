"""What is known of Hugo's and PaperMod's shortcodes beyond their templates: which arguments are what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Known:
    """A shortcode of ours. Names of arguments are lower-cased."""

    takes: tuple[str, ...] = ()  # arguments by position, under the names by which the template asks for them
    needs: str = ""  # an argument without which it shows nothing
    files: tuple[str, ...] = ()  # arguments that name an image or another file
    links: tuple[str, ...] = ()  # arguments that name an address to go to
    prose: tuple[str, ...] = ()  # arguments in inline Markdown
    paired: bool = False  # must be closed
    inline: bool = False  # stands within a line
    own_text: bool = False  # what it encloses is no Markdown


_TEXT = Known(paired=True)

KNOWN: Mapping[str, Known] = MappingProxyType(
    {
        "figure": Known(
            takes=("src", "title"),
            needs="src",
            files=("src",),
            links=("link", "attrlink"),
            prose=("caption", "attr"),
        ),
        "youtube": Known(takes=("id",), needs="id"),
        "vimeo": Known(takes=("id",), needs="id"),
        "instagram": Known(takes=("id",), needs="id"),
        "x": Known(takes=("user", "id"), needs="id"),
        "tweet": Known(takes=("user", "id"), needs="id"),
        "gist": Known(takes=("user", "id", "file"), needs="id"),
        "details": Known(paired=True, prose=("summary",)),
        "collapse": Known(paired=True, prose=("summary",)),
        "qr": Known(takes=("text",), inline=True, own_text=True),
        "rawhtml": Known(paired=True, inline=True, own_text=True),
        "ltr": _TEXT,
        "rtl": _TEXT,
        "inTextImg": Known(needs="url", files=("url",), inline=True),
        "audio": Known(takes=("src",), needs="src", files=("src",)),
        "video": Known(takes=("src",), needs="src", files=("src", "poster")),
        # These become Markdown, text or an address, and have no template.
        "ref": Known(takes=("path", "lang"), needs="path"),
        "relref": Known(takes=("path", "lang"), needs="path"),
        "param": Known(takes=("name",), needs="name"),
        "comment": Known(paired=True, own_text=True),
        "highlight": Known(takes=("language", "options"), paired=True, own_text=True),
    }
)
"""Names as authors write them; unlike names of arguments they differ by case, as in Hugo."""
