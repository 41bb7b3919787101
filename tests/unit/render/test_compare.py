"""Comparisons as pages, the files that their picker reads, and authors' words of another language."""

import json

import pytest
from lxml import html

from llmtimeline.render.filters import language_filters
from llmtimeline.render.labels import value_text
from llmtimeline.render.templates import Renderer
from llmtimeline.render.words import Texts
from llmtimeline.values.facts import Benchmark, License
from llmtimeline.values.outputs import Output, Rendered

from .sample_compare import facts_to_compare
from .themes import ROOT


def table_of(drawn: dict[str, str], language: str) -> html.HtmlElement:
    (table,) = html.document_fromstring(drawn[f"{language}/comparison.html"]).xpath("//table")
    return table


def row_of(table: html.HtmlElement, label: str) -> html.HtmlElement:
    (row,) = table.xpath(f".//tr[th/span[starts-with(normalize-space(), '{label}')]]")
    return row


def text_of(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_each_row_says_in_a_word_how_its_values_stand_to_each_other(drawn: dict[str, str]) -> None:
    table = table_of(drawn, "en")
    verdicts = {text_of(row[0]) for row in table.xpath(".//tbody/tr")}
    assert {
        "Parameters differs",
        "Weights differs",
        "Code same",
        "Benchmarks average one only",
        "Licence differs",
    } <= verdicts
    assert row_of(table, "Code").get("class") == "is-same"


def test_a_value_has_its_source_and_what_is_missing_is_said_in_words(drawn: dict[str, str]) -> None:
    table = table_of(drawn, "zh")
    first, second = row_of(table, "评测").xpath("td")
    assert "平均：LLaMA 65B 的 91%" in text_of(first)
    assert text_of(second) == "未提及"
    for cell in table.xpath(".//tbody/tr[not(contains(th, '链接'))]/td[not(.//span[@class='none'])]"):
        assert cell.xpath(".//*[contains(@class, 'source')]"), text_of(cell)


def test_sizes_and_conflicts_are_kept(drawn: dict[str, str]) -> None:
    first, second = row_of(table_of(drawn, "en"), "Parameters").xpath("td")
    assert [text_of(size) for size in first.xpath(".//li/span[@class='size']")] == ["7B", "13B"]
    assert "also given as 65B" in text_of(second)
    assert "rumoured" in text_of(second)


def test_columns_and_rows_are_headed(drawn: dict[str, str]) -> None:
    table = table_of(drawn, "en")
    assert [text_of(th) for th in table.xpath(".//thead//th[@scope='col']")] == ["llama meta", "llama-2 meta"]
    assert all(row[0].get("scope") == "row" for row in table.xpath(".//tbody/tr"))


def test_the_switch_that_needs_no_script_stands_only_where_it_changes_something(drawn: dict[str, str]) -> None:
    assert html.document_fromstring(drawn["en/comparison.html"]).xpath("//label[@class='only']/input[@type='checkbox']")


def test_the_picker_is_hidden_until_its_script_shows_it(drawn: dict[str, str]) -> None:
    for language in ("zh", "en"):
        tree = html.document_fromstring(drawn[f"{language}/compare.html"])
        (picker,) = tree.xpath("//section[contains(@class, 'picker')]")
        assert picker.get("hidden") is not None
        assert tree.xpath("//label[@for='pick']")


def test_the_script_has_no_words_of_its_own_and_each_that_it_asks_for_stands_in_the_page(drawn: dict[str, str]) -> None:
    script = (ROOT / "static/js/compare.js").read_text("utf-8")
    picker = html.document_fromstring(drawn["zh/compare.html"]).xpath("//section[contains(@class, 'picker')]")[0]
    given = {name.removeprefix("data-").replace("-m", "M") for name in picker.attrib if name.startswith("data-")}
    asked = {word.partition("(")[0] for word in _after(script, "words.")} | {"differs", "same", "one", "alike"}
    assert asked <= given | {"names"}
    assert not [name for name in given if name not in asked]


def _after(script: str, mark: str) -> list[str]:
    found = []
    for part in script.split(mark)[1:]:
        end = next(i for i, character in enumerate(part) if not character.isalnum())
        found.append(part[:end])
    return found


def test_the_files_hold_what_the_pages_show(renderer: Renderer, zh: Texts) -> None:
    output = Output("compare/facts-1.json", Rendered("feeds/compare.json", facts_to_compare("zh"), "zh"))
    checked = renderer.render(output)
    assert checked.diagnostics == ()
    first, second = json.loads(checked.value)
    assert (first["id"], first["url"], first["by"]) == (
        "llama",
        "/models/llama/",
        [{"name": "meta", "url": "/vendors/meta/"}],
    )
    rows = {(row["f"], row.get("s", "")): row for row in first["rows"]}
    assert rows["params", "13B"]["v"]["t"] == "130 亿"
    assert rows["license", ""]["v"]["t"] == "仅限研究"
    assert rows["weights", ""]["v"]["m"] == ["/post/a/#llama", "周报 <b>", "content/post/a.zh.md:9"]
    (conflict,) = next(row for row in second["rows"] if row["f"] == "params")["o"]
    assert (conflict["t"], conflict["q"]) == ("650 亿", [zh("certainty_rumoured")])
    assert b"<b>" not in checked.value  # nothing in it can be taken for a tag


def test_a_harmful_address_of_a_licence_does_not_reach_the_files(renderer: Renderer) -> None:
    from dataclasses import replace

    content = facts_to_compare("en")
    (key, row), *_ = content.models[1].rows
    bad = replace(row, shown=replace(row.shown, value=License("x", "javascript:alert(1)"), url="data:text/html,x"))
    model = replace(content.models[1], rows=((key, bad),), keys=("0",))
    output = Output("x.json", Rendered("feeds/compare.json", replace(content, models=(model,)), "en"))
    (only,) = json.loads(renderer.render(output).value)
    assert not {"u", "e"} & set(only["rows"][0]["v"])


@pytest.mark.parametrize(
    ("value", "in_zh", "in_en"),
    [
        (Benchmark("average", "65", "% of LLaMA 65B"), "平均：LLaMA 65B 的 65%", "average 65% of LLaMA 65B"),
        (Benchmark("X", "42.9", "% (ChatGPT: 35.0)"), "X 42.9% (ChatGPT: 35.0)", "X 42.9% (ChatGPT: 35.0)"),
        (Benchmark("SAT", "90", "percentile"), "SAT 百分位 90", "SAT percentile 90"),
        (Benchmark("MMLU", "70.1"), "MMLU 70.1", "MMLU 70.1"),
        (License("Research use only"), "仅限研究", "research use only"),
        (License("Apache-2.0"), "Apache-2.0", "Apache-2.0"),
        (License("", "https://x.org/l"), "https://x.org/l", "https://x.org/l"),
    ],
)
def test_common_words_of_authors_are_said_in_the_language_of_the_page(
    value: Benchmark | License, in_zh: str, in_en: str, zh: Texts, en: Texts
) -> None:
    field = "license" if isinstance(value, License) else "benchmarks"
    assert (value_text(value, field, zh), value_text(value, field, en)) == (in_zh, in_en)


@pytest.mark.parametrize(
    ("text", "in_zh", "in_en"),
    [
        ("a licence for academic research", "en", ""),
        ("NVIDIA Tesla V100", "", ""),
        ("GPL", "", ""),
        ("仅限研究 for research use", "", "zh"),
        ("免费", "", "zh"),
    ],
)
def test_other_words_are_marked_with_their_language(text: str, in_zh: str, in_en: str, zh: Texts, en: Texts) -> None:
    for texts, language in ((zh, in_zh), (en, in_en)):
        shown = str(language_filters(texts)["phrase"](None, text))
        assert shown == (f'<span lang="{language}">{text}</span>' if language else text)
    marked = str(language_filters(zh)["value"](None, License("free for research <b>"), "license"))
    assert marked == '<span lang="en">free for research &lt;b&gt;</span>'
