"""HTML of authors, with holes where shortcodes stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from llmtimeline.values.views.look import PictureView


@dataclass(frozen=True, slots=True)
class ShortcodePage:
    """What a shortcode may know of the page that it stands in."""

    title: str
    url: str
    permalink: str
    language: str  # key
    params: Mapping[str, object] = field(default_factory=dict)  # of the front matter, lower-cased keys
    site_params: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ShortcodeView:
    """A shortcode, drawn by `shortcodes/<name>.html`, which sees it as `shortcode`."""

    name: str
    number: int  # among the shortcodes of the text, from 0; makes ids unique
    positional: tuple[ShortcodeValue, ...]
    named: Mapping[str, ShortcodeValue]  # lower-cased names; arguments by position too, where the shortcode is known
    inner: Html  # what it encloses, Markdown turned to HTML; print it with `|html`
    inner_text: str  # the same as its author wrote it, never to be trusted
    is_paired: bool  # whether it has a closing tag
    page: ShortcodePage
    pictures: Mapping[str, PictureView] = field(default_factory=dict)  # arguments that name a picture, by their names

    def get(self, key: str | int, default: ShortcodeValue = "") -> ShortcodeValue:
        """An argument by its name, in any case, or by its position from 0."""
        if isinstance(key, int):
            return self.positional[key] if 0 <= key < len(self.positional) else default
        return self.named.get(key.lower(), default)

    def picture(self, key: str) -> PictureView:
        """The picture that an argument names, with what is known of it; at least its address."""
        return self.pictures.get(key.lower()) or PictureView(str(self.get(key)))


HtmlPart = str | ShortcodeView
Html = str | tuple[HtmlPart, ...]
"""Safe HTML. Templates print it with the filter `html`, which draws the shortcodes in it."""
ShortcodeValue = str | int | float | bool | tuple[HtmlPart, ...]
