"""HTML as a tree: whole, whatever it is made of."""

from hypothesis import given
from hypothesis import strategies as st

from llmtimeline.render.htmltree import parse_html


def test_elements_hold_their_children_and_text() -> None:
    root = parse_html('<p class="a">x <b>y</b><br>z &amp; <img src="/i.png"></p>tail')
    (paragraph,) = root.find("p")
    assert paragraph.attribute("class") == "a"
    assert paragraph.attribute("id") == ""
    assert root.text() == "x yz & tail"
    assert [element.name for element in root.walk()] == ["", "p", "b", "br", "img"]


def test_what_is_left_open_ends_with_what_encloses_it() -> None:
    root = parse_html("<ul><li>a<li>b</ul></div><p>c")
    assert [item.text() for item in root.find("li")] == ["a", "b"]
    assert root.find("p")[0].text() == "c"


def test_numbers_are_read_with_care() -> None:
    (one, two, three) = parse_html('<ol start="7"></ol><ol start="-1"></ol><ol start="٣"></ol>').find("ol")
    assert [one.number("start", 1), two.number("start", 1), three.number("start", 1)] == [7, 1, 1]


def test_any_depth_is_read() -> None:
    assert parse_html("<div>" * 5000 + "x" + "</div>" * 5000).text() == "x"


@given(st.text("<>/abp \"'=&;!-\n") | st.text())
def test_any_text_is_read(text: str) -> None:
    assert parse_html(text).name == ""
