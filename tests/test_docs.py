"""What the documents say is true: codes, links between files, commands."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from llmtimeline.values.codes import CODES

ROOT = Path(__file__).parents[1]
DIAGNOSTICS = ROOT / "docs/diagnostics.md"
DOCUMENTS = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
FAMILIES = {
    "LT0": "Reading files",
    "LT1": "Fields: config, front matter, catalog, release blocks",
    "LT2": "Bodies and links",
    "LT3": "Releases and the registry",
    "LT4": "Templates",
    "LT5": "Addresses",
    "LT6": "Writing",
    "LT9": "Faults of the program",
}


PREFACE = """\
# What the messages mean

Every message has a code that never changes its meaning. An **error** stops the build, and nothing is written; a
**warning** does so under `--strict`; a **note** never does. The number's first digit says where it was found.

`--format concise` prints one line for each, `--format json` a list for programs, `--format github` annotations.
The command ends with 0 when the site was built or is fine, 1 when something stops it, 2 when the command line is wrong,
70 when the program itself has failed, and 130 when it was stopped.

The list for programs is `{"diagnostics": [...]}`. Each finding has `code`, `severity`, `message`, `hint`, its place as
`path` (from the site's root), `line`, `column` and `width` (from 1, in code points; all four `null` where no file is to
blame), and `related`: other places, each with a `message`.
"""


def diagnostics_document() -> str:
    lines = [PREFACE]
    for family, title in FAMILIES.items():
        lines += [
            f"## {title}",
            "",
            "| code | kind | what is wrong | what it means, and what to do |",
            "|---|---|---|---|",
        ]
        lines += [
            f"| {code} | {entry.severity} | {entry.title} | {entry.meaning} |"
            for code, entry in sorted(CODES.items())
            if code.startswith(family)
        ]
        lines.append("")
    return "\n".join(lines)


def test_every_code_is_documented_in_its_own_words() -> None:
    if os.environ.get("UPDATE") == "1":
        DIAGNOSTICS.write_text(diagnostics_document(), encoding="utf-8")
    assert DIAGNOSTICS.read_text("utf-8") == diagnostics_document()


@pytest.mark.parametrize("code", sorted(CODES))
def test_every_code_is_given_somewhere_and_has_a_case(code: str) -> None:
    given = [
        path for path in (ROOT / "src").rglob("*.py") if path.name != "codes.py" and code in path.read_text("utf-8")
    ]
    assert given, f"{code} is never given"
    here = Path(__file__)
    cases = [p for p in (ROOT / "tests").rglob("*") if p.suffix in (".py", ".md", ".txt", ".json") and p != here]
    assert any(code in path.read_text("utf-8") for path in cases), f"{code} has no case"


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_links_between_documents_lead_somewhere(path: Path) -> None:
    text = re.sub(r"^````?.*?^````?$|`[^`\n]*`", "", path.read_text("utf-8"), flags=re.M | re.S)
    for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", text):
        if not target.startswith(("http:", "https:", "mailto:", "…")):
            assert (path.parent / target).exists(), f"{path.name} links to {target}"


def test_nothing_speaks_of_the_machine_it_was_made_on() -> None:
    for path in [*DOCUMENTS, ROOT / "Makefile", ROOT / ".ci/run", ROOT / "constraints.txt", ROOT / "pyproject.toml"]:
        text = path.read_text("utf-8")
        assert "/root/" not in text
        assert "://" not in text if path.name == "constraints.txt" else True


def test_the_readme_names_only_commands_that_exist() -> None:
    from llmtimeline.shell.cli import main

    text = (ROOT / "README.md").read_text("utf-8")
    for words in re.findall(r"llmtimeline ((?:[a-z]+ ?)+)", re.sub(r"[^\x00-\x7f]", "", text)):
        first = words.split()[0]
        if f"$ llmtimeline {first}" in text or f"`llmtimeline {first}" in text:
            assert first in main.commands


def test_every_row_on_hugo_names_tests_that_exist() -> None:
    rows = [line for line in (ROOT / "docs/hugo.md").read_text("utf-8").splitlines() if line.startswith("| ")]
    named = [cell for row in rows for cell in re.findall(r"`([^`]+)`", row.split(" | ")[-1])]
    assert len(named) > 100
    assert [name for name in named if not (ROOT / f"tests/{name}.py").is_file()] == []


def test_every_row_on_hugo_says_same_better_or_not() -> None:
    rows = [line for line in (ROOT / "docs/hugo.md").read_text("utf-8").splitlines() if line.startswith("| ")]
    bare = [row for row in rows if row.endswith("| |")]
    assert all("not" in row or "to come" in row or "yet" in row or "without effect" in row for row in bare), bare
