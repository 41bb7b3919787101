"""The document `tests/cases/blocks.md`: a release block as written, then the facts and messages that it gives.

UPDATE=1 rewrites what must come out; read the difference before you keep it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from llmtimeline.parse.facts.releases import parse_labelled_lines, parse_release_block
from llmtimeline.values.diagnostics import Checked
from llmtimeline.values.facts import Fact, Placed, ReleaseBlock
from llmtimeline.values.places import Span
from llmtimeline.values.quantities import Quantity

DOCUMENT = Path(__file__).parent / "cases/blocks.md"
CASE = re.compile(r"^````\n(.*?)^````\n\n````text\n(.*?)^````$", re.MULTILINE | re.DOTALL)


def outcome(written: str) -> str:
    return "".join(f"{line}\n" for line in _lines(parsed(written)))


def parsed(written: str) -> Checked[ReleaseBlock | None]:
    if written.startswith("```release\n"):
        return parse_release_block(written[11:-4], path="post.md", first_line=2, language="zh")
    lines = [
        Placed(line.removeprefix("> "), Span("post.md", number, 3))
        for number, line in enumerate(written.splitlines(), start=1)
    ]
    return parse_labelled_lines(lines, "zh")


def _lines(checked: Checked[ReleaseBlock | None]) -> Iterator[str]:
    block = checked.value
    if block is None:
        yield "prose"
    else:
        for name in ("about", "id"):
            if (placed := getattr(block, name)) is not None:
                yield f"{name} = {placed.text} @{placed.span.line}:{placed.span.column}"
        for name in ("models", "vendors"):
            for placed in getattr(block, name):
                yield f"{name} = {placed.text} @{placed.span.line}:{placed.span.column}"
        if block.date is not None:
            yield f"date = {block.date.edtf()}"
        for name in ("event", "status", "importance"):
            if getattr(block, name):
                yield f"{name} = {getattr(block, name)}"
        for name in ("names", "summary"):
            yield from (f"{name}[{language}] = {text}" for language, text in getattr(block, name).by_language)
        yield from (_fact(fact) for fact in block.facts)
        yield from (
            f"base = {base.name} ({base.relation}) @{base.span.line}:{base.span.column}" for base in block.bases
        )
        yield from (f"size = {size.name}: {', '.join(map(_fact, size.facts))}" for size in block.sizes)
        yield from (f"link = {link.kind} {link.url} @{link.span.line}:{link.span.column}" for link in block.links)
        yield from (f"erratum = {e.date and e.date.edtf()} {e.field} {e.was}: {e.why.of('zh')}" for e in block.errata)
    for found in checked.diagnostics:
        assert found.span is not None
        place = f"{found.span.line}:{found.span.column}"
        yield f"{found.severity}[{found.code}] {place} {found.message} = {found.hint}"


def _fact(fact: Fact) -> str:
    said = fact.value
    if isinstance(said, Quantity):
        shown: object = _quantity(said)
    elif isinstance(said, tuple):
        shown = " | ".join(_quantity(item) if isinstance(item, Quantity) else item for item in said)
    else:
        shown = said
    remarks = "".join(f" [{word}]" for word in (fact.certainty, fact.note) if word not in ("stated", ""))
    return f"{fact.field} = {shown}{remarks} @{fact.span.line}:{fact.span.column}"


def _quantity(quantity: Quantity) -> str:
    if quantity.amount is None:
        return str(quantity.known)
    high = f"..{quantity.high}" if quantity.high is not None else ""
    active = f" active {quantity.active}" if quantity.active is not None else ""
    note = f" ({quantity.note})" if quantity.note else ""
    return f"{quantity.bound} {quantity.amount}{high} {quantity.unit}{active}{note}"


def test_every_block_gives_what_the_document_says() -> None:
    text = DOCUMENT.read_text("utf-8")
    rewritten, cases = CASE.subn(lambda found: f"````\n{found[1]}````\n\n````text\n{outcome(found[1])}````", text)
    if os.environ.get("UPDATE") == "1":
        DOCUMENT.write_text(rewritten, encoding="utf-8")
    assert cases >= 12
    assert rewritten == DOCUMENT.read_text("utf-8")
