"""Words and reading time, as Hugo counts them (0.151 and 0.168).

Hugo takes the tags out of the HTML and counts what is left as it is written there: in a Chinese text `&ldquo;` is
seven characters. Numbers that readers have seen for years stay what they were.
"""

from __future__ import annotations

from llmtimeline.parse.markdown.page import escape_html

_ENTITIES = str.maketrans(
    {
        "“": "&ldquo;",
        "”": "&rdquo;",
        "‘": "&lsquo;",
        "’": "&rsquo;",
        "–": "&ndash;",
        "—": "&mdash;",
        "…": "&hellip;",
        "«": "&laquo;",
        "»": "&raquo;",
        '"': "&quot;",
    }
)
BACK_LINK = "&#160;&#x21a9;&#xfe0e;"
"""How Hugo writes the arrow at the end of a footnote."""
_WORDS_A_MINUTE = 212
_CHARACTERS_A_MINUTE = 500


def count_words(text: str, *, cjk: bool) -> int:
    """Fields between white space; in a Chinese text a field that is not all ASCII counts all its characters."""
    fields = text.split()
    if not cjk:
        return len(fields)
    return sum(1 if field.isascii() else len(field) for field in fields)


def counted_mark(mark: str) -> str:
    """A typographic mark that stands for typed ones, as Hugo writes it; one that an author typed stays as it is."""
    return mark.translate(_ENTITIES)


def counted_code(code: str) -> str:
    """A listing as Hugo writes it."""
    return escape_html(code).replace("&quot;", "&#34;").replace("'", "&#39;")


def reading_minutes(words: int, *, cjk: bool) -> int:
    """Whole minutes, rounded up; 0 for an empty text."""
    return -(-words // (_CHARACTERS_A_MINUTE if cjk else _WORDS_A_MINUTE))
