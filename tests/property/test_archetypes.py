"""Laws of archetypes: any text comes to an output or to one finding with a place inside it; no path leaves the site."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from llmtimeline.parse.archetypes.evaluate import evaluate
from llmtimeline.parse.archetypes.functions import FUNCTIONS
from llmtimeline.parse.archetypes.made import check_made
from llmtimeline.parse.archetypes.names import plan_targets, read_path, rivals
from llmtimeline.parse.archetypes.pages import describe_page
from llmtimeline.values.archetypes import Wish
from llmtimeline.values.config import Config, Language
from llmtimeline.values.sources import Source

NOW = datetime(2023, 10, 1, 8, 30, tzinfo=UTC)
LANGUAGES = (Language("zh", "zh-Hans", "中文"), Language("en", "en", "English", content_dir="content/en"))
CONFIG = Config("llmtimeline.yaml", languages=LANGUAGES, default_language="zh", params={"a": {"b": "c"}, "l": ("x",)})
PATH = read_path(Wish("post/my-post.md"), CONFIG, whole_config=True).value
assert PATH is not None
PAGE = describe_page(
    PATH, plan_targets(PATH, Wish("post/my-post.md"), CONFIG).value[0], kind="", now=NOW, config=CONFIG
)

SIGNS = ("{{", "}}", "{{- ", " -}}", "{{/*", "*/}}", "(", ")", "|", ":=", "=", "$", "$x", ".", '"', "`", "\\", "%", "-")
WORDS = ("if", "with", "else", "end", "range", "now", "site", "true", "nil", "7", "-1.5", "1e999", "0x", "9" * 30)
FIELDS = (".Name", ".Date", ".Date.Format", ".File", ".Site.Params", ".Site.Params.l", ".Language", ".Nope")
TEXTS = ('"a-b"', '"2006-01-02"', "`%s`", '"%d"', '""', '"\\n"', '"\\ud800"', " ", " ", "\n", "---\n", "title: ", "x")
PARTS = st.sampled_from([*SIGNS, *WORDS, *FIELDS, *TEXTS, *FUNCTIONS])
ARCHETYPES = st.one_of(st.text(), st.lists(PARTS, max_size=30).map(" ".join), st.lists(PARTS, max_size=30).map("".join))


@given(ARCHETYPES)
def test_any_archetype_comes_to_a_text_or_to_one_finding_inside_of_it(text: str) -> None:
    source = Source("archetypes/default.md", text)
    checked = evaluate(source, PAGE, NOW)
    findings = checked.diagnostics
    if checked.value is None:
        assert len(findings) == 1
    else:
        assert not findings
        findings = check_made(checked.value, source, CONFIG)
        assert evaluate(source, PAGE, NOW) == checked
    lines = text.split("\n")
    for finding in findings:
        assert finding.span is not None
        assert 1 <= finding.span.line <= len(lines)
        assert 1 <= finding.span.column <= len(lines[finding.span.line - 1]) + 1


@given(st.lists(st.tuples(st.sampled_from(["", ".Name", "$.Name", "now", "1"]), PARTS), max_size=6))
def test_any_call_comes_to_a_text_or_a_finding(pairs: list[tuple[str, str]]) -> None:
    text = "{{ " + " | ".join(f"{name} {argument}" for argument, name in pairs) + " }}"
    checked = evaluate(Source("archetypes/default.md", text), PAGE, NOW)
    assert (checked.value is None) == bool(checked.diagnostics)


PIECES = st.sampled_from(
    ["..", ".", "/", "\\", "post", "content", "en", "x.md", "x.en.md", "index.md", "~", "C:", ".git", "中"]
)


@given(st.one_of(st.text(), st.lists(PIECES, max_size=6).map("/".join), st.lists(PIECES, max_size=6).map("".join)))
def test_no_path_leaves_the_content_folders(path: str) -> None:
    for wish in (Wish(path), Wish(path, all_languages=True)):
        read = read_path(wish, CONFIG, whole_config=True)
        if read.value is None:
            assert read.diagnostics
            continue
        if not read.value.suffix:
            continue  # a folder's, for which only an archetype says what files it gets
        for target in plan_targets(read.value, wish, CONFIG).value:
            for made in (target.path, *rivals(target, CONFIG)):
                assert made.startswith("content/")
                assert not {"", ".", "..", ".git"} & set(made.split("/"))
