"""The charts as they are drawn: words, tables and marks that agree."""

from __future__ import annotations

import re

import pytest
from lxml import html

from llmtimeline.render.templates import Renderer
from llmtimeline.values.outputs import Output, Rendered

from .sample_charts import charts, crowded_charts, empty_charts
from .sample_pages import page
from .themes import ROOT

LANGUAGES = ("zh", "en")


@pytest.fixture(scope="module")
def drawn(renderer: Renderer) -> dict[str, str]:
    """The samples by language and name."""
    found = {}
    for language in LANGUAGES:
        contents = {"": charts(language), "crowded-": crowded_charts(language), "empty-": empty_charts()}
        for name, content in contents.items():
            view = page(language, content, "charts/")
            checked = renderer.render(Output("x.html", Rendered("pages/charts.html", view, language)))
            assert checked.diagnostics == ()
            found[f"{language}/{name}charts.html"] = checked.value.decode()
    return found


def tree_of(drawn: dict[str, str], path: str) -> html.HtmlElement:
    return html.document_fromstring(drawn[path])


def figure(tree: html.HtmlElement, heading: str) -> html.HtmlElement:
    (section,) = tree.xpath(f"//section[h2/@id='{heading}:heading']")
    return section


def said(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def rows(section: html.HtmlElement) -> list[list[str]]:
    return [[said(cell) for cell in row] for row in section.xpath(".//tbody/tr")]


@pytest.mark.parametrize(
    "path", [f"{language}/{name}charts.html" for language in LANGUAGES for name in ("", "crowded-")]
)
def test_each_figure_has_a_heading_a_sentence_and_its_table(drawn: dict[str, str], path: str) -> None:
    sections = tree_of(drawn, path).xpath("//section[@class='chart']")
    assert len(sections) == 5
    for section in sections:
        assert [element.tag for element in section] == ["h2", "p", "figure", "details"]
        assert said(section.xpath("./p")[0])
        assert len(section.xpath("./details//table[thead/tr/th[@scope='col']][tbody/tr/th[@scope='row']]")) == 1
        assert len({len(row) for row in section.xpath(".//tr")}) == 1


def test_drawings_have_names_and_marks_have_titles(drawn: dict[str, str]) -> None:
    tree = tree_of(drawn, "en/charts.html")
    for drawing in tree.xpath("//svg[@class='drawing']"):
        title, description = (tree.get_element_by_id(name) for name in drawing.get("aria-labelledby").split())
        assert said(title)
        assert said(description)
        assert drawing.get("role") == ("group" if drawing.xpath(".//a") else "img")
    assert tree.xpath("//svg[@class='drawing']//rect[not(title)]") == []
    assert tree.xpath("//svg[@class='drawing']//a[not(title) or not(@tabindex='-1')]") == []


def test_the_months_say_what_is_apart(drawn: dict[str, str]) -> None:
    section = figure(tree_of(drawn, "en/charts.html"), "months")
    sentence = said(section.xpath("./p")[0])
    assert sentence == "5 releases from April 2022 to September 2023. Most came in May 2023: 2."
    assert "1 of 6 releases is known by its year only and stands apart: 2020." in said(section)
    assert ["May 2023", "2"] in rows(section)
    assert len(rows(section)) == 18
    titles = [said(title) for title in section.xpath(".//rect/title")]
    assert titles[-1] == "September 2023: 1 release"


def test_openness_is_told_by_pattern_and_word(drawn: dict[str, str]) -> None:
    section = figure(tree_of(drawn, "en/charts.html"), "openness")
    assert [said(item) for item in section.xpath(".//ul[@class='key']/li")] == [
        "open 2",
        "partly open 1",
        "on request 1",
        "closed 1",
        "not said 1",
    ]
    fills = {rect.get("class"): rect.get("fill") for rect in section.xpath(".//ul[@class='key']//rect")}
    assert fills == {
        "part is-open": None,
        "part is-partial": "url(#fill:partial)",
        "part is-gated": "url(#fill:gated)",
        "part is-closed": None,
        "part is-unknown": "url(#fill:unknown)",
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_patterns_that_are_used_are_on_the_page(drawn: dict[str, str], language: str) -> None:
    tree = tree_of(drawn, f"{language}/charts.html")
    used = {fill[5:-1] for fill in tree.xpath("//@fill") if fill.startswith("url(#")}
    assert used
    assert used <= set(tree.xpath("//pattern/@id"))


def test_amounts_are_in_the_steps_of_the_language(drawn: dict[str, str]) -> None:
    ticks = {
        language: [
            said(tick)
            for tick in figure(tree_of(drawn, f"{language}/charts.html"), "params").xpath(".//text[@class='tick']")
        ]
        for language in LANGUAGES
    }
    assert ticks["en"] == ["3B", "10B", "30B", "100B", "300B", "1T"]
    assert ticks["zh"] == ["30 亿", "100 亿", "300 亿", "1000 亿", "3000 亿", "1 万亿"]


def test_points_say_their_precision_and_their_table_links_them(drawn: dict[str, str]) -> None:
    section = figure(tree_of(drawn, "en/charts.html"), "params")
    marks = {
        link.get("href"): [mark.get("class") for mark in link.xpath("./circle | ./line")]
        for link in section.xpath(".//svg//a")
    }
    assert marks["/en/models/gpt-3/"] == ["dash"]
    assert marks["/en/models/falcon/"] == ["sizes", "on-month", "on-month"]
    assert marks["/en/models/falcon-180b/"] == ["on-day"]
    assert set(marks) == set(section.xpath(".//table//a/@href"))
    assert ["llama-2", "Jul 18, 2023", "7B, 13B, 70B"] in rows(section)
    assert said(section.xpath("./p")[0]) == "Sizes reach from 6B to 540B (palm); half of them have 40B or fewer."
    assert "Given for 7 of 7 models. Not drawn: 1 without a date." in said(section)


def test_a_crowd_is_drawn_as_marks_and_listed_by_year(drawn: dict[str, str]) -> None:
    section = figure(tree_of(drawn, "en/crowded-charts.html"), "params")
    assert section.xpath(".//svg//a") == []
    assert section.xpath(".//line[starts-with(@class, 'cell size-')][not(title)]") == []
    assert [row[0] for row in rows(section)] == [str(year) for year in range(2023, 2009, -1)]
    assert sum(int(row[1]) for row in rows(section)) == 180
    assert section.xpath(".//details//p/a/@href")


def test_names_are_text(drawn: dict[str, str]) -> None:
    tree = tree_of(drawn, "en/charts.html")
    assert tree.xpath("//main//b[. = 'Google']") == []
    assert "<b>Google</b>" in said(figure(tree, "vendors"))


def test_a_site_without_releases_says_so(drawn: dict[str, str]) -> None:
    assert "No releases are on record" in tree_of(drawn, "en/empty-charts.html").xpath("//main")[0].text_content()


def test_the_sheet_is_small_and_uses_the_tokens_alone() -> None:
    text = (ROOT / "static/css/charts.css").read_text("utf-8")
    assert len(text.encode()) < 8_000
    assert text.count("{") == text.count("}")
    assert re.findall(r"#[0-9a-f]{3,8}\b|rgb|http", text) == []


def test_the_samples_hold_every_sort_of_mark() -> None:
    content = charts("en")
    assert content.params is not None
    assert {point.date.precision.value for point in content.params.points} == {"day", "month", "year"}
