"""HTML without what may differ between two programs that mean the same: order of attributes, entities, white space
between elements, and the classes and attributes that only one of them adds."""

from __future__ import annotations

from html import escape
from html.parser import HTMLParser

# Ours: for keyboards, screen readers and slow lines. Hugo's: how Chroma wraps lines, styles without style sheets.
_ADDED = frozenset({"rel", "loading", "decoding", "scope", "aria-label", "tabindex", "style"})
_ADDED_CLASSES = frozenset({"task", "chroma", "bare"})
_WRAPPERS = frozenset({("div", "table-scroll"), ("span", "line"), ("span", "cl"), ("span", "w"), ("span", "")})
_VOID = frozenset({"br", "hr", "img", "input"})


def alike(html: str) -> str:
    """The canonical form. Alignment of table cells is kept, other styles are not."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return "".join(reader.out).replace("\n</span>", "</span>\n").strip()


def _filled(value: str) -> str:
    """The address in a hole, which a page has in its place."""
    return value[1:-1] if value.startswith("{") and value.endswith("}") else value


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.out: list[str] = []
        self.closing: list[str] = []  # of each open element: its end tag, or "" where it is passed over
        self.verbatim = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: _filled(value or "") for name, value in attrs}
        names = [name for name in said.pop("class", "").split() if name not in _ADDED_CLASSES]
        align = said.get("style", "").replace(" ", "") if tag in ("td", "th") else ""
        if tag in ("td", "th"):  # ours are aligned by classes
            align = next((f"text-align:{name[6:]}" for name in names if name.startswith("align-")), align)
            names = [name for name in names if not name.startswith("align-")]
        classes = " ".join(names)
        kept = {name: value for name, value in said.items() if name not in _ADDED}
        kept |= {"class": classes} if classes else {}
        kept |= {"style": align} if align else {}
        passed_over = (tag, classes) in _WRAPPERS or tag == "label"
        name = "div" if tag == "section" else tag
        if not passed_over:
            shown = "".join(f' {key}="{escape(value)}"' for key, value in sorted(kept.items()))
            self.out.append(f"<{name}{shown}>")
        if tag not in _VOID:
            self.closing.append("" if passed_over else f"</{name}>")
            self.verbatim += tag == "pre"

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID and self.closing:
            self.out.append(self.closing.pop())
            self.verbatim -= tag == "pre"

    def handle_data(self, data: str) -> None:
        if self.verbatim or not data.isspace() or "\n" not in data:
            self.out.append(escape(data if self.verbatim else data.strip("\n\t")))
