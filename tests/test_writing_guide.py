"""The guide for authors, in both languages: no field is forgotten, and everything it shows works as it stands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from llmtimeline.parse.facts.block_fields import BLOCK_FIELDS, KEY_WRITINGS, BlockField
from llmtimeline.parse.facts.fact_fields import FACT_FIELDS, FactField
from llmtimeline.parse.facts.field_words import COMMERCIAL, OPENNESS, fold_label
from llmtimeline.parse.facts.labelled_lines import parse_labelled_lines
from llmtimeline.parse.facts.releases import parse_release_block
from llmtimeline.parse.front.keys import front_table
from llmtimeline.shell.cli import main
from llmtimeline.values.codes import CODES
from llmtimeline.values.facts import EVENTS, RELATIONS, Certainty, Placed
from llmtimeline.values.places import Span
from llmtimeline.values.registry import MODEL_KINDS, VENDOR_KINDS
from llmtimeline.values.statuses import STATUSES

DOCS = Path(__file__).parents[1] / "docs"
GUIDES = {"en": DOCS / "writing.md", "zh": DOCS / "writing.zh.md"}
FIELDS: tuple[BlockField | FactField, ...] = (*BLOCK_FIELDS, *FACT_FIELDS)

_ROW = re.compile(r"^\| `(?P<name>\w+)` \| (?P<label>[^|]+) \| (?P<meaning>[^|]+) \| `(?P<example>[^|`]+)` \|$", re.M)
_BLOCK = re.compile(r"^```release\n(.*?)^```$", re.M | re.S)
_FILE = re.compile(r"^\*\*`(?P<path>[^`*]+)`\*\*\n\n(?P<fence>`{3,4})\w+\n(?P<text>.*?)^(?P=fence)$", re.M | re.S)
_LINES = re.compile(r"^```markdown\n((?:> .*\n)+)```$", re.M)
_SAMPLE = re.compile(r"^```text\n(.*?)^```$", re.M | re.S)

each_guide = pytest.mark.parametrize("language", GUIDES)


def guide(language: str) -> str:
    return GUIDES[language].read_text("utf-8")


def rows(language: str) -> dict[str, re.Match[str]]:
    return {found["name"]: found for found in _ROW.finditer(guide(language))}


def a_site(folder: Path, language: str) -> dict[str, Path]:
    """A new site with the files that the guide shows."""
    assert CliRunner().invoke(main, ["new", "site", str(folder)]).exit_code == 0
    files = {}
    for shown in _FILE.finditer(guide(language)):
        path = files[shown["path"]] = folder / shown["path"]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(shown["text"], "utf-8")
    return files


@each_guide
def test_the_tables_hold_every_field_and_no_other(language: str) -> None:
    assert list(rows(language)) == [field.name for field in FIELDS]


@each_guide
@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_a_row_says_what_the_program_understands(language: str, field: BlockField | FactField) -> None:
    row = rows(language)[field.name]
    assert row["label"] == field.labels[0]
    if language == "en":
        assert row["meaning"] == field.meaning.rstrip(".")
    written = parse_release_block(f"{field.name}: {row['example']}\n", path="x", first_line=1, language=language)
    assert written.diagnostics == ()
    by_label = parse_release_block(f"{row['label']}: {row['example']}\n", path="x", first_line=1, language=language)
    assert by_label.diagnostics == ()


@each_guide
def test_every_block_reads_without_a_finding_and_together_they_show_every_field(language: str) -> None:
    blocks = _BLOCK.findall(guide(language))
    for block in blocks:
        assert parse_release_block(block, path="x", first_line=1, language=language).diagnostics == ()
    keys = {fold_label(key) for block in blocks for key in re.findall(r"^([^\s:]+):", block, re.M)}
    assert {KEY_WRITINGS[key] for key in keys} == {field.name for field in FIELDS}


@each_guide
def test_the_labelled_lines_are_a_block(language: str) -> None:
    (shown,) = _LINES.findall(guide(language))
    lines = [Placed(line, Span("x", number, 1, 1)) for number, line in enumerate(shown.splitlines(), 1)]
    checked = parse_labelled_lines([Placed(line.text.removeprefix("> "), line.span) for line in lines], language)
    assert checked.value is not None
    assert checked.diagnostics == ()
    assert len(checked.value.facts) + len(checked.value.links) == len(lines)


@each_guide
def test_a_site_of_its_files_is_clean(language: str, tmp_path: Path) -> None:
    files = a_site(tmp_path / "site", language)
    assert list(files) == [f"content/post/2023-10.{language}.md", "data/vendors.yaml", "data/models.yaml"]
    result = CliRunner().invoke(main, ["check", "--strict", "--format", "concise", "-s", str(tmp_path / "site")])
    assert (result.exit_code, re.findall(r"(?:error|warning)\[\w+\].*", result.output)) == (0, []), result.output


@each_guide
def test_the_linter_says_what_the_guide_quotes(language: str, tmp_path: Path) -> None:
    post = a_site(tmp_path / "site", language)[f"content/post/2023-10.{language}.md"]
    post.write_text(post.read_text("utf-8").replace("\nparams: ", "\nparms: "), "utf-8")
    result = CliRunner().invoke(main, ["check", "--strict", "-s", str(tmp_path / "site")])
    (sample,) = _SAMPLE.findall(guide(language))
    assert sample.strip() in result.output


def test_both_guides_show_the_same_records() -> None:
    records = [
        {found["path"]: found["text"] for found in _FILE.finditer(guide(language)) if found["path"].endswith(".yaml")}
        for language in GUIDES
    ]
    assert records[0] == records[1]


@each_guide
def test_every_word_that_a_field_takes_is_named(language: str) -> None:
    relations = [relation for relation in RELATIONS if relation]
    certainties = [certainty.value for certainty in Certainty]
    choices = [word for word, _ in (*OPENNESS, *COMMERCIAL)]
    for word in (*EVENTS, *STATUSES, *relations, *certainties, *choices, *VENDOR_KINDS, *MODEL_KINDS):
        assert f"`{word}`" in guide(language), word


@each_guide
def test_codes_and_front_matter_that_it_names_exist(language: str) -> None:
    text = guide(language)
    assert set(re.findall(r"LT\d{3}", text)) <= set(CODES)
    front = re.search(r"(?:^\| `.*\n)+", text[text.index("| `title` |") :])
    assert front is not None
    known = {row.name for row in front_table((("tag", "tags"), ("category", "categories"))).fields}
    named = {
        key.partition(":")[0] for row in front[0].splitlines() for key in re.findall(r"`([^`]+)`", row.split("|")[1])
    }
    assert named <= known | {"tags", "categories"}


def test_the_guides_have_the_same_chapters_and_name_each_other() -> None:
    english, chinese = guide("en"), guide("zh")
    assert [mark for mark, _ in re.findall(r"^(#+) (.*)$", english, re.M)] == [
        mark for mark, _ in re.findall(r"^(#+) (.*)$", chinese, re.M)
    ]
    assert "(writing.zh.md)" in english
    assert "(writing.md)" in chinese
