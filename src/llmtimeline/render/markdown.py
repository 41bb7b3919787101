"""HTML as Markdown: what posts say, for readers and programs that take plain text.

The HTML comes from our own Markdown and shortcodes. So what is made here, when it is read as CommonMark (with tables
and strikethrough), has the same headings, links and lists; what Markdown has no form for is kept as its text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import urljoin, urlsplit

from markupsafe import Markup

from llmtimeline.render.htmltree import Element, parse_html
from llmtimeline.values.addresses import is_safe

_SPACE = re.compile(r"[ \t\r\n\f]+")
_SPECIAL = re.compile(r"[\\`*\[\]<~|]|(?<!\w)_|_(?!\w)|&(?=#?\w+;)")
_MARKER = re.compile(r"(?P<before>\s*)(?:(?P<mark>[#>+=-])|(?P<number>\d{1,9})(?P<dot>[.)])(?=\s|\Z))")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_FENCES = re.compile(r"`+")
_TAIL = re.compile(r"(#+)(?=\s*\Z)")
_LANGUAGE = re.compile(r"language-([\w+#.-]+)")
_UNSAFE_IN_TARGET = re.compile(r"[\s<>()\\|`\x00-\x1f\x7f]")
# A path of the site in which nothing is to be resolved or escaped, as nearly all are.
_PLAIN_PATH = re.compile(r"/(?!/)[A-Za-z0-9_%~+/-]*(?:#[A-Za-z0-9_%:.-]+)?")
_BAR = re.compile(r"(?<!\\)\|")
_FENCE_LINE = re.compile(r"\s*(?:> ?)*(`{3,})")
_WRAPS = {"strong": "**", "b": "**", "em": "*", "i": "*", "del": "~~", "s": "~~", "cite": "*", "var": "*"}
_SKIPPED = frozenset({"script", "style", "template", "svg", "button", "colgroup", "head"})
_FRAMES = frozenset({"iframe", "video", "audio", "embed", "source"})
_BLOCKS = frozenset(
    {
        *("p", "div", "section", "article", "figure", "figcaption", "details", "summary", "blockquote", "pre", "hr"),
        *("ul", "ol", "li", "table", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "header", "footer", "aside"),
        *("main", "nav", "center", "address", "form", "fieldset"),
    }
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BACK = frozenset({"footnote-backref", "hash", "footnote-return"})


def as_markdown(html: str, permalink: str = "", deeper: int = 0) -> str:
    """HTML as Markdown, its addresses named in full as seen from the page at `permalink`, its headings some levels
    deeper."""
    if not html:
        return ""
    return _written(str(html), permalink, deeper if "<h" in html.lower() else 0)


@lru_cache(maxsize=2048)  # a post stands in a file of its own and in the one of all posts
def _written(html: str, permalink: str, deeper: int) -> str:
    return _Writer(permalink, deeper).blocks(parse_html(html))


def target(address: str, permalink: str = "") -> str:
    """An address in full, as it can stand between the brackets of a link; `#` where its scheme may run code."""
    if _PLAIN_PATH.fullmatch(address) and (origin := _origin(permalink)):
        return origin + address
    if not is_safe(address):
        return "#"
    try:
        full = urljoin(permalink, address)
    except ValueError:  # "//[": no browser would follow it either
        full = address
    full = _UNSAFE_IN_TARGET.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), full)
    return _ENTITY.sub("&amp;", full)


@lru_cache(maxsize=64)
def _origin(permalink: str) -> str:
    """Scheme and host of a page's address; "" of one that is not whole, or not plain."""
    try:
        parts = urlsplit(permalink)
    except ValueError:
        return ""
    origin = f"{parts.scheme}://{parts.netloc}"
    is_plain = parts.scheme in ("http", "https") and not _UNSAFE_IN_TARGET.search(origin) and "&" not in origin
    return origin if parts.netloc and is_plain else ""


