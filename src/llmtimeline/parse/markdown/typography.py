"""Straight quotes, dashes and dots become typographic ones.

The table is Hugo's (measured in 0.168): quotes, `--`, `---`, `...`, `<<` and `>>`, and nothing else: no (c), no
fractions. What is typographic already, such as —— and ……, stays. Hugo leaves quotes between Chinese characters
straight, for want of a space to tell opening from closing; here they are paired in turn.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from llmtimeline.parse.markdown.characters import is_cjk, is_punctuation
from llmtimeline.parse.markdown.counting import counted_mark
from llmtimeline.parse.markdown.page import escape_html

_PRETEST = re.compile(r"['\"]|--|\.\.\.|<<|>>")
_QUOTE = re.compile("['\"]")
_SHORT = re.compile(r"---?|\.\.\.|<<|>>")
_REPLACED = {"---": "—", "--": "–", "...": "…", "<<": "«", ">>": "»"}
_PAIR = {'"': ("“", "”"), "'": ("‘", "’")}
_DECADE = re.compile(r"'\d\ds(?!\w)")
_SUFFIX = re.compile(r"'(?:[mtsd]|ve|ll|re)(?!\w)")
COUNTED = "counted"
"""Key of a text token's `meta`: its content as Hugo writes it in HTML, where typed marks have become others."""
_SEEN_BY_QUOTES = frozenset({"text", "text_special", "code_inline"})


def guillemets(own: Mapping[str, str]) -> Callable[[StateInline, bool], bool]:
    """Inline rule, at `<`: `<<` is a quotation mark, so that the tag rule does not see a tag in `<<x>>`."""
    mark = own.get("«", "«") or "<<"

    def rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
        if not state.src.startswith("<<", state.pos):
            return False
        if not silent:
            state.append_pending(mark)
        state.pos += 2
        return True

    return rule


def typography(*, pair_cjk: bool, own: Mapping[str, str]) -> Callable[[StateCore], None]:
    """Core rule: as Hugo does it; with `pair_cjk` quotes beside Chinese characters are paired in turn.

    `own` has what a site writes in place of a mark: `“` -> `「`. "" leaves what was typed.
    """

    def rule(state: StateCore) -> None:
        for token in state.tokens:
            if token.type == "inline" and token.children and _PRETEST.search(token.content):
                _set(token.children, pair_cjk=pair_cjk, own=own)

    return rule


def _set(children: list[Token], *, pair_cjk: bool, own: Mapping[str, str]) -> None:
    runs = _set_quotes(children, pair_cjk=pair_cjk, own=own)
    inside_address = False
    for index, child in enumerate(children):
        if child.tag == "a" and child.info == "auto":
            inside_address = child.nesting > 0
        elif child.type == "text" and not inside_address:
            content = _SHORT.sub(lambda found: _own(_REPLACED[found[0]], found[0], own), child.content)
            if index in runs or content != child.content:
                child.meta[COUNTED] = _counted(runs.get(index, [child.content]), own)
                child.content = content
        elif child.type == "image" and child.children:
            _set(child.children, pair_cjk=pair_cjk, own=own)  # its description


def _own(mark: str, typed: str, own: Mapping[str, str]) -> str:
    return own.get(mark, mark) or typed


def _counted(run: list[str], own: Mapping[str, str]) -> str:
    """Text and marks in turn as Hugo writes them in HTML."""
    written: list[str] = []
    for index, each in enumerate(run):
        if index % 2:
            written.append(counted_mark(each))
            continue
        done = 0
        for found in _SHORT.finditer(each):
            written.append(escape_html(each[done : found.start()]))
            written.append(counted_mark(_own(_REPLACED[found[0]], found[0], own)))
            done = found.end()
        written.append(escape_html(each[done:]))
    return "".join(written)


def _set_quotes(children: list[Token], *, pair_cjk: bool, own: Mapping[str, str]) -> dict[int, list[str]]:
    """Replace quotes in place. Other tokens' text counts as neighbour, but is not changed.

    Gives for each text with quotes, by its number, what stands between them and Hugo's mark for each, in turn.
    """
    runs: dict[int, list[str]] = {}
    if not any(child.type == "text" and _QUOTE.search(child.content) for child in children):
        return runs
    whole, source = "".join(map(_seen, children)), "".join(map(_typed, children))
    start, open_quotes = 0, {'"': 0, "'": 0}
    typed_from, open_in_hugo = 0, {'"': 0, "'": 0}
    for index, child in enumerate(children):
        if child.type == "text":
            changed: list[str] = []
            run: list[str] = []
            done = 0
            for found in _QUOTE.finditer(child.content):
                between = child.content[done : found.start()]
                mark = _quote(whole, start + found.start(), open_quotes, pair_cjk=pair_cjk)
                changed += (between, _own(mark, found[0], own))
                mark = _quote(source, typed_from + found.start(), open_in_hugo, pair_cjk=False)
                run += (between, _own(mark, found[0], own))
                done = found.end()
            typed_from += len(child.content)
            if done:
                start += len(child.content)
                runs[index] = [*run, child.content[done:]]
                child.content = "".join((*changed, child.content[done:]))
                continue
        else:
            typed_from += len(_typed(child))
        start += len(_seen(child))
    return runs


def _seen(token: Token) -> str:
    if token.type in _SEEN_BY_QUOTES:
        return token.content
    if token.nesting:
        return ""
    return "\n" if token.type.endswith("break") else "\ufffc"


def _typed(token: Token) -> str:
    """What Hugo takes for the neighbours of a quote: the source, in which markup is punctuation."""
    if token.type == "text":
        return token.content
    if token.type == "code_inline":
        return f"`{token.content}`"
    if token.type.endswith("break"):
        return "\n"
    if token.nesting and token.info != "auto":
        return token.markup[-1:] or ("[" if token.nesting > 0 else ")")
    return "" if token.nesting else ")"


def _quote(whole: str, pos: int, open_quotes: dict[str, int], *, pair_cjk: bool) -> str:
    mark = whole[pos]
    before = whole[pos - 1] if pos else " "
    after = whole[pos + 1] if pos + 1 < len(whole) else " "
    opening, closing = _PAIR[mark]
    can_open, can_close = _flanking(before, after)
    if mark == "'":
        if before.isalnum() and after.isalpha() and not is_cjk(before) and not is_cjk(after):
            return closing
        if can_open and not can_close and (_DECADE.match(whole, pos) or _SUFFIX.match(whole, pos)):
            return closing
    if can_open and can_close and pair_cjk and (is_cjk(before) or is_cjk(after)):
        can_close = open_quotes[mark] > 0
        can_open = not can_close and not before.isdigit() and whole.find(mark, pos + 1) >= 0
    if can_open and not can_close:
        open_quotes[mark] += 1
        return opening
    if can_close and not can_open and open_quotes[mark]:
        if mark == '"' and after == '"' and before.isdigit():
            return mark  # 21"" : the first one means inches
        open_quotes[mark] -= 1
        return closing
    if mark == "'" and can_close and not can_open and before.isalpha():
        return closing  # the models' weights
    return mark


def _flanking(before: str, after: str) -> tuple[bool, bool]:
    """Whether a quote between the two characters may open, and whether it may close."""
    space_before, space_after = before.isspace(), after.isspace()
    mark_before, mark_after = is_punctuation(before), is_punctuation(after)
    can_open = not space_after and (not mark_after or space_before or mark_before)
    can_close = not space_before and (not mark_before or space_after or mark_after)
    return can_open, can_close
