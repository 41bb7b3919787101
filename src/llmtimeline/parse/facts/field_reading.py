"""What the readers of fields share: where findings go, mappings with known keys, and remarks beside a value."""

from __future__ import annotations

from collections.abc import Mapping as Lookup
from dataclasses import dataclass, replace

from llmtimeline.parse.dates import ImpossibleDate, parse_partial_date
from llmtimeline.parse.facts.field_words import CERTAINTY_WORDS, by_writing, fold_label
from llmtimeline.parse.facts.scalar_lists import is_empty
from llmtimeline.parse.links import is_safe
from llmtimeline.parse.notation.plain import kind_name, shown
from llmtimeline.parse.notation.typed import nearest_word
from llmtimeline.values.dates import PartialDate
from llmtimeline.values.diagnostics import Diagnostic, diagnose
from llmtimeline.values.facts import Certainty, Fact, FactValue, Origin
from llmtimeline.values.located import Mapping, Node, Scalar
from llmtimeline.values.places import Span

_MOST_SUGGESTIONS = 50  # to look for near words takes long

Keys = Lookup[str, str]
"""Keys of a small mapping: folded writing -> canonical key."""


def keys_of(keys: Lookup[str, tuple[str, ...]]) -> Keys:
    """From canonical keys, each with its other writings; those of REMARK_KEYS are added."""
    return by_writing({**keys, **REMARK_KEYS}.items())


REMARK_KEYS: Lookup[str, tuple[str, ...]] = {
    "certainty": ("可信度",),
    "note": ("备注", "说明", "注"),
    "url": ("来源", "出处", "链接", "source", "link"),
    "from": ("自", "起", "since", "生效"),
}
"""What any value may be given beside it: `{value: 1.8T, certainty: rumoured, url: …}`."""


@dataclass(frozen=True, slots=True)
class Remarks:
    """What is said about a value besides the value."""

    certainty: Certainty | None = None
    note: str = ""
    since: PartialDate | None = None
    url: str = ""

    def beneath(self, outer: Remarks) -> Remarks:
        """These remarks, and where they say nothing those of the mapping or list around them."""
        return Remarks(
            self.certainty or outer.certainty, self.note or outer.note, self.since or outer.since, self.url or outer.url
        )


NO_REMARKS = Remarks()


@dataclass(frozen=True, slots=True)
class FieldTask:
    """One field that is being read. Findings of all its parts are gathered in one list."""

    field: str
    origin: Origin
    findings: list[Diagnostic]
    remarks: Remarks = NO_REMARKS

    def tell(self, code: str, message: str, span: Span, hint: str = "") -> None:
        """Notes a finding."""
        self.findings.append(diagnose(code, message, span, hint=hint))

    def wrong_kind(self, node: Node, wanted: str, hint: str = "") -> None:
        """LT106 for a value that is not what the field takes."""
        given = f"`{shown(node.text)}`" if isinstance(node, Scalar) else kind_name(node)
        self.tell("LT106", f"`{self.field}` takes {wanted}, not {given}", node.span, hint)

    def fact(self, value: FactValue, text: str, span: Span, remarks: Remarks = NO_REMARKS) -> Fact:
        """A fact of this field, with its own remarks and those around it."""
        said = remarks.beneath(self.remarks)
        certainty = said.certainty or Certainty.STATED
        return Fact(self.field, value, text, span, self.origin, certainty, said.note, said.since, said.url)

    def within(self, parts: Lookup[str, Node]) -> FieldTask:
        """The task for a value that stands in a mapping with these parts. May add LT106, LT107, LT108, LT113."""
        given = parts.get("certainty")
        since = parts.get("from")
        said = Remarks(
            certainty=read_certainty(self, given) if given is not None and not is_empty(given) else None,
            note=self.text(parts, "note"),
            since=read_date(self, since) if since is not None and not is_empty(since) else None,
            url=self.address(parts, "url"),
        )
        return replace(self, remarks=said.beneath(self.remarks))

    def parts(self, node: Mapping, keys: Keys, what: str) -> dict[str, Node]:
        """The values of a mapping by canonical key; LT111 for every other key. `what` names the mapping: "a price"."""
        parts: dict[str, Node] = {}
        for entry in node:
            key = keys.get(fold_label(entry.key.text))
            if key is None:
                self.unknown_key(entry.key, what, keys)
            else:
                parts[key] = entry.value
        return parts

    def unknown_key(self, key: Scalar, what: str, known: Lookup[str, str]) -> None:
        """LT111 with the nearest of the known keys, which are given as folded writing -> canonical key."""
        names = tuple(dict.fromkeys(known.values()))
        near = self.nearest(fold_label(key.text), known)
        hint = f"did you mean `{known[near]}`?" if near else f"{what} takes {', '.join(names)}"
        self.tell("LT111", f"{what} has no `{shown(key.text)}`", key.span, hint)

    def nearest(self, word: str, words: Lookup[str, object]) -> str:
        """The word of a list that another was probably meant to be, or ""; after many findings nobody is helped."""
        return nearest_word(word, words) if len(self.findings) < _MOST_SUGGESTIONS else ""

    def text(self, parts: Lookup[str, Node], key: str) -> str:
        """The text of a part; "" when it was not given. LT106 for a list or mapping."""
        node = parts.get(key)
        if isinstance(node, Scalar):
            return "" if is_empty(node) else node.text.strip()
        if node is not None:
            self.tell("LT106", f"`{key}` takes one text, not {kind_name(node)}", node.span, f"write `{key}: …`")
        return ""

    def address(self, parts: Lookup[str, Node], key: str) -> str:
        """The address of a part; "" when it was not given, or after LT113."""
        text = self.text(parts, key)
        if not text or is_safe(text):
            return text
        self.unsafe(text, parts[key].span)
        return ""

    def unsafe(self, address: str, span: Span) -> None:
        """LT113."""
        hint = "write an address that starts with https:// or http://"
        self.tell("LT113", f"`{shown(address)}` is no address that may be linked", span, hint)


def read_word(task: FieldTask, node: Node, words: Lookup[str, str], name: str = "", known: str = "") -> str:
    """The canonical form of a word of a closed list, given as folded writing -> word; "" after LT106 or LT108.

    `name` is the key, where it is not the field's; `known` lists the words, where more than their names is to be shown.
    """
    name = name or task.field
    if not isinstance(node, Scalar):
        task.wrong_kind(node, "one word")
        return ""
    key = fold_label(node.text.strip())
    found = words.get(key)
    if found is None:
        near = task.nearest(key, words)
        listed = known or ", ".join(dict.fromkeys(words.values()))
        hint = f"did you mean `{words[near]}`?" if near else f"it takes {listed}"
        task.tell("LT108", f"`{name}` knows no `{shown(node.text.strip())}`", node.span, hint)
    return found or ""


def read_certainty(task: FieldTask, node: Node) -> Certainty | None:
    """How sure a value is. May add LT106, LT108."""
    word = read_word(task, node, CERTAINTY_WORDS, "certainty")
    return Certainty(word) if word else None


def read_date(task: FieldTask, node: Node) -> PartialDate | None:
    """A date of any precision. May add LT106, LT107."""
    if not isinstance(node, Scalar):
        task.wrong_kind(node, "a date", "write 2023, 2023-05 or 2023-05-11")
        return None
    try:
        date = parse_partial_date(node.text)
        why = "write 2023, 2023-05 or 2023-05-11; `~` behind it means about"
    except ImpossibleDate as impossible:
        date, why = None, str(impossible)
    if date is None:
        task.tell("LT107", f"`{shown(node.text)}` is no date", node.span, why)
    return date
