"""Values that templates of sites and posts come with, and that say nothing until someone fills them in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from llmtimeline.parse.notation.plain import shown
from llmtimeline.values.diagnostics import Diagnostic, Related, Severity, diagnose
from llmtimeline.values.located import Scalar
from llmtimeline.values.places import Span

_CODE = "LT117"
# What PaperMod's sample config and archetype hold.
_SAMPLES = frozenset(
    {"XYZabc", "Desc Text.", "https://canonical.url/to/page", "ExampleSite", "This is subtitle", "my image"}
)
_TO_FILL_IN = re.compile(
    r"<[A-Za-z][^<>:]*>"  # <alt text>
    r"|\{\{.*\}\}"  # {{ .Date }}
    r"|[^<>\s]*/<[A-Za-z_ -]+>[^<>\s]*"  # https://github.com/<path_to_repo>/content
    r"|(?:UA|G|GT|AW|GTM)-(?:X[X-]+|123-45)"  # G-XXXXXXXXXX
)
_MAY_BE = re.compile(r"[<{]|^(?:UA|G|GT|AW|GTM)-")

_LINE = re.compile(
    r"""^[ \t]*(?:-[ \t]+)?[\w.-]+[ \t]*[:=][ \t]*
        (?:"(?P<double>[^"\n]*)"|'(?P<single>[^'\n]*)'|(?P<bare>[^\s"'\#\[{|>&*][^\n]{0,200}?))
        [ \t]*(?:[ \t]\#[^\n]*)?$""",
    re.MULTILINE | re.VERBOSE,
)
_STAND_IN = re.compile(
    r"\b(?:TODO|TBD|FIXME|XXX+|PLACEHOLDER|CHANGE[ _-]?ME|lorem ipsum)\b"
    r"|\b(?:goes|comes) here\b"
    r"|^\W*(?:insert|enter|fill in|replace|describe)\b"
    r"|^\W*your\b.*\b(?:name|title|description|summary|text|image|caption|tags?|url|link|address)\b"
    r"|^\W*(?:(?:a|an|the|some|short|my|image|post|page)\s+)*"
    r"(?:desc|description|summary|subtitle|title|caption|alt|alt text|text|image)(?:\s+text|\s+here)?\W*$"
    r"|请?(?:填写|填入|输入|替换)|[在于]?此处?(?:填|写|输)|待(?:填|补|定|写)|占位",
    re.IGNORECASE,
)
_LONGEST = 200  # characters; what is longer was written for its own sake


def is_left_over(text: str, stand_ins: frozenset[str] = frozenset()) -> bool:
    """Whether a value was never filled in: `<img location>`, `XYZabc`, `{{ .Date }}`, or one of the site's own."""
    if text in _SAMPLES or text in stand_ins:
        return True
    return _MAY_BE.search(text) is not None and _TO_FILL_IN.fullmatch(text.strip()) is not None


def stand_ins_of(archetypes: Iterable[str]) -> frozenset[str]:
    """The values in a site's archetypes that ask to be replaced: `TODO`, `Your title`, `请填写摘要`.

    Other values of an archetype are defaults, and mean what they say. Archetypes are templates, and `date: {{ .Date }}`
    is no YAML, so they are read line by line: `key: text` or `key = "text"`.
    """
    found = set()
    for text in archetypes:
        for line in _LINE.finditer(text):
            value = (line["double"] or line["single"] or line["bare"] or "").strip()
            if value and len(value) <= _LONGEST and "{{" not in value and _STAND_IN.search(value):
                found.add(value)
    return frozenset(found)


def never_filled_in(scalar: Scalar) -> Diagnostic:
    """LT117 for a value that is left over."""
    hint = "fill it in, or take the line out"
    return diagnose(_CODE, f"`{shown(scalar.text)}` was never filled in", scalar.span, hint=hint)


def gathered(
    findings: Sequence[Diagnostic], places: Mapping[str, Span], off: Mapping[str, str] = MappingProxyType({})
) -> list[Diagnostic]:
    """The findings of a document with one LT117 for each text, however often it stands there.

    `off` are dotted keys of parts that are switched off, with their names: each has one note for all of its values.
    """
    part_at = {span: part for key, span in places.items() for part in off if key.startswith(part + ".")}
    groups: dict[str, list[Diagnostic]] = {}
    kept: list[Diagnostic] = []
    for found in findings:
        if found.code != _CODE or found.span is None:
            kept.append(found)
        else:
            groups.setdefault(part_at.get(found.span) or found.message, []).append(found)
    return [*kept, *(_of_part(off[name], group) if name in off else _of_text(group) for name, group in groups.items())]


def _of_text(group: Sequence[Diagnostic]) -> Diagnostic:
    first, *others = group
    if not others:
        return first
    related = [Related(other.span, "here, too") for other in others if other.span]
    message = f"{first.message}, in {len(group)} places"
    return diagnose(_CODE, message, first.span, hint="fill them in, or take the lines out", related=related)


def _of_part(name: str, group: Sequence[Diagnostic]) -> Diagnostic:
    first, *others = group
    message = f"`{name}` is off, and {len(group)} of its values were never filled in" if others else first.message
    related = [Related(other.span, other.message) for other in others if other.span]
    hint = f"take `{name}` out, or fill it in before you turn it on"
    return diagnose(_CODE, message, first.span, hint=hint, related=related, severity=Severity.NOTE)
