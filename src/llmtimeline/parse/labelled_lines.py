"""Labelled lines under a heading, the block of those who write no YAML: `> 参数：180B`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from llmtimeline.parse.block_fields import identity_of, link_kind_of
from llmtimeline.parse.fact_fields import field_of
from llmtimeline.parse.links import is_safe
from llmtimeline.parse.release_blocks import read_entries
from llmtimeline.values.diagnostics import Checked
from llmtimeline.values.facts import Link, Origin, Placed, ReleaseBlock
from llmtimeline.values.located import Entry, Scalar

# A label may be bold, or start with signs such as ‼️ or a list mark.
_LINE = re.compile(r"^(?P<before>[^\w\u3400-\u9fff]*)(?P<label>[^:：]{1,40}?)(?P<after>[*_\s]*)[:：](?P<rest>.*)$")
_EMPHASIS = "*_ \t"
_ADDRESS = re.compile(r"https?://[!-~]+")


def parse_labelled_lines(lines: Sequence[Placed], language: str) -> Checked[ReleaseBlock | None]:
    """The block that the lines make when every one of them is `label: value` with a known label; None otherwise.

    Labels for links (论文, GitHub, 官网 …) take an address. May add what parse_release_block adds.
    """
    entries: list[Entry] = []
    links: list[Link] = []
    for line in lines:
        found = _LINE.match(line.text)
        if found is None:
            return Checked(None)
        label = found["label"].strip(_EMPHASIS)
        rest = found["rest"]
        value = rest.strip(_EMPHASIS)
        start = found.start("rest") + (len(rest) - len(rest.lstrip(_EMPHASIS)))
        place = line.span.shifted(start, max(1, len(value)))
        kind = link_kind_of(label)
        if kind and (address := _ADDRESS.search(value)):
            if is_safe(address.group()):
                links.append(
                    Link(address.group(), kind, "", line.span.shifted(start + address.start(), len(address.group())))
                )
        elif identity_of(label) or field_of(label) is not None:
            key = Scalar(label, line.span.shifted(found.start("label"), len(label)))
            entries.append(Entry(key, Scalar(value, place)))
        else:
            return Checked(None)
    if not entries and not links:
        return Checked(None)
    checked = read_entries(tuple(entries), lines[0].span, Origin.LINE, language)
    return Checked(replace(checked.value, links=(*checked.value.links, *links)), checked.diagnostics)
