"""What archetypes may do, what it comes to, and where each fault is told."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from llmtimeline.parse.archetypes.evaluate import Made, evaluate
from llmtimeline.parse.archetypes.functions import FUNCTIONS
from llmtimeline.parse.archetypes.values import Record
from llmtimeline.values.diagnostics import Diagnostic
from llmtimeline.values.sources import Source

NOW = datetime.fromisoformat("2023-10-01T08:05:09+08:00")
SITE = Record(
    {"Title": "大模型周报", "Params": {"author": "Me", "env": {"name": "x"}, "n": 3, "on": False, "tags": ("a",)}}
)
FILE = Record({"ContentBaseName": "my-post", "BaseFileName": "my-post.en", "Dir": "post/"})
PAGE = Record(
    {
        "Name": "my-first_post",
        "Date": NOW,
        "Type": "post",
        "Section": "post",
        "File": FILE,
        "Site": SITE,
        "Language": Record({"Lang": "zh"}, "zh"),
    }
)


def made(text: str) -> Made:
    checked = evaluate(Source("archetypes/post.md", text), PAGE, NOW)
    assert checked.diagnostics == ()
    assert checked.value is not None
    return checked.value


def fault(text: str) -> Diagnostic:
    checked = evaluate(Source("archetypes/post.md", text), PAGE, NOW)
    assert checked.value is None
    (finding,) = checked.diagnostics
    assert finding.hint
    return finding


@pytest.mark.parametrize(
    ("archetype", "text"),
    [
        ('title: "{{ replace .Name "-" " " | title }}"', 'title: "My First_post"'),
        ("date: {{ .Date }}", "date: 2023-10-01T08:05:09+08:00"),
        ("{{ .Type }} {{ .Section }} {{ .Language }} {{ .Language.Lang }}", "post post zh zh"),
        ("{{ .File.ContentBaseName }} {{ .File.BaseFileName }} {{ .File.Dir }}", "my-post my-post.en post/"),
        ("{{ .Site.Title }} {{ site.Title }} {{ .Site.Params.AUTHOR }}", "大模型周报 大模型周报 Me"),
        ("{{ .Site.Params.env.name }} {{ site.Params.n }} {{ site.Params.on }}", "x 3 false"),
        ('{{ .Site.Params.none | default "—" }} {{ default 5 .Site.Params.none.deeper }}', "— 5"),
        ('{{ .Date.Format "2006-01-02" }} {{ now.Format "15:04" }}', "2023-10-01 08:05"),
        ('{{ dateFormat "Jan 2" .Date }} {{ time.Format "2006年1月2日" now }}', "Oct 1 2023年10月1日"),
        ('{{ time.Format "Monday" "2023-10-02" }} {{ (time.Now).Format "2006" }} {{ now.Year }}', "Monday 2023 2023"),
        ('{{ printf "%s-%03d %q %v%%" .Type 7 `a"b` true }}', 'post-007 "a\\"b" true%'),
        (r'{{ "a\tb\u4e2d\"" }}{{ `\n` }}', 'a\tb中"\\n'),
        ("{{ 5 }} {{ -3 }} {{ 1.50 }} {{ 0x10 }} {{ true }}", "5 -3 1.5 16 true"),
        ("a {{- 1 -}}  b", "a1b"),
        ("a \n\n{{- /* a remark }} */ -}} \n b{{/* and */}}c", "abc"),
        ("{{ if .Site.Params.on }}yes{{ else }}no{{ end }}", "no"),
        ('{{ if eq .Type "news" }}1{{ else if and .Section (not "") }}2{{ else }}3{{ end }}', "2"),
        ("{{ with .Site.Params.author }}by {{ . }} of {{ $.Site.Title }}{{ end }}", "by Me of 大模型周报"),
        ("{{ with .Site.Params.none }}{{ . }}{{ else }}nobody{{ end }}", "nobody"),
        ("{{ with $x := .Type }}{{ $x | upper }}{{ end }}", "POST"),
        ('{{ $x := "a" }}{{ if true }}{{ $x = "b" }}{{ end }}{{ $x }}', "b"),
        ('{{ $x := "a" }}{{ if true }}{{ $x := "b" }}{{ end }}{{ $x }}', "a"),
        ('{{ ( replace ( lower "A-B" ) "-" "+" ) }}', "a+b"),
        ("{{\n  .Type\n  | upper\n}}", "POST"),
        ("{{ .Type | .Date.Format }}", "post"),
        ('} } { {{ `}}` }} {{ "}}" }}', "} } { }} }}"),
        ("no action", "no action"),
        ("", ""),
    ],
)
def test_what_runs(archetype: str, text: str) -> None:
    assert made(archetype).text == text


@pytest.mark.parametrize(
    ("archetype", "code", "place", "message"),
    [
        ("a: b\nx: {{ foo }}", "LT403", "2:7:3", "archetypes know no function `foo`"),
        ('{{ readFile "x" }}', "LT403", "1:4:8", "archetypes know no function `readFile`"),
        ('{{ os.ReadFile "x" }}', "LT403", "1:4:2", "archetypes know no function `os`"),
        ("{{ .name }}", "LT403", "1:4:5", "there is no `.name` here"),
        ("{{ .File.Title }}", "LT403", "1:9:6", "there is no `.Title` here"),
        ("{{ .Type.Title }}", "LT403", "1:9:6", "`post` has no `.Title`"),
        ("{{ $x }}", "LT403", "1:4:2", "the variable `$x` is not set"),
        ("{{ if 1 }}{{ $x := 1 }}{{ end }}{{ $x }}", "LT403", "1:36:2", "the variable `$x` is not set"),
        ("{{ .Site.Params.none }}", "LT403", "1:4:17", "`.Site.Params.none` has no value"),
        ("{{ upper .Site.Params.none }}", "LT402", "1:4:23", "`upper`: there is no value"),
        ("{{ .Site.Params }}", "LT402", "1:4:12", "a group of values cannot be written out"),
        ("{{ .Site.Params.tags }}", "LT402", "1:4:17", "a list cannot be written out"),
        ("{{ range .Site.Params.tags }}{{ end }}", "LT402", "1:4:5", "`range` is not known to archetypes"),
        ("{{ define `x` }}{{ end }}", "LT402", "1:4:6", "`define` is not known to archetypes"),
        ("{{ if 1 }}", "LT402", "1:4:2", "`if` is never ended"),
        ("{{ if 1 }}{{ else }}{{ else }}{{ end }}", "LT402", "1:24:4", "a second `else`"),
        ("x {{ end }}", "LT402", "1:6:3", "`end` without an `if` or a `with`"),
        ("{{ if 1 }}{{ end 1 }}", "LT402", "1:18:1", "`end` takes nothing after it"),
        ("{{ if }}{{ end }}", "LT402", "1:7:2", "a value is missing before the end of the action"),
        ("{{ }}", "LT402", "1:1:5", "an empty action"),
        ("a\n {{ .Name", "LT402", "2:2:2", "the action is not closed"),
        ("{{ `x }}", "LT402", "1:4:1", "the text is not closed"),
        ('{{ "x\n" }}', "LT402", "1:4:1", "the text is not closed"),
        ("{{/* x", "LT402", "1:1:2", "the comment is not closed"),
        ("{{/* x */ .Name }}", "LT402", "1:8:2", "the comment ends before its braces do"),
        (r'{{ "a\qb" }}', "LT402", "1:6:2", r"`\q` is no escape"),
        (r'{{ "\ud800" }}', "LT402", "1:5:6", r"`\ud800` is no escape"),
        ("{{ (upper `x` }}", "LT402", "1:4:1", "the parenthesis is not closed"),
        ("{{ .Name `x` }}", "LT402", "1:4:5", "`.Name` is no function, and takes no arguments"),
        ("{{ replace .Name }}", "LT402", "1:4:7", "`replace` takes 3 to 4 arguments, not 1"),
        ("{{ .Date.Format }}", "LT402", "1:9:7", "`Format` takes 1 argument, not 0"),
        ("{{ dateFormat `2006` `soon` }}", "LT402", "1:4:24", "`dateFormat`: `soon` is no date"),
        ("{{ printf `%x` 1 }}", "LT402", "1:4:13", "`printf`: `%x` is no verb that is known here: %s %d %q %v %%"),
        ("{{ printf `%d` `1` }}", "LT402", "1:4:15", "`printf`: `%d` takes a whole number, not the text `1`; use %s"),
        ("{{ printf `%s` }}", "LT402", "1:4:11", "`printf`: there is no value for `%s`"),
        ("{{ printf `%s` 1 2 }}", "LT402", "1:4:15", "`printf`: 2 values are more than the format takes"),
        ("{{ lt 1 `a` }}", "LT402", "1:4:8", "`lt`: `1` and `a` have no order"),
        ("{{ 1.Name }}", "LT402", "1:4:1", "`1` cannot stand in an action"),
        ("{{ $ := 1 }}", "LT402", "1:4:1", "`$` is the post to be made, and cannot be set"),
        ("{{ ☃ }}", "LT402", "1:4:1", "`☃` cannot stand in an action"),
    ],
)
def test_a_fault_is_told_at_its_place(archetype: str, code: str, place: str, message: str) -> None:
    found = fault(archetype)
    assert found.span is not None
    assert (found.code, found.message) == (code, message)
    assert f"{found.span.line}:{found.span.column}:{found.span.width}" == place
    assert found.span.path == "archetypes/post.md"


@pytest.mark.parametrize(
    ("archetype", "hint"),
    [
        ("{{ .name }}", "did you mean `.Name`?"),
        ('{{ repalce "a" "b" "c" }}', "did you mean `replace`?"),
        ('{{ strings.Relace "a" "b" "c" }}', "did you mean `strings.Replace`?"),
        ("{{ .Site.Params.none }}", 'give it one: `{{ .Site.Params.none | default "…" }}`'),
        ("{{ range 1 }}", "docs/archetypes.md lists what archetypes may do"),
    ],
)
def test_a_hint_says_what_to_write(archetype: str, hint: str) -> None:
    assert fault(archetype).hint == hint


@pytest.mark.parametrize(
    "text", ["{{ " + "(" * 5000 + "}}", "{{ if 1 }}" * 5000, "{{ if 1 }}{{ else if 1 }}" + "{{ else if 1 }}" * 5000]
)
def test_deep_nesting_is_a_fault_of_the_archetype(text: str) -> None:
    assert "nested" in fault(text).message


def test_a_text_that_grows_without_end_is_a_fault() -> None:
    archetype = '{{ $x := "xxxxxxxx" }}' + '{{ $x = replace $x "x" "xxxxxxxx" }}' * 20
    assert "the text grows too long" in fault(archetype).message


def test_what_is_written_knows_where_it_comes_from() -> None:
    archetype = "ab {{ .Type }} cd"
    result = made(archetype)
    assert result.text == "ab post cd"
    assert result.origin(0) == (0, 1)
    assert result.origin(result.text.index("o")) == (3, 14)
    assert result.origin(result.text.index("d")) == (archetype.index("d"), archetype.index("d") + 1)


GUIDE = (Path(__file__).parents[4] / "docs/archetypes.md").read_text("utf-8")


def test_the_example_of_the_guide_runs() -> None:
    example = GUIDE.partition("```text\n")[2].partition("```")[0]
    assert made(example).text == (
        '---\ntitle: "My First_post"\ndate: 2023-10-01T08:05:09+08:00\nslug: 2023-10-my-post\nauthor: Me\n'
        "draft: true\n---\n"
    )


def test_the_guide_names_every_function() -> None:
    short = [name for name in FUNCTIONS if "." not in name]
    whole = [name.partition(".")[2] for name in FUNCTIONS if name.startswith("strings.")]
    assert [name for name in (*short, *whole) if f"`{name}`" not in GUIDE] == []
