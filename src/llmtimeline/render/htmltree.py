"""HTML as a tree, as far as it takes to write it as something else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
# Deeper elements are put beside each other: whoever writes a thousand quotations in each other means no reader well.
_DEEPEST = 60
_RAW = frozenset({"script", "style"})


@dataclass(slots=True)
class Element:
    """An element with its children; the root has no name."""

    name: str
    attributes: Mapping[str, str]
    children: list[Element | str] = field(default_factory=list)

    def attribute(self, name: str) -> str:
        """An attribute's value; "" without one."""
        return self.attributes.get(name, "")

    def number(self, name: str, usual: int) -> int:
        """A whole number from 0 up to nine digits."""
        value = self.attribute(name)
        return int(value) if value.isascii() and value.isdigit() and len(value) < 10 else usual

    def walk(self) -> Iterator[Element]:
        """The element and all within it, in the order of the text."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()

    def find(self, name: str) -> list[Element]:
        """All elements of a name within it."""
        return [element for element in self.walk() if element.name == name]

    def text(self) -> str:
        """All its text as it stands."""
        return "".join(child if isinstance(child, str) else child.text() for child in self.children)


def parse_html(html: str) -> Element:
    """The tree of a piece of HTML. What is never closed ends with what encloses it; what was never opened is passed
    over."""
    parser = _Parser()
    parser.feed(html)
    parser.close()
    return parser.root


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {})
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("li", "p", "td", "th", "tr", "dt", "dd") and self._open[-1].name == tag:
            self._open.pop()
        element = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(element)
        if tag not in _VOID and (len(self._open) < _DEEPEST or tag in _RAW):
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open[-1].children.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        for depth in range(len(self._open) - 1, 0, -1):
            if self._open[depth].name == tag:
                del self._open[depth:]
                return

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)