def tidy(text: str) -> str:
    """A file of Markdown with at most one blank line between blocks; listings stay as they are."""
    lines: list[str] = []
    fence = ""
    for line in text.strip("\n").split("\n"):
        found = _FENCE_LINE.match(line)
        if found and (not fence or found[1].startswith(fence)):
            fence = "" if fence else found[1]
        if line.strip() or fence or (lines and lines[-1].strip()):
            lines.append(line if fence else line.rstrip())
    return "\n".join(lines) + "\n"


def escaped(text: str) -> str:
    """Text of which nothing is Markdown, wherever in a line it stands but at its start."""
    return _SPECIAL.sub(r"\\\g<0>", text)


def at_start(line: str) -> str:
    """A line whose first characters begin no heading, list, quotation or rule."""
    found = _MARKER.match(line)
    if found is None:
        return line
    if found["mark"]:
        return f"{found['before']}\\{line[found.start('mark') :]}"
    return f"{found['before']}{found['number']}\\{line[found.start('dot') :]}"


def one_line(text: str) -> str:
    """Plain text as one line of Markdown that stays text: in a heading, a table, a list or a link."""
    return _one_line(text.striptags() if isinstance(text, Markup) else str(text))


@lru_cache(maxsize=8192)  # names of models, vendors, fields and sources stand on many pages
def _one_line(plain: str) -> str:
    line = at_start(escaped(_CONTROL.sub("", " ".join(plain.split()))))
    return _TAIL.sub(r"\\\1", line)


