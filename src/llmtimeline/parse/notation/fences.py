"""Where front matter ends and the body begins, in python-frontmatter's terms: one handler for each notation.

The package's own handlers accept `----`, drop front matter that a BOM or a blank line precedes, strip the body and lose
the count of lines; these do not. They may be handed to `frontmatter.loads` as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from frontmatter.default_handlers import BaseHandler

from llmtimeline.parse.notation.located import parse_json, parse_toml, parse_yaml
from llmtimeline.parse.notation.plain import plain
from llmtimeline.values.diagnostics import Checked
from llmtimeline.values.located import Mapping, Node

Parse = Callable[..., Checked[Node | None]]

_BOM = "\ufeff"
_BLANK = re.compile(r"\s*")
_KEY_BELOW = re.compile(r"[ \t]*\n[ \t]*[\w-]+[ \t]*[:=\uff1a]")
_QUOTED = re.compile(r'[^"{}]+|"(?:[^"\\]|\\.)*"?', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Cut:
    """A text in two: front matter and body, each with the line on which it starts."""

    matter: str
    matter_line: int
    body: str
    body_line: int
    parse: Parse
    fence_line: int
    is_closed: bool = True


class LocatedHandler(BaseHandler):
    """Finds the front matter of one notation at the top of a text, after blank lines and a BOM."""

    fence: re.Pattern[str]
    parse: Parse

    def detect(self, text: str) -> bool:
        """Whether front matter of this notation opens the text."""
        text = text.removeprefix(_BOM)
        return self.fence.match(text, _start(text)) is not None

    def cut(self, text: str) -> Cut:
        """The two parts of a text that `detect` has taken; the body keeps every space."""
        text = text.removeprefix(_BOM)
        fence = self.fence.match(text, _start(text))
        assert fence is not None, "cut only what detect has taken"
        line = text.count("\n", 0, fence.end()) + 1
        end = self.fence.search(text, fence.end())
        if end is None:
            return Cut("", line + 1, "", line + 1, type(self).parse, line, is_closed=False)
        matter = text[fence.end() + 1 : end.start()]
        body_line = line + 1 + matter.count("\n") + 1
        return Cut(matter, line + 1, text[end.end() + 1 :], body_line, type(self).parse, line)

    def split(self, text: str) -> tuple[str, str]:
        """As the package's handlers: front matter and body."""
        cut = self.cut(text)
        return cut.matter, cut.body

    def load(self, fm: str) -> dict[str, object]:
        """As the package's handlers: plain values, keys lower-cased."""
        node = type(self).parse(fm, path="").value
        found = plain(node) if isinstance(node, Mapping) else {}
        return found if isinstance(found, dict) else {}


class YamlFence(LocatedHandler):
    """`---` above and below."""

    FM_BOUNDARY = fence = re.compile(r"^---[ \t]*$", re.MULTILINE)
    START_DELIMITER = END_DELIMITER = "---"
    parse = staticmethod(parse_yaml)


class TomlFence(LocatedHandler):
    """`+++` above and below."""

    FM_BOUNDARY = fence = re.compile(r"^\+\+\+[ \t]*$", re.MULTILINE)
    START_DELIMITER = END_DELIMITER = "+++"
    parse = staticmethod(parse_toml)


class JsonFence(LocatedHandler):
    """An object that opens the text; it is its own fence."""

    FM_BOUNDARY = fence = re.compile(r"^\{(?=\s*[\"}])", re.MULTILINE)
    START_DELIMITER = END_DELIMITER = ""
    parse = staticmethod(parse_json)

    def cut(self, text: str) -> Cut:
        """The object up to its last brace, and what follows its line."""
        text = text.removeprefix(_BOM)
        start = _start(text)
        line = text.count("\n", 0, start) + 1
        end = _closing_brace(text, start)
        if end is None:
            return Cut("", line, "", line, parse_json, line, is_closed=False)
        matter = text[start:end]
        rest = text[end:]
        body_line = line + matter.count("\n")
        if rest.partition("\n")[0].strip() == "":
            rest, body_line = rest.partition("\n")[2], body_line + 1
        return Cut(matter, line, rest, body_line, parse_json, line)


HANDLERS: tuple[LocatedHandler, ...] = (YamlFence(), TomlFence(), JsonFence())


def cut_front_matter(text: str) -> Cut | None:
    """The text in two; None when no front matter opens it."""
    for handler in HANDLERS:
        if handler.detect(text):
            return handler.cut(text)
    return None


def wrong_fence(text: str) -> tuple[int, str] | None:
    """The line and the text of a fence at the top that opens nothing: it has too many signs, or spaces before them."""
    text = text.removeprefix(_BOM)
    start = _start(text)
    line = text[start : text.find("\n", start) if "\n" in text[start:] else len(text)].rstrip()
    before = text[text.rfind("\n", 0, start) + 1 : start]
    if len(line) > 3 and line in ("-" * len(line), "+" * len(line)):
        return text.count("\n", 0, start) + 1, line
    if before and line in ("---", "+++") and _KEY_BELOW.match(text, start + len(line)):
        return text.count("\n", 0, start) + 1, before + line
    return None


def _start(text: str) -> int:
    """Where the first line that is not blank begins."""
    found = _BLANK.match(text)
    return found.end() if found else 0


def _closing_brace(text: str, start: int) -> int | None:
    depth = 0
    position = start
    while position < len(text):
        sign = text[position]
        if sign == "{":
            depth += 1
        elif sign == "}":
            depth -= 1
            if depth == 0:
                return position + 1
        else:
            found = _QUOTED.match(text, position)
            position = found.end() - 1 if found else position
        position += 1
    return None
