"""Pictures, and how the frame of every page looks."""

from __future__ import annotations

from dataclasses import dataclass

_COLUMN = 640  # pixels of a column of text
_MARGINS = 40  # pixels beside it on a small screen


@dataclass(frozen=True, slots=True)
class PictureView:
    """A picture that front matter or config names."""

    url: str  # root-relative, or absolute on another host
    alt: str = ""
    caption_html: str = ""
    title: str = ""  # hover text
    width: int = 0  # in CSS pixels; 0 when nothing is known
    height: int = 0
    linked: bool = False  # leads to the picture itself
    srcset: str = ""  # smaller ones, WebP, as the attribute of that name has them

    @property
    def sizes(self) -> str:
        """How wide it stands in a column of text, as the attribute of that name has it."""
        wide = min(self.width or _COLUMN, _COLUMN)
        return f"(max-width: {wide + _MARGINS}px) 100vw, {wide}px"


@dataclass(frozen=True, slots=True)
class SearchLook:
    """What the opener of the search in the header says to its script."""

    index_url: str  # of the language's index, without a digest: the script asks whether it has changed
    placeholder: str = ""  # of the config; "" where the templates have words
    engine_url: str = ""  # folder of Pagefind's files; "" for our own engine


@dataclass(frozen=True, slots=True)
class SiteLook:
    """How the frame of every page of one language looks."""

    name: str = ""  # beside the mark in the header (`label.text`), else the site's title
    icon: PictureView | None = None  # in place of the mark
    icon_svg: str = ""  # likewise, HTML of the config
    theme: str = ""  # light or dark; "" follows the reader's system
    copyright_html: str = ""
    footer_html: str = ""
    theme_switch: bool = True  # where scripts run
    top_link: bool = True
    language_switch: bool = True
    full_language_names: bool = True