class _Writer:
    def __init__(self, permalink: str, deeper: int) -> None:
        self._permalink = permalink
        self._deeper = deeper

    def blocks(self, parent: Element) -> str:
        """The children of an element as blocks, with blank lines between them."""
        made: list[str] = []
        run: list[Element | str] = []
        for child in parent.children:
            if isinstance(child, Element) and _is_block(child):
                made += self._paragraph(run)
                run = []
                made += self._block(child)
            else:
                run.append(child)
        made += self._paragraph(run)
        return "\n\n".join(part for part in made if part)

    def _paragraph(self, run: list[Element | str]) -> list[str]:
        text = self._inline(run).strip(" ")
        return ["\n".join(at_start(line) for line in text.split("\n"))] if text else []

    def _block(self, element: Element) -> list[str]:
        name = element.name
        if name in _HEADINGS:
            text = self._line(element.children)
            marks = "#" * min(6, int(name[1]) + self._deeper)
            return [f"{marks} " + _TAIL.sub(r"\\\1", text)] if text else []
        if name in ("p", "dt", "summary", "figcaption"):
            inner = self.blocks(element)
            return [f"**{inner}**"] if name in ("dt", "summary") and inner and "\n" not in inner else [inner]
        if name == "hr":
            return ["---"]
        if name == "pre":
            return [self._code_block(element)]
        if name == "blockquote":
            return [_prefixed(self.blocks(element), "> ")]
        if name in ("ul", "ol"):
            return [self._list(element)]
        if name == "table":
            return [self._table(element)]
        return [self.blocks(element)]

    def _list(self, element: Element) -> str:
        number = element.number("start", 1)
        lines: list[str] = []
        items = [child for child in element.children if isinstance(child, Element) and child.name == "li"]
        is_loose = any(isinstance(c, Element) and c.name == "p" for item in items for c in item.children)
        for position, item in enumerate(items, start=number):
            mark = f"{position}. " if element.name == "ol" else "- "
            text = self.blocks(item)
            if not is_loose:
                text = text.replace("\n\n", "\n") if "```" not in text else text
            lines.append(mark + _prefixed(text, " " * len(mark), first=""))
        return ("\n\n" if is_loose else "\n").join(lines)

    def _table(self, element: Element) -> str:
        rows = [
            [cell for cell in row.children if isinstance(cell, Element) and cell.name in ("td", "th")]
            for row in element.find("tr")
        ]
        width = max(map(len, rows), default=0)
        if not width:
            return self.blocks(element)
        head = rows[0] if all(cell.name == "th" for cell in rows[0]) else []
        body = rows[1:] if head else rows
        aligned = [_alignment(cell) for cell in (head or rows[0])] + ["---"] * width
        lines = [self._row(head, width), "| " + " | ".join(aligned[:width]) + " |"]
        lines += [self._row(row, width) for row in body]
        captions = [self._line(caption.children) for caption in element.find("caption")]
        return "\n\n".join([*(c for c in captions if c), "\n".join(lines)])

    def _row(self, cells: list[Element], width: int) -> str:
        # A bar parts cells also inside code, unless a backslash stands before it.
        texts = [_BAR.sub(r"\\|", self._line(cell.children)) for cell in cells] + [""] * (width - len(cells))
        return "| " + " | ".join(texts) + " |"

    def _code_block(self, element: Element) -> str:
        code = element.text().strip("\n")
        given = next((found[1] for each in element.walk() if (found := _LANGUAGE.search(each.attribute("class")))), "")
        fence = "`" * max(3, _longest_run(code) + 1)
        return f"{fence}{given}\n{code}\n{fence}"

    def _line(self, children: Iterable[Element | str]) -> str:
        """Inline text that must stay on one line: of a heading or a cell."""
        return _SPACE.sub(" ", self._inline(children).replace("\\\n", " ")).strip(" ")

    def _inline(self, children: Iterable[Element | str]) -> str:
        parts = [escaped(_SPACE.sub(" ", c)) if isinstance(c, str) else self._inline_element(c) for c in children]
        return "".join(parts)

    def _inline_element(self, element: Element) -> str:
        name = element.name
        if name in _SKIPPED:
            return ""
        if name == "br":
            return "\\\n"
        if name == "img":
            return self._image(element)
        if name == "code":
            return _code(element.text())
        if name == "a":
            return self._link(element)
        if name in _FRAMES:
            return self._frame(element)
        if name == "input":
            return "\\[x\\]" if "checked" in element.attributes else "\\[ \\]"
        text = self._inline(element.children)
        return _wrapped(text, _WRAPS[name]) if name in _WRAPS else text

    def _link(self, element: Element) -> str:
        if not _BACK.isdisjoint(element.attribute("class").split()):
            return ""
        text, address = self._line(element.children), element.attribute("href")
        if "href" not in element.attributes:
            return text
        return f"[{text}]({target(address, self._permalink)})"

    def _image(self, element: Element) -> str:
        text = escaped(_SPACE.sub(" ", element.attribute("alt")).strip())
        source = element.attribute("src")
        return f"![{text}]({target(source, self._permalink)})" if source and not source.startswith("data:") else text

    def _frame(self, element: Element) -> str:
        source = element.attribute("src")
        if not source or source.startswith("data:"):
            return self._inline(element.children)
        return f"[{escaped(element.attribute('title') or source)}]({target(source, self._permalink)})"


def _is_block(element: Element) -> bool:
    return element.name in _BLOCKS or any(
        isinstance(child, Element) and _is_block(child) for child in element.children if element.name not in _SKIPPED
    )


def _alignment(cell: Element) -> str:
    style = cell.attribute("style") + cell.attribute("align") + cell.attribute("class")
    return ":---:" if "center" in style else "---:" if "right" in style else "---"


def _wrapped(text: str, mark: str) -> str:
    """Text between two marks, which must touch it; the space around it stays outside."""
    inner = text.strip(" ")
    if not inner or "\n" in inner:
        return text
    start = text.index(inner)
    return f"{text[:start]}{mark}{inner}{mark}{text[start + len(inner) :]}"


def _code(text: str) -> str:
    line = _SPACE.sub(" ", text)
    if not line.strip():
        return line
    fence = "`" * (_longest_run(line) + 1)
    pad = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{fence}{pad}{line}{pad}{fence}"


def _longest_run(text: str) -> int:
    return max(map(len, _FENCES.findall(text)), default=0)


def _prefixed(text: str, prefix: str, first: str | None = None) -> str:
    head = prefix if first is None else first
    lines = text.split("\n")
    return "\n".join([head + lines[0], *(prefix + line if line else prefix.rstrip() for line in lines[1:])])
