"""Trees of lineage on pages: list and drawing say the same, names break nothing, and a full page stays small."""

from __future__ import annotations

import gzip

import pytest
from lxml import html

from llmtimeline.plan.lineage.layout import draw
from llmtimeline.render.templates import Renderer
from llmtimeline.values.dates import PartialDate
from llmtimeline.values.outputs import Output, Rendered
from llmtimeline.values.views import LineageContent, LineageNode, LineageTree, ModelChip, Pager, VendorChip

from .sample_lineage import HOSTILE
from .sample_pages import page


def tree_of(drawn: dict[str, str], path: str) -> html.HtmlElement:
    return html.document_fromstring(drawn[path])


@pytest.mark.parametrize("language", ["zh", "en"])
def test_list_and_drawing_name_the_same_models(drawn: dict[str, str], language: str) -> None:
    for section in tree_of(drawn, f"{language}/lineage.html").xpath("//section[@class='lineage-tree']"):
        titles = [title.text.split(" · ")[0] for title in section.xpath(".//svg//title")]
        listed = [name.text_content() for name in section.xpath(".//span[@class='named']")]
        assert sorted(titles) == sorted(listed)


def test_a_drawn_model_says_all_in_its_title(drawn: dict[str, str]) -> None:
    titles = [title.text for title in tree_of(drawn, "en/lineage.html").xpath("//svg//title")]
    assert titles[:2] == [
        "Falcon · TII · May 2023 · open weights",
        "Falcon 180B · TII · September 6, 2023 · upgrade · weights on request",
    ]
    assert "Falcon 180B Chat · TII · undated · chat tuning · partly open" in titles
    assert "BLOOM · undated · openness unknown" in titles


def test_each_sort_of_line_has_its_class_and_is_in_the_legend(drawn: dict[str, str]) -> None:
    tree = tree_of(drawn, "zh/lineage.html")
    lines = {path.get("class") for path in tree.xpath("//div[@class='canvas']//path")}
    assert {f"step takes-{each}" for each in ("weights", "data", "none")} <= lines
    assert "step takes-data further" in lines
    assert [item.text_content() for item in tree.xpath("//div[@class='key']//li")] == [
        *("承接权重", "承接数据", "不承接"),
        *("开放权重", "需申请或部分开放", "闭源", "开放与否不详"),
    ]


def test_names_of_posts_are_text_wherever_they_stand(drawn: dict[str, str]) -> None:
    tree = tree_of(drawn, "zh/lineage.html")
    assert tree.xpath("//svg//script | //svg//@onload | //svg//foreignObject") == []
    assert HOSTILE in "".join(tree.xpath("//span[@class='named']//text()"))


def test_what_is_left_out_is_counted_and_leads_there(drawn: dict[str, str]) -> None:
    tree = tree_of(drawn, "en/lineage.html")
    assert tree.xpath("//a[@class='fold']/@href") == ["/en/models/falcon-180b/#lineage"]
    assert [more.text_content() for more in tree.xpath("//p[@class='more']")] == ["3 more models", "1 more model"]
    assert "Of 66 more models no relation is on record." in tree.xpath("//p[@class='alone']")[0].text_content()


def test_a_model_page_draws_its_place_and_leads_to_the_tree(drawn: dict[str, str]) -> None:
    section = tree_of(drawn, "en/model.html").get_element_by_id("lineage")
    assert [here.findtext("title").split(" · ")[0] for here in section.xpath(".//*[contains(@class, ' here')]")] == [
        "Falcon 180B"
    ]
    assert section.xpath(".//p[@class='whole']/a/@href") == ["/en/lineage/#tree-falcon"]


def test_a_page_of_three_hundred_models_is_small(renderer: Renderer) -> None:
    def node(number: int, *children: LineageNode) -> LineageNode:
        chip = ModelChip(f"model-{number}", f"Model {number} of a vendor 7B", f"/models/model-{number}/")
        maker = VendorChip(f"vendor-{number % 40}", f"Vendor {number % 40}", f"/vendors/vendor-{number % 40}/")
        date = PartialDate(2023, number % 12 + 1, number % 28 + 1) if number % 3 else None
        return LineageNode(chip, (maker,), date, "open", "finetune", "weights", children=children)

    trees = []
    for start in (0, 160):
        groups = [node(start + 8 * n + 1, *(node(start + 8 * n + m) for m in range(2, 9))) for n in range(19)]
        root = node(start, *groups)
        trees.append(LineageTree(f"tree-{start}", (root,), draw([root]), 153))
    content = LineageContent("", tuple(trees), (), Pager(1, 1), 306, 2, 0)
    output = Output("x.html", Rendered("pages/lineage.html", page("en", content, "lineage/"), "en"))
    drawn = renderer.render(output).value
    assert len(drawn) < 420_000
    assert len(gzip.compress(drawn, 6)) < 45_000
